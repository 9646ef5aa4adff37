"""Legal terms that a text must keep: a sentence that retells its source may explain such a term, and not replace it.

The terms are data: ``resources/legal-terms.toml``. They are Swedish, since they are terms of Swedish law.
"""

import re
import tomllib
from collections.abc import Collection
from dataclasses import dataclass
from functools import cache
from typing import Final

from assistant import paths
from assistant.errors import SettingsError
from assistant.sentences import topics

#: From this share of a source's other topics on, a sentence retells it, so that its term should be there too.
_RETELLS: Final = 0.4
_FILE: Final = "legal-terms.toml"


@dataclass(frozen=True)
class Term:
    """A term, the pattern of the words that it stands in, and what it means in plain words (empty where that is not told)."""

    name: str
    pattern: re.Pattern[str]
    meaning: str


@cache
def _entries() -> tuple[Term, ...]:
    """The terms of the file.

    Raises:
        SettingsError: the file cannot be read, or an entry lacks its name or stems.
    """
    try:
        entries = tomllib.loads((paths.resources() / _FILE).read_text(encoding="utf-8"))["term"]
        return tuple(
            Term(
                str(entry["name"]),
                _pattern(entry.get("stems", ()), entry.get("words", ())),
                str(entry.get("meaning", "")),
            )
            for entry in entries
        )
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise SettingsError(file=_FILE, reason="unreadable") from error


def terms() -> tuple[tuple[str, re.Pattern[str]], ...]:
    """Each term's name, and the pattern of the words that it stands in.

    Raises:
        SettingsError: the file cannot be read, or an entry lacks its name or stems.
    """
    return tuple((term.name, term.pattern) for term in _entries())


def explained() -> tuple[Term, ...]:
    """The terms whose meaning is told in plain words.

    Raises:
        SettingsError: as ``terms``.
    """
    return tuple(term for term in _entries() if term.meaning)


def _pattern(stems: Collection[str], whole: Collection[str]) -> re.Pattern[str]:
    every = [*(rf"{re.escape(stem)}\w*" for stem in stems), *map(re.escape, whole)]
    return re.compile(rf"\b(?:{'|'.join(every)})\b", re.IGNORECASE)


def lost(sentence: str, source: str, elsewhere: str) -> list[str]:
    """The terms that the source has and the sentence that retells it has not.

    Args:
        sentence: the text's own.
        source: the one sentence of the document that it rests on.
        elsewhere: the rest of the text, where the term may stand.
    """
    kept = set(topics(sentence, "sv"))
    found = []
    for name, pattern in terms():
        if not pattern.search(source) or pattern.search(sentence) or pattern.search(elsewhere):
            continue
        others = set(topics(pattern.sub(" ", source), "sv"))
        if len(others & kept) >= _RETELLS * max(1, len(others)):
            found.append(name)
    return found
