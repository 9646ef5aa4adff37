"""What a review finds: a place, the rule, the facts for its reason, and a wording to accept where one is sure. Values only."""

from dataclasses import dataclass, field
from enum import StrEnum

from assistant.errors import Fact


class Rule(StrEnum):
    """What a remark is about; each has its source and limits in ``resources/review/rules.toml``."""

    LONG_SENTENCE = "long-sentence"
    PASSIVE = "passive"
    NOMINAL = "nominal-style"
    OLD_WORD = "old-word"
    ABBREVIATION = "abbreviation"
    ADDRESS = "address"
    DATE = "date-form"
    HEADING = "heading"
    LIX = "lix"
    LEGAL_TERM = "legal-term"


@dataclass(frozen=True)
class Remark:
    """Something that could be easier to read.

    Attributes:
        rule: which rule.
        paragraph: the paragraph's number.
        page: its page, where there are pages.
        start: where the words begin in the paragraph's text, counted in characters.
        end: where they end.
        text: the words themselves.
        facts: what the reason needs, by name.
        proposal: what can stand there instead; empty where no wording is sure.
    """

    rule: Rule
    paragraph: int
    page: int | None
    start: int
    end: int
    text: str
    facts: dict[str, Fact] = field(default_factory=dict)
    proposal: str = ""


@dataclass(frozen=True)
class Measures:
    """The text in figures.

    Attributes:
        lix: the readability index, 0 for a text without words.
        words: how many words.
        sentences: how many sentences.
        longest: words of the longest sentence.
    """

    lix: int
    words: int
    sentences: int
    longest: int


@dataclass(frozen=True)
class Review:
    """What was found in a text, in order, and its measures."""

    remarks: tuple[Remark, ...]
    measures: Measures
