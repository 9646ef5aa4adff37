"""The letter screen: what is known at the left; the letter, the questions and what to check at the right.

It shows the State, no more.
"""

from typing import Final

from PySide6.QtWidgets import (
    QHBoxLayout,
    QInputDialog,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from assistant.wording import Words
from desktop import shortcuts
from desktop.screens.writing import about
from desktop.screens.writing.asked import AskedFor
from desktop.screens.writing.letter import LetterSide
from desktop.screens.writing.presenter import Presenter
from desktop.screens.writing.state import State
from desktop.widgets.announce import announce
from desktop.widgets.flow import Flow
from desktop.widgets.panes import BACK, FORWARD, beside, go
from desktop.widgets.plain import emphasise, high, label, primary
from desktop.widgets.rows import Rows
from desktop.widgets.saving import Place
from desktop.widgets.sides import Sides
from desktop.widgets.work import Coming

_LINES: Final = 5


class View(QWidget):
    """Shows the State and reports what is done."""

    def __init__(self, words: Words) -> None:
        super().__init__()
        self._words = words
        self._presenter: Presenter | None = None
        self._said = ""
        self._box: QInputDialog | None = None
        self._place = Place()
        self.asked = AskedFor(words)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 12, 10)
        column.addWidget(beside(self.asked, self._right()), 1)
        column.addLayout(self._foot())
        self._keys()

    def attach(self, presenter: Presenter) -> None:
        """Report to this presenter from now on."""
        self._presenter = presenter
        self.asked.chosen.connect(presenter.choose)
        self.asked.said.connect(presenter.say)
        self.asked.take_in.clicked.connect(presenter.take_in)
        self.asked.fields.written.connect(presenter.correct)
        self.asked.fields.left.connect(lambda name, is_left: presenter.leave_missing(name, is_left=is_left))
        self.letter.chosen.connect(presenter.choose_block)
        self.letter.reworded.connect(presenter.reword)
        self.letter.kept.connect(presenter.keep)
        self.letter.asked.connect(presenter.ask)
        self.letter.accepted.connect(presenter.accept)
        self.letter.refused.connect(presenter.refuse)
        self.letter.wording_chosen.connect(presenter.use_wording)
        self.findings.chosen.connect(presenter.choose_finding)
        self.drop.clicked.connect(lambda: presenter.drop(self.questions.currentRow()))
        self.write.clicked.connect(presenter.write)
        self.stop.clicked.connect(presenter.stop)
        self.again.clicked.connect(presenter.word_again)
        self.copy.clicked.connect(presenter.copy)
        self.translate.clicked.connect(self._translate)
        self.show_state(presenter.state)

    def show_state(self, state: State) -> None:
        """Show what there is."""
        words = self._words
        self.asked.show_state(state)
        self.letter.show_state(state)
        answers = state.draft.answers if state.draft else ()
        nothing = words("No questions were found in what came in.")
        questions = [about.asked(each, state, words) for each in answers] or [nothing]
        self.questions.fill(list(enumerate(questions)), self.questions.key)
        nothing = words("The program has found nothing to check. Read the text all the same.")
        findings = [about.finding(each, state, words) for each in state.findings] or [nothing]
        self.findings.fill(list(enumerate(findings)), self.findings.key)
        self.drop.setEnabled(bool(answers) and state.work is None)
        self.sides.setTabText(1, words("Questions ({count})", count=len(answers)))
        self.sides.setTabText(2, words("To check ({count})", count=len(state.findings)))
        self.write.setEnabled(state.can_write or (state.draft is not None and bool(state.unchosen)))
        emphasise(self.write, is_primary=bool(state.draft and state.draft.waiting))
        self.stop.setVisible(state.work is not None)
        self.again.setEnabled(state.can_word_again)
        self.translate.setText(words("Back to the original") if state.original else words("Translate"))
        self.translate.setEnabled(state.can_translate or (state.original is not None and state.work is None))
        is_there = state.draft is not None and state.work is None
        for button in (self.review, self.copy, self.save):
            button.setEnabled(is_there)
        emphasise(self.save, is_primary=bool(state.draft and not state.draft.waiting and not state.draft.is_open))
        self._show_work(state)
        said = about.told(state, words)
        self.told.setText(said)
        self.told.setVisible(bool(said))
        heard = said or about.work(state, words).rpartition(" · ")[0]
        if heard != self._said:
            self._said = heard
            announce(self, heard)

    def _show_work(self, state: State) -> None:
        self.work.setVisible(state.work is not None)
        now = state.work
        share = now.progress.share if now and now.progress else 0.0
        self.work.show_progress(about.work(state, self._words), share, now.text if now else "")

    def _right(self) -> QWidget:
        words, right = self._words, QWidget()
        self.letter = LetterSide(words)
        self.questions = Rows(words("Questions and demands in the letter"))
        self.findings = Rows(words("What to check"))
        asked = QWidget()
        self.drop = QPushButton(words("Needs no answe&r"))
        of_asked = QVBoxLayout(asked)
        of_asked.setContentsMargins(6, 6, 0, 0)
        of_asked.addWidget(self.questions, 1)
        of_asked.addLayout(Flow(self.drop))
        self.sides = Sides(words("The letter, its questions and what to check"))
        for side, title in (
            (self.letter, words("Letter")),
            (asked, words("Questions ({count})", count=0)),
            (self.findings, words("To check ({count})", count=0)),
        ):
            self.sides.addTab(side, title)
        self.told, self.work = label("", "notice"), Coming(words)
        self.work.text.setFixedHeight(high(self.work.text, _LINES))
        column = QVBoxLayout(right)
        column.setContentsMargins(0, 10, 0, 0)
        column.addWidget(self.sides, 1)
        column.addWidget(self.work)
        column.addWidget(self.told)
        return right

    def _foot(self) -> QHBoxLayout:
        words = self._words
        self.write, self.stop = primary(words("Word it &by the model")), QPushButton(words("S&top"))
        self.again = QPushButton(words("&Another wording"))
        self.review, self.copy = QPushButton(words("Reviewe&d…")), QPushButton(words("C&opy"))
        self.translate = QPushButton(words("Translate"))
        self.save = QPushButton(words("&Save…"))
        self.review.clicked.connect(self._review)
        self.save.clicked.connect(self._save)
        foot = QHBoxLayout()
        foot.setContentsMargins(12, 0, 0, 0)
        foot.addLayout(Flow(self.write, self.stop, self.again, self.translate, self.review, self.copy, self.save))
        return foot

    def _keys(self) -> None:
        for button, name in (
            (self.write, "word"),
            (self.stop, "stop"),
            (self.again, "word-again"),
            (self.save, "save"),
        ):
            shortcuts.give(button, name)
        shortcuts.listen(self, "pane", lambda: self._go(FORWARD))
        shortcuts.listen(self, "pane-back", lambda: self._go(BACK))

    def _go(self, way: int) -> None:
        """To the next pane: what is known, the letter, the buttons."""
        sides: tuple[QWidget, ...] = (self.letter.list, self.questions, self.findings)
        go(self, [(self.asked, self.asked.kind), (self.sides, sides[self.sides.currentIndex()]), self.save], way)

    def _translate(self) -> None:
        if self._presenter and self._presenter.state.original:
            self._presenter.back_to_original()
        elif self._presenter:
            self._presenter.translate()

    def _review(self) -> None:
        """Ask who has reviewed it."""
        words, state = self._words, self._presenter.state if self._presenter else State()
        self._box = QInputDialog(self)
        self._box.setWindowTitle(words("Mark as reviewed"))
        self._box.setLabelText(
            words("Who has read the letter and answers for it? Leave it empty to make it a draft again.")
        )
        self._box.setTextValue(state.draft.reviewed_by if state.draft else "")
        self._box.setOkButtonText(words("Mark as reviewed"))
        self._box.setCancelButtonText(words("Cancel"))
        self._box.textValueSelected.connect(self._reviewed)
        self._box.open()

    def _reviewed(self, name: str) -> None:
        if self._presenter:
            self._presenter.review(name)

    def _save(self) -> None:
        if not self._presenter or self._presenter.state.draft is None:
            return
        name = about.file_name(self._presenter.state, self._words)
        path = self._place.ask(self, self._words("Save as"), name)
        if path:
            self._presenter.save(path)
