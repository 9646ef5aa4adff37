"""Builds a Document paragraph by paragraph: numbers, heading paths and cleaning are worked out here for every format."""

from collections.abc import Sequence

from assistant.documents.clean import clean
from assistant.documents.document import Document, Notice, Paragraph, ParagraphKind, Unread


class Builder:
    """Takes paragraphs in reading order; empty ones are passed over."""

    def __init__(self) -> None:
        self._paragraphs: list[Paragraph] = []
        self._headings: list[tuple[int, str]] = []
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
    ) -> None:
        """Add a paragraph. For a row give ``cells``; its text is made from them."""
        tidy = tuple(self._clean(cell) for cell in cells)
        line = " | ".join(tidy) if tidy else self._clean(text)
        if not line.strip(" |"):
            return
        if kind is ParagraphKind.HEADING:
            level = max(1, level)
            self._headings = [heading for heading in self._headings if heading[0] < level]
        path = tuple(heading for _, heading in self._headings)
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
        if self._invisible:
            told.append(Notice("invisible-removed", {"count": self._invisible}))
        return Document(name, file_format, tuple(self._paragraphs), pages, title, reader, tuple(unread), tuple(told))

    def _clean(self, text: str) -> str:
        cleaned = clean(text)
        self._invisible += cleaned.invisible
        return cleaned.text
