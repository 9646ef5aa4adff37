"""Where the installed program begins, under both its names: the one it was started by says which it is."""

import multiprocessing
import os
import sys
from pathlib import Path

if __name__ == "__main__":
    multiprocessing.freeze_support()  # a child of either is this file again
    for variable in ("QT_PLUGIN_PATH", "QT_QPA_PLATFORM_PLUGIN_PATH"):  # Qt runs its own plugins, wherever these point
        os.environ.pop(variable, None)
    if Path(sys.argv[0]).stem == "kansli-desktop":
        from desktop.__main__ import main as start
    else:
        from assistant.__main__ import start
    sys.exit(start())
