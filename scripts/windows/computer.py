"""A Windows computer of Wine's, as its administrator sees it: what is installed, what its registry says, what its disk holds."""

import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

from scripts.windows.bed import Bed, Done

PROGRAMS: Final = r"C:\Program Files\Kansli"
#: Below these, what Windows, its installer and users leave is no program's: on the disk and in the registry.
_BESIDE: Final = ("ProgramData/Microsoft", "users", "windows")
_KEYS: Final = (r"HKLM\SOFTWARE", r"HKLM\SYSTEM\CurrentControlSet\Control\Session Manager\Environment")
_INSTALLED: Final = r"HKLM\SOFTWARE\Microsoft\Windows\CurrentVersion\Uninstall"


class Computer:
    """One that was just made; its programs are ended when the block does."""

    def __init__(self, here: Bed, folder: Path) -> None:
        self.here = here
        self.folder = folder
        self.disk = folder / "drive_c"

    def run(self, *command: str, code: int | None = 0, **environment: str) -> Done:
        """Run a program until it has ended, and what it started too."""
        return self.here.wine(self.folder, *command, code=code, **environment)

    def kansli(self, *words: str, code: int | None = 0, **environment: str) -> Done:
        """Run the installed program."""
        return self.run(rf"{PROGRAMS}\kansli.exe", *words, code=code, **{"KANSLI_LANGUAGE": "en", **environment})

    def start(self, program: str, display: str) -> "subprocess.Popen[bytes]":
        """Start an installed program with a window."""
        return self.here.start(self.folder, rf"{PROGRAMS}\{program}", DISPLAY=display, KANSLI_LANGUAGE="sv")

    def msiexec(self, *words: str, log: Path, code: int | None = 0) -> Done:
        """Let Windows' installer do something without asking; it writes its log."""
        done = self.run("msiexec", *words, "/qn", "/l*v", outside(log), code=code)
        self.here.settle(self.folder)
        return done

    def fix(self, key: str, name: str, kind: str, value: str) -> None:
        """Put a value into the registry, as group policy does."""
        self.run("reg", "add", key, "/v", name, "/t", kind, "/d", value, "/f", "/reg:64")

    def free(self, key: str, name: str) -> None:
        """Take one out."""
        self.run("reg", "delete", key, "/v", name, "/f", "/reg:64")

    def registry(self, *keys: str) -> set[str]:
        """The lines that the registry has below the keys, each with the key it stands under."""
        return {line for key in keys or _KEYS for line in self._values(key)}

    def _values(self, key: str) -> Iterator[str]:
        told = self.run("reg", "query", key, "/s", "/reg:64", code=None).stdout
        under = ""
        for line in (each.rstrip() for each in told.splitlines()):
            if line.startswith("HKEY_"):
                under = line
            if line:
                yield f"{under}: {line.strip()}"

    def installed(self) -> list[str]:
        """What stands in the list of programs as Kansli: the versions."""
        lines = self.registry(_INSTALLED)
        ours = {line.split(": ")[0] for line in lines if "DisplayName" in line and line.endswith(" Kansli")}
        return sorted(line.split()[-1] for line in lines if line.split(": ")[0] in ours and "DisplayVersion" in line)

    def files(self) -> set[str]:
        """All that programs have put on the disk."""
        found = {path.relative_to(self.disk).as_posix() for path in self.disk.rglob("*")}
        return {each for each in found if not each.startswith(_BESIDE)}


def outside(path: Path) -> str:
    """How Windows' programs call a file of the system outside."""
    return "Z:" + str(path).replace("/", "\\")


@contextmanager
def computer(here: Bed, folder: Path) -> Iterator[Computer]:
    """A fresh one; it stays in its folder, to be looked at."""
    here.make_computer(folder)
    try:
        yield Computer(here, folder)
    finally:
        here.stop(folder)
