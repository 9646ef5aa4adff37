"""The versions of a result, and what differs between the one that is shown and another."""

from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from assistant.wording import Words
from desktop.screens.result import about, difference
from desktop.screens.result.state import State
from desktop.screens.result.versions import Version
from desktop.widgets.choice import Choice
from desktop.widgets.flow import Flow
from desktop.widgets.plain import Text, high, label
from desktop.widgets.rows import Rows
from desktop.widgets.scrolled import scrolled

_LOWEST: Final = 5


class History(QWidget):
    """A list, newest first, and a comparison under it."""

    chosen = Signal(int)
    compared = Signal(int)
    undone = Signal()
    redone = Signal()

    def __init__(self, words: Words) -> None:
        super().__init__()
        self._words = words
        self._compared: tuple[tuple[Version, ...], int, int] = ((), 0, 0)
        self.list = Rows(words("Versions"))
        self.list.chosen.connect(self.chosen.emit)
        self.undo, self.redo = QPushButton(words("&Undo")), QPushButton(words("Red&o"))
        self.undo.clicked.connect(self.undone)
        self.redo.clicked.connect(self.redone)
        self.other = Choice()
        self.other.setAccessibleName(words("Compare with"))
        self.other.chosen.connect(self.compared.emit)
        self.differs = Text(words("What differs"), is_read_only=True)
        row = Flow()
        row.add(self.undo, self.redo)
        for each in (self.list, self.differs):
            each.setMinimumHeight(high(each, _LOWEST))
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(label(words("The versions are kept until Kansli is closed, and are not saved."), "hint"))
        column.addWidget(self.list, 2)
        column.addLayout(row)
        column.addWidget(label(words("Compare with")))
        column.addWidget(self.other)
        column.addWidget(self.differs, 3)
        whole = QVBoxLayout(self)
        whole.addWidget(scrolled(page))

    def show_state(self, state: State) -> None:
        """Show the versions there are, and the comparison."""
        words = self._words
        lines = [(each.number, about.version(each, words)) for each in reversed(state.versions)]
        self.list.fill(lines, state.shown)
        self.other.fill([(0, words("nothing")), *lines], state.compared)
        self.undo.setEnabled(state.can_undo)
        self.redo.setEnabled(bool(state.later))
        if self._compared == (state.versions, state.shown, state.compared):
            return
        self._compared = (state.versions, state.shown, state.compared)
        said = ""
        if state.result and 0 < state.compared <= len(state.versions) and state.compared != state.shown:
            found = difference.between_results(state.versions[state.compared - 1].result, state.result)
            said = about.entries(found, words)
        self.differs.setPlainText(said)
        self.differs.setVisible(bool(said))
