"""The review screen: the text at the left; the remarks, the changes and the findings on the whole at the right.

It shows the State, no more.
"""

from typing import Final

from PySide6.QtCore import QStandardPaths, Qt, Signal
from PySide6.QtWidgets import (
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
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
from desktop.widgets.plain import Text, label, primary
from desktop.widgets.saving import ask_where
from desktop.widgets.sides import Sides

_EQUAL: Final = 1 << 12
_FORWARD, _BACK = 1, -1


class View(QWidget):
    """Shows the State and reports what is done."""

    gone_back = Signal()

    def __init__(self, words: Words) -> None:
        super().__init__()
        self._words = words
        self._presenter: Presenter | None = None
        self._listed: tuple[object, ...] = ()
        self._underlined: object = None
        self._said = ""
        self._folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
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
        self.list.currentItemChanged.connect(self._choose)
        self.findings.currentRowChanged.connect(self._go_to_finding)
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
        self._show_list(state)
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
        said = [about.finding(each, words) for each in findings] or [
            words("Nothing concerns the text as a whole.") if state.found else ""
        ]
        if [self.findings.item(row).text() for row in range(self.findings.count())] != said:
            self.findings.clear()
            self.findings.addItems(said)

    def _show_list(self, state: State) -> None:
        lines = (state.found, state.rule, state.accepted, state.left)
        self.list.blockSignals(True)  # noqa: FBT003 - Qt
        if lines != self._listed:
            self._listed = lines
            while self.list.count() > len(state.listed):
                self.list.takeItem(self.list.count() - 1)
            while self.list.count() < len(state.listed):
                self.list.addItem(QListWidgetItem())
            for place, index in enumerate(state.listed):
                item, said = self.list.item(place), about.line(index, state, self._words)
                if item.text() != said:
                    item.setText(said)
                item.setData(Qt.ItemDataRole.UserRole, index)
        self.list.setCurrentRow(state.listed.index(state.chosen) if state.chosen in state.listed else -1)
        self.list.blockSignals(False)  # noqa: FBT003 - Qt

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
        self.back = QPushButton(self._words("&Back to the documents"))
        self.back.setObjectName("quiet")
        self.back.clicked.connect(self.gone_back.emit)
        head = QHBoxLayout()
        head.addWidget(self.title, 1)
        head.addWidget(self.back, 0, Qt.AlignmentFlag.AlignTop)
        return head

    def _panes(self) -> QSplitter:
        words = self._words
        self.text = ReviewedText(words)
        self.changes = Text(words("Changes"), is_read_only=True)
        self.findings = QListWidget()
        self.findings.setWordWrap(True)
        self.findings.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.findings.setAccessibleName(words("What to check"))
        self.sides = Sides(words("Beside the text"))
        for side, name in (
            (self._remarks(), words("Wordings ({count})", count=0)),
            (self.changes, words("Changes ({count})", count=0)),
            (self.findings, words("To check ({count})", count=0)),
        ):
            self.sides.addTab(side, name)
        splitter = QSplitter()
        splitter.setChildrenCollapsible(False)
        splitter.addWidget(self.text)
        splitter.addWidget(self.sides)
        for pane in range(splitter.count()):
            splitter.setStretchFactor(pane, 1)
        splitter.setSizes([_EQUAL, _EQUAL])
        return splitter

    def _remarks(self) -> QWidget:
        words, side = self._words, QWidget()
        self.rule = Choice()
        self.rule.setAccessibleName(words("Which are listed"))
        self.list = QListWidget()
        self.list.setAccessibleName(words("What could be easier to read"))
        self.list.setWordWrap(True)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setResizeMode(QListWidget.ResizeMode.Adjust)
        self.list.setTextElideMode(Qt.TextElideMode.ElideNone)
        self.why, self.wording = label("", "notice"), label()
        column = QVBoxLayout(side)
        column.setContentsMargins(6, 6, 0, 0)
        for each in (self.rule, self.list, self.why, self.wording):
            column.addWidget(each, 1 if each is self.list else 0)
        return side

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
        shortcuts.listen(self, "pane", lambda: self._go(_FORWARD))
        shortcuts.listen(self, "pane-back", lambda: self._go(_BACK))

    def _go(self, way: int) -> None:
        """To the next pane: the text, what is beside it, the buttons."""
        beside: tuple[QWidget, ...] = (self.list, self.changes, self.findings)
        panes = (self.text, beside[self.sides.currentIndex()], self.save)
        focus = self.focusWidget() or self
        at = next((place for place, pane in enumerate(panes) if pane is focus or pane.isAncestorOf(focus)), 0)
        panes[(at + way) % len(panes)].setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _choose(self, item: QListWidgetItem | None) -> None:
        if self._presenter and item:
            self._presenter.choose(item.data(Qt.ItemDataRole.UserRole))

    def _go_to_finding(self, row: int) -> None:
        found = self._presenter.state.found if self._presenter else None
        if found and 0 <= row < len(found.findings) and found.findings[row].block is not None:
            self.text.go_to(found.findings[row].block or 0)

    def _save(self) -> None:
        if not self._presenter:
            return
        name = about.file_name(self._presenter.state, self._words)
        path = ask_where(self, self._words("Save as"), self._folder, name)
        if path:
            self._folder = str(path.parent)
            self._presenter.save(path)
