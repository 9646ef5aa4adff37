"""Figures that stand in the document, but beside other words than a statement puts them beside."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from assistant.checks.claims import Claim, ClaimKind, claims
from assistant.checks.clauses import clauses
from assistant.sentences import STOP_WORDS, stem

#: Words between a figure and the word that it is about.
_REACH: Final = 6
#: Words with a topic that are looked at on each side of it.
_BESIDE: Final = 4
_WORD: Final = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_UNITS: Final = frozenset(
    "kr kronor krona tkr mkr mnkr mdkr miljon miljoner miljard miljarder tusen procent procentenheter promille"
    " million millions billion thousand percent per cent pounds euro".split()
)
_LIKE_YEAR: Final = re.compile(r"(?:19|20)\d{2}")
_YEAR: Final = "calendar"
_SIDES: Final = {"från": "from", "from": "from", "till": "to", "to": "to"}
#: Who won is told by the words; the larger side may be named first or last.
_VOTES: Final = re.compile(r"\b[^\W_]+ (?:röster|votes) (?:mot|to|against) [^\W_]+|\b\d+ (?:mot|to|against) \d+\b")


@dataclass(frozen=True)
class Slot:
    """A figure and what it stands beside.

    Attributes:
        number: its normal form, without what is counted.
        unit: what is counted, empty where that is not said.
        text: as written.
        left: the stems of the nearest words before it, in its clause and after the figure before it, that carry a topic.
        right: the same after it.
        side: *from* or *to*, empty when neither stands right before it.
    """

    number: str
    unit: str
    text: str
    left: frozenset[str]
    right: frozenset[str]
    side: str

    def is_same(self, other: "Slot") -> bool:
        """Whether both are the same figure, of the same unit or one of them bare."""
        return self.number == other.number and self.counts_as(other)

    def counts_as(self, other: "Slot") -> bool:
        """Whether both may count the same."""
        return self.unit == other.unit or ("" in (self.unit, other.unit) and _YEAR not in (self.unit, other.unit))

    def is_beside(self, other: "Slot") -> bool:
        """Whether both stand beside the same word, and not one where something begins and the other where it ends."""
        if self.side and other.side and self.side != other.side:
            return False
        return not (self.left.isdisjoint(other.left) and self.right.isdisjoint(other.right))


def moved(statement: str, quotes: Sequence[str], language: str) -> Iterator[str]:
    """Figures of a statement in whose place its sources have another figure, while they have this one elsewhere."""
    there = [slots(quote, language) for quote in quotes]
    for slot in slots(statement, language):
        same = [each for quote in there for each in quote if slot.is_same(each)]
        if not same or any(slot.is_beside(each) for each in same):
            continue
        # What stands in its place does so in the sentence that says most of it, or in one that has the figure too.
        near = [
            each for number, quote in enumerate(there) for each in quote if not number or any(map(slot.is_same, quote))
        ]
        if any(slot.is_beside(each) for each in near if slot.counts_as(each) and each not in same):
            yield slot.text


def slots(text: str, language: str) -> list[Slot]:
    """The figures of a text and what they stand beside, clause by clause; the two sides of a vote are left out."""
    return [slot for clause in clauses(_VOTES.sub(" ", text)) for slot in _slots(clause, language)]


def _slots(clause: str, language: str) -> Iterator[Slot]:
    figures = _figures(clause)
    ends = [0, *(start + len(claim.text) for start, claim in figures)]
    starts = [*(start for start, _ in figures), len(clause)]
    left: list[str] = []
    for number, (start, claim) in enumerate(figures):
        before = _WORD.findall(clause[ends[number] : start])
        # *From 74 to 52 days*: what the first figure is about, the second is about too.
        left = _nearest(before[::-1], language) or left
        right = _nearest(_WORD.findall(clause[ends[number + 1] : starts[number + 1]]), language)
        side = _SIDES.get(before[-1].lower(), "") if before else ""
        yield Slot(*_counted(claim), claim.text, frozenset(left), frozenset(right), side)


def _figures(clause: str) -> list[tuple[int, Claim]]:
    """The numbers and amounts of a clause and where they begin, in order."""
    found: list[tuple[int, Claim]] = []
    at = 0
    for claim in claims(clause):
        if claim.kind in {ClaimKind.NUMBER, ClaimKind.AMOUNT}:
            start = clause.find(claim.text, at)
            start = start if start >= 0 else clause.find(claim.text)
            if start >= 0:
                at = start + len(claim.text)
                found.append((start, claim))
    return sorted(found, key=lambda each: each[0])


def _counted(claim: Claim) -> tuple[str, str]:
    number, _, unit = claim.key.partition("|")
    return number, unit or (_YEAR if _LIKE_YEAR.fullmatch(number) and claim.kind is ClaimKind.NUMBER else "")


def _nearest(words: Sequence[str], language: str) -> list[str]:
    low = (word.lower() for word in words[:_REACH])
    topics = (stem(word, language) for word in low if word not in _UNITS | STOP_WORDS.get(language, frozenset()))
    return list(topics)[:_BESIDE]
