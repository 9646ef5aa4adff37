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
LLAMA = "llama-cpp-python"
#: In virtual machines that show AMX without letting programs use it, the first tile instruction ends the process, so
#: llama.cpp is built without (docs/decisions/0002-native-build-without-amx.md).
NO_AMX = "-mno-amx-tile -mno-amx-int8 -mno-amx-bf16"


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
        _run(f"fetching the model {model}", "-m", "assistant", "models", "get", model, shown=True)


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
        _pip("the build tools", "install", *strictly, "-r", str(LOCKS / "build.txt"))
        _pip("the packages", "install", *strictly, "-r", str(pinned))
    _pip(LLAMA, "install", "--no-deps", "--force-reinstall", str(_llama_wheel(llama)))
    _pip("Kansli", "install", "--no-deps", "--no-build-isolation", "--editable", str(ROOT))


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
    _say("Building llama.cpp for this machine: about five minutes on two cores, only the first time")
    with tempfile.TemporaryDirectory() as folder:
        pinned = Path(folder) / "llama.txt"
        pinned.write_text(entry, encoding="utf-8")
        os.environ["CMAKE_ARGS"] = _cmake_args()
        os.environ["CMAKE_BUILD_PARALLEL_LEVEL"] = str(os.cpu_count() or 1)
        # The build tools have just been installed with their hashes; their commands must be found.
        os.environ["PATH"] = os.pathsep.join([sysconfig.get_path("scripts"), os.environ["PATH"]])
        _pip(
            LLAMA, "wheel", "--require-hashes", "--no-deps", "--no-build-isolation", "--no-cache-dir",
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
    args = "-DLLAVA_BUILD=OFF"
    if platform.machine() in {"x86_64", "AMD64"} and sys.platform != "win32":
        args += f" -DCMAKE_C_FLAGS='{NO_AMX}' -DCMAKE_CXX_FLAGS='{NO_AMX}'"
    return args


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


def _pip(what: str, *arguments: str) -> None:
    _run(f"installing {what}", "-m", "pip", "--disable-pip-version-check", "--no-input", *arguments)


def _run(what: str, *arguments: str, shown: bool = False) -> None:
    """Run this Python; on failure name the step, show the end of what was said, and stop."""
    if shown:
        code = subprocess.run([sys.executable, *arguments], cwd=ROOT, check=False).returncode
        said = ""
    else:
        log = Path(sys.prefix) / "setup.log"
        with log.open("w", encoding="utf-8") as file:
            code = subprocess.run(
                [sys.executable, *arguments], cwd=ROOT, stdout=file, stderr=file, check=False
            ).returncode
        said = f" What was said is in {log}; its end:\n" + "\n".join(log.read_text(encoding="utf-8").splitlines()[-15:])
    if code:
        _say(f"Setting up failed while {what}.{said if code else ''}")
        sys.exit(1)


def _say(text: str) -> None:
    print(text, file=sys.stderr, flush=True)


if __name__ == "__main__":
    main()
