"""What a document is once it has been read: numbered paragraphs with places, and what could not be read. Values only."""

from dataclasses import dataclass, field
from enum import StrEnum

from assistant.errors import Fact


class ParagraphKind(StrEnum):
    """The role a paragraph has in its document."""

    HEADING = "heading"
    TEXT = "text"
    ITEM = "item"
    ROW = "row"
    NOTE = "note"
    HEADER = "header"
    FOOTER = "footer"
    BOX = "box"


#: Kinds that stand beside the running text. They can be cited, but are not what a summary is made from.
MARGINAL = frozenset({ParagraphKind.HEADER, ParagraphKind.FOOTER})


@dataclass(frozen=True)
class Paragraph:
    """One paragraph, heading, list item, table row or note.

    Attributes:
        number: its place in the document, counted from 1 without gaps.
        text: clean text on one line; the cells of a row are joined with ``" | "``.
        kind: its role.
        level: a heading's level from 1, a list item's depth from 1, else 0.
        page: counted from 1 where the format has pages, else None.
        headings: the headings it stands under, outermost first.
        cells: a row's cells, merged cells once; those that are empty keep the others in their columns.
    """

    number: int
    text: str
    kind: ParagraphKind = ParagraphKind.TEXT
    level: int = 0
    page: int | None = None
    headings: tuple[str, ...] = ()
    cells: tuple[str, ...] = ()

    @property
    def heading(self) -> str:
        """The heading right above it; empty when it stands under none."""
        return self.headings[-1] if self.headings else ""


@dataclass(frozen=True)
class Unread:
    """Something in the document that could not be read.

    Attributes:
        why: a code with words in ``wording.py``: ``scanned``, ``page-damaged``, ``attachment``, ``embedded``, ``limit`` …
        page: the page it concerns, where there are pages.
        name: what it is called, where it has a name (an attachment).
    """

    why: str
    page: int | None = None
    name: str = ""


@dataclass(frozen=True)
class Notice:
    """Something the user should know about how the document was read; ``code`` has words in ``wording.py``."""

    code: str
    facts: dict[str, Fact] = field(default_factory=dict)


@dataclass(frozen=True)
class Document:
    """What was read from one file; never its bytes.

    Attributes:
        name: the file's name without its folder.
        format: ``txt``, ``md``, ``docx``, ``pdf``, ``odt``, ``rtf``, ``html``, ``eml``, ``vtt``, ``srt``.
        paragraphs: all that was read, in reading order.
        pages: how many there are, None where the format has none.
        title: the document's title where it states one, else empty.
        reader: the program part that read it, for example ``pypdf 7.1.0``.
        unread: what could not be read.
        notices: what the user should know.
    """

    name: str
    format: str
    paragraphs: tuple[Paragraph, ...]
    pages: int | None = None
    title: str = ""
    reader: str = ""
    unread: tuple[Unread, ...] = ()
    notices: tuple[Notice, ...] = ()

    @property
    def text(self) -> str:
        """The whole text, a blank line between paragraphs."""
        return "\n\n".join(paragraph.text for paragraph in self.paragraphs)
