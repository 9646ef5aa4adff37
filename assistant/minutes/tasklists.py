"""Things to do as notes list them: rows of a table, and lines that name who does it and by when."""

import re
from collections.abc import Collection, Sequence
from dataclasses import replace

from assistant.minutes import acts
from assistant.minutes.entries import Act, Entry
from assistant.minutes.protokoll import Stated
from assistant.minutes.said import Said

_NAMES = r"[A-ZÅÄÖ][\wåäö-]+(?:(?: |, | ?/ ?| ?& ?| och | and )[A-ZÅÄÖ][\wåäö-]+){0,3}"
#: ``Anna: Boka lokal``; ``Skicka schemat (Ali, 30 oktober)`` and ``Skicka schemat – Ali``.
_OWNER_FIRST = re.compile(rf"^(?P<who>{_NAMES}):\s+(?P<what>\S.*)$")
#: ``Anna, boka lokal``, where Anna is known to have taken part.
_ADDRESSED = re.compile(rf"^(?P<who>{_NAMES}), (?P<what>[a-zåäö].*)$")
#: ``Ansvarig för fortsatt beredning: Anna``.
_ANSWERS = re.compile(
    rf"^(?:Ansvarig(?:a)?|Responsible|Lead) (?:för|for|on) (?P<what>[^:]{{3,80}}):\s*(?P<who>{_NAMES})", re.IGNORECASE
)
_OWNER_LAST = re.compile(rf"^(?P<what>.{{5,}}?)\s*(?:[–—-]|\()\s*(?P<who>{_NAMES})\b[^()]{{0,40}}\)?$")


def with_owner(entry: Entry, language: str, names: Collection[str]) -> Entry:
    """A thing to do with who and when as its line says."""
    text = entry.stated.text
    who = acts.takes_on(text, language, names)
    if who is None:
        match = _OWNER_FIRST.match(text) or _OWNER_LAST.match(text.rstrip("."))
        addressed = _ADDRESSED.match(text)
        if match is None and addressed and addressed["who"] in names:
            match = addressed
        who = match["who"] if match else ""
    return replace(entry, who=who, when=acts.when_of(text, language))


def answers_for(one: Said, language: str) -> Entry | None:
    """What a line says that somebody answers for."""
    match = _ANSWERS.match(one.text)
    return Entry(Act.ACTION, one.stated, one, match["who"], acts.when_of(one.text, language)) if match else None


class TaskTable:
    """A table of things to do, once a row has named its columns."""

    def __init__(self, language: str) -> None:
        self._language = language
        self._columns: tuple[str, ...] = ()

    def row(self, one: Said) -> list[Entry]:
        """The thing to do of a row; none in a table of something else, or in the row of its heads."""
        heads = tuple(self._column(cell) for cell in one.cells)
        if "what" in heads and {"who", "when"} & set(heads):
            self._columns = heads
            return []
        if not self._columns or len(one.cells) > len(self._columns):
            return []
        named = self._named(one.cells)
        if not any(char.isalnum() for char in named["what"]):
            return []
        stated = Stated(named["what"], (one.paragraph,))
        return [Entry(Act.ACTION, stated, one, named.get("who", ""), named.get("when", ""), beside=(one.stated,))]

    def _named(self, cells: Sequence[str]) -> dict[str, str]:
        """The cells of a row by their columns. Where empty cells were left out, times are told from people by their look."""
        if len(cells) == len(self._columns):
            return dict(zip(self._columns, cells, strict=True))
        rest = {"when" if acts.when_of(cell, self._language) else "who": cell for cell in cells[1:]}
        return {"what": cells[0], **rest}

    def _column(self, cell: str) -> str:
        known = acts.cues(self._language)
        pairs = (("what", known.column_what), ("who", known.column_who), ("when", known.column_when))
        return next((name for name, pattern in pairs if pattern.match(cell.rstrip(":"))), "")
