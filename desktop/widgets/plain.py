"""Labels, buttons and texts. Qt guesses whether a label is rich text; ours never is, since file names may hold anything."""

from PySide6.QtCore import QMimeData, Qt
from PySide6.QtWidgets import QLabel, QPlainTextEdit, QPushButton

from desktop.widgets.clipboard import private


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


class Text(QPlainTextEdit):
    """A plain text whose copies stay out of clipboard histories; Tab leads out of it."""

    def __init__(self, name: str, *, is_read_only: bool = False) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.setTabChangesFocus(True)
        if is_read_only:
            self.setReadOnly(True)
            # The keyboard can go through it, too.
            self.setTextInteractionFlags(
                Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
            )

    def createMimeDataFromSelection(self) -> QMimeData:  # noqa: N802 - Qt
        """What is copied from here."""
        return private(self.textCursor().selection().toPlainText())
