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
    place = next((n for n, each in enumerate(lines) if n and _LIST.match(each.text.strip())), len(lines))
    return list(lines[:place]), list(lines[place:])


def present(lines: Sequence[Paragraph]) -> tuple[tuple[Person, ...], set[int]]:
    """Those whom such a list among these lines names, and the numbers of its paragraphs; nobody where there is none."""
    start = next((n for n, each in enumerate(lines) if _LIST.match(each.text.strip())), None)
    if start and _HEAD.fullmatch(lines[start - 1].text.strip()):
        start -= 1  # *Bilaga 1* on a line above it
    page, understood = front_page(lines[start:], ()) if start is not None else (None, frozenset())
    return (
        (page.people, {*understood, *(each.number for each in lines[start or 0 : (start or 0) + 2])})
        if page and page.people
        else ((), set())
    )
