"""The model's part in minutes: it reads each part once, and while the part is in its memory all there is to ask is asked.

What it points at is only pointed at: whether a sentence decides or takes something on is settled by the program
(``minutes/acts.py``), and a quote that does not stand in the document is set apart.
"""

import math
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Final

from assistant.documents.document import Paragraph
from assistant.documents.split import Passage, split
from assistant.engine.session import Session
from assistant.minutes.entries import Act
from assistant.prompts import Prompt, load
from assistant.sentences import topics as stems
from assistant.tasks.answers import blocks_of, inline
from assistant.tasks.asking import Asking, about_part
from assistant.tasks.pace import Pace, Part
from assistant.worker.messages import Progress, Say

#: Tokens of a part; as in summaries, more at once is read slower and used worse.
PART: Final = 2_600
_NOTE_SENTENCES: Final = 3
_PENALTY: Final = 1.1
_TEXT: Final = r'[^"\\\n]'
#: A list of headings, and a list of sentences with what each may be. What the model writes cannot have another shape.
TOPICS: Final = rf'root ::= "[" (text (", " text){{0,4}})? "]"{chr(10)}text ::= "\"" {_TEXT}{{3,70}} "\""'
_MARKED: Final = {
    "sv": ("art", "citat", {"beslut": Act.DECISION, "löfte": Act.ACTION}),
    "en": ("kind", "quote", {"decision": Act.DECISION, "promise": Act.ACTION}),
}
#: Words of a heading at most; what has a speaker or ends like a sentence is copied text.
_LONGEST_HEADING: Final = 8
_SENTENCE: Final = re.compile(r": |[.?!]$")
_QUOTED: Final = re.compile(r'"((?:[^"\\])*)"')


@dataclass(frozen=True)
class Marked:
    """A sentence that the model points at: what it may be, its first words, and the part that they should stand in.

    The first words are enough to find it, and writing takes time.
    """

    act: Act
    quote: str
    part: Passage


@dataclass
class Listened:
    """What has come of reading all parts. ``failed`` are the parts that no note could be had of."""

    opening: str = ""
    notes: list[str] = field(default_factory=list)
    topics: list[str] = field(default_factory=list)
    marked: list[Marked] = field(default_factory=list)
    failed: list[Passage] = field(default_factory=list)
    prompts: list[str] = field(default_factory=list)


class Listening:
    """One meeting being read by a model: minutes, of which it notes what they are about, then notes or talk."""

    def __init__(
        self, formal: Sequence[Paragraph], general: Sequence[Paragraph], language: str, session: Session, say: Say
    ) -> None:
        self._language = language
        self._session = session
        self._say = say
        self._listened = Listened()
        self._asking = Asking(session, language, self._listened.prompts)
        self._note = load("summarise/part", language)
        size = min(PART, self._room)
        self._parts = [*split(formal, size, session.count), *split(general, size, session.count)]
        self._formal = len(split(formal, size, session.count))

    def listen(self, amount: int, asked: Sequence[str]) -> Listened:
        """Read every part and ask about it, for an overview of ``amount`` sentences.

        Args:
            amount: of the overview.
            asked: what is asked about notes and talk, of ``opening``, ``topics`` and ``marked``.

        Raises:
            Stopped: on request.
        """
        writes = self._note.room + sum(load(f"minutes/{name}", self._language).room for name in asked)
        costs = [
            Pace.cost_of(self._session.count(part.text), writes if number >= self._formal else self._note.room)
            for number, part in enumerate(self._parts)
        ]
        pace = Pace(self._say, len(self._parts), sum(costs))
        most = min(_NOTE_SENTENCES, 1 + math.ceil((amount - 1) / max(1, len(self._parts))))
        for number, (part, cost) in enumerate(zip(self._parts, costs, strict=True)):
            under_way = pace.part("reading", cost)
            self._take_note(part, number + 1, most, under_way)
            if "opening" in asked and number == self._formal:
                self._open(part, under_way)
            if "topics" in asked and number >= self._formal:
                self._listened.topics += self._topics(part, under_way)
            if "marked" in asked and number >= self._formal:
                self._listened.marked += self._marked(part, under_way)
            under_way.end()
        return self._listened

    def read_ahead(self) -> None:
        """Read the first part, which is what ``listen`` begins with."""

        def told(done: int, total: int) -> None:
            self._say(Progress("reading", 1, 1, done / max(1, total)))

        if self._parts:
            self._session.read_ahead(about_part(self._note, self._parts[0], (1, len(self._parts))), told)

    @property
    def _room(self) -> int:
        longest = max(self._note.room, load("minutes/marked", self._language).room)
        beside = self._session.measure(self._note.fill(dict.fromkeys(self._note.inputs, "")))
        return self._session.context - beside - 2 * longest

    def _take_note(self, part: Passage, number: int, most: int, under_way: Part) -> None:
        messages = about_part(self._note, part, (number, len(self._parts)))
        answer = self._asking.ask(self._note, messages, under_way, _has(most), repeat_penalty=_PENALTY, goes_on=True)
        if answer:
            self._listened.notes.append(inline(answer))
        else:
            self._listened.failed.append(part)

    def _open(self, part: Passage, under_way: Part) -> None:
        prompt = load("minutes/opening", self._language)
        messages = prompt.fill({"document": part.text})
        self._listened.opening = inline(self._asking.ask(prompt, messages, under_way, _has(1), goes_on=True))

    def _topics(self, part: Passage, under_way: Part) -> list[str]:
        answer = self._listed("topics", part, TOPICS, under_way)
        return list(dict.fromkeys(text.strip() for text in _QUOTED.findall(answer)))

    def _marked(self, part: Passage, under_way: Part) -> list[Marked]:
        _, quote, acts = _MARKED[self._language]
        answer = self._listed("marked", part, marked_grammar(self._language), under_way)
        found = re.findall(rf'"({"|".join(acts)})", "{quote}": "([^"\\]*)"', answer)
        return [Marked(acts[kind], text.strip(), part) for kind, text in dict.fromkeys(found)]

    def _listed(self, name: str, part: Passage, grammar: str, under_way: Part) -> str:
        prompt: Prompt = load(f"minutes/{name}", self._language)
        return self._asking.list_of(prompt, prompt.fill({"document": part.text}), under_way, grammar, _goes_round)


def marked_grammar(language: str) -> str:
    """What the list of sentences looks like, with its words in a language."""
    kind, quote, acts = _MARKED[language]
    kinds = " | ".join(rf'"\"{word}\""' for word in acts)
    return "\n".join(
        (
            r'root ::= "[" (row (",\n" row){0,4})? "]"',
            rf'row ::= "{{\"{kind}\": " kind ", \"{quote}\": \"" {_TEXT}{{8,70}} "\"}}"',
            f"kind ::= {kinds}",
        )
    )


def distinct(topics: Sequence[str], language: str) -> list[str]:
    """The topics of all parts, each once: a sentence is no heading, and one whose words another has says nothing besides it."""
    headings = [
        topic
        for topic in dict.fromkeys(topics)
        if len(topic.split()) <= _LONGEST_HEADING and not _SENTENCE.search(topic)
    ]
    words = {topic: frozenset(stems(topic, language)) for topic in headings}
    kept: list[str] = []
    for place, topic in enumerate(headings):
        others = [words[other] for n, other in enumerate(headings) if n != place]
        is_part = any(words[topic] < other for other in others) or any(words[topic] == words[other] for other in kept)
        if words[topic] and not is_part:
            kept.append(topic)
    return kept


def _has(most: int) -> Callable[[str], bool]:
    """Ends an answer that has said so many sentences."""

    def enough(text: str) -> bool:
        said = blocks_of(text, "general")
        return len(said) > most or (len(said) == most and bool(re.search(r"[.!?][\"”)]?\s$", text)))

    return enough


def _goes_round(text: str) -> bool:
    """Whether a list has begun to say again what it holds."""
    said = [item for item in _QUOTED.findall(text) if len(item) > 2 * len("kind")]
    return len(said) != len(set(said))
