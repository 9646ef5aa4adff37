"""llama.cpp's libraries come from their own folder, whatever lies or is named elsewhere."""

import importlib.util
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from assistant.engine import libraries
from assistant.errors import ProgramDamaged
from tests.conftest import ROOT


def own_folder() -> Path:
    found = importlib.util.find_spec("llama_cpp")
    assert found
    assert found.origin
    return Path(found.origin).parent / "lib"


def test_a_folder_without_the_libraries_is_told(tmp_path: Path) -> None:
    with pytest.raises(ProgramDamaged):
        libraries.load(tmp_path)


def test_a_library_that_is_no_library_is_told(tmp_path: Path) -> None:
    (tmp_path / "libggml-base.so").write_text("no library", encoding="ascii")
    with pytest.raises(ProgramDamaged):
        libraries.load(tmp_path)


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="planted as Linux finds libraries")
def test_one_that_is_planted_is_never_loaded(tmp_path: Path) -> None:
    """In the current folder, and where every variable points that names libraries or their folders."""
    if not shutil.which("cc"):
        pytest.skip("there is no compiler to make a library to plant")
    source = tmp_path / "planted.c"
    source.write_text(
        f'#include <stdio.h>\n__attribute__((constructor)) static void run(void) {{ fclose(fopen("{tmp_path}/ran", "w")); }}\n',
        encoding="ascii",
    )
    first = tmp_path / "libplanted.so"
    subprocess.run(["cc", "-shared", "-fPIC", "-o", str(first), str(source)], check=True)
    names = [each.name for each in own_folder().iterdir()]
    for name in {*names, "libggml-cpu.so", "libggml-cpu-haswell.so", "libggml-blas.so", "libggml-vulkan.so"}:
        shutil.copyfile(first, tmp_path / name)
    variables = ("LD_LIBRARY_PATH", "GGML_BACKEND_PATH", "LLAMA_CPP_LIB_PATH", "CUDA_PATH", "HIP_PATH")
    code = "from assistant.engine.llama import binding; print(binding().llama_supports_mmap())"
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=tmp_path, capture_output=True, text=True, check=False,
        env=os.environ | dict.fromkeys(variables, str(tmp_path)) | {"PYTHONPATH": str(ROOT)},
    )  # fmt: skip
    assert (done.returncode, done.stdout) == (0, "True\n"), done.stderr
    assert not (tmp_path / "ran").exists()
    # The same library is run where one is found by its name alone, so the test would see it.
    subprocess.run(
        [sys.executable, "-c", "import ctypes; ctypes.CDLL('libggml-base.so.0')"],
        env=os.environ | {"LD_LIBRARY_PATH": str(tmp_path)}, check=True,
    )  # fmt: skip
    assert (tmp_path / "ran").exists()
