"""The patterns that a decision letter is read by, as data: ``resources/decisions.toml``, and the organisation's own statutes."""

import functools
import re
import tomllib
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from assistant import paths
from assistant.errors import SettingsError

NAME: Final = "decisions.toml"
#: The organisation's own statutes, in the user's folder.
OWN: Final = "statutes.toml"


@dataclass(frozen=True)
class Statute:
    """A statute, and what of it no longer holds.

    Attributes:
        name: what it is called in a finding.
        called: what it is called in texts.
        gone: the paragraphs that no longer exist.
        is_repealed: it is no longer in force at all.
        since: by what, or since when.
    """

    name: str
    called: re.Pattern[str]
    gone: frozenset[str]
    is_repealed: bool
    since: str


@functools.cache
def patterns(language: str) -> dict[str, re.Pattern[str]]:
    """The patterns for ``sv`` or ``en``, by name.

    Raises:
        SettingsError: the file cannot be read.
    """
    return {
        name: re.compile(pattern, re.IGNORECASE) for name, pattern in _read(paths.resources() / NAME)[language].items()
    }


def statutes() -> tuple[Statute, ...]:
    """The statutes that ship, and the organisation's own.

    Raises:
        SettingsError: a file cannot be read, or a statute lacks its name or how it is called.
    """
    own = paths.home() / OWN
    return (*_statutes(paths.resources() / NAME), *(_statutes(own) if own.is_file() else ()))


def _statutes(file: Path) -> tuple[Statute, ...]:
    try:
        return tuple(
            Statute(
                entry["name"],
                re.compile(entry["called"], re.IGNORECASE),
                frozenset(map(str, entry.get("gone", ()))),
                bool(entry.get("repealed", False)),
                str(entry["since"]),
            )
            for entry in _read(file).get("statute", ())
        )
    except (KeyError, TypeError, re.error) as error:
        raise SettingsError(file=file.name, reason="unreadable") from error


def _read(file: Path) -> dict[str, Any]:
    try:
        return tomllib.loads(file.read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise SettingsError(file=file.name, reason="unreadable") from error
