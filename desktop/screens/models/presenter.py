"""Which models there are and which answers; one thing at a time is done with them. Plain Python; the views show the State."""

import dataclasses
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Final, Protocol

from assistant.errors import AssistantError, known
from assistant.offers import Offer
from assistant.worker.messages import Cancelled, Failed
from desktop.storing import Done, Event, Order, Share

#: Below this share and time an estimate of the time left would only be a guess.
_SHARE_TO_TELL: Final = 0.02
_SECONDS_TO_TELL: Final = 2.0


class Works(Protocol):
    """Who carries out orders; see ``desktop/storing.py``."""

    def begin(self, order: Order) -> None:
        """Carry out an order."""

    def stop(self) -> None:
        """Stop it."""


@dataclass(frozen=True)
class Rules:
    """What holds for as long as the program runs.

    Attributes:
        has_network: whether this program may fetch over a network; the one with documents may not.
        may_fetch: whether IT lets models be fetched at all.
        is_fixed: whether IT has fixed which model answers.
        is_bare: whether there is nothing in this program that could use a network, as in the installed one.
    """

    has_network: bool = False
    may_fetch: bool = True
    is_fixed: bool = False
    is_bare: bool = False


@dataclass(frozen=True)
class Work:
    """What is under way.

    Attributes:
        order: what was ordered.
        step: ``fetching``, ``reading`` or ``copying``; empty before anything has been heard.
        done: bytes.
        total: bytes in all, 0 before that is known.
        seconds_left: an estimate, None when it would only be a guess.
        is_stopping: whether a stop has been asked for.
    """

    order: Order
    step: str = ""
    done: int = 0
    total: int = 0
    seconds_left: float | None = None
    is_stopping: bool = False

    @property
    def share(self) -> float:
        """Of the step, 0 to 1."""
        return self.done / self.total if self.total else 0.0


@dataclass(frozen=True)
class State:
    """Everything a view needs.

    Attributes:
        rules: what holds.
        offers: the models.
        chosen: the id of the one that is selected; empty when there is none.
        in_use: the id of the one that answers; empty when none can.
        work: what is under way.
        question: what waits for the user's yes: an import, a removal, or ``fetch`` where that takes another program.
        done: the order that was carried out last, until something else is done.
        problem: why an order was not, or why the models cannot be told.
    """

    rules: Rules = Rules()
    offers: tuple[Offer, ...] = ()
    chosen: str = ""
    in_use: str = ""
    work: Work | None = None
    question: Order | None = None
    done: Order | None = None
    problem: AssistantError | None = None

    @property
    def offer(self) -> Offer | None:
        """The chosen model."""
        return next((offer for offer in self.offers if offer.model.id == self.chosen), None)

    @property
    def can_fetch(self) -> bool:
        """Whether the chosen model can be fetched over a network now."""
        return (
            self.can_copy
            and self.rules.may_fetch
            and not self.rules.is_bare
            and bool(self.offer and (self.offer.model.hub or self.offer.model.packages))
        )

    @property
    def can_copy(self) -> bool:
        """Whether the chosen model can be copied from a folder now."""
        offer = self.offer
        return self.work is None and offer is not None and not offer.is_here and offer.has_room

    @property
    def can_use(self) -> bool:
        """Whether the chosen model can be made the one that answers."""
        is_other = self.offer is not None and self.offer.is_here and self.chosen != self.in_use
        return is_other and not self.rules.is_fixed

    @property
    def can_verify(self) -> bool:
        """Whether the chosen model's file can be looked at now."""
        return self.work is None and self.offer is not None and self.offer.is_here

    @property
    def can_remove(self) -> bool:
        """Whether there is anything of the chosen model that is the user's to remove."""
        return self.work is None and self.offer is not None and (self.offer.is_own or self.offer.begun > 0)

    @property
    def can_import(self) -> bool:
        """Whether a file can be imported now."""
        return self.work is None


class Presenter:
    """Decides. Every act ends with the new State being shown."""

    def __init__(
        self,
        look: Callable[[], tuple[tuple[Offer, ...], str]],
        works: Works,
        use: Callable[[str], None],
        leave: Callable[[], None],
        show: Callable[[State], None],
        *,
        rules: Rules,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        """``look`` gives the models and which answers, ``use`` has another answer or the same one opened anew.

        ``leave`` closes this program for the one that may fetch, and ``clock`` counts seconds.
        """
        self._look = look
        self._works = works
        self._use = use
        self._leave = leave
        self._show = show
        self._clock = clock
        self._began = (0.0, 0)
        self.state = State(rules)

    def refresh(self) -> None:
        """Look what there is."""
        self._change(**self._found())

    def choose(self, name: str) -> None:
        """Select a model."""
        self._change(chosen=name, done=None, problem=None)

    def use(self) -> None:
        """Have the chosen model answer from now on."""
        if self.state.can_use:
            self._use(self.state.chosen)
            self._change(**{"problem": None, "done": Order("use", self.state.chosen), **self._found()})

    def fetch(self) -> None:
        """Fetch the chosen model over a network; where that takes another program, ask first."""
        order = Order("fetch", self.state.chosen)
        if self.state.can_fetch and self.state.rules.has_network:
            self._begin(order)
        elif self.state.can_fetch:
            self._change(question=order)

    def copy(self, folder: Path) -> None:
        """Take the chosen model from a folder, such as a file share or a memory stick."""
        if self.state.can_copy:
            self._begin(Order("copy", self.state.chosen, folder))

    def bring(self, file: Path) -> None:
        """Import a file, if the user says yes to what that means."""
        if self.state.can_import:
            self._change(question=Order("import", file.name, file))

    def verify(self) -> None:
        """Read the chosen model's file through."""
        if self.state.can_verify:
            self._begin(Order("verify", self.state.chosen))

    def remove(self) -> None:
        """Remove the chosen model's file, if the user says yes."""
        if self.state.can_remove:
            self._change(question=Order("remove", self.state.chosen))

    def answer(self, is_yes: bool) -> None:  # noqa: FBT001 - an answer
        """What the user says to the question."""
        order = self.state.question
        self._change(question=None)
        if order and is_yes:
            if order.act == "fetch":
                self._leave()
            else:
                self._begin(order)

    def stop(self) -> None:
        """Stop what is under way."""
        if self.state.work:
            self._works.stop()
            self._change(work=dataclasses.replace(self.state.work, is_stopping=True))

    def hear(self, event: Event) -> None:
        """What has happened to the order."""
        work = self.state.work
        if work is None:
            return
        if isinstance(event, Share):
            self._change(work=self._come(work, event))
        elif isinstance(event, Failed):
            self._change(**{**self._found(), "work": None, "problem": known(event.code, event.facts)})
        elif isinstance(event, Cancelled):
            self._change(work=None, **self._found())
        else:
            self._ended(work.order, event)

    def _ended(self, order: Order, event: Done) -> None:
        before, has_come = self.state.in_use, order.act in {"fetch", "copy", "import"}
        if order.act == "remove" and before == order.model:
            self._use("")
        elif has_come and (not before or self.state.rules.has_network):  # who starts the other program means to use it
            self._use(event.model)
        chosen = {"chosen": event.model} if has_come else {}
        self._change(**{**self._found(), **chosen, "work": None, "done": dataclasses.replace(order, model=event.model)})

    def _begin(self, order: Order) -> None:
        self._change(work=Work(order), done=None, problem=None)
        self._works.begin(order)

    def _come(self, work: Work, share: Share) -> Work:
        now = self._clock()
        if share.step != work.step:
            self._began = (now, share.done)
        began, first = self._began
        left = None
        has_come = share.done - first
        if now - began >= _SECONDS_TO_TELL and has_come >= _SHARE_TO_TELL * share.total:
            left = (share.total - share.done) * (now - began) / has_come
        return dataclasses.replace(work, step=share.step, done=share.done, total=share.total, seconds_left=left)

    def _found(self) -> dict[str, object]:
        """What there is now, as far as it can be told."""
        try:
            offers, in_use = self._look()
        except AssistantError as error:
            return {"offers": (), "in_use": "", "chosen": "", "problem": error}
        names = [offer.model.id for offer in offers]
        wanted = [name for name in (self.state.chosen, in_use, *names) if name in names]
        return {"offers": offers, "in_use": in_use, "chosen": wanted[0] if wanted else ""}

    def _change(self, **new: object) -> None:
        self.state = dataclasses.replace(self.state, **new)  # type: ignore[arg-type]
        self._show(self.state)
