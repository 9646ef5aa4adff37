"""Minutes, notes and transcripts as tables: what was decided, what is to be done, what was left open, who took part.

Formal minutes are read by their structure, without a model (``formal.py``). What does not have that form is taken as notes or talk:
the program finds what its words say (``heard.py``), and a model, where there is one, reads it whole for an overview and for topics,
and points at what the program may have missed. Without a model there are the tables alone, and that is said.
"""

import re
from dataclasses import replace

from assistant.documents.document import Document, Paragraph
from assistant.documents.split import running
from assistant.engine.session import Session
from assistant.language import detect
from assistant.minutes.entries import Act
from assistant.minutes.hearing import Heard, hear
from assistant.minutes.protokoll import PartKind, Reading, Stated
from assistant.minutes.read import read
from assistant.sentences import sentences
from assistant.tasks.covered import Covered
from assistant.tasks.extract import amount_of, heading_of
from assistant.tasks.formal import SHOWN, FormalTables
from assistant.tasks.heard import HeardTables
from assistant.tasks.listening import Listened, Listening, distinct
from assistant.tasks.options import Options
from assistant.tasks.overview import Known, overview
from assistant.tasks.pointed import Pointed, pointed
from assistant.tasks.provenance import Account
from assistant.tasks.tables import Tables
from assistant.tasks.task import Block, BlockKind, Finding, Result, Status
from assistant.wording import Words, ranges
from assistant.worker.messages import Say

#: Fewer words than this outside the form of minutes are a stray line, not notes.
_FEWEST_WORDS = 25
#: What a text from a meeting calls itself in its name or its first paragraphs.
_OPENING = 4
_MEETING = re.compile(
    r"möte|anteckning|protokoll|sammanträde|avstämning|träff|samtal|\b(?:minutes|notes|meeting|hearing|transcript|session)\b",
    re.IGNORECASE,
)
#: From so many headings on, notes name their topics themselves.
_FEWEST_HEADINGS = 2


def minutes(document: Document, options: Options, session: Session | None, say: Say) -> Result:
    """The tables, each row with its quotes; not yet checked.

    What the document says stays as worded; headings and the overview are in the language ordered, or the document's.

    Raises:
        Stopped: on request.
    """
    return _Making(document, options, None if options.without_model else session, say).made()


def read_ahead(document: Document, options: Options, session: Session, say: Say) -> None:
    """Read what ``minutes`` has a model read first.

    Raises:
        Stopped: on request. What has been read is kept.
    """
    if not options.without_model:
        _Making(document, options, session, say).read_ahead()


class _Making:
    """One document's result being made."""

    def __init__(self, document: Document, options: Options, session: Session | None, say: Say) -> None:
        self._document = document
        self._options = options
        self._spoken = detect(document.text) or "sv"
        self._language = options.language or self._spoken
        self._session = session
        self._say = say
        self._spent = Account(session)
        # The form of formal minutes that is known is the Swedish one.
        self._reading = _of_form(document, read(document)) if self._spoken == "sv" else Reading(())
        self._general = self._general_paragraphs()
        self._heard = hear(document, self._general, self._spoken) if self._general else None
        self._tables = Tables(document)
        self._covered = Covered(document)
        self._words = Words(self._language)
        self._prompts: list[str] = ["minutes@2"]

    def made(self) -> Result:
        """Everything, in the order in which it is read: overview, the minutes' tables, what stands beside them."""
        listened = self._listened()
        if self._heard and not self._reading.meetings:
            HeardTables(self._tables, self._words).count(self._heard)
        self._overview(listened)
        self._formal()
        if self._heard:
            self._lay_out(self._heard, listened)
        return Result(
            task="minutes",
            documents=(self._document,),
            language=self._language if listened else self._spoken,
            blocks=tuple(self._tables.blocks),
            coverage=self._covered.coverage(),
            findings=tuple(self._tables.findings),
            provenance=self._spent.provenance(self._prompts),
        )

    def read_ahead(self) -> None:
        """Read the first part."""
        if self._session:
            self._listening(self._session).read_ahead()

    def _general_paragraphs(self) -> tuple[Paragraph, ...]:
        """What is taken the general way: all of it, or what of minutes does not have their form."""
        every = running(self._document.paragraphs)
        if not self._reading.meetings:
            return every
        outside = set(self._reading.outside)
        for section in self._reading.sections:
            if not any(part.label.paragraphs for part in section.parts):
                outside |= {number for part in section.parts for number in part.paragraphs}
        chosen = tuple(each for each in every if each.number in outside)
        return chosen if sum(len(each.text.split()) for each in chosen) >= _FEWEST_WORDS else ()

    def _listening(self, session: Session) -> Listening:
        return Listening(self._running_text(), self._general, self._language, session, self._say)

    def _running_text(self) -> tuple[Paragraph, ...]:
        """What of formal minutes a model shortens: what each § is about and decides."""
        wanted: set[int] = set()
        for section in self._reading.sections:
            wanted |= set(section.heading.paragraphs)
            for part in section.of(PartKind.SUMMARY, PartKind.DECISION, PartKind.PROPOSAL):
                wanted |= set(part.paragraphs)
        general = {each.number for each in self._general}
        return tuple(each for each in running(self._document.paragraphs) if each.number in wanted - general)

    def _listened(self) -> Listened | None:
        if self._session is None:
            return None
        asked = ["marked"]
        if len(self._headings) < _FEWEST_HEADINGS:
            asked.insert(0, "topics")
        if self._language == "en":  # in Swedish the small model's own opening says nothing
            asked.insert(0, "opening")
        return self._listening(self._session).listen(amount_of(self._document, self._options.length), asked)

    @property
    def _headings(self) -> list[Stated]:
        """The headings that notes stand under, which are their topics."""
        if self._heard is None or self._heard.is_talk:
            return []
        found = dict.fromkeys(said.headed for said in self._heard.said if said.headed.text)
        title = self._document.paragraphs[0].number
        return [each for each in found if each.paragraphs != (title,)]

    def _overview(self, listened: Listened | None) -> None:
        """The model's sentences, or that there are none and why."""
        tables = self._tables
        if listened is None:
            reason = "quick" if self._options.without_model else "no-model"
            # What has the form of minutes is found by its structure, so nothing but the overview is lacking.
            tables.findings.append(Finding("tables-alone", {"reason": reason} if self._general else {}))
            return
        self._prompts += listened.prompts
        amount = amount_of(self._document, self._options.length)
        said, dropped = overview(listened, self._known(), heading_of(self._document), amount, self._language)
        tables.blocks += [Block(BlockKind.STATEMENT, sentence) for sentence in said]
        if dropped:
            tables.findings.append(Finding("overview-left-out", {"count": dropped}))
        for part in listened.failed:
            numbers = [each.number for each in part.paragraphs]
            self._covered.leave_out(numbers, "failed")
            tables.findings.append(Finding("part-failed", {"first": numbers[0], "last": numbers[-1]}))

    def _known(self) -> Known:
        """What the program has found that the overview is held to."""
        decided = [point.stated.text for section in self._reading.sections for point in section.decisions]
        names = {person.name for meeting in self._reading.meetings for person in meeting.front.people}
        if self._heard:
            decided += [entry.stated.text for entry in self._heard.entries if entry.act is Act.DECISION]
            names |= self._heard.names
        return Known(self._document, self._spoken, decided, names)

    def _formal(self) -> None:
        reading, tables = self._reading, self._tables
        for meeting in reading.meetings:
            if len(reading.meetings) > 1 and meeting.front.body:
                tables.title(meeting.front.body.text)
            FormalTables(tables, self._words).add(meeting)
        if reading.meetings:
            self._account()

    def _account(self) -> None:
        """Which paragraphs the tables of minutes rest on, and why they do not rest on the others."""
        reading, covered, findings = self._reading, self._covered, self._tables.findings
        general = {each.number for each in self._general}
        covered.leave_out(reading.contents, "contents")
        covered.leave_out(reading.appendix, "appendix")
        outside = [number for number in reading.outside if number not in general]
        covered.leave_out(outside, "not-in-form")
        used = general | {source.paragraph for block in self._tables.blocks for source in block.sources}
        for section in reading.sections:
            shown = {number for part in section.of(*SHOWN) for number in part.label.paragraphs}
            covered.leave_out((n for n in section.paragraphs if n not in used | shown), "background")
        if reading.appendix:
            findings.append(Finding("appendix-not-read", {"which": ranges(reading.appendix)}))
        if outside:
            findings.append(Finding("not-in-form", {"which": ranges(outside)}))
        if general:
            findings.append(Finding("read-as-notes", {"which": ranges(sorted(general))}))

    def _lay_out(self, heard: Heard, listened: Listened | None) -> None:
        """The tables of what was taken the general way. What the minutes' tables hold already is not said again."""
        is_beside = bool(self._reading.meetings)
        if is_beside:
            heard = self._besides(heard)
        if not (is_beside or _is_of_a_meeting(heard, self._document)):
            self._tables.findings.append(Finding("perhaps-no-meeting"))
        found = pointed(listened.marked, heard, self._spoken) if listened else Pointed((), ())
        if is_beside and (heard.entries or heard.speakers or found.doubtful):
            self._tables.title(self._words("What does not have the form of minutes, read as notes"))
        HeardTables(self._tables, self._words).add(heard, found.doubtful, is_beside=is_beside)
        self._topics(listened)
        self._unfound(found)

    def _besides(self, heard: Heard) -> Heard:
        """Without what the tables of minutes hold already, and without proposals: what became of them is in those tables."""
        stated = {
            (source.paragraph, sentence)
            for block in self._tables.blocks
            for source in block.sources
            for sentence in (source.quote, *sentences(source.quote))
        }
        kept = tuple(
            entry
            for entry in heard.entries
            if entry.act is not Act.PROPOSAL and (entry.said.paragraph, entry.said.text) not in stated
        )
        return replace(heard, entries=kept, people=())

    def _topics(self, listened: Listened | None) -> None:
        """The headings of notes; else the model's, which the checks look up."""
        headings = self._headings
        named = distinct(listened.topics, self._language) if listened else []
        if not headings and not named:
            return
        self._tables.heading(self._words("Topics"), (self._words("Topic"),))
        for each in headings:
            self._tables.row((each.text,), [each])
        self._tables.blocks += [Block(BlockKind.ROW, topic, (topic,)) for topic in named]

    def _unfound(self, found: Pointed) -> None:
        """What the model quotes and the document does not hold, set apart and marked."""
        if not found.unfound:
            return
        self._tables.heading(self._words("Not found in the text"), (self._words("Words of the language model"),))
        self._tables.blocks += [
            Block(BlockKind.ROW, quote, (quote,), status=Status.UNSUPPORTED) for quote in found.unfound
        ]


#: In minutes without § one section of so many decides something.
_OF_SECTIONS = 3


def _of_form(document: Document, reading: Reading) -> Reading:
    """The reading, unless only numbered headings make it look like minutes: with little decided and unadjusted it is notes."""
    texts = {each.number: each.text for each in document.paragraphs}
    for section in reading.sections:
        if any("§" in texts[number] for number in section.heading.paragraphs):
            return reading
    sections = list(reading.sections)
    decided = sum(bool(section.points) for section in sections)
    is_adjusted = decided and any(meeting.front.adjusters for meeting in reading.meetings)
    return reading if is_adjusted or (decided and decided * _OF_SECTIONS >= len(sections)) else Reading(())


def _is_of_a_meeting(heard: Heard, document: Document) -> bool:
    """Whether anything says that a text is from a meeting: who took part, who speaks, or what it calls itself."""
    if heard.people or heard.speakers:
        return True
    opening = f"{document.name} {document.title} " + " ".join(each.text for each in document.paragraphs[:_OPENING])
    return bool(_MEETING.search(opening))
