"""Where both installed programs begin: one file, so that what they share lies there once. The program's name says which it is."""

import multiprocessing
import sys
from pathlib import Path

if __name__ == "__main__":
    multiprocessing.freeze_support()  # a child of either is this file again
    if Path(sys.executable).stem == "kansli-desktop":
        from desktop.__main__ import main as start
    else:
        from assistant.__main__ import start
    sys.exit(start())
