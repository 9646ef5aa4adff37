"""Statements that a person has reworded are checked anew, in a thread: the first time takes seconds for a long document. No Qt."""

import queue
import threading
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from assistant.checks.check import Checker
from assistant.documents.document import Document
from assistant.tasks.task import Block, Finding


@dataclass(frozen=True)
class Checked:
    """A block as it was given and as the program found it; the findings are on it alone."""

    before: Block
    after: Block
    findings: tuple[Finding, ...]


@dataclass(frozen=True)
class Order:
    """Blocks of one text, what they are checked against, and the language they are in when they are too short to tell."""

    number: int
    documents: tuple[Document, ...]
    language: str
    blocks: tuple[Block, ...]


#: Hears the number of an order and what came of it, nothing when it failed; called from the checking thread.
Hear = Callable[[int, Sequence[Checked]], None]


class Checking:
    """A thread that checks. What it has prepared of the last documents is kept, so that the next check takes no time."""

    def __init__(self, hear: Hear) -> None:
        self._hear = hear
        self._orders: queue.SimpleQueue[Order | None] = queue.SimpleQueue()
        self._prepared: tuple[tuple[Document, ...], Checker] | None = None
        self._thread = threading.Thread(target=self._work, name="checking", daemon=True)
        self._thread.start()

    def order(self, order: Order) -> None:
        """Have blocks checked when their turn comes."""
        self._orders.put(order)

    def close(self) -> None:
        """Take no more orders. What is being checked is not waited for: it holds nothing that must be let go of."""
        self._orders.put(None)

    def _work(self) -> None:
        while (order := self._orders.get()) is not None:
            try:
                checked = [self._checked(order, block) for block in order.blocks]
            except Exception:  # noqa: BLE001 - a bug here must not end the thread; what was not checked is shown as that
                checked = []
            self._hear(order.number, checked)

    def _checked(self, order: Order, block: Block) -> Checked:
        after, findings = self._checker(order.documents).again(block, order.language)
        return Checked(block, after, tuple(findings))

    def _checker(self, documents: tuple[Document, ...]) -> Checker:
        if self._prepared is None or self._prepared[0] is not documents:
            self._prepared = documents, Checker(documents)
        return self._prepared[1]
