"""What is to be masked in a document, numbered so that each can be left out, and the paragraphs once they are masked.

A mask covers the words wherever they stand: what was found in one paragraph and stands in another in a form that no
pattern knows is masked there too.
"""

import dataclasses
import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from assistant.documents.document import Document, Paragraph
from assistant.identifiers.find import find_in
from assistant.identifiers.found import PERSONAL, Find, Kind, Span

_BETWEEN_CELLS = " | "


@dataclass(frozen=True)
class Mask:
    """One place that is masked; ``number`` is its own in the document."""

    number: int
    find: Find


def masks(
    document: Document, kinds: Iterable[Kind] = PERSONAL, also: Sequence[str] = (), today: date | None = None
) -> tuple[Mask, ...]:
    """What is to be masked: everything of these kinds, sure or possible, and these words wherever they stand.

    Raises:
        SettingsError, SchemeError: the organisation's own patterns or signals are wrong.
    """
    found = find_in(document, kinds, today)
    words = {text: Kind.CHOSEN for text in also if text.strip()} | {find.text: find.span.kind for find in found}
    taken = {(find.paragraph, place) for find in found for place in range(find.span.start, find.span.end)}
    for paragraph in document.paragraphs:
        for find in _again(paragraph, words):
            places = {(paragraph.number, place) for place in range(find.span.start, find.span.end)}
            if not places & taken:
                taken |= places
                found.append(find)
    found.sort(key=lambda find: (find.paragraph, find.span.start))
    return tuple(Mask(number, find) for number, find in enumerate(found, 1))


def _again(paragraph: Paragraph, words: dict[str, Kind]) -> Iterator[Find]:
    lower = paragraph.text.casefold()
    for text, kind in sorted(words.items(), key=lambda item: -len(item[0])):
        if text.casefold() not in lower:
            continue
        for match in re.finditer(re.escape(text), paragraph.text, re.IGNORECASE):
            yield Find(Span(kind, *match.span()), match.group(), paragraph.number, paragraph.page)


def masked(document: Document, chosen: Collection[Mask], instead: str) -> tuple[Paragraph, ...]:
    """The document's paragraphs with ``instead`` for the words of each mask; headings that stand above them are left out."""
    by_paragraph: dict[int, list[Span]] = {}
    for mask in chosen:
        by_paragraph.setdefault(mask.find.paragraph, []).append(mask.find.span)
    return tuple(
        _masked(paragraph, by_paragraph.get(paragraph.number, []), instead) for paragraph in document.paragraphs
    )


def _masked(paragraph: Paragraph, spans: list[Span], instead: str) -> Paragraph:
    cells: tuple[str, ...] = ()
    if paragraph.cells and _BETWEEN_CELLS.join(paragraph.cells) == paragraph.text:
        begin = 0
        for cell in paragraph.cells:
            cells += (_covered(cell, spans, begin, instead),)
            begin += len(cell) + len(_BETWEEN_CELLS)
    return dataclasses.replace(paragraph, text=_covered(paragraph.text, spans, 0, instead), cells=cells, headings=())


def _covered(text: str, spans: list[Span], begin: int, instead: str) -> str:
    """The part of a paragraph that begins at ``begin``, covered; a span that goes over its end is covered as far as it goes."""
    done, last = "", 0
    for span in sorted(spans, key=lambda span: span.start):
        start, end = max(0, span.start - begin), min(len(text), span.end - begin)
        if start < end and start >= last:
            done, last = f"{done}{text[last:start]}{instead}", end
    return done + text[last:]
