"""Looks at one document before it is judged: what the program sees of it, and the passages that the model is to read."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from assistant.classify.features import features
from assistant.classify.hostile import Names, cleaned
from assistant.classify.seen import Seen
from assistant.classify.structure import Hit, Structure
from assistant.documents.document import MARGINAL, Document, Paragraph, ParagraphKind
from assistant.schemes.scheme import Scheme
from assistant.tasks.task import Coverage, LeftOut

#: Characters of the document that the program looks at: its beginning and its end.
_BEGINNING, _END = 45_000, 15_000
#: Characters that the model reads: the beginning, headings of the rest, some of the middle, and the end.
_HEAD, _HEADINGS, _MIDDLE, _TAIL = 600, 200, 0, 0
#: Letters and digits without which there is nothing to judge by.
_FEWEST: Final = 20


@dataclass(frozen=True)
class Look:
    """What was seen.

    Attributes:
        seen: what is known of the document; the model's scores are not in it yet.
        passage: what the model reads.
        coverage: how much of the document the program and the model look at.
        hits: what is typical of labels, and where.
        paragraphs: what is judged: without what speaks to whoever sorts it.
    """

    seen: Seen
    passage: str
    coverage: Coverage
    hits: tuple[Hit, ...]
    paragraphs: tuple[Paragraph, ...]


class Looking:
    """Looks with one scheme in mind."""

    def __init__(self, scheme: Scheme) -> None:
        self._names = Names(scheme)
        self._structure = Structure(scheme)

    def look(self, document: Document) -> Look:
        """What is seen of a document."""
        shown = _shown(document)
        clean = cleaned(shown, self._names)
        text = "\n".join(paragraph.text for paragraph in clean.paragraphs)
        hits = tuple(self._structure.hits(clean.paragraphs))
        enough = sum(map(str.isalnum, text[: 10 * _FEWEST])) >= _FEWEST
        seen = Seen(features(text), self._structure.weights(hits), {}, clean.asked, has_text=enough)
        passage, read = passages(clean.paragraphs)
        return Look(seen, passage, _coverage(document, shown, read), hits, clean.paragraphs)


def _shown(document: Document) -> tuple[Paragraph, ...]:
    """What the program looks at: of page heads and feet each once, the rest as far as it goes."""
    met: set[str] = set()
    kept: list[Paragraph] = []
    for paragraph in document.paragraphs:
        if paragraph.kind in MARGINAL:
            if paragraph.text in met:
                continue
            met.add(paragraph.text)
        if paragraph.text.strip():
            kept.append(paragraph)
    if sum(len(each.text) for each in kept) <= _BEGINNING + _END:
        return tuple(kept)
    head, tail = _within(kept, _BEGINNING), _within(kept[::-1], _END)
    return (*head, *(each for each in tail[::-1] if each.number > head[-1].number))


def _within(paragraphs: Sequence[Paragraph], room: int) -> list[Paragraph]:
    kept, used = [], 0
    for paragraph in paragraphs:
        kept.append(paragraph)
        used += len(paragraph.text)
        if used > room:
            break
    return kept


def passages(paragraphs: Sequence[Paragraph]) -> tuple[str, set[int]]:
    """What the model reads of these paragraphs, and the numbers of those that are read whole."""
    running = [each for each in paragraphs if each.kind not in MARGINAL] or list(paragraphs)
    used, parts, read = 0, [], set()
    place = 0
    while place < len(running) and used < _HEAD:
        text = _line(running[place])
        room = _HEAD - used
        if len(text) <= room + _SLACK:
            read.add(running[place].number)
        else:
            text = f"{text[:room].rsplit(' ', 1)[0]} …"
        parts.append(text)
        used += len(text)
        place += 1
    headings = [_line(each) for each in running[place:] if each.kind is ParagraphKind.HEADING]
    parts += _fitting(headings, _HEADINGS)
    rest = "\n".join(each.text for each in running[place:])
    if _MIDDLE and len(rest) > _MIDDLE + _TAIL:
        middle = len(rest) // 2
        parts.append(f"… {rest[middle : middle + _MIDDLE]} …")
    if _TAIL and rest:
        parts.append(f"… {rest[-_TAIL:]}")
    return "\n".join(parts), read


_SLACK: Final = 60


def _line(paragraph: Paragraph) -> str:
    return f"## {paragraph.text}" if paragraph.kind is ParagraphKind.HEADING else paragraph.text


def _fitting(lines: Sequence[str], room: int) -> list[str]:
    kept = []
    for line in lines:
        room -= len(line)
        if room < 0:
            break
        kept.append(line)
    return kept


def _coverage(document: Document, shown: Sequence[Paragraph], read: set[int]) -> Coverage:
    """Paragraphs that the model reads whole; the program weighs those that it looks at, and the rest is beyond the limit."""
    weighed = {paragraph.number for paragraph in shown}
    left: list[LeftOut] = []
    for paragraph in document.paragraphs:
        number = paragraph.number
        if number in read:
            continue
        why = (
            "quick"
            if number in weighed
            else "header"
            if paragraph.kind in MARGINAL
            else "limit"
            if paragraph.text.strip()
            else "empty"
        )
        if left and left[-1].last == number - 1 and left[-1].why == why:
            left[-1] = LeftOut(left[-1].first, number, why)
        else:
            left.append(LeftOut(number, number, why))
    unread = tuple(sorted({each.page for each in document.unread if each.page is not None}))
    return Coverage(len(document.paragraphs), len(read), tuple(left), len(weighed), unread)
