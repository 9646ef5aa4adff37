"""Tables of a PDF page with lines around their cells, and frames around text; those without lines are ``pdf_gapped.py``."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from assistant.documents.pdf_gapped import FEWEST_ROWS, labelled, merged
from assistant.documents.pdf_rows import Row, Segment, rows
from assistant.documents.pdf_sheet import Piece, Rule, Sheet, is_upright

#: Points by which lines that meet may miss each other, and lines that go on may be interrupted.
_MEET = 3.0
#: Points that a line of a table is long at least.
_SHORTEST = 6.0
#: Lines of a table in each direction at most; more are a drawing.
_MOST_LINES = 400
#: Letters in a cell: more are a page laid out in a grid.
_LONGEST_CELL = 1_500
#: A frame around more of the page than this is no box in it.
_LARGEST_BOX = 0.5

#: A horizontal or vertical line: where it stands, and from where to where.
Line = tuple[float, float, float]


@dataclass
class _Grid:
    """Lines that meet."""

    across: list[Line]
    down: list[Line]

    @property
    def bounds(self) -> tuple[float, float, float, float]:
        """Left, lower, right and upper edge."""
        xs = [x for x, _, _ in self.down] + [x for _, x0, x1 in self.across for x in (x0, x1)]
        ys = [y for y, _, _ in self.across] + [y for _, y0, y1 in self.down for y in (y0, y1)]
        return min(xs), min(ys), max(xs), max(ys)

    def cell(self, x: float, y: float) -> tuple[float, float, float, float]:
        """The cell around a point: left, lower, right and upper edge."""
        left, lower, right, upper = self.bounds
        for at, begin, end in self.down:
            if begin - _MEET <= y <= end + _MEET:
                left, right = (max(left, at), right) if at <= x else (left, min(right, at))
        for at, begin, end in self.across:
            if begin - _MEET <= x <= end + _MEET:
                lower, upper = (max(lower, at), upper) if at <= y else (lower, min(upper, at))
        return left, lower, right, upper


def ruled(sheet: Sheet) -> tuple[Sheet, list[Row]]:
    """The sheet without the text that stands in tables with lines or in frames, and those as rows of their own."""
    found: list[Row] = []
    left = list(sheet.pieces)
    for grid in _grids(sheet.rules):
        inside = [piece for piece in left if is_upright(piece) and _is_in(piece, grid.bounds)]
        segment = _table(grid, inside, sheet)
        if segment:
            found.append(Row((segment,)))
            taken = set(map(id, inside))
            left = [piece for piece in left if id(piece) not in taken]
    return Sheet(left, sheet.rules, sheet.images, sheet.width, sheet.height), found


def _grids(rules: Sequence[Rule]) -> Iterator[_Grid]:
    across = _gathered([(y0, min(x0, x1), max(x0, x1)) for x0, y0, x1, y1 in rules if abs(y0 - y1) < 1 < abs(x0 - x1)])
    down = _gathered([(x0, min(y0, y1), max(y0, y1)) for x0, y0, x1, y1 in rules if abs(x0 - x1) < 1 < abs(y0 - y1)])
    if max(len(across), len(down)) > _MOST_LINES:
        return
    groups: list[_Grid] = []
    for line in across:
        meeting = [grid for grid in groups if any(_meet(line, other) for other in grid.down)]
        fresh = [other for other in down if _meet(line, other) and not any(other in grid.down for grid in groups)]
        groups = [grid for grid in groups if grid not in meeting]
        groups.append(
            _Grid(
                [line, *(each for grid in meeting for each in grid.across)],
                [*fresh, *(each for grid in meeting for each in grid.down)],
            )
        )
    yield from (grid for grid in groups if len(grid.across) > 1 and len(grid.down) > 1)


def _gathered(lines: Sequence[Line]) -> list[Line]:
    """Lines at the same place that touch or overlap, as one; what is too short for a cell is no line of a table."""
    found: list[Line] = []
    for at, begin, end in sorted(lines, key=lambda line: (round(line[0] / 2), line[1])):
        if found and abs(found[-1][0] - at) <= 2 and begin <= found[-1][2] + _MEET:  # noqa: PLR2004 - both edges of one line
            found[-1] = (found[-1][0], found[-1][1], max(found[-1][2], end))
        else:
            found.append((at, begin, end))
    return [line for line in found if line[2] - line[1] >= _SHORTEST]


def _meet(across: Line, down: Line) -> bool:
    return (
        across[1] - _MEET <= down[0] <= across[2] + _MEET and down[1] - _MEET <= across[0] <= down[2] + _MEET
    )  # fmt: skip


def _is_in(piece: Piece, bounds: tuple[float, float, float, float]) -> bool:
    left, lower, right, upper = bounds
    middle = (piece.x0 + piece.x1) / 2
    return left - _MEET <= middle <= right + _MEET and lower - _MEET <= piece.y + piece.size * 0.3 <= upper + _MEET


def _table(grid: _Grid, inside: Sequence[Piece], sheet: Sheet) -> Segment | None:
    """The table as one segment, or the box; None where it is neither."""
    cells: dict[tuple[float, float, float, float], list[Piece]] = defaultdict(list)
    for piece in inside:
        if piece.text.strip():
            cells[grid.cell((piece.x0 + piece.x1) / 2, piece.y + piece.size * 0.3)].append(piece)
    left, lower, right, upper = grid.bounds
    texts = {cell: tuple(row.text for row in rows(Sheet(pieces))) for cell, pieces in cells.items()}
    if (
        not texts
        or any(sum(map(len, text)) > _LONGEST_CELL for text in texts.values())
        or any(map(_is_tabular, cells.values()))
    ):
        return None
    lines: dict[float, list[tuple[float, tuple[str, ...]]]] = defaultdict(list)
    for (x0, _, _, y1), text in texts.items():
        at = next((top for top in lines if abs(top - y1) <= _MEET), y1)
        lines[at].append((x0, text))
    edges = [begin for begin, _ in merged([(x0 - _MEET, x0 + _MEET) for x0, _, _, _ in texts])]
    table = tuple(_row(dict(lines[at]), edges) for at in sorted(lines, reverse=True))
    size = max(piece.size for piece in inside if piece.text.strip())
    whole = Segment(" ".join(" ".join(row) for row in table), left, right, upper - size, size)
    several = sum(sum(map(bool, row)) > 1 for row in table)
    if several > 1 or (len(table) == 1 and several):
        return replace(whole, table=table, bottom=lower)
    if (right - left) * (upper - lower) > _LARGEST_BOX * sheet.width * sheet.height:
        return None
    if len(grid.across) == 2 and len(grid.down) == 2:  # noqa: PLR2004 - a frame has two lines each way
        return replace(whole, box=tuple(rows(Sheet(list(inside)))), bottom=lower)
    return None


def _row(cells: dict[float, tuple[str, ...]], edges: Sequence[float]) -> tuple[str, ...]:
    """A row's cells in the columns that begin at these edges; where it has none there, an empty one."""
    row = [""] * len(edges)
    for x0, text in cells.items():
        place = max(number for number, edge in enumerate(edges) if edge <= x0)
        row[place] = "\n".join(filter(None, (row[place], *text)))
    return tuple(row)


def _is_tabular(pieces: Sequence[Piece]) -> bool:
    """Whether a cell holds rows of cells: then the lines around it are only some of the table's."""
    inner = [labelled(row) for row in rows(Sheet(list(pieces)))]
    return len(inner) >= FEWEST_ROWS and sum(len(row.segments) > 1 for row in inner) * 2 >= len(inner)
