"""Cuts the lines of a § into its parts: by their labels, and where a line without one says of itself what it is."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from assistant.documents.document import Paragraph, ParagraphKind
from assistant.minutes.asides import aside_of
from assistant.minutes.bodies import is_above, is_same
from assistant.minutes.clauses import opens
from assistant.minutes.labels import Label, label_of
from assistant.minutes.organs import ANY_MEETING, BODY
from assistant.minutes.protokoll import PartKind, Stated
from assistant.minutes.told import decided_by, decides
from assistant.minutes.voters import columns

#: A line of a few words without a verb or a full stop, after a decision: a heading that plain text does not show as one.
_BARE_HEADING = re.compile(r"[A-ZÅÄÖ][a-zåäö-]+(?: [a-zåäö-]+){0,3}$|[A-ZÅÄÖ][A-ZÅÄÖ ,-]{3,60}$")
_VERBAL = re.compile(r"\b\w+(?:ar|er|år|as|es|ds|ts|ås|tt|te)\b|\b(?:ska|bör|blir|till|på)\b")
_PASSIVE = re.compile(r"[a-zåäö]s$")
#: Where a line may stand that says of itself what it is, without a label of its own.
_INTERRUPTED = {PartKind.DECISION, PartKind.PROPOSAL, PartKind.OTHER, PartKind.SENT_TO}
_BODY_FIRST = re.compile(BODY)
_GOES_ON = re.compile(r"(?:\d{1,2}[.)]|att|dels|samt)\s", re.IGNORECASE)
#: The end or the beginning of a line that lists.
_LISTS = re.compile(r"(?:,|\bsamt|\boch)$|^(?:att|dels) |\b(?:beslutade|beslöt|beslutat)\b[^.]*\d$")
#: Another body or somebody proposes or has decided: it stands after the decision, without a label.
_OTHERS_SAY = re.compile(
    rf"(?P<who>{BODY})(?: har (?:behandlat|berett) [^.;]{{2,80}} och)? (?P<verb>föreslår|föreslog|hemställer"
    rf"|har föreslagit|beslutade|beslöt)\b"
)
_PROPOSES = re.compile(r"^(?:att|dels|samt|\d|[a-z]\))|\b(?:föreslå\w*|beslut\w*)\b", re.IGNORECASE)
#: A line at least this long may have been broken because the page ended.
_WRAPPED = 60
#: With text on the same line these say what that line is (*Föredragande: Anna Berg*), and nothing of the next one.
_OF_A_LINE = {PartKind.OTHER, PartKind.DISQUALIFIED}


@dataclass
class Making:
    """A part being read."""

    kind: PartKind
    label: Stated
    body: str = ""
    lines: list[Stated] = field(default_factory=list)
    is_aside: bool = False
    is_guessed: bool = False
    is_inline: bool = False


def parts_of(lines: Sequence[Paragraph], own: str) -> list[Making]:
    """The parts, in order; the first holds what stands before the first label."""
    parts = [Making(PartKind.OTHER, Stated("", ()))]
    labels = [label_of(each) for each in lines]
    is_told = not any(label and label.kind is PartKind.DECISION and not label.leads for label in labels)
    for place, each in enumerate(lines):
        label = labels[place]
        if (
            label
            and parts[-1].kind is PartKind.SENT_TO
            and label.kind is PartKind.OTHER
            and each.kind is not ParagraphKind.HEADING
        ):
            label = None  # *Ekonomi* among those that it is sent to
        if label is None and _is_over(parts[-1], each.text, own):
            parts.append(Making(PartKind.OTHER, Stated("", ())))
        if label is None:
            following = lines[place + 1] if place + 1 < len(lines) else None
            _without_label(parts, each, following, own)
        elif label.leads and not (
            _begins(label, parts[-1], own) or (is_told and _stands_alone(label, lines, place, parts[-1], own))
        ):
            parts[-1].lines.append(Stated(each.text, (each.number,)))
        else:
            made = _labelled(label, each, own)
            if _is_within(parts[-1], made):
                made.kind, made.body = PartKind.PROPOSAL, label.to or label.whose
            parts.append(made)
    return [part for part in parts if part.lines or part.label.paragraphs]


def _is_over(part: Making, text: str, own: str) -> bool:
    """Whether a label with its text on one line says no more of the next one: it is of a line, or the meeting decides now."""
    if not part.is_inline or part.kind in {PartKind.DECISION, PartKind.PROPOSAL}:
        return False
    who = decided_by(text)
    return part.kind in _OF_A_LINE or (bool(who) and _is_own(who, own))


def _is_within(above: Making, made: Making) -> bool:
    """Whether a part is what the label right above it proposes: *Utskottets förslag till styrelsen*, *Styrelsens förslag*."""
    kinds = {PartKind.SUBMITTED, PartKind.EARLIER, PartKind.PROPOSAL}
    return above.kind is PartKind.PROPOSAL and not above.lines and bool(above.label.text) and made.kind in kinds


def _without_label(parts: list[Making], each: Paragraph, following: Paragraph | None, own: str) -> None:
    """Takes a line without a label: into the part there is, or into one of its own when it says what it is."""
    part = parts[-1]
    here = Stated(each.text, (each.number,))
    aside = aside_of(each.text)
    if each.kind is ParagraphKind.ROW and (columns(each.cells) or (part.kind is PartKind.VOTE and part.is_aside)):
        aside = PartKind.VOTE  # a list of votes without a label of its own
    if _is_enclosed(part, each):
        parts.append(Making(PartKind.OTHER, Stated("", ()), lines=[here], is_aside=True))
        return
    said = _said_by_another(part, each.text, own)
    if said:
        parts.append(Making(said, Stated("", ()), lines=[here], is_aside=True))
        return
    interrupted = parts[-2] if len(parts) > 1 and part.is_aside else None
    is_row = each.kind is ParagraphKind.ROW
    if interrupted is not None and aside is None and not is_row and _resumes(part, interrupted, each.text):
        parts.append(Making(interrupted.kind, interrupted.label, interrupted.body, [here]))
    elif aside and part.kind is not aside and (part.kind in _INTERRUPTED or part.is_aside or part.is_inline):
        parts.append(Making(aside, Stated("", ()), lines=[here], is_aside=True))
    elif (
        part.kind is PartKind.DECISION
        and part.lines
        and following
        and _is_bare_heading(each, following)
        and not decides(following.text, is_bare=True)
    ):
        parts.append(Making(PartKind.OTHER, here, is_guessed=True))
    elif part.lines and _continues(part.lines[-1].text, each):
        before = part.lines[-1]
        part.lines[-1] = Stated(joined(before.text, each.text), (*before.paragraphs, each.number))
    else:
        part.lines.append(here)


def _said_by_another(part: Making, text: str, own: str) -> PartKind | None:
    """What a line after a decision is in which a body below proposes or tells what it has decided; None for any other line."""
    said = _OTHERS_SAY.match(text) if part.kind is PartKind.DECISION and part.lines and own else None
    if said is None or _is_own(said["who"], own) or is_above(said["who"], own):
        return None
    return PartKind.EARLIER if said["verb"] in {"beslutade", "beslöt"} else PartKind.SUBMITTED


def _is_enclosed(part: Making, each: Paragraph) -> bool:
    """Whether a table begins under a decision that is whole without it: a list of what others have decided, or of documents."""
    is_whole = part.kind is PartKind.DECISION and bool(part.lines) and part.lines[-1].text.endswith(".")
    return is_whole and each.kind is ParagraphKind.ROW and len(each.cells) > 2  # noqa: PLR2004 - more than a label and its text


def _resumes(aside: Making, interrupted: Making, text: str) -> bool:
    """Whether a line after one that only said who took no part, or how they voted, goes on with what that interrupted."""
    if interrupted.kind is PartKind.OTHER or (
        aside.lines and (opens(aside.lines[-1].text) or _LISTS.search(aside.lines[-1].text))
    ):
        return False
    if _GOES_ON.match(text):
        return True
    if aside.kind not in {PartKind.DISQUALIFIED, PartKind.VOTE, PartKind.OTHER}:
        return False
    return decides(text, is_bare=True) or (aside.kind is PartKind.DISQUALIFIED and bool(_BODY_FIRST.match(text)))


def _labelled(label: Label, each: Paragraph, own: str) -> Making:
    kind = _kind(label, own)
    made = Making(kind, Stated(label.text, (each.number,)), label.to if kind is PartKind.PROPOSAL else label.whose)
    if label.leads:
        made.lines.append(Stated(each.text, (each.number,)))
    elif label.rest:
        made.lines.append(Stated(label.rest, (each.number,)))
        made.is_inline = each.kind is not ParagraphKind.ROW
    return made


def joined(before: str, after: str) -> str:
    """Two lines of one sentence; a word that was broken is made whole."""
    is_broken = before.endswith("-") and not re.match(r"(?:och|eller|samt)\b", after)
    return f"{before[:-1]}{after}" if is_broken else f"{before} {after}"


def _continues(before: str, paragraph: Paragraph) -> bool:
    """Whether a line goes on with the one before it, which was broken for length."""
    return (
        paragraph.kind is ParagraphKind.TEXT
        and len(before) >= _WRAPPED
        and not re.search(r"[.:;!?]$", before)
        and bool(re.match(r"[a-zåäö(]", paragraph.text))
        and not re.match(r"(?:att|dels|samt|och att|[a-zåäö]\))\s", paragraph.text)
    )


def _begins(label: Label, part: Making, own: str) -> bool:
    """Whether a line with a verb (*Nämnden beslutar*) begins a part; in a proposal or an account it belongs to that."""
    if part.kind is PartKind.OTHER and not part.label.paragraphs:
        return True
    if part.kind is PartKind.DECISION:
        return label.kind is PartKind.PROPOSAL
    if label.kind is not PartKind.DECISION or not _is_own(label.whose, own):
        return False
    if part.kind is PartKind.PROPOSAL or (part.is_aside and part.lines[-1].text.endswith(".")):
        return True
    # A proposal, then an account of the meeting, then its decision, in minutes whose only labels are such verbs.
    return part.kind is PartKind.SUBMITTED and len(part.lines) > 1 and not _PROPOSES.search(part.lines[-1].text)


def _stands_alone(label: Label, lines: Sequence[Paragraph], place: int, part: Making, own: str) -> bool:
    """Whether a line with a verb is the label of the decision, in a § that has no other: its points stand under it."""
    after = lines[place + 1] if place + 1 < len(lines) else None
    if part.kind in {PartKind.SUBMITTED, PartKind.MOTIONS} and lines[place].kind is not ParagraphKind.HEADING:
        return False
    is_own = _is_own(label.whose, own) or label.kind is PartKind.PROPOSAL
    has_points = after is not None and (
        after.kind is ParagraphKind.ITEM or bool(re.match(r"(?:att|dels|\d{1,2}[.)])\s", after.text))
    )
    return is_own and (lines[place].kind is ParagraphKind.HEADING or has_points)


def _is_own(body: str, own: str) -> bool:
    return body.casefold() in ANY_MEETING or is_same(body, own)


def _kind(label: Label, own: str) -> PartKind:
    """What a label means in the minutes of this body: another body's decision is no decision of this meeting."""
    if not own:
        return label.kind
    if label.kind is PartKind.SUBMITTED and label.whose and _is_own(label.whose, own):
        return PartKind.PROPOSAL  # what the meeting itself proposes, to a body that its text names
    if label.kind is PartKind.DECISION and label.whose and not _is_own(label.whose, own):
        return PartKind.EARLIER
    if (
        label.kind is PartKind.EARLIER
        and "behandling" in label.text.casefold()
        and label.whose
        and _is_own(label.whose, own)
    ):
        return PartKind.PROCEDURE
    if label.kind is PartKind.PROPOSAL and (_is_own(label.to, own) or (label.whose and not _is_own(label.whose, own))):
        return PartKind.SUBMITTED
    return label.kind


def _is_bare_heading(paragraph: Paragraph, following: Paragraph) -> bool:
    text = paragraph.text
    verbal = _VERBAL if " " in text else _PASSIVE  # *Delgivningar*, but *Avslås*
    return (
        paragraph.kind is ParagraphKind.TEXT
        and bool(_BARE_HEADING.match(text))
        and not verbal.search(text)
        and len(following.text) > len(text)
        and following.text[:1].isupper()
    )
