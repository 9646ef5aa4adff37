"""Labels, buttons and texts. Qt guesses whether a label is rich text; ours never is, since file names may hold anything."""

from PySide6.QtCore import QMimeData, Qt
from PySide6.QtWidgets import QLabel, QPlainTextEdit, QPushButton, QWidget

from desktop.widgets.clipboard import private


class Label(QLabel):
    """Plain text that wraps; ``name`` is for the style sheet."""

    def __init__(self, name: str = "") -> None:
        super().__init__()
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(True)
        self.setIndent(0)  # otherwise a style sheet moves the text a little, and Qt reckons its height wrongly
        self.setObjectName(name)


def label(text: str = "", name: str = "") -> QLabel:
    """A label that wraps its plain text; ``name`` is for the style sheet."""
    made = Label(name)
    made.setText(text)
    return made


def label_of(control: QWidget, text: str) -> QLabel:
    """The label of a control: on one line, and its underlined letter leads to the control."""
    made = label(text)
    made.setWordWrap(False)
    made.setBuddy(control)
    return made


def heading_of(control: QWidget, text: str) -> QLabel:
    """The label of a control that stands under it: it may take several lines."""
    made = label_of(control, text)
    made.setWordWrap(True)
    made.setObjectName("key")
    return made


def primary(text: str) -> QPushButton:
    """The button for what the screen is there for."""
    made = QPushButton(text)
    made.setObjectName("primary")
    return made


def quiet(text: str) -> QPushButton:
    """A button for what is seldom wanted."""
    made = QPushButton(text)
    made.setObjectName("quiet")
    return made


def emphasise(button: QPushButton, *, is_primary: bool) -> None:
    """Make a button that is shown already the one that the screen is there for, or one like the others."""
    name = "primary" if is_primary else ""
    if button.objectName() != name:
        button.setObjectName(name)
        button.style().unpolish(button)
        button.style().polish(button)


def high(widget: QWidget, lines: int) -> int:
    """The height of so many lines of a widget's text, in pixels, as the style sheet has it."""
    widget.ensurePolished()
    return lines * widget.fontMetrics().lineSpacing()


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

    def show_text(self, text: str) -> None:
        """Show a text; one that is shown already stays where it is scrolled to."""
        if text != self.toPlainText():
            self.setPlainText(text)

    def createMimeDataFromSelection(self) -> QMimeData:  # noqa: N802 - Qt
        """What is copied from here."""
        return private(self.textCursor().selection().toPlainText())
