"""Figures and parties that stand in the document, but beside other words than a statement puts them beside."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from assistant.checks.claims import ClaimKind, claims
from assistant.sentences import STOP_WORDS, stem

#: Words between a figure and the word that it is about.
_REACH: Final = 4
_WORD: Final = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_UNITS: Final = frozenset(
    "kr kronor krona tkr mkr mnkr mdkr miljon miljoner miljard miljarder tusen procent procentenheter promille"
    " million millions billion thousand percent per cent pounds euro".split()
)
_PARTY: Final = re.compile(r"\b([A-ZÅÄÖ][\w’'-]+)\s+\(([A-ZÅÄÖ]{1,4})\)")


@dataclass(frozen=True)
class Slot:
    """A figure and the words on either side of it that carry a topic, as stems; empty where there is none."""

    key: str
    text: str
    left: str
    right: str

    @property
    def unit(self) -> str:
        """What is counted: two figures of different units do not stand in for each other."""
        return self.key.partition("|")[2]


def moved(statement: str, quotes: Sequence[str], language: str) -> Iterator[str]:
    """Figures of a statement in whose place its sources have another figure, while they have this one elsewhere."""
    there = [slot for quote in quotes for slot in slots(quote, language)]
    for slot in slots(statement, language):
        same = [each for each in there if each.key == slot.key]
        if not same or any(_meet(slot, each) for each in same):
            continue
        if any(_meet(slot, each) for each in there if each.key != slot.key and each.unit == slot.unit):
            yield slot.text


def slots(text: str, language: str) -> list[Slot]:
    """The figures of a text and what they stand beside."""
    found: list[Slot] = []
    at = 0
    for claim in claims(text):
        if claim.kind not in {ClaimKind.NUMBER, ClaimKind.AMOUNT}:
            continue
        start = text.find(claim.text, at if claim.kind is ClaimKind.NUMBER else 0)
        start = start if start >= 0 else text.find(claim.text)
        if start < 0:
            continue
        at = start + len(claim.text)
        left = _nearest(reversed(_WORD.findall(text[:start])), language)
        found.append(Slot(claim.key, claim.text, left, _nearest(_WORD.findall(text[at:]), language)))
    return found


def other_party(statement: str, text: str) -> Iterator[str]:
    """People of a statement whom the document gives another party, and never this one."""
    known: dict[str, set[str]] = {}
    for name, party in _PARTY.findall(text):
        known.setdefault(_bare(name), set()).add(party)
    for name, party in _PARTY.findall(statement):
        if party not in known.get(_bare(name), {party}):
            yield f"{name} ({party})"


def _meet(slot: Slot, other: Slot) -> bool:
    return bool((slot.left and slot.left == other.left) or (slot.right and slot.right == other.right))


def _nearest(words: Iterator[str] | Sequence[str], language: str) -> str:
    for place, word in enumerate(words):
        if place >= _REACH:
            break
        low = word.lower()
        if low not in _UNITS and low not in STOP_WORDS.get(language, frozenset()):
            return stem(low, language)
    return ""


def _bare(name: str) -> str:
    """A surname without the genitive's *s*; ``Lunds`` and ``Lund`` are one."""
    return name.removesuffix("s").rstrip("'’").casefold()
