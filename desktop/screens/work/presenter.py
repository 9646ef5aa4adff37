"""What happens to documents from being opened until their summaries are there. Plain Python; the view shows the State."""

import dataclasses
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final, Protocol

from assistant.documents.document import Document
from assistant.job import Job, Options, Outlook, Sight, outlook
from assistant.tasks.task import Result
from assistant.worker.messages import Again, Cancelled, Event, Failed, Finished, Piece, Progress, ReadAhead
from desktop.reading import Opened, Pasted

#: Below this share and time an estimate of the time left would only be a guess.
_SHARE_TO_TELL: Final = 0.03
_SECONDS_TO_TELL: Final = 2.0


class Orders(Protocol):
    """Who does the jobs; see ``assistant/worker/background.py``."""

    def order(self, job: Job) -> int:
        """Put a job at the end; its number."""

    def read_ahead(self, job: Job) -> int:
        """Have a job read ahead if nothing else is to be done; its number."""

    def stop(self, number: int) -> None:
        """Stop a job, under way or waiting."""


@dataclass(frozen=True)
class Row:
    """One document in the list.

    Attributes:
        number: its own, for as long as the window is open.
        name: of the document.
        stage: ``opening``, ``ready``, ``waiting``, ``running``, ``done``, ``stopped`` or ``failed``.
        document: what was read.
        sight: what the program saw in it at once.
        result: the newest summary.
        problem: why it could not be read or summarised.
        order: the job ordered, 0 when none is.
        progress: how far the job under way has come.
        seconds_left: an estimate, None when it would only be a guess.
        text: the answer as it comes, not yet checked.
        ahead: how much of the document has been read ahead, 0 to 1; None when it is not being.
        path: its file; None for a text that is in none.
    """

    number: int
    name: str
    stage: str = "opening"
    document: Document | None = None
    sight: Sight | None = None
    result: Result | None = None
    problem: Failed | None = None
    order: int = 0
    progress: Progress | None = None
    seconds_left: float | None = None
    text: str = ""
    ahead: float | None = None
    path: Path | None = None

    @property
    def is_ordered(self) -> bool:
        """Whether its summary waits or is under way."""
        return self.stage in {"waiting", "running"}

    @property
    def can_start(self) -> bool:
        """Whether it can be summarised now."""
        return self.document is not None and not self.is_ordered


@dataclass(frozen=True)
class State:
    """Everything the view needs.

    Attributes:
        rows: the documents in the order they were opened.
        chosen: the number of the row that is selected, 0 when none is.
        options: what kind of summary is made.
        outlook: what summarising the chosen document will mean.
        seconds: about how long that will take.
    """

    rows: tuple[Row, ...] = ()
    chosen: int = 0
    options: Options = field(default_factory=Options)
    outlook: Outlook | None = None
    seconds: float = 0.0

    @property
    def row(self) -> Row | None:
        """The chosen row."""
        return next((row for row in self.rows if row.number == self.chosen), None)

    @property
    def can_start(self) -> bool:
        """Whether the chosen document can be summarised now."""
        return self.row is not None and self.row.can_start

    @property
    def can_start_all(self) -> bool:
        """Whether several documents wait to be summarised."""
        return sum(row.can_start and row.result is None for row in self.rows) > 1

    @property
    def can_stop(self) -> bool:
        """Whether the chosen document's summary is ordered or under way."""
        return self.row is not None and self.row.is_ordered


class Presenter:
    """Decides. Every act ends with the new State being shown."""

    def __init__(
        self,
        read: Callable[[int, Path | Pasted], None],
        orders: Orders,
        seconds: Callable[[int], float],
        show: Callable[[State], None],
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        """``read`` has a document read, ``seconds`` tells how long work of a cost takes, ``clock`` counts seconds."""
        self._read = read
        self._orders = orders
        self._seconds = seconds
        self._show = show
        self._clock = clock
        self._began = 0.0
        self._last = 0
        self._ahead: tuple[int, Options] | None = None
        self._ahead_order = 0
        self.reads_ahead = True
        self.state = State()

    def add(self, paths: Sequence[Path]) -> None:
        """Open documents; a folder means the files in it."""
        for path in paths:
            for file in _files(path):
                self._open(file.name, file)

    def paste(self, text: str, name: str) -> None:
        """Open a text that is in no file; ``name`` is what the list calls it."""
        if text.strip():
            self._open(name, Pasted(name, text))

    def choose(self, number: int) -> None:
        """Select a document."""
        self._change(chosen=number)
        self._look_ahead()

    def want(self, options: Options) -> None:
        """Say what kind of summary is made."""
        self._change(options=options)
        self._look_ahead()

    def start(self) -> None:
        """Order a summary of the chosen document."""
        if self.state.row is not None:
            self._start(self.state.row)

    def start_all(self) -> None:
        """Order a summary of every document that has none yet."""
        for row in self.state.rows:
            if row.result is None:
                self._start(row)

    def stop(self) -> None:
        """Stop the chosen document's summary."""
        if self.state.row is not None and self.state.row.is_ordered:
            self._orders.stop(self.state.row.order)

    def remove(self) -> None:
        """Take the chosen document, and what was made of it, out of the list; the file is not touched."""
        self.stop()
        numbers = [row.number for row in self.state.rows]
        rows = tuple(row for row in self.state.rows if row.number != self.state.chosen)
        place = numbers.index(self.state.chosen) if self.state.chosen in numbers else 0
        self._change(rows=rows, chosen=rows[min(place, len(rows) - 1)].number if rows else 0)

    def reconsider(self, *, reads_ahead: bool) -> None:
        """Another model answers from now on, or the wish to have documents read ahead has changed."""
        self.reads_ahead = reads_ahead
        if self._ahead:
            self._orders.stop(self._ahead_order)
            self._row(self._ahead[0], ahead=None)
        self._ahead, self._ahead_order = None, 0
        self._change(outlook=None)
        self._look_ahead()

    def hear_document(self, number: int, event: Opened | Failed) -> None:
        """A document has been read, or cannot be."""
        if isinstance(event, Opened):
            self._row(number, stage="ready", document=event.document, sight=event.sight)
            self._look_ahead()
        else:
            self._row(number, stage="failed", problem=event)

    def hear(self, order: int, event: Event) -> None:
        """Something has happened to an order."""
        if order == self._ahead_order:
            self._hear_ahead(event)
            return
        row = next((row for row in self.state.rows if row.order == order), None)
        if row is None:
            return
        match event:
            case Progress():
                self._progress(row, event)
            case Piece():
                self._row(row.number, text=row.text + event.text)
            case Again():
                self._began = self._clock()
                self._row(row.number, text="", seconds_left=None)
            case Finished():
                self._end(row, "done", result=event.result)
            case Cancelled():
                self._end(row, "stopped")
            case Failed():
                self._end(row, "failed", problem=event)

    def _open(self, name: str, source: Path | Pasted) -> None:
        self._last += 1
        path = source if isinstance(source, Path) else None
        rows = (*self.state.rows, Row(self._last, name, path=path))
        self._change(rows=rows, chosen=self.state.chosen or self._last)
        self._read(self._last, source)

    def _start(self, row: Row) -> None:
        if row.document is None or not row.can_start:
            return
        self._row(
            row.number, stage="waiting", order=self._orders.order(Job(row.document, self.state.options)), problem=None
        )

    def _look_ahead(self) -> None:
        """Have the chosen document read ahead, once, when nothing else is to be done."""
        row, options = self.state.row, self.state.options
        is_idle = not any(each.is_ordered for each in self.state.rows)
        if not self.reads_ahead or not is_idle or row is None or row.document is None or row.stage != "ready":
            return
        if self._ahead == (row.number, options) or not (self.state.outlook and self.state.outlook.parts):
            return
        if self._ahead:
            self._row(self._ahead[0], ahead=None)
        self._ahead = (row.number, options)
        self._ahead_order = self._orders.read_ahead(Job(row.document, options))

    def _hear_ahead(self, event: Event) -> None:
        number = self._ahead[0] if self._ahead else 0
        match event:
            case Progress():
                self._row(number, ahead=event.share if event.stage == "reading" else 0.0)
            case ReadAhead():
                self._row(number, ahead=1.0)
            case Cancelled():  # it gave way
                self._row(number, ahead=None)
                self._ahead = None
            case _:  # it cannot be; the summary itself will say why
                self._row(number, ahead=None)

    def _progress(self, row: Row, progress: Progress) -> None:
        if row.stage != "running":
            self._began = self._clock()
        elapsed = self._clock() - self._began
        is_known = progress.share >= _SHARE_TO_TELL and elapsed >= _SECONDS_TO_TELL
        left = elapsed / progress.share - elapsed if is_known else None
        text = row.text if row.stage == "running" else ""
        self._row(row.number, stage="running", progress=progress, seconds_left=left, text=text, ahead=None)

    def _end(self, row: Row, stage: str, **new: object) -> None:
        self._row(row.number, stage=stage, order=0, progress=None, seconds_left=None, text="", **new)
        self._look_ahead()

    def _row(self, number: int, **new: object) -> None:
        rows = tuple(
            dataclasses.replace(row, **new) if row.number == number else row  # type: ignore[arg-type]
            for row in self.state.rows
        )
        self._change(rows=rows)

    def _change(self, **new: object) -> None:
        before, state = self.state, dataclasses.replace(self.state, **new)  # type: ignore[arg-type]
        row = state.row
        if row is None or row.document is None:
            state = dataclasses.replace(state, outlook=None)
        elif (
            before.row is None
            or (before.row.document, before.options) != (row.document, state.options)
            or state.outlook is None
        ):
            foreseen = outlook(row.document, state.options)
            state = dataclasses.replace(state, outlook=foreseen, seconds=self._seconds(foreseen.cost))
        self.state = state
        self._show(state)


def _files(path: Path) -> list[Path]:
    """The files in a folder, without hidden ones; a folder that cannot be looked into is opened like a file, which says why."""
    try:
        return sorted(each for each in path.iterdir() if each.is_file() and not each.name.startswith("."))
    except OSError:
        return [path]
