"""What differs between two texts, word by word, and between two results, statement by statement. No Qt, no words."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Final

from assistant.tasks.task import Result

_WORD: Final = re.compile(r"\w+|\s+|[^\w\s]")


@dataclass(frozen=True)
class Part:
    """A run of words: ``same``, ``gone`` or ``new``."""

    kind: str
    text: str


@dataclass(frozen=True)
class Entry:
    """A statement in two results: ``same``, ``gone``, ``new``, or ``changed`` with its parts."""

    kind: str
    text: str
    parts: tuple[Part, ...] = ()


def between(old: str, new: str) -> tuple[Part, ...]:
    """The parts of both texts, in order: without what is new they are the old text, without what is gone the new one."""
    before, after = _WORD.findall(old), _WORD.findall(new)
    parts: list[Part] = []
    for kind, start, end, begin, stop in SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        if kind == "equal":
            parts.append(Part("same", "".join(before[start:end])))
            continue
        if end > start:
            parts.append(Part("gone", "".join(before[start:end])))
        if stop > begin:
            parts.append(Part("new", "".join(after[begin:stop])))
    return tuple(parts)


def between_results(old: Result, new: Result) -> tuple[Entry, ...]:
    """The statements of both results, in order."""
    return tuple(_entries([block.text for block in old.blocks], [block.text for block in new.blocks]))


def _entries(before: list[str], after: list[str]) -> Iterator[Entry]:
    for kind, start, end, begin, stop in SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        gone, come = before[start:end], after[begin:stop]
        if kind == "equal":
            yield from (Entry("same", text) for text in come)
            continue
        if len(gone) == len(come):
            yield from (Entry("changed", text, between(was, text)) for was, text in zip(gone, come, strict=True))
            continue
        yield from (Entry("gone", text) for text in gone)
        yield from (Entry("new", text) for text in come)
