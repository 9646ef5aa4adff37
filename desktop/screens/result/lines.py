"""A result as lines on a grid: statements across it, tables in it, and under each what the program found. No Qt.

A table whose columns there is room for is shown as one. Where they would be too narrow to read, each of its rows is shown as a
record: under a head, the name of each column and what stands in it.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Final

from assistant.tasks.task import Block, BlockKind, Result, Status
from assistant.wording import Words
from desktop.screens.result import about
from desktop.screens.result.versions import TEXT

#: How many equal columns the grid has.
GRID: Final = 12
#: Letters that a column of a table must have room for.
_NARROWEST: Final = 12
_LABEL: Final = 5
#: Of them, those that a table's support takes.
_SUPPORT: Final = 3


@dataclass(frozen=True)
class Cell:
    """One text on the grid.

    Attributes:
        text: as it is shown.
        span: how many columns of the grid it takes.
        role: ``text``, ``heading``, ``name`` (of a column), ``status`` or ``finding``.
        cell: which cell of its block it is, or ``TEXT``.
        can_edit: whether it can be edited.
    """

    text: str
    span: int
    role: str = "text"
    cell: int = TEXT
    can_edit: bool = False


@dataclass(frozen=True)
class Line:
    """One line of the grid; ``block`` is the index of what it belongs to."""

    block: int
    cells: tuple[Cell, ...]


def most_columns(room: int) -> int:
    """How many columns a table can have, beside its support, where a line has room for so many letters."""
    return min(GRID - _SUPPORT, room // _NARROWEST - 1)


def lines(result: Result, kept: frozenset[str], most: int, words: Words) -> tuple[Line, ...]:
    """The whole result; tables of more than ``most`` columns as records."""
    found: list[Line] = []
    for kind, run in groupby(enumerate(result.blocks), key=lambda pair: pair[1].kind):
        blocks = list(run)
        if kind is not BlockKind.ROW:
            for index, block in blocks:
                role = "heading" if kind is BlockKind.HEADING else "text"
                found.append(Line(index, (Cell(about.shown(block), GRID, role, can_edit=True),)))
                found += _remarks(index, block, result, kept, words)
        elif max(len(block.cells) for _, block in blocks) <= most:
            found += _table(blocks, result, kept, words)
        else:
            found += _records(blocks, result, kept, words)
    return tuple(found)


def _table(blocks: Sequence[tuple[int, Block]], result: Result, kept: frozenset[str], words: Words) -> Iterator[Line]:
    spans = _spans([block.cells for _, block in blocks])
    for number, (index, block) in enumerate(blocks):
        is_head = not number
        role = "name" if is_head else "text"
        cells = [
            Cell(text, span, role, place, can_edit=not is_head)
            for place, (text, span) in enumerate(zip(_padded(block, len(spans)), spans, strict=True))
        ]
        status = words("Support") if is_head else about.support(block, kept, words)
        yield Line(index, (*cells, Cell(status, _SUPPORT, "name" if is_head else "status")))
        yield from _findings(index, result, words)


def _records(blocks: Sequence[tuple[int, Block]], result: Result, kept: frozenset[str], words: Words) -> Iterator[Line]:
    (head, names), *rows = blocks
    if not rows:
        yield Line(head, (Cell(names.text, GRID, "name"),))
    for index, block in rows:
        first, title, *rest = _padded(block, max(2, len(block.cells)))
        yield Line(
            index,
            (
                Cell(first, _LABEL, "heading", 0, can_edit=True),
                Cell(title, GRID - _LABEL, "heading", 1, can_edit=len(block.cells) > 1),
            ),
        )
        for place, text in enumerate(rest, 2):
            name = names.cells[place] if place < len(names.cells) else ""
            yield Line(index, (Cell(name, _LABEL, "name"), Cell(text, GRID - _LABEL, "text", place, can_edit=True)))
        yield from _remarks(index, block, result, kept, words)


def _remarks(index: int, block: Block, result: Result, kept: frozenset[str], words: Words) -> Iterator[Line]:
    """What is said under a statement: how far it is supported, and what was found."""
    status = about.support(block, kept, words)
    if status:
        places = about.places(block, result, words)
        yield Line(index, (Cell(" · ".join(filter(None, (status, places))), GRID, "status"),))
    yield from _findings(index, result, words)


def _findings(index: int, result: Result, words: Words) -> Iterator[Line]:
    is_told = result.blocks[index].status is Status.UNSUPPORTED
    for finding in result.findings:
        # That nothing supports it is what its status says already.
        if finding.block == index and not (is_told and finding.code == "statement-unsupported"):
            yield Line(index, (Cell(f"! {words.finding(finding)}", GRID, "finding"),))


def _padded(block: Block, count: int) -> tuple[str, ...]:
    texts = tuple(about.shown_text(text) for text in block.cells or (block.text,))
    return (*texts, *[""] * (count - len(texts)))


def _spans(rows: Sequence[Sequence[str]]) -> list[int]:
    """The columns of the grid that each column of a table takes, the widest most; what is left is for the support."""
    count = max(1, *map(len, rows))
    longest = [max((len(row[place]) for row in rows if place < len(row)), default=0) for place in range(count)]
    spans = [1] * count
    while sum(spans) < GRID - _SUPPORT:
        spans[max(range(count), key=lambda place: longest[place] / spans[place])] += 1
    return spans
