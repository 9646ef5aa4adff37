"""A page that scrolls, also by keyboard, so that nothing is cut off where the text is large or the window small."""

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from desktop.widgets.scrolled import Area

#: So many letters of text on a line are easy to read.
_LETTERS = 84


class Page(Area):
    """What is added to ``column`` stands under each other, not wider than is easy to read.

    A page that is only read takes the keyboard itself, to be scrolled; on others it follows the control that has it.
    """

    def __init__(self, name: str, *, is_read: bool = False, is_centred: bool = False) -> None:
        super().__init__()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus if is_read else Qt.FocusPolicy.NoFocus)
        self.setObjectName("page")
        self.setAccessibleName(name)
        self._inner = QWidget()
        self.column = QVBoxLayout(self._inner)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(12)
        whole = QWidget()
        row = QHBoxLayout(whole)
        row.setContentsMargins(32, 28, 32, 28)
        if is_centred:
            row.addStretch()
        row.addWidget(self._inner, 1)
        row.addStretch()
        self.setWidget(whole)
        self._widen()

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt
        """Larger letters need more room."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.FontChange:
            self._widen()

    def end(self) -> None:
        """All has been added: what room is left stays empty, below it."""
        self.column.addStretch()

    def _widen(self) -> None:
        self._inner.setMaximumWidth(_LETTERS * self.fontMetrics().averageCharWidth())


class Card(QFrame):
    """Things that belong together, in a frame of their own; added to ``column``."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("card")
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(20, 16, 20, 16)
        self.column.setSpacing(12)
