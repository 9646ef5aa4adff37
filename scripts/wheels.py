"""The wheels that are built here, once, and kept: llama.cpp's binding for this machine or for any of its kind, and numpy.

A kept wheel has a key of all it depends on, so it never runs where it was not built for. pip's own cache of built wheels is
not used: its key holds neither the processor nor the options.
"""

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

from scripts.steps import ROOT, need, pip, say

LOCKS = ROOT / "requirements"
LLAMA = "llama-cpp-python"
NUMPY = "numpy"
#: Only what Kansli uses, the same on every machine: no pictures, and no TLS library because one happens to be there.
PARTS = "-DLLAVA_BUILD=OFF -DLLAMA_OPENSSL=OFF"
#: In virtual machines that show AMX without letting programs use it, the first tile instruction ends the process, so
#: llama.cpp is built without (docs/decisions/0002-native-build-without-amx.md).
NO_AMX = "-mno-amx-tile -mno-amx-int8 -mno-amx-bf16"
#: Threads that wait for each other: by the system's OpenMP, which lets them sleep. llama.cpp's own only spin, and where other
#: programs are at work a model then takes many times as long (docs/decisions/0014-the-installed-program.md).
_OPENMP = "ON" if sys.platform.startswith("linux") else "OFF"
#: For any processor of the kind: a library for each generation, of which llama.cpp chooses when it starts.
PORTABLE = (
    "-DLLAVA_BUILD=OFF -DLLAMA_BUILD_TOOLS=OFF -DLLAMA_BUILD_COMMON=OFF -DLLAMA_OPENSSL=OFF -DGGML_NATIVE=OFF "
    f"-DGGML_BACKEND_DL=ON -DGGML_CPU_ALL_VARIANTS=ON -DGGML_OPENMP={_OPENMP} -DCMAKE_INSTALL_BINDIR=llama_cpp/lib "
    "-DCMAKE_INSTALL_LIBDIR=llama_cpp/lib -DCMAKE_INSTALL_INCLUDEDIR=llama_cpp/include"
)
#: The one generation that is left out, and where it is named.
_AMX_VARIANT = re.compile(r"^.*ggml_add_cpu_backend_variant\(sapphirerapids.*\n", re.MULTILINE)
#: What llama.cpp's own programs share, and the binding builds whatever is asked: a minute of compiling that nobody uses.
_COMMON = re.compile(r"(?<=set\(LLAMA_BUILD_COMMON )ON(?= CACHE)")
_VARIANTS = "vendor/llama.cpp/ggml/src/CMakeLists.txt"
#: numpy without a library for linear algebra, and without code for each generation of processors: Kansli sums small tables.
_LEAN = ("-Dblas=none", "-Dlapack=none", "-Dallow-noblas=true", "-Dcpu-dispatch=none")
_ENTRIES = re.compile(r"^(?=[a-zA-Z0-9])", re.MULTILINE)


def split(lock: Path, *names: str) -> tuple[str, str]:
    """The lock's entries for what is built here, and all the others, which come as wheels."""
    every = entries(lock.read_text(encoding="utf-8"))
    built = [entry for entry in every if entry.startswith(tuple(f"{name}==" for name in names))]
    return "".join(built), "".join(entry for entry in every if entry not in built)


def entries(lock: str) -> list[str]:
    """The entries of a lock, each with its hashes."""
    return [entry for entry in _ENTRIES.split(lock) if entry.strip()]


def release(package: str) -> str:
    """Which release of a package the lock names."""
    found = re.search(rf"^{package}==(\S+)", (LOCKS / "runtime.txt").read_text(encoding="utf-8"), re.MULTILINE)
    assert found
    return found.group(1)


def native_llama() -> Path:
    """llama.cpp's binding for this machine, from the cache or made now from the source archive whose hash is in the lock."""
    kept = _kept(cache() / llama_key())
    if kept:
        return kept
    say("Building llama.cpp for this machine: about five minutes on two cores, and only the first time")
    entry, _ = split(LOCKS / "runtime.txt", LLAMA)
    with tempfile.TemporaryDirectory() as folder:
        pinned = Path(folder) / "llama.txt"
        pinned.write_text(entry, encoding="utf-8")
        pip(
            f"building {LLAMA}", "wheel", "--verbose", "--require-hashes", "--no-deps", "--no-build-isolation", "--no-cache-dir",
            "--no-binary", LLAMA, "-w", folder, "-r", str(pinned), environment=_building(cmake_args()),
        )  # fmt: skip
        return _keep(Path(folder), cache() / llama_key())


def llama_key() -> str:
    """What the native wheel depends on: the release, Python, the machine's instructions, and how it is built."""
    return _key(LLAMA, f"{_cpu_flags()} {cmake_args()}")


def portable_llama(python: str) -> Path:
    """llama.cpp's binding for any processor of this machine's kind; ``python`` has the build tools."""
    place = cache() / f"portable-{_key(LLAMA, f'{PORTABLE} {_compiler()}')}"
    kept = _kept(place)
    if kept:
        return kept
    say("Building llama.cpp for all processors: about ten minutes on two cores, and only the first time")
    with tempfile.TemporaryDirectory() as folder:
        source = portable_source(Path(folder), python)
        # Where it was built is nobody's business, and would make two builds differ.
        mapped = f"-ffile-prefix-map={source}=llama"
        arguments = PORTABLE if os.name == "nt" else f"{PORTABLE} -DCMAKE_C_FLAGS={mapped} -DCMAKE_CXX_FLAGS={mapped}"
        pip(
            f"building {LLAMA}", "wheel", "--verbose", "--no-deps", "--no-build-isolation", "--no-cache-dir", "-w", folder,
            str(source), python=python, environment=_building(arguments, python),
        )  # fmt: skip
        return _keep(Path(folder), place)


def portable_source(folder: Path, python: str) -> Path:
    """llama.cpp's binding as source, without what is not built for all processors; ``python`` has the build tools."""
    source = _source(LLAMA, folder, python)
    variants = source / _VARIANTS
    text, count = _AMX_VARIANT.subn("", variants.read_text(encoding="utf-8"))
    assert count == 1, "llama.cpp names its variants otherwise now"
    variants.write_text(text, encoding="utf-8")
    build = source / "CMakeLists.txt"
    text, count = _COMMON.subn("OFF", build.read_text(encoding="utf-8"), count=1)
    assert count == 1, "the binding builds llama.cpp otherwise now"
    build.write_text(text, encoding="utf-8")
    return source


def lean_numpy(python: str) -> Path:
    """Numpy without linear algebra, which Kansli does not use: 12 MB instead of 40."""
    place = cache() / f"lean-{NUMPY}-{_key(NUMPY, f'{_LEAN} {_compiler()}')}"
    kept = _kept(place)
    if kept:
        return kept
    if not (Path(sysconfig.get_path("include")) / "Python.h").is_file():
        need("To build numpy", "python3-dev")
    say("Building numpy: some minutes on two cores, and only the first time")
    entry, _ = split(LOCKS / "runtime.txt", NUMPY)
    settings = " ".join(f'--config-settings="setup-args={each}"' for each in _LEAN)
    with tempfile.TemporaryDirectory() as folder:
        pinned = Path(folder) / "numpy.txt"
        # pip hands settings on only to what they stand beside.
        pinned.write_text(
            re.sub(r"^(numpy==[^\\\n]*)", rf"\1 {settings} ", entry, flags=re.MULTILINE), encoding="utf-8"
        )
        pip(
            f"building {NUMPY}", "wheel", "--verbose", "--require-hashes", "--no-deps", "--no-build-isolation", "--no-cache-dir",
            "--no-binary", NUMPY, "-w", folder, "-r", str(pinned), python=python, environment=_building("", python),
        )  # fmt: skip
        return _keep(Path(folder), place)


def cmake_args() -> str:
    """How the native wheel is built."""
    if platform.machine() not in {"x86_64", "AMD64"} or not _compiler_takes(NO_AMX):
        return PARTS
    return f"{PARTS} -DCMAKE_C_FLAGS='{NO_AMX}' -DCMAKE_CXX_FLAGS='{NO_AMX}'"


def _source(name: str, folder: Path, python: str) -> Path:
    """The package's source, unpacked; its hash is in the lock."""
    entry, _ = split(LOCKS / "runtime.txt", name)
    pinned = folder / "source.txt"
    pinned.write_text(entry, encoding="utf-8")
    pip(
        f"fetching the source of {name}", "download", "--require-hashes", "--no-deps", "--no-binary", name,
        "--no-build-isolation", "-d", str(folder), "-r", str(pinned), python=python, environment=_building("", python),
    )  # fmt: skip
    archive = next(folder.glob("*.tar.gz"))
    shutil.unpack_archive(archive, folder / "source")
    return next((folder / "source").iterdir())


def _building(arguments: str, python: str = sys.executable) -> dict[str, str]:
    """What a build finds around it. The build tools have been installed with their hashes; their commands must be found."""
    scripts = str(Path(python).parent) if python != sys.executable else sysconfig.get_path("scripts")
    return {
        "CMAKE_ARGS": arguments,
        "CMAKE_BUILD_PARALLEL_LEVEL": str(os.cpu_count() or 1),
        "PATH": os.pathsep.join([scripts, os.environ["PATH"]]),
    }


def _kept(place: Path) -> Path | None:
    return next(iter(place.glob("*.whl")), None)


def _keep(folder: Path, place: Path) -> Path:
    place.mkdir(parents=True, exist_ok=True)
    built = next(folder.glob("*.whl"))
    part = place / "part"
    shutil.copyfile(built, part)
    return part.replace(place / built.name)


def _key(package: str, beside: str) -> str:
    parts = f"{sys.implementation.cache_tag} {platform.machine()} {platform.libc_ver()} {beside}"
    return f"{release(package)}-{hashlib.sha256(parts.encode()).hexdigest()[:16]}"


def _compiler() -> str:
    """Which C compiler there is, as it says itself."""
    command = [os.environ.get("CC", "cc"), "--version"]
    try:
        return subprocess.run(command, capture_output=True, text=True, check=False).stdout.partition("\n")[0]
    except OSError:
        return ""


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


def cache() -> Path:
    """Where wheels that were built here are kept."""
    home = os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache"
    return Path(home) / "kansli" / "wheels"
