"""People whom a statement gives the words of another, or another party than the document does."""

import re
from collections.abc import Callable, Iterator
from typing import Final

from assistant.checks.clauses import clauses
from assistant.checks.sources import Place
from assistant.sentences import topics, words

_PARTY: Final = re.compile(r"\b([A-ZÅÄÖ][\w’'-]+)\s+\(([A-ZÅÄÖ]{1,4})\)")
_NAME: Final = "[A-ZÅÄÖÉ][a-zåäöéü]+(?:-[A-ZÅÄÖÉ][a-zåäöéü]+)?"
_FULL_NAME: Final = re.compile(rf"\b{_NAME}(?: {_NAME})+\b")
_PRONOUNS: Final = frozenset(
    "han hon hen den de henne honom hans hennes deras he she they him her his their them".split()
)
#: The share of the rest of a statement that a sentence must carry for its name to be the one that belongs there.
_BELONGS: Final = 0.6
#: A sentence with the name that carries nearly as much is enough.
_AS_MUCH: Final = 0.8
#: Topics besides the name; of fewer, nothing can be told.
_FEWEST: Final = 2


def other_party(statement: str, text: str) -> Iterator[str]:
    """People of a statement whom the document gives another party, and never this one."""
    known: dict[str, set[str]] = {}
    for name, party in _PARTY.findall(text):
        known.setdefault(_bare(name), set()).add(party)
    for name, party in _PARTY.findall(statement):
        if party not in known.get(_bare(name), {party}):
            yield f"{name} ({party})"


def moved_names(statement: str, ranked: Callable[[str], list[tuple[Place, float]]], language: str) -> Iterator[str]:
    """Full names of a statement in whose place its source has another name.

    Args:
        statement: what is claimed.
        ranked: the sentences that carry most of a text, best first, with the share of its weight.
        language: of both.
    """
    names = list(dict.fromkeys(_FULL_NAME.findall(statement)))
    rest = _FULL_NAME.sub(" ", statement)
    if not names or len(set(topics(rest, language))) < _FEWEST:
        return
    found = ranked(rest)
    if not found or found[0][1] < _BELONGS:
        return
    alike = [place for place, share in found if share >= found[0][1] * _AS_MUCH]
    said = frozenset(map(_bare, words(statement)))
    about = frozenset(topics(rest, language))
    for name in names:
        if not any(_may_be_of(name, place, _part(place.text, about, language), said) for place in alike):
            yield name


def _may_be_of(name: str, place: Place, part: str, said: frozenset[str]) -> bool:
    """Whether a part of a sentence may be about somebody: it names them, or nobody else, or is of *her* after their name."""
    surname = _bare(name.rsplit(maxsplit=1)[-1])
    spoken = words(part)
    before = place.paragraph.text.partition(place.text)[0] if not _PRONOUNS.isdisjoint(spoken) else ""
    if surname in map(_bare, (*words(before), *spoken)):
        return True
    others = [_bare(each.split()[-1]) for each in _FULL_NAME.findall(part)]
    return not others or not said.isdisjoint(others)


def _part(sentence: str, about: frozenset[str], language: str) -> str:
    """The clause that has all of what a statement says, the whole sentence when no single one has."""
    stems = about.intersection(topics(sentence, language))
    return next((clause for clause in clauses(sentence) if stems.issubset(topics(clause, language))), sentence)


def _bare(name: str) -> str:
    """A surname without the genitive's *s*; ``Lunds`` and ``Lund`` are one."""
    return name.removesuffix("s").rstrip("'’").casefold()
