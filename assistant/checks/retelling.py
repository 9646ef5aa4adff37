"""The words by which a fair retelling is told from a wrong one, as data: ``resources/retelling.toml``."""

import tomllib
from dataclasses import dataclass
from functools import cache
from typing import Final

from assistant import paths
from assistant.errors import SettingsError

_FILE: Final = "retelling.toml"

Words = tuple[str, ...]


@dataclass(frozen=True)
class Retelling:
    """The words of one language.

    Attributes:
        light: words that carry no fact.
        alike: groups of words that say the same.
        opposites: two groups each that say the reverse of each other, as beginnings of words; with a full stop, whole words.
        endings: what may follow the root of words of one family.
    """

    light: Words = ()
    alike: tuple[Words, ...] = ()
    opposites: tuple[tuple[Words, Words], ...] = ()
    endings: frozenset[str] = frozenset()


@cache
def words_of(language: str) -> Retelling:
    """The words of a language, none for one that has no list.

    Raises:
        SettingsError: the file cannot be read, or a list in it is missing.
    """
    try:
        table = tomllib.loads((paths.resources() / _FILE).read_text(encoding="utf-8")).get(language)
        if table is None:
            return Retelling()
        return Retelling(
            light=_split(table["light"]),
            alike=tuple(map(_split, table["alike"])),
            opposites=tuple((_split(one), _split(reverse)) for one, reverse in table["opposites"]),
            endings=frozenset((*_split(table["endings"]), "")),
        )
    except (OSError, ValueError, KeyError, TypeError, AttributeError) as error:
        raise SettingsError(file=_FILE, reason="unreadable") from error


def _split(words: str) -> Words:
    return tuple(words.split())
