"""``kansli-desktop``: starts the window. Nothing is imported up here, since every child process runs this file again."""


def main() -> int:
    """Run the window, and the one that fetches models when it is asked for; the exit code."""
    import multiprocessing  # noqa: PLC0415 - see above
    import sys  # noqa: PLC0415

    multiprocessing.freeze_support()
    from desktop.launch import launch  # noqa: PLC0415

    return launch(sys.argv)


if __name__ == "__main__":
    raise SystemExit(main())
