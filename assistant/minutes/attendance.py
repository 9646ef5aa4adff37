"""The list of those present, where minutes put it after their last § instead of on the first page."""

import re
from collections.abc import Sequence

from assistant.documents.document import Paragraph
from assistant.minutes.front import front_page
from assistant.minutes.protokoll import Person

_LIST = re.compile(
    r"(?:bilaga \w{1,3}[.:,]? )?(?:närvaro(?:lista|förteckning)|förteckning över närvarande"
    r"|närvarande ledamöter och ersättare)\b.{0,60}$",
    re.IGNORECASE,
)

_HEAD = re.compile(r"bilaga \w{1,3}\.?", re.IGNORECASE)


def apart(lines: Sequence[Paragraph]) -> tuple[list[Paragraph], list[Paragraph]]:
    """The lines before such a list, and the list."""
    place = _begin(lines, 1)
    return list(lines[:place]), list(lines[place:])


def present(lines: Sequence[Paragraph]) -> tuple[tuple[Person, ...], set[int]]:
    """Those whom such a list among these lines names, and the numbers of its paragraphs; nobody where there is none."""
    start = _begin(lines)
    if 0 < start < len(lines) and _HEAD.fullmatch(lines[start - 1].text.strip()):
        start -= 1  # *Bilaga 1* on a line above it
    if start == len(lines):
        return (), set()
    page, understood = front_page(lines[start:], ())
    return (
        (page.people, {*understood, *(each.number for each in lines[start : start + 2])})
        if page.people
        else ((), set())
    )


def _begin(lines: Sequence[Paragraph], first: int = 0) -> int:
    """Where such a list begins, from the first of these lines on; behind the last where none does."""
    return next((n for n in range(first, len(lines)) if _LIST.match(lines[n].text.strip())), len(lines))
