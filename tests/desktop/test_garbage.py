"""Widgets that nobody needs are destroyed in the window's own thread."""

import gc
import threading
from collections.abc import Iterator
from typing import ClassVar

import pytest
from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication, QWidget

from desktop import garbage
from tests.desktop.conftest import until


class Cycle(QWidget):
    """Needs itself."""

    ended_in: ClassVar[list[str]] = []

    def __init__(self) -> None:
        super().__init__()
        self.itself = self
        self.destroyed.connect(lambda: Cycle.ended_in.append(threading.current_thread().name))


@pytest.fixture
def thresholds() -> Iterator[None]:
    before = gc.get_threshold()
    yield
    gc.set_threshold(*before)
    Cycle.ended_in.clear()


@pytest.mark.usefixtures("thresholds")
def test_a_thread_that_makes_many_objects_destroys_no_widget(application: QApplication) -> None:
    owner = QObject(application)
    gc.set_threshold(10, 2, 2)
    garbage.collect_here(owner)
    Cycle()
    busy = threading.Thread(target=lambda: [[each] for each in range(100_000)])
    busy.start()
    busy.join()
    assert not Cycle.ended_in
    until(lambda: bool(Cycle.ended_in))
    assert Cycle.ended_in == [threading.main_thread().name]
    owner.deleteLater()


@pytest.mark.usefixtures("thresholds")
def test_nothing_is_collected_before_it_is_due(application: QApplication) -> None:
    assert application
    gc.collect()
    gc.set_threshold(1_000_000, 10, 10)
    Cycle()
    garbage.collect()
    assert not Cycle.ended_in
    gc.set_threshold(10, 10, 10)
    kept = [[each] for each in range(100)]
    garbage.collect()
    assert len(kept) == 100
    assert Cycle.ended_in
