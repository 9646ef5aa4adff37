"""``kansli-desktop``: starts the window. It is not there yet, and says so instead of doing nothing."""

import sys


def main() -> int:
    """Say that the window is still to come, and what can be used meanwhile."""
    print("The window is not finished yet. Use the command line: kansli --help", file=sys.stderr)  # noqa: T201
    return 1


if __name__ == "__main__":
    sys.exit(main())
