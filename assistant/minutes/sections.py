"""Reads one §: its title and case numbers, its parts by their labels, and from these its points and votes."""

import re
from collections.abc import Sequence
from dataclasses import replace

from assistant.documents.document import Paragraph, ParagraphKind
from assistant.minutes.asides import aside_of
from assistant.minutes.ballots import ballots
from assistant.minutes.heads import Head, case_numbers, is_case_line, title_of
from assistant.minutes.labels import Label, label_of
from assistant.minutes.organs import BODY
from assistant.minutes.parts import Making, joined, parts_of
from assistant.minutes.points import points
from assistant.minutes.protokoll import Outcome, Part, PartKind, Point, Section, Stated
from assistant.sentences import sentences

_LONGEST_TITLE = 200
_TITLE_AND_LABEL = re.compile(rf"(?P<title>[A-ZÅÄÖ][^.:;]{{5,150}}?[a-zåäö\d)]) (?P<label>(?=[A-ZÅÄÖ]){BODY}s beslut)$")
_LEAD_AT_END = re.compile(
    rf"(?P<text>.{{20,}}[\w)”\"])(?<!\batt)(?<!\bsom)(?<!\boch)(?<!\bsamt)(?<!\bdels) (?P<lead>(?=[A-ZÅÄÖ])(?i:{BODY})"
    r" (?:beslutar|beslutade|beslöt|BESLUTAR)(?: att)?:?)$"
)
#: So near the head of a § its title stands.
_NEAR = 3
#: Of these a sentence in a paragraph is a part of its own.
_CUT = {PartKind.RESERVATION, PartKind.DISQUALIFIED, PartKind.NOTE}
_NUMBER = re.compile(r"(?:\d{1,2}|[a-zåäö])[.)]")
_VOTED_IN = {PartKind.VOTE, PartKind.PROCEDURE, PartKind.OTHER, PartKind.DECISION, PartKind.MOTIONS}


def section(at: Paragraph, head: Head, lines: Sequence[Paragraph], own: str) -> Section:
    """The § under a head, in the minutes of the body ``own`` (empty when it is not known)."""
    lines = [piece for n, each in enumerate(lines) for piece in (_title_apart(each) if n < _NEAR else [each])]
    lines = [piece for each in lines for cut in _lead_apart(each) for piece in _apart(cut)]
    numbers = [Stated(number, (at.number,)) for number in case_numbers(head.rest)]
    title = title_of(head.rest)
    title_at: tuple[int, ...] = (at.number,)
    start = 0
    for each in lines:
        if is_case_line(each):
            numbers += [Stated(number, (each.number,)) for number in case_numbers(each.text)]
        elif not title and len(each.text) <= _LONGEST_TITLE and (_known(each) is None):
            title, title_at = title_of(each.text), (at.number, each.number)
            numbers += [Stated(number, (each.number,)) for number in case_numbers(each.text)]
        elif start and title and _goes_on(lines[start - 1].text, each):
            title, title_at = joined(title, title_of(each.text)), (*title_at, each.number)
            numbers += [Stated(number, (each.number,)) for number in case_numbers(each.text)]
        else:
            break
        start += 1
    taken = tuple(each.number for each in lines[:start])
    parts = _resolved(parts_of(lines[start:], own), own)
    voted = {number for part in parts if part.kind in _VOTED_IN for number in part.paragraphs}
    return Section(
        number=head.number,
        heading=Stated(title, tuple(dict.fromkeys((*title_at, *taken)))),
        title=title,
        case_numbers=tuple(numbers),
        parts=parts,
        points=tuple(points(parts, own)),
        ballots=ballots([each for each in lines[start:] if each.number in voted]),
    )


def _title_apart(paragraph: Paragraph) -> list[Paragraph]:
    """A title cut from the label that a reader of plain text has joined to it: *Nämndplan 2027 Nämndens beslut*."""
    match = _TITLE_AND_LABEL.match(paragraph.text) if paragraph.kind is ParagraphKind.TEXT else None
    return [replace(paragraph, text=match[name]) for name in ("title", "label")] if match else [paragraph]


def _lead_apart(paragraph: Paragraph) -> list[Paragraph]:
    """A paragraph cut before its end where that is the beginning of a decision that a reader has joined to it."""
    match = _LEAD_AT_END.match(paragraph.text) if paragraph.kind is ParagraphKind.TEXT else None
    return [replace(paragraph, text=match[name]) for name in ("text", "lead")] if match else [paragraph]


def _goes_on(above: str, paragraph: Paragraph) -> bool:
    """Whether a line goes on with a title that was broken for length."""
    return (
        paragraph.kind is ParagraphKind.TEXT
        and len(paragraph.text) <= _LONGEST_TITLE
        and _known(paragraph) is None
        and bool(re.match(r"[a-zåäö]", paragraph.text))
        and not re.search(r"[.:;]$", above)
        and not paragraph.text.endswith(".")
        and not re.match(r"(?:att|dels|[a-zåäö]\))\s", paragraph.text)
    )


def _apart(paragraph: Paragraph) -> list[Paragraph]:
    """A paragraph cut before each label that begins a sentence in it, since a reader of PDF may have joined lines.

    It is also cut around sentences that say of themselves what they are: *Taxan antas. Anna Berg (S) reserverar sig.*
    """
    if paragraph.kind not in {ParagraphKind.TEXT, ParagraphKind.ITEM}:
        return [paragraph]
    runs: list[str] = []
    aside: PartKind | None = None
    for sentence in sentences(paragraph.text):
        label = label_of(replace(paragraph, text=sentence)) if runs else None
        is_label = label and label.kind is not PartKind.OTHER and not label.leads and ":" not in label.text
        before, aside = aside, kind if (kind := aside_of(sentence)) in _CUT else None
        if runs and (_NUMBER.fullmatch(runs[-1]) or (not is_label and aside == before)):
            runs[-1] = f"{runs[-1]} {sentence}"
        else:
            runs.append(sentence)
    return [paragraph] if len(runs) == 1 else [replace(paragraph, text=text) for text in runs]


def _known(paragraph: Paragraph) -> Label | None:
    """A label in words that are known; a heading in other words is the title."""
    label = label_of(paragraph)
    return None if label is not None and label.kind is PartKind.OTHER and label.text == paragraph.text else label


def _resolved(parts: Sequence[Making], own: str) -> tuple[Part, ...]:
    """The parts, with what only the whole § shows: whether a proposal is the meeting's own."""
    kinds = {part.kind for part in parts}
    decided = _points([part for part in parts if part.kind is PartKind.DECISION], own)
    postponed = bool(decided) and all(point.outcome in {Outcome.REMITTED, Outcome.TABLED} for point in decided)
    made = []
    for part in parts:
        kind = part.kind
        if kind is PartKind.SUBMITTED and not part.body and not kinds & {PartKind.DECISION, PartKind.PROPOSAL}:
            kind = PartKind.PROPOSAL  # nothing in the § says whose it is or what became of it
        elif kind is PartKind.PROPOSAL and postponed:
            kind = PartKind.SUBMITTED  # the meeting has put the matter off, so the proposal was put to it and not made
        body = part.body if kind in {PartKind.PROPOSAL, PartKind.DECISION, PartKind.EARLIER, PartKind.SUBMITTED} else ""
        made.append(Part(kind, part.label, tuple(part.lines), body, part.is_guessed))
    return tuple(made)


def _points(parts: Sequence[Making], own: str) -> list[Point]:
    return list(points([Part(part.kind, part.label, tuple(part.lines), part.body) for part in parts], own))
