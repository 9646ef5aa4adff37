"""Fills .venv from the lock, builds llama.cpp's wheel once per machine, and fetches models. A second run does nothing twice.

Usage: setup.py [--dev] [--model ID]…  Run by ``scripts/setup`` with the virtual environment's own Python.
"""

import argparse
import hashlib
import os
import platform
import re
import shutil
import subprocess
import sys
import sysconfig
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
LOCKS = ROOT / "requirements"
LOG = ROOT / "build" / "setup.log"
LLAMA = "llama-cpp-python"
#: Only what Kansli uses, the same on every machine: no pictures, and no TLS library because one happens to be there.
PARTS = "-DLLAVA_BUILD=OFF -DLLAMA_OPENSSL=OFF"
#: In virtual machines that show AMX without letting programs use it, the first tile instruction ends the process, so
#: llama.cpp is built without (docs/decisions/0002-native-build-without-amx.md).
NO_AMX = "-mno-amx-tile -mno-amx-int8 -mno-amx-bf16"
#: How ninja tells how many steps of the build are done.
STEPS = re.compile(r"^\s*\[(\d+)/(\d+)\] ", re.MULTILINE)


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
    return hashlib.sha256(b"\0".join([*parts, str(ROOT).encode(), _llama_key().encode()])).hexdigest()


def _install(lock: Path) -> None:
    _say(f"Installing the packages of {lock.relative_to(ROOT)}")
    llama, others = _split(lock)
    with tempfile.TemporaryDirectory() as folder:
        pinned = Path(folder) / "others.txt"
        pinned.write_text(others, encoding="utf-8")
        strictly = ("--require-hashes", "--no-deps", "--only-binary=:all:")
        _pip("installing the build tools", "install", *strictly, "-r", str(LOCKS / "build.txt"))
        _pip("installing the packages", "install", *strictly, "-r", str(pinned))
    _pip(f"installing {LLAMA}", "install", "--no-deps", "--force-reinstall", str(_llama_wheel(llama)))
    _pip("installing Kansli", "install", "--no-deps", "--no-build-isolation", "--editable", str(ROOT))
    _pip("looking for gaps in what was installed", "check")


def _split(lock: Path) -> tuple[str, str]:
    """The lock's entry for llama.cpp's binding, which is built here, and all the others, which come as wheels."""
    entries = re.split(r"^(?=[a-zA-Z0-9])", lock.read_text(encoding="utf-8"), flags=re.MULTILINE)
    llama = [entry for entry in entries if entry.startswith(LLAMA)]
    return "".join(llama), "".join(entry for entry in entries if entry not in llama)


def _llama_wheel(entry: str) -> Path:
    """The wheel built on this machine, from the cache or made now from the source archive whose hash is in the lock."""
    kept = _cache() / _llama_key()
    wheels = list(kept.glob("*.whl"))
    if wheels:
        return wheels[0]
    _say("Building llama.cpp for this machine: about five minutes on two cores, and only the first time")
    with tempfile.TemporaryDirectory() as folder:
        pinned = Path(folder) / "llama.txt"
        pinned.write_text(entry, encoding="utf-8")
        os.environ["CMAKE_ARGS"] = _cmake_args()
        os.environ["CMAKE_BUILD_PARALLEL_LEVEL"] = str(os.cpu_count() or 1)
        # The build tools have just been installed with their hashes; their commands must be found.
        os.environ["PATH"] = os.pathsep.join([sysconfig.get_path("scripts"), os.environ["PATH"]])
        _pip(
            f"building {LLAMA}", "wheel", "--verbose", "--require-hashes", "--no-deps", "--no-build-isolation", "--no-cache-dir",
            "--no-binary", LLAMA, "-w", folder, "-r", str(pinned),
        )  # fmt: skip
        kept.mkdir(parents=True, exist_ok=True)
        built = next(Path(folder).glob("*.whl"))
        part = kept / "part"
        shutil.copyfile(built, part)
        return part.replace(kept / built.name)


def _llama_key() -> str:
    """What the built wheel depends on: the release, Python, the machine's instructions, and how it is built."""
    release = re.search(rf"^{LLAMA}==(\S+)", (LOCKS / "runtime.txt").read_text(encoding="utf-8"), re.MULTILINE)
    assert release
    parts = f"{sys.implementation.cache_tag} {platform.machine()} {platform.libc_ver()} {_cpu_flags()} {_cmake_args()}"
    return f"{release.group(1)}-{hashlib.sha256(parts.encode()).hexdigest()[:16]}"


def _cmake_args() -> str:
    if platform.machine() not in {"x86_64", "AMD64"} or not _compiler_takes(NO_AMX):
        return PARTS
    return f"{PARTS} -DCMAKE_C_FLAGS='{NO_AMX}' -DCMAKE_CXX_FLAGS='{NO_AMX}'"


def _compiler_takes(flags: str) -> bool:
    """Whether the C compiler knows the flags; those before GCC 11 know no AMX, so they cannot use it either."""
    command = [os.environ.get("CC", "cc"), *flags.split(), "-x", "c", "-fsyntax-only", "-"]
    try:
        return subprocess.run(command, stdin=subprocess.DEVNULL, capture_output=True, check=False).returncode == 0
    except OSError:
        return False


def _cpu_flags() -> str:
    try:
        lines = Path("/proc/cpuinfo").read_text(encoding="utf-8").splitlines()
    except OSError:
        return platform.processor()
    return next(
        (" ".join(sorted(line.split(":", 1)[1].split())) for line in lines if line.startswith(("flags", "Features"))),
        "",
    )


def _cache() -> Path:
    home = os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache"
    return Path(home) / "kansli" / "wheels"


def _pip(step: str, *arguments: str) -> None:
    """Run pip; on failure name the step and its log, show the end of it, and stop."""
    LOG.parent.mkdir(exist_ok=True)
    command = [sys.executable, "-m", "pip", "--disable-pip-version-check", "--no-input", *arguments]
    with (
        LOG.open("w", encoding="utf-8") as log,
        subprocess.Popen(command, cwd=ROOT, stdin=subprocess.DEVNULL, stdout=log, stderr=log) as pip,
    ):
        quarters = 0
        while True:
            try:
                code = pip.wait(timeout=2)
                break
            except subprocess.TimeoutExpired:
                quarters = _tell_progress(quarters)
    if code:
        end = "\n".join(LOG.read_text(encoding="utf-8", errors="replace").splitlines()[-15:])
        _say(f"{end}\nSetting up failed while {step}. All that was said is in {LOG}")
        sys.exit(1)


def _tell_progress(quarters: int) -> int:
    """Say each quarter of a build that is passed; gives the quarters that have been said."""
    steps = STEPS.findall(LOG.read_text(encoding="utf-8", errors="replace"))
    done, total = map(int, steps[-1]) if steps else (0, 1)
    reached = 4 * done // total
    if reached > quarters:
        _say(f"  {done} of {total} steps done")
    return max(reached, quarters)


def _fetch(model: str) -> None:
    """Let Kansli itself fetch the model; it tells its progress and what went wrong."""
    done = subprocess.run([sys.executable, "-P", "-m", "assistant", "models", "get", model], cwd=ROOT, check=False)
    if done.returncode:
        _say(f"Setting up failed while fetching the model {model}")
        sys.exit(1)


def _say(text: str) -> None:
    print(text, file=sys.stderr, flush=True)


if __name__ == "__main__":
    try:
        main()
    except KeyboardInterrupt:
        sys.exit(130)
