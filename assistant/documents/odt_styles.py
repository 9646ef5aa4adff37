"""What OpenDocument styles say of text, and the numbers that lists and headings show but do not write.

Follows OpenDocument 1.3 part 3, 16 (styles) and 19.880 (num-format).
"""

from collections.abc import Sequence
from dataclasses import dataclass, field

from assistant.documents.markup import Element, attribute, name_of
from assistant.documents.numerals import letters, roman

#: A chain of parent styles longer than this is a loop.
_LONGEST_CHAIN = 20
_DEEPEST = 10


@dataclass(frozen=True)
class Level:
    """How one level of a list is numbered; an empty shape shows none."""

    shape: str = ""
    before: str = ""
    after: str = ""
    start: int = 1
    shown: int = 1


class Styles:
    """The styles of one document.

    Attributes:
        lists: the levels of each list style, from 1.
        outline: those of headings.
    """

    def __init__(self, sheets: Sequence[Element]) -> None:
        self._styles: dict[str, Element] = {}
        self.lists: dict[str, dict[int, Level]] = {}
        self.outline: dict[int, Level] = {}
        for each in (each for sheet in sheets for each in sheet.iter()):
            name = name_of(each)
            if name == "style":
                self._styles[attribute(each, "name")] = each
            elif name == "list-style":
                self.lists[attribute(each, "name")] = _levels(each)
            elif name == "outline-style":
                self.outline = _levels(each)

    def is_hidden(self, style: str) -> bool:
        """Whether a style hides text."""
        return self._property(style, "display") == "none"

    def is_struck(self, style: str) -> bool:
        """Whether a style strikes text through."""
        return self._property(style, "text-line-through-style") not in {"", "none"}

    def is_bold(self, style: str, under: str = "") -> bool:
        """Whether a style makes text bold, or the one that it stands under does."""
        weight = self._property(style, "font-weight") or (self._property(under, "font-weight") if under else "")
        return weight == "bold" or (weight.isdecimal() and len(weight) == 3 and weight >= "600")  # noqa: PLR2004

    def is_title(self, style: str) -> bool:
        """Whether a style is the title's."""
        return any(attribute(each, "name") == "Title" for each in self._chain(style)) or style == "Title"

    def _property(self, style: str, name: str) -> str:
        for each in self._chain(style):
            for inner in each:
                if name_of(inner) == "text-properties" and (value := attribute(inner, name)):
                    return value
        return ""

    def _chain(self, style: str) -> list[Element]:
        """A style and those that it inherits from."""
        chain: list[Element] = []
        while style in self._styles and len(chain) < _LONGEST_CHAIN:
            chain.append(self._styles[style])
            style = attribute(chain[-1], "parent-style-name")
        return chain


@dataclass
class Counted:
    """A list, and how far it has been counted."""

    levels: dict[int, Level]
    counts: dict[int, int] = field(default_factory=dict)

    def label(self, level: int, start: str) -> str:
        """Count one item on a level from 1, and give the number that it shows; empty for bullets."""
        own = self.levels.get(level, Level())
        before = self.counts.get(level, own.start - 1)
        self.counts[level] = int(start) if start.isdecimal() and len(start) < 6 else before + 1  # noqa: PLR2004
        for deeper in range(level + 1, _DEEPEST + 1):
            self.counts.pop(deeper, None)
        if not own.shape:
            return ""
        shown = [self._written(each) for each in range(max(1, level - own.shown + 1), level + 1)]
        return f"{own.before}{'.'.join(filter(None, shown))}{own.after}".strip()

    def _written(self, level: int) -> str:
        at = self.levels.get(level, Level())
        return _written(self.counts.get(level, at.start), at.shape)


def _levels(element: Element) -> dict[int, Level]:
    levels = {}
    for each in element:
        value = attribute(each, "level")
        if value.isdecimal() and name_of(each) in {"list-level-style-number", "outline-level-style"}:
            levels[int(value)] = Level(
                attribute(each, "num-format"),
                attribute(each, "num-prefix"),
                attribute(each, "num-suffix"),
                _number(attribute(each, "start-value")),
                _number(attribute(each, "display-levels")),
            )
    return levels


def _number(value: str) -> int:
    return int(value) if value.isdecimal() and len(value) < 6 else 1  # noqa: PLR2004 - more digits than any list has


def _written(number: int, shape: str) -> str:
    if shape in {"a", "A"}:
        return letters(number) if shape == "a" else letters(number).upper()
    if shape in {"i", "I"}:
        return roman(number) if shape == "i" else roman(number).upper()
    return str(number) if shape else ""
