"""The fields of a class: what it is called, what belongs there and what does not. They tell what is written, and decide nothing."""

from typing import Any, Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from assistant.schemes.scheme import Label
from assistant.wording import Words, later
from desktop.widgets.choice import Choice
from desktop.widgets.plain import Text, label, label_of

#: What each is called, and what is to be written there.
_LINES: Final = {
    "name": (later("Na&me"), ""),
    "code": (later("C&ode"), later("It becomes the name of a folder.")),
    "definition": (
        later("&Definition"),
        later("One line: what it is and what it does. The language model reads it."),
    ),
    "include": (later("Belongs &here too"), ""),
    "exclude": (later("Does &not belong here"), ""),
}
_TEXTS: Final = {
    "examples": (later("E&xamples"), later("Typical titles or sentences, one on each line.")),
    "phrases": (
        later("Typ&ical words"),
        later("Words that hardly stand in anything else, one on each line; * for the rest of a word."),
    ),
}
_ROWS: Final = 4


class Fields(QWidget):
    """Tells ``said`` with what has been written, by the name of the field."""

    said = Signal(dict)

    def __init__(self, words: Words) -> None:
        super().__init__()
        self._words = words
        self._is_showing = False
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        self.lines: dict[str, QLineEdit] = {}
        for name, (title, hint) in _LINES.items():
            field = self.lines[name] = QLineEdit()
            self._add(column, field, title, hint)
            field.editingFinished.connect(lambda name=name: self._line(name))
        self.above = Choice()
        self._add(column, self.above, later("Stands &under"), "")
        self.above.chosen.connect(lambda code: self.said.emit({"parent": code}))
        self.texts: dict[str, Text] = {}
        for name, (title, hint) in _TEXTS.items():
            text = self.texts[name] = Text(words(title).replace("&", ""))
            text.setFixedHeight(_ROWS * self.fontMetrics().lineSpacing() + 16)
            self._add(column, text, title, hint)
            text.textChanged.connect(lambda name=name: self._text(name))

    def show_label(self, shown: Label | None, above: list[tuple[str, str]], *, can_change: bool) -> None:
        """Show a class, and which others it may stand under."""
        self._is_showing = True
        for name, field in self.lines.items():
            value = getattr(shown, name) if shown else ""
            if field.text() != value:
                field.setText(value)
                field.setCursorPosition(0)
            field.setReadOnly(not can_change)
        for name, text in self.texts.items():
            value = "\n".join(getattr(shown, name)) if shown else ""
            if _lines(text.toPlainText()) != _lines(value):
                text.setPlainText(value)
            text.setReadOnly(not can_change)
        self.above.fill([("", self._words("none")), *above], shown.parent if shown else "")
        self.above.setEnabled(can_change)
        self._is_showing = False

    def _add(self, column: QVBoxLayout, field: QWidget, title: str, hint: str) -> None:
        words = self._words
        field.setAccessibleName(words(title).replace("&", ""))
        column.addWidget(label_of(field, words(title)))
        column.addWidget(field)
        if hint:
            field.setAccessibleDescription(words(hint))
            column.addWidget(label(words(hint), "hint"))

    def _line(self, name: str) -> None:
        if not self._is_showing:
            self._tell({name: " ".join(self.lines[name].text().split())})

    def _text(self, name: str) -> None:
        if not self._is_showing:
            self._tell({name: _lines(self.texts[name].toPlainText())})

    def _tell(self, said: dict[str, Any]) -> None:
        self.said.emit(said)


def _lines(text: str) -> tuple[str, ...]:
    return tuple(line.strip() for line in text.splitlines() if line.strip())
