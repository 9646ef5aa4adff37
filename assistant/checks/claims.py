"""What can be looked up word for word: the numbers, amounts, dates, case numbers and names that a text states.

A claim is looked up in the documents in a normal form, so that ``1 000``, ``1000`` and ``1.000`` are the same number and
``3 maj 2025`` the same date as ``2025-05-03``, and nothing else is.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
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
        "noll ett två tre fyra fem sex sju åtta nio tio elva tolv tretton fjorton femton sexton sjutton arton nitton tjugo",
        (
            "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen"
            " eighteen nineteen twenty"
        ),
    )
    for number, name in enumerate(names.split())
} | {
    name: str(10 * number)
    for names in ("trettio fyrtio femtio sextio sjuttio åttio nittio", "thirty forty fifty sixty seventy eighty ninety")
    for number, name in enumerate(names.split(), 3)
} | {"en": "1"}  # fmt: skip
#: Shares in words.
_SHARES = {
    "hälften": "50|%", "half": "50|%", "tredjedel": "1/3", "tredjedelar": "1/3", "fjärdedel": "25|%", "fjärdedelar": "25|%",
    "quarter": "25|%", "quarters": "25|%", "femtedel": "20|%", "femtedelar": "20|%",
}  # fmt: skip
#: "Every third" of a document is a "one in three" of its summary.
_ORDINALS = {
    name: str(number)
    for names in (
        "första andra tredje fjärde femte sjätte sjunde åttonde nionde tionde",
        "first second third fourth fifth sixth seventh eighth ninth tenth",
    )
    for number, name in enumerate(names.split(), 1)
}
#: How many times a number is meant that stands before a word, and of what.
_MAGNITUDES = {
    "tusen": (3, ""), "thousand": (3, ""), "tkr": (3, "kr"), "miljon": (6, ""), "miljoner": (6, ""), "million": (6, ""),
    "millions": (6, ""), "mn": (6, ""), "m": (6, "kr"), "mnkr": (6, "kr"), "mkr": (6, "kr"), "msek": (6, "kr"), "miljard": (9, ""),
    "miljarder": (9, ""), "billion": (9, ""), "bn": (9, ""), "md": (9, ""), "mdkr": (9, "kr"),
}  # fmt: skip
_UNITS = {
    "kr": "kr", "kronor": "kr", "krona": "kr", "sek": "kr", "promille": "‰", "per mille": "‰", "procent": "%", "percent": "%",
    "per cent": "%", "%": "%", "procentenheter": "pp", "procentenhet": "pp", "percentage points": "pp",
    **dict.fromkeys("minut minuter minuters minute minutes".split(), "min"),
    **dict.fromkeys("timme timmar timmars hour hours".split(), "hour"),
    **dict.fromkeys("dag dagar dagars day days".split(), "day"),
    **dict.fromkeys("vecka veckor veckors week weeks".split(), "week"),
    **dict.fromkeys("månad månader månaders month months".split(), "month"),
    **dict.fromkeys("år års year years".split(), "year"),
}  # fmt: skip
#: An amount with only a magnitude, or with crowns, which are often left out.
_BARE = frozenset(("", "kr"))
#: What a table may count in, as powers of ten: units, thousands, millions.
_COLUMN_UNITS = (0, -3, -6)
#: "5 år", but in "5 miljoner år 2027" the year begins.
_UNIT_WORD = re.compile(r"[ \u00a0\u202f]*(?!år (?:19|20)\d\d)(per cent|per mille|percentage points|[^\W\d_]+|%)")
_YEAR = re.compile(r"(?:19|20)\d{2}")
_PLAIN = re.compile(r"\d+(?:\.\d+)?")

_MONTH = "|".join(sorted(_MONTHS, key=len, reverse=True))
_ISO_DATE = re.compile(r"\b(\d{4})-(\d{2})-(\d{2})\b")
_WORDY_DATE = re.compile(
    rf"\b(\d{{1,2}})(?:st|nd|rd|th|:a|:e)?\s+(?:of\s+)?({_MONTH})\b(?:,?\s+(\d{{4}}))?", re.IGNORECASE
)
_ENGLISH_DATE = re.compile(rf"\b({_MONTH})\s+(\d{{1,2}})(?:st|nd|rd|th)?\b(?:,?\s+(\d{{4}}))?", re.IGNORECASE)
# No national format exists; these are shapes seen in real material. Letters and digits joined by - / : and a longer number.
_CASE_NUMBER = re.compile(
    r"\b(?:[A-ZÅÄÖ]{1,5}\d{0,4}[-/:.]?\d{2,4}[-/:]\d{2,6}(?:[-/:]\d{1,6})?(?:/[A-ZÅÄÖ]{1,4})?|\d{2,6}[-/]\d{4}|\d{4}(?:/\d{2})?:[A-ZÅÄÖa-zåäö]{0,4}\d{1,5}|\d+(?:\.\d+)+-\d+-\d{4}|\d{2}[A-ZÅÄÖ]{2}\d{2,6}|(?:19|20)\d{2}[-:]\d{3,6}|(?:19|20)\d{2}-[A-ZÅÄÖ]{1,5}\d{3,8})\b"
)
#: Two years with a dash between are no case number.
_YEARS = re.compile(r"\b((?:19|20)\d{2})-((?:19|20)\d{2})\b")
_MONTH_YEAR = re.compile(rf"\b({_MONTH})\s+(?:of\s+)?((?:19|20)\d{{2}})\b", re.IGNORECASE)
_NUMBER = re.compile(r"(?<![\w,.])[-−–]?\d{1,3}(?:[ .,\u00a0\u202f]\d{3})+(?![\d])(?:,\d+)?|\d+(?:[.,]\d+)?")
_NAME_WORD = re.compile(r"\b(?:[A-ZÅÄÖÉÜÆØ][\w’'-]*(?:[-–][\w]+)*|[a-zåäö]+[A-ZÅÄÖ]\w+)")
_NAME_FOLLOWS = re.compile(r"[ \u00a0][A-ZÅÄÖÉÜÆØ]")
_DASHES = re.compile(r"[‐‑‒–—−]")
_SMALL_WORD = re.compile(
    r"\b(" + "|".join(word for word in _SMALL if word not in {"en", "ett", "one"}) + r")\b", re.IGNORECASE
)
#: Digits of the longest number that is worked with.
_LONGEST = 40
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
        alone: it is that, and no other word with a capital follows at once.
    """

    kind: ClaimKind
    text: str
    key: str
    opens: bool = False
    alone: bool = False


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
    """Whether a word is a number or the unit of one, which are looked up as such."""
    low = word.lower()
    return low in _SMALL or low in _SHARES or low in _UNITS or low in _MAGNITUDES


def keys(text: str) -> frozenset[str]:
    """The normal forms of all claims in a text; see ``is_known``."""
    every: set[str] = set()
    for claim in claims(text):
        every.add(claim.key)
        if claim.kind is ClaimKind.DATE:
            every |= _parts_of(claim.key)
        if claim.kind is ClaimKind.AMOUNT:
            whole, _, unit = claim.key.partition("|")
            # As it is written, for who leaves the unit out; and in full, for who writes all its noughts.
            every.add(f"~{_written(claim.text)}")
            every |= {f"={whole}"} if unit in _BARE else set()
    every |= {_ORDINALS[word] for word in re.findall(r"[^\W\d_]+", text.lower()) if word in _ORDINALS}
    return frozenset(every)


def is_known(claim: Claim, known: frozenset[str]) -> bool:
    """Whether a number, amount, date or case number is among the keys of a text.

    An amount may stand there without its unit, as in a table that has it in its head; but not with another one.
    """
    if claim.key in known:
        return True
    if claim.kind is ClaimKind.NUMBER:
        return not known.isdisjoint((f"~{claim.key}", f"={claim.key}"))
    if claim.kind is not ClaimKind.AMOUNT:
        return False
    whole, _, unit = claim.key.partition("|")
    if unit not in _BARE:
        return whole in known
    return f"={whole}" in known or any(_scaled(whole, by) in known for by in _COLUMN_UNITS)


def _written(amount: str) -> str:
    """The number of an amount as it is written, without its magnitude."""
    number = _NUMBER.match(amount)
    return _digits(number.group()) if number else _SMALL[amount.split(maxsplit=1)[0].lower()]


def _scaled(digits: str, by: int) -> str:
    """A number times a power of ten, in its normal form."""
    if not _PLAIN.fullmatch(digits) or len(digits) > _LONGEST:
        return digits
    return _digits(f"{Decimal(digits).scaleb(by):f}")


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
        yield _number(text, match, _digits(match.group()))
    for match in _SMALL_WORD.finditer(text):
        yield _number(text, match, _SMALL[match.group().lower()])
    for match in re.finditer(r"[^\W\d_]+", text):
        if match.group().lower() in _SHARES:
            yield Claim(ClaimKind.NUMBER, match.group(), _SHARES[match.group().lower()])


def _number(text: str, match: re.Match[str], digits: str) -> Claim:
    """A number, with its magnitude worked in, and its unit if it has one."""
    power, unit = 0, ""
    first = found = _UNIT_WORD.match(text, match.end())
    if found and (magnitude := _MAGNITUDES.get(found.group(1).lower())):
        power, unit = magnitude
        found = None if unit else _UNIT_WORD.match(text, found.end())
    if found and found.group(1).lower() in _UNITS:
        unit = _UNITS[found.group(1).lower()]
    if not first or not (power or unit) or (unit == "year" and _YEAR.fullmatch(digits)):
        return Claim(ClaimKind.NUMBER, match.group(), digits)
    return Claim(ClaimKind.AMOUNT, text[match.start() : first.end()].strip(), f"{_scaled(digits, power)}|{unit}")


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
        alone = opens and not _NAME_FOLLOWS.match(text, match.end())
        yield Claim(ClaimKind.NAME, match.group(), match.group().casefold(), opens=opens, alone=alone)
