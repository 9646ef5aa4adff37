"""The numbers that Word shows before list items and headings but does not write in their text: "3.2", "§ 14", "a)".

Follows ECMA-376 part 1, 17.9. A reader who is told of "avsnitt 3.2" must find it.
"""

import re
from dataclasses import dataclass, field, replace

from assistant.documents.markup import Element, attribute, child, is_on, name_of
from assistant.documents.numerals import letters, roman

_LEVELS = 9
_HOLE = re.compile(r"%([1-9])")
#: A list of more items than this is built to exhaust.
_MOST = 100_000


@dataclass(frozen=True)
class _Level:
    """How one level of a list is numbered."""

    start: int = 1
    shape: str = "decimal"
    text: str = ""
    is_legal: bool = False
    never_restarts: bool = False


@dataclass
class _List:
    """A list, and how far it has been counted."""

    levels: dict[int, _Level]
    styles: dict[str, int]
    counted: list[int | None] = field(default_factory=lambda: [None] * _LEVELS)


class Numbering:
    """The lists of one document, counted as its paragraphs are read."""

    def __init__(self, numbering: Element | None) -> None:
        self._lists: dict[str, _List] = {}
        self._numbers: dict[str, Element] = {}
        self._begun: set[str] = set()
        self._own: dict[str, dict[int, _Level]] = {}
        linked: dict[str, str] = {}
        links: dict[str, str] = {}
        for each in numbering if numbering is not None else ():
            if name_of(each) == "abstractNum":
                identity = attribute(each, "abstractNumId")
                levels = [level for level in each if name_of(level) == "lvl"]
                self._lists[identity] = _List(
                    {_number(level, "ilvl"): _level(level) for level in levels},
                    {attribute(child(level, "pStyle"), "val"): _number(level, "ilvl") for level in levels},
                )
                links[attribute(child(each, "styleLink"), "val")] = identity
                linked[identity] = attribute(child(each, "numStyleLink"), "val")
            elif name_of(each) == "num":
                self._numbers[attribute(each, "numId")] = each
        for identity, style in linked.items():
            if style and style in links:
                self._lists[identity] = self._lists[links[style]]

    def level_of(self, number: str, style: str) -> int:
        """The level that a list has for a style, 0 if it has none."""
        whole = self._lists.get(attribute(child(self._numbers.get(number), "abstractNumId"), "val"))
        return whole.styles.get(style, 0) if whole is not None else 0

    def label(self, number: str, level: int) -> str:
        """Count one paragraph of a list on a level from 0, and give the number it shows; empty for bullets and no list."""
        element = self._numbers.get(number)
        whole = self._lists.get(attribute(child(element, "abstractNumId"), "val"))
        if element is None or whole is None or not 0 <= level < _LEVELS:
            return ""
        if number not in self._begun:
            self._begun.add(number)
            self._begin(number, element, whole)
        levels = whole.levels | self._own.get(number, {})
        own = levels.get(level, _Level())
        counted = whole.counted
        before = counted[level]
        counted[level] = own.start if before is None else min(before + 1, _MOST)
        for deeper in range(level + 1, _LEVELS):
            if not levels.get(deeper, _Level()).never_restarts:
                counted[deeper] = None
        return _HOLE.sub(lambda hole: self._shown(int(hole.group(1)) - 1, whole, levels, own), own.text).strip()

    def _begin(self, number: str, element: Element, whole: _List) -> None:
        """What a numbering changes of its list."""
        for override in element:
            if name_of(override) != "lvlOverride":
                continue
            level = _number(override, "ilvl")
            if not 0 <= level < _LEVELS:
                continue
            own = child(override, "lvl")
            changed = _level(own) if own is not None else whole.levels.get(level, _Level())
            start = child(override, "startOverride")
            if start is not None:
                changed = replace(changed, start=_number(start, "val", 1))
                whole.counted[level] = None
            self._own.setdefault(number, {})[level] = changed

    def _shown(self, level: int, whole: _List, levels: dict[int, _Level], own: _Level) -> str:
        at = levels.get(level, _Level())
        counted = whole.counted[level]
        if counted is None:
            counted = whole.counted[level] = at.start
        return _written(counted, "decimal" if own.is_legal else at.shape)


def _level(element: Element) -> _Level:
    shape = attribute(child(element, "numFmt"), "val") or "decimal"
    return _Level(
        start=_number(child(element, "start"), "val", 1),
        shape=shape,
        text="" if shape in {"bullet", "none"} else attribute(child(element, "lvlText"), "val"),
        is_legal=is_on(child(element, "isLgl")),
        never_restarts=attribute(child(element, "lvlRestart"), "val") == "0",
    )


def _number(element: Element | None, name: str, default: int = 0) -> int:
    value = attribute(element, name)
    return int(value) if value.isdecimal() and len(value) < 6 else default  # noqa: PLR2004 - more digits than any list has


def _written(number: int, shape: str) -> str:
    if shape in {"lowerLetter", "upperLetter"}:
        return letters(number) if shape == "lowerLetter" else letters(number).upper()
    if shape in {"lowerRoman", "upperRoman"}:
        return roman(number) if shape == "lowerRoman" else roman(number).upper()
    return f"{number:02d}" if shape == "decimalZero" else str(number)
