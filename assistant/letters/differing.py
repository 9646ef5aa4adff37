"""Statements that differ where they should not: two amounts or two dates for what seems to be the same thing."""

import functools
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import chain, combinations, product
from typing import Final

from assistant.checks.claims import Claim, ClaimKind, claims
from assistant.sentences import topics

#: Share of the topics of the shorter sentence, beside the figures, that the other must have too.
_ALIKE: Final = 0.6
#: Sentences with a figure in documents up to which these are compared with each other.
_MOST: Final = 40
#: Words that only say of what kind a figure is.
_UNITS: Final = frozenset(
    "kr kron krona kronor sek procent percent tusen miljon miljoner januari februari mars april maj juni juli augusti september"
    " oktober november december kl".split()
)


@dataclass(frozen=True)
class Differing:
    """Two figures for what seems to be the same thing, as they are written."""

    kind: str
    first: str
    second: str


@dataclass(frozen=True)
class _Stated:
    claim: Claim
    topics: frozenset[str]


def differing(stated: Sequence[str], read: Sequence[str], language: str) -> list[Differing]:
    """Pairs of statements with one amount, or one date, each, that say nearly the same and differ in it.

    Args:
        stated: sentences of the user's own.
        read: sentences of the documents; in long ones they are compared with the user's alone.
        language: in which they are compared.
    """
    found: dict[tuple[str, str], Differing] = {}
    for kind in (ClaimKind.AMOUNT, ClaimKind.DATE):
        own = [each for text in stated if (each := _stated(text, kind, language))]
        others = [each for text in read if (each := _stated(text, kind, language))]
        # In a long document, such as a report, two figures that look alike are seldom meant to be one.
        among = combinations(others, 2) if len(others) <= _MOST else ()
        pairs = chain(combinations(own, 2), product(own, others), among)
        for one, other in pairs:
            if _unit(one.claim) != _unit(other.claim) or one.claim.key == other.claim.key:
                continue
            shared, fewest = one.topics & other.topics, min(len(one.topics), len(other.topics))
            if len(shared) >= 2 and len(shared) >= _ALIKE * fewest:  # noqa: PLR2004 - one word alone is chance
                key = (one.claim.key, other.claim.key)
                found.setdefault(key, Differing(kind.value, one.claim.text, other.claim.text))
    return list(found.values())


@functools.lru_cache(maxsize=50_000)
def _stated(text: str, kind: ClaimKind, language: str) -> _Stated | None:
    """What a sentence says with its one amount or date; the documents' sentences are asked for again at every correction."""
    every = claims(text)
    figures = [claim for claim in every if claim.kind is kind]
    if len({claim.key for claim in figures}) != 1:
        return None
    bare = text
    for claim in every:
        if claim.kind is not ClaimKind.NAME:
            bare = bare.replace(claim.text, " ")
    return _Stated(figures[0], frozenset(topics(bare, language)) - _UNITS)


def _unit(claim: Claim) -> str:
    """What is counted; dates are told with a year or without."""
    return claim.key.partition("|")[2] if claim.kind is ClaimKind.AMOUNT else str(claim.key.count("-"))
