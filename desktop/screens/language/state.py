"""Everything that the review screen shows, as a value."""

from dataclasses import dataclass
from functools import cached_property

from assistant.documents.document import Document
from assistant.errors import AssistantError
from assistant.review.apply import applied
from assistant.review.remark import Remark, Rule
from assistant.worker.messages import Failed
from desktop.reviewing import Reviewed
from desktop.screens.result.difference import Part, between
from desktop.told import Told


@dataclass(frozen=True)
class Changed:
    """A paragraph that has been changed, with what is gone and what is new."""

    number: int
    parts: tuple[Part, ...]


@dataclass(frozen=True)
class State:
    """What there is of one document's review.

    Attributes:
        document: the text as it was read.
        found: what was found in it; None while it is looked through.
        problem: why it could not be looked through or saved.
        rule: the one whose remarks are listed; None for all.
        chosen: the index of the remark that is chosen; -1 for none.
        accepted: indices of the remarks whose wording is put in.
        left: indices of those whose words stay.
        saved: what was accepted when it was saved last.
        told: what came of the last act.
        is_led: the text goes to what is chosen, since the text is not what chose it.
    """

    document: Document | None = None
    found: Reviewed | None = None
    problem: Failed | AssistantError | None = None
    rule: Rule | None = None
    chosen: int = -1
    accepted: frozenset[int] = frozenset()
    left: frozenset[int] = frozenset()
    saved: frozenset[int] = frozenset()
    told: Told | None = None
    is_led: bool = False

    @property
    def remarks(self) -> tuple[Remark, ...]:
        """All remarks."""
        return self.found.review.remarks if self.found else ()

    @cached_property
    def listed(self) -> tuple[int, ...]:
        """The indices of those that are listed."""
        return tuple(
            index for index, remark in enumerate(self.remarks) if self.rule is None or remark.rule is self.rule
        )

    @property
    def remark(self) -> Remark | None:
        """The chosen one."""
        return self.remarks[self.chosen] if 0 <= self.chosen < len(self.remarks) else None

    @property
    def can_accept(self) -> bool:
        """Whether the chosen remark has a wording that is not put in yet."""
        return bool(self.remark and self.remark.proposal) and self.chosen not in self.accepted

    @property
    def can_leave(self) -> bool:
        """Whether the chosen remark's words are not said to stay."""
        return self.remark is not None and self.chosen not in self.left

    @cached_property
    def open(self) -> tuple[int, ...]:
        """The listed remarks that nothing has been said about."""
        return tuple(index for index in self.listed if index not in self.accepted and index not in self.left)

    @cached_property
    def ready(self) -> tuple[int, ...]:
        """Those of them that have a wording."""
        return tuple(index for index in self.open if self.remarks[index].proposal)

    @cached_property
    def text(self) -> Document | None:
        """The text with the accepted wordings."""
        if self.document is None:
            return None
        return applied(self.document, [self.remarks[index] for index in sorted(self.accepted)])[0]

    @cached_property
    def changes(self) -> tuple[Changed, ...]:
        """The paragraphs that differ from what was read."""
        if self.document is None or self.text is None:
            return ()
        pairs = zip(self.document.paragraphs, self.text.paragraphs, strict=True)
        return tuple(Changed(old.number, between(old.text, new.text)) for old, new in pairs if old.text != new.text)

    @property
    def is_unsaved(self) -> bool:
        """Whether something has been accepted since it was saved."""
        return self.accepted != self.saved

    def overlaps(self, index: int) -> bool:
        """Whether an accepted wording stands where this one would."""
        mine = self.remarks[index]
        return any(
            other.paragraph == mine.paragraph and other.start < mine.end and mine.start < other.end
            for other in (self.remarks[each] for each in self.accepted)
        )
