"""The one application that Qt allows, without a screen; and a complaint of Qt's fails the test in which it was made."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QMessageLogContext, QtMsgType, qInstallMessageHandler
from PySide6.QtWidgets import QApplication

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
    yield
    qInstallMessageHandler(before)
    assert not said
