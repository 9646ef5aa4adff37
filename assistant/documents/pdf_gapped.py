"""Tables of a PDF page without lines: rows whose cells stand in line with wide gaps between, also on over a page."""

import itertools
import re
from collections.abc import Sequence
from dataclasses import replace

from assistant.documents.pdf_columns import in_columns
from assistant.documents.pdf_rows import Columns, Row, Segment

#: Points by which a cell may begin before its column.
_BEFORE = 3.0
#: Rows and cells of a table without lines, and words in its cells.
FEWEST_ROWS = 3
_MOST_WORDS = 3.5
#: Rows of a table stand so many times the letters' size below each other at most.
_NEAR = 3.2
#: Columns of a table that goes on over a page; two may also be labels beside text.
_FEWEST_CONTINUED = 3
#: Lines that go on in one cell at most; more, if they stand close.
_TRAILING = 2
_LONGEST_CELL = 12
#: Lines of one cell stand so many times the letters' size below each other at most.
_CLOSE = 1.45
_NUMERIC = re.compile(r"[-−–+±]?[\d\s.,:/()%–-]*\d[\d\s.,:/()%–-]*(?:kr|tkr|mnkr|%|st)?$|[-–—]$")
_MOSTLY = 0.7
#: A label stands before its text by so many times the letters' size at most.
_LABEL_REACH = 6
#: Labels that stand before a text and are no cell: bullets, numbers of paragraphs, letters of points.
_LABEL = re.compile(
    r"(?:[•·▪●○■◦–—-]|[\uf0a7\uf0b7\uf02d]|\(?\d{1,3}[.)]|\d{1,2}(?:\.\d{1,2}){0,4}\.?|\(?[a-zåäö]\)|§\s*\d+(?:\s*[a-z])?)$"
)
_LEADERS = re.compile(r"(?:\.\s?){4,}|…{2,}")


def gapped(pages: Sequence[Sequence[Row]]) -> list[list[Row]]:
    """Each page's rows, those in one that are a table without lines; labels are one with what they stand before.

    A table that goes on over a page keeps its columns there, however few of its rows are left and of its cells are filled.
    """
    found: list[list[Row]] = []
    for given in pages:
        whole = [labelled(row) for row in given]
        if (last := _last_table(found[-1]) if found else None) and (count := _continuing(whole, last[1])):
            place, columns = last
            table, *under = found[-1][place:]
            ended = _ended(whole[:count], columns)
            found[-1][place:] = [Row((_with(table.segments[0], under, whole[:ended], columns),))]
            head = [Row((_as_table(whole[ended:count], columns),))] if count > ended else []
            whole = head + whole[count:]
        found.append(_gapped(whole))
    return found


def _gapped(given: Sequence[Row]) -> list[Row]:
    """The rows of a page, those in one that are a table."""
    found: list[Row] = []
    place = 0
    while place < len(given):
        run = _run(given[place:])
        table = _aligned(run) if len(run) >= FEWEST_ROWS else None
        found += [Row((table,))] if table else run or given[place : place + 1]
        place += max(1, len(run))
    return found


def _last_table(page: Sequence[Row]) -> tuple[int, Columns] | None:
    """Where the table without lines stands that a page ends with, but for lines that may go on in its first column; its columns."""
    for place in range(len(page) - 1, max(-1, len(page) - 2 - _TRAILING), -1):
        first, *others = page[place].segments
        if first.columns:
            return place, first.columns
        if others or first.table or first.box:
            return None
    return None


def _continuing(given: Sequence[Row], columns: Columns) -> int:
    """How many rows at the top of a page go on with the table of the page before; 0 if none has several cells of it."""
    count = several = 0
    if len(columns.bands) < _FEWEST_CONTINUED:
        return 0
    for place, row in enumerate(given):
        bands = {_band(columns.bands, each) for each in row.segments}
        is_of_it = None not in bands and len(bands) == len(row.segments)
        if not is_of_it or row.segments[0].bold or any(each.table or each.box for each in row.segments):
            break
        if place and not 0 < given[place - 1].y - row.y < _NEAR * row.segments[0].size:
            break
        several += len(bands) > 1
        if len(bands) > 1 or (place == count and place and 0 not in bands and _is_close(given[place - 1], row)):
            count = place + 1
    return count if several else 0


def _ended(given: Sequence[Row], columns: Columns) -> int:
    """How many rows at the top of a page go on in the cells of the last row on the page before."""
    first = {_band(columns.bands, each) for each in given[0].segments}
    if not columns.is_spaced or 0 in first:
        return 0
    far = (place for place, pair in enumerate(itertools.pairwise(given), 1) if not _is_close(*pair))
    return next(far, len(given))


def _with(table: Segment, under: Sequence[Row], after: Sequence[Row], columns: Columns) -> Segment:
    """The table with the lines under it in its first column, and with those after the page's end in the cells of its last row."""
    cells = [list(row) for row in table.table]
    for row in under:
        if columns.is_spaced:
            cells[-1][0] += f"\n{row.text}"
        else:
            cells.append([row.text, *[""] * (len(columns.bands) - 1)])
    for segment in (each for row in after for each in row.segments):
        place = _band(columns.bands, segment) or 0
        cells[-1][place] = f"{cells[-1][place]}\n{segment.text}".strip()
    text = " ".join([table.text, *(row.text for row in (*under, *after))])
    bottom = under[-1].y if under else table.bottom
    return replace(table, text=text, table=tuple(map(tuple, cells)), bottom=bottom)


def labelled(row: Row) -> Row:
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
    return is_near and bool(_LABEL.match(before.text)) and not _NUMERIC.match(segment.text)


def _run(given: Sequence[Row]) -> list[Row]:
    """The rows from the first on that may be one table: with several cells each, or going on in one."""
    run: list[Row] = []
    bands: list[tuple[float, float]] = []
    trailing = 0
    for row in given:
        most = _LONGEST_CELL if run and _is_close(run[-1], row) else _TRAILING
        if run and not 0 < run[-1].y - row.y < _NEAR * row.segments[0].size:
            break
        if (
            len(row.segments) > 1
            and not _LEADERS.search(row.text)
            and not any(each.table or each.box for each in row.segments)
        ):
            both = merged([*bands, *((each.x0, each.x1) for each in row.segments)])
            if len(both) < max(2, len(bands), len(row.segments)):  # its cells stand in other columns
                break
            bands, trailing = both, 0
        elif run and trailing < most and _band(bands, row.segments[0]) is not None and len(row.segments) == 1:
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
    bands = merged([(each.x0, each.x1) for row in full for each in row.segments])
    if len(full) < FEWEST_ROWS or len(bands) < 2:  # noqa: PLR2004 - two cells
        return None
    columns: list[list[str]] = [[] for _ in bands]
    for segment in [each for row in full for each in row.segments]:
        columns[_band(bands, segment) or 0].append(segment.text)
    words = [len(text.split()) for column in columns for text in column]
    figures = any(
        sum(bool(_NUMERIC.match(text)) for text in column) >= _MOSTLY * max(FEWEST_ROWS, len(column))
        for column in columns
    )
    if (sum(words) > _MOST_WORDS * len(words) and not figures) or in_columns(
        [each for row in full for each in row.segments]
    ):
        return None
    return _as_table(run, Columns(tuple(bands), _is_spaced(run)))


def _as_table(run: Sequence[Row], columns: Columns) -> Segment:
    """Rows as one table with these columns."""
    table: list[list[list[str]]] = []
    bands = columns.bands
    for place, row in enumerate(run):
        own = [_band(bands, segment) or 0 for segment in row.segments]
        filled = {band for band, cell in enumerate(table[-1]) if cell} if table else set()
        if columns.is_spaced:
            is_new = not place or not _is_close(run[place - 1], row)
        else:
            goes_on = min(own) > min(filled, default=0) or row.segments[0].text[:1].islower()
            is_new = not (filled > set(own) and goes_on)
        if is_new:
            table.append([[] for _ in bands])  # else the row goes on in cells of the one above
        for band, segment in zip(own, row.segments, strict=True):
            table[-1][band].append(segment.text)
    return Segment(
        " ".join(row.text for row in run), bands[0][0], bands[-1][1], run[0].y, run[0].segments[0].size,
        table=tuple(tuple("\n".join(cell) for cell in row) for row in table), bottom=run[-1].y, columns=columns,
    )  # fmt: skip


def _is_close(above: Row, row: Row) -> bool:
    """Whether a row stands as close under another as the lines of one cell do."""
    return 0 < above.y - row.y <= _CLOSE * row.segments[0].size


def _is_spaced(run: Sequence[Row]) -> bool:
    """Whether rows are told by the room between them: what stands close fills fewer cells than what it stands under."""
    close = far = fewer = 0
    cells = len(run[0].segments)
    for above, row in itertools.pairwise(run):
        if _is_close(above, row):
            close += 1
            fewer += len(row.segments) < cells
        else:
            far += 1
            cells = len(row.segments)
    return far > 1 and close > 0 and 2 * fewer >= close


def merged(intervals: Sequence[tuple[float, float]]) -> list[tuple[float, float]]:
    """The intervals from the left, those in one that touch or overlap."""
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
        if begin - _BEFORE <= segment.x0 <= end and segment.x1 < after:
            return number
    return None
