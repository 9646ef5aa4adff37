"""Dates: forms that can be misread, and two forms beside each other in running text."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from assistant.review.reading import Read
from assistant.review.remark import Remark, Rule

_MONTHS: Final = "januari februari mars april maj juni juli augusti september oktober november december".split()
_MONTH: Final = "|".join(_MONTHS)
_SHORT_MONTHS: Final = {name[:3]: name for name in _MONTHS} | {"sept": "september", "febr": "februari"}
_ISO: Final = re.compile(r"(?<![\w/:-])(\d{4})-(\d{2})-(\d{2})(?![\w/:-]*\d)")
_WORDS: Final = re.compile(rf"\b(?:den\s+)?(\d{{1,2}})\s+(?:{_MONTH})\b(?:\s+\d{{4}})?", re.IGNORECASE)
#: Forms to be told wherever they stand, with the groups year, month and day.
_UNCLEAR: Final = (
    # 3/5 2025, 3/5-25, den 3/5
    re.compile(r"(?<![\w/:-])(?P<day>\d{1,2})/(?P<month>\d{1,2})(?:\s*[-–]\s*|\s+|/)(?P<year>(?:20)?\d{2})(?![\w/-])"),
    re.compile(
        r"(?i:(?<=\bden )|(?<=senast )|(?<=före )|(?<=efter )|(?<=innan )|(?<=från )|(?<=\bses )|(?<=dagen )"
        r"|(?<=\bdatum )|(?<=\btill ))"
        r"(?P<day>\d{1,2})/(?P<month>\d{1,2})(?![\w/-])"
    ),
    # 26-04-12
    re.compile(r"(?<![\w-])(?P<year>\d{2})-(?P<month>[01]\d)-(?P<day>[0-3]\d)(?![\w-])"),
    # 2025.05.03, 2025/05/03
    re.compile(r"(?<![\w.])(?P<year>(?:19|20)\d{2})[./](?P<month>\d{2})[./](?P<day>\d{2})(?!\w|\.\d)"),
    # 03.05.2025, 03-05-2025
    re.compile(r"(?<![\w.-])(?P<day>\d{1,2})[.-](?P<month>\d{1,2})[.-](?P<year>(?:19|20)\d{2})(?![\w-])"),
    # den 3:e maj, den 3:dje maj
    re.compile(
        rf"\b(?P<day>\d{{1,2}})(?::?(?:e|a|dje|de))\s+(?P<name>{_MONTH})\b(?:\s+(?P<year>\d{{4}}))?", re.IGNORECASE
    ),
    # 3 maj -25
    re.compile(rf"\b(?P<day>\d{{1,2}})\s+(?P<name>{_MONTH})\s*[-–’']\s?(?P<year>\d{{2}})(?!\d)", re.IGNORECASE),
    # 3 jan. 2025, 3 dec 2025
    re.compile(
        r"\b(?P<day>\d{1,2})\s+(?P<short>jan|feb|febr|mar|apr|jun|jul|aug|sep|sept|okt|nov|dec)\b\.?(?:\s+(?P<year>\d{4}))?",
        re.IGNORECASE,
    ),
)
#: 250503: six digits alone may be anything, so only after words that want a date.
_SIX: Final = re.compile(r"(?<=\bden )(?P<year>\d{2})(?P<month>[01]\d)(?P<day>[0-3]\d)(?![\w-])")
_MOST_MONTH: Final = 12
_MOST_DAY: Final = 31
_FEWEST_WORDS: Final = 5


@dataclass(frozen=True)
class _Date:
    read: Read
    start: int
    end: int
    proposal: str


def unclear_dates(read: Read) -> Iterator[Remark]:
    """Forms that can be misread, or that are neither *3 maj 2025* nor *2025-05-03*."""
    taken: list[tuple[int, int]] = []
    for pattern in (*_UNCLEAR, _SIX):
        for match in pattern.finditer(read.text):
            if any(match.start() < end and match.end() > start for start, end in taken) or not _is_date(match):
                continue
            taken.append(match.span())
            yield _remark(_Date(read, match.start(), match.end(), _worded(match)), "unclear")


def mixed_dates(reads: Iterable[Read]) -> Iterator[Remark]:
    """The dates of the form that is rarer in running text, when there are two; at as many, those in figures."""
    figures: list[_Date] = []
    words: list[_Date] = []
    for read in reads:
        if not read.is_running or not _is_prose(read):
            continue
        for match in _ISO.finditer(read.text):
            year, month, day = map(int, match.groups())
            if 1 <= month <= _MOST_MONTH and 1 <= day <= _MOST_DAY:
                new = f"{day} {_MONTHS[month - 1]} {year}"
                figures.append(_Date(read, *match.span(), new))
        words += [_Date(read, *match.span(), "") for match in _WORDS.finditer(read.text)]
    if figures and words:
        for date in words if len(figures) > len(words) else figures:
            yield _remark(date, "mixed")


def _is_prose(read: Read) -> bool:
    """A line like *Datum: 2025-05-03* is a field, where dates stand in figures by custom."""
    return any(len(each.words) >= _FEWEST_WORDS and each.is_whole for each in read.sentences)


def _is_date(match: re.Match[str]) -> bool:
    groups = match.groupdict()
    month = int(groups["month"]) if groups.get("month") else 1
    return 1 <= month <= _MOST_MONTH and 1 <= int(groups["day"]) <= _MOST_DAY


def _worded(match: re.Match[str]) -> str:
    """*3 maj 2025*; empty where the year is not told in full, or day and month could change places."""
    groups = match.groupdict()
    year, day = groups.get("year") or "", int(groups["day"])
    if groups.get("name"):
        name = groups["name"].lower()
    elif groups.get("short"):
        name = _SHORT_MONTHS[groups["short"].lower()]
    else:
        name = _MONTHS[int(groups["month"]) - 1]
    if year and len(year) != len("2025"):
        year = f"20{year}"
    return " ".join(filter(None, (str(day), name, year)))


def _remark(date: _Date, reason: str) -> Remark:
    paragraph, text = date.read.paragraph, date.read.text[date.start : date.end]
    return Remark(
        Rule.DATE,
        paragraph.number,
        paragraph.page,
        date.start,
        date.end,
        text,
        {"text": text, "reason": reason},
        date.proposal,
    )


def all_dates(reads: Sequence[Read]) -> Iterator[Remark]:
    """Both kinds of remark."""
    for read in reads:
        yield from unclear_dates(read)
    yield from mixed_dates(reads)
