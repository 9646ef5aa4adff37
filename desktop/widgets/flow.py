"""A row of buttons that goes on in the next line where it does not fit, as large text and narrow windows make happen."""

from typing import Final

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QWidget

_GAP: Final = 12


class Flow(QLayout):
    """Lines of items from the left; what is hidden takes no room."""

    def __init__(self, *widgets: QWidget, gap: int = _GAP) -> None:
        super().__init__()
        self._items: list[QLayoutItem] = []
        self._gap = gap
        self.setContentsMargins(0, 0, 0, 0)
        self.add(*widgets)

    def add(self, *widgets: QWidget) -> None:
        """Put widgets at the end."""
        for widget in widgets:
            self.addWidget(widget)

    def addItem(self, item: QLayoutItem) -> None:  # noqa: N802 - Qt
        """Put an item at the end."""
        self._items.append(item)

    def count(self) -> int:
        """How many items there are."""
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:  # noqa: N802 - Qt
        """The item at a place, if there is one."""
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:  # noqa: N802 - Qt
        """The item at a place, which is the layout's no longer."""
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def expandingDirections(self) -> Qt.Orientation:  # noqa: N802 - Qt
        """It asks for no more room than it needs."""
        return Qt.Orientation(0)

    def hasHeightForWidth(self) -> bool:  # noqa: N802 - Qt
        """The narrower it is, the more lines."""
        return True

    def heightForWidth(self, width: int) -> int:  # noqa: N802 - Qt
        """How high the lines are."""
        return self._place(QRect(0, 0, width, 0), is_for_real=False)

    def setGeometry(self, rect: QRect) -> None:  # noqa: N802 - Qt
        """Put every item where it belongs."""
        super().setGeometry(rect)
        self._place(rect, is_for_real=True)

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt
        """All on one line."""
        hints = [item.sizeHint() for item in self._items if not item.isEmpty()]
        width = sum(hint.width() + self._gap for hint in hints)
        return QSize(max(0, width - self._gap), max((hint.height() for hint in hints), default=0))

    def minimumSize(self) -> QSize:  # noqa: N802 - Qt
        """As wide as the widest item."""
        hints = [item.minimumSize() for item in self._items if not item.isEmpty()]
        return QSize(
            max((hint.width() for hint in hints), default=0), max((hint.height() for hint in hints), default=0)
        )

    def _place(self, rect: QRect, *, is_for_real: bool) -> int:
        """Go through the lines; their height in all."""
        x, y, high = rect.x(), rect.y(), 0
        for item in self._items:
            if item.isEmpty():
                continue
            hint = item.sizeHint()
            if x > rect.x() and x + hint.width() > rect.x() + rect.width():
                x, y, high = rect.x(), y + high + self._gap, 0
            if is_for_real:
                item.setGeometry(QRect(QPoint(x, y), hint))
            x, high = x + hint.width() + self._gap, max(high, hint.height())
        return y + high - rect.y()
