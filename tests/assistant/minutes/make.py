"""Minutes of a few lines, for tests of how they are read."""

from collections.abc import Sequence

from assistant.documents.build import Builder
from assistant.documents.document import Document, ParagraphKind
from assistant.minutes.protokoll import Reading, Section
from assistant.minutes.read import read

FRONT = (
    "# Kommunstyrelsen 2026-03-10",
    "Plats och tid: Kommunhuset, tisdagen den 10 mars 2026, kl. 09.00–11.00",
    "Beslutande: Anna Berg (S), ordförande; Bo Ek (M); Cilla Dahl (C)",
    "Övriga närvarande: Eva Falk, sekreterare",
    "Justerare: Bo Ek",
    "Sekreterare: Eva Falk",
    "Ordförande: Anna Berg",
    "Paragrafer: §§ 1–2",
)


def document(*lines: str, front: Sequence[str] = FRONT) -> Document:
    """``#`` is a heading, ``-`` an item, ``|`` a row; all else is text. The first page comes first."""
    builder = Builder()
    for line in (*front, *lines):
        if line.startswith("#"):
            marks, _, text = line.partition(" ")
            builder.add(text, ParagraphKind.HEADING, level=len(marks))
        elif line.startswith("- "):
            builder.add(line[2:], ParagraphKind.ITEM, level=1)
        elif line.startswith("|"):
            builder.add("", ParagraphKind.ROW, cells=[cell.strip() for cell in line.strip("|").split("|")])
        else:
            builder.add(line)
    return builder.finish("protokoll.docx", "docx")


def reading(*lines: str, front: Sequence[str] = FRONT) -> Reading:
    """What is read in such minutes."""
    return read(document(*lines, front=front))


def only(*lines: str, front: Sequence[str] = FRONT) -> Section:
    """The one § of such minutes."""
    (meeting,) = reading(*lines, front=front).meetings
    (section,) = meeting.sections
    return section
