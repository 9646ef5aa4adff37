"""The frame: moves between the screens and owns nothing else."""

from collections.abc import Callable

from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QMainWindow, QStackedWidget, QWidget


class Window(QMainWindow):
    """One screen at a time; ``closing`` is called once, before the window goes."""

    def __init__(self, screens: tuple[QWidget, ...], closing: Callable[[], None]) -> None:
        super().__init__()
        self._closing = closing
        self._stack = QStackedWidget()
        for screen in screens:
            self._stack.addWidget(screen)
        self.setCentralWidget(self._stack)
        self.setWindowTitle("Kansli")
        self.resize(1100, 720)

    def go(self, screen: QWidget) -> None:
        """Show a screen."""
        self._stack.setCurrentWidget(screen)

    def closeEvent(self, event: QCloseEvent) -> None:  # noqa: N802 - Qt
        """End the work first, so that no child is left."""
        self._closing()
        super().closeEvent(event)
