"""llama.cpp for Windows, compiled on Debian for all processors, with its binding as pip would lay it. For trials under Wine.

It is made once and kept; what is released is compiled on Windows by ``scripts/wheels.py``.
"""

import hashlib
import re
import shutil
import sys
import tempfile
from pathlib import Path
from typing import Final

from scripts.steps import run, say
from scripts.wheels import LLAMA, cache, portable_source, release
from scripts.windows.bed import PACKAGES, TOOLS, Bed

#: What is compiled, and for which Windows; all that the compiler brings is put into the libraries themselves.
OPTIONS: Final = (
    "-DCMAKE_SYSTEM_NAME=Windows", "-DCMAKE_SYSTEM_PROCESSOR=AMD64", f"-DCMAKE_C_COMPILER={TOOLS}-gcc-posix",
    f"-DCMAKE_CXX_COMPILER={TOOLS}-g++-posix", f"-DCMAKE_RC_COMPILER={TOOLS}-windres", "-DCMAKE_FIND_ROOT_PATH_MODE_PROGRAM=NEVER",
    "-DCMAKE_FIND_ROOT_PATH_MODE_LIBRARY=ONLY", "-DCMAKE_FIND_ROOT_PATH_MODE_INCLUDE=ONLY", "-DCMAKE_BUILD_TYPE=Release",
    "-DBUILD_SHARED_LIBS=ON", "-DGGML_NATIVE=OFF", "-DGGML_BACKEND_DL=ON", "-DGGML_CPU_ALL_VARIANTS=ON", "-DGGML_OPENMP=OFF",
    "-DLLAMA_CURL=OFF", "-DLLAMA_OPENSSL=OFF", "-DLLAMA_BUILD_TESTS=OFF", "-DLLAMA_BUILD_TOOLS=OFF", "-DLLAMA_BUILD_EXAMPLES=OFF",
    "-DLLAMA_BUILD_SERVER=OFF", "-DLLAMA_BUILD_COMMON=OFF", "-DCMAKE_C_FLAGS=-D_WIN32_WINNT=0x0A00",
    "-DCMAKE_CXX_FLAGS=-D_WIN32_WINNT=0x0A00", "-DCMAKE_SHARED_LINKER_FLAGS=-s -static -Wl,--exclude-libs,ALL",
    "-DCMAKE_MODULE_LINKER_FLAGS=-s -static -Wl,--exclude-libs,ALL",
)  # fmt: skip
_PREFIXED: Final = re.compile(r"^lib(?=(llama|ggml)\b)")


def install(bed: Bed, site: Path) -> None:
    """Put the binding and the libraries among a Python's packages."""
    for each in _kept(bed).iterdir():
        shutil.copytree(each, site / each.name)


def _kept(bed: Bed) -> Path:
    key = hashlib.sha256(repr((OPTIONS, PACKAGES, release(LLAMA))).encode()).hexdigest()[:16]
    place = cache() / f"windows-{release(LLAMA)}-{key}"
    if place.is_dir():
        return place
    say("Compiling llama.cpp for Windows: about ten minutes on two cores, and only the first time")
    part = place.with_name(place.name + ".part")
    shutil.rmtree(part, ignore_errors=True)
    part.mkdir(parents=True)
    with tempfile.TemporaryDirectory(dir=bed.folder / "srv") as folder:
        source = portable_source(Path(folder), sys.executable)
        built = Path(folder) / "built"
        inside = [f"/{each.relative_to(bed.folder)}" for each in (source / "vendor/llama.cpp", built)]
        prefixes = [f"-DCMAKE_{kind}_PREFIX=" for kind in ("SHARED_LIBRARY", "SHARED_MODULE")]
        order = ["chroot", str(bed.folder), "cmake"]
        run("preparing llama.cpp", [*order, "-S", inside[0], "-B", inside[1], "-G", "Ninja", *OPTIONS, *prefixes])
        run("compiling llama.cpp", [*order, "--build", inside[1], "--target", "llama"])
        _lay(source, built / "bin", part)
    part.rename(place)
    return place


def _lay(source: Path, libraries: Path, target: Path) -> None:
    """The binding, its libraries by their names on Windows, and what tells which package it is and under which licence."""
    package = target / "llama_cpp"
    shutil.copytree(source / "llama_cpp", package, ignore=shutil.ignore_patterns("server", "__pycache__"))
    (package / "lib").mkdir(exist_ok=True)
    for each in libraries.glob("*.dll"):
        shutil.copyfile(each, package / "lib" / _PREFIXED.sub("", each.name))
    about = target / f"{LLAMA.replace('-', '_')}-{release(LLAMA)}.dist-info"
    (about / "licenses").mkdir(parents=True)
    shutil.copyfile(source / "PKG-INFO", about / "METADATA")
    shutil.copyfile(source / "LICENSE.md", about / "licenses" / "LICENSE.md")
    listed = [each.relative_to(target).as_posix() for each in sorted(target.rglob("*")) if each.is_file()]
    (about / "RECORD").write_text("".join(f"{each},,\n" for each in listed), encoding="utf-8")
