"""The letter itself: its paragraphs with their support, and under them the chosen one to be changed, kept or removed."""

from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QPushButton, QVBoxLayout, QWidget

from assistant.wording import Words
from desktop import shortcuts
from desktop.screens.writing import about
from desktop.screens.writing.state import State
from desktop.widgets.choice import Choice
from desktop.widgets.flow import Flow
from desktop.widgets.plain import Text, high, label
from desktop.widgets.rows import Rows
from desktop.widgets.scrolled import scrolled

_LINES: Final = 5


class LetterSide(QWidget):
    """Shows the letter and tells what is done to its paragraphs."""

    chosen = Signal(int)
    reworded = Signal(str)
    kept = Signal()
    asked = Signal(str, str)
    accepted = Signal()
    refused = Signal()
    wording_chosen = Signal(str, int)

    def __init__(self, words: Words) -> None:
        super().__init__()
        self._words = words
        self._shown: tuple[int, str] = (-1, "")
        self.remaining = label("", "notice")
        self.list = Rows(words("The letter's paragraphs"))
        self.list.chosen.connect(self.chosen.emit)
        self.text = Text(words("The chosen paragraph"))
        self.text.setObjectName("letter-paragraph")
        self.text.setFixedHeight(high(self.text, _LINES))
        self.list.setMinimumHeight(high(self.text, _LINES))
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(6, 6, 0, 0)
        column.addWidget(self.remaining)
        column.addWidget(self.list, 1)
        column.addWidget(self.text)
        column.addLayout(self._acts())
        column.addLayout(self._asking())
        self.proposal = label("", "notice")
        column.addWidget(self.proposal)
        column.addLayout(self._answers())
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(scrolled(page))

    def show_state(self, state: State) -> None:
        """Show the paragraphs and the chosen one; what is being written in it stays."""
        words = self._words
        self.remaining.setText(about.remaining(state, words))
        self.list.fill([(index, about.line(index, state, words)) for index in range(len(state.blocks))], state.chosen)
        now = (state.chosen, state.block.text if state.block else "")
        if now != self._shown:
            self._shown = now
            self.text.setPlainText(now[1])
        for widget in (self.text, self.change, self.remove, self.wish, self.instruction, self.ask):
            widget.setEnabled(state.can_change)
        self.keep.setVisible(state.chosen in state.undecided)
        self._show_wordings(state)
        self.proposal.setText(about.proposal(state.proposal, words))
        for each in (self.proposal, self.accept, self.refuse):
            each.setVisible(state.proposal is not None)

    def _show_wordings(self, state: State) -> None:
        name = state.part.part.name if state.part else ""
        there = state.wordings.get(name, ())
        self.wordings.setVisible(len(there) > 1)
        if len(there) > 1:
            now = next((number for number, each in enumerate(there) if each == state.part), -1)
            names = [(number, self._words("Wording {number}", number=number + 1)) for number in range(len(there))]
            self.wordings.fill([*names, *([(-1, self._words("Changed"))] if now < 0 else [])], now)
            self._part = name

    def _acts(self) -> Flow:
        words = self._words
        self.change, self.keep = QPushButton(words("&Change")), QPushButton(words("Keep &it"))
        self.remove = QPushButton(words("Remo&ve it"))
        self.wordings = Choice()
        self.wordings.setAccessibleName(words("Wordings of this part"))
        self.wordings.chosen.connect(self._use)
        self.change.clicked.connect(lambda: self.reworded.emit(self.text.toPlainText()))
        self.remove.clicked.connect(lambda: self.reworded.emit(""))
        self.keep.clicked.connect(self.kept)
        shortcuts.give(self.keep, "keep")
        return Flow(self.change, self.keep, self.remove, self.wordings)

    def _asking(self) -> Flow:
        words = self._words
        self.wish = Choice()
        self.wish.setAccessibleName(words("How the model is to change it"))
        self.wish.fill([(code, words(name)) for code, name in about.WISHES.items()], "shorter")
        self.wish.chosen.connect(lambda _value: self._follow())
        self.instruction = QLineEdit()
        self.instruction.setAccessibleName(words("What is to be changed"))
        self.instruction.setPlaceholderText(words("What is to be changed"))
        self.instruction.hide()
        self.ask = QPushButton(words("Ask for a &proposal"))
        self.ask.clicked.connect(self._ask)
        shortcuts.give(self.ask, "rewrite")
        return Flow(self.wish, self.instruction, self.ask)

    def _answers(self) -> Flow:
        words = self._words
        self.accept, self.refuse = QPushButton(words("Acc&ept")), QPushButton(words("Re&fuse"))
        self.accept.clicked.connect(self.accepted)
        self.refuse.clicked.connect(self.refused)
        return Flow(self.accept, self.refuse)

    def _use(self, number: int) -> None:
        if number >= 0:
            self.wording_chosen.emit(self._part, number)

    def _follow(self) -> None:
        self.instruction.setVisible(self.wish.currentData() == "own")

    def _ask(self) -> None:
        wish = self.wish.currentData()
        self.asked.emit(wish, self.instruction.text() if wish == "own" else "")
