"""A change that the model was asked for: what is marked, how far the work has come, and what is proposed. No Qt, no words."""

import dataclasses
from collections.abc import Iterable
from dataclasses import dataclass

from assistant.job import Change, Marked
from assistant.tasks.task import Block, BlockKind, Finding, Origin, Result
from assistant.worker.messages import Again, Cancelled, Event, Failed, Finished, Piece, Progress
from desktop.screens.result.versions import TEXT, is_head_row, text_of, with_text


@dataclass(frozen=True)
class Selection:
    """Words marked inside a block, or inside one of its cells."""

    block: int
    cell: int
    start: int
    end: int


@dataclass(frozen=True)
class Place:
    """A marked text and where it stands."""

    block: int
    cell: int
    marked: Marked


@dataclass(frozen=True)
class Proposal:
    """What is proposed for one marked text.

    Attributes:
        place: where it stands.
        block: the text it stands in as it would be, checked.
        findings: what a person must know before accepting.
        answer: empty until the user has answered; then ``accepted``, ``refused``, or ``stale`` when the text had been changed
            meanwhile, so that there was nothing to put it in.
    """

    place: Place
    block: Block
    findings: tuple[Finding, ...] = ()
    answer: str = ""


@dataclass(frozen=True)
class Changing:
    """One order of a change.

    Attributes:
        change: what was asked for.
        places: where the marked texts stand, in the order of ``change.marked``.
        order: its number while it is under way, 0 after.
        stage: ``waiting``, ``running``, ``done``, ``stopped`` or ``failed``.
        progress: how far it has come.
        text: the answer as it comes, not yet checked.
        proposals: one for each marked text, once it is done.
        findings: on all of it.
        problem: why it failed.
    """

    change: Change
    places: tuple[Place, ...]
    order: int
    stage: str = "waiting"
    progress: Progress | None = None
    text: str = ""
    proposals: tuple[Proposal, ...] = ()
    findings: tuple[Finding, ...] = ()
    problem: Failed | None = None

    @property
    def waiting(self) -> tuple[int, ...]:
        """The indices of the proposals that the user has not answered."""
        return tuple(index for index, each in enumerate(self.proposals) if not each.answer)


def places(result: Result, blocks: Iterable[int], cell: int, selection: Selection | None) -> tuple[Place, ...]:
    """What is marked: the selected words, else each chosen block; of a row, the cell that the keyboard is in."""
    if selection is not None and 0 <= selection.block < len(result.blocks):
        text = text_of(result.blocks[selection.block], selection.cell)
        marked = Marked(text[selection.start : selection.end], text[: selection.start], text[selection.end :])
        if marked.text.strip():
            return (Place(selection.block, selection.cell, marked),)
    chosen = sorted(blocks)
    found = []
    for index in chosen:
        is_row = result.blocks[index].kind is BlockKind.ROW
        if is_row and (len(chosen) > 1 or is_head_row(result, index)):
            continue
        at = cell if is_row and result.blocks[index].cells else TEXT
        text = text_of(result.blocks[index], at)
        if text.strip():
            found.append(Place(index, at, Marked(text)))
    return tuple(found)


def heard(now: Changing, event: Event) -> Changing:
    """The same order after something has happened to it."""
    if isinstance(event, Finished):
        return _done(now, event.result)
    if isinstance(event, Cancelled | Failed):
        stage, problem = ("failed", event) if isinstance(event, Failed) else ("stopped", None)
        return dataclasses.replace(now, stage=stage, order=0, progress=None, text="", problem=problem)
    if isinstance(event, Progress):
        return dataclasses.replace(now, stage="running", progress=event)
    if isinstance(event, Piece | Again):
        return dataclasses.replace(now, text=now.text + event.text if isinstance(event, Piece) else "")
    return now


def answered(now: Changing, index: int, answer: str) -> Changing:
    """The same order after the user has answered a proposal."""
    proposals = list(now.proposals)
    proposals[index] = dataclasses.replace(proposals[index], answer=answer)
    return dataclasses.replace(now, proposals=tuple(proposals))


def standing(result: Result, place: Place) -> int | None:
    """Where the block that a proposal is for stands now; None when its text is no longer as it was."""
    whole, blocks = place.marked.whole, result.blocks
    others = sorted(range(len(blocks)), key=lambda index: abs(index - place.block))
    return next((index for index in others if text_of(blocks[index], place.cell) == whole), None)


def accepted(block: Block, proposal: Proposal) -> Block:
    """A block with what is proposed in it. Of a row only a cell has been checked, so the row has not."""
    new = with_text(block, proposal.place.cell, proposal.block.text, Origin.MODEL)
    if proposal.place.cell != TEXT:
        return new
    return dataclasses.replace(new, sources=proposal.block.sources, status=proposal.block.status)


def _done(now: Changing, result: Result) -> Changing:
    """Only the marked words may differ; a child that says otherwise is not believed."""
    if len(result.blocks) != len(now.places) or not all(
        block.text.startswith(place.marked.before) and block.text.endswith(place.marked.after)
        for place, block in zip(now.places, result.blocks, strict=True)
    ):
        return heard(now, Failed("error"))
    proposals = tuple(
        Proposal(place, block, tuple(each for each in result.findings if each.block == index))
        for index, (place, block) in enumerate(zip(now.places, result.blocks, strict=True))
    )
    general = tuple(each for each in result.findings if each.block is None)
    return dataclasses.replace(
        now, stage="done", order=0, progress=None, text="", proposals=proposals, findings=general
    )
