"""What may be in the bundle, and why: each file and each Python package, against ``packaging/contents.toml``."""

import fnmatch
import sys
import tomllib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path, PurePosixPath
from typing import Final

SYSTEM: Final = "windows" if sys.platform == "win32" else "linux"
LIST: Final = Path(__file__).resolve().parent.parent / "packaging" / "contents.toml"


@dataclass(frozen=True)
class Allowed:
    """What may be there, and why.

    Attributes:
        path: a pattern of paths (``**`` stands for any folders), or the name of a Python package.
        why: the reason.
        on: ``linux`` or ``windows``; empty for both.
        sometimes: whether it need not be there.
    """

    path: str
    why: str
    on: str = ""
    sometimes: bool = False


def allowed(kind: str, system: str = SYSTEM) -> list[Allowed]:
    """The entries of a kind, ``file`` or ``package`` (beside Python's own), that hold on a system."""
    entries = tomllib.loads(LIST.read_text(encoding="utf-8"))[kind]
    return [each for each in (Allowed(**entry) for entry in entries) if each.on in {"", system}]


def unexpected(bundle: Path, modules: Path, system: str = SYSTEM) -> list[str]:
    """Files and packages of a bundle that nothing allows, and entries that allow nothing there is."""
    found = [path.relative_to(bundle).as_posix() for path in bundle.rglob("*") if not path.is_dir()]
    python = tomllib.loads(LIST.read_text(encoding="utf-8"))["python"].split()
    packages = [name for name in modules.read_text(encoding="utf-8").split() if name not in python]
    return sorted(
        [
            *against(found, allowed("file", system)),
            *(f"package {each}" for each in against(packages, allowed("package", system))),
        ]
    )


def against(found: Iterable[str], entries: Sequence[Allowed]) -> list[str]:
    """What no entry allows, and entries that allow nothing."""
    used: set[str] = set()
    odd = []
    for name in found:
        allows = [entry.path for entry in entries if matches(name, entry.path)]
        used.update(allows)
        if not allows:
            odd.append(name)
    return [
        *odd,
        *(f"allowed but not there: {entry.path}" for entry in entries if not (entry.sometimes or entry.path in used)),
    ]


def matches(path: str, pattern: str) -> bool:
    """Whether a path has a pattern's form; ``*`` stays within one folder."""
    return _matches(PurePosixPath(path).parts, PurePosixPath(pattern).parts)


@cache
def _matches(parts: tuple[str, ...], pattern: tuple[str, ...]) -> bool:
    if not pattern:
        return not parts
    if pattern[0] == "**":
        return any(_matches(parts[skipped:], pattern[1:]) for skipped in range(len(parts) + 1))
    return bool(parts) and fnmatch.fnmatchcase(parts[0], pattern[0]) and _matches(parts[1:], pattern[1:])
