"""What formal minutes state, as values. Everything carries the numbers of the paragraphs that it was read from."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum


@dataclass(frozen=True)
class Stated:
    """Something the minutes state: its words, and the paragraphs where they stand."""

    text: str
    paragraphs: tuple[int, ...]


#: What is not stated anywhere.
UNSTATED = Stated("", ())


class Role(StrEnum):
    """In what capacity somebody took part."""

    MEMBER = "member"
    SERVING = "serving-substitute"
    SUBSTITUTE = "substitute"
    OTHER = "other"
    ABSENT = "absent"
    CHAIR = "chair"
    SECRETARY = "secretary"


@dataclass(frozen=True)
class Person:
    """Somebody on the first page.

    Attributes:
        name: as written, without title and party.
        party: the letters in brackets, else empty.
        role: in what capacity.
        note: all else that is said, as worded: title, whom a substitute serves for, and when.
        sections: the numbers of the § that the person was present at; empty when nothing limits it.
        paragraphs: where it stands.
    """

    name: str
    party: str
    role: Role
    note: str
    sections: frozenset[int]
    paragraphs: tuple[int, ...]

    @property
    def decides(self) -> bool:
        """Whether the person took part in decisions."""
        return self.role in {Role.MEMBER, Role.SERVING}


class PartKind(StrEnum):
    """What a part of a § is. What minutes must hold: kommunallagen (2017:725) 5 kap. 66-67 §§, for nämnder by 6 kap. 35 §."""

    DECISION = "decision"
    PROPOSAL = "proposal"
    SUBMITTED = "submitted"
    EARLIER = "earlier"
    MOTIONS = "motions"
    PROCEDURE = "procedure"
    VOTE = "vote"
    RESERVATION = "reservation"
    NOTE = "note"
    DISQUALIFIED = "disqualified"
    SUMMARY = "summary"
    REASONS = "reasons"
    BASIS = "basis"
    SENT_TO = "sent-to"
    OTHER = "other"


@dataclass(frozen=True)
class Part:
    """A run of text under one label of a §.

    Attributes:
        kind: what it is.
        label: as written, with its paragraph; without text when the text stands before the first label.
        lines: the text, a paragraph each.
        body: whose decision or proposal it is, or the body that a proposal is put to, where the label says so.
        is_guessed: the label is a line of a few words in plain text that was taken for a heading after a decision.
    """

    kind: PartKind
    label: Stated
    lines: tuple[Stated, ...]
    body: str = ""
    is_guessed: bool = False

    @property
    def text(self) -> str:
        """The whole text."""
        return " ".join(line.text for line in self.lines)

    @property
    def paragraphs(self) -> tuple[int, ...]:
        """Where it stands, the label's own paragraph first."""
        return tuple(dict.fromkeys((*self.label.paragraphs, *(n for line in self.lines for n in line.paragraphs))))


class Outcome(StrEnum):
    """What a point under *Beslut* is. A proposal to another body is never a decision in the matter.

    What may be either, and the words do not say which, is unclear: neither a decision nor a proposal, for somebody to look at.
    """

    DECIDED = "decided"
    PROPOSED = "proposed"
    TABLED = "tabled"
    REMITTED = "remitted"
    NOTED = "noted"
    UNCLEAR = "unclear"


@dataclass(frozen=True)
class Point:
    """One point that a § decides or proposes.

    Attributes:
        stated: as worded.
        outcome: what it is.
        body: the body that a proposal is put to; empty when it is not said.
        is_labelled: it stands under a label; else it was found as a sentence in running text.
    """

    stated: Stated
    outcome: Outcome
    body: str = ""
    is_labelled: bool = True


@dataclass(frozen=True)
class Ballot:
    """One vote: the numbers as stated, what each side meant as worded, and how those named voted.

    They voted ja, nej or avstår; an empty word means that it is known that somebody voted and lost how.
    """

    yes: int
    no: int
    abstained: int
    stated: Stated
    meaning: tuple[Stated, ...] = ()
    names: tuple[tuple[str, str], ...] = ()
    names_at: tuple[int, ...] = ()


@dataclass(frozen=True)
class Section:
    """One § of the minutes."""

    number: int
    heading: Stated
    title: str
    case_numbers: tuple[Stated, ...]
    parts: tuple[Part, ...]
    points: tuple[Point, ...] = ()
    ballots: tuple[Ballot, ...] = ()

    def of(self, *kinds: PartKind) -> tuple[Part, ...]:
        """The parts of these kinds, in order."""
        return tuple(part for part in self.parts if part.kind in kinds)

    @property
    def decisions(self) -> tuple[Point, ...]:
        """What the meeting decided."""
        return tuple(point for point in self.points if point.outcome not in {Outcome.PROPOSED, Outcome.UNCLEAR})

    @property
    def proposals(self) -> tuple[Point, ...]:
        """What it proposes that another body decide."""
        return tuple(point for point in self.points if point.outcome is Outcome.PROPOSED)

    @property
    def unclear(self) -> tuple[Point, ...]:
        """What may be decided or proposed."""
        return tuple(point for point in self.points if point.outcome is Outcome.UNCLEAR)

    @property
    def is_adjusted_at_once(self) -> Stated | None:
        """Where the § is declared adjusted immediately (omedelbart justerad), else None."""
        return next((line for part in self.parts for line in part.lines if _is_adjusted_at_once(line.text)), None)

    @property
    def paragraphs(self) -> tuple[int, ...]:
        """All its paragraphs."""
        return (*self.heading.paragraphs, *(number for part in self.parts for number in part.paragraphs))


def _is_adjusted_at_once(text: str) -> bool:
    folded = text.casefold()
    return "omedelbar" in folded and "juster" in folded


@dataclass(frozen=True)
class FrontPage:
    """What stands before the first §. A field that the minutes do not have is None or empty."""

    body: Stated | None = None
    date: Stated | None = None
    place: Stated | None = None
    people: tuple[Person, ...] = ()
    secretary: tuple[Stated, ...] = ()
    chair: tuple[Stated, ...] = ()
    adjusters: tuple[Stated, ...] = ()
    adjustment: Stated | None = None
    notice: Stated | None = None
    range: Stated | None = None

    def having(self, *roles: Role) -> tuple[Person, ...]:
        """The people in these capacities, in order."""
        return tuple(person for person in self.people if person.role in roles)


@dataclass(frozen=True)
class Protokoll:
    """The minutes of one meeting of one body."""

    front: FrontPage
    sections: tuple[Section, ...]


@dataclass(frozen=True)
class Reading:
    """What of a document is minutes, and what of it is not.

    Attributes:
        meetings: one for each meeting that the document holds minutes of; empty when it does not have the form at all.
        contents: paragraphs of a table of contents, page heads in the text, signatures.
        appendix: paragraphs of appendices, whose proposals and § are not the meeting's.
        outside: paragraphs that were not understood, for whoever reads the general way.
    """

    meetings: tuple[Protokoll, ...]
    contents: tuple[int, ...] = ()
    appendix: tuple[int, ...] = ()
    outside: tuple[int, ...] = ()

    @property
    def sections(self) -> Iterator[Section]:
        """Every § of every meeting."""
        return (section for meeting in self.meetings for section in meeting.sections)
