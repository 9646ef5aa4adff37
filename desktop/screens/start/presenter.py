"""What the first start comes to: what this computer has, a model to begin with, and on to the documents. Knows no Qt.

What is done with models is decided by the models' own presenter, which this one has.
"""

import dataclasses
from collections.abc import Callable
from dataclasses import dataclass

from assistant.machine import Machine
from assistant.offers import Offer, best
from assistant.worker.lockdown import Protection
from desktop.screens.models import presenter as models


@dataclass(frozen=True)
class State:
    """Everything the view needs.

    Attributes:
        machine: what this computer has.
        models: the models, and the work with them.
        is_first: whether no model could answer when this was begun.
    """

    machine: Machine
    models: models.State
    is_first: bool

    @property
    def recommended(self) -> Offer | None:
        """The model to begin with; None when none fits."""
        return best(self.models.offers)

    @property
    def smallest(self) -> Offer | None:
        """The one that asks least of the computer, to tell what is missing where none fits."""
        offered = (offer for offer in self.models.offers if not offer.is_here and offer.model.role != "test")
        return min(offered, key=lambda offer: offer.needs, default=None)

    @property
    def can_go_on(self) -> bool:
        """Whether a model can answer and nothing is under way."""
        return bool(self.models.in_use) and self.models.work is None

    @property
    def can_go_without(self) -> bool:
        """Whether the user can do without a model for now."""
        return not self.models.in_use and self.models.work is None


class Presenter:
    """Decides. Every act ends with the new State being shown."""

    def __init__(
        self,
        look: Callable[[], Machine],
        of_models: models.Presenter,
        without: Callable[[], None],
        leave: Callable[[], None],
        show: Callable[[State], None],
    ) -> None:
        """``look`` tells what this computer has, ``without`` remembers that no model is wanted.

        ``leave`` closes this window for the one with documents.
        """
        self.models = of_models
        self._look = look
        self._without = without
        self._leave = leave
        self._show = show
        self.models.refresh()
        self.state = State(look(), of_models.state, is_first=not of_models.state.in_use)
        recommended = self.state.recommended
        if recommended and self.state.is_first:
            self.models.choose(recommended.model.id)
            self.state = dataclasses.replace(self.state, models=of_models.state)

    def refresh(self) -> None:
        """Look again: other programs may have been closed meanwhile, or files put in place."""
        if self.state.models.work is None:
            protection = self.state.machine.protection
            self._change(machine=dataclasses.replace(self._look(), protection=protection))
            self.models.refresh()

    def hear_models(self, state: models.State) -> None:
        """How it stands with the models."""
        self._change(models=state)

    def hear_protection(self, protection: Protection) -> None:
        """What takes hold in a reader on this computer."""
        self._change(machine=dataclasses.replace(self.state.machine, protection=protection))

    def go_on(self) -> None:
        """On to the documents."""
        if self.state.can_go_on:
            self._leave()

    def go_without(self) -> None:
        """On to the documents without a model; this is not asked again."""
        if self.state.can_go_without:
            self._without()
            self._leave()

    def _change(self, **new: object) -> None:
        self.state = dataclasses.replace(self.state, **new)  # type: ignore[arg-type]
        self._show(self.state)
