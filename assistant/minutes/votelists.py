"""Lists of votes that stand after the last §, as appendices: they say who voted how in the § that they name."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from assistant.documents.document import Paragraph
from assistant.minutes.ballots import ballots
from assistant.minutes.protokoll import Ballot, Section

_LIST = re.compile(
    r"(?:bilaga \w{1,3}[.:,]? )?(?:närvaro- och )?(?:omröstnings-?(?:bilaga|lista|resultat|protokoll)"
    r"|voterings-?(?:bilaga|lista|resultat|protokoll)|röstlista)\b.{0,80}$",
    re.IGNORECASE,
)
_SECTION = re.compile(r"§\s*(\d{1,4})")
#: So near the head of a list stands the § that it belongs to.
_NEAR = 5


def begins(paragraphs: Sequence[Paragraph], place: int) -> bool:
    """Whether a list of votes begins here that names its §, so that it does not belong to the § above it."""
    if not _LIST.match(paragraphs[place].text.strip()):
        return False
    return any(_SECTION.search(each.text) for each in paragraphs[place : place + _NEAR])


def with_lists(sections: Sequence[Section], beside: Sequence[Paragraph]) -> tuple[tuple[Section, ...], set[int]]:
    """The § with who voted how in them, as the lists among these paragraphs say, and the numbers of what was read so."""
    found, read = list(sections), set[int]()
    for number, lines in _lists(beside):
        at = next((n for n, section in enumerate(found) if section.number == number), None)
        for counted in ballots(lines) if at is not None else ():
            if at is not None and counted.names:
                found[at] = replace(found[at], ballots=_named(found[at].ballots, counted))
                read |= {each.number for each in lines}
    return tuple(found), read


def _lists(paragraphs: Sequence[Paragraph]) -> Iterator[tuple[int, Sequence[Paragraph]]]:
    """Each list with the number of the § that it names."""
    starts = [place for place in range(len(paragraphs)) if _LIST.match(paragraphs[place].text.strip())]
    for start, end in zip(starts, [*starts[1:], len(paragraphs)], strict=False):
        lines = paragraphs[start:end]
        number = next((int(match[1]) for each in lines[:_NEAR] if (match := _SECTION.search(each.text))), None)
        if number is not None:
            yield number, lines


def _named(stated: tuple[Ballot, ...], counted: Ballot) -> tuple[Ballot, ...]:
    """The votes of a § with the names of a list: those of the vote with its numbers, else of the first that has none."""
    nameless = [n for n, ballot in enumerate(stated) if not ballot.names]
    if not nameless:
        return stated or (counted,)
    numbers = (counted.yes, counted.no, counted.abstained)
    at = next((n for n in nameless if (stated[n].yes, stated[n].no, stated[n].abstained) == numbers), nameless[0])
    whole = replace(stated[at], names=counted.names, names_at=counted.names_at)
    return (*stated[:at], whole, *stated[at + 1 :])
