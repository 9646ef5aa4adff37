"""In which order a page is read: its columns one after the other, and what stands over or under them in its place."""

import itertools
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from assistant.documents.pdf_rows import LARGER, Row, Segment, regrouped
from assistant.documents.pdf_sheet import Rule

#: Points by which left edges of one column differ.
_EDGE = 2.5
#: A column of text: lines on each side and in all, points of width, share of full lines, words a line.
_FEWEST_LINES = 2
_FEWEST_IN_ALL = 6
_NARROWEST = 80.0
_FULL = 0.6
_WORDS = 2.5
_DEEPEST = 5
#: Gaps between the lines of two columns that stand side by side are those of a table's rows from this share on.
_PAIRED = 0.7
#: A heading over two columns leaves so many times its letters' size free between the lines of the right one.
_ROOM = 3.5


@dataclass(frozen=True)
class Block:
    """Rows that are read one after the other, in a column or over the whole width.

    Attributes:
        rows: from above.
        is_column: whether it has a column's right edge of its own.
    """

    rows: tuple[Row, ...]
    is_column: bool = False


def blocks(given: Sequence[Row], rules: Sequence[Rule]) -> list[Block]:
    """The rows in reading order: columns are read one after the other, and what stands over or under them in its place."""
    return _blocks([segment for row in given for segment in row.segments], rules, 0, is_column=False)


def _blocks(given: Sequence[Segment], rules: Sequence[Rule], depth: int, *, is_column: bool) -> list[Block]:
    if not given:
        return []
    segments = sorted(given, key=lambda each: (-each.y, each.x0))
    cut = _best_cut(segments, rules, depth) if depth < _DEEPEST else None
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


def in_columns(segments: Sequence[Segment]) -> bool:
    """Whether most of these stand in columns of running text."""
    cut = _best_cut(sorted(segments, key=lambda each: (-each.y, each.x0)), (), 0)
    return cut is not None and sum(len(run) for run, is_columns in cut[1] if is_columns) * 2 > len(segments)


def _best_cut(
    segments: Sequence[Segment], rules: Sequence[Rule], depth: int
) -> tuple[float, list[tuple[list[Segment], bool]]] | None:
    """Where columns part that most of the text stands in, with the runs of segments there and whether they are columns."""
    best, most = None, 0
    lines = regrouped(segments)
    for x in _candidates(segments):
        runs = [(run, _is_columns(run, x, rules, depth)) for run in _runs(segments, lines, x)]
        read = sum(len(run) for run, is_columns in runs if is_columns)
        if read > most:
            best, most = (x, runs), read
    return best


def _candidates(segments: Sequence[Segment]) -> list[float]:
    """Where a column may begin: left edges that many segments share, if not as many as the most do, then a third as many."""
    edges = sorted(segment.x0 for segment in segments)
    found: list[tuple[float, int]] = []
    start = 0
    for place in range(1, len(edges) + 1):
        if place == len(edges) or edges[place] - edges[place - 1] > _EDGE:
            if place - start > _FEWEST_LINES and start:
                found.append((edges[start], place - start))
            start = place
    most = max((count for _, count in found), default=0)
    return [edge for edge, count in found if count * 3 >= most]


def _runs(segments: Sequence[Segment], lines: Sequence[Row], x: float) -> Iterator[list[Segment]]:
    """The segments cut where one crosses the line, or is the heading of what follows on both sides; those are runs of their own."""
    run: list[Segment] = []
    over_both = _over_both(lines, x)
    for segment in segments:
        if (segment.x0 < x - _EDGE and segment.x1 > x) or id(segment) in over_both:
            if run:
                yield run
            yield [segment]
            run = []
        else:
            run.append(segment)
    if run:
        yield run


def _over_both(lines: Sequence[Row], x: float) -> set[int]:
    """The bold lines on the left under which both sides begin anew on one line, after room that is left on the right too."""
    found: set[int] = set()
    for place, line in enumerate(lines[1:-1], 1):
        heading, below = line.segments[0], lines[place + 1]
        is_alone = len(line.segments) == 1 and heading.bold and heading.x0 < x - _EDGE
        if not is_alone or below.segments[0].bold or not all(_sides(below.segments, x)):
            continue
        right = next((each for each in reversed(lines[:place]) if each.segments[-1].x0 >= x - _EDGE), None)
        if right is not None and right.y - below.y > _ROOM * heading.size:
            found.add(id(heading))
    return found


def _joined(runs: Sequence[tuple[list[Segment], bool]], x: float) -> Iterator[tuple[list[Segment], bool]]:
    """The runs, neighbours that are no columns in one; a heading under columns, before what follows, stands in neither."""
    whole: list[Segment] = []
    for place, (run, is_columns) in enumerate(runs):
        if not is_columns:
            whole += run
            continue
        if whole:
            yield whole, False
        bottom = _bottom(run, x) if place + 1 < len(runs) else run[-1].y
        yield [each for each in run if each.y >= bottom], True
        whole = [each for each in run if each.y < bottom]
    if whole:
        yield whole, False


def _bottom(run: Sequence[Segment], x: float) -> float:
    """The baseline that columns end at: above a heading that stands under both of them."""
    left, right = (regrouped(side) for side in _sides(run, x))
    longer, other = (left, right) if left[-1].y < right[-1].y else (right, left)
    last = longer[-1].segments[0]
    usual = sorted(row.segments[0].size for row in longer)[len(longer) // 2]
    is_heading = last.size > usual * LARGER or (last.bold and not longer[-2].segments[0].bold)
    return min(longer[-2].y, other[-1].y) if is_heading and last.y < other[-1].y else last.y


def _sides(run: Sequence[Segment], x: float) -> tuple[list[Segment], list[Segment]]:
    return [each for each in run if each.x0 < x - _EDGE], [each for each in run if each.x0 >= x - _EDGE]


def _is_columns(run: Sequence[Segment], x: float, rules: Sequence[Rule], depth: int) -> bool:
    """Whether what stands on both sides of a line is running text in columns, not the cells of a table."""
    left, right = _sides(run, x)
    if len(run) < _FEWEST_IN_ALL or not all(
        is_text(side) or (side and depth < _DEEPEST - 2 and _best_cut(side, rules, depth + 2)) for side in (left, right)
    ):
        return False
    top, bottom = run[0].y, run[-1].y
    crossing = {
        round(y0) for x0, y0, x1, y1 in rules
        if abs(y0 - y1) < 1 and min(x0, x1) < x - 9 and max(x0, x1) > x + 9 and bottom < y0 < top
    }  # fmt: skip
    return len(crossing) <= 1 and not _are_paired(left, right)


def is_text(side: Sequence[Segment]) -> bool:
    """Whether segments are lines of running text in one column."""
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
    gaps = [above - below for above, below in itertools.pairwise(heights)]
    usual = sorted(gaps)[len(gaps) // 3] if gaps else 0.0
    for gap, below in zip(gaps, heights[1:], strict=True):
        if gap > max(usual, side[0].size) * 1.3:
            yield below
