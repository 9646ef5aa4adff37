"""A draft: the parts of a letter in order, from what is understood to what a person has accepted.

The program puts in all that needs no model: fixed sentences, lists, and the user's own points as they are. So a draft is whole
from the beginning; a model only words the points of its written parts better, one part at a time, and each wording is checked
against those points before it takes their place.
"""

import dataclasses
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from assistant.checks.check import Checker
from assistant.decisions import check as decisions
from assistant.documents.document import Document, Paragraph
from assistant.language import detect
from assistant.letters.answers import Answered, answers
from assistant.letters.filled import MISSING, mark
from assistant.letters.kind import Fill, Reads
from assistant.letters.understood import Understood
from assistant.letters.written import Written, begun, worded
from assistant.tasks.draft import Writing
from assistant.tasks.points import Point
from assistant.tasks.provenance import Account
from assistant.tasks.task import Block, Coverage, Finding, Origin, Provenance, Result

#: By which a list is worded that is in another language than the letter.
_PLAIN: Final = "draft/letter"


@dataclass(frozen=True)
class Draft:
    """A letter being written.

    Attributes:
        understood: what it rests on.
        written: its parts, in order.
        made: how it was made so far, where a model took part.
        translated: the language that it was translated from; empty when it was not.
        reviewed_by: who has marked it as reviewed; the mark of a draft goes with that alone.
    """

    understood: Understood
    written: tuple[Written, ...]
    made: tuple[Provenance, ...] = ()
    translated: str = ""
    reviewed_by: str = ""

    @property
    def title(self) -> str:
        """The letter's heading."""
        return next((each.blocks[0].text for each in self.written if each.blocks and each.part.name == "title"), "")

    @property
    def blocks(self) -> tuple[Block, ...]:
        """All text, in order."""
        return tuple(block for each in self.written for block in each.blocks)

    @property
    def answers(self) -> tuple[Answered, ...]:
        """Each question and demand of the incoming letter, and the block that answers it."""
        fixed = {
            self.place(each.part.name) + number
            for each in self.written
            for number in range(len(each.blocks) if each.part.fill is Fill.FIXED else each.lead)
        }
        return answers(self.understood, self.blocks, frozenset(fixed))

    @property
    def is_open(self) -> bool:
        """Whether something that is missing stops it from being written to a file."""
        left = {mark(field, self.understood.language) for field in self.understood.missing} - {
            mark(field, self.understood.language) for field in self.understood.stops
        }
        marks = {found.group() for block in self.blocks for found in MISSING.finditer(block.text)}
        return bool(self.understood.stops or marks - left)

    def place(self, part: str) -> int:
        """The index of a part's first block among all."""
        count = 0
        for each in self.written:
            if each.part.name == part:
                break
            count += len(each.blocks)
        return count

    def writing(self, part: str, attempt: int = 0) -> Writing:
        """What a model is asked, to word one part; another attempt gives another wording.

        Raises:
            KeyError: no part of that name is worded by a model.
        """
        wanted = next(each.part for each in self.written if each.part.name == part and each.part.field)
        understood = self.understood
        return Writing(
            prompt=wanted.prompt or _PLAIN,
            points=tuple(Point(each.text, each.source) for each in understood.of(wanted.field).values if each.source),
            language=understood.language,
            tone=understood.tone,
            length=understood.length,
            attempt=attempt,
        )

    def worded(self, part: str, result: Result) -> "Draft":
        """With a part as a job has worded it."""
        written = tuple(worded(each, result) if each.part.name == part else each for each in self.written)
        return dataclasses.replace(self, written=written, made=(*self.made, result.provenance), reviewed_by="")

    def reworded(self, part: str, number: int, text: str, origin: Origin = Origin.HAND) -> "Draft":
        """With one paragraph of a part as a person, or the model on order, has changed it, looked up anew; empty takes it away."""
        old = next(each for each in self.written if each.part.name == part)
        findings = [each for each in old.findings if each.block != number]
        blocks = list(old.blocks)
        if text.strip():
            changed = dataclasses.replace(blocks[number], text=text.strip(), origin=origin)
            documents = self.result().documents
            blocks[number], found = Checker(documents).again(changed, self.understood.language)
            findings += [dataclasses.replace(each, block=number) for each in found]
        else:
            del blocks[number]
            findings = [
                dataclasses.replace(each, block=each.block - 1) if each.block and each.block > number else each
                for each in findings
            ]
        return self.edited(part, blocks, findings)

    def into(self, language: str) -> "Draft":
        """The letter in the other language, to be translated: fixed sentences are there, and what was worded waits."""
        said = {
            each.part.field: tuple(block.text for block in each.blocks[each.lead :])
            for each in self.written
            if each.part.field
        }
        fresh = begin(self.understood.saying(said, language))
        return dataclasses.replace(fresh, translated=self.understood.language)

    @property
    def basis(self) -> Document:
        """All that the letter rests on as one document, for a job that changes what is marked in it."""
        texts = [paragraph.text for document in self.result().documents for paragraph in document.paragraphs]
        return Document("", "txt", tuple(Paragraph(number, text) for number, text in enumerate(texts, 1)))

    def edited(self, part: str, blocks: Sequence[Block], findings: Sequence[Finding] = ()) -> "Draft":
        """With a part as a person has left it."""
        written = tuple(
            dataclasses.replace(each, blocks=tuple(blocks), findings=tuple(findings), is_waiting=False)
            if each.part.name == part
            else each
            for each in self.written
        )
        return dataclasses.replace(self, written=written, reviewed_by="")

    def reviewed(self, name: str) -> "Draft":
        """Marked as reviewed by a named person; without a name it is a draft again."""
        return dataclasses.replace(self, reviewed_by=" ".join(name.split()))

    def anew(self, understood: Understood) -> "Draft":
        """From what was corrected: parts whose points are the same keep their wording."""
        fresh = begin(understood)
        before = {each.part.name: each for each in self.written}
        is_same = understood.language == self.understood.language and understood.tone == self.understood.tone

        def kept(each: Written) -> Written:
            old = before.get(each.part.name)
            points = understood.of(each.part.field), self.understood.of(each.part.field)
            texts = [[value.text for value in known.values] for known in points]
            if each.part.fill is Fill.WRITTEN and old and not old.is_waiting and is_same and texts[0] == texts[1]:
                return old
            return each

        return dataclasses.replace(fresh, written=tuple(map(kept, fresh.written)), made=self.made)

    @property
    def waiting(self) -> tuple[str, ...]:
        """The parts that a model can word and has not."""
        return tuple(each.part.name for each in self.written if each.is_waiting)

    def result(self, account: Account | None = None) -> Result:
        """The draft as a Result, with every finding, for the formats and the window."""
        understood = self.understood
        findings = list(understood.findings)
        for each in self.written:
            begins = self.place(each.part.name)
            findings += [
                dataclasses.replace(found, block=None if found.block is None else found.block + begins)
                for found in each.findings
            ]
            findings += _in_another_language(each, understood, begins)
        findings += [
            Finding(f"asked-{each.status}", {"text": each.asked.text}, each.block)
            for each in self.answers
            if each.status != "answered"
        ]
        findings += self._decided()
        if self.translated:
            findings.append(Finding("letter-translated", {"language": self.translated}))
            matters = (each for each in understood.kind.fields if each.reads is Reads.MATTER)
            findings += [
                Finding("letter-value-as-it-was", {"field": each.label[understood.language], "text": text})
                for each in matters
                if (text := understood.of(each.name).text)
            ]
        return Result(
            task="draft",
            documents=(*understood.documents, *understood.own),
            language=understood.language,
            blocks=self.blocks,
            coverage=_coverage(understood),
            provenance=self._provenance(account or Account()),
            findings=tuple(findings),
        )

    def _decided(self) -> list[Finding]:
        """What the law asks of a letter with a decision and is not found in it, where the type is checked for that."""
        understood = self.understood
        if "decision" not in understood.kind.checks:
            return []
        return decisions.findings(
            [block.text for block in self.blocks],
            language=understood.language,
            is_protected=understood.of("names_left_out").text == "ja",
            has_case_number=bool(understood.of("case_number").values),
        )

    def _provenance(self, account: Account) -> Provenance:
        stamps = [self.understood.kind.stamp, *(stamp for each in self.written for stamp in each.stamps)]
        bare = account.provenance(stamps)
        if not self.made:
            return bare
        last = self.made[-1]
        return dataclasses.replace(
            last,
            prompt=bare.prompt,
            seconds=round(sum(each.seconds for each in self.made), 2),
            tokens_read=sum(each.tokens_read for each in self.made),
            tokens_written=sum(each.tokens_written for each in self.made),
        )


def begin(understood: Understood) -> Draft:
    """The draft as the program alone makes it."""
    parts = (part for part in understood.kind.parts if understood.holds(part.when))
    written = tuple(begun(part, understood) for part in parts)
    return Draft(understood, tuple(each for each in written if each.blocks))


def _in_another_language(written: Written, understood: Understood, begins: int) -> list[Finding]:
    """Points that wait for a model and are in another language than the letter, which the program alone cannot change."""
    said = " ".join(block.text for block in written.blocks[written.lead :])
    spoken = detect(said) if written.is_waiting else None
    is_wrong = spoken not in (None, understood.language)
    return [Finding("wrong-language", {"language": spoken or ""}, begins + written.lead)] if is_wrong else []


def _coverage(understood: Understood) -> Coverage:
    """The program reads all, sentence by sentence; the model sees none of the documents."""
    count = sum(len(each.paragraphs) for each in understood.documents)
    pages = {each.page for document in understood.documents for each in document.unread if each.page is not None}
    return Coverage(count, count, pages_unread=tuple(sorted(pages)))
