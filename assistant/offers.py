"""What each model means on this computer: whether it is here, fits, and about how fast it is. Facts for whoever shows them."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from assistant import paths, speed
from assistant.engine import memory
from assistant.engine.catalogue import Model
from assistant.engine.models import Store
from assistant.engine.opening import CONTEXT
from assistant.errors import AssistantError
from assistant.machine import Machine
from assistant.policy import Policy
from assistant.settings import Settings
from assistant.speed import Speed


class Fit(StrEnum):
    """Whether a model fits in memory."""

    NOW = "now"
    LATER = "later"  # when other programs have been closed
    NEVER = "never"


@dataclass(frozen=True)
class Offer:
    """One model on this computer.

    Attributes:
        model: which.
        path: where its file lies; None when it is not here.
        is_own: whether that file is the user's, to be removed by him; otherwise it lies where IT has put it.
        begun: bytes that a stopped fetch has left, to go on from.
        needs: bytes of memory.
        fit: whether there is so much.
        has_room: whether the disk has room for the file.
        speed: how fast it is, or is reckoned to be.
    """

    model: Model
    path: Path | None
    is_own: bool
    begun: int
    needs: int
    fit: Fit
    has_room: bool
    speed: Speed

    @property
    def is_here(self) -> bool:
        """Whether its file is on this computer."""
        return self.path is not None

    @property
    def suits(self) -> bool:
        """Whether it can be fetched and will answer."""
        return self.fit is not Fit.NEVER and (self.is_here or self.has_room)


def offers(store: Store, machine: Machine) -> tuple[Offer, ...]:
    """An offer for each model of the store; those for tests only where they are installed."""
    made = (_offer(model, store, machine) for model in store.models)
    return tuple(offer for offer in made if offer.is_here or offer.model.role != "test")


def best(made: Sequence[Offer]) -> Offer | None:
    """The one to recommend: the default model, else the largest that fits; one that fits now goes before one that may later."""
    suited = [offer for offer in made if offer.suits and offer.model.role != "test"]
    return max(
        suited,
        key=lambda offer: (offer.fit is Fit.NOW, offer.model.role == "default", offer.model.bytes),
        default=None,
    )


def in_use(store: Store, chosen: str) -> str:
    """The id of the model that will answer when this one is chosen, or none; empty when none can."""
    try:
        return store.find(chosen or None).model.id
    except AssistantError:
        return ""


def are_asked_for(chosen: Settings, fixed: Policy) -> bool:
    """Whether there is no model to work with, and the user is the one to see to that: IT has provided none."""
    if not chosen.asks_for_model or fixed.models_folder is not None or paths.extra_models():
        return False
    return not in_use(Store(), chosen.model)


def _offer(model: Model, store: Store, machine: Machine) -> Offer:
    path = store.where(model)
    part = store.folder / f"{model.file}.part"
    begun = part.stat().st_size if part.is_file() else 0
    needs = memory.need(model, min(CONTEXT, model.context))
    return Offer(
        model,
        path,
        is_own=path is not None and path.parent == store.folder,
        begun=begun,
        needs=needs,
        fit=_fit(needs, machine),
        has_room=machine.disk_free is None or model.bytes - begun <= machine.disk_free,
        speed=speed.of(model, machine.threads),
    )


def _fit(needs: int, machine: Machine) -> Fit:
    if machine.memory is not None and needs > machine.memory:
        return Fit.NEVER
    if machine.memory_free is not None and needs > machine.memory_free:
        return Fit.LATER
    return Fit.NOW
