"""Minimal Debian systems in folders, for trying packages where nothing else is installed. Needs root."""

import contextlib
import os
import shutil
import signal
import subprocess
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from scripts.steps import need, run, say

#: Where the bare systems are kept, which each try copies.
BASES: Final = Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache") / "kansli" / "roots"
#: What is not the packages' own: caches, logs, lists, temporary and pretended files, and where a trial puts its packages.
_BESIDE: Final = (
    "proc",
    "dev",
    "sys",
    "tmp",
    "run",
    "root",
    "home",
    "srv",
    "var/cache",
    "var/log",
    "var/lib/apt",
    "var/lib/dpkg",
    "var/tmp",
)
_SECONDS: Final = 3600
_PATIENCE: Final = 10


class Root:
    """A system in a folder of its own."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def run(
        self, *command: str, user: str = "", offline: bool = False, code: int | None = 0, **environment: str
    ) -> subprocess.CompletedProcess[str]:
        """Run a command inside, as root or as a user; ``offline`` takes its networks away. ``code`` is what it should end with.

        Raises:
            AssertionError: it ended otherwise; what it said is told.
        """
        surroundings = {"PATH": "/usr/sbin:/usr/bin:/sbin:/bin", "LANG": "C.UTF-8", "HOME": f"/home/{user}" if user else "/root",
                        "DEBIAN_FRONTEND": "noninteractive", "KANSLI_LANGUAGE": "en", **environment}  # fmt: skip
        whole = ["chroot", str(self.folder), *command]
        if user:
            whole[1:1] = [f"--userspec={user}:{user}"]
        if offline:
            whole = ["unshare", "-n", *whole]
        done = subprocess.run(
            whole,
            env=surroundings,
            capture_output=True,
            text=True,
            errors="replace",
            timeout=_SECONDS,
            check=False,
            cwd="/",
        )
        assert code is None or done.returncode == code, (
            f"{' '.join(command)} ended with {done.returncode}:\n{done.stdout[-2000:]}\n{done.stderr[-2000:]}"
        )
        return done

    def apt(self, *arguments: str, code: int | None = 0) -> subprocess.CompletedProcess[str]:
        """Run apt-get."""
        return self.run("apt-get", "-y", "-q", "--no-install-recommends", *arguments, code=code)

    def put(self, file: Path, name: str = "") -> str:
        """Copy a file in; its path inside."""
        target = self.folder / "srv" / (name or file.name)
        shutil.copyfile(file, target)
        return f"/srv/{target.name}"

    def write(self, path: str, text: str, mode: int = 0o644) -> None:
        """Write a file inside."""
        target = self.folder / path.lstrip("/")
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(text, encoding="utf-8")
        target.chmod(mode)

    def files(self) -> set[str]:
        """All that packages and administrators have put there."""
        found = set()
        for folder, folders, names in os.walk(self.folder):
            here = Path(folder).relative_to(self.folder)
            folders[:] = [each for each in folders if str(here / each) not in _BESIDE]
            found |= {str(here / name) for name in [*names, *folders]}
        return found

    def packages(self) -> set[str]:
        """The names of the packages that are installed."""
        told = self.run("dpkg-query", "-W", "-f", "${Package} ${Status}\\n").stdout
        return {line.split()[0] for line in told.splitlines() if line.endswith("ok installed")}


@contextlib.contextmanager
def root(suite: str, work: Path) -> Iterator[Root]:
    """A fresh minimal system of that release; gone after."""
    base = BASES / suite
    if not base.is_dir():
        need("To make a bare system", "debootstrap")
        say(f"Making a bare {suite}")
        BASES.mkdir(parents=True, exist_ok=True)
        part = base.with_suffix(".part")
        shutil.rmtree(part, ignore_errors=True)
        run("making a bare system", ["debootstrap", "--variant=minbase", suite, str(part), *_mirror()])
        part.rename(base)
    folder = work / f"root-{suite}"
    _forget(folder)
    subprocess.run(["cp", "-a", "--reflink=auto", str(base), str(folder)], check=True)
    made = Root(folder)
    for settings in Path("/etc/apt/apt.conf.d").glob("*"):
        if settings.is_file() and "docker" not in settings.name and "packagekit" not in settings.name:
            shutil.copyfile(settings, folder / "etc/apt/apt.conf.d" / settings.name)
    for name in ("resolv.conf", "hosts"):
        shutil.copyfile(Path("/etc") / name, folder / "etc" / name)
    mount(folder)
    try:
        made.apt("update")
        yield made
    finally:
        _forget(folder)


def mount(folder: Path) -> None:
    """What programs expect of a running system."""
    for kind, where in (("proc", "proc"), ("devtmpfs", "dev"), ("tmpfs", "dev/shm")):
        subprocess.run(["mount", "-t", kind, kind, str(folder / where)], check=True)


def end_all(folder: Path) -> None:
    """End at once all that runs in the system in a folder, what has begun as it is."""
    until = time.monotonic() + _PATIENCE
    while running := list(_running(folder)):
        assert time.monotonic() < until, f"still running in {folder}: {running}"
        for process in running:
            with contextlib.suppress(ProcessLookupError):
                os.kill(process, signal.SIGKILL)
        time.sleep(0.02)


def _running(folder: Path) -> Iterator[int]:
    for process in Path("/proc").glob("[0-9]*"):
        with contextlib.suppress(OSError):  # it has ended already
            if (process / "root").readlink() == folder:
                yield int(process.name)


def unmount(folder: Path) -> None:
    """Take everything off the folder that is mounted in it; a daemon may have outlived what it was started by."""
    end_all(folder)
    mounted = [line.split()[1] for line in Path("/proc/mounts").read_text(encoding="utf-8").splitlines()]
    for each in sorted((each for each in mounted if Path(each).is_relative_to(folder)), reverse=True):
        subprocess.run(["umount", each], check=True)


def _mirror() -> list[str]:
    """Where this system's own packages come from, so that a bare one comes from there too."""
    for listed in (Path("/etc/apt/sources.list.d/debian.sources"), Path("/etc/apt/sources.list")):
        for line in listed.read_text(encoding="utf-8").splitlines() if listed.is_file() else []:
            words = line.split()
            if words[:1] in (["URIs:"], ["deb"]):
                return [next(word for word in words[1:] if "://" in word)]
    return []


def _forget(folder: Path) -> None:
    """Delete the folder; nothing is deleted while something is still mounted in it."""
    if folder.exists():
        unmount(folder)
        shutil.rmtree(folder)
