"""The sentences of notes or talk in order, each with who says it, when, and under which heading it stands."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from assistant.documents.document import Paragraph, ParagraphKind
from assistant.minutes.protokoll import UNSTATED, Stated
from assistant.minutes.turns import Turn
from assistant.sentences import sentences

_HEADING = re.compile(r"(?:\d{1,2}[.)]?\s+)?[A-ZÅÄÖ][^.?!:;|]{1,70}$")
_MOST_WORDS = 8
#: A line between sentences that has no words of anybody: that a transcript began, a name alone.
_STARTED = re.compile(
    r".{2,60} (?:startade|stoppade|avslutade) (?:transkribering|inspelning)\w*$|.{2,60} (?:started|stopped)"
    r" (?:transcription|recording)$",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Said:
    """One sentence in its place.

    Attributes:
        text: the sentence.
        paragraph: the number of its paragraph.
        place: which sentence of its paragraph it is, from 0.
        is_last: whether it is the last one there.
        turn: counts turns: sentences of one speaker in a row have the same number; each paragraph of notes is a turn.
        speaker: who says it, empty when that is not known.
        at: since when, as the transcript says.
        marked: the words that say so.
        under: the heading it stands under, without its number.
        headed: that heading and where it stands.
        cells: the cells of a table's row, which is one sentence.
    """

    text: str
    paragraph: int
    place: int
    is_last: bool
    turn: int
    speaker: str = ""
    at: str = ""
    marked: Stated = UNSTATED
    under: str = ""
    headed: Stated = UNSTATED
    cells: tuple[str, ...] = ()

    @property
    def stated(self) -> Stated:
        """The sentence and where it stands."""
        return Stated(self.text, (self.paragraph,))


def noted(paragraphs: Sequence[Paragraph]) -> Iterator[Said]:
    """The sentences of notes. A short line without a full stop over longer ones is a heading, whatever it is set as."""
    under, headed = "", UNSTATED
    for place, each in enumerate(paragraphs):
        following = paragraphs[place + 1] if place + 1 < len(paragraphs) else None
        if is_heading(each, following):
            under, headed = re.sub(r"^\d{1,2}[.)]?\s+", "", each.text), Stated(each.text, (each.number,))
            continue
        if each.kind is ParagraphKind.ROW:
            yield Said(
                each.text, each.number, 0, is_last=True, turn=each.number, under=under, headed=headed, cells=each.cells
            )
            continue
        found = sentences(each.text)
        for n, text in enumerate(found):
            yield Said(text, each.number, n, n == len(found) - 1, each.number, under=under, headed=headed)


def spoken(turns: Sequence[Turn]) -> Iterator[Said]:
    """The sentences of talk."""
    number, before = 0, ("", "")
    for turn in turns:
        if (turn.speaker, turn.at) != before or not turn.speaker:
            number, before = number + 1, (turn.speaker, turn.at)
        if _STARTED.match(turn.text) or turn.paragraph.kind is ParagraphKind.HEADING:
            continue
        found = sentences(turn.text)
        for n, text in enumerate(found):
            yield Said(text, turn.paragraph.number, n, n == len(found) - 1, number, turn.speaker, turn.at, turn.marked)


def is_heading(paragraph: Paragraph, following: Paragraph | None) -> bool:
    """Whether a paragraph is a heading, or looks like one over what follows it."""
    if paragraph.kind is ParagraphKind.HEADING:
        return True
    if paragraph.kind is ParagraphKind.ROW or following is None or len(paragraph.text.split()) > _MOST_WORDS:
        return False
    if paragraph.kind is ParagraphKind.ITEM and not re.match(r"\d", paragraph.text):
        return False
    return bool(_HEADING.match(paragraph.text)) and (
        len(following.text) > len(paragraph.text) or following.kind in {ParagraphKind.ITEM, ParagraphKind.ROW}
    )
