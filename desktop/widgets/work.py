"""Work under way: what is being done, how much of it, and a button that stops it."""

from typing import Final

from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QPushButton, QVBoxLayout, QWidget

from assistant.wording import Words
from desktop import shortcuts
from desktop.widgets.announce import announce
from desktop.widgets.plain import label

_WHOLE: Final = 1_000
#: Each of so many steps is said to those who hear the screen.
_STEPS: Final = 4


class WorkBar(QWidget):
    """Seen only while something is under way."""

    def __init__(self, words: Words) -> None:
        super().__init__()
        self._said = -1
        self.stage = label()
        self.bar = QProgressBar()
        self.bar.setMaximum(_WHOLE)
        self.bar.setTextVisible(False)
        self.bar.setAccessibleName(words("How much is done"))
        self.stop_button = QPushButton(words("S&top"))
        shortcuts.give(self.stop_button, "stop")
        row = QHBoxLayout()
        row.setSpacing(16)
        row.addWidget(self.bar, 1)
        row.addWidget(self.stop_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.stage)
        column.addLayout(row)
        self.hide()

    def show_work(self, text: str, share: float, *, is_stopping: bool = False) -> None:
        """Show the work; an empty text hides it."""
        step = int(share * _STEPS) if text else -1
        if text and step != self._said:
            announce(self, text)
        self._said = step
        self.stage.setText(text)
        self.bar.setValue(round(_WHOLE * share))
        self.stop_button.setEnabled(not is_stopping)
        self.setVisible(bool(text))
