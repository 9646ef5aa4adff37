"""Libraries that tell when they are loaded, for trials: they lie where none may be looked for, under every name that might be."""

import shutil
from pathlib import Path
from typing import Final

#: By which llama.cpp and what it uses can be pointed to another folder, on every system.
VARIABLES: Final = ("GGML_BACKEND_PATH", "LLAMA_CPP_LIB_PATH", "CUDA_PATH", "HIP_PATH")
#: What llama.cpp looks for besides its own.
_OTHERS: Final = ("ggml-cpu", "ggml-blas", "ggml-vulkan")


def source(mark: str) -> str:
    """Such a library in C: whoever loads it makes the file ``mark``."""
    made = f'fclose(fopen("{mark}", "w"));'
    return f"#include <stdio.h>\n__attribute__((constructor)) static void run(void) {{ {made} }}\n"


def plant(library: Path, own: Path) -> None:
    """Copy it beside itself under the name of each library in ``own``, and of each other that is looked for."""
    prefix = "lib" if library.suffix == ".so" else ""
    for name in {*(each.name for each in own.iterdir()), *(f"{prefix}{each}{library.suffix}" for each in _OTHERS)}:
        shutil.copyfile(library, library.with_name(name))
