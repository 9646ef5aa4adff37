"""What is found in a text: which kind, where, how sure, and what should be known of it. Values only."""

from dataclasses import dataclass
from enum import StrEnum


class Kind(StrEnum):
    """What a find is."""

    PERSONAL_NUMBER = "personal-number"
    COORDINATION_NUMBER = "coordination-number"
    RESERVE_NUMBER = "reserve-number"
    EMAIL = "email"
    PHONE = "phone"
    ADDRESS = "address"
    BANKGIRO = "bankgiro"
    PLUSGIRO = "plusgiro"
    ACCOUNT = "account"
    IBAN = "iban"
    CASE_NUMBER = "case-number"
    SIGNAL = "signal"
    CHOSEN = "chosen"


#: What points out a person, and is masked unless something else is ordered.
PERSONAL = tuple(kind for kind in Kind if kind not in {Kind.CASE_NUMBER, Kind.SIGNAL, Kind.CHOSEN})


class Mark(StrEnum):
    """What should be known of a find."""

    DUMMY = "dummy"
    WRONG_CHECK = "wrong-check"
    MISREAD = "misread"
    PARTIAL = "partial"
    MAYBE_PHONE = "maybe-phone"
    MAYBE_CLOCK = "maybe-clock"
    MAYBE_REFERENCE = "maybe-reference"
    HOLDS_PERSONAL_NUMBER = "holds-personal-number"


@dataclass(frozen=True)
class Span:
    """A find in a text.

    Attributes:
        kind: what it is.
        start: where it begins, counted in characters.
        end: where it ends.
        is_sure: whether its form leaves no doubt; the others are possible.
        marks: what should be known of it.
        signal: of a word, the code of the signal that it is (``resources/schemes/signals.toml``).
    """

    kind: Kind
    start: int
    end: int
    is_sure: bool = True
    marks: tuple[Mark, ...] = ()
    signal: str = ""


@dataclass(frozen=True)
class Find:
    """A find in a document.

    Attributes:
        span: as in the paragraph's text.
        text: the words themselves.
        paragraph: the paragraph's number.
        page: its page, where there are pages.
    """

    span: Span
    text: str
    paragraph: int
    page: int | None = None
