"""Fills .venv from the lock, builds llama.cpp's wheel once per machine, and fetches models. A second run does nothing twice.

Usage: python -m scripts.setup [--dev] [--model ID]…  Run by ``scripts/setup`` with the virtual environment's own Python.
"""

import argparse
import hashlib
import subprocess
import sys
import tempfile
from pathlib import Path

from scripts.steps import ROOT, pip, say
from scripts.wheels import LLAMA, LOCKS, llama_key, native_llama, split


def main() -> None:
    """Do what is not done yet."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--dev", action="store_true", help="also what the tests need")
    parser.add_argument("--model", action="append", default=[], help="a model to fetch")
    order = parser.parse_args()
    lock = LOCKS / ("dev.txt" if order.dev else "runtime.txt")
    stamp = Path(sys.prefix) / f"{lock.stem}.stamp"
    if not _is_done(stamp, lock):
        _install(lock)
        stamp.write_text(_fingerprint(lock), encoding="ascii")
    for model in order.model:
        _fetch(model)


def _is_done(stamp: Path, lock: Path) -> bool:
    stamps = [stamp, stamp.with_name("dev.stamp")]  # what the tests need holds all the rest
    locks = [lock, LOCKS / "dev.txt"]
    return any(
        one.is_file() and one.read_text(encoding="ascii") == _fingerprint(its)
        for one, its in zip(stamps, locks, strict=True)
    )


def _fingerprint(lock: Path) -> str:
    parts = [
        lock.read_bytes(),
        (LOCKS / "build.txt").read_bytes(),
        (ROOT / "pyproject.toml").read_bytes(),
        sys.version.encode(),
    ]
    return hashlib.sha256(b"\0".join([*parts, str(ROOT).encode(), llama_key().encode()])).hexdigest()


def _install(lock: Path) -> None:
    say(f"Installing the packages of {lock.relative_to(ROOT)}")
    _, others = split(lock, LLAMA)
    with tempfile.TemporaryDirectory() as folder:
        pinned = Path(folder) / "others.txt"
        pinned.write_text(others, encoding="utf-8")
        strictly = ("--require-hashes", "--no-deps", "--only-binary=:all:")
        pip("installing the build tools", "install", *strictly, "-r", str(LOCKS / "build.txt"))
        pip("installing the packages", "install", *strictly, "-r", str(pinned))
    pip(f"installing {LLAMA}", "install", "--no-deps", "--force-reinstall", str(native_llama()))
    pip("installing Kansli", "install", "--no-deps", "--no-build-isolation", "--editable", str(ROOT))
    pip("looking for gaps in what was installed", "check")


def _fetch(model: str) -> None:
    """Let Kansli itself fetch the model; it tells its progress and what went wrong."""
    done = subprocess.run([sys.executable, "-P", "-m", "assistant", "models", "get", model], cwd=ROOT, check=False)
    if done.returncode:
        say(f"Setting up failed while fetching the model {model}")
        sys.exit(1)


if __name__ == "__main__":
    try:
        main()
    except KeyboardInterrupt:
        sys.exit(130)
