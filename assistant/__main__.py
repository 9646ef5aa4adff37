"""``python -m assistant`` is ``kansli``."""

import sys

from assistant.cli import start

if __name__ == "__main__":
    sys.exit(start())
