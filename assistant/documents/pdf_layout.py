"""In which order a page is read: its rows, the columns they stand in, and what belongs together, by where the text stands."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from assistant.documents.pdf_sheet import Piece, Rule, Sheet, is_upright

#: Baselines that differ by less than this share of the letters' size are of one row.
_SAME_ROW = 0.3
#: Smaller letters are raised or lowered by this share of the larger ones' size at most.
_RAISED = 0.55
_LARGER = 1.2
#: A gap of this share of the letters' size parts words.
SPACE = 0.15
#: A gap of this many times the letters' size parts columns, cells and labels.
_GAP = 0.65
#: Points by which left edges of one column differ.
_EDGE = 2.5
#: A column of text: lines on each side and in all, points of width, share of full lines, words a line.
_FEWEST_LINES = 2
_FEWEST_IN_ALL = 6
_NARROWEST = 80.0
_FULL = 0.6
_WORDS = 2.5
_DEEPEST = 5
#: What stands so many times the usual distance under a column does not belong to it.
_FAR_BELOW = 1.7
#: Gaps between the lines of two columns that stand side by side are those of a table's rows from this share on.
_PAIRED = 0.7


@dataclass(frozen=True, slots=True)
class Segment:
    """Text on one baseline without a wide gap in it; or a whole table or box, which is read as one.

    Attributes:
        text: what it says.
        x0: where it begins, in points from the left.
        x1: where it ends.
        y: its baseline, in points from below; of a table or box the first.
        size: of its letters.
        bold: whether most of them are.
        table: rows of cells, the lines in a cell parted by line feeds.
        box: the rows in a frame.
        bottom: where a table or box ends.
    """

    text: str
    x0: float
    x1: float
    y: float
    size: float
    bold: bool = False
    table: tuple[tuple[str, ...], ...] = ()
    box: "tuple[Row, ...]" = ()
    bottom: float | None = None


@dataclass(frozen=True)
class Row:
    """All that stands on one baseline of a page."""

    segments: tuple[Segment, ...]

    @property
    def y(self) -> float:
        """The baseline of its largest letters."""
        return max(self.segments, key=lambda segment: segment.size * len(segment.text)).y

    @property
    def text(self) -> str:
        """What it says, from left to right."""
        return " ".join(segment.text for segment in self.segments)


@dataclass(frozen=True)
class Block:
    """Rows that are read one after the other, in a column or over the whole width.

    Attributes:
        rows: from above.
        is_column: whether it has a column's right edge of its own.
    """

    rows: tuple[Row, ...]
    is_column: bool = False


def rows(sheet: Sheet) -> list[Row]:
    """The rows of a sheet from above; pieces that are turned come last, each by itself."""
    upright = [piece for piece in sheet.pieces if is_upright(piece)]
    found = [row for group in _baselines(upright) if (row := Row(tuple(_segments(group)))).segments]
    aside = [
        Segment(piece.text.strip(), min(piece.x0, piece.x1), max(piece.x0, piece.x1), piece.y, piece.size)
        for piece in sheet.pieces
        if not is_upright(piece) and piece.text.strip()
    ]
    return found + [Row((segment,)) for segment in aside]


def regrouped(segments: Sequence[Segment]) -> list[Row]:
    """Segments as rows again, from above; tables and boxes are rows by themselves."""
    found: list[list[Segment]] = []
    for segment in sorted(segments, key=lambda each: -each.y):
        if found and _is_beside(found[-1][0], segment):
            found[-1].append(segment)
        else:
            found.append([segment])
    return [Row(tuple(sorted(row, key=lambda each: each.x0))) for row in found]


def _is_beside(first: Segment, other: Segment) -> bool:
    if first.table or first.box or other.table or other.box:
        return False
    return abs(first.y - other.y) <= _SAME_ROW * max(first.size, other.size)


def blocks(given: Sequence[Row], rules: Sequence[Rule]) -> list[Block]:
    """The rows in reading order: columns are read one after the other, and what stands over or under them in its place."""
    return _blocks([segment for row in given for segment in row.segments], rules, 0, is_column=False)


def _blocks(given: Sequence[Segment], rules: Sequence[Rule], depth: int, *, is_column: bool) -> list[Block]:
    if not given:
        return []
    segments = sorted(given, key=lambda each: (-each.y, each.x0))
    cut = _best_cut(segments, rules) if depth < _DEEPEST else None
    if cut is None:
        return [Block(tuple(regrouped(segments)), is_column)]
    x, runs = cut
    found: list[Block] = []
    for run, is_columns in _joined(runs, x):
        if is_columns:
            for side in _sides(run, x):
                found += _blocks(side, rules, depth + 1, is_column=True)
        else:
            found += _blocks(run, rules, depth + 1, is_column=is_column)
    return found


def _best_cut(
    segments: Sequence[Segment], rules: Sequence[Rule]
) -> tuple[float, list[tuple[list[Segment], bool]]] | None:
    """Where columns part that most of the text stands in, with the runs of segments there and whether they are columns."""
    best, most = None, 0
    for x in _candidates(segments):
        runs = [(run, _is_columns(run, x, rules)) for run in _runs(segments, x)]
        read = sum(len(run) for run, is_columns in runs if is_columns)
        if read > most:
            best, most = (x, runs), read
    return best


def _baselines(pieces: Sequence[Piece]) -> Iterator[list[Piece]]:
    row: list[Piece] = []
    base = size = 0.0
    for piece in sorted(pieces, key=lambda each: (-each.y, each.x0)):
        if row and abs(base - piece.y) <= (_RAISED if _is_raised(size, piece.size) else _SAME_ROW) * max(
            size, piece.size
        ):
            if piece.size > size * _LARGER and piece.text.strip():  # what came first was raised above this
                base, size = piece.y, piece.size
        else:
            if row:
                yield row
            row, base, size = [], piece.y, piece.size
        row.append(piece)
    if row:
        yield row


def _is_raised(size: float, other: float) -> bool:
    return max(size, other) > _LARGER * min(size, other)


def _segments(row: Sequence[Piece]) -> Iterator[Segment]:
    run: list[Piece] = []
    text, is_parted = "", False
    end = 0.0
    spacing = _spacing(row)
    for piece in sorted(row, key=lambda each: each.x0):
        said = piece.text.replace("\u00a0", " ")
        if not said.strip():
            is_parted, end = (True, end) if said else (is_parted, piece.x1)
            continue
        gap = piece.x0 - end
        size = min(piece.size, run[-1].size) if run else piece.size
        if run and (gap > _GAP * max(piece.size, run[-1].size) or gap < -2 * size):
            yield _segment(run, text)
            run, text = [], ""
        elif run and _is_drawn_twice(piece, run[-1]):
            continue
        if text and (is_parted or gap > max(SPACE * size, spacing) or said[0] == " "):
            text += " "
        text += said.strip(" ")
        is_parted = said[-1] == " "
        run.append(piece)
        end = piece.x1
    if run:
        yield _segment(run, text)


def _segment(run: Sequence[Piece], text: str) -> Segment:
    largest = max(run, key=lambda piece: (len(piece.text.strip()), piece.size))
    letters = sum(len(piece.text) for piece in run)
    bold = sum(len(piece.text) for piece in run if piece.bold) * 2 > letters
    return Segment(" ".join(text.split()), run[0].x0, max(piece.x1 for piece in run), largest.y, largest.size, bold)


def _is_drawn_twice(piece: Piece, before: Piece) -> bool:
    """Bold made by drawing a text again a hair's breadth aside."""
    return piece.text == before.text and abs(piece.x0 - before.x0) < SPACE * piece.size


def _spacing(row: Sequence[Piece]) -> float:
    """The gap that letters stand apart by where each is placed by itself; 0 where they are not."""
    single = [piece for piece in sorted(row, key=lambda each: each.x0) if piece.text.strip()]
    if len(single) < 4 or sum(len(piece.text.strip()) == 1 for piece in single) < 0.8 * len(single):  # noqa: PLR2004
        return 0.0
    gaps = sorted(after.x0 - before.x1 for before, after in zip(single, single[1:], strict=False))
    return 2.0 * max(0.0, gaps[len(gaps) // 2])


def _candidates(segments: Sequence[Segment]) -> list[float]:
    """Where a column may begin: left edges that several segments share."""
    edges = sorted(segment.x0 for segment in segments)
    found: list[float] = []
    start = 0
    for place in range(1, len(edges) + 1):
        if place == len(edges) or edges[place] - edges[place - 1] > _EDGE:
            if place - start > _FEWEST_LINES and start:
                found.append(edges[start])
            start = place
    return found


def _runs(segments: Sequence[Segment], x: float) -> Iterator[list[Segment]]:
    """The segments cut where one crosses the line; those that do are runs of their own."""
    run: list[Segment] = []
    for segment in segments:
        if segment.x0 < x - _EDGE and segment.x1 > x:
            if run:
                yield run
            yield [segment]
            run = []
        else:
            run.append(segment)
    if run:
        yield run


def _joined(runs: Sequence[tuple[list[Segment], bool]], x: float) -> Iterator[tuple[list[Segment], bool]]:
    """The runs, neighbours that are no columns in one, and without what stands under columns by itself."""
    whole: list[Segment] = []
    for run, is_columns in runs:
        if not is_columns:
            whole += run
            continue
        if whole:
            yield whole, False
        bottom = _bottom(run, x)
        yield [each for each in run if each.y >= bottom], True
        whole = [each for each in run if each.y < bottom]
    if whole:
        yield whole, False


def _bottom(run: Sequence[Segment], x: float) -> float:
    """The baseline that columns end at. A heading under both of them, before what follows, stands in neither."""
    left, right = ([row.y for row in regrouped(side)] for side in _sides(run, x))
    both = max(left[-1], right[-1])
    longer = left if left[-1] < right[-1] else right
    gaps = sorted(above - below for above, below in zip(longer, longer[1:], strict=False))
    usual = gaps[len(gaps) // 2] if gaps else 0.0
    for above, below in zip(longer, longer[1:], strict=False):
        if below < both and above - below > usual * _FAR_BELOW:
            return above
    return longer[-1]


def _sides(run: Sequence[Segment], x: float) -> tuple[list[Segment], list[Segment]]:
    return [each for each in run if each.x0 < x - _EDGE], [each for each in run if each.x0 >= x - _EDGE]


def _is_columns(run: Sequence[Segment], x: float, rules: Sequence[Rule]) -> bool:
    """Whether what stands on both sides of a line is running text in columns, not the cells of a table."""
    left, right = _sides(run, x)
    if len(run) < _FEWEST_IN_ALL or not (_is_text(left) and _is_text(right)):
        return False
    top, bottom = run[0].y, run[-1].y
    crossing = {
        round(y0) for x0, y0, x1, y1 in rules
        if abs(y0 - y1) < 1 and min(x0, x1) < x - 9 and max(x0, x1) > x + 9 and bottom < y0 < top
    }  # fmt: skip
    return len(crossing) <= 1 and not _are_paired(left, right)


def _is_text(side: Sequence[Segment]) -> bool:
    lines = regrouped(side)
    if len(lines) < _FEWEST_LINES:
        return False
    width = max(each.x1 for each in side) - min(each.x0 for each in side)
    full = sum(row.segments[-1].x1 - row.segments[0].x0 > _FULL * width for row in lines)
    words = sum(len(row.text.split()) for row in lines)
    letters = sum(char.isalpha() for row in lines for char in row.text)
    return (
        width >= _NARROWEST and full * 2 >= len(lines) and words >= _WORDS * len(lines)
        and letters * 2 > sum(len(row.text) for row in lines)
    )  # fmt: skip


def _are_paired(left: Sequence[Segment], right: Sequence[Segment]) -> bool:
    """Whether both sides have their wider gaps at the same heights, as the rows of a table have."""
    tops = [set(_after_gaps(side)) for side in (left, right)]
    if min(map(len, tops)) < 2:  # noqa: PLR2004 - one paragraph may happen to begin beside another
        return False
    shared = sum(any(abs(each - other) < 1 for other in tops[1]) for each in tops[0])
    return shared >= _PAIRED * min(map(len, tops))


def _after_gaps(side: Sequence[Segment]) -> Iterator[float]:
    heights = [row.y for row in regrouped(side)]
    gaps = [above - below for above, below in zip(heights, heights[1:], strict=False)]
    usual = sorted(gaps)[len(gaps) // 3] if gaps else 0.0
    for gap, below in zip(gaps, heights[1:], strict=True):
        if gap > usual * 1.3:
            yield below
