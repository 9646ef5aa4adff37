"""Documents are read in the background, one after the other, each in a child of its own. Knows no Qt."""

import queue
import threading
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from assistant.documents.document import Document
from assistant.errors import Stopped
from assistant.job import Sight, sight
from assistant.worker import client
from assistant.worker.child import failure
from assistant.worker.messages import Failed

#: Hears the number of an order and what came of it; called from the reading thread.
Hear = Callable[[int, "Opened | Failed"], None]


@dataclass(frozen=True)
class Opened:
    """A document that has been read, and what the program sees in it at once."""

    document: Document
    sight: Sight


@dataclass(frozen=True)
class Pasted:
    """A text that is in no file; ``name`` ends as that of a text file does."""

    name: str
    text: str


class Reading:
    """A thread that has documents read; the readers' children end with it."""

    def __init__(self, hear: Hear) -> None:
        self._hear = hear
        self._orders: queue.SimpleQueue[tuple[int, Path | Pasted] | None] = queue.SimpleQueue()
        self._is_closing = threading.Event()
        self._thread = threading.Thread(target=self._work, name="reading", daemon=True)
        self._thread.start()

    def order(self, number: int, source: Path | Pasted) -> None:
        """Have a document read when its turn comes."""
        self._orders.put((number, source))

    def close(self) -> None:
        """Stop; returns when nothing is being read."""
        self._is_closing.set()
        self._orders.put(None)
        self._thread.join()

    def _work(self) -> None:
        while (order := self._orders.get()) is not None and not self._is_closing.is_set():
            number, source = order
            try:
                document = self._read(source)
                self._hear(number, Opened(document, sight(document)))
            except Stopped:
                return
            except Exception as error:  # noqa: BLE001 - a bug ends the order too, and is told as one
                self._hear(number, failure(error))

    def _read(self, source: Path | Pasted) -> Document:
        if isinstance(source, Path):
            return client.read(source, self._is_closing.is_set)
        return client.read_bytes(source.text.encode(), source.name, self._is_closing.is_set)
