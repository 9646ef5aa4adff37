"""Formal minutes as tables: decisions, proposals to other bodies, what was put off, attendance. No model takes part.

A proposal is never in the table of decisions, and every row has its quotes from the document.
"""

import dataclasses
import re
import time
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime

from assistant.documents.document import Document
from assistant.errors import DocumentNotMinutes
from assistant.minutes.checks import check
from assistant.minutes.protokoll import (
    Ballot,
    Outcome,
    PartKind,
    Person,
    Point,
    Protokoll,
    Reading,
    Role,
    Section,
    Stated,
)
from assistant.minutes.read import read
from assistant.sentences import sentences
from assistant.tasks.covered import Covered
from assistant.tasks.task import Block, BlockKind, Finding, Provenance, Result, Source, Status
from assistant.version import VERSION
from assistant.wording import Words, ranges

_NOTHING = "–"
#: The number that a point of a decision has in the minutes.
_OWN_NUMBER = re.compile(r"^(?:\d{1,2}|[a-z])[.)] (?=\S)")
_PUT_OFF = {Outcome.TABLED, Outcome.REMITTED}
_NEXT = re.compile(
    r"\b(?:nästa|kommande) (?:ordinarie )?[\w-]{0,30}(?:sammanträde|möte|träff)\w*\b.{0,120}?\d"
    r"|\btill [\w-]{0,30}(?:mötet|sammanträdet) den \d",
    re.IGNORECASE,
)
#: A decision worded so may be a proposal that somebody else decides on; the reader is asked to look.
_SOUNDS_LIKE_A_PROPOSAL = re.compile(
    r"\b(?:föreslå\w*|hemställ\w*|rekommendera\w*|tillstyrk\w*|anhåll\w*)\b", re.IGNORECASE
)
_SHOWN = (PartKind.DECISION, PartKind.PROPOSAL, PartKind.VOTE, PartKind.RESERVATION, PartKind.NOTE, PartKind.SENT_TO)


def minutes(document: Document, language: str = "") -> Result:
    """The tables, each row with its quotes; not yet checked.

    Args:
        document: the minutes.
        language: of the headings, ``sv`` or ``en``; empty means Swedish. What the minutes say stays as worded.

    Raises:
        DocumentNotMinutes: the document does not have the form of minutes at all.
    """
    started = time.monotonic()
    reading = read(document)
    if not reading.meetings:
        raise DocumentNotMinutes(name=document.name)
    work = _Tables(document, Words(language or "sv"))
    for meeting in reading.meetings:
        if len(reading.meetings) > 1 and meeting.front.body:
            work.blocks.append(Block(BlockKind.HEADING, meeting.front.body.text))
        work.add(meeting)
    if reading.appendix:
        work.findings.append(Finding("appendix-not-read", {"which": ranges(reading.appendix)}))
    if reading.outside:
        work.findings.append(Finding("not-in-form", {"which": ranges(reading.outside)}))
    return Result(
        task="minutes",
        documents=(document,),
        language="sv",
        blocks=tuple(work.blocks),
        coverage=_covered(document, reading, work.blocks).coverage(),
        findings=tuple(work.findings),
        provenance=Provenance(
            app=VERSION,
            prompt="minutes@1",
            model="",
            model_sha256="",
            model_imported=False,
            seed=0,
            seconds=round(time.monotonic() - started, 2),
            tokens_read=0,
            tokens_written=0,
            made=datetime.now(UTC).isoformat(timespec="seconds"),
        ),
    )


def _covered(document: Document, reading: Reading, blocks: Sequence[Block]) -> Covered:
    """Which paragraphs the tables rest on, and why they do not rest on the others."""
    covered = Covered(document)
    covered.leave_out(reading.contents, "contents")
    covered.leave_out(reading.appendix, "appendix")
    covered.leave_out(reading.outside, "not-in-form")
    used = {source.paragraph for block in blocks for source in block.sources}
    for section in reading.sections:
        shown = {number for part in section.of(*_SHOWN) for number in part.label.paragraphs}
        covered.leave_out((number for number in section.paragraphs if number not in used | shown), "background")
    return covered


class _Tables:
    """The blocks being made."""

    def __init__(self, document: Document, words: Words) -> None:
        self._document = document
        self._texts = {each.number: each for each in document.paragraphs}
        self._words = words
        self.blocks: list[Block] = []
        self.findings: list[Finding] = []

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
        self._open(meeting)
        self._attendance(meeting)
        self._next(meeting)
        self._remarks(meeting, rows)

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
        if put_off:
            counts.append(words.count("{count} § put off or sent back", "{count} § put off or sent back", put_off))
        said = words("{body}, §§ {sections}: {counts}.", body=body, sections=ranges(numbers), counts=", ".join(counts))
        stated = [front.body] if front.body else [_head(meeting.sections[0])]
        self._block(BlockKind.STATEMENT, said, (), stated)
        when = list(dict.fromkeys(each.text for each in (front.date, front.place) if each))
        if when:
            text = words("Time and place: {when}", when="; ".join(when))
            self._block(BlockKind.STATEMENT, text, (), [each for each in (front.date, front.place) if each])

    def _row(
        self, section: Section, points: Sequence[Point], *, to: bool = False
    ) -> tuple[tuple[str, ...], list[Stated]]:
        """The cells of a § in a table, and what they rest on."""
        worded = [point.stated.text for point in points]
        text = _numbered(worded)
        bodies = ", ".join(dict.fromkeys(point.body for point in points if point.body))
        votes = [self._votes(ballot) for ballot in section.ballots]
        dissent = [
            _first_sentence(part.lines) for part in section.of(PartKind.RESERVATION, PartKind.NOTE) if part.lines
        ]
        sent = [line for part in section.of(PartKind.SENT_TO) for line in part.lines]
        cells = (
            f"§ {section.number}",
            section.title or _NOTHING,
            ", ".join(number.text for number in section.case_numbers) or _NOTHING,
            text,
            *((bodies or self._words("not stated"),) if to else ()),
            "; ".join(votes) or _NOTHING,
            " ".join(each.text for each in dissent) or _NOTHING,
            ", ".join(line.text.rstrip(",") for line in sent) or _NOTHING,
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
        self._heading(heading, heads)
        for section, (cells, stated) in rows:
            places.setdefault(id(section), len(self.blocks))
            self._block(BlockKind.ROW, " | ".join(cells), cells, stated)

    def _open(self, meeting: Protokoll) -> None:
        """Matters tabled or sent back."""
        put_off = [
            (section, point) for section in meeting.sections for point in section.points if point.outcome in _PUT_OFF
        ]
        if not put_off:
            return
        outcomes = {Outcome.TABLED: self._words("tabled"), Outcome.REMITTED: self._words("sent back")}
        self._heading(
            self._words("Put off or sent back"),
            ("§", self._words("Matter"), self._words("What became of it"), self._words("As worded")),
        )
        for section, point in put_off:
            cells = (f"§ {section.number}", section.title or _NOTHING, outcomes[point.outcome], point.stated.text)
            self._block(BlockKind.ROW, " | ".join(cells), cells, [_head(section), point.stated])

    def _attendance(self, meeting: Protokoll) -> None:
        front, words = meeting.front, self._words
        if not (front.people or front.chair or front.secretary or front.adjusters):
            return
        self._heading(words("Attendance"), (words("Name"), words("Party"), words("Capacity"), words("As noted")))
        for person in front.people:
            cells = (person.name, person.party or _NOTHING, self._role(person), person.note or _NOTHING)
            self._block(BlockKind.ROW, " | ".join(cells), cells, [Stated("", person.paragraphs)])
        for role, named in (
            (words("chair"), front.chair),
            (words("secretary"), front.secretary),
            (words("adjuster of the minutes"), front.adjusters),
        ):
            for stated in named:
                cells = (stated.text, _NOTHING, role, _NOTHING)
                self._block(BlockKind.ROW, " | ".join(cells), cells, [stated])

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
            if _NEXT.search(sentence)
        ]
        if found:
            self.blocks.append(Block(BlockKind.HEADING, self._words("Next meeting")))
            for stated in found[:3]:
                self._block(BlockKind.ITEM, stated.text, (), [stated])

    def _remarks(self, meeting: Protokoll, rows: dict[int, int]) -> None:
        for remark in check(meeting):
            place = rows.get(id(remark.section)) if remark.section else None
            self.findings.append(dataclasses.replace(remark.finding, block=place))
        for section in meeting.sections:
            if any(_SOUNDS_LIKE_A_PROPOSAL.search(point.stated.text) for point in section.decisions):
                self.findings.append(
                    Finding("decision-may-be-proposal", {"section": section.number}, rows.get(id(section)))
                )
            if any(not point.is_labelled for point in section.points):
                self.findings.append(
                    Finding("decision-without-label", {"section": section.number}, rows.get(id(section)))
                )

    def _heading(self, text: str, heads: tuple[str, ...]) -> None:
        """A table's heading and its first row, which the program writes: there is nothing to find in the document."""
        self.blocks.append(Block(BlockKind.HEADING, text))
        self.blocks.append(Block(BlockKind.ROW, " | ".join(heads), heads, status=Status.SUPPORTED))

    def _block(self, kind: BlockKind, text: str, cells: tuple[str, ...], stated: Sequence[Stated]) -> None:
        sources = tuple(dict.fromkeys(source for each in stated for source in self._sources(each)))
        self.blocks.append(Block(kind, text, cells, sources, Status.SUPPORTED))

    def _sources(self, stated: Stated) -> Iterator[Source]:
        """The words themselves where they stand in one paragraph, else each paragraph whole."""
        for number in stated.paragraphs:
            paragraph = self._texts[number]
            quote = (
                stated.text
                if stated.text and stated.text in paragraph.text and len(stated.paragraphs) == 1
                else paragraph.text
            )
            yield Source(self._document.name, number, paragraph.page, quote)


def _head(section: Section) -> Stated:
    """The head of a § whole, with its number, title and case numbers."""
    return Stated("", section.heading.paragraphs)


def _numbered(worded: Sequence[str]) -> str:
    """The points of a decision in one cell, numbered where there are several; their own numbers would say it twice."""
    if len(worded) == 1:
        return worded[0]
    return " ".join(f"({number}) {_OWN_NUMBER.sub('', each)}" for number, each in enumerate(worded, 1))


def _first_sentence(lines: Sequence[Stated]) -> Stated:
    """What a reservation or note says first: who, and against what. Its reasons are for the document."""
    line = lines[0]
    return Stated(next(iter(sentences(line.text)), line.text), line.paragraphs)
