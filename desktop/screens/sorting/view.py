"""The sorting screen: what is to be sorted and the batches at the left, the chosen batch at the right. It decides nothing."""

from pathlib import Path
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QFileDialog,
    QHBoxLayout,
    QMessageBox,
    QPushButton,
    QWidget,
)

from assistant.wording import Words, later, visible
from desktop import shortcuts
from desktop.screens.sorting import about
from desktop.screens.sorting.presenter import Presenter, State
from desktop.widgets.asking import ask
from desktop.widgets.choice import Choice
from desktop.widgets.elided import Elided
from desktop.widgets.facts import Facts
from desktop.widgets.flow import Flow
from desktop.widgets.notice import Notice
from desktop.widgets.page import Card, Page
from desktop.widgets.plain import emphasise, label, label_of, primary, quiet
from desktop.widgets.rows import Rows
from desktop.widgets.work import WorkBar

#: The question, what it means, and what yes is called.
_QUESTIONS: Final = {
    "discard": (
        later("Forget this batch?"),
        later(
            "What was found and what you have said of its documents is forgotten. The documents stay where they are."
        ),
        later("&Forget the batch"),
    ),
    "forget": (
        later("Forget all that has been learnt of this scheme?"),
        later("The examples that you have confirmed are forgotten, and so is what was seen of the model's likings."),
        later("&Forget what was learnt"),
    ),
}


class View(QWidget):
    """Shows the State and reports what is done."""

    review_asked = Signal(int)
    finish_asked = Signal(int)
    schemes_asked = Signal(str)

    def __init__(self, words: Words) -> None:
        super().__init__()
        self._words = words
        self._presenter: Presenter | None = None
        self._box: QMessageBox | None = None
        self.setAcceptDrops(True)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self._left(), 1)
        row.addWidget(self._right(), 1)

    def attach(self, presenter: Presenter) -> None:
        """Report to this presenter from now on."""
        self._presenter = presenter
        self.list.chosen.connect(presenter.choose)
        self.scheme.chosen.connect(presenter.by)
        self.start_button.clicked.connect(presenter.start)
        self.alone.toggled.connect(presenter.decide_alone)
        self.go_on_button.clicked.connect(presenter.go_on)
        self.decide_button.clicked.connect(presenter.decide_anew)
        self.discard_button.clicked.connect(presenter.discard)
        self.forget_button.clicked.connect(presenter.forget)
        self.pause_button.clicked.connect(presenter.pause)
        self.work.stop_button.clicked.connect(presenter.stop)
        self.show_state(presenter.state)

    def show_state(self, state: State) -> None:
        """Show what there is."""
        words = self._words
        self.scheme.fill([(each.id, visible(each.name)) for each in state.schemes], state.scheme)
        for widget, text in (
            (self.purpose, about.purpose(state.by, words)),
            (self.sources, about.chosen(state, words)),
            (self.learnt, about.learnt(state, words)),
            (self.kept, about.kept(state, words)),
        ):
            widget.setText(text)
            widget.setVisible(bool(text))
        self.start_button.setEnabled(state.can_start)
        self.alone.blockSignals(True)  # noqa: FBT003 - Qt
        self.alone.setChecked(state.without_model)
        self.alone.blockSignals(False)  # noqa: FBT003 - Qt
        self.forget_button.setVisible(state.can_forget and state.learnt > 0)
        self.list.fill([(each.number, about.line(each, state, words)) for each in state.piles], state.chosen)
        self.list.setVisible(bool(state.piles))
        self.heading.setVisible(bool(state.piles))
        self._show_chosen(state)
        self.outcome.tell(about.outcome(state, words))
        if state.question and self._box is None:
            self._box = ask(self, words, _QUESTIONS[state.question], self._answered)

    def _show_chosen(self, state: State) -> None:
        pile, words = state.pile, self._words
        self.name.setText(visible(pile.folder) if pile else words("No batch has been sorted yet."))
        self.card.setVisible(pile is not None)
        if pile:
            self.facts.show_rows(about.facts(pile, state, words))
        for button, can in (
            (self.go_on_button, state.can_go_on),
            (self.review_button, state.can_review),
            (self.decide_button, state.can_decide),
            (self.finish_button, state.can_review and state.running is None),
            (self.discard_button, state.can_discard),
        ):
            button.setEnabled(can)
        for button in (self.review_button, self.finish_button, self.discard_button):
            button.setVisible(pile is not None)
        self.go_on_button.setVisible(bool(pile and pile.waiting))
        self.decide_button.setVisible(bool(pile and pile.looked_through))
        emphasise(self.review_button, is_primary=not state.can_start and not state.can_go_on)
        emphasise(self.go_on_button, is_primary=state.can_go_on and not state.can_start)
        is_ending = bool(state.running and state.running.is_ending)
        self.work.show_work(about.progress(state.running, words), state.running.share if state.running else 0.0)
        self.pause_button.setVisible(state.running is not None)
        self.pause_button.setEnabled(not is_ending)

    def _left(self) -> Page:
        words, page = self._words, Page(self._words("What is to be sorted"))
        self.scheme = Choice()
        self.scheme.setAccessibleName(words("Scheme"))
        self.schemes_button = quiet(words("&Edit schemes…"))
        self.schemes_button.clicked.connect(lambda: self.schemes_asked.emit(self.scheme.currentData() or ""))
        self.files_button = QPushButton(words("Choose &documents…"))
        shortcuts.give(self.files_button, "open")
        self.files_button.clicked.connect(self._files)
        self.folder_button = QPushButton(words("Choose a f&older…"))
        self.folder_button.clicked.connect(self._folder)
        self.start_button = primary(words("&Sort"))
        shortcuts.give(self.start_button, "sort")
        self.forget_button = quiet(words("For&get what was learnt…"))
        self.purpose, self.sources, self.learnt = label("", "hint"), label(), label("", "hint")
        self.kept = label("", "notice")
        self.alone = QCheckBox(words("Without a &model"))
        self.alone.setAccessibleDescription(words("Quicker, and less often right"))
        self.alone.setToolTip(words("Quicker, and less often right"))
        self.heading = label(words("Batches"), "subtitle")
        self.list = Rows(words("Batches"))
        self.list.setObjectName("batches")
        self.list.setMinimumHeight(140)
        self.list.itemActivated.connect(lambda _item: self.review_button.click())
        add = page.column.addWidget
        add(label(words("Classify"), "title"))
        add(
            label(words("Each document gets a class from a fixed list, or “not known”. You look them through."), "hint")
        )
        add(self.kept)
        add(label_of(self.scheme, words("S&cheme")))
        add(self.scheme)
        add(self.purpose)
        add(self.learnt)
        page.column.addLayout(Flow(self.schemes_button, self.forget_button))
        page.column.addLayout(Flow(self.files_button, self.folder_button))
        add(self.sources)
        add(self.alone)
        page.column.addLayout(Flow(self.start_button))
        add(self.heading)
        page.column.addWidget(self.list, 1)
        page.end()
        return page

    def _right(self) -> Page:
        words, page = self._words, Page(self._words("The chosen batch"))
        self.name, self.outcome = Elided("subtitle", Qt.TextElideMode.ElideMiddle), Notice()
        self.card, self.facts = Card(), Facts()
        self.card.column.addWidget(self.facts)
        self.work = WorkBar(words)
        self.pause_button = QPushButton(words("&Pause"))
        self.review_button = QPushButton(words("&Look through"))
        shortcuts.give(self.review_button, "result")
        self.review_button.clicked.connect(self._ask_to_review)
        self.go_on_button = QPushButton(words("Go o&n"))
        self.decide_button = QPushButton(words("Decide the &rest anew"))
        self.finish_button = QPushButton(words("F&inish…"))
        self.finish_button.clicked.connect(self._ask_to_finish)
        self.discard_button = quiet(words("For&get the batch…"))
        page.column.addWidget(self.name)
        page.column.addWidget(self.work)
        page.column.addLayout(Flow(self.pause_button))
        page.column.addWidget(self.outcome)
        page.column.addWidget(self.card)
        page.column.addLayout(
            Flow(self.go_on_button, self.review_button, self.decide_button, self.finish_button, self.discard_button)
        )
        page.end()
        return page

    def _ask_to_review(self) -> None:
        if self._presenter:
            self.review_asked.emit(self._presenter.state.chosen)

    def _ask_to_finish(self) -> None:
        if self._presenter:
            self.finish_asked.emit(self._presenter.state.chosen)

    def _files(self) -> None:
        names, _ = QFileDialog.getOpenFileNames(self, self._words("Choose documents"))
        if names and self._presenter:
            self._presenter.take([Path(name) for name in names])

    def _folder(self) -> None:
        name = QFileDialog.getExistingDirectory(self, self._words("Choose a folder"))
        if name and self._presenter:
            self._presenter.take([Path(name)])

    def _answered(self, is_yes: bool) -> None:  # noqa: FBT001 - an answer
        self._box = None
        if self._presenter:
            self._presenter.answer(is_yes)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:  # noqa: N802 - Qt
        """Files and folders may be dropped."""
        if event.mimeData().hasUrls():
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:  # noqa: N802 - Qt
        """They are what is sorted next."""
        paths = [Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()]
        if paths and self._presenter:
            self._presenter.take(paths)
