"""Documents are sorted in a thread of their own, between the summaries; what is kept of it is in the encrypted store. Knows no Qt.

Every order ends with exactly one Ended. The model is asked in its turn among the other orders, so that a summary does not wait
for thousands of documents.
"""

import threading
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Final

from assistant.errors import AssistantError, ModelMissing, ModelTooBig, Stopped
from assistant.policy import in_force
from assistant.worker import client
from assistant.worker.child import failure
from assistant.worker.messages import Failed

if TYPE_CHECKING:  # what sorts needs much, and the window starts without
    from assistant.classify.desk import Desk, Pile
    from assistant.classify.question import Question
    from assistant.classify.result import Sorted
    from assistant.documents.document import Document
    from assistant.engine.catalogue import Model
    from assistant.engine.engine import Stopping
    from assistant.export.copying import Copy
    from assistant.schemes.scheme import Scheme
    from assistant.store.keys import Keyring
    from assistant.store.vault import Vault
    from assistant.wording import Words

#: Names of documents that something went wrong with, of which so many are told.
_NAMED: Final = 20
#: Copies that are shown before they are made.
_SHOWN: Final = 200


@dataclass(frozen=True)
class Order:
    """What is to be done with a batch.

    Attributes:
        number: the batch.
        act: ``sort``, ``decide`` (anew), ``copy`` (into folders), ``undo`` (that), ``table``, ``history`` (as a table), or
            ``try`` (a scheme, no batch).
        path: the folder for copies, or the table's file.
        pattern: for copies, what they are named by; empty for a folder for each label.
        without_model: the program decides alone, which is quick.
        scheme: what is tried.
        paths: the documents it is tried on.
    """

    number: int
    act: str
    path: Path = Path()
    pattern: str = ""
    without_model: bool = False
    scheme: "Scheme | None" = None
    paths: tuple[Path, ...] = ()


@dataclass(frozen=True)
class Step:
    """A document is done: how many of all are."""

    done: int
    total: int


@dataclass(frozen=True)
class Ended:
    """The order has ended.

    Attributes:
        why: ``done``, ``stopped`` or ``failed``.
        problem: why it failed.
        count: what was done: labels changed, copies made or taken away, rows written.
        left: names of documents that could not be copied, or copies that have been changed since and were left.
        without_model: the program decided alone, since no model can be opened.
        is_anew: what was sorted before has been decided anew.
        tried: what would come of the documents that a scheme was tried on.
    """

    why: str
    problem: Failed | None = None
    count: int = 0
    left: tuple[str, ...] = ()
    without_model: bool = False
    is_anew: bool = False
    tried: "tuple[tuple[Path, Sorted | AssistantError], ...]" = ()


Event = Step | Ended
#: Hears what happens with an order; called from the sorting thread.
Hear = Callable[[Order, Event], None]


@dataclass(frozen=True)
class Means:
    """What sorting is done with: who weighs a question, which model that is, the store's keyring, the window's words, who reads."""

    weigh: "Callable[[Question, Stopping], tuple[float, ...]]"
    model: "Callable[[], Model]"
    keyring: "Callable[[], Keyring | None]"
    words: "Callable[[], Words]"
    read: "Callable[[Path, Stopping], Document]" = client.read


class Sorting:
    """One order at a time in a thread; the desk of a batch, for what takes a moment, at once."""

    def __init__(self, means: Means, hear: Hear) -> None:
        self._means = means
        self._hear = hear
        self._vault: Vault | None = None
        self._thread: threading.Thread | None = None
        self._is_pausing = threading.Event()
        self._is_stopping = threading.Event()
        self._acts: dict[str, Callable[[Order], Ended]] = {
            "sort": self._sorted,
            "decide": self._decided,
            "copy": self._copied,
            "undo": self._undone,
            "table": self._tabled,
            "history": self._told_of,
            "try": self._tried,
        }

    @property
    def not_kept(self) -> str:
        """Why nothing outlives the window: ``keyring`` or ``policy``; empty where it does. Raises StoreError."""
        if self.vault.is_kept:
            return ""
        return "keyring" if in_force().keeps_history else "policy"

    @property
    def vault(self) -> "Vault":
        """The store, opened when it is first needed.

        Raises:
            StoreError: it cannot be opened.
        """
        if self._vault is None:
            from assistant.store.vault import open_vault  # noqa: PLC0415 - as said

            self._vault = open_vault(self._means.keyring())
        return self._vault

    def piles(self) -> "list[Pile]":
        """The batches that are kept. Raises StoreError."""
        from assistant.classify.desk import piles  # noqa: PLC0415 - as said

        return piles(self.vault)

    def desk(self, number: int) -> "Desk":
        """The desk of a batch, without a model. Raises SchemeError, StoreError."""
        from assistant.classify.desk import Desk  # noqa: PLC0415 - as said

        return Desk(self.vault, number)

    def lay_out(self, scheme: "Scheme", paths: Sequence[Path]) -> int:
        """Make a batch of files and of all that is in folders; its number.

        Raises:
            DocumentMissing: one of the paths leads nowhere.
            StoreError: the store cannot be opened, or is full.
        """
        from assistant.classify.desk import lay_out  # noqa: PLC0415 - as said
        from assistant.classify.gather import documents  # noqa: PLC0415

        return lay_out(self.vault, scheme, documents(paths))

    def count(self, paths: Sequence[Path]) -> int:
        """How many documents files and folders hold. Raises DocumentMissing."""
        from assistant.classify.gather import documents  # noqa: PLC0415 - as said

        return len(documents(paths))

    def discard(self, number: int) -> None:
        """Forget a batch. Raises StoreError."""
        from assistant.store.batches import Batch  # noqa: PLC0415 - as said

        Batch(self.vault, number).discard()

    def learnt(self, scheme: "Scheme") -> int:
        """How many confirmed examples of a scheme there are. Raises StoreError."""
        from assistant.classify.learning import Learning  # noqa: PLC0415 - as said

        return sum(Learning(scheme, self.vault).examples.counts().values())

    def forget(self, scheme: "Scheme") -> int:
        """Forget what has been learnt of a scheme; how many examples that were. Raises StoreError."""
        from assistant.classify.learning import Learning  # noqa: PLC0415 - as said

        return Learning(scheme, self.vault).forget()

    def plan(self, number: int, folder: Path, pattern: str) -> "list[Copy]":
        """The first of the copies that would be made. Raises OutputError, SchemeError, StoreError."""
        from assistant.export.copying import planned  # noqa: PLC0415 - as said

        desk = self.desk(number)
        return planned(desk.labelled()[:_SHOWN], desk.scheme, folder, pattern)

    def holds_copies(self, folder: Path) -> bool:
        """Whether copies were made in a folder that can be taken away again."""
        from assistant.export.copying import JOURNAL  # noqa: PLC0415 - as said

        return (folder / JOURNAL).is_file()

    def begin(self, order: Order) -> None:
        """Carry out an order; the one before must have ended."""
        self._wait()
        self._is_pausing.clear()
        self._is_stopping.clear()
        self._thread = threading.Thread(target=self._work, args=(order,), name="sorting", daemon=True)
        self._thread.start()

    def pause(self) -> None:
        """Stop when the document under way is sorted."""
        self._is_pausing.set()

    def stop(self) -> None:
        """Stop at once; the document under way waits again."""
        self._is_stopping.set()
        self._is_pausing.set()

    def close(self) -> None:
        """Stop, and return when nothing is under way and the store is closed."""
        self.stop()
        self._wait()
        if self._vault:
            self._vault.close()
            self._vault = None

    def read(self, path: Path) -> "Document":
        """Read a document, in a child of its own. Raises DocumentError, Stopped."""
        return self._means.read(path, self._is_stopping.is_set)

    def _wait(self) -> None:
        if self._thread:
            self._thread.join()

    def _work(self, order: Order) -> None:
        try:
            event = self._acts[order.act](order)
        except Stopped:
            event = Ended("stopped")
        except Exception as error:  # noqa: BLE001 - a bug ends the order too, and is told as one
            event = Ended("failed", failure(error))
        self._hear(order, event)

    def _sorted(self, order: Order) -> Ended:
        desk, is_alone = (
            (self.desk(order.number), False) if order.without_model else self._desk_with_model(order.number)
        )
        lines = desk.lines()
        done = sum(line.state.value in {"done", "failed"} for line in lines)

        def told(*_outcome: object) -> None:
            nonlocal done
            done += 1
            self._hear(order, Step(done, len(lines)))

        self._hear(order, Step(done, len(lines)))
        desk.carry_out(self.read, told, self._is_pausing.is_set)
        return Ended("done", without_model=is_alone)

    def _decided(self, order: Order) -> Ended:
        desk, _ = self._desk_with_model(order.number)
        count = desk.decide_anew(self._told(order), self._is_pausing.is_set)
        return Ended("done", count=count, is_anew=True)

    def _copied(self, order: Order) -> Ended:
        from assistant.export.copying import carry_out, planned  # noqa: PLC0415 - as said

        desk, told = self.desk(order.number), self._told(order)
        copies = planned(desk.labelled(), desk.scheme, order.path, order.pattern)
        left = []
        for done, (copy, error) in enumerate(carry_out(copies, order.path), 1):
            if error:
                left.append(copy.source.name)
            else:
                desk.copied(copy.source, copy.target)
            told(done, len(copies))
            if self._is_pausing.is_set():
                raise Stopped
        return Ended("done", count=len(copies) - len(left), left=tuple(left[:_NAMED]))

    def _undone(self, order: Order) -> Ended:
        from assistant.export.copying import undo  # noqa: PLC0415 - as said
        from assistant.store.batches import Batch  # noqa: PLC0415

        gone, left = undo(order.path)
        Batch(self.vault, order.number).undone((copy.source, copy.target) for copy in gone)
        return Ended("done", count=len(gone), left=tuple(path.name for path in left[:_NAMED]))

    def _tabled(self, order: Order) -> Ended:
        from assistant.export.sorting import write  # noqa: PLC0415 - as said

        desk = self.desk(order.number)
        confirmed = {line.path: line.confirmed for line in desk.lines() if line.confirmed is not None}
        outcomes = ((line.path, outcome) for line, outcome in desk.outcomes())
        write(outcomes, order.path, desk.scheme, self._means.words(), confirmed)
        return Ended("done")

    def _told_of(self, order: Order) -> Ended:
        from assistant.export.history import write  # noqa: PLC0415 - as said

        desk = self.desk(order.number)
        write(desk.changes(), order.path, desk.scheme, self._means.words())
        return Ended("done")

    def _tried(self, order: Order) -> Ended:
        from assistant.classify.trying import tried  # noqa: PLC0415 - as said

        assert order.scheme
        try:
            self._means.model()
            ask = None if order.without_model else self._weigh
        except (ModelMissing, ModelTooBig):
            ask = None
        found = tried(order.scheme, order.paths, self.read, ask, self._told(order))
        return Ended("done", tried=tuple(found), without_model=ask is None)

    def _desk_with_model(self, number: int) -> "tuple[Desk, bool]":
        """The desk, and whether the program is alone since no model can be opened."""
        from assistant.classify.desk import Desk  # noqa: PLC0415 - as said

        try:
            model = self._means.model()
        except (ModelMissing, ModelTooBig):
            desk = Desk(self.vault, number)
            return desk, desk.scheme.decides == "one"
        return Desk(self.vault, number, model, self._weigh), False

    def _told(self, order: Order) -> Callable[[int, int], None]:
        return lambda done, total: self._hear(order, Step(done, total))

    def _weigh(self, question: "Question") -> tuple[float, ...]:
        return self._means.weigh(question, self._is_stopping.is_set)


def problem_of(error: AssistantError) -> Failed:
    """An error as it is shown."""
    return Failed(error.code, error.facts)
