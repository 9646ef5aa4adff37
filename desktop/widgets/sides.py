"""What stands beside a text, one at a time: a document, what to check, and the like."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QTabWidget, QToolButton


class Sides(QTabWidget):
    """Tabs, reached with Tab once and then with the arrows, however narrow the window is."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.setDocumentMode(True)
        self.tabBar().setDrawBase(False)
        # Where the tabs do not fit there are buttons that move them: for the mouse, since the keyboard's arrows do that already.
        for button in self.tabBar().findChildren(QToolButton):
            button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
