"""Words one part of a letter from its points: the model writes, and the program keeps what says those points and no more.

The model sees the points alone, never the documents, so no text in a document can tell it anything. Each sentence it writes is
looked up in the points: one that says more is left out, and a point that no sentence says stands in its own words.
"""

import dataclasses
import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from assistant import paths
from assistant.checks.check import Checker
from assistant.checks.points import is_form, same_facts, says
from assistant.documents.document import Document, Paragraph
from assistant.engine.engine import Sampling
from assistant.engine.session import Session
from assistant.engine.templates import Message
from assistant.errors import ModelMissing, TextTooLong
from assistant.language import detect
from assistant.prompts import Prompt, load
from assistant.sentences import words
from assistant.tasks.answers import blocks_of, unechoed
from assistant.tasks.answers import whole as untorn
from assistant.tasks.pace import Pace, Part
from assistant.tasks.points import Point, Said, Tried, as_cited, listed, nearest, whole
from assistant.tasks.provenance import Account
from assistant.tasks.task import Block, BlockKind, Coverage, Finding, Result, Status
from assistant.worker.messages import Say

#: How often the points are worded at most, until nothing is left out and nothing lacks.
_TRIES: Final = 2
_RETRY_TEMPERATURE: Final = 0.4
#: Findings that a sentence may have and still stand, marked with them: it may say the same in other words.
_MARKED: Final = frozenset({"words-not-in-source"})
#: What a small model adds to points that do not say it: that it is done already, and *din* before what has another gender or is
#: told as known (*din planen*). A sentence may have such words only where its point has them.
_ADDED: Final = {
    "sv": re.compile(r"\b(?:din|ditt|dina|har|hade|blev|blivit|var|vart)\b", re.IGNORECASE),
    "en": re.compile(r"\b(?:(?:has|have|had) (?:been|\w+ed)|was|were)\b", re.IGNORECASE),
}
#: Points that are worded together at most.
_TOGETHER: Final = 5
#: Whether something is denied is compared by itself.
_DENIALS: Final = frozenset("inte inget ingen inga ej not no none".split())
_CROSS: Final = "change/language"


@dataclass(frozen=True)
class Writing:
    """One part of a letter to be worded.

    Attributes:
        prompt: by which; one for the tone is taken where there is one.
        points: what it is to say, in order.
        language: ``sv`` or ``en``.
        tone: ``formal``, ``friendly`` or ``firm``.
        length: with ``short``, a point stands in its own words where these are fewer.
        attempt: 0, and 1 and up for other wordings.
    """

    prompt: str
    points: tuple[Point, ...]
    language: str
    tone: str = "formal"
    length: str = "medium"
    attempt: int = 0

    @property
    def documents(self) -> tuple[Document, ...]:
        """The points as the documents that they come from, so that what is written can be looked up in them."""
        found: dict[str, dict[int, Paragraph]] = {}
        for each in self.points:
            source = each.source
            paragraph = Paragraph(source.paragraph, source.quote, page=source.page)
            there = found.setdefault(source.document, {}).get(source.paragraph)
            if there:
                paragraph = dataclasses.replace(there, text=f"{there.text} {source.quote}")
            found[source.document][source.paragraph] = paragraph
        return tuple(Document(name, "txt", tuple(each.values())) for name, each in found.items())


def draft(writing: Writing, session: Session | None, say: Say) -> Result:
    """The part's statements, each with its sources and status.

    Raises:
        ModelMissing: there is no session.
        TextTooLong: the points do not fit in the model.
        Stopped: on request.
    """
    if session is None:
        raise ModelMissing(model="")
    return _Wording(writing, session, say).result()


class _Wording:
    """One part being worded."""

    def __init__(self, writing: Writing, session: Session, say: Say) -> None:
        self._writing = writing
        self._session = session
        self._account = Account(session)
        self._say = say
        self._documents = writing.documents
        self._checker = Checker(self._documents)
        self._stamps: list[str] = []
        spoken = detect(" ".join(each.text for each in writing.points))
        self._crosses = spoken is not None and spoken != writing.language

    def result(self) -> Result:
        blocks, findings = self._translated() if self._crosses else self._worded()
        count = sum(len(each.paragraphs) for each in self._documents)
        return Result(
            task="draft",
            documents=self._documents,
            language=self._writing.language,
            blocks=tuple(blocks),
            coverage=Coverage(count, count),
            provenance=self._account.provenance(self._stamps),
            findings=tuple(findings),
        )

    def _worded(self) -> tuple[list[Block], list[Finding]]:
        """The points as running text, some at a time: a small model holds a few together, and loses some of many."""
        prompt = self._prompt()
        self._stamps.append(prompt.stamp)
        points = self._writing.points
        groups = [points[begin : begin + _TOGETHER] for begin in range(0, len(points), _TOGETHER)]
        asked = [prompt.fill({"points": listed(group)}) for group in groups]
        rooms = [prompt.room + 2 * self._session.count(listed(group)) for group in groups]
        costs = [Pace.cost_of(self._session.measure(each), room // 2) for each, room in zip(asked, rooms, strict=True)]
        pace = Pace(self._say, len(groups), sum(costs))
        blocks: list[Block] = []
        findings: list[Finding] = []
        for group, messages, room, cost in zip(groups, asked, rooms, costs, strict=True):
            best = self._best(group, messages, room, pace.part("writing", cost))
            more, found = best.told(group, len(blocks))
            blocks += more
            findings += found
            pace.piece(" ")
        return blocks, findings

    def _best(self, points: Sequence[Point], messages: Sequence[Message], room: int, part: Part) -> Tried:
        """Of some tries the one that lacks and adds least; points that the model has no room for stand in their own words."""
        best: Tried | None = None
        for attempt in range(self._writing.attempt, self._writing.attempt + _TRIES):
            try:
                answer = self._session.ask(
                    messages,
                    room,
                    sampling=self._sampling(attempt),
                    progress=part.reading,
                    piece=part.write if best else part.write_aloud,
                ).text
            except TextTooLong:
                answer = ""
            tried = self._tried(points, as_cited(unechoed(untorn(answer), messages[-1].text), points))
            if best is None or tried.badness < best.badness:
                best = tried
            if not best.badness:
                break
        part.end()
        assert best
        return best

    def _tried(self, points: Sequence[Point], answer: str) -> Tried:
        """An answer, sentence by sentence: what says the points stays, and for each point that nothing says, its own words."""
        language = self._writing.language
        kept: list[Said] = []
        left_out = 0
        for block in blocks_of(answer, "general") if detect(answer) in (None, language) else ():
            plain = dataclasses.replace(block, kind=BlockKind.STATEMENT)
            checked, found = self._checker.block(plain, 0, language, answer)
            point = nearest(block.text, points, language)
            is_wrong = checked.status is Status.UNSUPPORTED or {each.code for each in found} - _MARKED
            if is_wrong or self._adds(block.text, points[point].text):
                left_out += 1
            else:
                new = tuple(filter(None, map(self._new, found)))
                kept.append(Said(checked, new, point))
        lacking: set[int] = set()
        while True:
            # What goes with one point may have said another too, so that one is looked for again.
            kept = [each for each in kept if each.point not in lacking]
            more = self._lacking(points, kept) - lacking
            if not more:
                return Tried(tuple(kept), frozenset(lacking), left_out)
            lacking |= more

    def _adds(self, text: str, point: str) -> bool:
        """Whether a sentence has words of ``_ADDED`` that its point has not."""
        pattern = _ADDED[self._writing.language]
        stated = {match.group().lower() for match in pattern.finditer(point)}
        return any(match.group().lower() not in stated for match in pattern.finditer(text))

    def _new(self, found: Finding) -> Finding | None:
        """A finding of new words without those that the points have in another form; None when none is left."""
        stated = {word for each in self._writing.points for word in words(each.text)}
        new = [
            word
            for word in str(found.facts.get("text", "")).split(", ")
            if word not in _DENIALS and not any(is_form(word, each) for each in stated)
        ]
        return dataclasses.replace(found, facts={"text": ", ".join(new)}) if new else None

    def _lacking(self, points: Sequence[Point], kept: Sequence[Said]) -> set[int]:
        """The points that nothing says, and with ``short`` those that are said in more words than their own."""
        text = " ".join(each.block.text for each in kept)
        found = set()
        for place, point in enumerate(points):
            length = sum(len(each.block.text) for each in kept if each.point == place)
            is_longer = self._writing.length == "short" and length > len(whole(point.text))
            if is_longer or not says(text, point.text, self._writing.language):
                found.add(place)
        return found

    def _sampling(self, attempt: int) -> Sampling:
        """The likeliest wording first; later ones are drawn, with the seed."""
        return Sampling(temperature=_RETRY_TEMPERATURE if attempt else 0.0, seed=self._session.seed + attempt)

    def _translated(self) -> tuple[list[Block], list[Finding]]:
        """Points in the other language, one at a time, since only names and numbers can be compared."""
        prompt = load(_CROSS, self._writing.language)
        self._stamps.append(prompt.stamp)
        points = self._writing.points
        costs = [Pace.cost_of(self._session.count(each.text), self._session.count(each.text)) for each in points]
        pace = Pace(self._say, len(points), sum(costs))
        blocks, findings = [], [Finding("change-translated")]
        for number, (point, cost) in enumerate(zip(points, costs, strict=True)):
            text = self._in_other_words(prompt, point, pace.part("writing", cost))
            if not text:
                findings.append(Finding("wrong-language", {}, number))
            blocks.append(
                Block(BlockKind.STATEMENT, text or whole(point.text), sources=(point.source,), status=Status.PARTLY)
            )
        return blocks, findings

    def _in_other_words(self, prompt: Prompt, point: Point, part: Part) -> str:
        """A point in the letter's language; empty when no try kept its names and numbers and was in that language."""
        text = point.text.strip()
        said = ""
        for attempt in range(self._writing.attempt, self._writing.attempt + _TRIES + 1):
            answer = self._session.ask(
                prompt.fill({"text": text}),
                2 * self._session.count(text) + 32,
                sampling=self._sampling(attempt),
                progress=part.reading,
                piece=part.write_aloud,
                enough=lambda so_far: "\n" in so_far.strip(),
            ).text.strip()
            if (
                answer
                and same_facts(answer, text)
                and detect(answer) in (None, self._writing.language)
                and answer != text
            ):
                said = whole(answer)
                break
        part.end()
        return said

    def _prompt(self) -> Prompt:
        for_tone = f"{self._writing.prompt}-{self._writing.tone}"
        there = (paths.prompts() / f"{for_tone}.{self._writing.language}.toml").is_file()
        return load(for_tone if there else self._writing.prompt, self._writing.language)
