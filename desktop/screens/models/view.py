"""The models screen: the models at the left, the chosen one at the right. It shows the State, no more."""

from pathlib import Path

from PySide6.QtWidgets import (
    QFileDialog,
    QHBoxLayout,
    QLineEdit,
    QMessageBox,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from assistant.wording import Words, visible
from desktop.screens.models import about, questions
from desktop.screens.models.presenter import Presenter, State
from desktop.widgets.facts import Facts
from desktop.widgets.flow import Flow
from desktop.widgets.notice import Notice
from desktop.widgets.page import Card, Page
from desktop.widgets.plain import label, primary, quiet
from desktop.widgets.rows import Rows
from desktop.widgets.work import WorkBar


class View(QWidget):
    """Shows the State and reports what is done."""

    def __init__(self, words: Words) -> None:
        super().__init__()
        self._words = words
        self._presenter: Presenter | None = None
        self._box: QMessageBox | None = None
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addLayout(self._left(), 2)
        row.addWidget(self._right(), 3)

    def attach(self, presenter: Presenter) -> None:
        """Report to this presenter from now on."""
        self._presenter = presenter
        self.list.chosen.connect(presenter.choose)
        self.fetch_button.clicked.connect(presenter.fetch)
        self.use_button.clicked.connect(presenter.use)
        self.verify_button.clicked.connect(presenter.verify)
        self.remove_button.clicked.connect(presenter.remove)
        self.work.stop_button.clicked.connect(presenter.stop)
        self.show_state(presenter.state)

    def show_state(self, state: State) -> None:
        """Show what there is."""
        self.list.fill([(each.model.id, about.line(each, state, self._words)) for each in state.offers], state.chosen)
        self._show_chosen(state)
        self.import_button.setEnabled(state.can_import)
        self.work.show_work(
            about.progress(state, self._words),
            state.work.share if state.work else 0,
            is_stopping=bool(state.work and state.work.is_stopping),
        )
        self.outcome.tell(about.outcome(state, self._words))
        if state.question and self._box is None:
            name = about.called(state.question.model, state)
            self._box = questions.ask(self, state.question, name, self._words, self._answered)

    def _show_chosen(self, state: State) -> None:
        offer, words = state.offer, self._words
        self.card.setVisible(offer is not None)
        for button, can in (
            (self.fetch_button, state.can_fetch),
            (self.copy_button, state.can_copy),
            (self.use_button, state.can_use),
            (self.verify_button, state.can_verify),
            (self.remove_button, state.can_remove),
        ):
            button.setEnabled(can)
        is_here = offer is not None and offer.is_here
        for button in (self.fetch_button, self.copy_button):
            button.setVisible(offer is not None and not is_here)
        self.use_button.setVisible(is_here and state.chosen != state.in_use)
        self.verify_button.setVisible(is_here)
        self.remove_button.setVisible(state.can_remove)
        self.why.setText(_why(state, words))
        self.why.setVisible(bool(self.why.text()))
        if offer is None:
            self.name.setText(words("There are no models."))
            self.role.setText("")
            return
        self.name.setText(visible(offer.model.title))
        self.role.setText(about.role(offer, words))
        self.facts.show_rows(about.facts(offer, words))
        for field, text in ((self.path, str(offer.path or "")), (self.hash, offer.model.sha256)):
            if field.text() != text:
                field.setText(text)
                field.setCursorPosition(0)
            self.facts.show_field(field, is_shown=bool(text))

    def _left(self) -> QVBoxLayout:
        words, left = self._words, QVBoxLayout()
        left.setContentsMargins(32, 28, 0, 28)
        left.setSpacing(12)
        self.list = Rows(words("Models"))
        self.list.setObjectName("models-list")
        self.import_button = QPushButton(words("&Import a model file…"))
        self.import_button.clicked.connect(self._import)
        left.addWidget(label(words("Models"), "title"))
        left.addWidget(label(words("A language model writes the summaries. It runs on this computer."), "hint"))
        left.addWidget(self.list, 1)
        left.addWidget(self.import_button)
        return left

    def _right(self) -> Page:
        words, page = self._words, Page(self._words("The chosen model"))
        self.name, self.role, self.why = label("", "subtitle"), label("", "hint"), label("", "hint")
        self.outcome = Notice()
        self.work = WorkBar(words)
        self.card = self._card()
        for each in (self.name, self.role, self.card, self.why):
            page.column.addWidget(each)
        page.column.addLayout(self._buttons())
        page.column.addWidget(self.work)
        page.column.addWidget(self.outcome)
        page.end()
        return page

    def _card(self) -> Card:
        words, card = self._words, Card()
        self.facts = Facts()
        self.path, self.hash = QLineEdit(), QLineEdit()
        for field, title in ((self.path, words("The file")), (self.hash, words("Its SHA-256"))):
            field.setReadOnly(True)
            field.setAccessibleName(title)
            self.facts.add_field(title, field)
        card.column.addWidget(self.facts)
        return card

    def _buttons(self) -> Flow:
        words = self._words
        self.fetch_button = primary(words("&Fetch"))
        self.copy_button = QPushButton(words("Take from a f&older…"))
        self.copy_button.clicked.connect(self._copy)
        self.use_button = primary(words("&Use this model"))
        self.verify_button = QPushButton(words("&Check the file"))
        self.remove_button = quiet(words("Re&move…"))
        return Flow(self.fetch_button, self.use_button, self.copy_button, self.verify_button, self.remove_button)

    def _copy(self) -> None:
        name = QFileDialog.getExistingDirectory(self, self._words("The folder where the model's file is"))
        if name and self._presenter:
            self._presenter.copy(Path(name))

    def _import(self) -> None:
        kinds = f"{self._words('Model files')} (*.gguf)"
        name, _ = QFileDialog.getOpenFileName(self, self._words("Import a model file"), "", kinds)
        if name and self._presenter:
            self._presenter.bring(Path(name))

    def _answered(self, is_yes: bool) -> None:  # noqa: FBT001 - an answer
        self._box = None
        if self._presenter:
            self._presenter.answer(is_yes)


def _why(state: State, words: Words) -> str:
    """Why something that one would expect cannot be done."""
    if state.offer is None:
        return ""
    if state.offer.is_here:
        is_other = state.rules.is_fixed and state.chosen != state.in_use
        return words("IT has decided which language model is used on this computer.") if is_other else ""
    if not state.rules.may_fetch:
        return words("IT has decided that models are not fetched over a network on this computer.")
    if state.rules.is_bare:
        return words(
            "There is nothing in an installed Kansli that uses a network. Take the model from a folder or a file."
        )
    return ""
