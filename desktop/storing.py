"""Models are fetched, imported, verified and removed in the background, one order at a time. Knows no Qt.

Every order ends with exactly one of Done, Cancelled and Failed.
"""

import dataclasses
import threading
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from assistant.engine.models import Store, verified
from assistant.errors import Stopped
from assistant.worker.child import failure
from assistant.worker.messages import Cancelled, Failed


@dataclass(frozen=True)
class Order:
    """What is to be done with a model.

    Attributes:
        act: ``fetch`` (over a network), ``copy`` (from a folder), ``import``, ``verify`` or ``remove``.
        model: its id; for an import its file's name.
        path: the folder to copy from, or the file to import.
    """

    act: str
    model: str
    path: Path = Path()


@dataclass(frozen=True)
class Share:
    """How far an order has come: bytes done and in all, from 0 again for a second ``step``."""

    done: int
    total: int
    step: str


@dataclass(frozen=True)
class Done:
    """The order is carried out, on the model with this id."""

    model: str


Event = Share | Done | Cancelled | Failed
#: Hears what happens; called from the thread that does the work.
Hear = Callable[[Event], None]


class Storing:
    """Carries out orders on a store."""

    def __init__(self, store: Store, hear: Hear) -> None:
        self._store = store
        self._hear = hear
        self._stop = threading.Event()
        self._thread: threading.Thread | None = None

    def begin(self, order: Order) -> None:
        """Carry out an order; the one before must have ended."""
        self._wait()
        self._stop.clear()
        self._thread = threading.Thread(target=self._work, args=(order,), name="storing", daemon=True)
        self._thread.start()

    def stop(self) -> None:
        """Stop the order under way; one that has ended does not mind. What has been fetched is kept, to go on from."""
        self._stop.set()

    def close(self) -> None:
        """Stop, and return when nothing is under way."""
        self.stop()
        self._wait()

    def _wait(self) -> None:
        if self._thread:
            self._thread.join()

    def _work(self, order: Order) -> None:
        event: Event
        try:
            event = Done(self._done(order))
        except Stopped:
            event = Cancelled()
        except Exception as error:  # noqa: BLE001 - a bug ends the order too, and is told as one
            event = failure(error)
        self._hear(event)

    def _done(self, order: Order) -> str:
        """The id of the model, once the order is carried out."""
        if order.act == "import":
            return self._store.add(order.path, told=self._told("reading"), copied=self._told("copying")).id
        if order.act == "verify":
            verified(self._store.find(order.model), self._told("reading"))
        elif order.act == "remove":
            self._store.remove(order.model)
        else:
            self._fetch(order)
        return order.model

    def _fetch(self, order: Order) -> None:
        from assistant.engine.fetch import Order as Fetch  # noqa: PLC0415 - the only module with a network, loaded when ordered
        from assistant.engine.fetch import fetch  # noqa: PLC0415

        model = self._store.model(order.model)
        if order.act == "copy":
            model = dataclasses.replace(model, hub=None, packages=None)
        folders = [order.path] if order.act == "copy" else []
        fetch(Fetch(model, folders, told=self._told("fetching"), stopping=self._stop.is_set), self._store)

    def _told(self, step: str) -> Callable[[int, int], None]:
        def told(done: int, total: int) -> None:
            self._hear(Share(done, total, step))
            if self._stop.is_set():
                raise Stopped

        return told
