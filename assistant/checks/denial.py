"""Whether a statement says the opposite of its source: compared clause by clause, since a sentence has several."""

import re
from collections.abc import Callable, Sequence
from typing import Final

from assistant.checks.clauses import clauses
from assistant.checks.mood import negates
from assistant.checks.opposites import reverses
from assistant.sentences import topics, words

#: Verbs and answers that deny without a word for it.
_DENYING: Final = frozenset(
    "nej avslog avslogs avslagit avslagits avslag avslå avstyrker avstyrkte avstyrks förkastar förkastade rejected rejects"
    " refused refuses declined denied".split()
)
_SAID_NO: Final = re.compile(
    r"\b(?:röst\w+ ne[dr]r?|säg\w+ nej|sade nej|sa nej|turn(?:s|ed) (?:\w+ )?down|vot(?:e|es|ed) against)\b"
)
#: What comes after these has not come yet: *before a decision is taken* and *no decision is taken* say the same.
_NOT_YET: Final = frozenset("innan förrän before until unless".split())
#: The share of a clause's weight that another has to carry for the two to be about the same.
_SAME: Final = 0.45
_AS_MUCH: Final = 0.9
#: A clause of fewer topics than this belongs to the one before.
_FEWEST: Final = 2


def denial_differs(statement: str, quotes: Sequence[str], language: str, weigh: Callable[[str], float]) -> bool:
    """Whether a clause of the statement says the opposite of the clause of its sources that says most of the same.

    Args:
        statement: what is claimed.
        quotes: the sentences it rests on.
        language: of both, ``sv`` or ``en``.
        weigh: how much a stem weighs.
    """
    denied = _denies(statement, language)
    sources = [(clause, quote) for quote in quotes for clause in _clauses(quote, language)]
    for clause in _clauses(statement, language):
        alike = _alike(clause, sources, language, weigh)
        # Of clauses that say as much of it, one that agrees is enough.
        if alike and all(_is_opposite(clause, *each, language, elsewhere=denied) for each in alike):
            return True
    return False


def _alike(
    clause: str, sources: Sequence[tuple[str, str]], language: str, weigh: Callable[[str], float]
) -> list[tuple[str, str]]:
    """The clauses that say most of what a clause says, with their sentences; none when that is too little to compare."""
    stems = set(topics(clause, language))
    total = sum(map(weigh, stems))
    carried = [sum(weigh(stem) for stem in stems & set(topics(each, language))) for each, _ in sources]
    most = max(carried, default=0.0)
    if not total or most < _SAME * total:
        return []
    return [each for each, weight in zip(sources, carried, strict=True) if weight >= most * _AS_MUCH]


def _is_opposite(clause: str, source: str, sentence: str, language: str, *, elsewhere: bool) -> bool:
    """Whether one of two clauses denies or reverses the other.

    A word for the reverse may stand in another clause of the source's sentence; ``elsewhere`` tells that the statement denies
    in some clause.
    """
    here, there = _denies(clause, language), _denies(source, language)
    if here != there and not _NOT_YET.isdisjoint(words(f"{clause} {source}")):
        return False
    is_reversed = reverses(clause, source, sentence, language)
    if there and not here and elsewhere:
        return is_reversed
    return (here != there) is not is_reversed


def _denies(clause: str, language: str) -> bool:
    return negates(clause, language) or not _DENYING.isdisjoint(words(clause)) or bool(_SAID_NO.search(clause.lower()))


def _clauses(sentence: str, language: str) -> list[str]:
    found: list[str] = []
    for part in clauses(sentence):
        if found and len(topics(part, language)) < _FEWEST:
            found[-1] = f"{found[-1]} {part}"
        else:
            found.append(part)
    return found
