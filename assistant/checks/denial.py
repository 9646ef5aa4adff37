"""Whether a statement denies what its source states, or the reverse: compared clause by clause, since a sentence has several."""

import re
from collections.abc import Callable, Iterable, Sequence
from typing import Final

from assistant.checks.mood import negates
from assistant.sentences import topics, words

_CLAUSE: Final = re.compile(
    r"[,;:–—]\s+|\s+(?=(?:men|medan|dock|fast|trots att|eftersom|och att|but|while|although|whereas|because)\s)",
    re.IGNORECASE,
)
#: Verbs and answers that deny without a word for it.
_DENYING: Final = frozenset(
    "nej avslog avslogs avslagit avslagits avslag avstyrker avstyrkte avstyrks förkastar förkastade rejected rejects refused"
    " refuses declined denied".split()
)
#: The share of a clause's weight that another has to carry for the two to be about the same.
_SAME: Final = 0.45
#: A clause of fewer topics than this belongs to the one before.
_FEWEST: Final = 2


def denial_differs(statement: str, quotes: Sequence[str], language: str, weigh: Callable[[str], float]) -> bool:
    """Whether a clause of the statement and the clause of its sources that says most of it deny different things.

    Args:
        statement: what is claimed.
        quotes: the sentences it rests on.
        language: of both, ``sv`` or ``en``.
        weigh: how much a stem weighs.
    """
    denied = _denies(statement, language)
    sources = [clause for quote in quotes for clause in _clauses(quote, language)]
    for clause in _clauses(statement, language):
        stems = set(topics(clause, language))
        total = sum(map(weigh, stems))
        carried = [(sum(weigh(stem) for stem in stems & set(topics(each, language))), each) for each in sources]
        most = max((weight for weight, _ in carried), default=0.0)
        if not total or most < _SAME * total:
            continue
        # Of clauses that say as much of it, one that agrees is enough.
        alike = [each for weight, each in carried if weight >= most * 0.9]
        if _denies(clause, language):
            if not any(_denies(each, language) for each in alike):
                return True
        elif not denied and all(_denies(each, language) for each in alike):
            return True
    return False


def _denies(clause: str, language: str) -> bool:
    return negates(clause, language) or not _DENYING.isdisjoint(words(clause))


def _clauses(sentence: str, language: str) -> list[str]:
    found: list[str] = []
    for part in _parts(sentence):
        if found and len(topics(part, language)) < _FEWEST:
            found[-1] = f"{found[-1]} {part}"
        else:
            found.append(part)
    return found


def _parts(sentence: str) -> Iterable[str]:
    return (part for part in _CLAUSE.split(sentence) if part and part.strip())
