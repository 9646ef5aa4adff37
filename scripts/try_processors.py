"""Tries the bundle on processors that are older than this one: ``python -m scripts.try_processors [NAME…]``.

Needs root, and the small model where packages or the user keep models. Each is emulated for the bundle's own
programs alone: a copy of them bears a mark in the unused bytes of its header, and in a namespace of its own the system hands
what bears the mark to the emulator, also the children that the bundle starts. Emulated, a program cannot lock itself down.
"""

import json
import os
import shutil
import subprocess
import sys
import time
from pathlib import Path
from typing import Any, Final

from scripts.bundle import BUNDLE, WORK
from scripts.steps import need, say

EMULATOR: Final = "/usr/bin/qemu-x86_64-static"
MODEL: Final = "smollm2-135m"
#: What the self-test shall say that each lacks; on those that lack nothing all of it passes.
LACKING: Final = {
    "Haswell": "",
    "SandyBridge": "",
    "Nehalem": "",
    "Conroe": "sse4.1, sse4.2",
}
_MARK: Final = b"Kansli"
_MARKED_AT: Final = 9
_SECONDS: Final = 1_800
#: Inside the namespace: what bears the mark goes to the emulator from here on.
_INSIDE: Final = """
mount -t binfmt_misc none /proc/sys/fs/binfmt_misc
printf ':kansli:M:{at}:{mark}::{through}:' > /proc/sys/fs/binfmt_misc/register
exec "$@"
"""


def main() -> None:
    """Try those that are named, or all."""
    need("To try this", "qemu-user-static")
    folder = WORK / "emulated"
    shutil.rmtree(folder, ignore_errors=True)
    marked(folder)
    for name in sys.argv[1:] or LACKING:
        began = time.monotonic()
        told = self_test(folder, name)
        check(name, told)
        say(f"{name}: {summary(told)} ({time.monotonic() - began:.0f} s)")
    shutil.rmtree(folder)


def marked(folder: Path) -> None:
    """Copy the bundle, its files as links, but the program: that one bears the mark."""
    shutil.copytree(BUNDLE, folder, symlinks=True, copy_function=os.link)
    program = folder / "kansli"
    program.unlink()
    shutil.copy(BUNDLE / "kansli", program)
    with program.open("r+b") as file:
        file.seek(_MARKED_AT)
        file.write(_MARK)


def self_test(folder: Path, processor: str) -> dict[str, Any]:
    """What the self-test tells on that processor."""
    through = folder / "through"
    through.write_text(f'#!/bin/sh\nexec {EMULATOR} -cpu {processor} "$@" 2>/dev/null\n', encoding="ascii")
    through.chmod(0o755)
    inside = _INSIDE.format(at=_MARKED_AT, mark=_MARK.decode(), through=through)
    command = [str(folder / "kansli"), "selftest", "--model", MODEL, "--format", "json"]
    done = subprocess.run(
        ["unshare", "--map-root-user", "--mount", "sh", "-ec", inside, "sh", *command],
        stdin=subprocess.DEVNULL, capture_output=True, text=True, timeout=_SECONDS, check=False,
    )  # fmt: skip
    assert done.stdout.strip(), f"{processor}: it ended with {done.returncode} and told nothing: {done.stderr[-2000:]}"
    told: dict[str, Any] = json.loads(done.stdout)
    assert (done.returncode == 0) == told["passed"]
    return told


def check(processor: str, told: dict[str, Any]) -> None:
    """It passes where nothing is lacking, and else says what is."""
    step = told["steps"][0]
    if LACKING[processor]:
        assert not told["passed"]
        assert step["facts"]["part"] == LACKING[processor], f"{processor}: {step}"
    else:
        assert told["passed"], f"{processor}: {told['steps']}"
        assert step["slow"] is ("avx2" not in step["instructions"])


def summary(told: dict[str, Any]) -> str:
    """In a line."""
    step = told["steps"][0]
    if not step["passed"]:
        return f"lacks {step['facts']['part']}, and says so"
    return f"passed{', and says that it is slow' if step['slow'] else ''}; with {', '.join(step['instructions'])}"


if __name__ == "__main__":
    main()
