"""Where IT says what is fixed, and what it says there, not yet looked at: a file, and on Windows the registry.

Each place gives its name and the values by key, as JSON has them. A place that cannot be read for certain is an error.
"""

import functools
import json
import operator
import os
import stat
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final, Protocol

from assistant.errors import PolicyError
from assistant.fixable import KEYS

#: Whose file it must be: the system's administrator on Linux and macOS.
_ADMINISTRATOR: Final = 0
#: Where group policy puts it; only administrators can write there.
REGISTRY: Final = r"SOFTWARE\Policies\Kansli"
REGISTRY_NAME: Final = rf"HKLM\{REGISTRY}"


@dataclass(frozen=True)
class Said:
    """What one place says: its name for people, and values by key."""

    place: str
    values: Mapping[str, Any]


class Registry(Protocol):
    """What is used of Windows' registry."""

    def values(self, path: str) -> Mapping[str, Any] | None:
        """The values at a path of the local machine, by name; None when there is no such path.

        Raises:
            OSError: it cannot be read.
        """
        ...


def from_file(file: Path, *, is_guarded: bool = True) -> Said | None:
    """What the file says; None when there is none. ``is_guarded`` refuses one that others than the administrator may write.

    Raises:
        PolicyError: it cannot be read (``unreadable``), or others could have written it (``unsafe``).
    """
    try:
        values: Any = json.loads(_read(file, is_guarded=is_guarded), object_pairs_hook=_once)
    except FileNotFoundError:
        return None
    except (OSError, ValueError, RecursionError) as error:
        raise PolicyError(file=str(file), reason="unreadable") from error
    if not isinstance(values, dict):
        raise PolicyError(file=str(file), reason="unreadable")
    return Said(str(file), values)


def from_registry(registry: Registry | None) -> Said | None:
    """What the registry says; None when it says nothing or there is none.

    Raises:
        PolicyError: it cannot be read (``unreadable``).
    """
    if registry is None:
        return None
    try:
        values = registry.values(REGISTRY)
    except OSError as error:
        raise PolicyError(file=REGISTRY_NAME, reason="unreadable") from error
    if not values:
        return None
    return Said(REGISTRY_NAME, {name: _translated(name, value) for name, value in values.items()})


def system_registry() -> Registry | None:
    """Windows' own registry; None on other systems."""
    if sys.platform != "win32":
        return None
    from assistant import registry  # noqa: PLC0415 - Windows only

    return registry.LocalMachine()


def _translated(name: str, value: Any) -> Any:
    """A value as JSON would have it: the registry knows no flags, only 0 and 1."""
    if name in KEYS and KEYS[name].kind == "flag" and type(value) is int and value in (0, 1):
        return bool(value)
    return value


def _read(file: Path, *, is_guarded: bool) -> bytes:
    flags = (getattr(os, name, 0) for name in ("O_NOFOLLOW", "O_NONBLOCK", "O_BINARY"))
    descriptor = os.open(file, functools.reduce(operator.or_, flags, os.O_RDONLY))
    with os.fdopen(descriptor, "rb") as opened:
        if not is_guarded or sys.platform == "win32":
            return opened.read()
        if not (_is_safe(os.fstat(descriptor)) and _is_safe(file.parent.stat())):
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
