"""Which documents are sorted by which scheme, and how far each batch has come. Plain Python; the view shows the State."""

import dataclasses
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Final, Protocol

from assistant.errors import AssistantError
from assistant.schemes.scheme import Scheme
from assistant.worker.messages import Failed
from desktop.sorting import Ended, Event, Order, Step, problem_of

if TYPE_CHECKING:  # it needs much, and the window starts without
    from assistant.classify.desk import Pile

#: Below this many documents and seconds an estimate of the time left would only be a guess.
_DONE_TO_TELL: Final = 3
_SECONDS_TO_TELL: Final = 2.0
#: While a batch is sorted, what is told of it is looked up so often, in seconds.
_SECONDS_TO_LOOK: Final = 1.0
#: The scheme that is chosen at first.
_USUAL: Final = "handlingstyp"


class Works(Protocol):
    """Who sorts, and keeps the batches; see ``desktop/sorting.py``."""

    @property
    def not_kept(self) -> str:
        """Why nothing outlives the window: ``keyring`` or ``policy``; empty where it does."""

    def piles(self) -> "list[Pile]":
        """The batches that are kept."""

    def count(self, paths: Sequence[Path]) -> int:
        """How many documents files and folders hold."""

    def lay_out(self, scheme: Scheme, paths: Sequence[Path]) -> int:
        """Make a batch; its number."""

    def discard(self, number: int) -> None:
        """Forget a batch."""

    def forget(self, scheme: Scheme) -> int:
        """Forget what has been learnt of a scheme; how many examples that were."""

    def learnt(self, scheme: Scheme) -> int:
        """How many confirmed examples of a scheme there are."""

    def begin(self, order: Order) -> None:
        """Carry out an order."""

    def pause(self) -> None:
        """Stop after the document under way."""

    def stop(self) -> None:
        """Stop at once."""


@dataclass(frozen=True)
class Running:
    """The order under way.

    Attributes:
        order: what was ordered.
        done: documents done.
        total: documents in all, 0 before that is known.
        seconds_left: an estimate, None when it would only be a guess.
        is_ending: whether it has been asked to pause or stop.
    """

    order: Order
    done: int = 0
    total: int = 0
    seconds_left: float | None = None
    is_ending: bool = False

    @property
    def share(self) -> float:
        """Of the whole, 0 to 1."""
        return self.done / self.total if self.total else 0.0


@dataclass(frozen=True)
class State:
    """Everything the view needs.

    Attributes:
        schemes: those there are.
        scheme: the name of the chosen one.
        learnt: confirmed examples of it.
        sources: files and folders that are to be sorted next.
        count: documents in them.
        piles: the batches that are kept.
        chosen: the number of the one that is selected, 0 when none is.
        running: the order under way, also one of another screen.
        ended: what the last order of this screen came to, until something else is done.
        forgotten: examples that have just been forgotten, None otherwise.
        question: ``discard`` or ``forget`` while the user is asked; empty otherwise.
        not_kept: why what is sorted does not outlive the window: ``keyring`` or ``policy``; empty where it does.
        without_model: the program is to decide alone, which is quick.
        problem: why something could not be done.
    """

    schemes: tuple[Scheme, ...] = ()
    scheme: str = ""
    learnt: int = 0
    sources: tuple[Path, ...] = ()
    count: int = 0
    piles: "tuple[Pile, ...]" = ()
    chosen: int = 0
    running: Running | None = None
    ended: Ended | None = None
    forgotten: int | None = None
    question: str = ""
    not_kept: str = ""
    without_model: bool = False
    problem: Failed | None = None

    @property
    def pile(self) -> "Pile | None":
        """The chosen batch."""
        return next((pile for pile in self.piles if pile.number == self.chosen), None)

    @property
    def by(self) -> Scheme | None:
        """The chosen scheme."""
        return next((scheme for scheme in self.schemes if scheme.id == self.scheme), None)

    @property
    def can_start(self) -> bool:
        """Whether the documents that were chosen can be sorted now."""
        return self.running is None and self.count > 0 and self.by is not None

    @property
    def can_go_on(self) -> bool:
        """Whether the chosen batch has documents left to sort."""
        return self.running is None and bool(self.pile and self.pile.waiting)

    @property
    def can_review(self) -> bool:
        """Whether something of the chosen batch is there to look at."""
        return bool(self.pile and self.pile.total > self.pile.waiting)

    @property
    def can_decide(self) -> bool:
        """Whether what has been confirmed may change what else was found."""
        pile = self.pile
        return self.running is None and bool(pile and pile.looked_through and self.can_review)

    @property
    def can_discard(self) -> bool:
        """Whether the chosen batch can be forgotten."""
        return self.pile is not None and (self.running is None or self.running.order.number != self.chosen)

    @property
    def can_forget(self) -> bool:
        """Whether something has been learnt of the chosen scheme that can be forgotten."""
        return self.running is None and self.by is not None


class Presenter:
    """Decides. Every act ends with the new State being shown."""

    def __init__(
        self,
        works: Works,
        schemes: Callable[[], list[Scheme]],
        show: Callable[[State], None],
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        """``schemes`` gives those there are, ``clock`` counts seconds."""
        self._works = works
        self._schemes = schemes
        self._show = show
        self._clock = clock
        self._began = (0.0, 0)
        self._looked = 0.0
        self.state = State()

    def refresh(self) -> None:
        """Look what there is; called whenever the screen is shown."""
        self._try(self._look)

    def by(self, scheme: str) -> None:
        """Sort by this scheme."""
        self._try(lambda: self._look(scheme=scheme), ended=None, forgotten=None)

    def decide_alone(self, is_so: bool) -> None:  # noqa: FBT001 - a choice
        """Let the program decide alone, or ask the model too."""
        self._change(without_model=is_so)

    def take(self, paths: Sequence[Path]) -> None:
        """Files and folders are to be sorted next, instead of those chosen before."""
        self._try(lambda: {"sources": tuple(paths), "count": self._works.count(paths)}, ended=None, forgotten=None)

    def start(self) -> None:
        """Sort the documents that were chosen."""
        scheme = self.state.by
        if scheme is None or not self.state.can_start:
            return

        def laid_out() -> dict[str, object]:
            number = self._works.lay_out(scheme, self.state.sources)
            return {**self._look(), "chosen": number, "sources": (), "count": 0}

        if self._try(laid_out):
            self._begin("sort")

    def choose(self, number: int) -> None:
        """Select a batch."""
        self._change(chosen=number, ended=None, forgotten=None, problem=None)

    def go_on(self) -> None:
        """Sort what is left of the chosen batch."""
        if self.state.can_go_on:
            self._begin("sort")

    def decide_anew(self) -> None:
        """Decide what nobody has looked at anew, by what has been confirmed since."""
        if self.state.can_decide:
            self._begin("decide")

    def pause(self) -> None:
        """Stop when the document under way is sorted."""
        if self.state.running:
            self._works.pause()
            self._change(running=dataclasses.replace(self.state.running, is_ending=True))

    def stop(self) -> None:
        """Stop at once."""
        if self.state.running:
            self._works.stop()
            self._change(running=dataclasses.replace(self.state.running, is_ending=True))

    def discard(self) -> None:
        """Forget the chosen batch, once the user has said yes."""
        if self.state.can_discard:
            self._change(question="discard")

    def forget(self) -> None:
        """Forget what has been learnt of the chosen scheme, once the user has said yes."""
        if self.state.can_forget:
            self._change(question="forget")

    def answer(self, is_yes: bool) -> None:  # noqa: FBT001 - an answer
        """What the user says to the question."""
        question, scheme = self.state.question, self.state.by
        self._change(question="")
        if not is_yes:
            return
        if question == "discard":
            self._try(lambda: self._without(self.state.chosen), ended=None)
        elif scheme:
            self._try(lambda: {"forgotten": self._works.forget(scheme), **self._look()}, ended=None)

    def run(self, order: Order) -> bool:
        """Carry out an order, also one of another screen; whether nothing else was under way."""
        if self.state.running is not None:
            return False
        self._began = (self._clock(), -1)
        self._change(running=Running(order), ended=None, forgotten=None, problem=None)
        self._works.begin(order)
        return True

    def hear(self, order: Order, event: Event) -> None:
        """Something has happened to an order."""
        if isinstance(event, Step):
            self._step(event)
            return
        is_ours = order.act in {"sort", "decide"}
        self._change(running=None)
        self._try(self._look, ended=event if is_ours else None, problem=event.problem if is_ours else None)

    def _begin(self, act: str) -> None:
        self.run(Order(self.state.chosen, act, without_model=self.state.without_model))

    def _step(self, step: Step) -> None:
        running = self.state.running
        if running is None:
            return
        if self._began[1] < 0:
            self._began = (self._clock(), step.done)
        elapsed, done = self._clock() - self._began[0], step.done - self._began[1]
        is_known = done >= _DONE_TO_TELL and elapsed >= _SECONDS_TO_TELL
        left = elapsed / done * (step.total - step.done) if is_known else None
        self._change(running=dataclasses.replace(running, done=step.done, total=step.total, seconds_left=left))
        if self._clock() - self._looked >= _SECONDS_TO_LOOK:
            self._looked = self._clock()
            self._try(lambda: {"piles": tuple(self._works.piles())})

    def _look(self, scheme: str = "") -> dict[str, object]:
        schemes = tuple(self._schemes())
        wanted = scheme or self.state.scheme
        by_name = {each.id: each for each in schemes}
        chosen = by_name.get(wanted) or by_name.get(_USUAL) or next(iter(schemes), None)
        piles = tuple(self._works.piles())
        numbers = [pile.number for pile in piles]
        return {
            "schemes": schemes,
            "scheme": chosen.id if chosen else "",
            "learnt": self._works.learnt(chosen) if chosen else 0,
            "piles": piles,
            "chosen": self.state.chosen if self.state.chosen in numbers else next(iter(numbers), 0),
            "not_kept": self._works.not_kept,
        }

    def _without(self, number: int) -> dict[str, object]:
        self._works.discard(number)
        return self._look()

    def _try(self, look: Callable[[], dict[str, object]], **new: object) -> bool:
        """Change the State by what is found, or tell why it cannot be found."""
        try:
            found = look()
        except AssistantError as error:
            self._change(**{**new, "problem": problem_of(error)})
            return False
        self._change(**{"problem": None, **found, **new})
        return True

    def _change(self, **new: object) -> None:
        self.state = dataclasses.replace(self.state, **new)  # type: ignore[arg-type]
        self._show(self.state)
