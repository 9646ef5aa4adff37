"""Jobs in the background, for a program that must not wait: a thread does them in order and calls back. It knows no Qt.

Every order ends with exactly one of Finished, Cancelled and Failed, whatever happens, also when all is closed.
"""

import itertools
import queue
import threading
from collections.abc import Callable

from assistant.errors import Stopped
from assistant.job import Job
from assistant.worker.child import failure
from assistant.worker.client import ModelChild
from assistant.worker.messages import Cancelled, Event, Finished

#: Hears the number of an order and what has happened to it; called from the background's thread.
Hear = Callable[[int, Event], None]


class Background:
    """A thread with a model's child; orders wait for their turn."""

    def __init__(self, child: ModelChild, hear: Hear) -> None:
        self._child = child
        self._hear = hear
        self._numbers = itertools.count(1)
        self._orders: queue.SimpleQueue[tuple[int, Job] | None] = queue.SimpleQueue()
        self._stopped: set[int] = set()
        self._is_closing = threading.Event()
        self._thread = threading.Thread(target=self._work, name="jobs", daemon=True)
        self._thread.start()

    def order(self, job: Job) -> int:
        """Put a job at the end; its number."""
        number = next(self._numbers)
        self._orders.put((number, job))
        return number

    def stop(self, number: int) -> None:
        """Stop an order, under way or waiting; one that has ended does not mind."""
        self._stopped.add(number)

    def close(self) -> None:
        """Stop everything and end the child; returns when the last order has ended."""
        self._is_closing.set()
        self._orders.put(None)
        self._thread.join()

    def _work(self) -> None:
        # The child is started by this thread and must not outlive it: the system ends it with the thread (lockdown.die_with).
        with self._child:
            while (order := self._orders.get()) is not None:
                number, job = order
                self._hear(number, self._done(number, job))

    def _done(self, number: int, job: Job) -> Event:
        def is_stopped() -> bool:
            return self._is_closing.is_set() or number in self._stopped

        if is_stopped():
            return Cancelled()
        try:
            return Finished(self._child.carry_out(job, lambda event: self._hear(number, event), is_stopped))
        except Stopped:
            return Cancelled()
        except Exception as error:  # noqa: BLE001 - a bug ends the order too, and is told as one
            return failure(error)
        finally:
            self._stopped.discard(number)
