"""Documents are looked through for plain language in a thread, since a long one takes seconds. Knows no Qt."""

import queue
import threading
from collections.abc import Callable
from dataclasses import dataclass

from assistant.documents.document import Document
from assistant.review.letters import told
from assistant.review.remark import Review
from assistant.review.review import is_swedish, review
from assistant.tasks.task import Finding
from assistant.worker.child import failure
from assistant.worker.messages import Failed


@dataclass(frozen=True)
class Reviewed:
    """What was found in a document: its language, what concerns it as a whole, and whether it is Swedish at all."""

    review: Review
    findings: tuple[Finding, ...]
    is_swedish: bool


#: Hears the number of an order and what came of it; called from the reviewing thread.
Hear = Callable[[int, "Reviewed | Failed"], None]


class Reviewing:
    """A thread that begins with the first order."""

    def __init__(self, hear: Hear) -> None:
        self._hear = hear
        self._orders: queue.SimpleQueue[tuple[int, Document] | None] = queue.SimpleQueue()
        self._thread: threading.Thread | None = None

    def order(self, number: int, document: Document) -> None:
        """Have a document looked through when its turn comes."""
        self._orders.put((number, document))
        if self._thread is None:
            self._thread = threading.Thread(target=self._work, name="reviewing", daemon=True)
            self._thread.start()

    def close(self) -> None:
        """Take no more orders. What is being looked through is not waited for: it holds nothing that must be let go of."""
        self._orders.put(None)

    def _work(self) -> None:
        while (order := self._orders.get()) is not None:
            number, document = order
            try:
                self._hear(number, reviewed(document))
            except Exception as error:  # noqa: BLE001 - a bug ends the order too, and is told as one
                self._hear(number, failure(error))


def reviewed(document: Document) -> Reviewed:
    """A document looked through."""
    return Reviewed(review(document), tuple(told(document)), is_swedish(document))
