"""Runs pip, and other programs, one step at a time: what they say goes to a log, and how far they have come is told."""

import os
import re
import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TypeVar

T = TypeVar("T")
ROOT = Path(__file__).resolve().parent.parent
LOG = ROOT / "build" / "setup.log"
#: How ninja tells how many steps of the build are done.
STEPS = re.compile(r"^\s*\[(\d+)/(\d+)\] ", re.MULTILINE)
_LINES = 15
_TAIL = 20_000


def say(text: str) -> None:
    """Tell whoever waits."""
    print(text, file=sys.stderr, flush=True)


def pip(step: str, *arguments: str, python: str = sys.executable, environment: Mapping[str, str] | None = None) -> None:
    """Run pip; on failure name the step and its log, show the end of it, and stop."""
    run(
        step,
        [python, "-m", "pip", "--disable-pip-version-check", "--no-input", *arguments],
        environment=environment,
    )


def run(step: str, command: list[str], *, folder: Path = ROOT, environment: Mapping[str, str] | None = None) -> None:
    """Run a program; on failure name the step and its log, show the end of it, and stop."""
    LOG.parent.mkdir(exist_ok=True)
    surroundings = os.environ | dict(environment or {})
    with (
        LOG.open("w", encoding="utf-8") as log,
        subprocess.Popen(
            command, cwd=folder, stdin=subprocess.DEVNULL, stdout=log, stderr=log, env=surroundings
        ) as child,
    ):
        quarters = 0
        while True:
            try:
                code = child.wait(timeout=2)
                break
            except subprocess.TimeoutExpired:
                quarters = _tell_progress(quarters)
    if code:
        end = "\n".join(LOG.read_text(encoding="utf-8", errors="replace").splitlines()[-_LINES:])
        say(f"{end}\nFailed while {step}. All that was said is in {LOG}")
        sys.exit(1)


def timed(what: str, do: Callable[[], T], tell: Callable[[str], None] = say) -> T:
    """Do a step of a trial, and tell how long it took."""
    began = time.monotonic()
    given = do()
    tell(f"{what}: {time.monotonic() - began:.1f} s")
    return given


def need(why: str, *packages: str) -> None:
    """See to it that Debian's packages are there: an administrator gets them now, everyone else is told of them and stopped."""
    missing = [name for name in packages if not _is_installed(name)]
    if not missing:
        return
    install = ["apt-get", "install", "-y", "-q", "--no-install-recommends", *missing]
    if not shutil.which("apt-get") or not hasattr(os, "geteuid") or os.geteuid():
        say(f'{why} an administrator has to run "{" ".join(install)}" on Debian.')
        sys.exit(1)
    say(f"Installing the system's packages: {' '.join(missing)}")
    quietly = {"DEBIAN_FRONTEND": "noninteractive"}
    run("looking for the system's packages", ["apt-get", "update", "-q"], environment=quietly)
    run("installing the system's packages", install, environment=quietly)


def _is_installed(package: str) -> bool:
    if not shutil.which("dpkg-query"):
        return False
    asked = subprocess.run(
        ["dpkg-query", "-W", "-f", "${Status}", package], capture_output=True, text=True, check=False
    )
    return "ok installed" in asked.stdout


def _tell_progress(quarters: int) -> int:
    """Say each quarter of a build that is passed; gives the quarters that have been said."""
    with LOG.open("rb") as log:  # a build says megabytes
        log.seek(max(0, log.seek(0, os.SEEK_END) - _TAIL))
        steps = STEPS.findall(log.read().decode("utf-8", "replace"))
    done, total = map(int, steps[-1]) if steps else (0, 1)
    reached = 4 * done // total
    if reached > quarters:
        say(f"  {done} of {total} steps done")
    return max(reached, quarters)
