"""A text on one line, shortened where there is no room for it; the whole of it is its tooltip, and what is read aloud."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QSizePolicy


class Elided(QLabel):
    """Takes what room there is, and asks for none."""

    def __init__(self, name: str = "", mode: Qt.TextElideMode = Qt.TextElideMode.ElideRight) -> None:
        super().__init__()
        self._mode = mode
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setObjectName(name)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def setText(self, text: str) -> None:  # noqa: N802 - Qt
        """Show another text."""
        super().setText(text)
        # Qt guesses whether a tooltip is rich text by how it begins; a space before it makes it plain.
        self.setToolTip(f"\N{ZERO WIDTH SPACE}{text}" if text else "")

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        """No wider than nothing."""
        return QSize(0, super().minimumSizeHint().height())

    def sizeHint(self) -> QSize:  # noqa: N802
        """One line high."""
        return QSize(super().sizeHint().width(), super().minimumSizeHint().height())

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802
        """The text, or what there is room for of it."""
        painter = QPainter(self)
        room = self.contentsRect()
        shown = self.fontMetrics().elidedText(self.text(), self._mode, room.width())
        painter.setPen(self.palette().color(self.foregroundRole()))
        painter.drawText(room, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, shown)
