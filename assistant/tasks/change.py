"""Changes marked texts as the user wishes: shorter, simpler, more formal, in another language, or by an instruction.

It knows nothing of summaries: what is marked may stand in any text. The model sees the marked words alone, and the program
puts its answer where they stood, so nothing else can have changed.
"""

import math
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Final

from assistant.checks.changed import differences
from assistant.declining import decline
from assistant.documents.document import Document
from assistant.engine.engine import Sampling
from assistant.engine.session import Session
from assistant.engine.templates import Message
from assistant.errors import ModelMissing, UsageError
from assistant.language import detect
from assistant.prompts import Prompt, load
from assistant.tasks.options import LANGUAGES
from assistant.tasks.pace import Pace, Part
from assistant.tasks.provenance import Account
from assistant.tasks.task import Block, BlockKind, Coverage, Finding, LeftOut, Result
from assistant.worker.messages import Say

WISHES: Final = ("shorter", "simpler", "formal", "language", "own")
#: Characters of an instruction at most: the small model follows a sentence, not a page.
LONGEST_INSTRUCTION: Final = 300

_TRIES: Final = 3
_RETRY_TEMPERATURE: Final = 0.3
#: Tokens of an answer: so many times those of the marked text, and some.
_GROWTH: Final = 1.5
_SOME: Final = 48
#: How bad a finding is when the answer to a later try may be taken instead; others count one.
_WORSE: Final = {"change-empty": 9, "change-unchanged": 4, "change-repeats-instruction": 3, "answer-cut": 3}

_MARKS: Final = re.compile(r"\*\*|__|`|^#+\s*", re.MULTILINE)
_END: Final = re.compile(r"[.!?:…]$")
_QUOTED: Final = re.compile(r"[\"“”»](.*)[\"“”«]", re.DOTALL)


@dataclass(frozen=True)
class Marked:
    """A text to be changed; what stands before and after it in its block stays as it is."""

    text: str
    before: str = ""
    after: str = ""

    @property
    def whole(self) -> str:
        """The block that it stands in."""
        return self.before + self.text + self.after

    def with_text(self, text: str) -> str:
        """The block with another text where the marked one stood, between the same spaces."""
        start, end = len(self.text) - len(self.text.lstrip()), len(self.text.rstrip())
        return self.before + self.text[:start] + text + self.text[end:] + self.after


@dataclass(frozen=True)
class Change:
    """What is to be changed, and how.

    Attributes:
        marked: the texts, each changed by itself.
        wish: one of ``WISHES``.
        language: ``sv`` or ``en``, for the wish ``language`` alone; other wishes keep each text's own.
        instruction: for the wish ``own`` alone.
    """

    marked: tuple[Marked, ...]
    wish: str
    language: str = ""
    instruction: str = ""

    def __post_init__(self) -> None:
        """Refuse what there is not."""
        is_right = (
            self.wish in WISHES
            and (self.language in LANGUAGES if self.wish == "language" else not self.language)
            and (bool(self.instruction.strip()) if self.wish == "own" else not self.instruction)
            and len(self.instruction) <= LONGEST_INSTRUCTION
            and bool(self.marked)
            and all(each.text.strip() for each in self.marked)
        )
        if not is_right:
            raise UsageError(reason="option")


def change(document: Document, wanted: Change, session: Session | None, say: Say) -> Result:
    """One block for each marked text, in order: the text that it stands in, with what is proposed; not yet checked.

    Raises:
        Declined: the instruction asks for an outcome, a score or a recommendation.
        ModelMissing: there is no session.
        TextTooLong: a marked text does not fit in the model.
        Stopped: on request.
    """
    decline(wanted.instruction)
    if session is None:
        raise ModelMissing(model="")
    account, work = Account(session), _Changing(document, wanted, session, say)
    texts = [work.changed(marked) for marked in wanted.marked]
    if wanted.wish == "language":
        work.findings.append(Finding("change-translated"))
    paragraphs = len(document.paragraphs)
    return Result(
        task="change",
        documents=(document,),
        language=work.language("".join(marked.text for marked in wanted.marked)),
        blocks=tuple(Block(BlockKind.STATEMENT, text) for text in texts),
        coverage=Coverage(paragraphs, 0, (LeftOut(1, paragraphs, "not-needed"),) if paragraphs else ()),
        findings=tuple(work.findings),
        provenance=account.provenance(work.stamps),
    )


class _Changing:
    """Marked texts being changed one after the other."""

    def __init__(self, document: Document, wanted: Change, session: Session, say: Say) -> None:
        self._wanted = wanted
        self._session = session
        self._spoken = detect(document.text) or "sv"
        costs = [Pace.cost_of(session.count(each.text), self._room(each.text) // 2) for each in wanted.marked]
        self._pace = Pace(say, len(costs), sum(costs))
        self._number = 0
        self.stamps: list[str] = []
        self.findings: list[Finding] = []

    def language(self, text: str) -> str:
        """The language that a text is to have when it is changed; a few words have their document's."""
        return self._wanted.language or detect(text) or self._spoken

    def changed(self, marked: Marked) -> str:
        """The block with the best answer of some tries; with the words that stood there when no try gave any."""
        old = marked.text.strip()
        prompt = self._prompt(self.language(old))
        self.stamps.append(prompt.stamp)
        part = self._pace.part("writing", Pace.cost_of(self._session.count(old), self._room(old) // 2))
        best, found = "", [Finding("change-empty")]
        for attempt in range(_TRIES):
            new, wrong = self._tried(prompt, old, attempt, part)
            if _badness(wrong) < _badness(found):
                best, found = new, wrong
            if not found:
                break
        part.end()
        self.findings += [Finding(each.code, each.facts, self._number) for each in found]
        self._number += 1
        return marked.with_text(best or old)

    def _tried(self, prompt: Prompt, old: str, attempt: int, part: Part) -> tuple[str, list[Finding]]:
        messages = self._filled(prompt, old)
        asked = messages[-1].text.replace(old, "")
        answer = self._session.ask(
            messages,
            self._room(old),
            sampling=Sampling(temperature=_RETRY_TEMPERATURE if attempt else 0.0, seed=self._session.seed + attempt),
            progress=part.reading,
            piece=part.write if attempt else part.write_aloud,
            enough=self._enough(old),
        )
        new = fitted(answer.text, old, asked)
        wrong = list(differences(old, new, self._wanted.wish, asked))
        return new, [*wrong, Finding("answer-cut")] if answer.cut else wrong

    def _filled(self, prompt: Prompt, old: str) -> tuple[Message, ...]:
        values = {"text": old, "instruction": self._wanted.instruction.strip()}
        return prompt.fill({name: values[name] for name in prompt.inputs})

    def _prompt(self, language: str) -> Prompt:
        return load(f"change/{self._wanted.wish}", language)

    def _room(self, text: str) -> int:
        return math.ceil(self._session.count(text) * _GROWTH) + _SOME

    def _enough(self, old: str) -> Callable[[str], bool]:
        """A text of one line is answered with one line, unless the user's own wish may be for more."""
        is_line = "\n" not in old and self._wanted.wish != "own"
        return lambda text: is_line and "\n" in text.strip()


def fitted(answer: str, old: str, asked: str) -> str:
    """The answer as it can stand where the old text stood: no marks, no instruction in front, and begun and ended like it."""
    instructions = {line.strip().casefold() for line in asked.splitlines() if line.strip()}
    new = "\n".join(line for line in answer.splitlines() if line.strip().casefold() not in instructions).strip()
    new = _MARKS.sub("", new).strip()
    quoted = _QUOTED.fullmatch(new)
    if quoted and not _QUOTED.fullmatch(old):
        new = quoted.group(1).strip()
    if not new:
        return ""
    if _END.search(old) and new[-1].isalnum():
        new += "."
    elif not _END.search(old) and len(_inner_ends(new)) <= 1:
        new = new.removesuffix(".")
    if old[:1].islower() and new[1:2].islower():
        new = new[:1].lower() + new[1:]
    return new


def _inner_ends(text: str) -> Sequence[str]:
    """The full stops of a text: one alone may be taken away."""
    return re.findall(r"[.!?](?=\s|$)", text)


def _badness(found: Sequence[Finding]) -> int:
    return sum(_WORSE.get(each.code, 1) for each in found)
