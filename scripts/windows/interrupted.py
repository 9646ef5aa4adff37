"""Installations on Windows that come to a bad end; each is done again after, without more ado."""

import subprocess
import time
from pathlib import Path
from typing import Final

from scripts.roots import end_all
from scripts.windows.computer import Computer, outside

#: Less than the program takes.
_ROOM: Final = "size=40m"


def is_killed(tried: Computer, msi: Path) -> None:
    """As when the power goes: the installer and all beside it end at once while it writes its files."""
    where = tried.disk / "Program Files/Kansli"
    with tried.here.start(tried.folder, "msiexec", "/i", outside(msi), "/qn") as started:
        while started.poll() is None and not any(where.rglob("*.dll")):
            time.sleep(0.02)
        assert started.poll() is None, "it was not killed in time"
        end_all(tried.here.folder)
    assert not tried.installed()


def finds_no_room(tried: Computer, msi: Path, log: Path) -> int:
    """What the installer ends with where there is no room; what it wrote is gone with the disk it wrote to."""
    where = tried.disk / "Program Files/Kansli"
    inside = tried.here.folder / str(where).lstrip("/")
    where.mkdir(parents=True, exist_ok=True)
    subprocess.run(["mount", "-t", "tmpfs", "-o", _ROOM, "tmpfs", str(inside)], check=True)
    try:
        return tried.msiexec("/i", outside(msi), log=log, code=None).returncode
    finally:
        subprocess.run(["umount", str(inside)], check=True)
