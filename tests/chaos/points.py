"""A batch at work without a model, that kills itself at a point of its work as ``kill -9`` does.

Usage: points.py FOLDER LOG [POINT NTH]. What is begun and what is finished is noted in LOG, a line each.
"""

import os
import signal
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

from assistant.documents.read import read
from assistant.store.batches import Batch
from tests.chaos.sorting import go_on

#: Where it can be killed, and the method of a batch in which that is; the last is within a transaction, before it is kept.
POINTS = {
    "begun": ("begin", "after"),
    "taken": ("take", "after"),
    "decided": ("finish", "before"),
    "writing": ("_put", "after"),
    "kept": ("finish", "after"),
    "failing": ("fail", "before"),
    "failed": ("fail", "after"),
}


def killing(method: Callable[..., Any], when: str, nth: int) -> Callable[..., Any]:
    """The method, which the nth time kills the program before or after it."""
    calls = 0

    def called(*arguments: Any) -> Any:
        nonlocal calls
        calls += 1
        if calls == nth and when == "before":
            os.kill(os.getpid(), signal.SIGKILL)
        answer = method(*arguments)
        if calls == nth and when == "after":
            os.kill(os.getpid(), signal.SIGKILL)
        return answer

    return called


def main(folder: Path, log: Path, point: str = "", nth: int = 0) -> None:
    """Sort what is left of the folder, until the point is reached."""
    if point:
        name, when = POINTS[point]
        setattr(Batch, name, killing(getattr(Batch, name), when, nth))
    go_on(folder, log, None, read)


if __name__ == "__main__":
    point, nth = (sys.argv[3], int(sys.argv[4])) if sys.argv[3:] else ("", 0)
    main(Path(sys.argv[1]), Path(sys.argv[2]), point, nth)
