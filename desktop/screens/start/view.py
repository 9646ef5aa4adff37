"""The first start on one page: this computer, the models to choose from, and the way on. It shows the State, no more."""

from pathlib import Path
from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QButtonGroup,
    QFileDialog,
    QFrame,
    QHBoxLayout,
    QLabel,
    QMessageBox,
    QPushButton,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from assistant.wording import Words, visible
from desktop.screens.models import about as about_models
from desktop.screens.models import questions
from desktop.screens.start import about
from desktop.screens.start.presenter import Presenter, State
from desktop.widgets.facts import Facts
from desktop.widgets.flow import Flow
from desktop.widgets.notice import Notice
from desktop.widgets.page import Card, Page
from desktop.widgets.plain import label, primary, quiet
from desktop.widgets.work import WorkBar

#: Pixels of a radio button after its text; see the style sheet.
_EDGE: Final = 6


class View(QWidget):
    """Shows the State and reports what is done."""

    language_asked = Signal()

    def __init__(self, words: Words) -> None:
        super().__init__()
        self._words = words
        self._presenter: Presenter | None = None
        self._box: QMessageBox | None = None
        self.radios: dict[str, QRadioButton] = {}
        self._lines: dict[str, QLabel] = {}
        self._group = QButtonGroup(self)
        page = Page(words("The first start"), is_centred=True)
        page.column.addLayout(self._head())
        page.column.addWidget(label(words("This computer"), "subtitle"))
        self.machine, card = Facts(), Card()
        card.column.addWidget(self.machine)
        page.column.addWidget(card)
        page.column.addWidget(label(words("Language models"), "subtitle"))
        self.none = label("", "notice")
        page.column.addWidget(self.none)
        self._offers = QVBoxLayout()
        self._offers.setSpacing(12)
        page.column.addLayout(self._offers)
        page.end()
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(page, 1)
        whole.addWidget(self._foot())

    def attach(self, presenter: Presenter) -> None:
        """Report to this presenter from now on."""
        self._presenter = presenter
        self.fetch_button.clicked.connect(presenter.models.fetch)
        self.work.stop_button.clicked.connect(presenter.models.stop)
        self.on_button.clicked.connect(presenter.go_on)
        self.without_button.clicked.connect(presenter.go_without)
        self.show_state(presenter.state)

    def show_state(self, state: State) -> None:
        """Show what there is."""
        words, models = self._words, state.models
        self.title.setText(about.title(state, words))
        self.intro.setText(about.intro(state, words))
        self.machine.show_rows(about.machine(state.machine, words))
        self._show_offers(state)
        self._tell(self.none, about.none_fits(state, words))
        self.fetch_button.setEnabled(models.can_fetch and bool(models.offer and models.offer.suits))
        self.copy_button.setEnabled(models.can_copy)
        self.import_button.setEnabled(models.can_import)
        self.work.show_work(
            about_models.progress(models, words),
            models.work.share if models.work else 0,
            is_stopping=bool(models.work and models.work.is_stopping),
        )
        self.outcome.tell(about_models.outcome(models, words))
        self.on_button.setVisible(bool(models.in_use))
        self.on_button.setEnabled(state.can_go_on)
        self.without_button.setVisible(not models.in_use)
        self.without_button.setEnabled(state.can_go_without)
        self.way_out.setVisible(state.can_go_without and not self.none.text())
        if models.question and self._box is None:
            name = about_models.called(models.question.model, models)
            self._box = questions.ask(self, models.question, name, words, self._answered)

    def _show_offers(self, state: State) -> None:
        names = [offer.model.id for offer in state.models.offers]
        if list(self.radios) != names:
            self._fill(state)
        recommended = state.recommended.model.id if state.recommended else ""
        for place, offer in enumerate(state.models.offers):
            radio, line = self.radios[offer.model.id], self._lines[offer.model.id]
            name = visible(offer.model.title)
            is_best = offer.model.id == recommended
            radio.setText(self._words("{model} – recommended", model=name) if is_best else name)
            line.setText(about.offer_line(state, place, self._words))
            line.setContentsMargins(
                radio.sizeHint().width() - radio.fontMetrics().horizontalAdvance(radio.text()), 0, 0, 0
            )
            radio.setAccessibleDescription(line.text())
            radio.setChecked(offer.model.id == state.models.chosen)
            radio.setEnabled(state.models.work is None)

    def _fill(self, state: State) -> None:
        """Make the offers anew; that happens when a file has been imported."""
        while (item := self._offers.takeAt(0)) is not None:
            card = item.widget()
            if card:
                card.deleteLater()
        self.radios.clear()
        self._lines.clear()
        for offer in state.models.offers:
            card, radio, line = Card(), QRadioButton(), label("", "hint")
            card.column.setSpacing(4)
            radio.setObjectName("offer")
            radio.clicked.connect(lambda _=False, name=offer.model.id: self._choose(name))
            self._group.addButton(radio)
            card.column.addWidget(radio)
            card.column.addWidget(line)
            self._offers.addWidget(card)
            self.radios[offer.model.id], self._lines[offer.model.id] = radio, line

    def _head(self) -> QVBoxLayout:
        words, column = self._words, QVBoxLayout()
        self.title, self.intro = label("", "title"), label()
        # In the other language, for whoever does not read this one.
        self.language_button = quiet("In &English" if words.language == "sv" else "På &svenska")
        self.language_button.clicked.connect(self.language_asked.emit)
        row = QHBoxLayout()
        row.addWidget(self.title, 1)
        row.addWidget(self.language_button)
        column.addLayout(row)
        column.addWidget(self.intro)
        column.setSpacing(12)
        return column

    def _foot(self) -> QFrame:
        """What can be done stands under the page, so that it is seen however many models there are."""
        words, foot = self._words, QFrame()
        foot.setObjectName("foot")
        self.fetch_button = primary(words("&Fetch"))
        self.copy_button = QPushButton(words("Take from a f&older…"))
        self.copy_button.clicked.connect(self._copy)
        self.import_button = QPushButton(words("&Import a model file…"))
        self.import_button.clicked.connect(self._import)
        self.on_button = primary(words("&Go on to the documents"))
        self.without_button = quiet(words("Go on &without a model"))
        self.work = WorkBar(words)
        self.outcome, self.way_out = Notice(), label(about.without(words), "hint")
        column = QVBoxLayout(foot)
        column.setContentsMargins(32, 16, 32, 16)
        column.setSpacing(12)
        for each in (self.work, self.outcome, self.way_out):
            column.addWidget(each)
        column.addLayout(
            Flow(self.on_button, self.fetch_button, self.copy_button, self.import_button, self.without_button)
        )
        return foot

    @staticmethod
    def _tell(widget: QLabel, text: str) -> None:
        widget.setText(text)
        widget.setVisible(bool(text))

    def _choose(self, name: str) -> None:
        if self._presenter:
            self._presenter.models.choose(name)

    def _copy(self) -> None:
        name = QFileDialog.getExistingDirectory(self, self._words("The folder where the model's file is"))
        if name and self._presenter:
            self._presenter.models.copy(Path(name))

    def _import(self) -> None:
        kinds = f"{self._words('Model files')} (*.gguf)"
        name, _ = QFileDialog.getOpenFileName(self, self._words("Import a model file"), "", kinds)
        if name and self._presenter:
            self._presenter.models.bring(Path(name))

    def _answered(self, is_yes: bool) -> None:  # noqa: FBT001 - an answer
        self._box = None
        if self._presenter:
            self._presenter.models.answer(is_yes)
