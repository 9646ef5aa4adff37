"""A button that shows as much of its text as there is room for; the whole of it is its tooltip, and what is read aloud."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy

#: Room for the frame and the space beside the text, in pixels.
_BESIDE = 44
_FEWEST_LETTERS = 12


class Shortened(QPushButton):
    """Takes the width there is."""

    def __init__(self) -> None:
        super().__init__()
        self._whole = ""
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    def show_text(self, text: str) -> None:
        """Show another text; ``&`` underlines the letter after it."""
        if text == self._whole:
            return
        self._whole = text
        plain = text.replace("&&", "\0").replace("&", "").replace("\0", "&")
        self.setAccessibleName(plain)
        self.setToolTip(f"\N{ZERO WIDTH SPACE}{plain}")
        self._fit()

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt
        """A few letters."""
        width = _BESIDE + _FEWEST_LETTERS * self.fontMetrics().averageCharWidth()
        return QSize(width, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt
        """Fit the text anew."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        room = max(0, self.width() - _BESIDE)
        flags = Qt.TextFlag.TextShowMnemonic.value
        self.setText(self.fontMetrics().elidedText(self._whole, Qt.TextElideMode.ElideRight, room, flags))
