"""The model's child: long-lived, one job at a time, with one model that was verified before it was loaded."""

import contextlib
import dataclasses
import os
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from dataclasses import dataclass
from multiprocessing.connection import Connection
from typing import Any

from assistant.classify.question import Question, weigh
from assistant.engine import opening
from assistant.engine.engine import Stopping
from assistant.engine.memory import need
from assistant.engine.models import fingerprint
from assistant.engine.session import Session
from assistant.errors import AssistantError, ModelChanged, Stopped
from assistant.job import Job, carry_out, prepare, read_ahead
from assistant.worker.child import begin, failure
from assistant.worker.lockdown import Limits, Protection, lockdown
from assistant.worker.messages import Cancelled, Event, Finished, Progress, ReadAhead, Weighed
from assistant.worker.wire import receive, send

#: Address space beyond what a model needs: the file is mapped and also laid out anew, and threads reserve some for stacks.
_SPARE_MB = 3_072
_MB = 1 << 20


@dataclass(frozen=True)
class Opening:
    """Which model a child is to load, and how; see ``engine/opening.py``. No model is for what the program does alone."""

    model: str | None = None
    seed: int = 0
    threads: int | None = None


@dataclass(frozen=True)
class Numbered:
    """A job with its place in the order that the parent gave them; ``ahead`` when it is only to be read ahead."""

    number: int
    job: Job
    ahead: bool = False


@dataclass(frozen=True)
class Asked:
    """A question with its place among the jobs."""

    number: int
    question: Question


@dataclass(frozen=True)
class Opened:
    """The model is loaded, its name is known, and this protection took hold."""

    model: str
    protection: Protection


@dataclass(frozen=True)
class Loaded:
    """A model at work, and whether its file is still the one that was verified."""

    session: Session
    is_unchanged: Callable[[], bool] = lambda: True


GiveUp = Callable[[Limits], None]
#: How a child gets its model: a function of a module, since its name is all that reaches the child.
Open = Callable[[Opening, Stopping, GiveUp], AbstractContextManager[Loaded]]


@contextlib.contextmanager
def open_model(order: Opening, stopping: Stopping, give_up: GiveUp) -> Iterator[Loaded]:
    """A real model. What it does not need is given up after llama.cpp is loaded and before the model's file is looked at."""
    installed = opening.choose(order.model)
    opening.prepare()
    before = fingerprint(installed.path)
    needed = need(installed.model, opening.context_of(installed)) + installed.model.bytes
    give_up(Limits(memory_mb=needed // _MB + _SPARE_MB, read=(installed.path.resolve(),)))
    with opening.loaded(installed, stopping, seed=order.seed, threads=order.threads) as session:
        yield Loaded(session, lambda: fingerprint(installed.path) == before)


def main(connection: Connection, parent: int, cancelled: Any, first: int, order: Opening, open_: Open) -> None:
    """Load the model, say Opened or Failed, then carry out one Numbered job after the other until the parent is gone.

    Args:
        connection: to the parent.
        parent: its process number.
        cancelled: a shared integer; jobs up to this number are to be stopped.
        first: the number of the first job, so that loading for it can be stopped too.
        order: which model.
        open_: how to get it.
    """
    begin(parent)
    prepare()
    child = _Child(connection, cancelled, first)
    try:
        with open_(order, child.stopping, child.give_up) as loaded:
            send(connection, Opened(loaded.session.identity.model, child.protection))
            child.work(loaded)
    except (EOFError, OSError):
        pass  # the parent has gone
    except Exception as error:  # noqa: BLE001 - every failure is told; the parent has the words
        with contextlib.suppress(OSError):
            send(connection, failure(error))
    os._exit(0)  # llama.cpp's threads are not waited for


class _Child:
    """The child's side of the pipe."""

    def __init__(self, connection: Connection, cancelled: Any, first: int) -> None:
        self._connection = connection
        self._cancelled = cancelled
        self._number = first
        self.protection = Protection()

    def stopping(self) -> bool:
        """Whether the job under way is to be stopped."""
        return bool(self._cancelled.value >= self._number)

    def give_up(self, limits: Limits) -> None:
        """Give up what is not needed, remember what took hold, and say that the model's file comes next."""
        send(self._connection, Progress("opening", 1, 1, 0.0))
        self.protection = lockdown(limits)

    def work(self, loaded: Loaded) -> None:
        """Carry out jobs; the last one ends with ModelChanged when the model's file is no longer the one that was verified.

        Looked at before a job, to save the work, and after it: the file is mapped, so what was written over it has answered.
        """
        while True:
            numbered = receive(self._connection, Numbered, Asked)
            self._number = numbered.number
            self._require_unchanged(loaded)
            event = self._done(numbered, loaded.session)
            self._require_unchanged(loaded)
            send(self._connection, event)

    @staticmethod
    def _require_unchanged(loaded: Loaded) -> None:
        if not loaded.is_unchanged():
            raise ModelChanged(model=loaded.session.identity.model)

    def _done(self, order: Numbered | Asked, session: Session) -> Event:
        def say(event: Event) -> None:
            send(self._connection, event)

        try:
            if isinstance(order, Asked):
                return Weighed(weigh(order.question, session))
            if order.ahead:
                read_ahead(order.job, session, say)
                return ReadAhead()
            result = carry_out(order.job, session, say)
        except Stopped:
            return Cancelled()
        except AssistantError as error:
            return failure(error)
        return Finished(dataclasses.replace(result, documents=()))
