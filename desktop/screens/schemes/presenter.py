"""Which scheme is edited, what of it has been changed, and how it does on a few documents. Plain Python, without Qt."""

import dataclasses
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Protocol

from assistant.errors import AssistantError
from assistant.schemes import edit
from assistant.schemes.scheme import Label, Scheme
from assistant.worker.messages import Failed
from desktop.sorting import Ended, Event, Order, Step, problem_of


class Works(Protocol):
    """Where schemes are kept."""

    def all(self) -> list[Scheme]:
        """The schemes there are."""

    def is_own(self, name: str) -> bool:
        """Whether one is the user's own."""

    def load(self, path: Path) -> Scheme:
        """Read one from a file."""

    def keep(self, scheme: Scheme) -> None:
        """Keep one as the user's own."""

    def remove(self, name: str) -> None:
        """Remove one of the user's own."""


@dataclass(frozen=True)
class Names:
    """What new schemes and classes are called until the user says otherwise, in the window's language."""

    scheme: str = "New scheme"
    label: str = "New class"
    copy: str = "{name} – copy"
    language: str = "en"


@dataclass(frozen=True)
class State:
    """Everything the view needs.

    Attributes:
        schemes: those that are kept.
        scheme: the one that is shown, as it has been changed; None when there is none.
        is_own: whether it can be changed: shipped ones are copied first.
        is_changed: whether it has been changed since it was kept.
        code: of the class that is shown.
        problem: why it cannot be kept, or why something else could not be done.
        saved: whether it has just been kept.
        running: how many of how many documents it has been tried on; None when it is not being tried.
        tried: what came of that.
        without_model: whether the program was alone in that.
        question: ``remove`` or ``leave`` while the user is asked; empty otherwise.
    """

    schemes: tuple[Scheme, ...] = ()
    scheme: Scheme | None = None
    is_own: bool = False
    is_changed: bool = False
    code: str = ""
    problem: Failed | None = None
    saved: bool = False
    running: tuple[int, int] | None = None
    tried: Ended | None = None
    question: str = ""

    @property
    def label(self) -> Label | None:
        """The class that is shown."""
        labels = self.scheme.labels if self.scheme else ()
        return next((label for label in labels if label.code == self.code), None)

    @property
    def can_change(self) -> bool:
        """Whether what is shown can be changed."""
        return self.scheme is not None and self.is_own

    @property
    def can_save(self) -> bool:
        """Whether there is something to keep."""
        return self.can_change and self.is_changed

    @property
    def can_remove_label(self) -> bool:
        """Whether a class can go: a list of one is no choice."""
        return self.can_change and self.scheme is not None and len(self.scheme.labels) > 2  # noqa: PLR2004 - see above


class Presenter:
    """Decides. Every act ends with the new State being shown."""

    def __init__(self, works: Works, run: Callable[[Order], bool], show: Callable[[State], None]) -> None:
        """``run`` has an order carried out, unless another is under way."""
        self._works = works
        self._run = run
        self._show = show
        self._next = ""
        self.names = Names()
        self.state = State()

    def open(self, name: str) -> None:
        """Show the schemes, this one first; one that has been changed and not kept stays where it is."""
        if self.state.is_changed:
            self._change(schemes=tuple(self._works.all()))
        else:
            self._look(name)

    def choose(self, name: str) -> None:
        """Show another scheme; what has been changed and not kept is asked about first."""
        if self.state.scheme and name == self.state.scheme.id:
            return
        if self.state.is_changed:
            self._next = name
            self._change(question="leave")
        else:
            self._look(name)

    def create(self) -> None:
        """Begin a new scheme."""
        first = (f"{self.names.label} 1", f"{self.names.label} 2")
        self._begin(edit.fresh(self.names.scheme, first, self._taken(), self.names.language))

    def copy(self) -> None:
        """Begin a copy of the scheme that is shown."""
        if self.state.scheme:
            name = self.names.copy.format(name=self.state.scheme.name)
            self._begin(edit.copied(self.state.scheme, name, self._taken()))

    def bring(self, path: Path) -> None:
        """Take a scheme from a file."""
        try:
            scheme = self._works.load(path)
        except AssistantError as error:
            self._change(problem=problem_of(error), saved=False)
            return
        self._begin(edit.copied(scheme, scheme.name, self._taken()))

    def show(self, code: str) -> None:
        """Show another class."""
        self._change(code=code)

    def name(self, **new: str) -> None:
        """Change what the scheme itself says: ``name``, ``purpose`` or ``question``."""
        if self.state.can_change and self.state.scheme:
            self._edit(dataclasses.replace(self.state.scheme, **new))  # type: ignore[arg-type]

    def say(self, **new: Any) -> None:
        """Change what the class that is shown says: its ``name``, ``code``, ``definition`` and so on."""
        if self.state.can_change and self.state.scheme and self.state.label:
            if new.get("code") and any(label.code == new["code"] for label in self.state.scheme.labels):
                return  # taken by another, or the same
            scheme = edit.with_label(self.state.scheme, self.state.code, **new)
            self._edit(scheme, code=str(new.get("code") or self.state.code))

    def add(self) -> None:
        """Add a class after the one that is shown."""
        if self.state.can_change and self.state.scheme:
            scheme, code = edit.with_another(self.state.scheme, self.names.label, self.state.code)
            self._edit(scheme, code=code)

    def take_out(self) -> None:
        """Take the class that is shown out of the scheme."""
        if self.state.can_remove_label and self.state.scheme:
            codes = [label.code for label in self.state.scheme.labels]
            place = codes.index(self.state.code) if self.state.code in codes else 0
            scheme = edit.without(self.state.scheme, self.state.code)
            self._edit(scheme, code=scheme.labels[min(place, len(scheme.labels) - 1)].code)

    def save(self) -> None:
        """Keep the scheme, if it is right."""
        if not self.state.can_save or self.state.scheme is None:
            return
        try:
            scheme = edit.checked(self.state.scheme)
            self._works.keep(scheme)
        except AssistantError as error:
            self._change(problem=problem_of(error), saved=False)
            return
        schemes = tuple(self._works.all())
        self._change(schemes=schemes, scheme=scheme, is_changed=False, saved=True, problem=None)

    def remove(self) -> None:
        """Remove the user's own scheme, once the user has said yes."""
        if self.state.can_change:
            self._change(question="remove")

    def answer(self, is_yes: bool) -> None:  # noqa: FBT001 - an answer
        """What the user says to the question."""
        question, scheme = self.state.question, self.state.scheme
        self._change(question="")
        if not is_yes or scheme is None:
            self._show(self.state)  # what is chosen in the list goes back to what is shown
            return
        if question == "leave":
            self._change(is_changed=False)
            self._look(self._next)
            return
        try:
            self._works.remove(scheme.id)
        except AssistantError as error:
            self._change(problem=problem_of(error))
            return
        self._change(is_changed=False)
        self._look("")

    def try_on(self, paths: Sequence[Path]) -> None:
        """Try the scheme as it is now on a few documents."""
        if self.state.scheme is None:
            return
        try:
            scheme = edit.checked(self.state.scheme)
        except AssistantError as error:
            self._change(problem=problem_of(error))
            return
        if self._run(Order(0, "try", scheme=scheme, paths=tuple(paths))):
            self._change(running=(0, 0), tried=None, problem=None)

    def hear(self, order: Order, event: Event) -> None:
        """Something has happened to an order."""
        if order.act != "try":
            return
        if isinstance(event, Step):
            self._change(running=(event.done, event.total))
        else:
            self._change(running=None, tried=event if event.why == "done" else None, problem=event.problem)

    def _begin(self, scheme: Scheme) -> None:
        code = scheme.labels[0].code if scheme.labels else ""
        self._change(scheme=scheme, is_own=True, is_changed=True, code=code, saved=False, problem=None, tried=None)

    def _edit(self, scheme: Scheme, **new: object) -> None:
        if scheme != self.state.scheme:
            self._change(
                **{"scheme": scheme, "is_changed": True, "saved": False, "problem": None, "tried": None, **new}
            )

    def _look(self, name: str) -> None:
        schemes = tuple(self._works.all())
        scheme = next((each for each in schemes if each.id == name), next(iter(schemes), None))
        code = scheme.labels[0].code if scheme else ""
        is_own = scheme is not None and self._works.is_own(scheme.id)
        self._change(schemes=schemes, scheme=scheme, is_own=is_own, code=code, saved=False, problem=None, tried=None)

    def _taken(self) -> set[str]:
        return {scheme.id for scheme in self._works.all()}

    def _change(self, **new: object) -> None:
        self.state = dataclasses.replace(self.state, **new)  # type: ignore[arg-type]
        self._show(self.state)
