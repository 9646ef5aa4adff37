"""Where Windows programs are made and tried on Debian: a Debian 13 in a folder, with Wine and a compiler for Windows.

Needs root. The system is made once and kept; nothing of a try stays in it. Wine lacks two things that Windows has:
functions of the C library, and a library for old encodings. They are put among Wine's own libraries here, so what is made is the
same as for Windows, and nothing that is for Wine alone can end up in it.
"""

import contextlib
import hashlib
import shlex
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from scripts.roots import BASES, Root, mount, root, unmount
from scripts.steps import ROOT, say
from scripts.windows.forwarding import definition, offered

PACKAGES: Final = (
    "cmake", "fonts-dejavu-core", "g++-mingw-w64-x86-64-posix", "msitools", "ninja-build", "openssl", "osslsigncode", "wine",
    "wine64", "wixl",
)  # fmt: skip
#: What is for trials alone, as C.
TRIAL: Final = ROOT / "packaging" / "windows" / "trial"
TOOLS: Final = "x86_64-w64-mingw32"
_WINES: Final = "/usr/lib/x86_64-linux-gnu/wine/x86_64-windows"
#: What Wine knows its own libraries by, and where that stands.
_MARK, _PLACE = b"Wine builtin DLL\0", 0x40
#: What asks for .NET or a browser, or makes menus for the desktop outside, when a user's folder is made.
_LEFT_OUT: Final = "mscoree=;mshtml=;winemenubuilder.exe="
#: Variables that a Python of Windows is told by.
_PASSED: Final = ("PYTHONDONTWRITEBYTECODE", "PYTHONHASHSEED", "PYTHONPATH", "SOURCE_DATE_EPOCH")
Done = subprocess.CompletedProcess[str]


class Bed(Root):
    """The system. The folders that are shared with it lie at the same place inside; Windows' programs see them on drive Z."""

    def wine(self, computer: Path, *command: str, code: int | None = 0, **environment: str) -> Done:
        """Run a Windows program on a computer."""
        return self.run(*on(computer, **environment), "wine", *command, code=code)

    def start(self, computer: Path, *command: str, **environment: str) -> "subprocess.Popen[bytes]":
        """The same, without waiting for it."""
        whole = ["chroot", str(self.folder), *on(computer, **environment), "wine", *command]
        return subprocess.Popen(whole, cwd="/", stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)

    def command(self, file: Path, computer: Path, program: Path) -> str:
        """Make a command of this system out of a Windows program, which is told by these variables what others are told."""
        passed = " ".join(f'{name}="${name}"' for name in _PASSED)
        whole = " ".join(map(shlex.quote, on(computer)))
        inside = f'cd "$0" && exec wine {shlex.quote(str(program))} "$@"'
        text = f'#!/bin/sh\nexec chroot {shlex.quote(str(self.folder))} {whole} {passed} sh -c {shlex.quote(inside)} "$PWD" "$@"\n'
        file.write_text(text, encoding="utf-8")
        file.chmod(0o755)
        return str(file)

    def make_computer(self, computer: Path) -> None:
        """Make a fresh Windows computer: a folder with its drive C and its registry."""
        shutil.rmtree(computer, ignore_errors=True)
        computer.parent.mkdir(parents=True, exist_ok=True)
        self.run(*on(computer), "wineboot", "-i")
        self.settle(computer)

    def settle(self, computer: Path) -> None:
        """Wait until all of its programs have ended, and what they have changed in the registry is written."""
        self.run(*on(computer), "wineserver", "-w")

    def stop(self, computer: Path) -> None:
        """End all of its programs."""
        self.run(*on(computer), "wineserver", "-k", code=None)

    def offered(self, library: str) -> list[str]:
        """The names that a library for Windows offers."""
        return offered(self.run(f"{TOOLS}-objdump", "-p", library).stdout)

    def library(self, target: str, *sources: str) -> None:
        """Compile a library for Windows that uses no other."""
        self.run(f"{TOOLS}-gcc-posix", "-shared", "-nostdlib", "-fno-builtin", "-O1", "-s", "-o", target, *sources)


def on(computer: Path, **environment: str) -> list[str]:
    """What a command begins with to run on a computer of Wine's."""
    known = {"PATH": "/usr/bin:/bin", "LANG": "C.UTF-8", "HOME": "/root", "XDG_RUNTIME_DIR": "/run", "WINEPREFIX": str(computer),
             "WINEDEBUG": "-all", "WINEDLLOVERRIDES": _LEFT_OUT, **environment}  # fmt: skip
    return ["env", "-i", *(f"{name}={value}" for name, value in known.items())]


@contextlib.contextmanager
def bed(*shared: Path) -> Iterator[Bed]:
    """The system, for one at a time, with these folders in it beside the repository."""
    import fcntl  # noqa: PLC0415 - not on Windows, where installers are made without this

    base = _base()
    with base.with_suffix(".lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        unmount(base)  # where something was killed it is mounted still
        try:
            mount(base)
            subprocess.run(["mount", "-t", "sysfs", "-o", "ro", "sysfs", str(base / "sys")], check=True)
            for each in (ROOT, *shared):
                place = base / str(each).lstrip("/")
                place.mkdir(parents=True, exist_ok=True)
                subprocess.run(["mount", "--bind", str(each), str(place)], check=True)
            yield Bed(base)
        finally:
            unmount(base)


def _base() -> Path:
    """The kept system; its name changes with what is in it."""
    sources = [each.read_bytes() for each in sorted(TRIAL.glob("*.c"))]
    base = BASES / f"wine-{hashlib.sha256(repr((PACKAGES, sources)).encode()).hexdigest()[:8]}"
    if base.is_dir():
        return base
    say("Making a Debian 13 with Wine: some minutes, and only the first time")
    BASES.mkdir(parents=True, exist_ok=True)
    part = base.with_suffix(".part")
    shutil.rmtree(part, ignore_errors=True)
    with root("trixie", BASES) as system:
        system.apt("install", *PACKAGES)
        _complete(Bed(system.folder))
        system.apt("clean")
        subprocess.run(["cp", "-a", "--one-file-system", str(system.folder), str(part)], check=True)
    part.rename(base)
    return base


def _complete(system: Bed) -> None:
    """Give Wine what it lacks: its C library under another name behind one with more in it, and one library more."""
    sources = system.folder / "srv"
    for each in TRIAL.glob("*.c"):
        shutil.copyfile(each, sources / each.name)
    wines = system.folder / _WINES.lstrip("/")
    shutil.copyfile(wines / "ucrtbase.dll", wines / "ucrtreal.dll")
    listed = definition(
        "ucrtbase.dll",
        system.offered(f"{_WINES}/ucrtreal.dll"),
        "ucrtreal",
        (TRIAL / "ucrtbase.c").read_text(encoding="utf-8"),
    )
    (sources / "ucrtbase.def").write_text(listed, encoding="ascii")
    system.library("/srv/ucrtbase.dll", "/srv/ucrtbase.c", "/srv/entry.c", "/srv/ucrtbase.def")
    system.library("/srv/icuuc.dll", "/srv/icuuc.c", "/srv/entry.c")
    for name in ("icuuc.dll", "ucrtbase.dll"):
        content = bytearray((sources / name).read_bytes())
        content[_PLACE : _PLACE + len(_MARK)] = _MARK
        (wines / name).write_bytes(content)
    for each in sources.iterdir():
        each.unlink()
