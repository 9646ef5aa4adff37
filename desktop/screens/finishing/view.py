"""The finishing screen: how many of what, what is to be done with it, and what came of that. It decides nothing."""

from pathlib import Path
from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFileDialog, QLineEdit, QPushButton, QVBoxLayout, QWidget

from assistant.wording import Words, later
from desktop import shortcuts
from desktop.screens.finishing import about
from desktop.screens.finishing.presenter import TABLES, WAYS, Presenter, State
from desktop.widgets.choice import Choice
from desktop.widgets.flow import Flow
from desktop.widgets.notice import Notice
from desktop.widgets.page import Card, Page
from desktop.widgets.plain import Text, high, label, label_of, primary, quiet
from desktop.widgets.work import WorkBar

_WAYS: Final = dict(
    zip(
        WAYS,
        (
            later("Copies in a folder for each class"),
            later("Copies in one folder, named by a pattern"),
            later("A table (.xlsx or .csv)"),
            later("The history of changes as a table (.xlsx or .csv)"),
        ),
        strict=True,
    )
)
_ROWS: Final = 9


class View(QWidget):
    """Shows the State and reports what is done."""

    left = Signal()

    def __init__(self, words: Words) -> None:
        super().__init__()
        self._words = words
        self._presenter: Presenter | None = None
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._page())

    def attach(self, presenter: Presenter) -> None:
        """Report to this presenter from now on."""
        self._presenter = presenter
        self.way.chosen.connect(presenter.go_by)
        self.pattern.editingFinished.connect(lambda: presenter.name_by(self.pattern.text()))
        self.do_button.clicked.connect(presenter.carry_out)
        self.undo_button.clicked.connect(presenter.undo)
        self.work.stop_button.clicked.connect(presenter.stop)
        self.show_state(presenter.state)

    def show_state(self, state: State) -> None:
        """Show what there is."""
        words = self._words
        self.title.setText(state.scheme.name if state.scheme else words("Finish"))
        self.counts.setText(about.counts(state, words))
        self.looked.setText(about.looked_through(state, words))
        self.way.fill([(way, words(text)) for way, text in _WAYS.items()], state.way)
        is_by_name = state.way == "names"
        self.pattern.setVisible(is_by_name)
        self.pattern_label.setVisible(is_by_name)
        self.holes.setVisible(is_by_name)
        if not self.pattern.hasFocus():
            self.pattern.setText(state.pattern)
        self.promise.setText(about.promise(state, words))
        plan = about.plan(state)
        self.plan.show_text(plan)
        self.plan.setVisible(bool(plan))
        changes = about.changes(state, words)
        self.changes.show_text(changes)
        for each in (self.changes, self.changes_label):
            each.setVisible(bool(changes))
        self.do_button.setText(words("&Write the table") if state.way in TABLES else words("&Make the copies"))
        self.do_button.setEnabled(state.can_carry_out)
        self.undo_button.setVisible(state.can_undo and state.running is None)
        running = state.running
        self.work.show_work(about.progress(state, words), running[0] / running[1] if running and running[1] else 0.0)
        self.outcome.tell(about.outcome(state, words))

    def _page(self) -> Page:
        words, page = self._words, Page(self._words("Finish"))
        self.back_button = quiet(words("&Back"))
        shortcuts.give(self.back_button, "back")
        self.back_button.clicked.connect(self.left)
        self.title, self.looked = label("", "title"), label("", "hint")
        self.counts = label()
        card = Card()
        card.column.addWidget(self.counts)
        card.column.addWidget(self.looked)
        self.way = Choice()
        self.way.setAccessibleName(words("What is to be done"))
        self.pattern = QLineEdit()
        self.pattern.setAccessibleName(words("Pattern for names"))
        self.pattern_label = label_of(self.pattern, words("Pattern for &names"))
        self.holes = label(
            words("{name} its own name, {label} the class, {code} its code, {date} when it was changed, {number} in turn",
                  name="{name}", label="{label}", code="{code}", date="{date}", number="{number}"), "hint",
        )  # fmt: skip
        self.where_button = QPushButton(words("Choose &where…"))
        self.where_button.clicked.connect(self._where)
        self.promise = label()
        self.plan = Text(words("The first copies"), is_read_only=True)
        self.changes = Text(words("What has been changed"), is_read_only=True)
        for lines in (self.plan, self.changes):
            lines.setLineWrapMode(Text.LineWrapMode.NoWrap)
            lines.setFixedHeight(high(self, _ROWS))
        self.changes_label = label_of(self.changes, words("What &has been changed"))
        self.do_button = primary("")
        self.undo_button = QPushButton(words("Take the copies &away again"))
        self.work, self.outcome = WorkBar(words), Notice()
        page.column.addLayout(Flow(self.back_button))
        for each in (self.title, card, label_of(self.way, words("Wh&at is to be done")), self.way, self.pattern_label,
                     self.pattern, self.holes):  # fmt: skip
            page.column.addWidget(each)
        page.column.addLayout(Flow(self.where_button))
        for shown in (self.promise, self.work, self.outcome):
            page.column.addWidget(shown)
        page.column.addLayout(Flow(self.do_button, self.undo_button))
        for text in (self.plan, self.changes_label, self.changes):
            page.column.addWidget(text)
        page.end()
        return page

    def _where(self) -> None:
        if self._presenter is None:
            return
        if self._presenter.state.way in TABLES:
            name, _ = QFileDialog.getSaveFileName(
                self, self._words("Where the table is saved"), "kansli.xlsx", "Excel (*.xlsx);;CSV (*.csv)"
            )
        else:
            name = QFileDialog.getExistingDirectory(self, self._words("The folder for the copies"))
        if name:
            self._presenter.put(Path(name))
