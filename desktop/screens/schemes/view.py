"""The scheme editor: schemes and their classes at the left, the chosen class at the right. It shows the State, no more."""

from pathlib import Path
from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QFileDialog,
    QHBoxLayout,
    QLineEdit,
    QMessageBox,
    QPushButton,
    QWidget,
)

from assistant.wording import Words, later, visible
from desktop import shortcuts
from desktop.screens.schemes import about
from desktop.screens.schemes.fields import Fields
from desktop.screens.schemes.presenter import Presenter, State
from desktop.widgets.asking import ask
from desktop.widgets.choice import Choice
from desktop.widgets.flow import Flow
from desktop.widgets.notice import Notice
from desktop.widgets.page import Page
from desktop.widgets.plain import label, label_of, primary, quiet
from desktop.widgets.rows import Rows

_QUESTIONS: Final = {
    "remove": (
        later("Remove this scheme?"),
        later(
            "Its classes and their definitions are deleted. Batches that were sorted by it can be looked through no longer."
        ),
        later("&Remove"),
    ),
    "leave": (
        later("Leave the changes?"),
        later("What you have changed in this scheme has not been saved."),
        later("&Leave the changes"),
    ),
}
_OWN: Final = {"name": later("Name of the &scheme"), "question": later("&Question")}


class View(QWidget):
    """Shows the State and reports what is done."""

    left = Signal()

    def __init__(self, words: Words) -> None:
        super().__init__()
        self._words = words
        self._presenter: Presenter | None = None
        self._box: QMessageBox | None = None
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self._left(), 1)
        row.addWidget(self._right(), 1)

    def attach(self, presenter: Presenter) -> None:
        """Report to this presenter from now on."""
        self._presenter = presenter
        self.list.chosen.connect(presenter.show)
        self.scheme.chosen.connect(presenter.choose)
        self.new_button.clicked.connect(presenter.create)
        self.copy_button.clicked.connect(presenter.copy)
        self.remove_button.clicked.connect(presenter.remove)
        self.add_button.clicked.connect(presenter.add)
        self.take_out_button.clicked.connect(presenter.take_out)
        self.save_button.clicked.connect(presenter.save)
        self.fields.said.connect(lambda said: presenter.say(**said))
        for name, field in self.own.items():
            field.editingFinished.connect(lambda name=name, field=field: presenter.name(**{name: field.text().strip()}))
        self.show_state(presenter.state)

    def show_state(self, state: State) -> None:
        """Show what there is."""
        words, scheme = self._words, state.scheme
        kept = [(each.id, visible(each.name)) for each in state.schemes if not scheme or each.id != scheme.id]
        shown = [(scheme.id, visible(scheme.name))] if scheme else []
        self.scheme.fill(sorted([*kept, *shown], key=lambda each: each[1].casefold()), scheme.id if scheme else "")
        for name, field in self.own.items():
            value = getattr(scheme, name) if scheme else ""
            if field.text() != value:
                field.setText(value)
            field.setReadOnly(not state.can_change)
        labels = scheme.labels if scheme else ()
        self.list.fill([(each.code, about.line(each, state)) for each in labels], state.code)
        above = [(each.code, visible(each.name)) for each in labels if each.code != state.code]
        self.fields.show_label(state.label, above, can_change=state.can_change)
        for button, can in (
            (self.copy_button, scheme is not None),
            (self.remove_button, state.can_change),
            (self.add_button, state.can_change),
            (self.take_out_button, state.can_remove_label),
            (self.save_button, state.can_save),
            (self.try_button, scheme is not None and state.running is None),
        ):
            button.setEnabled(can)
        self.outcome.tell(about.outcome(state, words))
        for widget, text in (
            (self.hint, about.hint(state, words)),
            (self.tried, about.tried(state, words)),
        ):
            widget.setText(text)
            widget.setVisible(bool(text))
        if state.question and self._box is None:
            self._box = ask(self, words, _QUESTIONS[state.question], self._answered)

    def _left(self) -> Page:
        words, page = self._words, Page(self._words("Schemes"))
        self.back_button = quiet(words("&Back"))
        shortcuts.give(self.back_button, "back")
        self.back_button.clicked.connect(self.left)
        self.scheme = Choice()
        self.scheme.setAccessibleName(words("Scheme"))
        self.new_button = QPushButton(words("Ne&w"))
        self.copy_button = QPushButton(words("Make a co&py"))
        self.file_button = QPushButton(words("&From a file…"))
        self.file_button.clicked.connect(self._bring)
        self.remove_button = quiet(words("&Remove…"))
        self.own = {name: QLineEdit() for name in _OWN}
        self.hint = label("", "hint")
        self.list = Rows(words("Classes"))
        self.list.setObjectName("classes")
        self.list.setMinimumHeight(220)
        self.add_button = QPushButton(words("Add a c&lass"))
        self.take_out_button = QPushButton(words("&Take the class out"))
        add = page.column.addWidget
        page.column.addLayout(Flow(self.back_button))
        add(label(words("Schemes"), "title"))
        add(self.scheme)
        page.column.addLayout(Flow(self.new_button, self.copy_button, self.file_button, self.remove_button))
        add(self.hint)
        for name, title in _OWN.items():
            self.own[name].setAccessibleName(words(title).replace("&", ""))
            add(label_of(self.own[name], words(title)))
            add(self.own[name])
        add(label(words("Classes"), "subtitle"))
        page.column.addWidget(self.list, 1)
        page.column.addLayout(Flow(self.add_button, self.take_out_button))
        return page

    def _right(self) -> Page:
        words, page = self._words, Page(self._words("The chosen class"))
        self.save_button = primary(words("Sa&ve the scheme"))
        shortcuts.give(self.save_button, "save")
        self.try_button = QPushButton(words("Tr&y it…"))
        self.try_button.setToolTip(words("Choose up to three documents"))
        self.try_button.setAccessibleDescription(words("Choose up to three documents"))
        self.try_button.clicked.connect(self._try)
        self.outcome, self.tried = Notice(), label("", "notice")
        self.fields = Fields(words)
        page.column.addLayout(Flow(self.save_button, self.try_button))
        for each in (self.outcome, self.tried, self.fields):
            page.column.addWidget(each)
        page.end()
        return page

    def _bring(self) -> None:
        kinds = f"{self._words('Schemes')} (*.toml *.csv *.xlsx)"
        name, _ = QFileDialog.getOpenFileName(self, self._words("Take a scheme from a file"), "", kinds)
        if name and self._presenter:
            self._presenter.bring(Path(name))

    def _try(self) -> None:
        names, _ = QFileDialog.getOpenFileNames(self, self._words("Choose up to three documents"))
        if names and self._presenter:
            self._presenter.try_on([Path(name) for name in names])

    def _answered(self, is_yes: bool) -> None:  # noqa: FBT001 - an answer
        self._box = None
        if self._presenter:
            self._presenter.answer(is_yes)
