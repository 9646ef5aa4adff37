"""Makes the installer for Windows: ``python -m scripts.msi [--version V] [--certificate FILE]``, on Windows and on Debian.

On Windows the bundle is made by this Python, which should be python.org's, and packed by WiX 3. On Debian it is made under Wine by
a Python out of package wheels and packed by wixl: that one is for trials, and is called so. The rest is the same. Without a
certificate nothing is signed, and that is said.
"""

import argparse
import contextlib
import os
import shutil
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final, Protocol

from assistant.version import VERSION
from scripts import bundle
from scripts.bundle import BUNDLE, WORK, files
from scripts.steps import ROOT, run, say
from scripts.windows import interpreter
from scripts.windows.bed import Bed, bed
from scripts.windows.dated import dated
from scripts.windows.signing import Certificate, command, signed
from scripts.windows.wxs import PROGRAMS, corrections, document

#: What is installed, as the installer is made of it.
INSTALLED: Final = WORK / "installed"
#: What IT reads.
_READ: Final = ("it.md", "it.en.md", "policy.md", "policy.sv.md", "security.md", "windows.md")


class Maker(Protocol):
    """What differs between the two systems."""

    #: What the installer's name ends with.
    ending: str

    def bundle(self) -> None:
        """Make the bundle."""

    def pack(self, wxs: Path, msi: Path) -> None:
        """Make the installer."""

    def sign(self, file: Path, certificate: Certificate) -> None:
        """Sign a file."""


class Windows:
    """Windows itself, with WiX 3 and signtool."""

    ending = ""

    def bundle(self) -> None:
        """As on every system."""
        bundle.main()

    def pack(self, wxs: Path, msi: Path) -> None:
        """WiX's compiler, then its linker, without the rules that would have a shortcut for all users belong to one."""
        built = wxs.with_suffix(".wixobj")
        run("compiling the installer", ["candle", "-nologo", "-arch", "x64", "-out", str(built), str(wxs)])
        without = [f"-sice:ICE{rule}" for rule in (38, 43, 57)]
        run("linking the installer", ["light", "-nologo", "-spdb", *without, "-out", str(msi), str(built)])

    def sign(self, file: Path, certificate: Certificate) -> None:
        """Where it lies."""
        run(f"signing {file.name}", command(file, certificate, "windows"))


@dataclass(frozen=True)
class Debian:
    """Debian with Wine, for trials."""

    here: Bed
    ending = "-trial"

    def bundle(self) -> None:
        """By a Python of Windows' that is a command here."""
        program = interpreter.make(self.here, WORK / "python")
        computer = WORK / "maker"
        self.here.make_computer(computer)
        python = self.here.command(WORK / "python-for-windows", computer, program)
        try:
            bundle.build(python, program.parent / "Lib" / "site-packages", "windows")
        finally:
            self.here.stop(computer)

    def pack(self, wxs: Path, msi: Path) -> None:
        """By wixl, and then what wixl leaves out."""
        began = int(time.time())
        self.here.run("wixl", "-a", "x64", "-o", str(msi), str(wxs))
        statements, summary = corrections(wxs.read_text(encoding="utf-8"))
        for each in statements:
            self.here.run("msibuild", str(msi), "-q", each)
        self.here.run("msibuild", str(msi), "-s", *summary)
        msi.write_bytes(dated(msi.read_bytes(), bundle.made_at(), began - 1, int(time.time()) + 1))

    def sign(self, file: Path, certificate: Certificate) -> None:
        """A copy, which then takes the file's place."""
        self.here.run(*command(file, certificate, "linux"))
        signed(file).replace(file)


def main() -> None:
    """Make the bundle and the installer."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--version", default=VERSION, help="another version, to try upgrades with")
    parser.add_argument("--certificate", type=Path, help="sign with this one (PKCS #12)")
    parser.add_argument("--password", type=Path, help="the file with its password")
    parser.add_argument("--timestamp", default="", help="the address of whom the time is asked")
    order = parser.parse_args()
    certificate = Certificate(order.certificate, order.password, order.timestamp) if order.certificate else None
    shared = [order.certificate.resolve().parent] if order.certificate else []
    WORK.mkdir(parents=True, exist_ok=True)
    with maker(*shared) as chosen:
        chosen.bundle()
        made = package(chosen, order.version, certificate)
    say(f"{made}: {made.stat().st_size / 1e6:.1f} MB, {'signed' if certificate else 'not signed'}")


@contextlib.contextmanager
def maker(*shared: Path) -> Iterator[Maker]:
    """What makes it on this system."""
    if sys.platform == "win32":
        yield Windows()
    else:
        with bed(WORK, *shared) as here:
            yield Debian(here)


def package(chosen: Maker, version: str, certificate: Certificate | None = None) -> Path:
    """Make the installer of the bundle; signed, with what is ours in it, where there is a certificate."""
    lay(INSTALLED)
    if certificate:
        for file in own(INSTALLED):
            chosen.sign(file, certificate)
    wxs = WORK / "kansli.wxs"
    wxs.write_text(document(INSTALLED, version, WORK / "kansli.ico"), encoding="utf-8")
    msi = WORK / f"kansli-{version}-x64{chosen.ending}.msi"
    msi.unlink(missing_ok=True)
    chosen.pack(wxs, msi)
    if certificate:
        chosen.sign(msi, certificate)
    return msi


def lay(folder: Path) -> None:
    """All that is installed, as it is installed: the bundle, the templates for group policy, and what IT reads."""
    shutil.rmtree(folder, ignore_errors=True)
    shutil.copytree(BUNDLE, folder)
    shutil.copytree(ROOT / "packaging" / "policy", folder / "policy")
    (folder / "docs").mkdir()
    for name in _READ:
        shutil.copyfile(ROOT / "docs" / name, folder / "docs" / name)
    for file in files(folder):
        os.utime(file, (bundle.made_at(), bundle.made_at()))


def own(folder: Path) -> list[Path]:
    """What was compiled or made for Kansli, and bears no maker's signature: the programs and llama.cpp."""
    return [*(folder / name for name in PROGRAMS), *sorted(folder.glob("_internal/llama_cpp/lib/*.dll"))]


if __name__ == "__main__":
    main()
