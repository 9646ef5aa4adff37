"""What there is to know about something: what each thing is called, and beside it, or below where it is narrow, what it is."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QFormLayout, QLabel, QWidget

from desktop.widgets.plain import label

#: A text narrower than so many letters stands better below than beside.
_LETTERS: Final = 18


class Facts(QWidget):
    """As many rows as it is given to show."""

    def __init__(self) -> None:
        super().__init__()
        self.rows: list[tuple[QLabel, QLabel]] = []
        self._form = QFormLayout(self)
        self._form.setContentsMargins(0, 0, 0, 0)
        self._form.setHorizontalSpacing(24)
        self._form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)

    def show_rows(self, rows: Sequence[tuple[str, str]]) -> None:
        """Show these, in order."""
        while len(self.rows) < len(rows):
            self.rows.append((label("", "hint"), label()))
            self.rows[-1][0].setWordWrap(False)
            self._form.insertRow(len(self.rows) - 1, *self.rows[-1])
            self._widen()
        for (name, value), (told, shown) in zip(rows, self.rows, strict=True):
            told.setText(name)
            shown.setText(value)

    def add_field(self, name: str, field: QWidget) -> None:
        """A row at the end with a control of its own."""
        told = label(name, "hint")
        told.setWordWrap(False)
        self._form.addRow(told, field)

    def show_field(self, field: QWidget, *, is_shown: bool) -> None:
        """Show or hide the row of a control."""
        self._form.setRowVisible(field, is_shown)

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt
        """Larger letters need more room."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.FontChange:
            self._widen()

    def _widen(self) -> None:
        for _, shown in self.rows:
            shown.setMinimumWidth(_LETTERS * self.fontMetrics().averageCharWidth())
