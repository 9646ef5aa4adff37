"""Ctrl-C while the program is still being loaded, when there is nothing to tidy up and nobody to tell."""

import os
import signal
from types import FrameType

#: As shells tell it: 128 and the number of the signal.
_STOPPED = 130


def stop(_signal: int, _frame: FrameType | None) -> None:
    """End at once."""
    os._exit(_STOPPED)


def listen() -> None:
    """From now on, until the work begins."""
    signal.signal(signal.SIGINT, stop)
