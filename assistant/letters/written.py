"""One part of a draft: as the program begins it, and as a model has worded it."""

import dataclasses
from collections.abc import Iterator
from dataclasses import dataclass

from assistant.language import detect
from assistant.letters.filled import mark, paragraphs
from assistant.letters.kind import Fill, Part
from assistant.letters.known import Known
from assistant.letters.understood import Understood
from assistant.tasks.points import whole
from assistant.tasks.task import Block, BlockKind, Finding, Result, Status


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


def worded(written: Written, result: Result) -> Written:
    """The part as a job has worded it; what stands before its points stays."""
    lead = written.lead
    moved = (
        dataclasses.replace(found, block=None if found.block is None else found.block + lead)
        for found in result.findings
    )
    return dataclasses.replace(
        written,
        blocks=(
            *written.blocks[:lead],
            *(dataclasses.replace(each, kind=_kind(written.part)) for each in result.blocks),
        ),
        findings=(*(each for each in written.findings if each.block is not None and each.block < lead), *moved),
        is_waiting=False,
        stamps=(result.provenance.prompt,),
    )


def begun(part: Part, understood: Understood) -> Written:
    """The part as the program alone makes it; without blocks when there is nothing to say."""
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
    # A list stands as it was given, unless it is in another language than the letter.
    said = detect(" ".join(value.text for value in known.values))
    is_waiting = part.fill is Fill.WRITTEN or said not in (None, understood.language)
    return Written(part, tuple(blocks), tuple(findings), lead, is_waiting=is_waiting)


def _kind(part: Part) -> BlockKind:
    return BlockKind.ITEM if part.fill is Fill.LISTED else BlockKind.STATEMENT


def _values(known: Known, part: Part) -> Iterator[Block]:
    for value in known.values:
        text = whole(value.text) if part.fill is Fill.WRITTEN else value.text
        yield Block(_kind(part), text, sources=(value.source,) if value.source else (), status=Status.SUPPORTED)
