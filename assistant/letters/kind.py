"""What a type of letter is: its fields, its parts and its checks, in Swedish and English. Values only; ``read.py`` reads them."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Final, TypeVar

TONES: Final = ("formal", "friendly", "firm")
#: Checks that a type can ask for: what the law asks of a letter with a decision.
CHECKS: Final = frozenset({"decision"})
#: One text for each language.
Texts = Mapping[str, str]

_N = TypeVar("_N", "Field", "Part")


class FieldKind(StrEnum):
    """What a field holds, and so which values are right."""

    TEXT = "text"
    LINES = "lines"
    DATE = "date"
    TIME = "time"
    CASE_NUMBER = "case-number"
    EMAIL = "email"
    CHOICE = "choice"
    LIST = "list"
    POINTS = "points"


#: Fields of several values: listed as they are, or worded as running text.
SEVERAL: Final = frozenset({FieldKind.LIST, FieldKind.POINTS})


class Reads(StrEnum):
    """What of an incoming letter, or of the computer, can fill a field."""

    NOTHING = ""
    SENDER = "sender"
    ADDRESS = "address"
    CASE_NUMBER = "case-number"
    DATE = "date"
    DEADLINE = "deadline"
    MATTER = "matter"
    NAME = "name"
    TODAY = "today"


class Fill(StrEnum):
    """How a part of a letter comes about."""

    FIXED = "fixed"
    LISTED = "listed"
    WRITTEN = "written"


@dataclass(frozen=True)
class Field:
    """One thing that a letter needs to know.

    Attributes:
        name: as templates and files of facts call it.
        label: as people call it.
        kind: what it holds.
        is_required: without it the letter says visibly that it is missing.
        pattern: a regular expression that the whole value must match, besides its kind; empty for none.
        choices: for ``choice``, each value and what it is called.
        reads: what of the incoming letter gives it, or the computer.
        default: what stands there when nobody says anything else; none where it is empty.
        when: needed only when these hold; see ``Part.when``.
    """

    name: str
    label: Texts
    kind: FieldKind = FieldKind.TEXT
    is_required: bool = False
    pattern: str = ""
    choices: Mapping[str, Texts] = field(default_factory=dict)
    reads: Reads = Reads.NOTHING
    default: Texts = field(default_factory=dict)
    when: tuple[str, ...] = ()


@dataclass(frozen=True)
class Part:
    """One part of a letter, in the order that they stand.

    Attributes:
        name: as templates call it: ``{{part.NAME}}``.
        label: as people call it.
        fill: how it comes about.
        heading: over it; none where it is empty.
        text: of a fixed part, and of what stands before a list: a sentence a line (one that begins with ``/`` on a new line in
            the letter too), a blank line between paragraphs, ``$field`` for a field. By language, or by language and tone
            (``sv.friendly``). A sentence with an optional field that is not known is left out.
        field: the field whose values are listed or worded.
        prompt: of a written part, by which it is worded.
        retells: a written part without points of the user's own retells the documents.
        when: it stands there only when each of these holds: ``name`` (known), ``!name`` (not known), ``name=value``.
    """

    name: str
    label: Texts
    fill: Fill
    heading: Texts = field(default_factory=dict)
    text: Texts = field(default_factory=dict)
    field: str = ""
    prompt: str = ""
    retells: bool = False
    when: tuple[str, ...] = ()

    def text_in(self, language: str, tone: str) -> str:
        """Its text in a language, in the tone if there is one of its own."""
        return self.text.get(f"{language}.{tone}", self.text.get(language, ""))


@dataclass(frozen=True)
class Kind:
    """A type of letter.

    Attributes:
        id: its name on the command line and in files.
        version: raised when it changes; a draft says by which it was made.
        name: what people call it.
        purpose: when it is used, in a sentence.
        also: other names that it can be asked for by.
        tone: the tone when none is chosen.
        answers: whether it answers what the incoming letter asks, so that each question is followed up.
        checks: which of ``CHECKS`` it is held to.
        fields: what it needs to know, in the order that it is asked for.
        parts: what it is made of.
        folder: where its templates are.
    """

    id: str
    version: int
    name: Texts
    purpose: Texts
    fields: tuple[Field, ...]
    parts: tuple[Part, ...]
    also: tuple[str, ...] = ()
    tone: str = "formal"
    answers: bool = False
    checks: tuple[str, ...] = ()
    folder: str = ""

    @property
    def stamp(self) -> str:
        """What a draft's provenance says: ``letter/svar@1``."""
        return f"letter/{self.id}@{self.version}"

    @property
    def main(self) -> Field | None:
        """The field that takes what the user says in running words: the first that is worded."""
        return next((each for each in self.fields if each.kind is FieldKind.POINTS), None)

    def field(self, name: str) -> Field:
        """The field with that name.

        Raises:
            KeyError: there is none.
        """
        return _named(self.fields, name)

    def part(self, name: str) -> Part:
        """The part with that name.

        Raises:
            KeyError: there is none.
        """
        return _named(self.parts, name)


def _named(among: Sequence[_N], name: str) -> _N:
    for each in among:
        if each.name == name:
            return each
    raise KeyError(name)


_DATE: Final = (
    r"\d{4}-\d{2}-\d{2}",
    r"(?:den )?\d{1,2} (?:januari|februari|mars|april|maj|juni|juli|augusti|september|oktober|november|december) \d{4}",
    r"\d{1,2} (?:January|February|March|April|May|June|July|August|September|October|November|December) \d{4}",
)
_KINDS: Final = {
    FieldKind.DATE: re.compile("|".join(_DATE)),
    FieldKind.TIME: re.compile(r"(?:kl\.? ?)?\d{1,2}[.:]\d{2}(?:\s*[-–]\s*\d{1,2}[.:]\d{2})?"),
    FieldKind.CASE_NUMBER: re.compile(r"(?=.*\d)[\wÅÄÖåäö][\w./:–\- ]{2,39}"),
    FieldKind.EMAIL: re.compile(r"[^\s@]+@[^\s@]+\.[^\s@.]+"),
}


def is_right(wanted: Field, value: str) -> bool:
    """Whether a value is one that the field can have."""
    if not value.strip() or ("\n" in value and wanted.kind is not FieldKind.LINES):
        return False
    if wanted.kind is FieldKind.CHOICE:
        return value in wanted.choices
    if wanted.kind in _KINDS and not _KINDS[wanted.kind].fullmatch(value.strip()):
        return False
    return not wanted.pattern or re.fullmatch(wanted.pattern, value.strip()) is not None
