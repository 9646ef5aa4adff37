"""The tables of formal minutes: decisions, proposals to other bodies, what was put off, what is to be done, attendance.

A proposal is never in the table of decisions, and every row has its quotes from the document. No model takes part.
"""

import dataclasses
import re
from collections.abc import Sequence

from assistant.minutes.checks import check
from assistant.minutes.protokoll import (
    Ballot,
    Outcome,
    PartKind,
    Person,
    Point,
    Protokoll,
    Role,
    Section,
    Stated,
)
from assistant.minutes.tasks import tasks
from assistant.sentences import sentences
from assistant.tasks.tables import NOTHING, Tables
from assistant.tasks.task import BlockKind, Finding
from assistant.wording import Words, ranges

#: The number that a point of a decision has in the minutes.
_OWN_NUMBER = re.compile(r"^(?:\d{1,2}|[a-z])[.)] (?=\S)")
_PUT_OFF = {Outcome.TABLED, Outcome.REMITTED}
_NEXT = re.compile(
    r"\b(?:nästa|kommande) (?:ordinarie )?[\w-]{0,30}(?:sammanträde|möte|träff)\w*\b.{0,120}?\d"
    r"|\btill [\w-]{0,30}(?:mötet|sammanträdet) den \d",
    re.IGNORECASE,
)
#: A heading that says it of the text under it.
_IS_NEXT = re.compile(r"(?:nästa|kommande) (?:ordinarie )?[\w-]{0,30}(?:sammanträde|möte|träff)\w*$", re.IGNORECASE)
#: A decision worded so may be a proposal that somebody else decides on; the reader is asked to look.
_SOUNDS_LIKE_A_PROPOSAL = re.compile(
    r"\b(?:föreslå\w*|hemställ\w*|rekommendera\w*|tillstyrk\w*|anhåll\w*)\b", re.IGNORECASE
)
#: The parts of a § that its rows show.
SHOWN = (PartKind.DECISION, PartKind.PROPOSAL, PartKind.VOTE, PartKind.RESERVATION, PartKind.NOTE, PartKind.SENT_TO)


class FormalTables:
    """Lays out what minutes state."""

    def __init__(self, tables: Tables, words: Words) -> None:
        self._tables = tables
        self._words = words

    def add(self, meeting: Protokoll) -> None:
        """Everything on one meeting."""
        self._overview(meeting)
        rows: dict[int, int] = {}
        decided = [section for section in meeting.sections if section.decisions]
        self._table(
            self._words("Decisions"),
            ("§", self._words("Matter"), self._words("Case number"), self._words("Decision"), *self._heads()),
            [(section, self._row(section, section.decisions)) for section in decided],
            rows,
        )
        proposed = [section for section in meeting.sections if section.proposals]
        self._table(
            self._words("Proposals that another body decides on"),
            (
                "§",
                self._words("Matter"),
                self._words("Case number"),
                self._words("Proposal"),
                self._words("Put to"),
                *self._heads(),
            ),
            [(section, self._row(section, section.proposals, to=True)) for section in proposed],
            rows,
        )
        self._unclear(meeting, rows)
        self._tasks(meeting)
        self._open(meeting)
        self._attendance(meeting)
        self._next(meeting)
        self._remarks(meeting, rows)

    def _unclear(self, meeting: Protokoll, rows: dict[int, int]) -> None:
        """What may be a decision or a proposal, apart from both."""
        unsure = [section for section in meeting.sections if section.unclear]
        self._table(
            self._words("Decision or proposal? Look in the document"),
            ("§", self._words("Matter"), self._words("Case number"), self._words("As worded"), *self._heads()),
            [(section, self._row(section, section.unclear)) for section in unsure],
            rows,
        )

    def _heads(self) -> tuple[str, ...]:
        return self._words("Votes"), self._words("Reservations and notes"), self._words("Sent to")

    def _overview(self, meeting: Protokoll) -> None:
        """A few sentences that the program puts together from the fields."""
        front, words = meeting.front, self._words
        body = front.body.text if front.body else words("The meeting")
        numbers = [section.number for section in meeting.sections]
        decided = sum(bool(section.decisions) for section in meeting.sections)
        proposed = sum(bool(section.proposals) for section in meeting.sections)
        put_off = sum(any(point.outcome in _PUT_OFF for point in section.points) for section in meeting.sections)
        counts = [words.count("{count} § with a decision", "{count} § with decisions", decided)]
        if proposed:
            counts.append(
                words.count(
                    "{count} § with a proposal to another body", "{count} § with proposals to other bodies", proposed
                )
            )
        unsure = sum(bool(section.unclear) for section in meeting.sections)
        if unsure:
            counts.append(words.count("{count} § to look at", "{count} § to look at", unsure))
        if put_off:
            counts.append(words.count("{count} § put off or sent back", "{count} § put off or sent back", put_off))
        said = words("{body}, §§ {sections}: {counts}.", body=body, sections=ranges(numbers), counts=", ".join(counts))
        stated = [front.body] if front.body else [_head(meeting.sections[0])]
        self._tables.add(BlockKind.STATEMENT, said, (), stated)
        when = list(dict.fromkeys(each.text for each in (front.date, front.place) if each))
        if when:
            text = words("Time and place: {when}", when="; ".join(when))
            self._tables.add(BlockKind.STATEMENT, text, (), [each for each in (front.date, front.place) if each])

    def _row(
        self, section: Section, points: Sequence[Point], *, to: bool = False
    ) -> tuple[tuple[str, ...], list[Stated]]:
        """The cells of a § in a table, and what they rest on."""
        text = _numbered([point.stated.text for point in points])
        bodies = ", ".join(dict.fromkeys(point.body for point in points if point.body))
        votes = [self._votes(ballot) for ballot in section.ballots]
        dissent = [
            _first_sentence(part.lines) for part in section.of(PartKind.RESERVATION, PartKind.NOTE) if part.lines
        ]
        sent = [line for part in section.of(PartKind.SENT_TO) for line in part.lines]
        cells = (
            f"§ {section.number}",
            section.title or NOTHING,
            ", ".join(number.text for number in section.case_numbers) or NOTHING,
            text,
            *((bodies or self._words("not stated"),) if to else ()),
            "; ".join(votes) or NOTHING,
            " ".join(each.text for each in dissent) or NOTHING,
            ", ".join(line.text.rstrip(",") for line in sent) or NOTHING,
        )
        labels = [part.label for part in section.of(PartKind.PROPOSAL) if to and part.body and part.label.text]
        ballots = [each for ballot in section.ballots for each in (ballot.stated, *ballot.meaning)]
        stated = [*labels, *(point.stated for point in points), *ballots, *dissent, *sent]
        return cells, [_head(section), *stated]

    def _votes(self, ballot: Ballot) -> str:
        said = self._words("{yes} yes, {no} no", yes=ballot.yes, no=ballot.no)
        return said + (self._words(", {count} abstained", count=ballot.abstained) if ballot.abstained else "")

    def _table(
        self,
        heading: str,
        heads: tuple[str, ...],
        rows: Sequence[tuple[Section, tuple[tuple[str, ...], list[Stated]]]],
        places: dict[int, int],
    ) -> None:
        if not rows:
            return
        self._tables.heading(heading, heads)
        for section, (cells, stated) in rows:
            places.setdefault(id(section), len(self._tables.blocks))
            self._tables.row(cells, stated)

    def _tasks(self, meeting: Protokoll) -> None:
        """What the decisions give somebody to do."""
        words = self._words
        found = [(section, task) for section in meeting.sections for task in tasks(section)]
        if not found:
            return
        self._tables.heading(words("To do"), ("§", words("What"), words("Who"), words("By when")))
        for section, task in found:
            when = task.when or words("not stated")
            self._tables.row((f"§ {section.number}", task.stated.text, task.who, when), [_head(section), task.stated])

    def _open(self, meeting: Protokoll) -> None:
        """Matters tabled or sent back."""
        put_off = [
            (section, point) for section in meeting.sections for point in section.points if point.outcome in _PUT_OFF
        ]
        if not put_off:
            return
        outcomes = {Outcome.TABLED: self._words("tabled"), Outcome.REMITTED: self._words("sent back")}
        self._tables.heading(
            self._words("Put off or sent back"),
            ("§", self._words("Matter"), self._words("What became of it"), self._words("As worded")),
        )
        for section, point in put_off:
            cells = (f"§ {section.number}", section.title or NOTHING, outcomes[point.outcome], point.stated.text)
            self._tables.row(cells, [_head(section), point.stated])

    def _attendance(self, meeting: Protokoll) -> None:
        front, words = meeting.front, self._words
        if not (front.people or front.chair or front.secretary or front.adjusters):
            return
        self._tables.heading(words("Attendance"), (words("Name"), words("Party"), words("Capacity"), words("As noted")))
        for person in front.people:
            cells = (person.name, person.party or NOTHING, self._role(person), person.note or NOTHING)
            self._tables.row(cells, [Stated("", person.paragraphs)])
        for role, named in (
            (words("chair"), front.chair),
            (words("secretary"), front.secretary),
            (words("adjuster of the minutes"), front.adjusters),
        ):
            for stated in named:
                cells = (stated.text, NOTHING, role, NOTHING)
                self._tables.row(cells, [stated])

    def _role(self, person: Person) -> str:
        words = self._words
        return {
            Role.MEMBER: words("member"),
            Role.SERVING: words("serving substitute"),
            Role.SUBSTITUTE: words("substitute, not serving"),
            Role.OTHER: words("also present"),
            Role.ABSENT: words("absent"),
        }[person.role]

    def _next(self, meeting: Protokoll) -> None:
        found = [
            Stated(sentence, line.paragraphs)
            for section in meeting.sections
            for part in section.parts
            for line in part.lines
            for sentence in sentences(line.text)
            if _NEXT.search(sentence) or (_IS_NEXT.match(part.label.text) and re.search(r"\d", sentence))
        ]
        if found:
            self._tables.title(self._words("Next meeting"))
            for stated in found[:3]:
                self._tables.add(BlockKind.ITEM, stated.text, (), [stated])

    def _remarks(self, meeting: Protokoll, rows: dict[int, int]) -> None:
        for remark in check(meeting):
            place = rows.get(id(remark.section)) if remark.section else None
            self._tables.findings.append(dataclasses.replace(remark.finding, block=place))
        for section in meeting.sections:
            doubtful = any(_SOUNDS_LIKE_A_PROPOSAL.search(point.stated.text) for point in section.decisions)
            if doubtful or section.unclear:
                self._tables.findings.append(
                    Finding("decision-may-be-proposal", {"section": section.number}, rows.get(id(section)))
                )
            if any(not point.is_labelled for point in section.points):
                self._tables.findings.append(
                    Finding("decision-without-label", {"section": section.number}, rows.get(id(section)))
                )
            self._tables.findings += [
                Finding("heading-guessed", {"section": section.number, "text": part.label.text}, rows.get(id(section)))
                for part in section.parts
                if part.is_guessed
            ]


def _numbered(worded: Sequence[str]) -> str:
    """The points of a decision in one cell, numbered where there are several; their own numbers would say it twice."""
    if len(worded) == 1:
        return worded[0]
    return " ".join(f"({number}) {_OWN_NUMBER.sub('', each)}" for number, each in enumerate(worded, 1))


def _head(section: Section) -> Stated:
    """The head of a § whole, with its number, title and case numbers."""
    return Stated("", section.heading.paragraphs)


def _first_sentence(lines: Sequence[Stated]) -> Stated:
    """What a reservation or note says first: who, and against what. Its reasons are for the document."""
    line = lines[0]
    return Stated(next(iter(sentences(line.text)), line.text), line.paragraphs)
