"""What stands around a page's text: footnotes, and notes in the margin; for running heads see ``pdf_running.py``."""

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, replace

from assistant.documents.build import PAGE_NUMBER
from assistant.documents.pdf_rows import Row, Segment, regrouped, rows
from assistant.documents.pdf_ruled import ruled
from assistant.documents.pdf_sheet import Piece, Sheet, is_upright, turned

#: Letters of a note are so much smaller than the text's.
_SMALLER = 0.93
#: A margin holds at most this share of a page's letters, beside at least so many lines of text that go up to it.
_MARGIN_SHARE = 0.12
_LINES_BESIDE = 4
#: Left edges that a margin may have, from the right.
_MOST_EDGES = 12
_NOTE = re.compile(r"(?:\d{1,3}|\*{1,3}|[a-z])(?=\s|[A-ZÅÄÖ”\"(])")
_MARK = re.compile(r"\d{1,3}$")
_UNIT = re.compile(r"(?:^|[\s\d])(?:[kcdm]?m|km|CO|H)$")


@dataclass(frozen=True)
class Page:
    """A page's rows: its text, what stands aside from it, and its footnotes."""

    sheet: Sheet
    body: tuple[Row, ...]
    aside: tuple[Row, ...] = ()
    notes: tuple[Row, ...] = ()


def page(sheet: Sheet, usual: float) -> Page:
    """The rows of a sheet; ``usual`` is the size of the document's letters."""
    sheet, tables = ruled(sheet)
    upright = Sheet([piece for piece in sheet.pieces if is_upright(piece)], sheet.rules, [], sheet.width, sheet.height)
    marks = _marks(rows(upright), usual)
    upright.pieces[:] = _without_marks(upright.pieces, marks)
    body = sorted([*rows(upright), *tables], key=lambda row: -row.y)
    notes = _notes(body, marks, sheet.height, usual)
    body, beside = _beside([row for row in body if row not in notes])
    return Page(sheet, tuple(body), (*beside, *_turned_rows(sheet)), tuple(notes))


def _marks(given: Sequence[Row], usual: float) -> frozenset[str]:
    """The numbers of the page's footnotes: rows of small letters, or after a small raised number, that begin with one."""
    found = set()
    for row in given:
        first = row.segments[0]
        match = re.match(r"\d{1,3}(?=\s|[A-ZÅÄÖ”\"(])", first.text)
        if match and first.size <= usual * _SMALLER:
            found.add(match.group())
    return frozenset(found)


def _without_marks(pieces: Sequence[Piece], marks: frozenset[str]) -> list[Piece]:
    """The pieces, the small raised numbers that refer to footnotes of the page made to say nothing."""
    if not marks:
        return list(pieces)
    ordered = sorted((piece for piece in pieces if piece.text.strip()), key=lambda each: each.y)
    heights = [piece.y for piece in ordered]
    kept: list[Piece] = []
    for piece in pieces:
        said = piece.text.strip()
        if said in marks and _MARK.match(said):
            near = ordered[bisect_left(heights, piece.y - 3 * piece.size) : bisect_left(heights, piece.y)]
            kept.append(replace(piece, text="") if _refers(piece, near) else piece)
        else:
            kept.append(piece)
    return kept


def _refers(mark: Piece, near: Sequence[Piece]) -> bool:
    """Whether a number is raised after a word that is no unit of measure."""
    before = [
        each for each in near
        if each.x1 <= mark.x0 + mark.size * 0.3 and mark.x0 - each.x1 < mark.size
        and each.size > mark.size * 1.15 and 0.1 * each.size < mark.y - each.y < 0.6 * each.size
    ]  # fmt: skip
    return bool(before) and not _UNIT.search(max(before, key=lambda each: each.x1).text.strip())


def _notes(given: Sequence[Row], marks: frozenset[str], height: float, usual: float) -> list[Row]:
    """The rows of the footnotes: in small letters, from the first that begins with a number to the end of the page."""
    found: list[Row] = []
    for row in reversed(given):
        first = row.segments[0]
        if PAGE_NUMBER.fullmatch(row.text.strip()) and not found:
            continue
        if first.size > usual * _SMALLER or row.y > height * 0.6 or first.table or first.box:
            break
        found.append(row)
    while found and not (_NOTE.match(found[-1].text) or found[-1].text.split(maxsplit=1)[0] in marks):
        found.pop()
    return found[::-1]


def _beside(body: list[Row]) -> tuple[list[Row], list[Row]]:
    """The text, and what stands in the right margin beside it."""
    segments = [segment for row in body for segment in row.segments]
    letters = sum(len(segment.text) for segment in segments)
    for x in sorted({segment.x0 for segment in segments}, reverse=True)[:_MOST_EDGES]:
        margin = [segment for segment in segments if segment.x0 >= x - 1]
        if sum(len(segment.text) for segment in margin) > _MARGIN_SHARE * letters:
            break
        text = [segment for segment in segments if segment.x0 < x - 1]
        if _is_margin(text, margin, x):
            return regrouped(text), regrouped(margin)
    return body, []


def _is_margin(text: Sequence[Segment], margin: Sequence[Segment], x: float) -> bool:
    """Whether lines of running text end shortly before a line that none crosses."""
    if any(segment.table or segment.box for segment in margin) or any(segment.x1 > x for segment in text):
        return False
    ends = [row.segments[-1] for row in regrouped(text)]
    up_to = [end for end in ends if x - 3 * end.size < end.x1 and len(end.text.split()) > 3]  # noqa: PLR2004 - a line of text
    return len(up_to) >= _LINES_BESIDE and len(up_to) * 2 >= len(ends)


def _turned_rows(sheet: Sheet) -> list[Row]:
    """What is written along the page's sides, row by row as it is read when the page is turned."""
    aside = [piece for piece in sheet.pieces if not is_upright(piece)]
    return (
        rows(turned(Sheet(aside, [], [], sheet.width, sheet.height), (0, 0, sheet.width, sheet.height), 0))
        if aside
        else []
    )
