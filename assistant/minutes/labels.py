"""Finds the label that a paragraph of a § is or begins with, by the table of what parts are called (``vocabulary.py``).

A label that is not there ends the part before it, when it is set as a heading.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final

from assistant.documents.document import Paragraph, ParagraphKind
from assistant.minutes import headings
from assistant.minutes.organs import A_BODY, ANY_MEETING, BASES, SHORT
from assistant.minutes.protokoll import PartKind
from assistant.minutes.vocabulary import STAFF, TABLE, TO, WHOSE

#: What a meeting is called without its name.
_NAMELESS = ANY_MEETING.union("grupp styrelsen nämnden utskottet rådet kommittén stämman årsmötet".split())
_LONGEST = 110
#: Labels that are words of any sentence too: one with text on the same line must have a good deal of it.
_ALSO_WORDS = set("ärende ärendet handling handlingar underlag förslag motiv röstning votering omröstning".split())
_LONG_ENOUGH = 30
_MOST_WORDS = 8
_FEW_WORDS = 4
#: What a line that is not set as a heading may be said to be by its words alone.
_SAID_OF_A_LINE = frozenset(
    {
        PartKind.DECISION,
        PartKind.EARLIER,
        PartKind.SUBMITTED,
        PartKind.MOTIONS,
        PartKind.PROCEDURE,
        PartKind.RESERVATION,
        PartKind.NOTE,
        PartKind.REASONS,
        PartKind.SENT_TO,
    }
)
#: What a label may say of when it holds: *Beslut för egen del, under förutsättning av fullmäktiges beslut*.
#: Or that it is adjusted at once, or that all agreed to the order.
_CONDITION = re.compile(
    r",? (?:under förutsättning|med förbehåll|med stöd av)\b.{0,140}$|\s?[,(–-]\s?omedelbart? juster\w*\)?$| som godkänns$",
    re.IGNORECASE,
)
#: A number alone counts yrkanden: *Yrkande 1 får 6 röster*.
_BEGINS_TEXT = re.compile(r"[A-ZÅÄÖ]|\d{1,2}[.)]\s|\d{3,}|\d{1,2} (?!f[åi][rc])\w")
#: A word of a label that was broken in a narrow margin: *Förslag till kommun- fullmäktige*.
_BROKEN = re.compile(r"(?<=[a-zåäö])- (?=[a-zåäö])(?!(?:och|eller|samt)\b)")
#: What was decided, in a line that has no other words for it.
_AS_PROPOSED = re.compile(r"Beslut(?:ades|as)? (?:enligt|i enlighet med) .{3,80}")
_OFFICER = re.compile(STAFF, re.IGNORECASE)
#: After words that may be a label, what makes them the name of a document: a date, or a §.
_DOCUMENT = re.compile(r"(?:§|den \d|\d{4}-\d\d|\d{1,2}/\d)", re.IGNORECASE)
_VERB = re.compile(r"\b(?:beslutar|beslutade|beslöt|föreslår?|föreslå)\b", re.IGNORECASE)


_LABELS: Final = tuple((row.kind, pattern) for row in TABLE for pattern in row.labels)
_PATTERNS = tuple((kind, re.compile(pattern, re.IGNORECASE)) for kind, pattern in _LABELS)
#: All of them at once, since most texts are none; and what of them can match where nobody is named: names are slow to look for.
_ANY = re.compile("|".join(re.sub(r"\(\?P<\w+>", "(?:", pattern) for _, pattern in _LABELS), re.IGNORECASE)
_NOBODYS = re.compile(
    "|".join(pattern.replace(WHOSE, "(?!)").replace(TO, "(?!)") for _, pattern in _LABELS), re.IGNORECASE
)
_NAMES_SOMEBODY = re.compile(
    rf"{'|'.join((*BASES, *SHORT))}|förvaltning|kontor|ordförande|direktör|chef", re.IGNORECASE
)
_INLINE = re.compile(r"(?P<label>[^:.]{2,70}):\s*(?P<rest>\S.*)$")


@dataclass(frozen=True)
class Label:
    """A label found in a paragraph: what it says of the text after it, whose it is, and text in the same paragraph.

    One with a verb (*Nämnden beslutar*) leads: it belongs to the wording of what follows.
    """

    kind: PartKind
    text: str
    whose: str = ""
    to: str = ""
    rest: str = ""

    @property
    def leads(self) -> bool:
        """Whether the label is the beginning of a sentence."""
        return bool(_VERB.search(self.text))


def label_of(paragraph: Paragraph) -> Label | None:
    """The label that a paragraph is or begins with, else None. An unknown heading is a label of the kind OTHER."""
    if paragraph.kind is ParagraphKind.ROW:
        return _beside(paragraph.cells)
    text = _BROKEN.sub("", paragraph.text) if len(paragraph.text) <= _LONGEST else paragraph.text
    found = _known(text) or _inline(text)
    if found is None and paragraph.kind is not ParagraphKind.ITEM:
        found = _joined(text)
    return found or _by_its_noun(text, paragraph.kind)


def _beside(cells: Sequence[str]) -> Label | None:
    """A row's label and the text beside it."""
    if len(cells) < 2:  # noqa: PLR2004 - a label and its text
        return None
    found = _known(cells[0]) or _guessed(cells[0], _SAID_OF_A_LINE)
    rest = " ".join(cells[1:]).strip()
    return replace(found, rest=rest) if found and rest else None


def _inline(text: str) -> Label | None:
    """A label with a colon and its text, or a line that says by itself what was decided or who proposes what follows."""
    match = _INLINE.match(text)
    found = (_known(match["label"]) or _guessed(match["label"], _SAID_OF_A_LINE)) if match else None
    if match and found:
        return replace(found, rest=match["rest"])
    if _AS_PROPOSED.fullmatch(text):
        return Label(PartKind.DECISION, "Beslut", rest=text)
    is_officer = text.endswith(":") and _OFFICER.fullmatch(text[:-1])
    return Label(PartKind.SUBMITTED, text[:-1], text[:-1]) if is_officer else None


def _by_its_noun(text: str, kind: ParagraphKind) -> Label | None:
    """A heading, or a line that looks like one, by its noun."""
    is_heading = kind is ParagraphKind.HEADING
    found = None
    if is_heading or (kind is ParagraphKind.TEXT and _looks_like_one(text)):
        found = _guessed(text.rstrip(" :"), None if is_heading else _SAID_OF_A_LINE)
    return found or (Label(PartKind.OTHER, text) if is_heading else None)


def _looks_like_one(text: str) -> bool:
    return text.endswith(":") or (len(text.split()) <= _FEW_WORDS and text[-1:].isalpha())


def _guessed(text: str, kinds: frozenset[PartKind] | None) -> Label | None:
    """A label in words that are not listed, of these kinds where they are given."""
    said = headings.kind_of(text) if len(text) <= _LONGEST else None
    if said is None or (kinds is not None and said[0] not in kinds):
        return None
    kind, whose = said
    if kind is PartKind.DECISION and whose and whose.casefold() not in _NAMELESS and not A_BODY.search(whose):
        kind = PartKind.EARLIER  # an office's decision, not the meeting's
    return Label(kind, text, whose)


def _joined(text: str) -> Label | None:
    """A label and the text after it on one line, as a reader of plain text or PDF may give them: the longest that there is."""
    words = text.split()
    for count in range(min(_MOST_WORDS, len(words) - 1), 0, -1):
        found = _known(" ".join(words[:count]))
        if not found or found.leads or found.kind is PartKind.OTHER or not _BEGINS_TEXT.match(" ".join(words[count:])):
            continue
        rest = " ".join(words[count:])
        if _DOCUMENT.match(rest):
            continue
        is_word = found.text.casefold() in _ALSO_WORDS  # *Ärendet Vägen norrut utgår*
        if not is_word or (rest[0].isalpha() and len(rest) > _LONG_ENOUGH):
            return replace(found, rest=rest)
    return None


def _known(text: str) -> Label | None:
    """The label in words alone, with or without a colon. *Förslag till beslut* by itself is of the kind SUBMITTED."""
    bare = _CONDITION.sub("", text.strip().rstrip(":").strip())
    if not bare or len(bare) > _LONGEST:
        return None
    if not (_ANY if _NAMES_SOMEBODY.search(bare) else _NOBODYS).fullmatch(bare):
        return _of_two(bare)
    for kind, pattern in _PATTERNS:
        match = pattern.fullmatch(bare)
        if match:
            groups = match.groupdict()
            return Label(kind, bare, groups.get("whose") or "", groups.get("to") or "")
    return None


def _of_two(text: str) -> Label | None:
    """A label that names two things, both of them known, by the first: *Yrkanden och propositionsordning*."""
    first, _, second = text.partition(" och ")
    found = _known(first) if second and _known(second) else None
    return replace(found, text=text) if found else None
