"""Libraries for Windows that hand their names on to another: what a library offers, and the list that a new one is made by."""

import re
from collections.abc import Iterable
from typing import Final

#: A line of objdump's table of exported names: its number, perhaps more, the name.
_OFFERED: Final = re.compile(r"^\s*\[ *\d+\].*?(\S+)$", re.MULTILINE)
#: A function that a source of ours offers.
_OWN: Final = re.compile(r"^EXPORT .*?(\w+)\(", re.MULTILINE)


def offered(told: str) -> list[str]:
    """The names in what objdump tells of a library."""
    _, _, table = told.partition("[Ordinal/Name Pointer] Table")
    return sorted(set(_OFFERED.findall(table.partition("\n\n")[0])))


def definition(library: str, names: Iterable[str], other: str, source: str = "") -> str:
    """The linker's list for a library whose names are another's, but for those that its own source has."""
    own = set(_OWN.findall(source))
    lines = [f" {name}" if name in own else f" {name} = {other}.{name}" for name in names]
    return "\n".join([f"LIBRARY {library}", "EXPORTS", *lines, ""])
