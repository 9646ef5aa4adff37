"""What can be looked up word for word: the numbers, amounts, dates, case numbers and names that a text states.

A claim is looked up in the documents in a normal form, so that ``1 000``, ``1000`` and ``1.000`` are the same number and
``3 maj 2025`` the same date as ``2025-05-03``, and nothing else is.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

_MONTHS = {
    name: number
    for names in (
        "januari februari mars april maj juni juli augusti september oktober november december",
        "january february march april may june july august september october november december",
    )
    for number, name in enumerate(names.split(), 1)
}
_SMALL = {
    name: str(number)
    for names in (
        "noll ett två tre fyra fem sex sju åtta nio tio elva tolv",
        "zero one two three four five six seven eight nine ten eleven twelve",
    )
    for number, name in enumerate(names.split())
} | {"en": "1"}
#: "Every third" of a document is a "one in three" of its summary.
_ORDINALS = {
    name: str(number)
    for names in (
        "första andra tredje fjärde femte sjätte sjunde åttonde nionde tionde",
        "first second third fourth fifth sixth seventh eighth ninth tenth",
    )
    for number, name in enumerate(names.split(), 1)
}
_MAGNITUDES = {
    "tusen": "e3", "thousand": "e3",
    "miljon": "e6", "miljoner": "e6", "million": "e6", "millions": "e6", "mn": "e6", "mnkr": "e6", "mkr": "e6",
    "miljard": "e9", "miljarder": "e9", "billion": "e9", "mdkr": "e9", "md": "e9",
}  # fmt: skip
_UNITS = {
    "promille": "‰",
    "per mille": "‰",
    "procent": "%",
    "percent": "%",
    "per cent": "%",
    "%": "%",
    "procentenheter": "pp",
    "percentage points": "pp",
}

_MONTH = "|".join(sorted(_MONTHS, key=len, reverse=True))
_ISO_DATE = re.compile(r"\b(\d{4})-(\d{2})-(\d{2})\b")
_WORDY_DATE = re.compile(
    rf"\b(\d{{1,2}})(?:st|nd|rd|th|:a|:e)?\s+(?:of\s+)?({_MONTH})\b(?:,?\s+(\d{{4}}))?", re.IGNORECASE
)
_ENGLISH_DATE = re.compile(rf"\b({_MONTH})\s+(\d{{1,2}})(?:st|nd|rd|th)?\b(?:,?\s+(\d{{4}}))?", re.IGNORECASE)
# No national format exists; these are shapes seen in real material. Letters and digits joined by - / : and a longer number.
_CASE_NUMBER = re.compile(
    r"\b(?:[A-ZÅÄÖ]{1,5}\d{0,4}[-/:.]?\d{2,4}[-/:]\d{2,6}(?:[-/:]\d{1,6})?(?:/[A-ZÅÄÖ]{1,4})?|\d{2,6}[-/]\d{4}|\d{4}(?:/\d{2})?:[A-ZÅÄÖa-zåäö]{0,4}\d{1,5}|\d+(?:\.\d+)+-\d+-\d{4}|\d{2}[A-ZÅÄÖ]{2}\d{2,6}|(?:19|20)\d{2}[-:]\d{3,6})\b"
)
#: Two years with a dash between are no case number.
_YEARS = re.compile(r"\b((?:19|20)\d{2})-((?:19|20)\d{2})\b")
_MONTH_YEAR = re.compile(rf"\b({_MONTH})\s+(?:of\s+)?((?:19|20)\d{{2}})\b", re.IGNORECASE)
_NUMBER = re.compile(r"(?<![\w,.])[-−–]?\d{1,3}(?:[ .,\u00a0\u202f]\d{3})+(?![\d])(?:,\d+)?|\d+(?:[.,]\d+)?")
_NAME_WORD = re.compile(r"\b(?:[A-ZÅÄÖÉÜÆØ][\w’'-]*(?:[-–][\w]+)*|[a-zåäö]+[A-ZÅÄÖ]\w+)")
_DASHES = re.compile(r"[‐‑‒–—−]")
_SMALL_WORD = re.compile(
    r"\b(" + "|".join(word for word in _SMALL if word not in {"en", "ett", "one"}) + r")\b", re.IGNORECASE
)
_SENTENCE_START = re.compile(r"(?:^|[.!?:…]\s+|\n|[-–—•*]\s+|[\"“”»(]\s*)$")


class ClaimKind(StrEnum):
    """What a claim is; each has its own finding."""

    NUMBER = "number"
    AMOUNT = "amount"
    DATE = "date"
    CASE_NUMBER = "case-number"
    NAME = "name"


@dataclass(frozen=True)
class Claim:
    """Something looked up word for word.

    Attributes:
        kind: what it is.
        text: as written.
        key: its normal form.
        opens: it is the first word of a sentence, where any word has a capital.
    """

    kind: ClaimKind
    text: str
    key: str
    opens: bool = False


def claims(text: str) -> list[Claim]:
    """The claims of a text, in order of kind then place; what a date or case number holds is not listed again as numbers."""
    found: list[Claim] = []
    rest = _DASHES.sub("-", text)
    for pattern, kind in ((_ISO_DATE, ClaimKind.DATE), (_WORDY_DATE, ClaimKind.DATE), (_ENGLISH_DATE, ClaimKind.DATE)):
        rest = _take(rest, pattern, kind, found)
    rest = _take(rest, _MONTH_YEAR, ClaimKind.DATE, found)
    rest = _YEARS.sub(r"\1 \2", rest)
    rest = _take(rest, _CASE_NUMBER, ClaimKind.CASE_NUMBER, found)
    found += _numbers(rest)
    found += _names(rest)
    return found


def is_number(word: str) -> bool:
    """Whether a word is a number, which is looked up as one."""
    return word.lower() in _SMALL


def keys(text: str) -> frozenset[str]:
    """The normal forms of all claims in a document's text, dates also without their year and numbers without their unit."""
    every: set[str] = set()
    for claim in claims(text):
        every.add(claim.key)
        if claim.kind is ClaimKind.DATE:
            every |= _parts_of(claim.key)
        if claim.kind is ClaimKind.AMOUNT:
            every.add(claim.key.split("|")[0])
    every |= {_ORDINALS[word] for word in re.findall(r"[^\W\d_]+", text.lower()) if word in _ORDINALS}
    return frozenset(every)


def _parts_of(date: str) -> set[str]:
    """What a date also says: its year, its year and month, its month and day."""
    parts = date.split("-")
    if len(parts) == 3:  # noqa: PLR2004 - year, month, day
        return {parts[0], "-".join(parts[:2]), "-".join(parts[1:])}
    return {parts[0]} if len(parts[0]) == 4 else set()  # noqa: PLR2004 - a year


def _take(text: str, pattern: re.Pattern[str], kind: ClaimKind, found: list[Claim]) -> str:
    for match in pattern.finditer(text):
        key = _date_key(match) if kind is ClaimKind.DATE else match.group().casefold()
        found.append(Claim(kind, match.group(), key))
    return pattern.sub(lambda match: " " * len(match.group()), text)


def _date_key(match: re.Match[str]) -> str:
    if match.re is _ISO_DATE:
        return match.group()
    if match.re is _MONTH_YEAR:
        return f"{match.group(2)}-{_MONTHS[match.group(1).lower()]:02d}"
    day, month = (match.group(1), match.group(2)) if match.re is _WORDY_DATE else (match.group(2), match.group(1))
    short = f"{_MONTHS[month.lower()]:02d}-{int(day):02d}"
    return f"{match.group(3)}-{short}" if match.group(3) else short


def _numbers(text: str) -> Iterator[Claim]:
    for match in _NUMBER.finditer(text):
        digits = _digits(match.group())
        after = text[match.end() : match.end() + 24].lstrip(" \u00a0\u202f").lower()
        unit = next(
            (key for word, key in (_MAGNITUDES | _UNITS).items() if re.match(rf"{re.escape(word)}(?!\w)", after)), ""
        )
        if unit:
            yield Claim(ClaimKind.AMOUNT, f"{match.group()} {after.split()[0].rstrip('.,;')}", f"{digits}|{unit}")
        else:
            yield Claim(ClaimKind.NUMBER, match.group(), digits)
    for match in _SMALL_WORD.finditer(text):
        yield Claim(ClaimKind.NUMBER, match.group(), _SMALL[match.group().lower()])


def _digits(written: str) -> str:
    """``1 234,50`` and ``1,234.50`` as ``1234.5``; one to three digits after a single separator are decimals unless three."""
    plain = re.sub(r"[ \u00a0\u202f]", "", written).lstrip("-−–")
    if re.fullmatch(r"\d{1,3}(?:[.,]\d{3})+(?:,\d+)?", plain) and not plain.startswith("0"):
        head, _, decimals = plain.partition(",") if "." in plain and "," in plain else (plain, "", "")
        plain = re.sub(r"[.,]", "", head) + (f".{decimals}" if decimals else "")
    plain = plain.replace(",", ".")
    return plain.rstrip("0").rstrip(".") if "." in plain else plain


def _names(text: str) -> Iterator[Claim]:
    for match in _NAME_WORD.finditer(text):
        if match.group().lower() in _SMALL:
            continue
        opens = bool(_SENTENCE_START.search(text[: match.start()][-3:])) or match.start() == 0
        yield Claim(ClaimKind.NAME, match.group(), match.group().casefold(), opens=opens)
