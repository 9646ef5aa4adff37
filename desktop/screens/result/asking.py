"""Where the model is asked to change what is marked, and where its proposals are accepted or refused."""

from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QPushButton, QVBoxLayout, QWidget

from assistant.wording import Words, later
from desktop.screens.result import about, difference
from desktop.screens.result.changing import Changing
from desktop.screens.result.versions import text_of
from desktop.widgets.choice import Choice
from desktop.widgets.flow import Flow
from desktop.widgets.plain import Text, high, label, primary
from desktop.widgets.scrolled import scrolled
from desktop.widgets.work import Coming

_LANGUAGES: Final = {"sv": later("Swedish"), "en": later("English")}
_HIGH: Final = 5


class Asking(QWidget):
    """Shows the order and its proposals; says what is asked and answered."""

    asked = Signal(str, str, str)
    stopped = Signal()
    accepted = Signal(int)
    refused = Signal(int)

    def __init__(self, words: Words) -> None:
        super().__init__()
        self._words = words
        self._index = 0
        column = QVBoxLayout()
        column.setContentsMargins(0, 0, 0, 0)
        for each in (self._order(), self._progress(), self._proposal()):
            column.addWidget(each)
        column.addStretch()
        page = QWidget()
        page.setLayout(column)
        whole = QVBoxLayout(self)
        whole.addWidget(scrolled(page))

    def show_marked(self, texts: tuple[str, ...]) -> None:
        """Show what would be changed now."""
        self.marked.setText(about.asked(texts, self._words))

    def show_changing(self, now: Changing | None) -> None:
        """Show how far the last order has come."""
        is_working = bool(now and now.order)
        self.order.setVisible(not is_working and not (now and now.waiting))
        self.work.setVisible(now is not None and now.stage != "done")
        self.stop.setVisible(is_working)
        self.coming.bar.setVisible(is_working)
        self.coming.text.setVisible(is_working)
        if now is not None:
            share = now.progress.share if now.progress else 0.0
            self.coming.show_progress(about.work(now, self._words), share, now.text)
        self._show_proposal(now)

    def _show_proposal(self, now: Changing | None) -> None:
        """The first proposal without an answer; when all have one, the last."""
        words = self._words
        self.proposal.setVisible(bool(now and now.proposals))
        if now is None or not now.proposals:
            return
        self._index = now.waiting[0] if now.waiting else len(now.proposals) - 1
        each = now.proposals[self._index]
        self.number.setText(
            words("Proposal {number} of {count}", number=self._index + 1, count=len(now.proposals))
            if len(now.proposals) > 1
            else words("Proposal")
        )
        differs = difference.between(each.place.marked.whole, text_of(each.block, -1))
        self.differs.show_text(about.parts(differs))
        self.known.setText(about.proposal(each, now.findings, words))
        for widget in (self.number, self.legend, self.differs, self.caution, self.accept, self.refuse):
            widget.setVisible(not each.answer)

    def _order(self) -> QWidget:
        words = self._words
        self.marked = label()
        self.wish, self.language, self.instruction = Choice(), Choice(), QLineEdit()
        self.wish.fill([(value, words(text)) for value, text in about.WISHES.items()], next(iter(about.WISHES)))
        self.language.fill([(value, words(text)) for value, text in _LANGUAGES.items()], "en")
        self.wish.setAccessibleName(words("How it is to be changed"))
        self.language.setAccessibleName(words("Language of the change"))
        self.instruction.setAccessibleName(words("What is to be changed"))
        self.instruction.setPlaceholderText(words("For example: write it in the present tense"))
        self.instruction.setMaxLength(300)
        self.instruction.returnPressed.connect(self._ask)
        self.wish.currentIndexChanged.connect(self._fold)
        self.ask = primary(words("Ask for a &proposal"))
        self.ask.clicked.connect(self._ask)
        row = Flow()
        row.add(self.wish, self.language, self.ask)
        self.order = QWidget()
        column = QVBoxLayout(self.order)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.marked)
        column.addWidget(self.instruction)
        column.addLayout(row)
        column.addWidget(
            label(words("The model sees only what is marked. Nothing is changed before you accept."), "hint")
        )
        self._fold()
        return self.order

    def _progress(self) -> QWidget:
        words = self._words
        self.coming = Coming(words)
        self.coming.text.setFixedHeight(high(self.coming.text, _HIGH))
        self.stop = QPushButton(words("S&top"))
        self.stop.clicked.connect(self.stopped)
        row = Flow()
        row.add(self.stop)
        self.work = QWidget()
        column = QVBoxLayout(self.work)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.coming)
        column.addLayout(row)
        return self.work

    def _proposal(self) -> QWidget:
        words = self._words
        self.number = label("", "heading")
        self.legend = label(words("[−so−] is what would go, [+so+] is what would come."), "hint")
        self.differs = Text(words("What the proposal changes"), is_read_only=True)
        self.differs.setMinimumHeight(high(self.differs, _HIGH))
        self.known = label()
        self.caution = label(
            words("The program sees facts, not whether the meaning is the same. Read before you accept."), "hint"
        )
        self.accept, self.refuse = primary(words("&Accept")), QPushButton(words("Re&fuse"))
        self.accept.clicked.connect(lambda: self.accepted.emit(self._index))
        self.refuse.clicked.connect(lambda: self.refused.emit(self._index))
        row = Flow()
        row.add(self.accept, self.refuse)
        self.proposal = QWidget()
        column = QVBoxLayout(self.proposal)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.number)
        column.addWidget(self.legend)
        column.addWidget(self.differs, 1)
        column.addWidget(self.known)
        column.addWidget(self.caution)
        column.addLayout(row)
        return self.proposal

    def _fold(self) -> None:
        """Only what the chosen wish needs is shown."""
        self.language.setVisible(self.wish.currentData() == "language")
        self.instruction.setVisible(self.wish.currentData() == "own")

    def _ask(self) -> None:
        wish = self.wish.currentData()
        self.asked.emit(
            wish,
            self.language.currentData() if wish == "language" else "",
            self.instruction.text() if wish == "own" else "",
        )
