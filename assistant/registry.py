"""Windows' registry, read alone."""

import sys
from collections.abc import Mapping
from typing import Any


class LocalMachine:
    """What administrators have set for all users, in the 64-bit view."""

    def values(self, path: str) -> Mapping[str, Any] | None:
        """The values at a path by name; None when there is no such path, or no registry.

        Raises:
            OSError: it cannot be read.
        """
        if sys.platform != "win32":
            return None
        import winreg  # noqa: PLC0415 - other systems have no such module

        try:
            key = winreg.OpenKey(winreg.HKEY_LOCAL_MACHINE, path, 0, winreg.KEY_READ | winreg.KEY_WOW64_64KEY)
        except FileNotFoundError:
            return None
        with key:
            _, count, _ = winreg.QueryInfoKey(key)
            return {name: value for name, value, _ in (winreg.EnumValue(key, place) for place in range(count))}
