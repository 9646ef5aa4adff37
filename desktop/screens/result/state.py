"""Everything that the result screen shows, as a value."""

from dataclasses import dataclass

from assistant.errors import AssistantError
from assistant.tasks.task import Result, Source
from desktop.screens.result.changing import Changing
from desktop.screens.result.versions import Version, is_unsupported
from desktop.told import Told


@dataclass(frozen=True)
class Spot:
    """A paragraph of one of the documents."""

    document: str
    paragraph: int


@dataclass(frozen=True)
class State:
    """What there is of one document's result.

    Attributes:
        versions: all there are, in the order they came. They are kept as long as the window is open, and nowhere else.
        shown: the number of the version that is shown; 0 when there is none.
        compared: the number of the version that it is compared with; 0 for none.
        blocks: indices of the statements that are marked.
        spots: the paragraphs that are marked.
        sources: what the marked statements rest on, word for word.
        follows: which side goes to what is marked: ``document``, ``statements``, ``both``, or neither.
        kept: texts that the user has said may stay although the program finds no support for them.
        saved: the number of the version that was saved last; 0 for none.
        changing: the change that the model was asked for last.
        told: what came of the last act.
        problem: why it could not be done.
    """

    versions: tuple[Version, ...] = ()
    shown: int = 0
    compared: int = 0
    blocks: frozenset[int] = frozenset()
    spots: frozenset[Spot] = frozenset()
    sources: tuple[Source, ...] = ()
    follows: str = ""
    kept: frozenset[str] = frozenset()
    saved: int = 0
    changing: Changing | None = None
    told: Told | None = None
    problem: AssistantError | None = None

    @property
    def version(self) -> Version | None:
        """The version that is shown."""
        return self.versions[self.shown - 1] if self.shown else None

    @property
    def result(self) -> Result | None:
        """What is shown, as it stands."""
        return self.version.result if self.version else None

    @property
    def undecided(self) -> tuple[int, ...]:
        """The statements that have no support and that the user has not said anything about."""
        blocks = self.result.blocks if self.result else ()
        return tuple(
            index for index, block in enumerate(blocks) if is_unsupported(block) and block.text not in self.kept
        )

    @property
    def can_keep(self) -> bool:
        """Whether something is marked that waits for the user's decision."""
        return not self.blocks.isdisjoint(self.undecided)

    @property
    def is_unsaved(self) -> bool:
        """Whether a person has worked on what is shown since it was made or saved."""
        return bool(self.version and self.version.basis and self.shown != self.saved)

    @property
    def can_undo(self) -> bool:
        """Whether the version that this one was made from is there."""
        return bool(self.version and self.version.basis)

    @property
    def later(self) -> int:
        """The number of the newest version made from this one; 0 when there is none."""
        return max((each.number for each in self.versions if each.basis == self.shown), default=0)
