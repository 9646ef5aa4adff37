"""Builds a Document paragraph by paragraph: numbers, heading paths and cleaning are worked out here for every format."""

import re
from collections.abc import Sequence
from dataclasses import replace

from assistant.documents.clean import clean
from assistant.documents.document import MARGINAL, Document, Notice, Paragraph, ParagraphKind, Unread

#: What stands in a head or foot and says only which page it is.
PAGE_NUMBER = re.compile(
    r"(?:sida|sid|page|s\.)?\s*[-–]?\s*\d{1,4}\s*[-–]?(?:\s*(?:\(|/|av|of)\s*\d{1,4}\s*\)?)?$", re.IGNORECASE
)
_LONGEST_HEADING = 100
#: Where more of a document's paragraphs than this are bold, bold makes no heading.
_MOST_HEADINGS = 0.4


class Builder:
    """Takes paragraphs in reading order; empty ones are passed over."""

    def __init__(self) -> None:
        self._paragraphs: list[Paragraph] = []
        self._headings: list[tuple[int, str]] = []
        self._bold: list[int] = []
        self._invisible = 0

    def __len__(self) -> int:
        return len(self._paragraphs)

    def add(
        self,
        text: str,
        kind: ParagraphKind = ParagraphKind.TEXT,
        *,
        level: int = 0,
        page: int | None = None,
        cells: Sequence[str] = (),
        is_bold: bool = False,
    ) -> None:
        """Add a paragraph. A bold one may turn out to be a heading.

        For a row give ``cells``, empty ones too: a cross says who voted for what by the column that it stands in.
        """
        tidy = tuple(self._clean(cell) for cell in cells)
        line = " | ".join(tidy).replace("|  |", "| |").strip(" |") if tidy else self._clean(text)
        if not line.strip(" |") or (kind in MARGINAL and PAGE_NUMBER.fullmatch(line)):
            return
        if kind is ParagraphKind.HEADING:
            level = max(1, level)
            self._headings = [heading for heading in self._headings if heading[0] < level]
        path = tuple(heading for _, heading in self._headings)
        if is_bold and len(line) <= _LONGEST_HEADING and not line.endswith((".", ",", ";")):
            self._bold.append(len(self._paragraphs))
        self._paragraphs.append(Paragraph(len(self._paragraphs) + 1, line, kind, level, page, path, tidy))
        if kind is ParagraphKind.HEADING:
            self._headings.append((level, line))

    def finish(
        self,
        name: str,
        file_format: str,
        *,
        pages: int | None = None,
        title: str = "",
        reader: str = "",
        unread: Sequence[Unread] = (),
        notices: Sequence[Notice] = (),
    ) -> Document:
        """The Document, with a notice if invisible characters were taken out."""
        told = list(notices)
        title = self._clean(title)
        # Names of attachments are a stranger's words too.
        unread = [replace(each, name=clean(each.name).text) for each in unread]
        self._promote()
        if self._invisible:
            told.append(Notice("invisible-removed", {"count": self._invisible}))
        return Document(name, file_format, tuple(self._paragraphs), pages, title, reader, tuple(unread), tuple(told))

    def _promote(self) -> None:
        """Make bold paragraphs headings, where a document has no others and they are few beside the rest."""
        if self._headings or len(self._bold) > _MOST_HEADINGS * len(self._paragraphs):
            return
        heading: tuple[str, ...] = ()
        for place, paragraph in enumerate(self._paragraphs):
            if place in self._bold:
                self._paragraphs[place] = replace(paragraph, kind=ParagraphKind.HEADING, level=1)
                heading = (paragraph.text,)
            elif heading:
                self._paragraphs[place] = replace(paragraph, headings=heading)

    def _clean(self, text: str) -> str:
        cleaned = clean(text)
        self._invisible += cleaned.invisible
        return cleaned.text
