"""Python's garbage is collected in the thread of the window, and in no other.

Python looks for cycles of objects that nobody needs in whichever thread happens to make one object too many. Where such a cycle
holds a widget, that thread would destroy it, and Qt's widgets may only be touched in their own: the program would crash.
"""

import gc
from typing import Final

from PySide6.QtCore import QObject, QTimer

_OFTEN_MS: Final = 1_000


def collect_here(owner: QObject) -> None:
    """From now on, and as long as the owner lives, collect in this thread alone."""
    gc.disable()
    timer = QTimer(owner)
    timer.timeout.connect(collect)
    timer.start(_OFTEN_MS)


def collect() -> None:
    """Collect what Python would have collected by now."""
    due = [
        place
        for place, (made, limit) in enumerate(zip(gc.get_count(), gc.get_threshold(), strict=True))
        if made > limit
    ]
    if due:
        gc.collect(due[-1])
