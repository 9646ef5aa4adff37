"""Tables of a PDF page: those with lines around their cells, and those whose cells stand in line with wide gaps between."""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from assistant.documents.pdf_columns import in_columns
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
#: Rows and cells of a table without lines, and words in its cells.
_FEWEST_ROWS = 3
_MOST_WORDS = 3.5
_NUMERIC = re.compile(r"[-−–+±]?[\d\s.,:/()%–-]*\d[\d\s.,:/()%–-]*(?:kr|tkr|mnkr|%|st)?$|[-–—]$")
_MOSTLY = 0.7
#: A label stands before its text by so many times the letters' size at most.
_LABEL_REACH = 6
#: Labels that stand before a text and are no cell: bullets, numbers of paragraphs, letters of points.
LABEL = re.compile(
    r"(?:[•·▪●○■◦–—-]|[\uf0a7\uf0b7\uf02d]|\(?\d{1,3}[.)]|\d{1,2}(?:\.\d{1,2}){0,4}\.?|\(?[a-zåäö]\)|§\s*\d+(?:\s*[a-z])?)$"
)
_LEADERS = re.compile(r"(?:\.\s?){4,}|…{2,}")

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


def gapped(given: Sequence[Row]) -> list[Row]:
    """The rows, those in one that are a table without lines; labels are one with what they stand before."""
    merged = [_labelled(row) for row in given]
    found: list[Row] = []
    place = 0
    while place < len(merged):
        run = _run(merged[place:])
        table = _aligned(run) if len(run) >= _FEWEST_ROWS else None
        found += [Row((table,))] if table else run or merged[place : place + 1]
        place += max(1, len(run))
    return found


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
    edges = [begin for begin, _ in _merged([(x0 - _MEET, x0 + _MEET) for x0, _, _, _ in texts])]
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
    inner = [_labelled(row) for row in rows(Sheet(list(pieces)))]
    return len(inner) >= _FEWEST_ROWS and sum(len(row.segments) > 1 for row in inner) * 2 >= len(inner)


def _labelled(row: Row) -> Row:
    """The row, a label in one with the text after it."""
    segments: list[Segment] = []
    for segment in row.segments:
        before = segments[-1] if segments else None
        if before is not None and _is_label(before, segment):
            text = f"{before.text} {segment.text}"
            segments[-1] = replace(segment, text=text, x0=before.x0)
        else:
            segments.append(segment)
    return Row(tuple(segments))


def _is_label(before: Segment, segment: Segment) -> bool:
    is_near = segment.x0 - before.x1 < _LABEL_REACH * segment.size
    return is_near and bool(LABEL.match(before.text)) and not _NUMERIC.match(segment.text)


def _run(given: Sequence[Row]) -> list[Row]:
    """The rows from the first on that may be one table: with several cells each, or going on in one."""
    run: list[Row] = []
    bands: list[tuple[float, float]] = []
    trailing = 0
    for row in given:
        if run and not 0 < run[-1].y - row.y < 3.2 * row.segments[0].size:
            break
        if (
            len(row.segments) > 1
            and not _LEADERS.search(row.text)
            and not any(each.table or each.box for each in row.segments)
        ):
            merged = _merged([*bands, *((each.x0, each.x1) for each in row.segments)])
            if len(merged) < max(2, len(bands)):
                break
            bands, trailing = merged, 0
        elif run and trailing < 2 and _band(bands, row.segments[0]) is not None and len(row.segments) == 1:  # noqa: PLR2004
            trailing += 1
        else:
            break
        run.append(row)
    return run[: len(run) - trailing] if trailing and not _goes_on(run, bands, trailing) else run


def _goes_on(run: Sequence[Row], bands: Sequence[tuple[float, float]], trailing: int) -> bool:
    """Whether the last rows, of one cell each, go on in a cell that is not the first."""
    return all((_band(bands, row.segments[0]) or 0) > 0 for row in run[-trailing:])


def _aligned(run: Sequence[Row]) -> Segment | None:
    """Rows as one table, if their cells are short or hold figures."""
    full = [row for row in run if len(row.segments) > 1]
    bands = _merged([(each.x0, each.x1) for row in full for each in row.segments])
    if len(full) < _FEWEST_ROWS or len(bands) < 2:  # noqa: PLR2004 - two cells
        return None
    columns: list[list[str]] = [[] for _ in bands]
    table: list[list[list[str]]] = []
    for row in run:
        own = [_band(bands, segment) or 0 for segment in row.segments]
        filled = {band for band, cell in enumerate(table[-1]) if cell} if table else set()
        if not (filled > set(own) and (min(own) > min(filled) or row.segments[0].text[:1].islower())):
            table.append([[] for _ in bands])  # else the row goes on in cells of the one above
        for band, segment in zip(own, row.segments, strict=True):
            table[-1][band].append(segment.text)
            if len(row.segments) > 1:
                columns[band].append(segment.text)
    words = [len(text.split()) for column in columns for text in column]
    figures = any(
        sum(bool(_NUMERIC.match(text)) for text in column) >= _MOSTLY * max(_FEWEST_ROWS, len(column))
        for column in columns
    )
    if (sum(words) > _MOST_WORDS * len(words) and not figures) or in_columns(
        [each for row in full for each in row.segments]
    ):
        return None
    first = run[0].segments[0]
    return Segment(
        " ".join(row.text for row in run), bands[0][0], bands[-1][1], run[0].y, first.size,
        table=tuple(tuple("\n".join(cell) for cell in row) for row in table), bottom=run[-1].y,
    )  # fmt: skip


def _merged(intervals: Sequence[tuple[float, float]]) -> list[tuple[float, float]]:
    found: list[tuple[float, float]] = []
    for begin, end in sorted(intervals):
        if found and begin <= found[-1][1] + 1:
            found[-1] = (found[-1][0], max(found[-1][1], end))
        else:
            found.append((begin, end))
    return found


def _band(bands: Sequence[tuple[float, float]], segment: Segment) -> int | None:
    """The band that a segment begins in, and does not leave for the next."""
    for number, (begin, end) in enumerate(bands):
        after = bands[number + 1][0] if number + 1 < len(bands) else float("inf")
        if begin - _MEET <= segment.x0 <= end and segment.x1 < after:
            return number
    return None
