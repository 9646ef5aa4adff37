"""Jobs in the background, for a program that must not wait: a thread does them in order and calls back. It knows no Qt.

Every order ends with exactly one of Finished, Cancelled and Failed, whatever happens, also when all is closed. One to read ahead
ends with ReadAhead instead of Finished, and gives way, Cancelled, to whatever is ordered after it.
"""

import itertools
import queue
import threading
from collections.abc import Callable
from concurrent.futures import Future
from dataclasses import dataclass, field
from typing import Final

from assistant.classify.question import Question
from assistant.engine.engine import Stopping
from assistant.errors import Stopped, known
from assistant.job import Job
from assistant.worker.child import failure
from assistant.worker.client import ModelChild
from assistant.worker.messages import Cancelled, Event, Failed, Finished, ReadAhead, Weighed

#: How often whoever waits for an answer looks whether it is still wanted, in seconds.
_LOOK: Final = 0.05
#: Hears the number of an order and what has happened to it; called from the background's thread.
Hear = Callable[[int, Event], None]


@dataclass(frozen=True)
class _Asked:
    """A question that a thread waits for the answer to."""

    question: Question
    answer: Future[Event] = field(default_factory=Future)


class Background:
    """A thread with a model's child, one at a time; orders wait for their turn."""

    def __init__(self, child: ModelChild, hear: Hear) -> None:
        self._child = child
        self._hear = hear
        self._numbers = itertools.count(1)
        self._orders: queue.SimpleQueue[tuple[int, Job | _Asked, bool] | ModelChild | None] = queue.SimpleQueue()
        self._stopped: set[int] = set()
        self._is_closing = threading.Event()
        self._thread = threading.Thread(target=self._work, name="jobs", daemon=True)
        self._thread.start()

    def order(self, job: Job) -> int:
        """Put a job at the end; its number."""
        return self._put(job, ahead=False)

    def read_ahead(self, job: Job) -> int:
        """Have a job read ahead if nothing else is to be done; its number."""
        return self._put(job, ahead=True)

    def weigh(self, question: Question, stopping: Stopping) -> tuple[float, ...]:
        """How likely each answer to a question is, when its turn among the orders comes; the calling thread waits.

        Raises:
            AssistantError: it cannot be said.
            Stopped: on request.
        """
        asked = _Asked(question)
        number = self._put(asked, ahead=False)
        while True:
            try:
                event = asked.answer.result(_LOOK)
            except TimeoutError:
                if stopping():
                    self.stop(number)
                continue
            if isinstance(event, Weighed):
                return event.scores
            if isinstance(event, Failed):
                raise known(event.code, event.facts)
            raise Stopped

    def use(self, child: ModelChild) -> None:
        """Have what is ordered from now on done by another child, with another model maybe; what was ordered before is not."""
        self._orders.put(child)

    def stop(self, number: int) -> None:
        """Stop an order, under way or waiting; one that has ended does not mind."""
        self._stopped.add(number)

    def close(self) -> None:
        """Stop everything and end the child; returns when the last order has ended."""
        self._is_closing.set()
        self._orders.put(None)
        self._thread.join()

    def _put(self, job: Job | _Asked, *, ahead: bool) -> int:
        number = next(self._numbers)
        self._orders.put((number, job, ahead))
        return number

    def _work(self) -> None:
        # The child is started by this thread and must not outlive it: the system ends it with the thread (lockdown.die_with).
        try:
            while (order := self._orders.get()) is not None:
                if isinstance(order, ModelChild):
                    self._child.close()
                    self._child = order
                else:
                    self._end(order, self._done(*order))
        finally:
            self._child.close()

    def _end(self, order: tuple[int, Job | _Asked, bool], event: Event) -> None:
        number, job, _ = order
        if isinstance(job, _Asked):
            job.answer.set_result(event)
        else:
            self._hear(number, event)

    def _done(self, number: int, job: Job | _Asked, ahead: bool) -> Event:  # noqa: FBT001 - as it was ordered
        def is_over() -> bool:
            return self._is_closing.is_set() or number in self._stopped

        def is_stopped() -> bool:
            return is_over() or (ahead and not self._orders.empty())

        def say(event: Event) -> None:
            self._hear(number, event)

        if is_stopped():
            return Cancelled()
        try:
            if isinstance(job, _Asked):
                return Weighed(self._child.weigh(job.question, lambda _event: None, is_stopped))
            if ahead:
                self._child.read_ahead(job, say, is_stopped, is_over)
                return ReadAhead()
            return Finished(self._child.carry_out(job, say, is_stopped))
        except Stopped:
            return Cancelled()
        except Exception as error:  # noqa: BLE001 - a bug ends the order too, and is told as one
            return failure(error)
        finally:
            self._stopped.discard(number)
