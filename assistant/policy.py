"""What IT has fixed on this computer, in one file that users cannot write. It is read strictly or nothing is done at all.

A policy that cannot be read, or says something that Kansli does not know, stops the program: to go on without it would be to
let through what IT has closed. ``SCHEMA`` is the one table of what may be fixed.
"""

import dataclasses
import functools
import json
import operator
import os
import stat
import sys
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Final

from assistant import paths
from assistant.errors import PolicyError
from assistant.settings import FIELDS, Settings, is_right, load

#: Whose file it must be: the system's administrator on Linux and macOS.
_ADMINISTRATOR: Final = 0


def _is_folder(value: Any) -> bool:
    return isinstance(value, str) and Path(value).is_absolute()


#: Every key that a policy may have, and whether a value is right: the settings, and what only IT decides.
SCHEMA: Final[Mapping[str, Callable[[Any], bool]]] = {
    **{name: functools.partial(is_right, name) for name in FIELDS},
    "models_folder": _is_folder,
    "templates_folder": _is_folder,
    "allow_fetch": lambda value: isinstance(value, bool),
}


@dataclass(frozen=True)
class Policy:
    """What IT has fixed.

    Attributes:
        file: where that is said; empty when nothing is fixed.
        values: by key, those that are fixed.
    """

    file: str = ""
    values: Mapping[str, Any] = field(default_factory=dict)

    @property
    def fixed(self) -> Mapping[str, Any]:
        """The settings that are fixed."""
        return {name: value for name, value in self.values.items() if name in FIELDS}

    @property
    def models_folder(self) -> Path | None:
        """A folder with models that IT has provided; it is only read."""
        return Path(self.values["models_folder"]) if "models_folder" in self.values else None

    @property
    def templates_folder(self) -> Path | None:
        """A folder with the organisation's types of letters and their templates; they go before all others."""
        return Path(self.values["templates_folder"]) if "templates_folder" in self.values else None

    @property
    def may_fetch(self) -> bool:
        """Whether models may be fetched over a network."""
        return bool(self.values.get("allow_fetch", True))

    def over(self, settings: Settings) -> Settings:
        """The settings that count: the fixed ones, and the user's own for the rest."""
        return dataclasses.replace(settings, **self.fixed)


def in_force(file: Path | None = None) -> Policy:
    """The policy of this computer.

    Raises:
        PolicyError: it cannot be read (``unreadable``), others than the administrator could have written it (``unsafe``), or
            it has a key or a value that it may not have (``unknown``, ``wrong``).
    """
    file = file or paths.policy()
    try:
        text = _read(file)
        values: Any = json.loads(text, object_pairs_hook=_once)
    except FileNotFoundError:
        return Policy()
    except (OSError, ValueError, RecursionError) as error:
        raise PolicyError(file=str(file), reason="unreadable") from error
    if not isinstance(values, dict):
        raise PolicyError(file=str(file), reason="unreadable")
    for key, value in values.items():
        if key not in SCHEMA:
            raise PolicyError(file=str(file), reason="unknown", key=key)
        if not SCHEMA[key](value):
            raise PolicyError(file=str(file), reason="wrong", key=key)
    return Policy(str(file), values)


def chosen() -> Settings:
    """The settings that count on this computer for this user.

    Raises:
        PolicyError: as above.
    """
    return in_force().over(load()[0])


def _read(file: Path) -> bytes:
    flags = (getattr(os, name, 0) for name in ("O_NOFOLLOW", "O_NONBLOCK", "O_BINARY"))
    descriptor = os.open(file, functools.reduce(operator.or_, flags, os.O_RDONLY))
    with os.fdopen(descriptor, "rb") as opened:
        if sys.platform != "win32" and not (_is_safe(os.fstat(descriptor)) and _is_safe(file.parent.stat())):
            raise PolicyError(file=str(file), reason="unsafe")
        return opened.read()


def _is_safe(status: os.stat_result) -> bool:
    """Whether only the administrator can have written it: an ordinary file or a folder of his, closed to others."""
    is_his = status.st_uid == _ADMINISTRATOR and not status.st_mode & (stat.S_IWGRP | stat.S_IWOTH)
    return is_his and (stat.S_ISREG(status.st_mode) or stat.S_ISDIR(status.st_mode))


def _once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    """The object; ValueError when a key stands twice, since readers differ in which they believe."""
    values = dict(pairs)
    if len(values) != len(pairs):
        raise ValueError
    return values
