"""What a task gives back: blocks of text, what each rests on, what was found wrong, and what was read. Values only."""

from dataclasses import dataclass, field
from enum import StrEnum

from assistant.documents.document import Document, Notice
from assistant.errors import Fact


class BlockKind(StrEnum):
    """The role a block has in a result."""

    HEADING = "heading"
    STATEMENT = "statement"
    ITEM = "item"
    ROW = "row"


class Status(StrEnum):
    """How far the program found support for a block in the documents. Shown as belagt, delvis, ej belagt."""

    SUPPORTED = "supported"
    PARTLY = "partly"
    UNSUPPORTED = "unsupported"
    NOT_CHECKED = "not-checked"


class Origin(StrEnum):
    """Who has worded a block: the task, a person by hand, or the model when it was asked for a change."""

    TASK = "task"
    HAND = "hand"
    MODEL = "model"


@dataclass(frozen=True)
class Source:
    """Where in a document a block has its support.

    Attributes:
        document: the document's name.
        paragraph: the paragraph's number in it.
        page: its page, where there are pages.
        quote: the words there, copied by the program from the document.
    """

    document: str
    paragraph: int
    page: int | None
    quote: str


@dataclass(frozen=True)
class Block:
    """One statement, list item, heading or table row of a result."""

    kind: BlockKind
    text: str
    cells: tuple[str, ...] = ()
    sources: tuple[Source, ...] = ()
    status: Status = Status.NOT_CHECKED
    origin: Origin = Origin.TASK


@dataclass(frozen=True)
class Finding:
    """Something a check found. ``code`` has words in ``wording.py``; ``block`` is the index of the block it concerns."""

    code: str
    facts: dict[str, Fact] = field(default_factory=dict)
    block: int | None = None


@dataclass(frozen=True)
class LeftOut:
    """Paragraphs ``first`` to ``last`` (numbers, inclusive) that the result does not rest on, and why (a code)."""

    first: int
    last: int
    why: str


@dataclass(frozen=True)
class Coverage:
    """How much of the documents was read.

    Attributes:
        paragraphs: how many there are.
        read: how many of them the task read whole. ``paragraphs == read + those in left_out``.
        left_out: the others.
        weighed: how many the program has weighed, sentence by sentence, to choose what the model read; 0 when it
            did not choose.
        pages_unread: pages that hold no text the program can read.
    """

    paragraphs: int
    read: int
    left_out: tuple[LeftOut, ...] = ()
    weighed: int = 0
    pages_unread: tuple[int, ...] = ()


@dataclass(frozen=True)
class Provenance:
    """How a result was made. Prompts are ``id@version``; ``model`` is empty when no model was used."""

    app: str
    prompt: str
    model: str
    model_sha256: str
    model_imported: bool
    seed: int
    seconds: float
    tokens_read: int
    tokens_written: int
    made: str


@dataclass(frozen=True)
class Result:
    """What a task made, with everything needed to judge it."""

    task: str
    documents: tuple[Document, ...]
    language: str
    blocks: tuple[Block, ...]
    coverage: Coverage
    provenance: Provenance
    findings: tuple[Finding, ...] = ()
    notices: tuple[Notice, ...] = ()
