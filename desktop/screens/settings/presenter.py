"""A choice takes effect at once and is kept. What IT has fixed is not the user's to choose."""

import dataclasses
import os
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from assistant.errors import AssistantError
from assistant.policy import Policy
from assistant.settings import Settings


@dataclass(frozen=True)
class State:
    """Everything the view needs.

    Attributes:
        settings: those that count.
        fixed: the names of those that IT has fixed.
        policy: what IT has fixed, these settings and all else, and where.
        models: the id and title of each model that is installed.
        cores: how many the processor has.
        problem: why a choice could not be kept; it counts until the window is closed.
    """

    settings: Settings
    fixed: frozenset[str] = frozenset()
    policy: Policy = field(default_factory=Policy)
    models: tuple[tuple[str, str], ...] = ()
    cores: int = field(default_factory=lambda: os.cpu_count() or 1)
    problem: AssistantError | None = None


class Presenter:
    """Decides. Every act ends with the new State being shown."""

    def __init__(
        self,
        own: Settings,
        policy: Policy,
        save: Callable[[Settings], None],
        changed: Callable[[Settings, Settings], None],
        show: Callable[[State], None],
    ) -> None:
        """``own`` are the user's; ``changed`` hears which settings counted before, and which count now."""
        self._own = own
        self._policy = policy
        self._save = save
        self._changed = changed
        self._show = show
        self.state = State(policy.over(own), frozenset(policy.fixed), policy)

    def choose(self, name: str, value: object) -> None:
        """The user wants another value."""
        before = self.state.settings
        if name in self.state.fixed or getattr(before, name) == value:
            return
        self._own = dataclasses.replace(self._own, **{name: value})  # type: ignore[arg-type]
        problem = None
        try:
            self._save(self._own)
        except AssistantError as error:
            problem = error
        self.state = dataclasses.replace(self.state, settings=self._policy.over(self._own), problem=problem)
        self._changed(before, self.state.settings)
        self._show(self.state)

    def have(self, models: Sequence[tuple[str, str]]) -> None:
        """These models are installed now."""
        self.state = dataclasses.replace(self.state, models=tuple(models))
        self._show(self.state)
