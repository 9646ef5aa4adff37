"""Labels and buttons. A label of Qt's own guesses whether its text is rich; ours never does, since file names may hold anything."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton, QWidget


def label(text: str = "", name: str = "") -> QLabel:
    """A label that wraps its plain text; ``name`` is for the style sheet."""
    made = QLabel()
    made.setTextFormat(Qt.TextFormat.PlainText)
    made.setText(text)
    made.setWordWrap(True)
    made.setIndent(0)  # otherwise a style sheet moves the text a little, and Qt reckons its height wrongly
    made.setObjectName(name)
    return made


def label_of(control: QWidget, text: str) -> QLabel:
    """The label of a control: on one line, and its underlined letter leads to the control."""
    made = label(text)
    made.setWordWrap(False)
    made.setBuddy(control)
    return made


def primary(text: str) -> QPushButton:
    """The button for what the screen is there for."""
    made = QPushButton(text)
    made.setObjectName("primary")
    return made


def emphasise(button: QPushButton, *, is_primary: bool) -> None:
    """Make a button that is shown already the one that the screen is there for, or one like the others."""
    name = "primary" if is_primary else ""
    if button.objectName() != name:
        button.setObjectName(name)
        button.style().unpolish(button)
        button.style().polish(button)
