"""A draft: the parts of a letter in order, from what is understood to what a person has accepted.

The program puts in all that needs no model: fixed sentences, lists, and the user's own points as they are. So a draft is whole
from the beginning; a model only words the points of its written parts better, one part at a time, and each wording is checked
against those points before it takes their place.
"""

import dataclasses
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from assistant.letters.answers import Answered, answers
from assistant.letters.filled import MISSING, mark, paragraphs
from assistant.letters.kind import Fill, Part
from assistant.letters.known import Known
from assistant.letters.understood import Understood
from assistant.tasks.draft import Point, Writing, whole
from assistant.tasks.provenance import Account
from assistant.tasks.task import Block, BlockKind, Coverage, Finding, Provenance, Result, Status


@dataclass(frozen=True)
class Written:
    """One part of a draft.

    Attributes:
        part: which.
        blocks: its text.
        findings: what a person must know of it; their blocks count from the part's first.
        lead: how many of the blocks, from the first, stand before what is worded: a heading, a fixed sentence.
        is_waiting: its points stand as they were given, and a model can word them.
        stamps: the prompts that it was worded by.
    """

    part: Part
    blocks: tuple[Block, ...]
    findings: tuple[Finding, ...] = ()
    lead: int = 0
    is_waiting: bool = False
    stamps: tuple[str, ...] = ()


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
        wanted = next(each.part for each in self.written if each.part.name == part and each.part.fill is Fill.WRITTEN)
        understood = self.understood
        return Writing(
            prompt=wanted.prompt,
            points=tuple(Point(each.text, each.source) for each in understood.of(wanted.field).values if each.source),
            language=understood.language,
            tone=understood.tone,
            length=understood.length,
            attempt=attempt,
        )

    def worded(self, part: str, result: Result) -> "Draft":
        """With a part as a job has worded it."""
        written = tuple(_worded(each, result) if each.part.name == part else each for each in self.written)
        return dataclasses.replace(self, written=written, made=(*self.made, result.provenance), reviewed_by="")

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
        findings += [
            Finding(f"asked-{each.status}", {"text": each.asked.text}, each.block)
            for each in self.answers
            if each.status != "answered"
        ]
        if self.translated:
            findings.append(Finding("letter-translated", {"language": self.translated}))
        return Result(
            task="draft",
            documents=(*understood.documents, *understood.own),
            language=understood.language,
            blocks=self.blocks,
            coverage=_coverage(understood),
            provenance=self._provenance(account or Account()),
            findings=tuple(findings),
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
    written = tuple(_written(part, understood) for part in parts)
    return Draft(understood, tuple(each for each in written if each.blocks))


def _worded(written: Written, result: Result) -> Written:
    lead = written.lead
    moved = (
        dataclasses.replace(found, block=None if found.block is None else found.block + lead)
        for found in result.findings
    )
    return dataclasses.replace(
        written,
        blocks=(*written.blocks[:lead], *result.blocks),
        findings=(*(each for each in written.findings if each.block is not None and each.block < lead), *moved),
        is_waiting=False,
        stamps=(result.provenance.prompt,),
    )


def _written(part: Part, understood: Understood) -> Written:
    blocks: list[Block] = []
    findings: list[Finding] = []
    if part.heading:
        blocks.append(Block(BlockKind.HEADING, part.heading[understood.language], status=Status.SUPPORTED))
    kind = BlockKind.HEADING if part.name == "title" else BlockKind.STATEMENT
    for each in paragraphs(part.text_in(understood.language, understood.tone), understood):
        findings += [Finding("fact-missing", {"field": label}, len(blocks)) for label in each.missing]
        status = Status.PARTLY if each.missing else Status.SUPPORTED
        blocks.append(Block(kind, each.text, sources=each.sources, status=status))
    if part.fill is Fill.FIXED:
        return Written(part, tuple(blocks), tuple(findings))
    known = understood.of(part.field)
    field = understood.kind.field(part.field)
    if not known.values:
        if not understood.needs(field):
            return Written(part, ())
        findings.append(Finding("fact-missing", {"field": field.label[understood.language]}, len(blocks)))
        blocks.append(Block(BlockKind.STATEMENT, mark(field, understood.language), status=Status.PARTLY))
        return Written(part, tuple(blocks), tuple(findings))
    lead = len(blocks)
    blocks += _values(known, part)
    return Written(part, tuple(blocks), tuple(findings), lead, is_waiting=part.fill is Fill.WRITTEN)


def _values(known: Known, part: Part) -> Iterator[Block]:
    kind = BlockKind.ITEM if part.fill is Fill.LISTED else BlockKind.STATEMENT
    for value in known.values:
        text = whole(value.text) if part.fill is Fill.WRITTEN else value.text
        yield Block(kind, text, sources=(value.source,) if value.source else (), status=Status.SUPPORTED)


def _coverage(understood: Understood) -> Coverage:
    """The program reads all, sentence by sentence; the model sees none of the documents."""
    count = sum(len(each.paragraphs) for each in understood.documents)
    pages = {each.page for document in understood.documents for each in document.unread if each.page is not None}
    return Coverage(count, count, pages_unread=tuple(sorted(pages)))
