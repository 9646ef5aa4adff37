"""``kansli-desktop``: starts the window. Nothing is imported up here, since every child process runs this file again."""


def main() -> int:
    """Give up networks, be the only Kansli of this user, and run the window; its exit code."""
    import multiprocessing  # noqa: PLC0415 - see above
    import sys  # noqa: PLC0415

    multiprocessing.freeze_support()
    from assistant.worker.lockdown import no_network  # noqa: PLC0415 - nothing may come before it

    is_offline = no_network()
    from desktop.app import run  # noqa: PLC0415

    return run(sys.argv, is_offline=is_offline)


if __name__ == "__main__":
    raise SystemExit(main())
