"""The one application that Qt allows in a process, and a box that says why there is no window."""

import os
import sys
from typing import Final

from PySide6.QtCore import QSettings, Qt
from PySide6.QtWidgets import QApplication, QMessageBox

from desktop.garbage import collect_here

#: By which desktops know the window, and find its icon.
DESKTOP_FILE: Final = "se.kansli.Kansli"


def application(arguments: list[str]) -> QApplication:
    """The application that there is, or a new one."""
    # Qt's own file dialog would remember folders and files in settings of its own; so it has none.
    QSettings.setPath(QSettings.Format.NativeFormat, QSettings.Scope.UserScope, os.devnull)
    there = QApplication.instance()
    if not isinstance(there, QApplication):
        there = QApplication(arguments)
        there.setApplicationName("Kansli")
        there.setDesktopFileName(DESKTOP_FILE)
        collect_here(there)
    return there


def refuse(there: QApplication, why: str) -> None:
    """Say why there is no window, in a box, and where there is a terminal also there."""
    print(why, file=sys.stderr)  # noqa: T201 - for those who started it there
    box = QMessageBox(QMessageBox.Icon.Critical, "Kansli", "")
    box.setTextFormat(Qt.TextFormat.PlainText)
    box.setText(why)
    box.show()
    there.exec()
