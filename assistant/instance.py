"""One program at a time works with the user's store: a lock that the system takes back when the program dies."""

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager

from assistant import paths
from assistant.errors import AlreadyRunning


@contextmanager
def alone() -> Iterator[None]:
    """Be the only one for as long as the block runs.

    The file stays; only the lock on it counts, so nothing has to be tidied after a crash.

    Raises:
        AlreadyRunning: another program of this user has the lock.
    """
    folder = paths.home()
    folder.mkdir(parents=True, exist_ok=True)
    descriptor = os.open(folder / "kansli.lock", os.O_RDWR | os.O_CREAT, 0o600)
    try:
        try:
            _lock(descriptor)
        except OSError as error:
            raise AlreadyRunning from error
        yield
    finally:
        os.close(descriptor)


def _lock(descriptor: int) -> None:
    if sys.platform == "win32":
        import msvcrt  # noqa: PLC0415 - Windows only

        msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)
        return
    import fcntl  # noqa: PLC0415 - not on Windows

    fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
