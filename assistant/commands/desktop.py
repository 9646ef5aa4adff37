"""``kansli desktop``: starts the window, as a program of its own, since the core does not know it."""

import argparse
import subprocess
import sys

from assistant import paths
from assistant.commands.exits import Exit
from assistant.wording import Words


def add_to(_parser: argparse.ArgumentParser, _words: Words) -> None:
    """There is nothing to choose."""


def run(_order: argparse.Namespace, _words: Words) -> Exit:
    """Show the window until it is closed."""
    done = subprocess.run([sys.executable, "-m", "desktop"], cwd=paths.bundle(), check=False)
    return Exit.BUG if done.returncode else Exit.DONE
