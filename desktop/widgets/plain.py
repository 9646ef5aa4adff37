"""Labels and buttons. A label of Qt's own guesses whether its text is rich; ours never does, since file names may hold anything."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton


def label(text: str = "", name: str = "") -> QLabel:
    """A label that wraps its plain text; ``name`` is for the style sheet."""
    made = QLabel()
    made.setTextFormat(Qt.TextFormat.PlainText)
    made.setText(text)
    made.setWordWrap(True)
    made.setObjectName(name)
    return made


def primary(text: str) -> QPushButton:
    """The button for what the screen is there for."""
    made = QPushButton(text)
    made.setObjectName("primary")
    return made
