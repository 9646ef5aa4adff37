"""Everything that the letter screen shows, as a value."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property

from assistant.documents.document import Document
from assistant.errors import AssistantError
from assistant.letters.draft import Draft
from assistant.letters.kind import Field, FieldKind, Kind
from assistant.letters.written import Written
from assistant.tasks.task import Block, BlockKind, Finding, Result, Status
from assistant.worker.messages import Failed, Progress
from desktop.told import Told


@dataclass(frozen=True)
class Open:
    """A document that is open in the window, which a letter can answer."""

    number: int
    document: Document


@dataclass(frozen=True)
class Wanted:
    """What the user has asked for.

    Attributes:
        kind: the id of the type of letter.
        source: the number of the document that it answers; 0 for none.
        language: ``sv`` or ``en``; empty for that of what came in.
        tone: empty for the type's own.
        length: ``short``, ``medium`` or ``long``.
        said: what the letter is to say, in the user's own words.
        hand: fields that the user has corrected.
        left: missing fields that are left so knowingly.
        dropped: questions of the incoming letter that need no answer.
    """

    kind: str = ""
    source: int = 0
    language: str = ""
    tone: str = ""
    length: str = "medium"
    said: str = ""
    hand: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    left: frozenset[str] = frozenset()
    dropped: frozenset[str] = frozenset()


@dataclass(frozen=True)
class Work:
    """What the model is doing: wording a part, or changing a paragraph; ``text`` is the answer as it comes."""

    order: int
    part: str
    change: int | None = None
    progress: Progress | None = None
    text: str = ""


@dataclass(frozen=True)
class Proposal:
    """What the model proposes for a paragraph; ``old`` must still stand there when it is accepted."""

    block: int
    old: str
    new: str
    findings: tuple[Finding, ...] = ()


@dataclass(frozen=True)
class State:
    """What there is of the letter.

    Attributes:
        kinds: the types of letter there are.
        documents: the documents that are open.
        wanted: what the user has asked for.
        taken: the words of the user that the draft rests on.
        draft: the letter as it stands.
        work: what the model is doing now.
        waiting: the parts that are worded after that.
        wordings: of each part the wordings there have been, the newest last.
        chosen: the index of the paragraph that is chosen; -1 for none.
        kept: texts without support that the user has said may stay.
        proposal: what the model proposes for a paragraph.
        original: what the letter was translated from; None when it is no translation.
        saved: the draft that was saved last.
        told: what came of the last act.
        problem: why it could not be done.
    """

    kinds: tuple[Kind, ...] = ()
    documents: tuple[Open, ...] = ()
    wanted: Wanted = field(default_factory=Wanted)
    taken: str = ""
    draft: Draft | None = None
    work: Work | None = None
    waiting: tuple[str, ...] = ()
    wordings: Mapping[str, tuple[Written, ...]] = field(default_factory=dict)
    chosen: int = -1
    kept: frozenset[str] = frozenset()
    proposal: Proposal | None = None
    original: Draft | None = None
    saved: Draft | None = None
    told: Told | None = None
    problem: AssistantError | Failed | None = None

    @property
    def kind(self) -> Kind | None:
        """The chosen type."""
        return next((each for each in self.kinds if each.id == self.wanted.kind), None)

    @cached_property
    def fields(self) -> tuple[Field, ...]:
        """The fields that the letter needs as things stand."""
        if self.draft is None:
            return ()
        understood = self.draft.understood
        return tuple(each for each in understood.kind.fields if understood.holds(each.when))

    @cached_property
    def result(self) -> Result | None:
        """The draft with every finding on it."""
        return self.draft.result() if self.draft else None

    @cached_property
    def blocks(self) -> tuple[Block, ...]:
        """The letter's paragraphs."""
        return self.draft.blocks if self.draft else ()

    @cached_property
    def findings(self) -> tuple[Finding, ...]:
        """What is to be checked, what the law asks of a decision letter among it."""
        return self.result.findings if self.result else ()

    @property
    def block(self) -> Block | None:
        """The chosen paragraph."""
        return self.blocks[self.chosen] if 0 <= self.chosen < len(self.blocks) else None

    @cached_property
    def part(self) -> Written | None:
        """The part that the chosen paragraph is of."""
        at = 0
        for each in self.draft.written if self.draft else ():
            if at <= self.chosen < at + len(each.blocks):
                return each
            at += len(each.blocks)
        return None

    @cached_property
    def undecided(self) -> tuple[int, ...]:
        """The statements that have no support and that the user has said nothing about."""
        return tuple(
            index
            for index, block in enumerate(self.blocks)
            if block.status is Status.UNSUPPORTED
            and block.kind is not BlockKind.HEADING
            and block.text not in self.kept
        )

    @cached_property
    def unchosen(self) -> tuple[Field, ...]:
        """What a person has to choose before a word is written: the outcome of a case above all."""
        missing = self.draft.understood.missing if self.draft else ()
        return tuple(each for each in missing if each.kind is FieldKind.CHOICE)

    @property
    def can_write(self) -> bool:
        """Whether there is something for the model to word, and all that a person must choose is chosen."""
        return bool(self.draft and self.draft.waiting) and self.work is None and not self.unchosen

    @property
    def can_translate(self) -> bool:
        """Whether the letter is finished, so that it can be put in the other language."""
        return bool(self.draft) and self.work is None and self.original is None and not self.unchosen

    @property
    def can_correct(self) -> bool:
        """Whether what the letter rests on can be corrected; what a translation rests on is the letter itself."""
        return self.work is None and self.original is None

    @property
    def can_word_again(self) -> bool:
        """Whether the chosen part can have another wording."""
        return self.work is None and bool(self.part and self.part.part.prompt and self.part.part.name in self.wordings)

    @property
    def can_change(self) -> bool:
        """Whether the chosen paragraph can be changed."""
        return self.work is None and self.block is not None

    @property
    def is_unsaved(self) -> bool:
        """Whether a person's work would be lost if the window closed now."""
        has_worked = bool(self.wanted.hand or self.wanted.said.strip() or self.wordings)
        return bool(self.draft) and has_worked and self.draft is not self.saved
