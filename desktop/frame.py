"""What the frame decides: which screen is shown, what is told above it, and whether the window may close. Knows no Qt."""

import dataclasses
from collections.abc import Callable
from dataclasses import dataclass, field

from assistant.errors import Fact


@dataclass(frozen=True)
class Told:
    """Something to tell that belongs to no screen: a code and facts, as an error has; ``window.py`` has the words."""

    code: str
    facts: dict[str, Fact] = field(default_factory=dict)


@dataclass(frozen=True)
class State:
    """Everything the window needs.

    Attributes:
        place: the name of the screen that is shown.
        notices: what is told above it, until it has been read.
        question: ``close`` while the user is asked whether work under way may be stopped; empty otherwise.
        is_closing: whether the window may close.
        step: of the guided first task; empty when it is not under way.
    """

    place: str = ""
    notices: tuple[Told, ...] = ()
    question: str = ""
    is_closing: bool = False
    step: str = ""


class Presenter:
    """Decides. Every act ends with the new State being shown."""

    def __init__(self, place: str, is_busy: Callable[[], bool], show: Callable[[State], None]) -> None:
        """``place`` is shown first; ``is_busy`` tells whether work is under way that closing would stop."""
        self._is_busy = is_busy
        self._show = show
        self.state = State(place)

    def go(self, place: str) -> None:
        """Show another screen."""
        self._change(place=place)

    def tell(self, notice: Told) -> None:
        """Tell something once; what is told already is not told again."""
        if notice not in self.state.notices:
            self._change(notices=(*self.state.notices, notice))

    def dismiss(self) -> None:
        """The user has read what was told."""
        self._change(notices=())

    def guide(self, step: str) -> None:
        """The guided first task has come to this step; an empty one ends it."""
        if step != self.state.step:
            self._change(step=step)

    def leave(self) -> None:
        """The user wants to close the window: work under way is asked about first."""
        if self._is_busy() and not self.state.is_closing:
            self._change(question="close")
        else:
            self._change(is_closing=True)

    def answer(self, is_yes: bool) -> None:  # noqa: FBT001 - an answer
        """What the user says to the question."""
        self._change(question="", is_closing=is_yes)

    def _change(self, **new: object) -> None:
        self.state = dataclasses.replace(self.state, **new)  # type: ignore[arg-type]
        self._show(self.state)
