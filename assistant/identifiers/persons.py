"""Personnummer, samordningsnummer and reservnummer, with their dates and check digits.

An organisationsnummer has the same form, but its third and fourth digits are 20 or more and so are no month.
"""

import re
from collections.abc import Iterator
from datetime import date
from typing import Final

from assistant.identifiers.found import Kind, Mark, Span
from assistant.identifiers.near import luhn, said

#: Letters that text recognition takes for digits.
_LETTERS_FOR_DIGITS: Final = str.maketrans("OoQlI|SBZ", "000111582")
_DIGIT: Final = r"[\dOoQlI|SBZ]"
_SEPARATOR: Final = r"(?:[ \u00a0]?[-+‐‑‒–—−][ \u00a0]?|[ \u00a0])"
_GAP: Final = r"[ \u00a0.-]?"
_GAPS: Final = re.compile(_GAP[:-1])
_NUMBER: Final = re.compile(
    # What must not stand before it is looked at after its first sign, so that a long text is searched for that sign alone.
    rf"(?P<date>{_DIGIT}(?<![^\W_].)(?<!\d[-/:.].){_DIGIT}(?:{_DIGIT}{{2}})?{_GAP}{_DIGIT}{{2}}{_GAP}{_DIGIT}{{2}})"
    rf"(?P<separator>{_SEPARATOR}?)(?P<last>{_DIGIT}{{4}}|[Xx]{{4}}|\*{{4}})(?![^\W_])(?![-/:.]\d)"
)
#: As forms with a box for each digit give it.
_BOXED: Final = re.compile(r"\d(?<![^\W_].)(?<!\d[ ].)(?: \d){5,7} ?[-+]? ?\d(?: \d){3}(?![^\W_])(?! \d)")
#: A local number for somebody without one; seen as YYYYMMDD T, a letter, a digit and a letter.
_RESERVE: Final = re.compile(r"((?:1(?<!\w.)[89]|2(?<!\w.)[01])\d{6})[- ]?T[A-Z]\d[A-Z](?!\w)")
_SAYS_PERSON: Final = re.compile(
    r"person-?n(?:umme)?r|pers\.? ?nr|p\.?nr\b|samordningsn|\bfödd|födelse|\bid-?n(?:umme)?r"
)
_SAYS_PHONE: Final = re.compile(r"\btel|mobil|\bmob\b|\bring\b|\bsms\b|\bfax|nås på")
_SAYS_REFERENCE: Final = re.compile(r"\bocr\b|faktura|referens|kundn|artikel|order|kvitto|serien|streckkod")
_MOBILE: Final = re.compile(r"07[02369]")
_CENTURIES: Final = {"18", "19", "20"}
#: What forms are filled with to show how.
_SHOWN: Final = {"0000", "1111", "1234", "9999"}
_COORDINATION: Final = 60
_OLDEST: Final = 125
_SHORT = 6
_HOURS, _MINUTES = 24, 60
#: A time stands after a date in names of files and logs; who was born earlier than this is not met as a time.
_CLOCK_FROM: Final = 2005


def detect(text: str, today: date | None = None) -> Iterator[Span]:
    """The numbers of persons in a text. Those with a wrong check digit are possible: a digit may have been miswritten."""
    now = today or date.today()  # noqa: DTZ011 - the user's own day
    for match in _NUMBER.finditer(text):
        found = _judged(text, match, now)
        if found:
            yield found
    for match in _BOXED.finditer(text):
        joined = match.group().replace(" ", "")
        if (apart := _NUMBER.fullmatch(joined)) and (found := _judged(joined, apart, now)) and not found.marks:
            yield Span(found.kind, *match.span(), is_sure=False)
    for match in _RESERVE.finditer(text):
        if _born(match.group(1)[:4], match.group(1)[4:]):
            yield Span(Kind.RESERVE_NUMBER, *match.span(), is_sure=False)


def _judged(text: str, match: re.Match[str], today: date) -> Span | None:
    written = _GAPS.sub("", match.group("date"))
    figures = written.translate(_LETTERS_FOR_DIGITS)
    day = int(figures[-2:])
    kind = Kind.COORDINATION_NUMBER if day > _COORDINATION else Kind.PERSONAL_NUMBER
    month_and_day = figures[-4:-2] + f"{day % _COORDINATION if day > _COORDINATION else day:02d}"
    if not _is_date(figures, month_and_day, match.group("separator"), today):
        return None
    last = match.group("last")
    if not last[0].isalnum() or last[0] in "Xx":
        return Span(kind, *match.span(), is_sure=False, marks=(Mark.PARTIAL,))
    number = figures[-6:] + last.translate(_LETTERS_FOR_DIGITS)
    misread = not (written + last).isdecimal()
    is_right = luhn(number)
    if not is_right and not _may_be_wrong(text, match, misread=misread):
        return None
    if misread and sum(not char.isdecimal() for char in written + last) > 3:  # noqa: PLR2004 - then it is a word
        return None
    marks = [mark for mark, holds in ((Mark.MISREAD, misread), (Mark.WRONG_CHECK, not is_right)) if holds]
    doubt = _doubt(text, match) if is_right else None
    if doubt is Mark.MAYBE_PHONE and said(_SAYS_PHONE, text, match.start()):
        return None
    marks += [doubt] if doubt else []
    if _is_dummy(number, is_right=is_right):
        marks.append(Mark.DUMMY)
    return Span(kind, *match.span(), is_sure=is_right and not misread and not doubt, marks=tuple(marks))


def _is_date(figures: str, month_and_day: str, separator: str, today: date) -> bool:
    """Whether the figures are a day on which somebody may have been born; the day may be a neighbouring one."""
    if len(figures) > _SHORT:
        year = figures[:4]
        born = _born(year, month_and_day) if year[:2] in _CENTURIES else None
    else:
        # A hyphen until the year of becoming 100, then a plus.
        years = [f"{century}{figures[:2]}" for century in ("20", "19", "18")]
        least = 100 if "+" in separator else 0
        born = next(
            (day for year in years if (day := _born(year, month_and_day)) and 0 <= today.year - day.year - least < 101),  # noqa: PLR2004
            None,
        )
    return born is not None and born <= today and today.year - born.year <= _OLDEST


def _born(year: str, month_and_day: str) -> date | None:
    try:
        return date(int(year), int(month_and_day[:2]), int(month_and_day[2:4]))
    except ValueError:
        return None


def _may_be_wrong(text: str, match: re.Match[str], *, misread: bool) -> bool:
    """Whether a number with a wrong check digit is likely to be one all the same."""
    if said(_SAYS_PERSON, text, match.start()):
        return True
    separator, written = match.group("separator"), match.group("date")
    has_gaps = _GAPS.search(written) is not None
    if misread or (has_gaps and not separator.strip()) or (len(written) == _SHORT and not separator.strip()):
        return False  # any ten digits, or a date and a number
    return (separator == "" or bool(separator.strip())) and not _is_clock(match)


def _is_clock(match: re.Match[str]) -> bool:
    """Whether it may be a date and a time."""
    written, last = _GAPS.sub("", match.group("date")), match.group("last")
    if len(written) == _SHORT or not (written + last).isdecimal() or int(written[:4]) < _CLOCK_FROM:
        return False
    return int(last[:2]) < _HOURS and int(last[2:]) < _MINUTES


def _doubt(text: str, match: re.Match[str]) -> Mark | None:
    """What else a number with a right check digit may be."""
    if said(_SAYS_PERSON, text, match.start()):
        return None
    if _is_clock(match):
        return Mark.MAYBE_CLOCK
    if match.group("separator") or len(match.group("date")) > _SHORT:
        return None
    if said(_SAYS_REFERENCE, text, match.start()):
        return Mark.MAYBE_REFERENCE
    return Mark.MAYBE_PHONE if _MOBILE.match(match.group()) else None


def _is_dummy(number: str, *, is_right: bool) -> bool:
    """Whether it looks like what forms and tests are filled with: 121212-1212, 111111-1111, or no number of its own."""
    pair = number[:2]
    repeated = number[:6] == pair * 3 and (number[6:] == pair * 2 or len(set(number[6:])) == 1)
    return repeated or number[6:9] == "000" or (not is_right and number[6:] in _SHOWN)
