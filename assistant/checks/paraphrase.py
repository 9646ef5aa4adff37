"""Words that say nothing by themselves, and words that say the same: what a fair retelling changes without changing the facts.

A summary that calls what *minskat* in the document something that has *sjunkit* is no reason for a finding; a finding that
is wrong four times of five is not read the fifth.
"""

import functools
from collections.abc import Iterable
from typing import Final

from assistant.checks.retelling import words_of
from assistant.sentences import stem

#: Letters of a word that is the end of a longer one, and that words of one family begin with.
_TAIL: Final = 6
_ROOT: Final = 5


@functools.cache
def light(language: str) -> frozenset[str]:
    """The stems of words that carry no fact."""
    return frozenset(stem(word, language) for word in words_of(language).light)


@functools.cache
def _groups(language: str) -> dict[str, frozenset[str]]:
    groups: dict[str, frozenset[str]] = {}
    for words in words_of(language).alike:
        group = frozenset(stem(word, language) for word in words)
        for each in group:
            groups[each] = groups.get(each, frozenset()) | group
    return groups


def meant(word: str, known: Iterable[str], language: str) -> str:
    """The stem among those of a document that a stem not found there stands for, empty when there is none.

    One that says the same; a longer word that it is the end of (*mottagningen* for *ungdomsmottagningen*); another of the same
    family (*avsättningen* for *avsätts*).
    """
    stems = known if isinstance(known, (set, frozenset, dict)) else frozenset(known)
    for other in sorted(_groups(language).get(word, ())):
        if other in stems:
            return other
    if len(word) < _ROOT or not word.isalpha():
        return ""
    roots = tuple(root for root in _roots(word, language) if len(root) >= _TAIL)
    tails = (other for other in stems if roots and other.endswith(roots))
    return next(tails, "") or next((other for other in stems if _is_family(word, other, language)), "")


def _roots(word: str, language: str) -> list[str]:
    """What a stem may be without an ending that the stemmer has left: *strategin*, *rapporter*."""
    return [word.removesuffix(ending) for ending in words_of(language).endings if word.endswith(ending)]


def _is_family(word: str, other: str, language: str) -> bool:
    """Whether two stems have a root of several letters in common, and only endings after it."""
    if word[:_ROOT] != other[:_ROOT]:
        return False
    shared = _ROOT
    while shared < min(len(word), len(other)) and word[shared] == other[shared]:
        shared += 1
    endings = words_of(language).endings
    return any(word[at:] in endings and other[at:] in endings for at in range(_ROOT, shared + 1))
