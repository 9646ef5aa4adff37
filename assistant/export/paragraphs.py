"""The paragraphs of a document as a new file: what they say and are, and nothing else of the file that they were read from."""

from collections.abc import Sequence
from itertools import groupby
from typing import Final

from assistant.documents.document import Paragraph, ParagraphKind

_LEVELS: Final = 9
#: Word refuses to open a table with more columns.
_MOST_COLUMNS: Final = 63


def as_text(paragraphs: Sequence[Paragraph]) -> bytes:
    """Plain text, with a dash before the items of lists."""
    dash = {ParagraphKind.ITEM: "- "}
    return ("\n\n".join(dash.get(each.kind, "") + each.text for each in paragraphs) + "\n").encode()


def as_markdown(paragraphs: Sequence[Paragraph]) -> bytes:
    """Markdown, with their headings and lists."""
    return ("\n\n".join(map(_marked, paragraphs)) + "\n").encode()


def as_docx(paragraphs: Sequence[Paragraph], language: str, title: str) -> bytes:
    """A Word file with their headings, lists and tables."""
    from assistant.export import docx_file  # noqa: PLC0415 - it takes time to import

    made = docx_file.new(language, title)
    for is_row, run in groupby(paragraphs, key=lambda each: 0 < len(each.cells) <= _MOST_COLUMNS):
        if is_row:
            rows = [each.cells for each in run]
            table = made.add_table(rows=0, cols=max(map(len, rows)), style="Table Grid")
            for row in rows:
                cells = table.add_row().cells
                for cell, text in zip(cells, row, strict=False):
                    cell.text = text
            continue
        for each in run:
            if each.kind is ParagraphKind.HEADING:
                made.add_heading(each.text, level=min(max(each.level, 1), _LEVELS))
            else:
                made.add_paragraph(each.text, style="List Bullet" if each.kind is ParagraphKind.ITEM else None)
    return docx_file.to_bytes(made)


def _marked(paragraph: Paragraph) -> str:
    if paragraph.kind is ParagraphKind.HEADING:
        return f"{'#' * max(1, paragraph.level)} {paragraph.text}"
    return f"- {paragraph.text}" if paragraph.kind is ParagraphKind.ITEM else paragraph.text
