"""A list to choose one value from. Tells what the user chooses, never what the program shows."""

from collections.abc import Iterable
from typing import Any, Final

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QComboBox

#: Widths in letters.
_LEAST: Final = 16
_MOST: Final = 44


class Choice(QComboBox):
    """Values with a text each. The wheel scrolls the page and changes nothing, unless the list has been chosen first."""

    chosen = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self.activated.connect(lambda place: self.chosen.emit(self.itemData(place)))

    def fill(self, choices: Iterable[tuple[Any, str]], value: Any) -> None:
        """Show these values and which of them is chosen."""
        choices = list(choices)
        if choices != [(self.itemData(place), self.itemText(place)) for place in range(self.count())]:
            self.clear()
            for each, text in choices:
                self.addItem(text, each)
        self.setCurrentIndex(self.findData(value))

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt
        """As wide as its longest text, within reason."""
        return super().sizeHint().boundedTo(QSize(_MOST * self.fontMetrics().averageCharWidth(), 1 << 20))

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt
        """Where there is little room, the end of a text is left out."""
        return self.sizeHint().boundedTo(QSize(_LEAST * self.fontMetrics().averageCharWidth(), 1 << 20))

    def wheelEvent(self, event: QWheelEvent) -> None:  # noqa: N802 - Qt
        """Leave the wheel to the page."""
        if self.hasFocus():
            super().wheelEvent(event)
        else:
            event.ignore()
