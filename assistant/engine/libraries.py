"""llama.cpp's own libraries, each loaded by its whole path from one folder, before anything could find another by its name.

The system's loader looks for what a library needs first where ``LD_LIBRARY_PATH`` says (Windows: in the current folder), and
llama.cpp itself looks for processor variants in the current folder when it has none. A library planted there was run.
"""

import ctypes
import os
import sys
from pathlib import Path
from typing import Final

from assistant.errors import ProgramDamaged

#: What each needs comes before it. Only a build for one machine has ``ggml-cpu``; one for any has a variant for each kind of
#: processor instead, of which llama.cpp itself chooses.
_ORDER: Final = ("ggml-base", "ggml-cpu", "ggml", "llama")
#: Windows: the program's own folder, the system's, and folders that the program names; never the current one.
_SAFE_FOLDERS: Final = 0x1000


def load(folder: Path) -> None:
    """Load the libraries and register the processor variants that lie in a folder.

    Raises:
        ProgramDamaged: a library is not there or cannot be loaded.
    """
    if sys.platform == "win32":
        ctypes.windll.kernel32.SetDefaultDllDirectories(_SAFE_FOLDERS)
        os.add_dll_directory(str(folder))
    loaded = {}
    try:
        for name in _ORDER:
            file = _file(folder, name)
            if file:
                loaded[name] = ctypes.CDLL(str(file), mode=ctypes.RTLD_LOCAL)
        variants = loaded["ggml"].ggml_backend_load_all_from_path
    except (OSError, KeyError, AttributeError) as error:
        raise ProgramDamaged(part="llama.cpp") from error
    variants.restype, variants.argtypes = None, [ctypes.c_char_p]
    variants(str(folder).encode())


def _file(folder: Path, name: str) -> Path | None:
    """The library of that name, as the systems call it. All names that it has there are one file."""
    for pattern in (f"lib{name}.so", f"lib{name}.so.0", f"lib{name}.dylib", f"{name}.dll", f"lib{name}.dll"):
        if (folder / pattern).is_file():
            return folder / pattern
    return None
