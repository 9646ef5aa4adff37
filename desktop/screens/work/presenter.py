"""What happens to documents from being opened until their summaries are there. Plain Python; the view shows the State."""

import dataclasses
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final, Protocol

from assistant.documents.document import Document
from assistant.job import Job, Options
from assistant.tasks.task import Result
from assistant.worker.messages import Again, Cancelled, Event, Failed, Finished, Piece, Progress, Read

#: Below this share and time an estimate of the time left would only be a guess.
_SHARE_TO_TELL: Final = 0.03
_SECONDS_TO_TELL: Final = 2.0


class Orders(Protocol):
    """Who does the jobs; see ``assistant/worker/background.py``."""

    def order(self, job: Job) -> int:
        """Put a job at the end; its number."""

    def stop(self, number: int) -> None:
        """Stop a job, under way or waiting."""


@dataclass(frozen=True)
class Row:
    """One document in the list. ``stage``: opening, ready, waiting, running, done, stopped or failed."""

    name: str
    stage: str = "opening"
    document: Document | None = None
    result: Result | None = None
    problem: Failed | None = None
    order: int = 0


@dataclass(frozen=True)
class State:
    """Everything the view needs.

    Attributes:
        rows: the documents in the order they were opened.
        chosen: the row that is selected, or -1.
        options: what kind of summary is made.
        progress: how far the job under way has come, None when none is.
        seconds_left: an estimate, None when it would only be a guess.
        text: the answer as it comes, not yet checked.
    """

    rows: tuple[Row, ...] = ()
    chosen: int = -1
    options: Options = field(default_factory=Options)
    progress: Progress | None = None
    seconds_left: float | None = None
    text: str = ""

    @property
    def row(self) -> Row | None:
        """The chosen row."""
        return self.rows[self.chosen] if 0 <= self.chosen < len(self.rows) else None

    @property
    def can_start(self) -> bool:
        """Whether the chosen document can be summarised now."""
        return self.row is not None and self.row.document is not None and self.row.stage not in {"waiting", "running"}

    @property
    def can_stop(self) -> bool:
        """Whether the chosen document's summary is ordered or under way."""
        return self.row is not None and self.row.stage in {"waiting", "running"}


class Presenter:
    """Decides. Every act ends with the new State being shown."""

    def __init__(
        self,
        read: Callable[[int, Path], None],
        orders: Orders,
        show: Callable[[State], None],
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self._read = read
        self._orders = orders
        self._show = show
        self._clock = clock
        self._began = 0.0
        self.state = State()

    def add(self, paths: Sequence[Path]) -> None:
        """Open documents; a folder means the files in it."""
        for path in paths:
            for file in sorted(each for each in path.iterdir() if each.is_file()) if path.is_dir() else [path]:
                rows = (*self.state.rows, Row(file.name))
                self._change(rows=rows, chosen=len(rows) - 1 if self.state.chosen < 0 else self.state.chosen)
                self._read(len(rows) - 1, file)

    def choose(self, index: int) -> None:
        """Select a document."""
        self._change(chosen=index)

    def want(self, options: Options) -> None:
        """Say what kind of summary is made."""
        self._change(options=options)

    def start(self) -> None:
        """Order a summary of the chosen document."""
        row = self.state.row
        if row is None or row.document is None or not self.state.can_start:
            return
        order = self._orders.order(Job(row.document, self.state.options))
        self._row(self.state.chosen, stage="waiting", order=order, result=None, problem=None)

    def stop(self) -> None:
        """Stop the chosen document's summary."""
        if self.state.row is not None and self.state.can_stop:
            self._orders.stop(self.state.row.order)

    def hear_document(self, index: int, event: Read | Failed) -> None:
        """A document has been read, or cannot be."""
        if isinstance(event, Read):
            self._row(index, stage="ready", document=event.document)
        else:
            self._row(index, stage="failed", problem=event)

    def hear(self, order: int, event: Event) -> None:
        """Something has happened to an order."""
        index = next((place for place, row in enumerate(self.state.rows) if row.order == order), None)
        if index is None:
            return
        match event:
            case Progress():
                self._progress(index, event)
            case Piece():
                self._change(text=self.state.text + event.text)
            case Again():
                self._began = self._clock()
                self._change(text="", seconds_left=None)
            case Finished():
                self._end(index, Row(self.state.rows[index].name, "done", result=event.result))
            case Cancelled():
                self._end(index, Row(self.state.rows[index].name, "stopped"))
            case Failed():
                self._end(index, Row(self.state.rows[index].name, "failed", problem=event))

    def _progress(self, index: int, progress: Progress) -> None:
        if self.state.rows[index].stage != "running":
            self._began = self._clock()
            self._row(index, stage="running")
            self._change(text="")
        elapsed = self._clock() - self._began
        is_known = progress.share >= _SHARE_TO_TELL and elapsed >= _SECONDS_TO_TELL
        left = elapsed / progress.share - elapsed if is_known else None
        self._change(progress=progress, seconds_left=left)

    def _end(self, index: int, row: Row) -> None:
        if self.state.rows[index].stage == "running":  # one that waited has shown nothing
            self._change(progress=None, seconds_left=None, text="")
        self._row(index, stage=row.stage, result=row.result, problem=row.problem, order=0)

    def _row(self, index: int, **new: object) -> None:
        rows = list(self.state.rows)
        rows[index] = dataclasses.replace(rows[index], **new)  # type: ignore[arg-type]
        self._change(rows=tuple(rows))

    def _change(self, **new: object) -> None:
        self.state = dataclasses.replace(self.state, **new)  # type: ignore[arg-type]
        self._show(self.state)
