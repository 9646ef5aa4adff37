"""Words that say the reverse of each other: a summary may have every name right and *minskar* where the document has *ökar*."""

import functools
import re
from collections.abc import Sequence

from assistant.checks.retelling import words_of


def reverses(clause: str, other: str, sentence: str, language: str) -> bool:
    """Whether one clause says the reverse of another: each has only one side of a pair, and they have different ones.

    Args:
        clause: what is claimed.
        other: the clause of the source.
        sentence: that clause's own, which is looked at where the clause has neither side.
        language: of all three.
    """
    for pair in _pairs(language):
        said = _sides(clause, pair)
        stands = _sides(other, pair) if any(_sides(other, pair)) else _sides(sentence, pair)
        if sum(said) == sum(stands) == 1 and said != stands:
            return True
    return False


def _sides(text: str, pair: tuple[re.Pattern[str], re.Pattern[str]]) -> list[bool]:
    return [bool(side.search(text.lower())) for side in pair]


@functools.cache
def _pairs(language: str) -> tuple[tuple[re.Pattern[str], re.Pattern[str]], ...]:
    return tuple((_pattern(one), _pattern(reverse)) for one, reverse in words_of(language).opposites)


def _pattern(side: Sequence[str]) -> re.Pattern[str]:
    every = (re.escape(word[:-1]) + r"\b" if word.endswith(".") else re.escape(word) for word in side)
    return re.compile(rf"\b(?:{'|'.join(every)})")
