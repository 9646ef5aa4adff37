"""A row of widgets that stands as a column where it would be too wide: large text and narrow windows cut nothing off."""

from PySide6.QtCore import QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QLayout, QWidget


class Folding(QWidget):
    """Holds the widgets it is given; ``is_even`` gives them all the same width, else the rest of the row stays empty."""

    def __init__(self, *widgets: QWidget, is_even: bool = False) -> None:
        super().__init__()
        self._widgets = widgets
        self._box = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.setSpacing(12)
        self._box.setSizeConstraint(
            QLayout.SizeConstraint.SetNoConstraint
        )  # a layout's own would be a whole row's width
        for widget in widgets:
            self._box.addWidget(widget, int(is_even))
        if not is_even:
            self._box.addStretch()

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt
        """As narrow as the widest of the widgets."""
        width = max((each.minimumSizeHint().width() for each in self._shown()), default=0)
        return QSize(width, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt
        """Stand or lie."""
        super().resizeEvent(event)
        shown = self._shown()
        room = sum(each.sizeHint().width() for each in shown) + self._box.spacing() * max(0, len(shown) - 1)
        lies = room <= event.size().width()
        self._box.setDirection(QBoxLayout.Direction.LeftToRight if lies else QBoxLayout.Direction.TopToBottom)

    def _shown(self) -> list[QWidget]:
        return [each for each in self._widgets if not each.isHidden()]
