"""Lines of text under each other, each with a key, of which one is chosen; where it is asked for, each with a box to tick."""

from collections.abc import Collection, Hashable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QListWidget, QListWidgetItem


class Rows(QListWidget):
    """Wrapped where they are too long for the width there is.

    Tells what the user does, never what the program shows: ``chosen`` with the key of the line that was gone to, and again
    when it is activated; ``ticked`` with the key of the line whose box was clicked.
    """

    chosen = Signal(object)
    ticked = Signal(object)

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.setWordWrap(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setResizeMode(QListWidget.ResizeMode.Adjust)
        self.setTextElideMode(Qt.TextElideMode.ElideNone)
        self.currentItemChanged.connect(self._tell)
        self.itemActivated.connect(self._tell)
        self.itemChanged.connect(lambda item: self.ticked.emit(_key(item)))

    @property
    def key(self) -> Hashable:
        """The key of the line that is chosen, or None."""
        item = self.currentItem()
        return _key(item) if item else None

    def fill(
        self,
        lines: Sequence[tuple[Hashable, str]],
        chosen: Hashable = None,
        *,
        ticked: Collection[Hashable] | None = None,
    ) -> None:
        """Show these lines, keys and texts, and which of them is chosen; ``ticked`` gives each a box, and these a tick."""
        self.blockSignals(True)  # noqa: FBT003 - Qt
        while self.count() > len(lines):
            self.takeItem(self.count() - 1)
        while self.count() < len(lines):
            self.addItem(QListWidgetItem())
        now, is_changed = -1, False
        for place, (key, text) in enumerate(lines):
            item = self.item(place)
            if item.text() != text:
                item.setText(text)
                is_changed = True
            item.setData(Qt.ItemDataRole.UserRole, key)
            if ticked is not None:
                item.setCheckState(Qt.CheckState.Checked if key in ticked else Qt.CheckState.Unchecked)
            if chosen is not None and key == chosen:
                now = place
        self.setCurrentRow(now)
        if is_changed:
            self.doItemsLayout()  # rows are as high as their new text
        self.blockSignals(False)  # noqa: FBT003 - Qt

    def _tell(self, item: QListWidgetItem | None) -> None:
        if item:
            self.chosen.emit(_key(item))


def _key(item: QListWidgetItem) -> Hashable:
    key: Hashable = item.data(Qt.ItemDataRole.UserRole)
    return key
