"""The screens that sort, over a real store in memory; the program decides alone."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from assistant.schemes.read import load
from assistant.wording import Words
from desktop.screens.finishing import presenter as finishing
from desktop.screens.review import presenter as review
from desktop.screens.sorting import presenter
from desktop.sorting import Ended, Order, Sorting, Step
from tests.desktop.sorting import alone, written

EN = Words("en")
TEXTS = {
    "protokoll.txt": "Protokoll\n\n§ 1 Val av justerare\n\nNämnden beslutar att välja Anna Ek till justerare.\n\nVid protokollet",
    "faktura.txt": "Faktura\n\nFakturanummer 123. Att betala 500 kr. Förfallodag 2026-04-01. Bankgiro 5050-1055.",
    "kallelse.txt": "Kallelse till nämndens sammanträde\n\nFöredragningslista\n\nÄrende 1 Upprop. Ärende 2 Val av justerare.",
    "tom.txt": "Hej.",
}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return written(tmp_path / "in", TEXTS)


class Office:
    """The three presenters over one store; orders are carried out when they are given, in this thread."""

    def __init__(self, works: Sorting) -> None:
        self.works = works
        self.now = 0.0
        self.held: list[Order] | None = None
        self.events: list[tuple[Order, object]] = []
        self.sorting = presenter.Presenter(
            works, lambda: [load("bradskande"), load("handlingstyp")], lambda _state: None, lambda: self.now
        )
        self.review = review.Presenter(works, self.read, lambda _state: None)
        self.finishing = finishing.Presenter(works, self.sorting.run, lambda _state: None)
        self.reads: list[tuple[int, Path]] = []

    def read(self, number: int, path: Path) -> None:
        self.reads.append((number, path))

    def hear(self, order: Order, event: Step | Ended) -> None:
        self.events.append((order, event))

    def tell(self) -> None:
        """Wait for the thread, and hand over what it has said, as the bridge does."""
        self.works._wait()
        for order, event in self.events:
            self.sorting.hear(order, event)  # type: ignore[arg-type]
            self.finishing.hear(order, event)  # type: ignore[arg-type]
        self.events.clear()


@pytest.fixture
def office(own_home: Path) -> Iterator[Office]:
    assert own_home
    events: list[tuple[Order, object]] = []
    works = alone(lambda order, event: events.append((order, event)))
    made = Office(works)
    made.events = events
    yield made
    works.close()


@pytest.fixture
def sorted_(office: Office, folder: Path) -> Office:
    """With the folder sorted."""
    office.sorting.refresh()
    office.sorting.take([folder])
    office.sorting.start()
    office.tell()
    assert office.sorting.state.problem is None
    return office


def opened(office: Office) -> review.State:
    office.review.open(office.sorting.state.chosen)
    return office.review.state


def named(office: Office, name: str) -> int:
    return next(place for place, line in enumerate(office.review.state.lines) if line.path.name == name)
