"""The little of Markdown that our own guide uses, as parts to be shown by plain widgets. Knows no Qt.

Headings, paragraphs, lists and pictures. Marks within a line (bold, code, links) are taken away and their words stay: what Qt
calls rich text is never used, since it opens what a text names.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

_HEADING: Final = re.compile(r"(#{1,3}) +(.+)")
_PICTURE: Final = re.compile(r"!\[([^\]]*)\]\(([^)\s]+)\)")
_ITEM: Final = re.compile(r"(?:[-*]|(\d+)\.) +(.+)")
_MARKS: Final = (
    (re.compile(r"!?\[([^\]]*)\]\([^)]*\)"), r"\1"),
    (re.compile(r"\*\*(.+?)\*\*"), r"\1"),
    (re.compile(r"(?<!\w)[*_](.+?)[*_](?!\w)"), r"\1"),
    (re.compile(r"`([^`]*)`"), r"\1"),
)


@dataclass(frozen=True)
class Part:
    """One part of a text.

    Attributes:
        kind: ``heading``, ``paragraph``, ``item`` or ``picture``.
        text: its words; for a picture, what it shows.
        level: of a heading, from 1; of a numbered item, its number.
        path: of a picture, relative to the text's own folder.
    """

    kind: str
    text: str
    level: int = 0
    path: str = ""


def parts(text: str) -> Iterator[Part]:
    """The text's parts, in order."""
    lines: list[str] = []
    first = Part("paragraph", "")

    def ended() -> Iterator[Part]:
        nonlocal first
        if lines:
            yield Part(first.kind, _plain(" ".join(lines)), first.level)
        lines.clear()
        first = Part("paragraph", "")

    for line in map(str.strip, text.splitlines()):
        alone = _alone(line)
        item = _ITEM.fullmatch(line)
        if alone or item or not line:
            yield from ended()
        if alone:
            yield alone
        elif item:
            first = Part("item", "", int(item[1] or 0))
            lines.append(item[2])
        elif line:
            lines.append(line)
    yield from ended()


def _alone(line: str) -> Part | None:
    """What takes a line for itself."""
    heading, picture = _HEADING.fullmatch(line), _PICTURE.fullmatch(line)
    if heading:
        return Part("heading", _plain(heading[2]), len(heading[1]))
    return Part("picture", picture[1], path=picture[2]) if picture else None


def _plain(line: str) -> str:
    for mark, words in _MARKS:
        line = mark.sub(words, line)
    return line
