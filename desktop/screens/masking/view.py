"""The masking screen: the finds at the left, ticked where they are masked, and the text at the right. It decides nothing."""

from pathlib import Path
from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QFileDialog,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from assistant.documents.document import Document
from assistant.identifiers.mask import Mask, masked
from assistant.tasks.task import Source
from assistant.wording import Words, visible
from desktop import shortcuts
from desktop.screens.masking import about
from desktop.screens.masking.presenter import Presenter, State
from desktop.screens.result.document import DocumentText
from desktop.screens.result.state import Spot
from desktop.widgets.elided import Elided
from desktop.widgets.flow import Flow
from desktop.widgets.notice import Notice
from desktop.widgets.panes import beside
from desktop.widgets.plain import label, label_of, primary, quiet
from desktop.widgets.rows import Rows

_SHARES: Final = (4, 5)


class View(QWidget):
    """Shows the State and reports what is done."""

    left = Signal()

    def __init__(self, words: Words) -> None:
        super().__init__()
        self._words = words
        self._presenter: Presenter | None = None
        self._shown: tuple[object, ...] = ()
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 16, 24, 16)
        column.setSpacing(12)
        column.addLayout(self._top())
        column.addWidget(beside(self._left(), self._right(), shares=_SHARES), 1)

    def attach(self, presenter: Presenter) -> None:
        """Report to this presenter from now on."""
        self._presenter = presenter
        self.list.chosen.connect(presenter.choose)
        self.list.ticked.connect(presenter.switch)
        self.kind_button.clicked.connect(presenter.switch_kind)
        self.copy_box.toggled.connect(presenter.show_copy)
        self.show_state(presenter.state)

    def show_state(self, state: State) -> None:
        """Show what there is."""
        words = self._words
        self.name.setText(visible(state.document.name) if state.document else "")
        self.list.fill(
            [(each.number, about.line(each, words)) for each in state.masks],
            state.chosen,
            ticked=[each.number for each in state.masks if state.is_masked(each)],
        )
        for widget, text in (
            (self.summary, about.summary(state, words)),
            (self.reason, about.reason(state, words)),
            (self.also_said, ", ".join(visible(each) for each in state.also)),
        ):
            widget.setText(text)
            widget.setVisible(bool(text))
        self.kind_button.setEnabled(state.mask is not None)
        self.save_button.setEnabled(state.can_save)
        self.outcome.tell(about.outcome(state, words))
        self._show_text(state)

    def _show_text(self, state: State) -> None:
        shown = (state.document, state.masked if state.shows_copy else None)
        if shown != self._shown:
            self._shown = shown
            self.text.show_documents(self._documents(state))
        if state.document is None:
            return
        name, marked = state.document.name, () if state.shows_copy else state.masked
        chosen = [state.mask] if state.mask else []
        sources = [_source(name, mask) for mask in (*chosen, *marked)]
        self.text.mark([Spot(name, mask.find.paragraph) for mask in chosen], sources, is_led=bool(chosen))

    def _documents(self, state: State) -> tuple[Document, ...]:
        if state.document is None or not state.shows_copy:
            return (state.document,) if state.document else ()
        paragraphs = masked(state.document, state.masked, self._words("[masked]"))
        return (Document(state.document.name, state.document.format, paragraphs),)

    def _top(self) -> QHBoxLayout:
        words, row = self._words, QHBoxLayout()
        self.back_button = quiet(words("&Back"))
        shortcuts.give(self.back_button, "back")
        self.back_button.clicked.connect(self.left)
        self.name = Elided("subtitle")
        self.save_button = primary(words("Save the &masked copy…"))
        shortcuts.give(self.save_button, "save")
        self.save_button.clicked.connect(self._save)
        row.setSpacing(12)
        row.addWidget(self.back_button)
        row.addWidget(self.name, 1)
        row.addWidget(self.save_button)
        return row

    def _left(self) -> QWidget:
        words, side = self._words, QWidget()
        column = QVBoxLayout(side)
        column.setContentsMargins(0, 0, 12, 0)
        column.setSpacing(10)
        self.summary, self.reason = label(), label("", "hint")
        self.outcome, self.also_said = Notice(), label("", "hint")
        self.list = Rows(words("Finds; what has a tick is masked in the copy"))
        self.list.setObjectName("finds")
        self.kind_button = QPushButton(words("All of this &kind"))
        self.also = QLineEdit()
        self.also.setAccessibleName(words("Mask these words too"))
        self.also.setPlaceholderText(words("For example a name"))
        self.also.returnPressed.connect(self._mask_also)
        self.also_button = QPushButton(words("&Add"))
        self.also_button.clicked.connect(self._mask_also)
        row = QHBoxLayout()
        row.addWidget(self.also, 1)
        row.addWidget(self.also_button)
        column.addWidget(self.outcome)
        column.addWidget(self.summary)
        column.addWidget(self.list, 1)
        column.addWidget(self.reason)
        column.addLayout(Flow(self.kind_button))
        column.addWidget(label_of(self.also, words("Mask these &words too")))
        column.addLayout(row)
        column.addWidget(self.also_said)
        return side

    def _right(self) -> QWidget:
        words, side = self._words, QWidget()
        column = QVBoxLayout(side)
        column.setContentsMargins(0, 0, 0, 0)
        self.copy_box = QCheckBox(words("Show the &copy"))
        self.text = DocumentText(words)
        column.addWidget(self.copy_box)
        column.addWidget(self.text, 1)
        return side

    def _mask_also(self) -> None:
        if self._presenter:
            self._presenter.mask_also(self.also.text())
            self.also.clear()

    def _save(self) -> None:
        if self._presenter is None or self._presenter.state.document is None:
            return
        name = Path(self._presenter.state.document.name).stem
        suggested = f"{name} {self._words('masked')}.docx"
        path, _ = QFileDialog.getSaveFileName(
            self, self._words("Where the masked copy is saved"), suggested, "Word (*.docx);;Text (*.txt)"
        )
        if path:
            self._presenter.save(Path(path))


def _source(name: str, mask: Mask) -> Source:
    return Source(name, mask.find.paragraph, mask.find.page, mask.find.text)
