"""Makes paragraphs of a PDF's rows: which belong together, what is a heading, an item, a table or a footnote."""

import itertools
import re
import statistics
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from assistant.documents.build import Builder
from assistant.documents.document import ParagraphKind
from assistant.documents.pdf_columns import Block, blocks
from assistant.documents.pdf_gapped import gapped
from assistant.documents.pdf_margins import Page, page
from assistant.documents.pdf_rows import Row, Segment
from assistant.documents.pdf_running import running, stated, without_running
from assistant.documents.pdf_sheet import Sheet

#: A heading's letters are so much larger than the text's; a bold one may be of the same size.
_LARGER = 1.12
_LONGEST_HEADING = 140
#: A gap between lines of so many times the usual one begins a new paragraph.
_GAP = 1.35
#: Lines that are spaced wider still belong together when a sentence goes on from a full line.
_WIDE = 2.4
#: A line with so much of its width left over was ended by its writer, however the next begins.
_ENDED = 0.3
#: What a point of a decision begins with where it has no number, and how many times the letters' size is left before it.
_POINT = "att "
_CLEAR = 5.0
#: A first line drawn in by so many times its letters' size begins a paragraph.
_DRAWN_IN = (0.7, 4.0)
_DEEPEST = 4
#: The mean width of a letter, as a share of its size; a line of more letters than this tells its own.
_LETTER = 0.5
_ENOUGH = 20
#: Points by which the beginnings of lines differ that begin at the same place.
_SAME_X = 4.0
#: So many of a kind tell what is usual.
_FEW = 3
#: Points by which the ends of lines differ that go up to the same edge.
_SAME_EDGE = 12.0

_ITEM = re.compile(
    r"\s*(?:[•·▪●○■◦\uf0a7\uf0b7\uf02d]\s*|[–—-]\s+|\d{1,2}[.)](?:\s+|(?=[A-ZÅÄÖ]))|\(?[a-zåäö]\)\s*)(?=\S)"
)
_BULLET = re.compile(r"\s*(?:[•·▪●○■◦\uf0a7\uf0b7\uf02d]\s*|[–—-]\s+)")
#: What a word that is broken at a line's end may end with.
_BROKEN = ("-", "\u00ad", "\u2010")
_HYPHENS = str.maketrans({"\u00ad": "-", "\u2010": "-", "\u2011": "-"})
_HYPHENATED = re.compile(r"([^\W\d_]+)-$")
_IN_ONE = re.compile(r"(?:\d[-–]|\b[^\W\d_]+-)$")
_SPAN = re.compile(r"\d[-–]$")
_SUSPENDED = re.compile(r"\s*(?:och|eller|samt|and|or|respektive)\b")
_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
#: A word; a number is one with what it counts, since they are seldom parted.
_FIRST = re.compile(r"(?:\d{1,3}\s+)?\S+")
_LEADERS = re.compile(r"\s*(?:\.\s?){4,}\s*")
_SECTION = re.compile(r"(?:\w{1,6}\s+)?§\s*\d+[a-z]?\b")
_NOTE = re.compile(r"(?:\d{1,3}|\*{1,3}|[a-z])(?=\s|[A-ZÅÄÖ”\"(])")


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


def add_pages(builder: Builder, sheets: Sequence[Sheet]) -> str:
    """Add the pages' paragraphs to a document; returns the largest text of the first page, where it stands out."""
    usual = _usual_size(sheets)
    told: dict[str, ParagraphKind] = {}
    pages = []
    for sheet in sheets:
        rest, heads = stated(sheet)
        told |= {text: kind for text, kind in heads if text not in told}
        pages.append(page(rest, usual))
    repeated = running(pages)
    told |= {head.text: head.kind for head in repeated.values()}
    for text in [text for text, kind in told.items() if kind is ParagraphKind.HEADER]:
        builder.add(text, ParagraphKind.HEADER)
    _Writer(builder, [without_running(each, repeated) for each in pages], usual).write()
    for text in [text for text, kind in told.items() if kind is ParagraphKind.FOOTER]:
        builder.add(text, ParagraphKind.FOOTER)
    return _largest(pages[0].body if pages else (), usual)


class _Writer:
    """One document's paragraphs being added."""

    def __init__(self, builder: Builder, pages: Sequence[Page], usual: float) -> None:
        self._builder = builder
        self._usual = usual
        body: list[Line] = []
        self._notes: dict[int, list[Line]] = {}
        count = 0
        bodies = gapped([each.body for each in pages])
        for number, (each, rows) in enumerate(zip(pages, bodies, strict=True), 1):
            read = blocks(rows, each.sheet.rules)
            body += _lines(read, number, count)
            aside = [Block(each.notes), *blocks(each.aside, ())]
            self._notes[number] = [replace(line, is_note=True) for line in _lines(aside, number, count + len(read))]
            count += len(read) + len(aside)
        self._body = _widened(body)
        running = [line for line in self._body if line.whole is None]
        self._leading = _leading(running)
        everything = [*self._body, *itertools.chain.from_iterable(self._notes.values())]
        self._vocabulary = Counter(word.casefold() for line in everything for word in _WORD.findall(line.text))
        sizes = {round(line.size) for line in running if line.size >= usual * _LARGER}
        self._sizes = sorted(sizes, reverse=True)

    def write(self) -> None:
        """Add all; a page's footnotes stand after the paragraph that its last line belongs to."""
        waiting = list(self._notes)
        for group in self._groups(self._body):
            while waiting and waiting[0] < group[0].page:
                self._write_notes(waiting.pop(0))
            self._add(group)
        for number in waiting:
            self._write_notes(number)

    def _write_notes(self, number: int) -> None:
        for group in self._groups(self._notes[number]):
            kind = ParagraphKind.NOTE if _NOTE.match(group[0].text) else ParagraphKind.TEXT
            self._builder.add(self._text(line.text for line in group), kind, page=number)

    def _groups(self, lines: Sequence[Line]) -> Iterator[list[Line]]:
        """The lines of each paragraph."""
        group: list[Line] = []
        for line, following in itertools.zip_longest(lines, lines[1:]):
            if group and (not self._goes_on(group, line) or _stands_alone(group[-1], line, following)):
                yield group
                group = []
            group.append(line)
        if group:
            yield group

    def _goes_on(self, group: Sequence[Line], line: Line) -> bool:
        """Whether a line belongs to the paragraph of the lines before it."""
        above = group[-1]
        text, start = above.text, line.text
        if self._differs(above, line):
            return False
        if above.block != line.block:  # over a page's or column's end only what is plainly unfinished
            is_open = not text.endswith((".", ":", "!", "?")) and start[:1].islower()
            return is_open and (text.endswith(_BROKEN) or not _is_ended(group, line))
        gap = above.y - line.y
        unfinished = start[:1].islower() and not start.startswith(_POINT) and not _fits(above, line)
        if gap > (line.size * _WIDE if unfinished else max(self._leading, line.size) * _GAP):
            return False
        if line.size >= self._usual * _LARGER or (_SPAN.search(text) and start[:1].isdigit()):
            return True
        if _begins(group, line):
            return False
        return text.endswith(_BROKEN) or (start[:1].islower() and not _is_ended(group, line)) or not _fits(above, line)

    def _differs(self, above: Line, line: Line) -> bool:
        """Whether a line is something else than the one above, whatever stands between them."""
        begins = line.text[:1].isupper() or line.text.startswith(_POINT)
        is_changed = above.bold != line.bold and (begins or _fits(above, line))
        return (
            above.whole is not None
            or line.whole is not None
            or is_changed
            or abs(above.size - line.size) > self._usual * 0.08
            or bool(_ITEM.match(line.text))
            or bool(_LEADERS.search(above.text))  # a line of a table of contents
            or (line.is_note and bool(_NOTE.match(line.text)))
        )

    def _add(self, group: Sequence[Line]) -> None:
        first = group[0]
        if first.whole is not None:
            self._add_whole(first.whole, first.page)
            return
        text = _LEADERS.sub(" … ", self._text(line.text for line in group))
        bullet = _BULLET.match(text)
        if self._is_heading(group, text) and not bullet:
            size = round(first.size)
            level = 1 + self._sizes.index(size) if size in self._sizes else 1 + len(self._sizes)
            self._builder.add(text, ParagraphKind.HEADING, level=min(level, _DEEPEST), page=first.page)
        elif _ITEM.match(first.text):
            self._builder.add(text[bullet.end() :] if bullet else text, ParagraphKind.ITEM, level=1, page=first.page)
        else:
            self._builder.add(text, page=first.page)

    def _add_whole(self, whole: Segment, number: int) -> None:
        for row in whole.table:
            cells = [self._text(cell.split("\n")) for cell in row]
            self._builder.add("", ParagraphKind.ROW, cells=cells, page=number)
        if whole.box:
            for group in self._groups(_lines([Block(whole.box, is_column=True)], number, 0)):
                self._builder.add(self._text(line.text for line in group), ParagraphKind.BOX, page=number)

    def _text(self, lines: Iterable[str]) -> str:
        return _joined(lines, self._vocabulary)

    def _is_heading(self, group: Sequence[Line], text: str) -> bool:
        if len(text) > _LONGEST_HEADING or not any(char.isalpha() or char == "§" for char in text):
            return False
        if group[0].size >= self._usual * _LARGER:
            return True
        return all(line.bold for line in group) and len(group) <= 2 and not text.endswith((".", ",", ";"))  # noqa: PLR2004 - a heading seldom takes more than two lines


def _usual_size(sheets: Sequence[Sheet]) -> float:
    sizes: Counter[float] = Counter()
    for sheet in sheets:
        for piece in sheet.pieces:
            sizes[round(piece.size, 1)] += len(piece.text.strip())
    return sizes.most_common(1)[0][0] if sizes else 10.0


def _lines(read: Sequence[Block], number: int, before: int) -> list[Line]:
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


def _widened(lines: Sequence[Line]) -> list[Line]:
    """The lines that stand in no column, with the edge that lines which begin where they do keep within."""
    free = [line for line in lines if not line.edge and line.whole is None]
    every = sorted(line.end for line in free)
    usual = every[len(every) * 9 // 10] if every else 0.0
    beginning: defaultdict[int, list[Line]] = defaultdict(list)
    for line in free:
        beginning[round(line.x / _SAME_X)].append(line)
    edges = {x: _shared(alike) for x, alike in beginning.items()}
    widest = _shared(free)
    ends: dict[tuple[int, int], float] = {}
    for line in free:
        key = (line.page, round(line.x / _SAME_X))
        ends[key] = max(ends.get(key, 0.0), line.end)

    def edge(line: Line) -> float:
        x = round(line.x / _SAME_X)
        return max(usual, edges.get(x) or widest, ends.get((line.page, x), 0.0))

    return [line if line.edge else replace(line, edge=edge(line)) for line in lines]


def _shared(lines: Sequence[Line]) -> float:
    """The farthest edge that several full lines go up to; 0 where none do."""
    full = sorted(line.end for line in lines if line.is_plain and len(line.text) > _ENOUGH)
    return max((end for before, end in itertools.pairwise(full) if end - before < _SAME_EDGE), default=0.0)


def _leading(lines: Sequence[Line]) -> float:
    """The usual distance between the lines of a paragraph: of those that plainly go on, or of all where these are few."""
    near = [
        (above, line)
        for above, line in itertools.pairwise(lines)
        if above.block == line.block and 0 < above.y - line.y < 3 * max(line.size, 1)
    ]
    going_on = [above.y - line.y for above, line in near if line.text[:1].islower() and not _fits(above, line)]
    if going_on:
        return statistics.median(going_on) if len(going_on) >= _FEW else min(going_on)
    return statistics.median([above.y - line.y for above, line in near]) if near else 0.0


def _room(above: Line, line: Line, edge: float) -> bool:
    """Whether the line's first word had had room on the line above, up to an edge."""
    first = _FIRST.match(line.text)
    word = first.group() if first else ""
    letter = (above.end - above.x) / len(above.text) if len(above.text) > _ENOUGH else _LETTER * line.size
    return above.end + (len(word) + 1.5) * max(letter, _LETTER * line.size) < edge


def _fits(above: Line, line: Line) -> bool:
    """Whether the line above was ended on purpose, since the line's first word had had room on it."""
    return _room(above, line, above.edge)


def _stands_alone(above: Line, line: Line, following: Line | None) -> bool:
    """Whether a line after a whole sentence is a heading, a label or a lead-in, however close it stands.

    A section's number is; and so is what its writer has ended without ending a sentence.
    """
    if len(above.text) <= _ENOUGH or not above.text.endswith((".", "!", "?")) or line.text[:1].islower():
        return False
    if _SECTION.match(line.text):
        return True
    is_last = following is None or following.block != line.block or _fits(line, following)
    return is_last and line.text[-1:].isalnum()


def _is_ended(group: Sequence[Line], line: Line) -> bool:
    """Whether the line above has so much room left that its writer must have ended it, however the next one begins."""
    above = group[-1]
    if not _fits(above, line):
        return False
    room = above.edge - above.end
    if room > _ENDED * max(1.0, above.edge - above.x) or (line.text.startswith(_POINT) and room > _CLEAR * line.size):
        return True
    # Where text runs around a picture its lines are shorter; those beside it tell how long they may be.
    beside = max(line.end, group[-2].end if len(group) > 1 else 0.0)
    return abs(above.x - line.x) < line.size and _room(above, line, beside)


def _begins(group: Sequence[Line], line: Line) -> bool:
    """Whether a line is drawn in as the first of a paragraph, or stands out from an item's lines."""
    least, most = (share * line.size for share in _DRAWN_IN)
    if _ITEM.match(group[0].text):
        return len(group) > 1 and group[-1].x - line.x > least
    return (
        least < line.x - group[-1].x < most
        and (len(group) == 1 or group[-1].x <= group[0].x + 1)
        and not line.text[:1].islower()
    )


def _joined(lines: Iterable[str], vocabulary: Counter[str]) -> str:
    text = ""
    for line in lines:
        new = line.strip().translate(_HYPHENS)
        broken = _HYPHENATED.search(text)
        if _IN_ONE.search(text) and (new[:1].isdigit() or new[:1].isupper()):
            text = f"{text}{new}"  # a number of a case, a span of pages or a double name
        elif broken and new[:1].islower() and not _SUSPENDED.match(new):
            after = re.match(r"[^\W\d_]+", new)
            hyphenated = f"{broken.group(1)}-{after.group() if after else ''}".casefold()
            # The document's own spelling decides: it may write the word with its hyphen elsewhere.
            text = f"{text}{new}" if hyphenated in vocabulary else f"{text[:-1]}{new}"
        else:
            text = f"{text} {new}".strip()
    return text


def _largest(body: Sequence[Row], usual: float) -> str:
    """The title as it is set: the largest letters of the first page, if they stand out."""
    top = max((segment.size for row in body for segment in row.segments), default=0.0)
    if top < usual * 1.25:
        return ""
    text = " ".join(segment.text for row in body for segment in row.segments if segment.size > top * 0.97)
    return text if len(text) <= _LONGEST_HEADING and any(char.isalpha() for char in text) else ""
