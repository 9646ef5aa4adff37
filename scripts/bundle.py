"""Makes the installed program: ``python -m scripts.bundle``, on Linux and on Windows. The result is ``build/release/dist/kansli``.

It is made in an environment of its own, which holds what runs and PyInstaller, each by its hash; llama.cpp is built for all
processors, and numpy without what Kansli does not use (on Windows it is its makers' own). The same commit makes the same files, bit
for bit.
"""

import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from scripts import contents, evidence, icons
from scripts.steps import ROOT, pip, run, say
from scripts.wheels import LLAMA, LOCKS, NUMPY, lean_numpy, portable_llama, split

#: What is made lies here; it may lead to another disk.
WORK = Path(os.environ.get("KANSLI_BUILD", ROOT / "build" / "release"))
BUNDLE = WORK / "dist" / "kansli"
INSIDE = BUNDLE / "_internal"
IS_WINDOWS = contents.SYSTEM == "windows"
#: Folders with libraries that bear having their symbols taken out.
STRIPPED = {"cryptography", "lib-dynload", "numpy", "pypdfium2_raw", "sqlcipher3"}


def main() -> None:
    """Make the environment if it is not there, and the bundle."""
    python = environment(WORK / "environment")
    build(python, evidence.site(python), contents.SYSTEM)


def build(python: str, site: Path, system: str) -> None:
    """Make the bundle with a Python that has all it needs in ``site``, and what proves what is in it."""
    if system == "windows":
        (WORK / "kansli.ico").write_bytes(icons.ico())
    make(python)
    if system == "linux":
        _strip()
    evidence.add(python, site, INSIDE, made_at())
    unexpected = contents.unexpected(BUNDLE, WORK / "modules.txt", system)
    if unexpected:
        say("The bundle holds what nothing in packaging/contents.toml allows:\n  " + "\n  ".join(unexpected))
        sys.exit(1)
    say(f"{BUNDLE}: {size(BUNDLE) / 1e6:.0f} MB in {sum(1 for _ in files(BUNDLE))} files")


def environment(folder: Path) -> str:
    """The Python of an environment with what runs, and PyInstaller; made when it is not there or something has changed."""
    python = str(folder / ("Scripts/python.exe" if IS_WINDOWS else "bin/python"))
    mark, wanted = folder / "made-of", _state()
    if mark.is_file() and mark.read_text(encoding="utf-8") == wanted:
        return python
    say("Making the environment of the bundle")
    shutil.rmtree(folder, ignore_errors=True)
    subprocess.run([sys.executable, "-m", "venv", str(folder)], check=True)
    built = (LLAMA,) if IS_WINDOWS else (LLAMA, NUMPY)
    strictly = ("--require-hashes", "--no-deps", "--only-binary=:all:")
    for lock in ("build.txt", "release.txt"):
        pip(f"installing the tools of {lock}", "install", *strictly, "-r", str(LOCKS / lock), python=python)
    _, others = split(LOCKS / "runtime.txt", *built)
    with tempfile.TemporaryDirectory() as pinned:
        rest = Path(pinned) / "others.txt"
        rest.write_text(others, encoding="utf-8")
        pip("installing what runs", "install", *strictly, "-r", str(rest), python=python)
    for wheel in (portable_llama(python), *([] if IS_WINDOWS else [lean_numpy(python)])):
        pip(f"installing {wheel.name}", "install", "--no-deps", str(wheel), python=python)
    pip("looking for gaps in what was installed", "check", python=python)
    mark.write_text(wanted, encoding="utf-8")
    return python


def make(python: str) -> None:
    """Run PyInstaller."""
    say("Making the bundle")
    run(
        "making the bundle",
        [python, "-m", "PyInstaller", "--clean", "--noconfirm", "--log-level", "WARN", "--distpath", str(BUNDLE.parent),
         "--workpath", str(WORK / "work"), str(ROOT / "installer.spec")],
        environment={
            "PYTHONPATH": str(ROOT), "PYTHONHASHSEED": "1", "PYTHONDONTWRITEBYTECODE": "1", "SOURCE_DATE_EPOCH": str(made_at()),
        },
    )  # fmt: skip


def made_at() -> int:
    """The time that what is made bears: of the commit it is made from."""
    given = os.environ.get("SOURCE_DATE_EPOCH")
    if given:
        return int(given)
    told = subprocess.run(
        ["git", "log", "-1", "--format=%ct"], cwd=ROOT, capture_output=True, text=True, check=True
    ).stdout
    return int(told)


def files(folder: Path) -> list[Path]:
    """All files under a folder, in order."""
    return sorted(path for path in folder.rglob("*") if path.is_file() or path.is_symlink())


def size(folder: Path) -> int:
    """Bytes of all its files."""
    return sum(path.lstat().st_size for path in files(folder))


def _state() -> str:
    """What the environment is made of: the locks and the Python."""
    return "\n".join([sys.version, *(path.read_text(encoding="utf-8") for path in sorted(LOCKS.glob("*.txt")))])


def _strip() -> None:
    """Take out symbols that nobody needs, a third of what is stripped here and two thirds of the store's library.

    Other libraries are left as their makers made them: some have been altered in a way that does not bear it.
    """
    own = [path for path in files(INSIDE) if not path.is_symlink() and ".so" in path.name and _is_stripped(path)]
    run("taking out symbols", ["strip", "--strip-unneeded", *map(str, own)])


def _is_stripped(path: Path) -> bool:
    return path.name.startswith("libpython") or not STRIPPED.isdisjoint(path.relative_to(INSIDE).parts)


if __name__ == "__main__":
    main()
