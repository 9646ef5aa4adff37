"""The rows of a PDF page: its pieces made words, the words lines, cut where a wide gap parts columns, cells or labels."""

import itertools
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from assistant.documents.pdf_sheet import Piece, Sheet, is_upright

#: Baselines that differ by less than this share of the letters' size are of one row.
_SAME_ROW = 0.3
#: A few smaller letters are raised or lowered by this share of the larger ones' size at most.
_RAISED = 0.55
_MARK = 4
LARGER = 1.2
#: A gap of this share of the letters' size parts words.
SPACE = 0.15
#: A gap of this many times the letters' size parts columns, cells and labels.
_GAP = 0.65
#: A smaller one does before a left edge that several rows share.
_GAP_AT_EDGE = 0.25
#: So many rows above and below tell of such an edge.
_ABOUT = 4
_SHARED = 3
#: Words are stretched apart by this many times their size at most, and evenly to within this share.
_STRETCHED = 2.6
_EVEN = 0.12


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
        columns: those of a table without lines; the next page may go on with them.
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
    columns: "Columns | None" = None


@dataclass(frozen=True)
class Columns:
    """The columns of a table without lines.

    Attributes:
        bands: from where to where each reaches, in points from the left.
        is_spaced: whether its rows are told by the room between them.
    """

    bands: tuple[tuple[float, float], ...]
    is_spaced: bool


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


def rows(sheet: Sheet) -> list[Row]:
    """The rows of a sheet from above; pieces that are turned come last, each by itself."""
    upright = [piece for piece in sheet.pieces if is_upright(piece)]
    baselines = [list(_words(sorted(group, key=lambda each: each.x0))) for group in _baselines(upright)]
    edges = _edges(baselines)
    found = [
        row for place, group in enumerate(baselines) if (row := Row(tuple(_segments(group, edges[place])))).segments
    ]
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
    return abs(first.y - other.y) <= _SAME_ROW * min(first.size, other.size)


def _baselines(pieces: Sequence[Piece]) -> Iterator[list[Piece]]:
    row: list[Piece] = []
    base: Piece | None = None
    for piece in sorted(pieces, key=lambda each: (-each.y, each.x0)):
        if base is None or not _on_one_line(base, piece):
            if row:
                yield row
            row, base = [], piece
        elif piece.size > base.size * LARGER and piece.text.strip():  # what came first was raised above this
            base = piece
        row.append(piece)
    if row:
        yield row


def _on_one_line(base: Piece, piece: Piece) -> bool:
    """Whether two pieces stand on one baseline, or the smaller one is a mark raised above it or lowered below."""
    small, large = (base, piece) if base.size < piece.size else (piece, base)
    is_mark = large.size > LARGER * small.size and len(small.text.strip()) <= _MARK
    return abs(base.y - piece.y) <= (_RAISED * large.size if is_mark else _SAME_ROW * small.size)


def _words(ordered: Sequence[Piece]) -> Iterator[Piece]:
    """The pieces of a row from the left, those in one that no space parts. What is drawn twice, for bold, is taken once."""
    word: Piece | None = None
    is_parted = False
    end = 0.0
    spacing = _spacing(ordered)
    for piece in ordered:
        said = piece.text.replace("\u00a0", " ")
        if not said.strip():
            is_parted, end = (True, end) if said else (is_parted, piece.x1)
            continue
        if word and said == word.text and abs(piece.x0 - word.x0) < SPACE * piece.size:
            continue
        gap = piece.x0 - end
        size = min(piece.size, word.size) if word else piece.size
        if word and not (is_parted or gap > max(SPACE * size, spacing) or said[0] == " " or gap < -2 * size):
            largest = max(word, piece, key=lambda each: len(each.text.strip()))
            word = replace(largest, text=word.text + said.strip(" "), x0=word.x0, x1=max(word.x1, piece.x1))
        else:
            if word:
                yield word
            word = replace(piece, text=said.strip(" "))
        is_parted, end = said[-1] == " ", piece.x1
    if word:
        yield word


def _segments(words: Sequence[Piece], edges: frozenset[int]) -> Iterator[Segment]:
    run: list[Piece] = []
    justified = _justified(words, edges)
    for word in words:
        if run:
            gap, size = word.x0 - run[-1].x1, max(word.size, run[-1].size)
            least = _GAP_AT_EDGE if round(word.x0) in edges else _GAP
            if (gap > least * size and id(word) not in justified) or gap < -2 * size:
                yield _segment(run)
                run = []
        run.append(word)
    if run:
        yield _segment(run)


def _segment(run: Sequence[Piece]) -> Segment:
    largest = max(run, key=lambda word: (len(word.text), word.size))
    letters = sum(len(word.text) for word in run)
    bold = sum(len(word.text) for word in run if word.bold) * 2 > letters
    text = " ".join(" ".join(word.text for word in run).split())
    return Segment(text, run[0].x0, max(word.x1 for word in run), largest.y, largest.size, bold)


def _spacing(ordered: Sequence[Piece]) -> float:
    """The gap that letters stand apart by where each is placed by itself; 0 where they are not."""
    single = [piece for piece in ordered if piece.text.strip()]
    if len(single) < 4 or sum(len(piece.text.strip()) == 1 for piece in single) < 0.8 * len(single):  # noqa: PLR2004
        return 0.0
    gaps = sorted(after.x0 - before.x1 for before, after in itertools.pairwise(single))
    usual = max(0.0, gaps[len(gaps) // 2])
    return 2.0 * usual if usual < _GAP * single[0].size else 0.0


def _edges(baselines: Sequence[Sequence[Piece]]) -> list[frozenset[int]]:
    """For each row the left edges of columns and cells, in points: where rows about it, and several in all, begin anew."""
    begun: defaultdict[int, set[str]] = defaultdict(set)
    own: list[set[int]] = []
    for row in baselines:
        wide = [after for before, after in itertools.pairwise(row) if after.x0 - before.x1 > _GAP * after.size]
        own.append({round(piece.x0) for piece in wide})
        for piece in wide:
            begun[round(piece.x0)].add(piece.text)
    shared = {x for x, texts in begun.items() if len(texts) >= _SHARED}
    return [
        frozenset(shared.intersection(*[set().union(*own[max(0, place - _ABOUT) : place + _ABOUT + 1])]))
        for place in range(len(own))
    ]


def _justified(words: Sequence[Piece], edges: frozenset[int]) -> set[int]:
    """The words before which a line was stretched to its column's width: by as much as beside them."""
    gaps = [after.x0 - before.x1 for before, after in itertools.pairwise(words)]
    found: set[int] = set()
    for place, (gap, other) in enumerate(itertools.pairwise(gaps)):
        three = words[place : place + 3]
        is_wide = _GAP * three[1].size < gap < _STRETCHED * three[1].size
        if is_wide and abs(gap - other) < _EVEN * gap and all(any(map(str.isalpha, each.text)) for each in three):
            found |= {id(piece) for piece in three[1:] if round(piece.x0) not in edges}
    return found
