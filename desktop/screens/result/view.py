"""The result screen: statements with their support at the left; the document, findings, versions and changes at the right.

It shows the State, no more.
"""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QPushButton,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from assistant.export.plain import lines
from assistant.tasks.task import Result
from assistant.wording import Words, visible
from desktop import shortcuts
from desktop.screens.result import about
from desktop.screens.result.asking import Asking
from desktop.screens.result.changing import Selection
from desktop.screens.result.document import DocumentSide
from desktop.screens.result.history import History
from desktop.screens.result.presenter import Presenter
from desktop.screens.result.state import State
from desktop.screens.result.statements import Statements
from desktop.widgets.announce import announce
from desktop.widgets.elided import Elided
from desktop.widgets.flow import Flow
from desktop.widgets.panes import BACK, FORWARD, beside, go
from desktop.widgets.plain import label, primary, quiet
from desktop.widgets.printing import ask_and_print
from desktop.widgets.rows import Rows
from desktop.widgets.saving import Place
from desktop.widgets.sides import Sides


class View(QWidget):
    """Shows the State and reports what is done."""

    left = Signal()

    def __init__(self, words: Words) -> None:
        super().__init__()
        self._words = words
        self._presenter: Presenter | None = None
        self._listed: Result | None = None
        self._said: dict[str, str] = {}
        self._place = Place()
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 10, 12, 10)
        column.setSpacing(8)
        self.coverage, self.told = label("", "hint"), label()
        column.addLayout(self._head())
        column.addWidget(self.coverage)
        column.addWidget(self._notice())
        column.addWidget(self._panes(), 1)
        column.addWidget(self.told)
        column.addLayout(self._foot())
        self._keys()
        self.setTabOrder(self.export, self.back)

    def attach(self, presenter: Presenter) -> None:
        """Report to this presenter from now on."""
        self._presenter = presenter
        self.statements.chosen.connect(self._choose)
        self.statements.written.connect(presenter.edit)
        self.statements.marked.connect(self._select)
        self.statements.removed.connect(presenter.remove)
        self.document.text.chosen.connect(presenter.choose_paragraph)
        self.findings.chosen.connect(self._choose_finding)
        self.history.chosen.connect(presenter.show_version)
        self.history.compared.connect(presenter.compare)
        self.history.undone.connect(presenter.undo)
        self.history.redone.connect(presenter.redo)
        self.asking.asked.connect(presenter.ask)
        self.asking.stopped.connect(presenter.stop)
        self.asking.accepted.connect(presenter.accept)
        self.asking.refused.connect(presenter.refuse)
        self.keep.clicked.connect(presenter.keep)
        self.remove.clicked.connect(presenter.remove)
        self.next.clicked.connect(presenter.next_undecided)
        self.copy.clicked.connect(presenter.copy)
        self.show_state(presenter.state)

    def show_state(self, state: State) -> None:
        """Show what there is."""
        result, words = state.result, self._words
        if result is None:
            self._clear()
            return
        if result is not self._listed:
            self._listed = result
            self._fill(result)
        self.statements.show_result(result, state.kept)
        self.statements.mark(state.blocks, is_led=state.follows in ("statements", "both"))
        self.document.text.mark(state.spots, state.sources, is_led=state.follows in ("document", "both"))
        self.document.said.setText(about.marked(state, words))
        self.remaining.setText(about.remaining(state, words))
        self.notice.setVisible(bool(state.undecided))
        self.keep.setVisible(state.can_keep)
        for button in (self.edit, self.change, self.remove):
            button.setEnabled(bool(state.blocks))
        self.history.show_state(state)
        self.asking.show_changing(state.changing)
        self.asking.show_marked(self._presenter.marked if self._presenter else ())
        self._tell(state)

    def _clear(self) -> None:
        """There is no result any more: nothing of it stays here."""
        if self._listed is not None:
            self._listed = None
            self.statements.clear()
            self.document.text.show_documents(())
            self.findings.clear()
            self.history.show_state(State())
            self.asking.show_changing(None)

    def _tell(self, state: State) -> None:
        said = about.told(state, self._words)
        is_shown = bool(said) and not (state.told and state.told.code == "undecided")  # the notice above says that
        self.told.setText(said)
        self.told.setVisible(is_shown)
        self._announce("act", said)
        self._announce("marked", self.document.said.text())
        now = state.changing
        if now and not now.order:
            self._announce("change", self.asking.known.text() if now.proposals else about.work(now, self._words))

    def _announce(self, what: str, text: str) -> None:
        """Say what is new to those who hear the screen."""
        if self._said.get(what) != text:
            self._said[what] = text
            announce(self, text)

    def _fill(self, result: Result) -> None:
        words = self._words
        self.title.setText(visible(", ".join(document.name for document in result.documents)))
        self.coverage.setText(words.coverage(result.coverage))
        self.document.text.show_documents(result.documents)
        self.findings.fill(
            [(number, about.finding(each, result, words)) for number, each in enumerate(result.findings)]
            or [(None, words("The program has found nothing to check. Read the text all the same."))]
        )
        self.sides.setTabText(1, words("To check ({count})", count=len(result.findings)))

    def _head(self) -> QHBoxLayout:
        self.title = Elided("subtitle", Qt.TextElideMode.ElideMiddle)
        self.back = quiet(self._words("&Back to the documents"))
        self.back.clicked.connect(self.left.emit)
        head = QHBoxLayout()
        head.addWidget(self.title, 1)
        head.addWidget(self.back, 0, Qt.AlignmentFlag.AlignTop)
        return head

    def _notice(self) -> QFrame:
        """What has to be decided, and the way to the next of it."""
        self.remaining = label()
        self.keep, self.next = QPushButton(self._words("&Keep it")), QPushButton(self._words("&Next one"))
        self.notice = QFrame()
        self.notice.setObjectName("notice")
        row = QHBoxLayout(self.notice)
        row.setContentsMargins(12, 2, 2, 2)
        row.addWidget(self.remaining, 1)
        row.addWidget(self.keep)
        row.addWidget(self.next)
        return self.notice

    def _panes(self) -> QSplitter:
        words = self._words
        self.statements = Statements(words)
        self.document, self.history, self.asking = DocumentSide(words), History(words), Asking(words)
        self.findings = Rows(words("What to check"))
        self.sides = Sides(words("Beside the statements"))
        for side, name in (
            (self.document, words("Document")),
            (self.findings, words("To check ({count})", count=0)),
            (self.history, words("Versions")),
            (self.asking, words("Rewrite")),
        ):
            self.sides.addTab(side, name)
        return beside(self.statements, self.sides)

    def _foot(self) -> Flow:
        words = self._words
        self.edit, self.remove = QPushButton(words("&Edit")), QPushButton(words("&Remove"))
        self.change = QPushButton(words("Re&write…"))
        self.copy, self.print = QPushButton(words("&Copy")), QPushButton(words("&Print…"))
        self.export = primary(words("&Save…"))
        self.edit.clicked.connect(self.statements.edit_chosen)
        self.change.clicked.connect(self._show_asking)
        self.print.clicked.connect(self._print)
        self.export.clicked.connect(self._export)
        foot = Flow()
        foot.add(self.edit, self.change, self.remove, self.copy, self.print, self.export)
        return foot

    def _keys(self) -> None:
        for button, name in (
            (self.back, "back"),
            (self.keep, "keep"),
            (self.next, "next"),
            (self.change, "rewrite"),
            (self.print, "print"),
            (self.export, "save"),
        ):
            shortcuts.give(button, name)
        # Their buttons are on a side that need not be in view.
        shortcuts.listen(self, "undo", self.history.undo.click)
        shortcuts.listen(self, "redo", self.history.redo.click)
        shortcuts.listen(self, "pane", lambda: self._go(FORWARD))
        shortcuts.listen(self, "pane-back", lambda: self._go(BACK))
        shortcuts.listen(self, "find", self._look)
        shortcuts.listen(self.statements, "copy", self.copy.click, has_focus=True)

    def _go(self, way: int) -> None:
        """To the next pane: statements, what is beside them, the buttons."""
        sides: tuple[QWidget, ...] = (self.document.text, self.findings, self.history.list, self.asking.wish)
        go(self, [self.statements, sides[self.sides.currentIndex()], self.export], way)

    def _look(self) -> None:
        self.sides.setCurrentWidget(self.document)
        self.document.wanted.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.document.wanted.selectAll()

    def _show_asking(self) -> None:
        self.sides.setCurrentWidget(self.asking)
        self.asking.wish.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _choose(self, blocks: list[int], cell: int) -> None:
        if self._presenter:
            self._presenter.choose(blocks, cell)
            self.asking.show_marked(self._presenter.marked)

    def _select(self, block: int, cell: int, start: int, end: int) -> None:
        if self._presenter:
            self._presenter.select(Selection(block, cell, start, end) if end > start else None)
            self.asking.show_marked(self._presenter.marked)

    def _choose_finding(self, number: int | None) -> None:
        if self._presenter and number is not None:
            self._presenter.choose_finding(number)

    def _export(self) -> None:
        if not self._presenter or not self._presenter.may_leave():
            return
        name = about.file_name(self._presenter.state, self._words)
        path = self._place.ask(self, self._words("Save as"), name)
        if path:
            self._presenter.export(path)

    def _print(self) -> None:
        if not self._presenter or not self._presenter.may_leave() or not self._presenter.state.result:
            return
        if ask_and_print(self, lines(self._presenter.state.result, self._words)):
            self._presenter.printed()
