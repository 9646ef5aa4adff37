"""``python -m assistant`` is ``kansli``."""

import sys

from assistant import early


def start() -> int:
    """Where ``kansli`` begins."""
    early.listen()
    from assistant.cli import start as begin  # noqa: PLC0415 - loading it takes a moment, in which Ctrl-C may come

    return begin()


if __name__ == "__main__":
    sys.exit(start())
