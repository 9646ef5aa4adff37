"""Running heads and feet of a PDF: rows at its pages' edges that stand there again and again, or that the file calls so.

What is taken for one is told once and is no text. So a row is one only where nothing but such rows stands between it and the
page's edge, where it stands apart from the text, and where its numbers stay or count the pages: a heading that happens to come
first on several pages, or a section's number there, is none.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from assistant.documents.build import PAGE_NUMBER
from assistant.documents.document import ParagraphKind
from assistant.documents.pdf_margins import Page
from assistant.documents.pdf_rows import Row, rows
from assistant.documents.pdf_sheet import Sheet

#: Rows at the top and bottom of a page that may be running heads or feet.
_EDGE = 4
#: A running head stands on at least so many pages, and on this share of them.
_FEWEST_PAGES = 2
_SHARE_OF_PAGES = 0.4
#: One that stands alone is so many times its letters' size away from the text.
_APART = 2.2
#: One next to another stands on this share of the other's pages.
_TOGETHER = 0.75
#: Points by which a running head may stand higher or lower from page to page.
_LEVEL = 12.0
_NUMBER = re.compile(r"\d+")
#: A page's number beside other words; what stands alone in its column may be one too.
_PAGED = re.compile(r"\b(?:sida?n?|page|s\.)\s*\d|\d\s*(?:\(|/|av\b|of\b)\s*\d", re.IGNORECASE)


@dataclass(frozen=True)
class Head:
    """A running head or foot.

    Attributes:
        text: what it says where it stands first.
        kind: head or foot.
        counts: whether its numbers count the pages.
    """

    text: str
    kind: ParagraphKind
    counts: bool


@dataclass(frozen=True)
class _Seen:
    """A row at a page's edge."""

    page: int
    text: str
    y: float
    is_paged: bool

    def goes_on(self, other: "_Seen") -> bool:
        """Whether it says the same as on the other page, or its numbers count the pages."""
        if self.text == other.text:
            return True
        pages = self.page - other.page
        pairs = zip(_NUMBER.findall(self.text), _NUMBER.findall(other.text), strict=True)
        return self.is_paged and all(int(mine) - int(its) in {0, pages} for mine, its in pairs)


#: The running heads and feet by all that they say.
Running = dict[str, Head]


def running(pages: Sequence[Page]) -> Running:
    """The running heads and feet of a document."""
    if len(pages) < _FEWEST_PAGES:
        return {}
    least = max(_FEWEST_PAGES, _SHARE_OF_PAGES * len(pages))
    found = {text: head for head, texts in _repeated(pages, least) for text in texts}
    count = -1
    while count != len(found):  # what another one no longer parts from the text or the edge may be none either
        count = len(found)
        found = _standing(pages, found, least)
    return found


def _standing(pages: Sequence[Page], found: Running, least: float) -> Running:
    """Those that stand on enough pages, apart from the text, and wherever the one does that is next to them at the edge."""
    apart: defaultdict[Head, list[bool]] = defaultdict(list)
    outer: defaultdict[Head, set[Head]] = defaultdict(set)
    for each in pages:
        before: Head | None = None
        for row, is_apart in _reached(each, found):
            if head := found.get(_said(row)):
                apart[head].append(is_apart or head.counts)
                if before and before.kind is head.kind:
                    outer[head].add(before)
            before = head
    return {
        text: head
        for text, head in found.items()
        if len(apart[head]) >= least
        and sum(apart[head]) * 2 > len(apart[head])
        and all(len(apart[head]) >= _TOGETHER * len(apart[other]) for other in outer[head] if other != head)
    }


def without_running(given: Page, heads: Running) -> Page:
    """The page without its running heads, feet and page number."""
    gone = {id(row) for row, _ in _reached(given, heads)}
    body, aside, notes = (
        tuple(row for row in part if id(row) not in gone) for part in (given.body, given.aside, given.notes)
    )
    return replace(given, body=body, aside=aside, notes=notes)


def stated(sheet: Sheet) -> tuple[Sheet, Iterator[tuple[str, ParagraphKind]]]:
    """The sheet without what the file itself calls running heads and feet, and those."""
    own = Sheet([piece for piece in sheet.pieces if piece.margin], [], [], sheet.width, sheet.height)
    sheet = Sheet(
        [piece for piece in sheet.pieces if not piece.margin], sheet.rules, sheet.images, sheet.width, sheet.height
    )
    kinds = ((row.text, _kind(row.y > sheet.height / 2)) for row in rows(own) if not _is_number(row))
    return sheet, kinds


def _repeated(pages: Sequence[Page], least: float) -> Iterator[tuple[Head, set[str]]]:
    """What stands on enough pages at the same height, and all that it says there."""
    seen: defaultdict[tuple[str, bool], dict[int, _Seen]] = defaultdict(dict)
    for number, each in enumerate(pages):
        for row in _at_edge(each):
            key = (_NUMBER.sub("0", _said(row)).casefold(), row.y > each.sheet.height / 2)
            seen[key].setdefault(number, _Seen(number, _said(row), row.y, _is_paged(row)))
    for (_, is_above), places in seen.items():
        every = list(places.values())
        alike = [
            each
            for place, each in enumerate(every)
            if any(each.goes_on(other) for other in (*every[max(0, place - 1) : place], *every[place + 1 : place + 2]))
        ]
        level = _level(alike)
        if len(level) >= least and not PAGE_NUMBER.fullmatch(level[0].text):
            texts = {each.text for each in level}
            yield Head(level[0].text, _kind(is_above), counts=len(texts) > 1), texts


def _level(seen: Sequence[_Seen]) -> list[_Seen]:
    """Those at the height where most of them stand."""
    levels = [[other for other in seen if abs(other.y - each.y) <= _LEVEL] for each in seen]
    return max(levels, key=len, default=[])


def _reached(given: Page, heads: Iterable[str]) -> Iterator[tuple[Row, bool]]:
    """The running heads and feet and page numbers of a page from its edges on, each with whether it stands apart from the text."""
    for edge in _edges(given):
        taken: list[Row] = []
        for row in edge:
            if not (_said(row) in heads or _is_number(row)):
                break
            taken.append(row)
        following = edge[len(taken)] if len(taken) < len(edge) else None
        for row in taken:
            size = max(segment.size for segment in row.segments)
            is_far = following is None or abs(taken[-1].y - following.y) > _APART * size
            yield row, len(taken) > 1 or is_far
    ordered = sorted((*given.body, *given.notes, *given.aside), key=lambda row: row.y)
    outer = {id(row) for row in (*ordered[:_EDGE], *ordered[-_EDGE:])}
    for row in given.aside:
        if _said(row) in heads or (_is_number(row) and id(row) in outer):
            yield row, True


def _edges(given: Page) -> tuple[list[Row], list[Row]]:
    """The rows from the upper edge down and from the lower edge up, with the first that is of the text in any case."""
    ordered = sorted((*given.body, *given.notes), key=lambda row: -row.y)
    middle = given.sheet.height / 2
    upper = [row for row in ordered[: _EDGE + 1] if row.y > middle]
    return upper, [row for row in ordered[: -_EDGE - 2 : -1] if row.y <= middle]


def _at_edge(given: Page) -> list[Row]:
    return [*(row for edge in _edges(given) for row in edge[:_EDGE]), *given.aside]


def _said(row: Row) -> str:
    return " ".join(row.text.split())


def _is_paged(row: Row) -> bool:
    """Whether a row may have the page's number in it."""
    apart = any(PAGE_NUMBER.fullmatch(segment.text.strip()) for segment in row.segments)
    return apart or bool(_PAGED.search(row.text))


def _is_number(row: Row) -> bool:
    return bool(PAGE_NUMBER.fullmatch(row.text.strip()))


def _kind(is_above: bool) -> ParagraphKind:  # noqa: FBT001 - it is all that it takes
    return ParagraphKind.HEADER if is_above else ParagraphKind.FOOTER
