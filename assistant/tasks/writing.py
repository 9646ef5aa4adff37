"""A model's summary of one document: in one pass when it fits, else part by part, and the notes are brought together.

The quick way reads the beginning and the weightiest sentences of the rest, and its coverage says so.
"""

import math
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from assistant.documents.document import Document, Paragraph
from assistant.documents.split import Passage, line, running, split
from assistant.engine.session import Session
from assistant.engine.templates import Message
from assistant.errors import TextTooLong
from assistant.prompts import Prompt, load
from assistant.tasks.answers import bare, beyond, blocks_of, inline
from assistant.tasks.asking import Asking, about_part
from assistant.tasks.covered import Covered
from assistant.tasks.extract import amount_of, heading_of
from assistant.tasks.lead import lead_of
from assistant.tasks.options import Options
from assistant.tasks.pace import Pace
from assistant.tasks.task import Finding
from assistant.tasks.weigh import Weighed, choose, spread, weigh
from assistant.worker.messages import Progress, Say

#: Tokens of a document read in one pass at most. Measured on meetings: more at once is read slower and used worse.
ONE_PASS = 6_800
#: Tokens of a part. Smaller parts give more notes to merge, larger ones lose the middle.
PART = 2_600
#: Tokens of the beginning that the last prompt sees as it stands: who met, what the document is.
_BEGINNING = 500
#: Tokens of weighty sentences that the quick way reads besides the beginning.
_WEIGHTY = 2_600
#: Tokens that the quick way reads.
MOST_IMPORTANT = _BEGINNING + _WEIGHTY
_NOTE_SENTENCES = 3
#: Against repetition in notes and what is made of them: without it the small model goes round in lists and turns of phrase.
_PENALTY = 1.1

_NUMBERS = {
    "sv": "noll en två tre fyra fem sex sju åtta nio tio elva tolv tretton fjorton".split(),
    "en": "no one two three four five six seven eight nine ten eleven twelve thirteen fourteen".split(),
}


@dataclass
class Made:
    """What has come of a job so far; the answer begins with ``lead``, the document's own words, and goes on with ``text``."""

    lead: str = ""
    text: str = ""
    prompts: list[str] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)


class Writing:
    """One document being summarised by a model."""

    def __init__(
        self,
        document: Document,
        options: Options,
        language: str,
        spoken: str,
        session: Session,
        say: Say,
        covered: Covered,
    ) -> None:
        self._document = document
        self._options = options
        self._language = language
        self._spoken = spoken
        self._session = session
        self._say = say
        self._prompt = load(f"summarise/{options.kind}", language)
        self._paragraphs = running(document.paragraphs)
        self._title = heading_of(document)
        self._made = Made()
        self._asking = Asking(session, language, self._made.prompts)
        self._covered = covered

    @property
    def _room(self) -> int:
        """Tokens of document text that fit beside the longest prompt and its answer."""
        beside = self._session.measure(self._fill(self._prompt, "")) + self._prompt.room
        return min(ONE_PASS, self._session.context - beside)

    def written(self) -> Made:
        """The summary, in the way that was asked for; a document that fits is read whole in any case."""
        if self._fits:
            self._made.lead = self._lead()
            self._finish(self._whole, self._begun(Pace(self._say, 1, self._cost(self._whole))))
            return self._made
        return self._quick() if self._options.depth == "quick" else self._thorough()

    def read_ahead(self) -> None:
        """Read the first question that ``written`` will ask, so that its answer begins at once."""

        def told(done: int, total: int) -> None:
            self._say(Progress("reading", 1, 1, done / max(1, total)))

        self._session.read_ahead(self._first_question(), told)

    def _first_question(self) -> tuple[Message, ...]:
        if self._fits:
            return self._fill(self._prompt, self._whole)
        if self._options.depth == "quick":
            return self._fill(self._prompt, self._most_important())
        parts = self._parts()
        return about_part(self._note_prompt, parts[0], (1, len(parts)))

    @property
    def _whole(self) -> str:
        return Passage(self._paragraphs).text if self._paragraphs else ""

    @property
    def _fits(self) -> bool:
        """Whether one pass reads it all."""
        return self._session.count(self._whole) <= self._room

    @property
    def _note_prompt(self) -> Prompt:
        return load("summarise/part", self._language)

    def _parts(self) -> tuple[Passage, ...]:
        return split(self._paragraphs, min(PART, self._room), self._session.count)

    def _thorough(self) -> Made:
        """Read everything part by part, and then the notes."""
        self._made.lead = self._lead()
        parts, note = self._parts(), self._note_prompt
        costs = [Pace.cost_of(self._session.count(part.text), note.room) for part in parts]
        last = 0 if self._made.lead else Pace.cost_of(_BEGINNING + len(parts) * note.room, self._prompt.room)
        pace = self._begun(Pace(self._say, len(parts) + bool(last), sum(costs) + last))
        notes = [
            self._note(note, part, (number, len(parts)), pace, cost) or self._named_as_failed(part)
            for number, (part, cost) in enumerate(zip(parts, costs, strict=True), 1)
        ]
        if self._options.kind == "general":
            self._gather(note, notes, pace)
        else:
            self._finish(f"{self._opening_text}\n[…]\n{_numbered(self._condensed(note, notes, pace))}", pace)
        return self._made

    def _quick(self) -> Made:
        """Read the beginning and the weightiest sentences of the rest, and say so."""
        text = self._most_important()
        self._finish(text, Pace(self._say, 1, self._cost(text)))
        return self._made

    def _most_important(self) -> str:
        beginning = self._beginning()
        rest = self._paragraphs[len(beginning) :]
        weighed = weigh(rest, self._spoken, self._title)
        chosen = self._fitting(weighed, min(_WEIGHTY, self._room - _BEGINNING))
        self._covered.weigh(self._paragraphs, beginning, chosen)
        return "\n".join([*map(line, beginning), "[…]", *(sentence.told for sentence in chosen)])

    def _lead(self) -> str:
        """The document's own words begin no summary of another kind, nor one in another language."""
        if self._options.kind != "general" or self._language != self._spoken:
            return ""
        return lead_of(self._paragraphs, self._spoken, self._title)

    def _begun(self, pace: Pace) -> Pace:
        """The pace, once the document's own words have been told: there is something to read while the model reads."""
        if self._made.lead:
            pace.piece(f"{self._made.lead} ")
        return pace

    def _cost(self, text: str) -> int:
        return Pace.cost_of(self._session.count(text), self._prompt.room // 2)

    @property
    def _opening_text(self) -> str:
        return "\n".join(map(line, self._beginning()))

    def _beginning(self) -> tuple[Paragraph, ...]:
        taken, used = [], 0
        for paragraph in self._paragraphs:
            used += self._session.count(line(paragraph)) + 1
            if used > _BEGINNING:
                break
            taken.append(paragraph)
        return tuple(taken)

    def _fitting(self, weighed: Sequence[Weighed], room: int) -> list[Weighed]:
        taken, used = [], 0
        for sentence in sorted(choose(weighed, most=room // 12), key=lambda each: -each.weight):
            size = self._session.count(sentence.told) + 1
            if used + size <= room:
                taken.append(sentence)
                used += size
        return sorted(taken, key=lambda each: each.place)

    def _note(self, prompt: Prompt, part: Passage, place: tuple[int, int], pace: Pace, cost: int) -> str:
        """A note on one part, the ``place[0]``th of ``place[1]``; empty when there is none after the last try.

        No longer than is used: writing takes time.
        """
        most = _NOTE_SENTENCES
        if self._options.kind == "general":
            most = min(most, 1 + math.ceil((self._amount - 1) / place[1]))
        enough = self._enough(most)
        messages = about_part(prompt, part, place)
        answer = self._asking.ask(prompt, messages, pace.part("reading", cost), enough, repeat_penalty=_PENALTY)
        return inline(answer)

    def _named_as_failed(self, part: Passage) -> str:
        """Names a part that has failed; its weightiest sentences stand for it."""
        self._covered.leave_out(part.numbers, "failed")
        self._made.findings.append(Finding("part-failed", {"first": part.numbers[0], "last": part.numbers[-1]}))
        return self._weightiest(part)

    def _weightiest(self, part: Passage) -> str:
        return " ".join(sentence.told for sentence in choose(weigh(part.paragraphs, self._spoken), 2))

    def _condensed(self, prompt: Prompt, notes: Sequence[str], pace: Pace) -> Sequence[str]:
        """Notes few enough for the last prompt, in as many levels as it takes."""
        while self._session.count("\n".join(notes)) > self._room - _BEGINNING:
            paragraphs = [Paragraph(number, note) for number, note in enumerate(notes, 1)]
            groups = split(paragraphs, min(PART, self._room), self._session.count)
            if len(groups) >= len(notes):
                raise TextTooLong(tokens=self._session.count("\n".join(notes)), room=self._room)
            notes = [
                self._note(prompt, group, (number, len(groups)), pace, 0) or self._weightiest(group)
                for number, group in enumerate(groups, 1)
            ]
        return notes

    def _gather(self, note: Prompt, notes: Sequence[str], pace: Pace) -> None:
        """The answer: an opening, then what the notes say, each part in turn. Written anew, they lose topics: decision 0007."""
        if not self._made.lead:
            numbered = _numbered(self._condensed(note, notes, pace))
            self._prompt = load("summarise/opening", self._language)
            values = {"title": self._title, "notes": numbered, "beginning": self._opening_text}
            self._made.lead = self._answer(self._prompt.fill(values), numbered, pace, most=1)
        said = " ".join(map(bare, spread(notes, self._language, self._title, self._amount - 1)))
        pace.piece(f" {said}")
        self._made.text = beyond(said, self._made.lead, self._amount - 1, self._language)

    def _finish(self, text: str, pace: Pace) -> None:
        answer = self._answer(self._fill(self._prompt, text), text, pace)
        lead = self._made.lead
        self._made.text = beyond(answer, lead, max(1, self._amount - 1), self._spoken) if lead else answer

    def _answer(self, messages: Sequence[Message], text: str, pace: Pace, most: int = 0) -> str:
        answer = self._asking.ask(
            self._prompt,
            messages,
            pace.part("writing", self._cost(text)),
            self._enough(most or self._amount),
            aloud=True,
        )
        if not answer:
            self._made.findings.append(Finding("no-answer"))
        return answer

    def _enough(self, most: int) -> Callable[[str], bool]:
        """Ends an answer that has said as many sentences as were asked for, or that repeats itself."""

        def enough(text: str) -> bool:
            said = blocks_of(text, self._options.kind)
            # One more has begun, or the last is whole: a full stop with what follows it.
            return len(said) > most or (len(said) == most and bool(re.search(r"[.!?][\"”)]?\s$", text)))

        return enough

    @property
    def _amount(self) -> int:
        return amount_of(self._document, self._options.length)

    @property
    def _amount_in_words(self) -> str:
        unit = {"sv": ("mening", "meningar"), "en": ("sentence", "sentences")}[self._language]
        if self._options.kind == "bullets":
            unit = {"sv": ("punkt", "punkter"), "en": ("point", "points")}[self._language]
        return f"{_NUMBERS[self._language][self._amount]} {unit[self._amount > 1]}"

    def _fill(self, prompt: Prompt, text: str) -> tuple[Message, ...]:
        return prompt.fill({"title": self._title, "document": text, "amount": self._amount_in_words})


def _numbered(notes: Sequence[str]) -> str:
    return "\n".join(f"{number}. {note}" for number, note in enumerate(notes, 1))
