"""From the worker's threads to the main thread: one Qt signal, and what has come is handed over at most 20 times a second."""

import queue
from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QObject, Qt, QTimer, Signal

#: Milliseconds between two times that what has come is handed over.
_PAUSE: Final = 50


class Bridge(QObject):
    """Takes calls from any thread and makes them, in order, on the thread it was made on."""

    _came = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._calls: queue.SimpleQueue[Callable[[], None]] = queue.SimpleQueue()
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_PAUSE)
        self._timer.timeout.connect(self._hand_over)
        self._came.connect(self._soon, Qt.ConnectionType.QueuedConnection)

    def post(self, call: Callable[[], None]) -> None:
        """Have a call made on the main thread soon; from any thread."""
        self._calls.put(call)
        self._came.emit()

    def _soon(self) -> None:
        if not self._timer.isActive():
            self._timer.start()

    def _hand_over(self) -> None:
        while not self._calls.empty():
            self._calls.get_nowait()()
