"""An excerpt of minutes (protokollsutdrag): one § word for word as a Word file, with its head, who took part, and lines to sign.

The text is the document's own; nothing is shortened and nothing is added to it.
"""

import re
from collections.abc import Sequence
from typing import Final

from docx.document import Document as WordFile

from assistant.documents.document import Document, Paragraph, ParagraphKind
from assistant.export import docx_file, parts
from assistant.minutes.protokoll import FrontPage, Protokoll, Role, Section
from assistant.wording import Words

_LINE: Final = "_" * 40
#: A point that has its own number needs no bullet.
_NUMBER: Final = re.compile(r"(?:\d{1,3}|[a-zA-Z]|[ivxIVX]+)[.)] ")
_LANGUAGE: Final = "sv"


def render(document: Document, minutes: Protokoll, section: Section, words: Words, *, organisation: str = "") -> bytes:
    """The file's bytes. ``organisation`` stands above the name of the body, and as the author."""
    front = minutes.front
    body = front.body.text if front.body else ""
    title = words("Excerpt of minutes, § {section}", section=section.number)
    file = docx_file.new(_LANGUAGE, title, organisation)
    for text in filter(None, (organisation, body, front.date.text if front.date else "")):
        file.add_paragraph(parts.line(text))
    file.add_heading(title, level=1)
    _attendance(file, front, section, words)
    labels = {number for part in section.parts for number in part.label.paragraphs}
    inside = set(section.paragraphs)
    paragraphs = [each for each in document.paragraphs if each.number in inside]
    _write(file, paragraphs, labels - {n for part in section.parts for line in part.lines for n in line.paragraphs})
    _sign(file, front, words)
    return docx_file.to_bytes(file)


def _attendance(file: WordFile, front: FrontPage, section: Section, words: Words) -> None:
    """Who took part in the decision, as far as the first page says at which § they were present."""
    deciding = [
        person
        for person in front.having(Role.MEMBER, Role.SERVING)
        if not person.sections or section.number in person.sections
    ]
    if deciding:
        file.add_heading(words("Deciding"), level=2)
        for person in deciding:
            named = f"{person.name} ({person.party})" if person.party else person.name
            file.add_paragraph(parts.line(", ".join(filter(None, (named, person.note)))), style="List Bullet")


def _write(file: WordFile, paragraphs: Sequence[Paragraph], labels: set[int]) -> None:
    rows: list[Paragraph] = []
    for number, paragraph in enumerate(paragraphs):
        if paragraph.kind is ParagraphKind.ROW:
            rows.append(paragraph)
            continue
        _table(file, rows)
        rows = []
        text = parts.line(paragraph.text)
        if not number or paragraph.number in labels or paragraph.kind is ParagraphKind.HEADING:
            file.add_heading(text, level=3 if number else 2)
        else:
            is_bullet = paragraph.kind is ParagraphKind.ITEM and not _NUMBER.match(text)
            file.add_paragraph(text, style="List Bullet" if is_bullet else None)
    _table(file, rows)


def _table(file: WordFile, rows: Sequence[Paragraph]) -> None:
    if not rows:
        return
    table = file.add_table(rows=0, cols=max(len(row.cells) for row in rows), style="Table Grid")
    for row in rows:
        for cell, text in zip(table.add_row().cells, row.cells, strict=False):
            cell.text = parts.line(text)
    docx_file.set_widths(file, table, [row.cells for row in rows])


def _sign(file: WordFile, front: FrontPage, words: Words) -> None:
    """Who signed the minutes, and a line for whoever certifies the excerpt."""
    file.add_heading(words("Signatures"), level=2)
    for label, named in (
        (words("Secretary"), front.secretary),
        (words("Chair"), front.chair),
        (words("Adjuster of the minutes"), front.adjusters),
    ):
        for stated in named:
            file.add_paragraph(f"{label}: {parts.line(stated.text)}")
    if front.adjustment:
        file.add_paragraph(f"{words('Adjusted')}: {parts.line(front.adjustment.text)}")
    file.add_paragraph(f"{words('Excerpt certified by')}: {_LINE}")
    file.add_paragraph(f"{words('Date')}: {_LINE}")
