"""Makes paragraphs of a PDF's lines: what belongs together, what is a heading, what runs along on every page."""

import itertools
import re
import statistics
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from assistant.documents.build import Builder
from assistant.documents.document import ParagraphKind

#: Lines at the top and bottom of a page that may be a running head or foot.
_EDGE = 4
#: A running head stands on at least so many pages, and on this share of them.
_FEWEST_PAGES = 2
_SHARE_OF_PAGES = 0.4
#: Points by which a running head may stand higher or lower from page to page.
_LEVEL = 12.0
#: A heading's letters are so much larger than the text's; a bold one may be of the same size.
_LARGER = 1.12
_LONGEST_HEADING = 140
#: A gap between lines of so many times the usual one begins a new paragraph.
_GAP = 1.35
#: A line this much shorter than the column was ended by its writer.
_SHORT = 0.75
_DEEPEST = 4

_ITEM = re.compile(r"\s*(?:[•·▪●○■–—-]|\uf0b7|\d{1,2}[.)]|[a-zåäö]\))\s+(?=\S)")
_BULLET = re.compile(r"\s*[•·▪●○■–—-]\s+|\s*\uf0b7\s*")
_PAGE_NUMBER = re.compile(
    r"(?:sida|sid|page|s\.)?\s*[-–]?\s*\d{1,4}\s*[-–]?(?:\s*(?:\(|/|av|of)\s*\d{1,4}\s*\)?)?$", re.IGNORECASE
)
_HYPHENATED = re.compile(r"([^\W\d_]+)-$")
_SUSPENDED = re.compile(r"\s*(?:och|eller|samt|and|or|respektive)\b")
_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_PAIR = re.compile(r"\b([^\W\d_]+) (?=([^\W\d_]+)\b)")
_LEADERS = re.compile(r"\s*(?:\.\s?){4,}\s*")


@dataclass(frozen=True)
class Line:
    """One line of a page: its text, where it begins (points from the lower left corner), and its letters."""

    text: str
    x: float = 0.0
    y: float = 0.0
    size: float = 10.0
    bold: bool = False


def add_pages(builder: Builder, pages: Sequence[Sequence[Line]]) -> str:
    """Add the pages' paragraphs to a document; returns the largest text of the first page, where it stands out."""
    running = _running(pages)
    for text, kind in running.values():
        if kind is ParagraphKind.HEADER:
            builder.add(text, kind)
    lines = [
        (number, line)
        for number, page in enumerate(pages, 1)
        for place, line in enumerate(page)
        if not _runs(line, place, len(page), running)
    ]
    usual = _usual_size([line for _, line in lines])
    sizes = sorted({round(line.size) for _, line in lines if line.size >= usual * _LARGER}, reverse=True)
    vocabulary = Counter(word.casefold() for _, line in lines for word in _WORD.findall(line.text))
    for number, group in _groups(lines, usual):
        _add(builder, group, number, usual, sizes, vocabulary)
    for text, kind in running.values():
        if kind is ParagraphKind.FOOTER:
            builder.add(text, kind)
    return _largest(pages[0] if pages else (), usual)


def _running(pages: Sequence[Sequence[Line]]) -> dict[str, tuple[str, ParagraphKind]]:
    """Heads and feet by their shape (digits aside), each with its first text."""
    if len(pages) < _FEWEST_PAGES:
        return {}
    seen: Counter[str] = Counter()
    heights: dict[str, list[float]] = {}
    first: dict[str, tuple[str, ParagraphKind]] = {}
    for page in pages:
        shapes = set()
        for place, line in enumerate(page):
            if place < _EDGE or place >= len(page) - _EDGE:
                shape = _shape(line.text)
                kind = ParagraphKind.HEADER if place < len(page) / 2 else ParagraphKind.FOOTER
                first.setdefault(shape, (line.text, kind))
                heights.setdefault(shape, []).append(line.y)
                shapes.add(shape)
        seen.update(shapes)
    most = max(_FEWEST_PAGES, _SHARE_OF_PAGES * len(pages))
    return {
        shape: first[shape]
        for shape, count in seen.items()
        if min(count, _level(heights[shape])) >= most and not _PAGE_NUMBER.match(first[shape][0].strip())
    }


def _level(heights: Sequence[float]) -> int:
    """How many of these stand at the same height: a heading that happens to come last on two pages is no running foot."""
    return max(sum(abs(each - height) <= _LEVEL for each in heights) for height in heights)


def _shape(text: str) -> str:
    return re.sub(r"\s+", " ", re.sub(r"\d+", "0", text)).strip().casefold()


def _runs(line: Line, place: int, count: int, running: dict[str, tuple[str, ParagraphKind]]) -> bool:
    at_edge = place < _EDGE or place >= count - _EDGE
    return at_edge and (_shape(line.text) in running or bool(_PAGE_NUMBER.fullmatch(line.text.strip())))


def _usual_size(lines: Sequence[Line]) -> float:
    sizes: Counter[float] = Counter()
    for line in lines:
        sizes[round(line.size, 1)] += len(line.text)
    return sizes.most_common(1)[0][0] if sizes else 10.0


def _groups(lines: Sequence[tuple[int, Line]], usual: float) -> Iterator[tuple[int, list[Line]]]:
    """The lines of each paragraph, with the page it begins on."""
    column = _column(lines)
    leading = _leading(lines)
    group: list[Line] = []
    began = 1
    before: tuple[int, Line] | None = None
    for number, line in lines:
        if before is not None and not _goes_on(before, (number, line), column, leading, usual):
            yield began, group
            group = []
        if not group:
            began = number
        group.append(line)
        before = (number, line)
    if group:
        yield began, group


def _column(lines: Sequence[tuple[int, Line]]) -> int:
    """Characters of a full line: what nine of ten stay under."""
    lengths = sorted(len(line.text.strip()) for _, line in lines)
    return lengths[len(lengths) * 9 // 10] if lengths else 0


def _leading(lines: Sequence[tuple[int, Line]]) -> float:
    gaps = [
        above.y - line.y
        for (page_above, above), (page, line) in itertools.pairwise(lines)
        if page_above == page and 0 < above.y - line.y < 3 * max(line.size, 1)
    ]
    return statistics.median(gaps) if gaps else 0.0


def _goes_on(before: tuple[int, Line], now: tuple[int, Line], column: int, leading: float, usual: float) -> bool:
    """Whether a line belongs to the paragraph of the line before it."""
    (page_above, above), (page, line) = before, now
    text, start = above.text.strip(), line.text.lstrip()
    if _ITEM.match(line.text) or abs(above.size - line.size) > usual * 0.08:
        return False
    if above.bold != line.bold and (len(text) < column * _SHORT or start[:1].isupper()):
        return False
    if page_above != page:  # over the page break only what is plainly unfinished
        return not text.endswith((".", ":", "!", "?")) and start[:1].islower()
    gap = above.y - line.y
    if leading and gap > leading * _GAP:
        return False
    unfinished = start[:1].islower() or text.endswith("-")
    return unfinished or len(text) >= column * _SHORT or (gap < leading * 0.5 and gap >= 0)


def _add(
    builder: Builder, group: Sequence[Line], page: int, usual: float, sizes: Sequence[int], vocabulary: Counter[str]
) -> None:
    text = _LEADERS.sub(" … ", _mended(_joined(group, vocabulary), vocabulary))
    bullet = _BULLET.match(text)
    if _is_heading(group, text, usual) and not bullet:
        size = round(group[0].size)
        level = 1 + sizes.index(size) if size in sizes else 1 + len(sizes)
        builder.add(text, ParagraphKind.HEADING, level=min(level, _DEEPEST), page=page)
    elif _ITEM.match(group[0].text):
        builder.add(text[bullet.end() :] if bullet else text, ParagraphKind.ITEM, level=1, page=page)
    else:
        builder.add(text, page=page)


def _is_heading(group: Sequence[Line], text: str, usual: float) -> bool:
    if len(text) > _LONGEST_HEADING or not any(char.isalpha() for char in text):
        return False
    if group[0].size >= usual * _LARGER:
        return True
    return all(line.bold for line in group) and len(group) <= 2 and not text.endswith((".", ",", ";"))  # noqa: PLR2004 - a heading seldom takes more than two lines


def _joined(group: Sequence[Line], vocabulary: Counter[str]) -> str:
    text = ""
    for line in group:
        new = line.text.strip()
        broken = _HYPHENATED.search(text)
        if broken and new[:1].islower() and not _SUSPENDED.match(new):
            after = re.match(r"[^\W\d_]+", new)
            hyphenated = f"{broken.group(1)}-{after.group() if after else ''}".casefold()
            # The document's own spelling decides: it may write the word with its hyphen elsewhere.
            text = f"{text}{new}" if hyphenated in vocabulary else f"{text[:-1]}{new}"
        else:
            text = f"{text} {new}".strip()
    return text


def _mended(text: str, vocabulary: Counter[str]) -> str:
    """Words that came apart ("F råga", "bilje tterna") joined where the document has the whole word, and a part stands alone."""

    def join(match: re.Match[str]) -> str:
        first, second = match.groups()
        whole = vocabulary[(first + second).casefold()]
        return (
            first if whole and min(vocabulary[first.casefold()], vocabulary[second.casefold()]) <= 1 else match.group()
        )

    return _PAIR.sub(join, text)


def _largest(lines: Sequence[Line], usual: float) -> str:
    """The title as it is set: the largest letters of the first page, if they stand out."""
    top = max((line.size for line in lines), default=0.0)
    if top < usual * 1.25:
        return ""
    text = " ".join(line.text.strip() for line in lines if line.size > top * 0.97)
    return text if len(text) <= _LONGEST_HEADING and any(char.isalpha() for char in text) else ""
