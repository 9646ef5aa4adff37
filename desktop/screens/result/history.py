"""The versions of a result, and what differs between the one that is shown and another."""

from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QListWidget, QListWidgetItem, QPushButton, QVBoxLayout, QWidget

from assistant.wording import Words
from desktop.screens.result import about, difference
from desktop.screens.result.state import State
from desktop.screens.result.versions import Version
from desktop.widgets.flow import Flow
from desktop.widgets.plain import Text, label
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
        self._listed: tuple[Version, ...] = ()
        self._compared: tuple[tuple[Version, ...], int, int] = ((), 0, 0)
        self.list = QListWidget()
        self.list.setWordWrap(True)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setAccessibleName(words("Versions"))
        self.list.currentItemChanged.connect(self._choose)
        self.undo, self.redo = QPushButton(words("&Undo")), QPushButton(words("Red&o"))
        self.undo.clicked.connect(self.undone)
        self.redo.clicked.connect(self.redone)
        self.other = QComboBox()
        self.other.setAccessibleName(words("Compare with"))
        self.other.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.other.setMinimumContentsLength(1)
        self.other.currentIndexChanged.connect(lambda: self.compared.emit(self.other.currentData() or 0))
        self.differs = Text(words("What differs"), is_read_only=True)
        row = Flow()
        row.add(self.undo, self.redo)
        for each in (self.list, self.differs):
            each.setMinimumHeight(_LOWEST * each.fontMetrics().lineSpacing())
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
        for each in (self.list, self.other):
            each.blockSignals(True)  # noqa: FBT003 - Qt
        if state.versions != self._listed:
            self._fill(state.versions)
        self.list.setCurrentRow(len(state.versions) - state.shown)
        self.other.setCurrentIndex(max(0, self.other.findData(state.compared)))
        for each in (self.list, self.other):
            each.blockSignals(False)  # noqa: FBT003 - Qt
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

    def _fill(self, versions: tuple[Version, ...]) -> None:
        self._listed = versions
        self.list.clear()
        self.other.clear()
        self.other.addItem(self._words("nothing"), 0)
        for each in reversed(versions):
            item = QListWidgetItem(about.version(each, self._words))
            item.setData(Qt.ItemDataRole.UserRole, each.number)
            self.list.addItem(item)
            self.other.addItem(about.version(each, self._words), each.number)

    def _choose(self, item: QListWidgetItem | None) -> None:
        if item:
            self.chosen.emit(item.data(Qt.ItemDataRole.UserRole))
