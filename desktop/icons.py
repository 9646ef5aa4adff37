"""The icons of ``resources/icons``, drawn in the colours of the palette there is, at whatever size and density is asked for."""

from functools import cache

from PySide6.QtCore import QByteArray, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QIcon, QIconEngine, QPainter, QPaintEvent, QPalette, QPixmap
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QApplication, QSizePolicy, QWidget

from assistant import paths


def icon(name: str, *, gap: bool = False) -> QIcon:
    """The icon with that name; with some room at its right before a text, since Qt leaves little.

    It follows light and dark by itself, so it never has to be set anew.
    """
    return QIcon(_Drawn(name, 0.8 if gap else 1.0))


class Mark(QWidget):
    """An icon beside a text, as high as its letters. It says nothing that the text does not."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self._icon = icon(name)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt
        """A square."""
        side = self.fontMetrics().height()
        return QSize(side, side)

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt
        """Draw it."""
        self._icon.paint(QPainter(self), self.rect())


class _Drawn(QIconEngine):
    """Draws one icon in the colour of text, or of what can be chosen no longer."""

    def __init__(self, name: str, share: float) -> None:
        super().__init__()
        self._name = name
        self._share = share

    def paint(self, painter: QPainter, rect: QRect, mode: QIcon.Mode, state: QIcon.State) -> None:
        is_on = state is QIcon.State.On
        role = QPalette.ColorRole.Link if is_on else QPalette.ColorRole.ButtonText
        if mode is QIcon.Mode.Disabled:
            role = QPalette.ColorRole.PlaceholderText
        _renderer(self._name, QApplication.palette().color(role).name()).render(painter, self._place(rect))

    def pixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State) -> QPixmap:
        drawn = QPixmap(size)
        drawn.fill(QColor(Qt.GlobalColor.transparent))
        painter = QPainter(drawn)
        self.paint(painter, QRect(0, 0, size.width(), size.height()), mode, state)
        painter.end()
        return drawn

    def clone(self) -> QIconEngine:
        return _Drawn(self._name, self._share)

    def _place(self, rect: QRect) -> QRectF:
        side = min(rect.width(), rect.height()) * self._share
        return QRectF(rect.x(), rect.y() + (rect.height() - side) / 2, side, side)


@cache
def _renderer(name: str, colour: str) -> QSvgRenderer:
    drawing = (paths.resources() / "icons" / f"{name}.svg").read_text(encoding="utf-8")
    return QSvgRenderer(QByteArray(drawing.replace("currentColor", colour).encode()))
