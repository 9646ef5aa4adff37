"""Which document of a batch is looked at and what a person says it is. Plain Python; the view shows the State."""

import dataclasses
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Final, Protocol

from assistant.classify.result import Sorted
from assistant.classify.seen import Ranked
from assistant.documents.document import Document
from assistant.errors import AssistantError
from assistant.schemes.scheme import Scheme
from assistant.worker.messages import Failed
from desktop.reading import Opened
from desktop.sorting import problem_of

if TYPE_CHECKING:  # they need much, and the window starts without
    from assistant.classify.desk import Desk
    from assistant.store.batches import Line

#: Runner-up classes that are offered.
RUNNERS: Final = 3
#: Documents whose text is at hand: the one before, the one that is shown, and the next.
_AT_HAND: Final = 3


class Works(Protocol):
    """Who keeps the batches; see ``desktop/sorting.py``."""

    def desk(self, number: int) -> "Desk":
        """The desk of a batch."""


@dataclass(frozen=True)
class State:
    """Everything the view needs.

    Attributes:
        scheme: by which the batch is sorted.
        lines: its documents, those whose class is least sure first.
        place: of the one that is shown, in the list.
        outcome: what came of it; None while it waits.
        document: its text, None while it is being read.
        problem: why its text cannot be shown, or why something could not be done.
    """

    scheme: Scheme | None = None
    lines: "tuple[Line, ...]" = ()
    place: int = 0
    outcome: Sorted | AssistantError | None = None
    document: Document | None = None
    problem: Failed | None = None

    @property
    def line(self) -> "Line | None":
        """The document that is shown."""
        return self.lines[self.place] if self.place < len(self.lines) else None

    @property
    def proposed(self) -> str | None:
        """The class that was found, empty for *vet ej*; None where nothing can be said."""
        return self.outcome.decision.label if isinstance(self.outcome, Sorted) else None

    @property
    def runners(self) -> tuple[Ranked, ...]:
        """The next likely classes; the likeliest with them where it was not sure enough to be given."""
        ranking = self.outcome.decision.ranking if isinstance(self.outcome, Sorted) else ()
        return tuple(each for each in ranking if each.label != self.proposed)[:RUNNERS]

    @property
    def can_say(self) -> bool:
        """Whether a person can say what the document is."""
        return isinstance(self.outcome, Sorted)

    @property
    def looked_through(self) -> int:
        """How many documents a person has said the class of."""
        return sum(line.confirmed is not None for line in self.lines)


class Presenter:
    """Decides. Every act ends with the new State being shown."""

    def __init__(self, works: Works, read: Callable[[int, Path], None], show: Callable[[State], None]) -> None:
        """``read`` has a document read; ``hear_document`` is told."""
        self._works = works
        self._read = read
        self._show = show
        self._desk: Desk | None = None
        self._documents: dict[int, Document | Failed] = {}
        self._asked: set[int] = set()
        self.state = State()

    def open(self, number: int) -> None:
        """Look a batch through, from the first document that nobody has said anything of."""
        self._documents, self._asked = {}, set()
        try:
            self._desk = self._works.desk(number)
            lines = tuple(self._desk.lines())
        except AssistantError as error:
            self._desk = None
            self._change(scheme=None, lines=(), place=0, outcome=None, document=None, problem=problem_of(error))
            return
        place = next((place for place, line in enumerate(lines) if line.confirmed is None), 0)
        self.state = State(self._desk.scheme, lines)
        self._go(place)

    def choose(self, place: int) -> None:
        """Show the document at a place of the list."""
        if place != self.state.place:
            self._go(place)

    def next(self) -> None:
        """Show the next document, and leave this one as it is."""
        self._go(min(self.state.place + 1, len(self.state.lines) - 1))

    def previous(self) -> None:
        """Show the document before."""
        self._go(max(self.state.place - 1, 0))

    def accept(self) -> None:
        """What was found is right."""
        if self.state.proposed is not None:
            self.say(self.state.proposed)

    def runner(self, place: int) -> None:
        """One of the runner-up classes is right."""
        if place < len(self.state.runners):
            self.say(self.state.runners[place].label)

    def say(self, label: str) -> None:
        """This class is right; empty for none of them. The next document is shown."""
        if self._settle(label):
            self.next()

    def take_back(self) -> None:
        """What was said of this document does not hold."""
        self._settle(None)

    def hear_document(self, number: int, event: Opened | Failed) -> None:
        """A document has been read, or cannot be."""
        if number not in self._asked:
            return  # of a batch that was looked through before
        self._asked.discard(number)
        self._documents[number] = event.document if isinstance(event, Opened) else event
        line = self.state.line
        near = {each.number for each in self.state.lines[max(0, self.state.place - 1) : self.state.place + 2]}
        for old in [old for old in self._documents if old not in near][: max(0, len(self._documents) - _AT_HAND)]:
            del self._documents[old]
        if line and line.number == number:
            self._change(**self._text(number))

    def _settle(self, label: str | None) -> bool:
        line = self.state.line
        if self._desk is None or line is None or not self.state.can_say:
            return False
        try:
            self._desk.confirm(line.number, label)
        except AssistantError as error:
            self._change(problem=problem_of(error))
            return False
        lines = list(self.state.lines)
        lines[self.state.place] = dataclasses.replace(line, confirmed=label)
        self._change(lines=tuple(lines), problem=None)
        return True

    def _go(self, place: int) -> None:
        if not self.state.lines or self._desk is None:
            self._change(place=0, outcome=None, document=None)
            return
        line = self.state.lines[place]
        try:
            outcome = self._desk.outcome(line.number)
        except AssistantError as error:
            self._change(place=place, outcome=None, document=None, problem=problem_of(error))
            return
        self._change(place=place, outcome=outcome, **self._text(line.number))
        for near in self.state.lines[place : place + 2]:
            if near.number not in self._documents and near.number not in self._asked:
                self._asked.add(near.number)
                self._read(near.number, near.path)

    def _text(self, number: int) -> dict[str, object]:
        found = self._documents.get(number)
        return {
            "document": found if isinstance(found, Document) else None,
            "problem": found if isinstance(found, Failed) else None,
        }

    def _change(self, **new: object) -> None:
        self.state = dataclasses.replace(self.state, **new)  # type: ignore[arg-type]
        self._show(self.state)
