"""Whether a text says a point: all its figures and names, and most of its topics."""

from typing import Final

from assistant.checks.claims import Claim, ClaimKind, claims, is_known, keys
from assistant.sentences import STOP_WORDS, topics, words

#: Share of a point's topics that a text must have.
_SAYS: Final = 0.6
#: Letters that forms of one word share at least, and those of an ending.
_STEM, _ENDING = 4, 3
_LITTLE: Final = STOP_WORDS["sv"] | STOP_WORDS["en"]


def says(text: str, point: str, language: str) -> bool:
    """Whether a text says a point: all its figures and names, and most of its topics."""
    return _has_facts(text, point) and _share(point, text, language) >= _SAYS


def _share(of: str, text: str, language: str) -> float:
    wanted, there = set(topics(_bare(of), language)), set(topics(text, language))
    return len(wanted & there) / len(wanted) if wanted else 1.0


def _bare(text: str) -> str:
    """A text without its figures, which may be written in another way."""
    for claim in claims(text):
        if claim.kind is not ClaimKind.NAME:
            text = text.replace(claim.text, " ")
    return text


def _has_facts(text: str, point: str) -> bool:
    known, spoken = keys(text), frozenset(words(text))

    def is_there(claim: Claim) -> bool:
        if claim.kind is not ClaimKind.NAME:
            return is_known(claim, known)
        if claim.alone:  # a name or any word that a sentence begins with, which may have another form inside one
            return claim.key in _LITTLE or any(is_form(claim.key, each) for each in spoken)
        return spoken.issuperset(words(claim.text))

    return all(map(is_there, claims(point)))


def same_facts(text: str, point: str) -> bool:
    """Whether both have the same figures; names of offices differ between languages."""
    known, stated = keys(text), keys(point)
    numbers = [(claim, known) for claim in claims(point)] + [(claim, stated) for claim in claims(text)]
    return all(is_known(claim, there) for claim, there in numbers if claim.kind is not ClaimKind.NAME)


def is_form(word: str, other: str) -> bool:
    """Whether two words are forms of one: they begin alike, but for an ending."""
    least = max(_STEM, min(len(word), len(other)) - _ENDING)
    return word[:least] == other[:least]
