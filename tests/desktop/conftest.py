"""The one application that Qt allows, without a screen; a window with a scripted model; and a complaint of Qt's fails its test."""

import gc
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import (
    QCoreApplication,
    QDeadlineTimer,
    QEvent,
    QEventLoop,
    QMessageLogContext,
    QtMsgType,
    qInstallMessageHandler,
)
from PySide6.QtWidgets import QApplication

from assistant.settings import Settings
from desktop.app import App
from tests.assistant.worker.openers import scripted

#: What the offscreen platform says of itself, and nothing can be done about.
_OFFSCREEN = "This plugin does not support"


@pytest.fixture(scope="session")
def application() -> QApplication:
    existing = QApplication.instance()
    return existing if isinstance(existing, QApplication) else QApplication(["kansli", "-platform", "offscreen"])


@pytest.fixture(autouse=True)
def no_complaints() -> Iterator[None]:
    said: list[str] = []

    def hear(_kind: QtMsgType, _context: QMessageLogContext, text: str) -> None:
        if not text.startswith(_OFFSCREEN):
            said.append(text)

    before = qInstallMessageHandler(hear)
    gc.disable()  # as in the program: no other thread destroys widgets
    yield
    # What a test has left would be dressed with every window after it.
    for each in QApplication.topLevelWidgets():
        each.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    gc.collect(1)
    gc.enable()
    qInstallMessageHandler(before)
    assert not said


@pytest.fixture
def app(application: QApplication, tmp_path: Path) -> Iterator[App]:
    assert application
    made = App(Settings(language="sv", model=str(tmp_path)), scripted)
    made.dress()
    made.window.show()
    yield made
    made.frame.answer(is_yes=True)
    made.window.close()
    made.window.deleteLater()


def until(is_so: Callable[[], bool]) -> None:
    """Let Qt work until something is so; fails after a minute."""
    deadline = QDeadlineTimer(60_000)
    while not is_so():
        assert not deadline.hasExpired()
        QApplication.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents, 1_000)
