"""The general way: a document, or the part of one, that does not have the form of minutes is taken as notes or as talk."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from assistant.documents.document import Document, Paragraph
from assistant.minutes.entries import Act, Entry
from assistant.minutes.genres import is_before_a_decision
from assistant.minutes.notes import entries
from assistant.minutes.people import people
from assistant.minutes.protokoll import Person, Role, Stated
from assistant.minutes.said import Said, noted, spoken
from assistant.minutes.turns import Turn, turns

_CAPTIONS = frozenset({"vtt", "srt"})
_PRESENT = re.compile(
    r"\b(?:närvarande|deltagare|med på mötet|deltog|deltagande|medverkande|present|in attendance|attendees|participants"
    r"|attended)\s*:\s*(?=\S)",
    re.IGNORECASE,
)
_WROTE = re.compile(
    r"\b(?:sekreterare|vid pennan|anteckningar|antecknat av|protokollförare|minutes|notes|secretary|note taker)\s*:\s*(?=[A-ZÅÄÖ])",
    re.IGNORECASE,
)
_CHAIRED = re.compile(r"\b(?:ordförande|mötesledare|chair|chaired by|chairperson)\s*:\s*(?=[A-ZÅÄÖ])", re.IGNORECASE)
_ABSENT = re.compile(
    r"\b(?:frånvarande|ej närvarande|förhinder|anmält förhinder|återbud|apologies|absent|not present)\s*:\s*(?=\S)",
    re.IGNORECASE,
)
_LABELS = ((_PRESENT, Role.MEMBER), (_CHAIRED, Role.CHAIR), (_WROTE, Role.SECRETARY), (_ABSENT, Role.ABSENT))


@dataclass(frozen=True)
class Heard:
    """What notes or talk say.

    Attributes:
        entries: what is decided, taken on, asked for and left open, in order.
        people: who took part, as a list in the text says.
        speakers: who speaks in a transcript, in order, with the paragraph of the first words.
        said: every sentence.
        names: those who took part, by their names and first names.
        is_talk: it is a transcript.
    """

    entries: tuple[Entry, ...]
    people: tuple[Person, ...]
    speakers: tuple[Stated, ...]
    said: tuple[Said, ...]
    is_talk: bool
    names: frozenset[str] = frozenset()


def hear(document: Document, paragraphs: Sequence[Paragraph], language: str) -> Heard:
    """What these paragraphs of a document say."""
    talk = turns(paragraphs, is_talk=document.format in _CAPTIONS)
    said = tuple(spoken(talk) if talk else noted(paragraphs))
    listed = tuple(_people(paragraphs))
    names = frozenset(name for person in listed for name in (person.name, person.name.split()[0]))
    names |= {part for turn in talk for part in (turn.speaker, turn.speaker.split(" ")[0]) if part}
    found = entries(said, language, names, in_talk=bool(talk))
    if is_before_a_decision(document):
        found = [replace(each, act=Act.PROPOSAL) if each.act is Act.DECISION else each for each in found]
    return Heard(tuple(found), listed, _speakers(talk), said, bool(talk), names)


def _people(paragraphs: Sequence[Paragraph]) -> list[Person]:
    found: list[Person] = []
    for each in paragraphs:
        # A reader of PDF may have joined lines, so one paragraph may hold several lists.
        marks = sorted(
            (match.start(), match.end(), role) for label, role in _LABELS for match in label.finditer(each.text)
        )
        if not marks or (marks[0][0] and not found):
            continue
        ends = [start for start, _, _ in marks[1:]] + [len(each.text)]
        for (_, begins, role), end in zip(marks, ends, strict=True):
            found += people([Stated(each.text[begins:end].strip(), (each.number,))], role)
    return found


def _speakers(talk: Sequence[Turn]) -> tuple[Stated, ...]:
    first = {turn.speaker: turn.marked for turn in reversed(talk) if turn.speaker}
    ordered = sorted(first.items(), key=lambda pair: pair[1].paragraphs)
    return tuple(Stated(name, marked.paragraphs) for name, marked in ordered)
