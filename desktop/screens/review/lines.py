"""The documents of a batch as a list, some thousands long: a text is made when it is shown."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtWidgets import QListView

_Index = QModelIndex | QPersistentModelIndex


class _Model(QAbstractListModel):
    """Texts by place."""

    def __init__(self) -> None:
        super().__init__()
        self.lines: tuple[Any, ...] = ()
        self.told: Callable[[Any], str] = str

    def rowCount(self, parent: _Index | None = None) -> int:  # noqa: N802 - Qt
        """How many there are."""
        return 0 if parent is not None and parent.isValid() else len(self.lines)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """What is shown of one, and read aloud."""
        if role in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole} and index.isValid():
            return self.told(self.lines[index.row()])
        return None


class Lines(QListView):
    """Tells ``chosen`` with the place that the user has gone to."""

    chosen = Signal(int)

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.setUniformItemSizes(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._model = _Model()
        self._is_showing = False
        self.setModel(self._model)
        self.selectionModel().currentChanged.connect(self._chosen)

    def show_lines(self, lines: tuple[Any, ...], place: int, told: Callable[[Any], str]) -> None:
        """Show these, and which is chosen; ``told`` makes the text of one."""
        self._is_showing = True
        before, self._model.lines, self._model.told = self._model.lines, lines, told
        if len(before) != len(lines):
            self._model.beginResetModel()
            self._model.endResetModel()
        elif before is not lines:
            self._model.dataChanged.emit(self._model.index(0), self._model.index(len(lines) - 1))
        index = self._model.index(place)
        if index.isValid() and self.currentIndex().row() != place:
            self.setCurrentIndex(index)
            self.scrollTo(index)
        self._is_showing = False

    def _chosen(self, index: _Index) -> None:
        if index.isValid() and not self._is_showing:
            self.chosen.emit(index.row())
