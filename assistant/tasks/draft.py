"""Words one part of a letter from its points: the model writes, and the program keeps what says those points and no more.

The model sees the points alone, never the documents, so no text in a document can tell it anything. Each sentence it writes is
looked up in the points: one that says more is left out, and a point that no sentence says stands in its own words.
"""

import dataclasses
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from assistant import paths
from assistant.checks.check import Checker
from assistant.checks.claims import ClaimKind, claims, is_known, keys
from assistant.documents.document import Document, Paragraph
from assistant.engine.engine import Sampling
from assistant.engine.session import Session
from assistant.errors import ModelMissing
from assistant.language import detect
from assistant.prompts import Prompt, load
from assistant.sentences import topics, words
from assistant.tasks.answers import blocks_of, unechoed
from assistant.tasks.answers import whole as untorn
from assistant.tasks.pace import Pace, Part
from assistant.tasks.provenance import Account
from assistant.tasks.task import Block, BlockKind, Coverage, Finding, Result, Source, Status
from assistant.worker.messages import Say

#: How often the points are worded at most, until nothing is left out and nothing lacks.
_TRIES: Final = 2
_RETRY_TEMPERATURE: Final = 0.4
#: Share of a point's topics that the wording must have.
_SAYS: Final = 0.6
#: Findings that a sentence may have and still stand: it says the same in other words.
_HARMLESS: Final = frozenset({"words-not-in-source"})
_CROSS: Final = "change/language"


@dataclass(frozen=True)
class Point:
    """Something that a part is to say, and where it comes from."""

    text: str
    source: Source


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


def whole(text: str) -> str:
    """A point as a sentence."""
    said = text.strip()
    said = said[:1].upper() + said[1:]
    return said if said.endswith((".", "!", "?", "…", ":")) else f"{said}."


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
        """The points as running text; of some tries the one that lacks and adds least."""
        prompt = self._prompt()
        self._stamps.append(prompt.stamp)
        listed = "\n".join(f"- {each.text.strip()}" for each in self._writing.points)
        messages = prompt.fill({"points": listed})
        room = prompt.room + 2 * self._session.count(listed)
        pace = Pace(self._say, 1, Pace.cost_of(self._session.measure(messages), room // 2))
        part = pace.part("writing", Pace.cost_of(self._session.measure(messages), room // 2))
        best: tuple[int, list[Block], list[Finding]] | None = None
        for attempt in range(self._writing.attempt, self._writing.attempt + _TRIES):
            answer = self._session.ask(
                messages,
                room,
                sampling=Sampling(
                    temperature=_RETRY_TEMPERATURE if attempt else 0.0, seed=self._session.seed + attempt
                ),
                progress=part.reading,
                piece=part.write if best else part.write_aloud,
            )
            kept, left_out = self._kept(unechoed(untorn(answer.text), messages[-1].text))
            blocks, lacking = self._in_order(kept)
            if best is None or lacking + left_out < best[0]:
                best = lacking + left_out, blocks, _told(left_out, lacking, len(self._writing.points))
            if not best[0]:
                break
        part.end()
        assert best
        return best[1], best[2]

    def _kept(self, answer: str) -> tuple[list[Block], int]:
        """The sentences that say what the points say, checked, and how many say something else."""
        kept, left_out = [], 0
        if detect(answer) not in (None, self._writing.language):
            return [], 1
        for block in blocks_of(answer, "general"):
            plain = dataclasses.replace(block, kind=BlockKind.STATEMENT)
            checked, found = self._checker.block(plain, 0, self._writing.language, answer)
            if checked.status is Status.UNSUPPORTED or {each.code for each in found} - _HARMLESS:
                left_out += 1
            else:
                kept.append(checked)
        return kept, left_out

    def _in_order(self, kept: Sequence[Block]) -> tuple[list[Block], int]:
        """For each point what says it, else the point itself; and how many stand in their own words."""
        points = self._writing.points
        of_point: dict[int, list[Block]] = {}
        for block in kept:
            near = max(
                range(len(points)), key=lambda place: _share(points[place].text, block.text, self._writing.language)
            )
            of_point.setdefault(near, []).append(block)
        text = " ".join(block.text for block in kept)
        blocks, lacking = [], 0
        for place, point in enumerate(points):
            worded = of_point.get(place, [])
            is_shorter = (
                self._writing.length != "short" or sum(len(each.text) for each in worded) <= len(point.text) + 1
            )
            if _says(text, point.text, self._writing.language) and (is_shorter or not worded):
                blocks += worded
            else:
                lacking += is_shorter
                blocks.append(_own(point))
        return blocks, lacking

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
                sampling=Sampling(
                    temperature=_RETRY_TEMPERATURE if attempt else 0.0, seed=self._session.seed + attempt
                ),
                progress=part.reading,
                piece=part.write_aloud,
                enough=lambda so_far: "\n" in so_far.strip(),
            ).text.strip()
            if (
                answer
                and _same_facts(answer, text)
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


def _own(point: Point) -> Block:
    return Block(BlockKind.STATEMENT, whole(point.text), sources=(point.source,), status=Status.SUPPORTED)


def _told(left_out: int, lacking: int, points: int) -> list[Finding]:
    if lacking >= points:
        return [Finding("letter-own-words")]
    return [Finding("letter-sentences-left-out", {"count": left_out})] if left_out else []


def _says(text: str, point: str, language: str) -> bool:
    """Whether a text says a point: all its figures and names, and most of its topics."""
    return _has_facts(text, point) and _share(point, text, language) >= _SAYS


def _share(of: str, text: str, language: str) -> float:
    wanted, there = set(topics(of, language)), set(topics(text, language))
    return len(wanted & there) / len(wanted) if wanted else 1.0


def _has_facts(text: str, point: str) -> bool:
    known, spoken = keys(text), frozenset(words(text))
    return all(
        spoken.issuperset(words(claim.text)) if claim.kind is ClaimKind.NAME else is_known(claim, known)
        for claim in claims(point)
        if not claim.opens
    )


def _same_facts(text: str, point: str) -> bool:
    """Whether both have the same figures; names of offices differ between languages."""
    known, stated = keys(text), keys(point)
    numbers = [(claim, known) for claim in claims(point)] + [(claim, stated) for claim in claims(text)]
    return all(is_known(claim, there) for claim, there in numbers if claim.kind is not ClaimKind.NAME)
