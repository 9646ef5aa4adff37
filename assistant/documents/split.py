"""Cuts documents into Passages that fit the room there is. Every paragraph is in one, whole or in pieces; none is dropped."""

import dataclasses
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from assistant.documents.document import MARGINAL, Paragraph, ParagraphKind
from assistant.sentences import sentences

#: Counts the tokens of a text.
Count = Callable[[str], int]


@dataclass(frozen=True)
class Passage:
    """A run of paragraphs, in reading order; a paragraph too long for one passage is in several, in pieces."""

    paragraphs: tuple[Paragraph, ...]

    @property
    def text(self) -> str:
        """What the model reads: headings marked, items with a dash, a blank line between paragraphs of running text."""
        return "\n".join(line(paragraph) for paragraph in self.paragraphs)

    @property
    def numbers(self) -> range:
        """The paragraphs' numbers."""
        return range(self.paragraphs[0].number, self.paragraphs[-1].number + 1)


def line(paragraph: Paragraph) -> str:
    """How a paragraph is shown to the model."""
    if paragraph.kind is ParagraphKind.HEADING:
        return f"\n## {paragraph.text}"
    if paragraph.kind is ParagraphKind.ITEM:
        return f"- {paragraph.text}"
    return paragraph.text


def running(paragraphs: Sequence[Paragraph]) -> tuple[Paragraph, ...]:
    """The paragraphs that a summary is made from: all but headers and footers."""
    return tuple(paragraph for paragraph in paragraphs if paragraph.kind not in MARGINAL)


def split(paragraphs: Sequence[Paragraph], room: int, count: Count) -> tuple[Passage, ...]:
    """Passages of at most ``room`` tokens and of about the same size, broken at headings where that costs little.

    A paragraph that does not fit is cut between sentences, a sentence that does not fit between words.
    """
    sized = [(piece, count(line(piece)) + 1) for whole in paragraphs for piece in _pieces(whole, room - 1, count)]
    total = sum(size for _, size in sized)
    if not sized:
        return ()
    wanted = -(-total // room)
    # Even parts, so that the last is not a stub; a little slack lets a part end before a heading.
    goal = min(room, total // wanted + room // 20)
    passages: list[Passage] = []
    part: list[Paragraph] = []
    used = 0
    for piece, size in sized:
        full = used + size > goal
        at_heading = piece.kind is ParagraphKind.HEADING and used > goal * 0.8
        if part and (full or at_heading):
            passages.append(Passage(tuple(part)))
            part, used = [], 0
        part.append(piece)
        used += size
    passages.append(Passage(tuple(part)))
    return tuple(passages)


def _pieces(paragraph: Paragraph, room: int, count: Count) -> Iterator[Paragraph]:
    if count(line(paragraph)) <= room:
        yield paragraph
        return
    room -= max(0, count(line(paragraph)) - count(paragraph.text))  # for the mark of a heading or item
    text = ""
    for sentence in _bounded(sentences(paragraph.text), room, count):
        longer = f"{text} {sentence}".strip()
        if text and count(longer) > room:
            yield dataclasses.replace(paragraph, text=text)
            longer = sentence
        text = longer
    yield dataclasses.replace(paragraph, text=text)


def _bounded(parts: Sequence[str], room: int, count: Count) -> Iterator[str]:
    """The sentences, those that are too long cut in halves between words, or between letters where there are no words."""
    for part in parts:
        if count(part) <= room or len(part) <= 1:
            yield part
            continue
        middle = part.find(" ", len(part) // 2)
        middle = middle if middle > 0 else len(part) // 2
        yield from _bounded([part[:middle].strip(), part[middle:].strip()], room, count)
