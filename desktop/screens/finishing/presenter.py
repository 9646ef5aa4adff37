"""What will be done with a sorted batch, shown before it is done. Plain Python; the view shows the State."""

import dataclasses
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Final, Protocol

from assistant.errors import AssistantError
from assistant.schemes.scheme import Scheme
from assistant.worker.messages import Failed
from desktop.sorting import Ended, Event, Order, Step, problem_of

if TYPE_CHECKING:  # they need much, and the window starts without
    from assistant.classify.desk import Desk
    from assistant.export.copying import Copy
    from assistant.store.history import Change

#: What can be done: copies in a folder for each class, copies named by a pattern, a table, or one of what was changed.
WAYS: Final = ("folders", "names", "table", "history")
#: Of these, what is written to one file.
TABLES: Final = frozenset({"table", "history"})
#: Changes that are shown; the others are in the table.
_CHANGES: Final = 200
#: What copies are called unless another pattern is chosen.
PATTERN: Final = "{code} {date} {name}"


class Works(Protocol):
    """Who keeps the batches; see ``desktop/sorting.py``."""

    def desk(self, number: int) -> "Desk":
        """The desk of a batch."""

    def plan(self, number: int, folder: Path, pattern: str) -> "list[Copy]":
        """The first of the copies that would be made."""

    def holds_copies(self, folder: Path) -> bool:
        """Whether copies were made in a folder that can be taken away again, also long ago."""

    def pause(self) -> None:
        """Stop after the document under way."""


@dataclass(frozen=True)
class State:
    """Everything the view needs.

    Attributes:
        number: the batch.
        scheme: by which it is sorted.
        counts: how many documents each class has, by its code, most first.
        without: documents without a class, which are not copied.
        confirmed: documents whose class a person has said.
        way: one of ``WAYS``.
        pattern: what copies are named by.
        path: the folder for copies, or the table's file; None until it is chosen.
        plan: the first of the copies: what is copied, and where to.
        running: how many of how many are done; None when nothing is under way.
        done: what was ordered last.
        ended: what it came to.
        changes: what was changed in the batch last, the newest first.
        changed: how many changes there are in all.
        can_undo: whether the folder holds copies that can be taken away.
        problem: why something cannot be done.
    """

    number: int = 0
    scheme: Scheme | None = None
    counts: tuple[tuple[str, int], ...] = ()
    without: int = 0
    confirmed: int = 0
    way: str = "folders"
    pattern: str = PATTERN
    path: Path | None = None
    plan: tuple[tuple[str, str], ...] = ()
    running: tuple[int, int] | None = None
    done: Order | None = None
    ended: Ended | None = None
    changes: "tuple[Change, ...]" = ()
    changed: int = 0
    can_undo: bool = False
    problem: Failed | None = None

    @property
    def total(self) -> int:
        """Documents that have a class."""
        return sum(count for _, count in self.counts)

    @property
    def can_carry_out(self) -> bool:
        """Whether what is shown can be done now."""
        is_ready = self.running is None and self.path is not None and self.problem is None
        there_is = {"table": True, "history": self.changed > 0}
        return is_ready and there_is.get(self.way, bool(self.plan))


class Presenter:
    """Decides. Every act ends with the new State being shown."""

    def __init__(self, works: Works, run: Callable[[Order], bool], show: Callable[[State], None]) -> None:
        """``run`` has an order carried out, unless another is under way."""
        self._works = works
        self._run = run
        self._show = show
        self.state = State()

    def open(self, number: int) -> None:
        """Show what can be done with a batch."""
        keeps = self.state if self.state.number == number else State(number)
        try:
            desk = self._works.desk(number)
            lines = desk.lines()
            labelled = desk.labelled()
        except AssistantError as error:
            self._change(number=number, scheme=None, counts=(), problem=problem_of(error))
            return
        counts = Counter(label.code for _, label in labelled)
        self.state = dataclasses.replace(
            keeps,
            scheme=desk.scheme,
            counts=tuple(counts.most_common()),
            without=len(lines) - len(labelled),
            confirmed=sum(line.confirmed is not None for line in lines),
        )
        self._remember()
        self._look()

    def go_by(self, way: str) -> None:
        """Do it in this way; where to is asked anew when that is another kind of place."""
        is_other = way != self.state.way and bool(TABLES & {way, self.state.way})
        self._change(way=way, path=None if is_other else self.state.path, ended=None)
        self._look()

    def name_by(self, pattern: str) -> None:
        """Name copies by this pattern."""
        self._change(pattern=pattern, ended=None)
        self._look()

    def put(self, path: Path) -> None:
        """Put it there."""
        self._change(path=path, ended=None)
        self._look()

    def carry_out(self) -> None:
        """Do what is shown."""
        state = self.state
        if state.path is None or not state.can_carry_out:
            return
        act = state.way if state.way in TABLES else "copy"
        self._begin(Order(state.number, act, state.path, state.pattern if state.way == "names" else ""))

    def undo(self) -> None:
        """Take the copies in the folder away."""
        if self.state.can_undo and self.state.path and self.state.running is None:
            self._begin(Order(self.state.number, "undo", self.state.path))

    def stop(self) -> None:
        """Stop after the document under way; what is copied stays, and can be undone."""
        if self.state.running:
            self._works.pause()

    def hear(self, order: Order, event: Event) -> None:
        """Something has happened to an order."""
        if order != self.state.done or order.number != self.state.number:
            return
        if isinstance(event, Step):
            self._change(running=(event.done, event.total))
            return
        self._change(running=None, ended=event)
        self._remember()
        self._look()
        if event.problem:
            self._change(problem=event.problem)

    def _begin(self, order: Order) -> None:
        if self._run(order):
            self._change(running=(0, 0), done=order, ended=None, problem=None)

    def _remember(self) -> None:
        """Look what has been changed; a store that cannot be read is told where its documents are."""
        try:
            desk = self._works.desk(self.state.number)
            changes, changed = tuple(desk.changes(_CHANGES)), desk.changed()
        except AssistantError:
            return
        self.state = dataclasses.replace(self.state, changes=changes, changed=changed)

    def _look(self) -> None:
        """Show the first copies that would be made, or why they cannot be."""
        state = self.state
        if state.path is None or state.way in TABLES:
            self._change(plan=(), problem=None, can_undo=False)
            return
        self._change(can_undo=self._works.holds_copies(state.path))
        pattern = state.pattern if state.way == "names" else ""
        try:
            copies = self._works.plan(state.number, state.path, pattern)
        except AssistantError as error:
            self._change(plan=(), problem=problem_of(error))
            return
        shown = tuple((copy.source.name, str(copy.target.relative_to(state.path))) for copy in copies)
        self._change(plan=shown, problem=None)

    def _change(self, **new: object) -> None:
        self.state = dataclasses.replace(self.state, **new)  # type: ignore[arg-type]
        self._show(self.state)
