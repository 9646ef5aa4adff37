"""Makes paragraphs of a PDF's lines: which belong together, what is a heading, an item, a table or a footnote."""

import itertools
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from assistant.documents.build import Builder
from assistant.documents.document import ParagraphKind
from assistant.documents.pdf_columns import Block, blocks
from assistant.documents.pdf_gapped import gapped
from assistant.documents.pdf_lines import (
    ITEM,
    POINT,
    Line,
    begins_anew,
    fits,
    is_ended,
    is_point,
    leading,
    lines_of,
    stands_alone,
    widened,
)
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
_DEEPEST = 4
_BULLET = re.compile(r"\s*(?:[•·▪●○■◦\uf0a7\uf0b7\uf02d]\s*|[–—-]\s+)")
#: What a word that is broken at a line's end may end with.
_BROKEN = ("-", "\u00ad", "\u2010")
_HYPHENS = str.maketrans({"\u00ad": "-", "\u2010": "-", "\u2011": "-"})
_HYPHENATED = re.compile(r"([^\W\d_]+)-$")
_IN_ONE = re.compile(r"(?:\d[-–]|\b[^\W\d_]+-)$")
_SPAN = re.compile(r"\d[-–]$")
_SUSPENDED = re.compile(r"\s*(?:och|eller|samt|and|or|respektive)\b")
_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_LEADERS = re.compile(r"\s*(?:\.\s?){4,}\s*")
_NOTE = re.compile(r"(?:\d{1,3}|\*{1,3}|[a-z])(?=\s|[A-ZÅÄÖ”\"(])")


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
            body += lines_of(read, number, count)
            aside = [Block(each.notes), *blocks(each.aside, ())]
            self._notes[number] = [replace(line, is_note=True) for line in lines_of(aside, number, count + len(read))]
            count += len(read) + len(aside)
        self._body = widened(body)
        running = [line for line in self._body if line.whole is None]
        self._leading = leading(running)
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
            if group and (not self._goes_on(group, line) or stands_alone(group[-1], line, following)):
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
            return is_open and not is_point(above, line)
        gap = above.y - line.y
        unfinished = start[:1].islower() and not start.startswith(POINT) and not fits(above, line)
        if gap > (line.size * _WIDE if unfinished else max(self._leading, line.size) * _GAP):
            return False
        if line.size >= self._usual * _LARGER or (_SPAN.search(text) and start[:1].isdigit()):
            return True
        if begins_anew(group, line):
            return False
        return text.endswith(_BROKEN) or (start[:1].islower() and not is_ended(group, line)) or not fits(above, line)

    def _differs(self, above: Line, line: Line) -> bool:
        """Whether a line is something else than the one above, whatever stands between them."""
        begins = line.text[:1].isupper() or line.text.startswith(POINT)
        is_changed = above.bold != line.bold and (begins or fits(above, line))
        return (
            above.whole is not None
            or line.whole is not None
            or is_changed
            or abs(above.size - line.size) > self._usual * 0.08
            or bool(ITEM.match(line.text))
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
        elif ITEM.match(first.text):
            self._builder.add(text[bullet.end() :] if bullet else text, ParagraphKind.ITEM, level=1, page=first.page)
        else:
            self._builder.add(text, page=first.page)

    def _add_whole(self, whole: Segment, number: int) -> None:
        for row in whole.table:
            cells = [self._text(cell.split("\n")) for cell in row]
            self._builder.add("", ParagraphKind.ROW, cells=cells, page=number)
        if whole.box:
            for group in self._groups(lines_of([Block(whole.box, is_column=True)], number, 0)):
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
