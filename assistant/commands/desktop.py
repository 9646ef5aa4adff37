"""``kansli desktop``: starts the window, as a program of its own, since the core does not know it."""

import argparse
import subprocess
import sys
from pathlib import Path

from assistant import paths
from assistant.commands.exits import Exit
from assistant.wording import Words


def add_to(_parser: argparse.ArgumentParser, _words: Words) -> None:
    """There is nothing to choose."""


def run(_order: argparse.Namespace, _words: Words) -> Exit:
    """Show the window until it is closed."""
    done = subprocess.run(_window(), cwd=paths.bundle(), check=False)  # noqa: S603 - the program's own
    return Exit.BUG if done.returncode else Exit.DONE


def _window() -> list[str]:
    """How the window is started: as installed, it is another program beside this one."""
    if paths.is_installed():
        own = Path(sys.executable)
        return [str(own.with_name(f"kansli-desktop{own.suffix}"))]
    return [sys.executable, "-m", "desktop"]
