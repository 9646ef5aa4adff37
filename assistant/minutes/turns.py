"""Who speaks in a transcript: paragraphs that begin with a speaker's name and perhaps a time, or stand under such a line.

The document itself stays as it was read; here is only said of each paragraph whose words it holds, and since when.
"""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from assistant.documents.document import Paragraph, ParagraphKind
from assistant.minutes.protokoll import UNSTATED, Stated

_TIME = r"\d{1,2}:\d{2}(?::\d{2})?(?:[.,]\d{1,3})?"
_AT = rf"[\[(]?(?P<at>{_TIME})[\])]?"
_NAME = r"[A-ZÅÄÖÉÜ][^:!?;|]{0,90}?"
#: ``[4:05] Anna Berg: …``, ``4:05 Anna Berg: …``
_TIMED = re.compile(rf"{_AT}\s+(?:(?P<name>{_NAME}):\s+)?(?=\S)")
#: ``Anna Berg [4:05]: …`` and ``Anna Berg: …``
_NAMED = re.compile(rf"(?P<name>{_NAME})(?:\s+{_AT})?:\s+(?=\S)")
#: ``Anna Berg   4:05`` alone, or with what is said after it on the same line, as some programs write Word files.
_WORDS = r"(?P<name>[A-ZÅÄÖÉÜ][\w’'-]*\.?(?:\s+(?:[A-ZÅÄÖÉÜ(][\w’'()-]*\.?|von|af|av|de|van|der|el|al)){0,5}?(?<!\s.\.)(?<!\w\w\.))"
_HEAD = re.compile(rf"{_WORDS}\s+{_AT}(?:\s+(?=[A-ZÅÄÖ\d\"“”–-])|$)")
_HEAD_BACKWARDS = re.compile(rf"{_AT}\s+{_WORDS}$")
#: A transcript has at least so many turns, and they begin at least this share of the paragraphs.
_FEWEST, _SHARE = 3, 0.25
#: Without times, names must begin this share of the paragraphs and come again, since labels have colons too.
_NAMED_SHARE = 0.5
_LONGEST_NAME = 8


@dataclass(frozen=True)
class Turn:
    """One paragraph of talk.

    Attributes:
        paragraph: the paragraph.
        speaker: who speaks, empty when that is not said.
        at: since when, as written, empty when that is not said.
        begins: from which letter the words begin.
        marked: the letters that say who and when, with the number of their paragraph; it may be an earlier one.
    """

    paragraph: Paragraph
    speaker: str
    at: str
    begins: int
    marked: Stated

    @property
    def text(self) -> str:
        """What is said, without name and time."""
        return self.paragraph.text[self.begins :]


def turns(paragraphs: Sequence[Paragraph], *, is_talk: bool = False) -> tuple[Turn, ...]:
    """The paragraphs as talk; empty when they are no transcript, which ``is_talk`` says for certain that they are."""
    marks = [_mark(each) for each in paragraphs]
    timed = sum(bool(mark and mark["at"]) for mark in marks)
    names = Counter(mark["name"] for mark in marks if mark and mark["name"])
    named = sum(names.values())
    is_timed = timed >= _FEWEST and timed >= _SHARE * len(paragraphs)
    is_named = named >= max(_FEWEST, _NAMED_SHARE * len(paragraphs)) and 2 * len(names) <= named
    is_timed = is_timed or (is_talk and timed > 0)
    if not (is_timed or is_named or is_talk):
        return ()
    found, speaker, at, marked = [], "", "", UNSTATED
    for paragraph, mark in zip(paragraphs, marks, strict=True):
        begins = 0
        if mark and (mark["at"] or not is_timed):
            speaker = (mark["name"] or "").strip() or ("" if mark["at"] else speaker)
            at = (mark["at"] or "").split(",")[0].split(".")[0]
            begins = mark.end()
            marked = Stated(mark.group().strip(), (paragraph.number,))
        found.append(Turn(paragraph, speaker, at, begins, marked))
    return tuple(found)


def _mark(paragraph: Paragraph) -> re.Match[str] | None:
    """The beginning of a turn in a paragraph."""
    if paragraph.kind in {ParagraphKind.HEADING, ParagraphKind.ROW}:
        return None
    text = paragraph.text
    for pattern in (_HEAD_BACKWARDS, _TIMED, _NAMED, _HEAD):
        match = pattern.match(text)
        if match and len((match["name"] or "").split()) <= _LONGEST_NAME:
            return match
    return None
