"""Lines of a PDF page: where they and their columns end, and what tells that one is a beginning or goes on."""

import itertools
import re
import statistics
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, replace

from assistant.documents.pdf_columns import Block
from assistant.documents.pdf_rows import Row, Segment

#: A line with so much of its width left over was ended by its writer, however the next begins.
_ENDED = 0.3
#: What a point of a decision begins with where it has no number, and how many times the letters' size is left before it.
POINT = "att "
_CLEAR = 5.0
#: A first line drawn in by so many times its letters' size begins a paragraph.
_DRAWN_IN = (0.7, 4.0)
#: The mean width of a letter, as a share of its size; a line of more letters than this tells its own.
_LETTER = 0.5
_ENOUGH = 20
#: Points by which the beginnings of lines differ that begin at the same place.
_SAME_X = 4.0
#: So many of a kind tell what is usual.
_FEW = 3
#: Points by which the ends of lines differ that go up to the same edge.
_SAME_EDGE = 12.0

ITEM = re.compile(
    r"\s*(?:[•·▪●○■◦\uf0a7\uf0b7\uf02d]\s*|[–—-]\s+|\d{1,2}[.)](?:\s+|(?=[A-ZÅÄÖ]))|\(?[a-zåäö]\)\s*)(?=\S)"
)
#: A word; a number is one with what it counts, since they are seldom parted.
_FIRST = re.compile(r"(?:\d{1,3}\s+)?\S+")
_SECTION = re.compile(r"(?:\w{1,6}\s+)?§\s*\d+[a-z]?\b")


@dataclass(frozen=True)
class Line:
    """One line of a page, as it is read.

    Attributes:
        text: what it says.
        x: where it begins, in points from the left.
        y: its baseline, in points from below.
        size: of its letters, in points.
        bold: whether they are.
        end: where it ends.
        edge: where its column ends.
        block: which block of which page it stands in; the next one may go on with the same sentence.
        page: counted from 1.
        whole: a table or box that is read as one.
        is_note: part of a footnote or of what stands aside.
        is_plain: no wide gap is in it.
    """

    text: str
    x: float
    y: float
    size: float
    bold: bool
    end: float
    edge: float
    block: int
    page: int
    whole: Segment | None = None
    is_note: bool = False
    is_plain: bool = True


def lines_of(read: Sequence[Block], number: int, before: int) -> list[Line]:
    """The lines of a page's blocks; ``number`` is the page's, and so many blocks were ``before`` it."""
    lines = []
    for place, block in enumerate(read, before):
        edge = (
            max((segment.x1 for row in block.rows for segment in row.segments), default=0.0) if block.is_column else 0.0
        )
        lines += [_line(row, number, place, edge) for row in block.rows]
    return lines


def _line(row: Row, number: int, block: int, edge: float) -> Line:
    first, last = row.segments[0], row.segments[-1]
    whole = first if first.table or first.box else None
    size = max(row.segments, key=lambda segment: len(segment.text)).size
    bold = all(segment.bold for segment in row.segments)
    return Line(
        row.text, first.x0, row.y, size, bold, last.x1, edge, block, number, whole, is_plain=len(row.segments) == 1
    )  # fmt: skip


def widened(lines: Sequence[Line]) -> list[Line]:
    """The lines that stand in no column, with the edge that lines which begin where they do keep within."""
    free = [line for line in lines if not line.edge and line.whole is None]
    every = sorted(line.end for line in free)
    usual = every[len(every) * 9 // 10] if every else 0.0
    beginning: defaultdict[int, list[Line]] = defaultdict(list)
    ends: defaultdict[tuple[int, int], float] = defaultdict(float)
    for line in free:
        x = round(line.x / _SAME_X)
        beginning[x].append(line)
        ends[line.page, x] = max(ends[line.page, x], line.end)
    widest = _shared(free)
    edges = {x: max(usual, _shared(alike) or widest) for x, alike in beginning.items()}

    def edge(line: Line) -> float:
        x = round(line.x / _SAME_X)
        return max(edges.get(x, max(usual, widest)), ends[line.page, x])

    return [line if line.edge else replace(line, edge=edge(line)) for line in lines]


def _shared(lines: Sequence[Line]) -> float:
    """The farthest edge that several full lines go up to; 0 where none do."""
    full = sorted(line.end for line in lines if line.is_plain and len(line.text) > _ENOUGH)
    return max((end for before, end in itertools.pairwise(full) if end - before < _SAME_EDGE), default=0.0)


def leading(lines: Sequence[Line]) -> float:
    """The usual distance between the lines of a paragraph: of those that plainly go on, or of all where these are few."""
    near = [
        (above, line)
        for above, line in itertools.pairwise(lines)
        if above.block == line.block and 0 < above.y - line.y < 3 * max(line.size, 1)
    ]
    going_on = [above.y - line.y for above, line in near if line.text[:1].islower() and not fits(above, line)]
    if going_on:
        return statistics.median(going_on) if len(going_on) >= _FEW else min(going_on)
    return statistics.median([above.y - line.y for above, line in near]) if near else 0.0


def _room(above: Line, line: Line, edge: float) -> bool:
    """Whether the line's first word had had room on the line above, up to an edge."""
    first = _FIRST.match(line.text)
    word = first.group() if first else ""
    letter = (above.end - above.x) / len(above.text) if len(above.text) > _ENOUGH else _LETTER * line.size
    return above.end + (len(word) + 1.5) * max(letter, _LETTER * line.size) < edge


def fits(above: Line, line: Line) -> bool:
    """Whether the line above was ended on purpose, since the line's first word had had room on it."""
    return _room(above, line, above.edge)


def is_ended(group: Sequence[Line], line: Line) -> bool:
    """Whether the line above has so much room left that its writer must have ended it, however the next one begins."""
    above = group[-1]
    if not fits(above, line):
        return False
    if above.edge - above.end > _ENDED * max(1.0, above.edge - above.x) or is_point(above, line):
        return True
    # Where text runs around a picture its lines are shorter; those beside it tell how long they may be.
    beside = max(line.end, group[-2].end if len(group) > 1 else 0.0)
    return abs(above.x - line.x) < line.size and _room(above, line, beside)


def is_point(above: Line, line: Line) -> bool:
    """Whether a line is a point of a decision, below one that has room left."""
    return line.text.startswith(POINT) and above.edge - above.end > _CLEAR * line.size


def begins_anew(group: Sequence[Line], line: Line) -> bool:
    """Whether a line is drawn in as the first of a paragraph, or stands out from an item's lines."""
    least, most = (share * line.size for share in _DRAWN_IN)
    if ITEM.match(group[0].text):
        return len(group) > 1 and group[-1].x - line.x > least
    return (
        least < line.x - group[-1].x < most
        and (len(group) == 1 or group[-1].x <= group[0].x + 1)
        and not line.text[:1].islower()
    )


def stands_alone(above: Line, line: Line, following: Line | None) -> bool:
    """Whether a line after a whole sentence is a heading, a label or a lead-in, however close it stands.

    A section's number is; and so is what its writer has ended without ending a sentence.
    """
    if len(above.text) <= _ENOUGH or not above.text.endswith((".", "!", "?")) or line.text[:1].islower():
        return False
    if _SECTION.match(line.text):
        return True
    is_last = following is None or following.block != line.block or fits(line, following)
    return is_last and line.text[-1:].isalnum()
