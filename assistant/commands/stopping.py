"""Ctrl-C as a wish to stop: the first sets a flag that the work looks at, so nothing is left half done; the second insists."""

import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType


@contextmanager
def stoppable() -> Iterator[threading.Event]:
    """An event that Ctrl-C (or SIGTERM) sets while the block runs; a second Ctrl-C raises KeyboardInterrupt."""
    wish = threading.Event()

    def hear(_signal: int, _frame: FrameType | None) -> None:
        if wish.is_set():
            raise KeyboardInterrupt
        wish.set()

    before = {number: signal.signal(number, hear) for number in (signal.SIGINT, signal.SIGTERM)}
    try:
        yield wish
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)
