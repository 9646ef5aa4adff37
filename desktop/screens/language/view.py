"""The review screen: the text at the left; the remarks, the changes and the findings on the whole at the right.

It shows the State, no more.
"""

from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QHBoxLayout,
    QPushButton,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from assistant.wording import Words, visible
from desktop import shortcuts
from desktop.screens.language import about
from desktop.screens.language.presenter import Presenter
from desktop.screens.language.state import State
from desktop.screens.language.text import ReviewedText
from desktop.widgets.announce import announce
from desktop.widgets.choice import Choice
from desktop.widgets.elided import Elided
from desktop.widgets.flow import Flow
from desktop.widgets.panes import BACK, FORWARD, beside, go
from desktop.widgets.plain import Text, high, label, primary, quiet
from desktop.widgets.rows import Rows
from desktop.widgets.saving import Place
from desktop.widgets.scrolled import scrolled
from desktop.widgets.sides import Sides

#: Lines of the list that are seen at least.
_LINES: Final = 4


class View(QWidget):
    """Shows the State and reports what is done."""

    gone_back = Signal()

    def __init__(self, words: Words) -> None:
        super().__init__()
        self._words = words
        self._presenter: Presenter | None = None
        self._underlined: object = None
        self._said = ""
        self._place = Place()
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 10, 12, 10)
        column.setSpacing(8)
        self.measures, self.told = label("", "hint"), label()
        column.addLayout(self._head())
        column.addWidget(self.measures)
        column.addWidget(self._panes(), 1)
        column.addWidget(self.told)
        column.addLayout(self._foot())
        self._keys()
        self.setTabOrder(self.save, self.back)

    def attach(self, presenter: Presenter) -> None:
        """Report to this presenter from now on."""
        self._presenter = presenter
        self.rule.chosen.connect(presenter.list_only)
        self.list.chosen.connect(presenter.choose)
        self.findings.chosen.connect(self._go_to_finding)
        self.text.chosen.connect(presenter.choose_place)
        self.accept.clicked.connect(presenter.accept)
        self.leave.clicked.connect(presenter.leave)
        self.take_back.clicked.connect(presenter.take_back)
        self.every.clicked.connect(presenter.accept_all)
        self.copy.clicked.connect(presenter.copy)
        self.show_state(presenter.state)

    def show_state(self, state: State) -> None:
        """Show what there is."""
        words = self._words
        self.title.setText(visible(state.document.name) if state.document else "")
        self.measures.setText(about.measures(state, words))
        self.text.show_document(state.document)
        if self._underlined != (state.found, state.rule):
            self._underlined = (state.found, state.rule)
            self.text.underline([state.remarks[index] for index in state.listed])
        self.rule.fill(about.rules(state, words), state.rule)
        self.list.fill([(index, about.line(index, state, words)) for index in state.listed], state.chosen)
        self.text.mark(state.remark, is_led=state.is_led)
        self.why.setText(about.why(state.remark, words))
        self.wording.setText(about.wording(state.remark, words))
        decided = state.chosen in state.accepted or state.chosen in state.left
        self.accept.setEnabled(state.can_accept)
        self.leave.setEnabled(state.can_leave)
        self.take_back.setEnabled(decided)
        self.every.setEnabled(bool(state.ready))
        for button in (self.copy, self.save):
            button.setEnabled(state.found is not None)
        self._show_sides(state)
        self._tell(state)

    def _show_sides(self, state: State) -> None:
        words = self._words
        self.sides.setTabText(0, words("Wordings ({count})", count=len(state.listed)))
        self.sides.setTabText(1, words("Changes ({count})", count=len(state.changes)))
        self.changes.setPlainText(about.changes(state.changes, words))
        findings = state.found.findings if state.found else ()
        self.sides.setTabText(2, words("To check ({count})", count=len(findings)))
        nothing = words("Nothing concerns the text as a whole.") if state.found else ""
        self.findings.fill(
            [(place, about.finding(each, words)) for place, each in enumerate(findings)] or [(None, nothing)]
        )

    def _tell(self, state: State) -> None:
        said = about.told(state, self._words)
        self.told.setText(said)
        self.told.setVisible(bool(said))
        heard = said or (about.why(state.remark, self._words) if state.is_led else "")
        if heard != self._said:
            self._said = heard
            announce(self, heard)

    def _head(self) -> QHBoxLayout:
        self.title = Elided("subtitle", Qt.TextElideMode.ElideMiddle)
        self.back = quiet(self._words("&Back to the documents"))
        self.back.clicked.connect(self.gone_back.emit)
        head = QHBoxLayout()
        head.addWidget(self.title, 1)
        head.addWidget(self.back, 0, Qt.AlignmentFlag.AlignTop)
        return head

    def _panes(self) -> QSplitter:
        words = self._words
        self.text = ReviewedText(words)
        self.changes = Text(words("Changes"), is_read_only=True)
        self.findings = Rows(words("What to check"))
        self.sides = Sides(words("Beside the text"))
        for side, name in (
            (self._remarks(), words("Wordings ({count})", count=0)),
            (self.changes, words("Changes ({count})", count=0)),
            (self.findings, words("To check ({count})", count=0)),
        ):
            self.sides.addTab(side, name)
        return beside(self.text, self.sides)

    def _remarks(self) -> QWidget:
        words, side = self._words, QWidget()
        self.rule = Choice()
        self.rule.setAccessibleName(words("Which are listed"))
        self.list = Rows(words("What could be easier to read"))
        self.list.setMinimumHeight(high(self.list, _LINES))
        self.why, self.wording = label("", "notice"), label()
        column = QVBoxLayout(side)
        column.setContentsMargins(6, 6, 0, 0)
        for each in (self.rule, self.list, self.why, self.wording):
            column.addWidget(each, 1 if each is self.list else 0)
        return scrolled(side)

    def _foot(self) -> Flow:
        words = self._words
        self.accept, self.leave = QPushButton(words("&Put in")), QPushButton(words("Let it s&tay"))
        self.take_back = QPushButton(words("Ta&ke back"))
        self.every = QPushButton(words("Accept &all"))
        self.copy, self.save = QPushButton(words("&Copy")), primary(words("&Save…"))
        self.save.clicked.connect(self._save)
        return Flow(self.accept, self.leave, self.take_back, self.every, self.copy, self.save)

    def _keys(self) -> None:
        for button, name in (
            (self.back, "back"),
            (self.accept, "put-in"),
            (self.leave, "let-stay"),
            (self.save, "save"),
        ):
            shortcuts.give(button, name)
        shortcuts.listen(self, "pane", lambda: self._go(FORWARD))
        shortcuts.listen(self, "pane-back", lambda: self._go(BACK))

    def _go(self, way: int) -> None:
        """To the next pane: the text, what is beside it, the buttons."""
        sides: tuple[QWidget, ...] = (self.list, self.changes, self.findings)
        go(self, [self.text, sides[self.sides.currentIndex()], self.save], way)

    def _go_to_finding(self, row: int) -> None:
        found = self._presenter.state.found if self._presenter else None
        if found and 0 <= row < len(found.findings) and found.findings[row].block is not None:
            self.text.go_to(found.findings[row].block or 0)

    def _save(self) -> None:
        if not self._presenter:
            return
        name = about.file_name(self._presenter.state, self._words)
        path = self._place.ask(self, self._words("Save as"), name)
        if path:
            self._presenter.save(path)
