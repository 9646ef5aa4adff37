"""Results made by hand, and those who stand in for the ways out of the window."""

from collections.abc import Collection
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path

from assistant.documents.document import Document, Paragraph, ParagraphKind
from assistant.errors import AssistantError
from assistant.job import Job
from assistant.tasks.task import (
    Block,
    BlockKind,
    Coverage,
    Finding,
    Provenance,
    Result,
    Source,
    Status,
)
from desktop.checking import Order
from desktop.screens.result.presenter import Presenter
from desktop.screens.result.state import State

DOCUMENT = Document(
    "a.txt",
    "txt",
    (
        Paragraph(1, "Rubrik", ParagraphKind.HEADING, page=1),
        Paragraph(2, "Nämnden godkände rapporten den 3 maj. Den skickas vidare.", page=1),
        Paragraph(3, "Ingen vilar på det här.", page=2),
    ),
    pages=2,
)
PROVENANCE = Provenance(
    "0", "p@1", "", "", model_imported=False, seed=0, seconds=0, tokens_read=0, tokens_written=0, made=""
)
SUPPORTED = Block(
    BlockKind.STATEMENT,
    "Nämnden godkände rapporten.",
    sources=(Source("a.txt", 2, 1, "Nämnden godkände rapporten den 3 maj."),),
    status=Status.SUPPORTED,
)
INVENTED = Block(BlockKind.STATEMENT, "Alla får en bil.", status=Status.UNSUPPORTED)
OTHER = Block(BlockKind.ITEM, "Kostnaden är 4 kronor.", status=Status.UNSUPPORTED)
HEAD = Block(BlockKind.ROW, "Namn | Parti", ("Namn", "Parti"), status=Status.SUPPORTED)
ROW = Block(BlockKind.ROW, "Ada | S", ("Ada", "S"), (Source("a.txt", 2, 1, "Den skickas vidare."),), Status.SUPPORTED)
FINDINGS = (
    Finding("statement-unsupported", {}, 2),
    Finding("amount-not-in-source", {"text": "4 kronor"}, 3),
    Finding("answer-cut"),
)


def result(*blocks: Block, made: str = "") -> Result:
    """A result of these blocks, or of one of each kind."""
    held = blocks or (Block(BlockKind.HEADING, "Beslut"), SUPPORTED, INVENTED, OTHER, HEAD, ROW)
    provenance = PROVENANCE if not made else Provenance(**{**vars(PROVENANCE), "made": made})
    return Result("summarise", (DOCUMENT,), "sv", held, Coverage(3, 3), provenance, FINDINGS if not blocks else ())


@dataclass
class Around:
    """Remembers what the presenter asked of what is around it."""

    jobs: list[Job] = field(default_factory=list)
    stopped: list[int] = field(default_factory=list)
    checks: list[Order] = field(default_factory=list)
    written: list[Path] = field(default_factory=list)
    copied: list[tuple[int, ...]] = field(default_factory=list)
    shown: list[State] = field(default_factory=list)
    refusal: AssistantError | None = None

    def order(self, job: Job) -> int:
        """Orders: a job."""
        self.jobs.append(job)
        return len(self.jobs)

    def stop(self, number: int) -> None:
        """Orders: to stop."""
        self.stopped.append(number)

    def write(self, _result: Result, path: Path) -> None:
        """Output: a file, unless it is to be refused."""
        if self.refusal:
            raise self.refusal
        self.written.append(path)

    def copy(self, _result: Result, chosen: Collection[int]) -> None:
        """Output: the clipboard."""
        self.copied.append(tuple(sorted(chosen)))

    def presenter(self) -> Presenter:
        """A presenter with the time standing still."""
        return Presenter(
            self, self.checks.append, self, self.shown.append, lambda: datetime(2026, 5, 3, 10, 42, tzinfo=UTC)
        )
