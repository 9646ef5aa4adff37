"""Bankgiro, plusgiro, accounts with their clearing number, and IBAN.

Their digits alone say little (``7483-2023`` may be a case), so words before them, or check digits and form, must agree.
"""

import re
from collections.abc import Iterator
from typing import Final

from assistant.identifiers import persons
from assistant.identifiers.found import Kind, Mark, Span
from assistant.identifiers.near import before, digits, luhn, said

_GIRO: Final = re.compile(r"\d(?<!\w.)(?<!\w[-/:.].)\d{2,3}[ \u00a0]?(?P<dash>[-–‑]?)[ \u00a0]?\d{4}(?!\w)(?![-/:]\d)")
_PLUS: Final = re.compile(
    r"\d(?<!\w.)(?<!\w[-/:.].)(?:\d{0,2}(?:[ \u00a0]\d\d){1,3}|\d{1,6})[ \u00a0]?(?P<dash>[-–‑]?)[ \u00a0]?\d(?!\w)(?![-/:]\d)"
)
_SAYS_BANKGIRO: Final = re.compile(r"bankgiro|\bbg\b|\bb\.g\.")
_SAYS_PLUSGIRO: Final = re.compile(r"plusgiro|postgiro|\bpg\b|\bp\.g\.")
_SAYS_CASE: Final = re.compile(
    r"\bdnr|diarien|\bmål|ärende|beteckning|\bnr:?\s*$|\bsfs\b|\bprop|\blag\b|förordning|telefon|\btel"
)
_YEAR: Final = re.compile(r"(?:19|20)\d\d$")
_IBAN: Final = re.compile(r"[A-Z](?<!\w.)[A-Z]\d\d(?:[ \u00a0]?[A-Z0-9]{4}){2,7}(?:[ \u00a0]?[A-Z0-9]{1,3})?(?!\w)")
#: How long an IBAN is, where it is met in Swedish matters (ISO 13616).
_LENGTHS: Final = {"SE": 24, "NO": 15, "DK": 18, "FI": 18, "DE": 22, "GB": 22, "PL": 28, "EE": 20, "LV": 21, "LT": 20}
_SHORTEST, _LONGEST = 15, 34
#: Only those that begin with 8 have a check digit of their own.
_CLEARING: Final = r"[1-9](?<!\w.)(?<!\w[-/:.].)\d{3}(?:(?<=8\d{3})[-–‑][ \u00a0]?\d)?"
_ACCOUNT: Final = re.compile(
    rf"(?P<clearing>{_CLEARING})(?P<between>[ \u00a0]?[,;/–‑-]?[ \u00a0]?"
    r"(?:(?:konto(?:nummer|nr)?|kto|nr)\.?:?[ \u00a0]?)?)"
    r"(?P<account>\d{6,8}[-–‑][ \u00a0]?\d{4}|\d(?:[ \u00a0.-]?\d){5,10})(?!\w)(?![-/:]\d)",
    re.IGNORECASE,
)
_LONE: Final = re.compile(r"\d(?<!\w.)(?<!\w[-/:.].)(?:[ \u00a0.-]?\d){6,14}(?!\w)(?![-/:]\d)")
_CLEARING_ALONE: Final = re.compile(rf"clearing(?:nummer|nr)?\.?:?[ \u00a0]?({_CLEARING})(?![-–‑]?\d)", re.IGNORECASE)
_SAYS_WHICH: Final = re.compile(
    r"(?P<account>\bkonto(?:t|n|nummer|nr|uppgifter)?\b|bankkonto|lönekonto|sparkonto|personkonto|clearing|\bcl\.?nr|\bkto\b|bank:?\s)"
    r"|(?P<other>giro|\bbg\b|\bpg\b|\biban|telefon|\btel\b|\bdnr|diarien|person-?n|faktura|\bocr\b)"
)
#: Parts of which each word that says an account has one: quickly looked for, where a text is full of numbers.
_IN_ACCOUNT: Final = ("kont", "kto", "cl", "bank")


def ibans(text: str) -> Iterator[Span]:
    """IBAN; a Swedish one with wrong check digits is possible."""
    for match in _IBAN.finditer(text):
        plain = re.sub(r"\s", "", match.group())
        wanted = _LENGTHS.get(plain[:2])
        if not (len(plain) == wanted if wanted else _SHORTEST <= len(plain) <= _LONGEST):
            continue
        is_right = int("".join(str(int(char, 36)) for char in plain[4:] + plain[:4])) % 97 == 1
        if is_right or plain[:2] == "SE":
            yield Span(Kind.IBAN, *match.span(), is_sure=is_right, marks=() if is_right else (Mark.WRONG_CHECK,))


def accounts(text: str) -> Iterator[Span]:
    """Bank accounts, where words say so: with their clearing number, without it, and a clearing number alone."""
    for match in _ACCOUNT.finditer(text):
        if _says_account(text, match):
            holds = any(True for _ in persons.detect(match.group("account")))
            yield Span(Kind.ACCOUNT, *match.span(), marks=(Mark.HOLDS_PERSONAL_NUMBER,) if holds else ())
    for match in _LONE.finditer(text):
        # A person's number that follows such words stands for itself.
        if _says_account(text, match) and not any(True for _ in persons.detect(match.group())):
            yield Span(Kind.ACCOUNT, *match.span())
    for match in _CLEARING_ALONE.finditer(text):
        yield Span(Kind.ACCOUNT, *match.span(1))


def _says_account(text: str, match: re.Match[str]) -> bool:
    """Whether the last word before a number that says which kind it is says that it is an account."""
    told = before(text, match.start())
    if not any(part in told for part in _IN_ACCOUNT):
        return False
    last = max(_SAYS_WHICH.finditer(told), key=re.Match.start, default=None)
    return last is not None and last.lastgroup == "account"


def bankgiros(text: str) -> Iterator[Span]:
    """Bankgiro numbers; without words that say so, those whose check digit is right are possible."""
    for match in _GIRO.finditer(text):
        yield from _giro(text, match, Kind.BANKGIRO, _SAYS_BANKGIRO)


def plusgiros(text: str) -> Iterator[Span]:
    """Plusgiro numbers; without words that say so, those in pairs whose check digit is right are possible."""
    for match in _PLUS.finditer(text):
        yield from _giro(text, match, Kind.PLUSGIRO, _SAYS_PLUSGIRO)


def _giro(text: str, match: re.Match[str], kind: Kind, says: re.Pattern[str]) -> Iterator[Span]:
    if said(says, text, match.start()):
        is_right = luhn(digits(match.group()))
        yield Span(kind, *match.span(), is_sure=is_right, marks=() if is_right else (Mark.WRONG_CHECK,))
        return
    if not match.group("dash"):
        return
    in_pairs = len(re.findall(r"[ \u00a0]\d\d", match.group())) > 1
    is_formed = not _YEAR.search(match.group()) if kind is Kind.BANKGIRO else in_pairs
    if is_formed and luhn(digits(match.group())) and not said(_SAYS_CASE, text, match.start()):
        yield Span(kind, *match.span(), is_sure=False)
