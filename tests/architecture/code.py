"""Where the code is, for the tests that read it instead of running it."""

import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
FOLDERS = ("assistant", "desktop", "tests", "scripts", "benchmarks")
MODULES = sorted(path for folder in FOLDERS for path in (ROOT / folder).glob("**/*.py"))
PRODUCT = [path for path in MODULES if path.relative_to(ROOT).parts[0] in {"assistant", "desktop"}]


def name_of(path: Path) -> str:
    """The file as seen from the root, the same on every system."""
    return path.relative_to(ROOT).as_posix()


def dotted(path: Path) -> str:
    """The module's name in an import."""
    return ".".join(path.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__")


def tracked() -> Iterator[tuple[str, str]]:
    """Every text file that belongs to the repository, by name; skips where the code is not in a repository."""
    if not (ROOT / ".git").exists():
        pytest.skip("not a repository: there is no list of what belongs to it")
    listed = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, check=True).stdout.decode()
    for name in filter(None, listed.split("\0")):
        try:
            yield name, (ROOT / name).read_text(encoding="utf-8")
        except (UnicodeDecodeError, FileNotFoundError):
            continue  # not text, or deleted and not yet committed
