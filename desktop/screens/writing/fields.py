"""The facts of a letter, a row each: its label, the value to be corrected, where it is from, and whether it may stay missing."""

from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QCheckBox, QLineEdit, QVBoxLayout, QWidget

from assistant.letters.kind import SEVERAL, Field, FieldKind
from assistant.wording import Words
from desktop.screens.writing import about
from desktop.screens.writing.state import State
from desktop.widgets.choice import Choice
from desktop.widgets.plain import Text, heading_of, high, label

_LINES: Final = 4


class Lines(Text):
    """A field of several lines that tells when the keyboard leaves it."""

    finished = Signal()

    def focusOutEvent(self, event: QFocusEvent) -> None:  # noqa: N802 - Qt
        """Tell."""
        super().focusOutEvent(event)
        self.finished.emit()


class FieldRow(QWidget):
    """One field. Tells ``written`` with its name and values, and ``left`` when it may stay missing or not."""

    written = Signal(str, list)
    left = Signal(str, bool)

    def __init__(self, field: Field, words: Words) -> None:
        super().__init__()
        self.field = field
        self._words = words
        self._shown = ""
        language = words.language
        title = field.label[language]
        self.control = self._control(title)
        self.hint = label("", "hint")
        self.leave = QCheckBox(words("Leave it missing"))
        self.leave.setAccessibleName(words("Leave {field} missing", field=title))
        self.leave.clicked.connect(lambda is_left: self.left.emit(field.name, is_left))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        for each in (heading_of(self.control, title), self.control, self.hint, self.leave):
            column.addWidget(each)

    def show_state(self, state: State) -> None:
        """Show what is known of the field; what is being written in it stays."""
        draft = state.draft
        if draft is None:
            return
        understood = draft.understood
        text = understood.of(self.field.name).text
        if isinstance(self.control, Choice):
            choices = [("", self._words("(not chosen)"))]
            choices += [(value, names[self._words.language]) for value, names in self.field.choices.items()]
            self.control.fill(choices, text)
        elif text != self._shown or not self.control.hasFocus():
            self._shown = text
            self._put(text)
        self.hint.setText(about.hint(self.field, state, self._words))
        self.hint.setVisible(bool(self.hint.text()))
        is_missing = understood.needs(self.field) and not text
        self.leave.setVisible(is_missing)
        self.leave.setChecked(self.field.name in understood.left)

    def _control(self, title: str) -> QWidget:
        field = self.field
        control: QWidget
        if field.kind is FieldKind.CHOICE:
            choice = Choice()
            choice.chosen.connect(lambda value: self.written.emit(field.name, [value] if value else []))
            control = choice
        elif field.kind in SEVERAL or field.kind is FieldKind.LINES:
            lines = Lines(title)
            lines.setFixedHeight(high(lines, _LINES))
            lines.finished.connect(self._tell)
            if field.kind in SEVERAL:
                lines.setPlaceholderText(self._words("One on each line"))
            control = lines
        else:
            edit = QLineEdit()
            edit.editingFinished.connect(self._tell)
            if field.kind is FieldKind.DATE:
                edit.setPlaceholderText("2026-05-03")
            control = edit
        control.setAccessibleName(title)
        control.setObjectName(f"field-{field.name}")
        return control

    def _put(self, text: str) -> None:
        if isinstance(self.control, QLineEdit) and self.control.text() != text:
            self.control.setText(text)
            self.control.setCursorPosition(0)
        elif isinstance(self.control, Lines):
            self.control.show_text(text)

    def _tell(self) -> None:
        if isinstance(self.control, QLineEdit):
            self.written.emit(self.field.name, [self.control.text()])
        elif isinstance(self.control, Lines):
            text = self.control.toPlainText()
            self.written.emit(self.field.name, text.split("\n") if self.field.kind in SEVERAL else [text])


class Fields(QWidget):
    """The rows of a letter's fields, made anew when the type changes."""

    written = Signal(str, list)
    left = Signal(str, bool)

    def __init__(self, words: Words) -> None:
        super().__init__()
        self._words = words
        self._kind = ""
        self.rows: dict[str, FieldRow] = {}
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(12)

    def show_state(self, state: State) -> None:
        """Show the fields that are needed as things stand."""
        kind = state.draft.understood.kind if state.draft else None
        if kind and kind.id != self._kind:
            self._kind = kind.id
            self._fill(kind.fields)
        needed = {field.name for field in state.fields}
        for name, row in self.rows.items():
            row.setVisible(name in needed)
            row.show_state(state)

    def _fill(self, fields: tuple[Field, ...]) -> None:
        for row in self.rows.values():
            self._column.removeWidget(row)
            row.hide()
            row.deleteLater()
        self.rows = {}
        for field in fields:
            row = FieldRow(field, self._words)
            row.written.connect(self.written)
            row.left.connect(self.left)
            self._column.addWidget(row)
            self.rows[field.name] = row
