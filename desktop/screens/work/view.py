"""The work screen: documents at the left, what is done with the chosen one at the right. It shows the State, no more."""

from pathlib import Path
from typing import Final

from PySide6.QtCore import QMimeData, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QGuiApplication
from PySide6.QtWidgets import (
    QFileDialog,
    QHBoxLayout,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from assistant.job import Options
from assistant.wording import Words, visible
from desktop import shortcuts
from desktop.screens.work import about
from desktop.screens.work.choices import Choices
from desktop.screens.work.presenter import Presenter, Row, State
from desktop.widgets.announce import announce
from desktop.widgets.folding import Folding
from desktop.widgets.plain import emphasise, high, label, primary, quiet
from desktop.widgets.rows import Rows
from desktop.widgets.scrolled import scrolled
from desktop.widgets.work import Coming

_LINES: Final = 12
#: Of the work that is done, each of so many steps is said to those who hear the screen.
_STEPS: Final = 4


class View(QWidget):
    """Shows the State and reports what is done."""

    result_asked = Signal(int)
    review_asked = Signal(int)
    letter_asked = Signal(int)
    sorting_asked = Signal()
    masking_asked = Signal()

    def __init__(self, words: Words) -> None:
        super().__init__()
        self._words = words
        self._presenter: Presenter | None = None
        self._said: tuple[int, str, int] = (0, "", 0)
        self.setAcceptDrops(True)
        row = QHBoxLayout(self)
        row.setContentsMargins(24, 24, 24, 24)
        row.setSpacing(24)
        row.addLayout(self._left(), 2)
        row.addWidget(self._right(), 3)

    def attach(self, presenter: Presenter) -> None:
        """Report to this presenter from now on."""
        self._presenter = presenter
        self.list.chosen.connect(presenter.choose)
        self.show_state(presenter.state)

    def show_state(self, state: State) -> None:
        """Show what there is."""
        row, words = state.row, self._words
        self.list.fill([(each.number, about.line(each, words)) for each in state.rows], state.chosen)
        self.name.setText(visible(row.name) if row else words("No document is chosen."))
        self.chosen.setVisible(row is not None)
        self.empty.setVisible(row is None)
        for widget, text in (
            (self.facts, about.facts(row, words)),
            (self.notices, about.notices(row, words)),
            (self.outlook, about.outlook(state, words)),
            (self.ahead, about.ahead(row, words)),
            (self.outcome, about.outcome(row, words)),
        ):
            widget.setText(text)
            widget.setVisible(bool(text))
        self.choices.show_options(state.options)
        self.choices.setEnabled(not state.can_stop)
        for button in (self.choices.review_button, self.choices.write_button):
            button.setEnabled(row is not None and row.document is not None)
        self.start_button.setEnabled(state.can_start)
        has_result = bool(row and row.result)
        self.start_button.setText(words("&Summarise again") if has_result else words("&Summarise"))
        emphasise(self.start_button, is_primary=not has_result)
        self.all_button.setVisible(state.can_start_all)
        self.mask_button.setEnabled(bool(row and row.document))
        self.stop_button.setEnabled(state.can_stop)
        self.remove_button.setEnabled(row is not None)
        self.result_button.setVisible(has_result)
        self._show_progress(row)

    def _show_progress(self, row: Row | None) -> None:
        self.work.setVisible(bool(row and row.is_ordered))
        share = row.progress.share if row and row.progress else 0.0
        self.work.show_progress(about.progress(row, self._words), share, row.text if row else "")
        if row:
            step = int(row.progress.share * _STEPS) if row.progress else 0
            if self._said != (row.number, row.stage, step):
                self._said = (row.number, row.stage, step)
                announce(self, about.line(row, self._words))

    def _left(self) -> QVBoxLayout:
        words, left = self._words, QVBoxLayout()
        self.open_button = primary(words("&Open documents…"))
        shortcuts.give(self.open_button, "open")
        self.open_button.clicked.connect(self._open)
        self.paste_button = QPushButton(words("&Paste text"))
        shortcuts.give(self.paste_button, "paste")
        self.paste_button.clicked.connect(self._paste)
        self.list = Rows(words("Documents"))
        self.remove_button = quiet(words("Take o&ut of the list"))
        shortcuts.give(self.remove_button, "take-out")
        self.remove_button.clicked.connect(self._remove)
        left.addWidget(label(words("Documents"), "title"))
        left.addWidget(label(words("Open documents or drop them here. Everything is done on this computer."), "hint"))
        left.addWidget(self.open_button)
        left.addWidget(self.paste_button)
        left.addWidget(self.list, 1)
        left.addWidget(self.remove_button)
        left.setSpacing(12)
        return left

    def _right(self) -> QScrollArea:
        words, column = self._words, QVBoxLayout()
        self.name, self.facts = label("", "subtitle"), label()
        self.notices, self.outcome = label("", "notice"), label("", "notice")
        self.outlook, self.ahead = label("", "hint"), label("", "hint")
        self.empty = label(
            words(
                "Kansli reads Word, OpenDocument, PDF, RTF, web pages, e-mail and plain text. "
                "To try it first on a made-up document, choose Help and then First steps."
            ),
            "hint",
        )
        self.choices = Choices(words)
        self.choices.wanted.connect(self._wanted)
        self.choices.review_asked.connect(self._ask_for_review)
        self.choices.letter_asked.connect(self._ask_for_letter)
        self.choices.sorting_asked.connect(self.sorting_asked)
        self.chosen = QWidget()
        of_chosen = QVBoxLayout(self.chosen)
        of_chosen.setContentsMargins(0, 0, 0, 0)
        of_chosen.setSpacing(12)
        for each in (
            self.facts, self.outcome, Folding(self._result_button()), self.notices, self.choices, self.outlook, self.ahead,
            self._buttons(), self._work(),
        ):  # fmt: skip
            of_chosen.addWidget(each)
        column.addWidget(self.name)
        column.addWidget(self.empty)
        column.addWidget(self.chosen)
        column.addStretch()
        column.setSpacing(12)
        column.setContentsMargins(0, 0, 12, 0)
        page = QWidget()
        page.setLayout(column)
        return scrolled(page)

    def _result_button(self) -> QPushButton:
        self.result_button = primary(self._words("Show the &result"))
        shortcuts.give(self.result_button, "result")
        self.result_button.clicked.connect(self._ask_for_result)
        return self.result_button

    def _buttons(self) -> QWidget:
        words = self._words
        self.start_button = primary(words("&Summarise"))
        shortcuts.give(self.start_button, "summarise")
        self.all_button = QPushButton(words("Summarise all of t&hem"))
        self.stop_button = QPushButton(words("S&top"))
        shortcuts.give(self.stop_button, "stop")
        self.start_button.clicked.connect(self._start)
        self.all_button.clicked.connect(self._start_all)
        self.stop_button.clicked.connect(self._stop)
        self.mask_button = QPushButton(words("Find and mas&k…"))
        self.mask_button.setAccessibleDescription(words("Identity numbers, addresses and words that may mean secrecy"))
        self.mask_button.setToolTip(words("Identity numbers, addresses and words that may mean secrecy"))
        self.mask_button.clicked.connect(self.masking_asked)
        return Folding(self.start_button, self.stop_button, self.mask_button, self.all_button)

    def _work(self) -> QWidget:
        words = self._words
        self.work = Coming(words)
        self.work.text.setMinimumHeight(high(self.work.text, _LINES))
        self.work.text.setPlaceholderText(
            words("The text is shown here as it is written. It is checked when it is complete.")
        )
        return self.work

    def _open(self) -> None:
        names, _ = QFileDialog.getOpenFileNames(self, self._words("Open documents"))
        if names and self._presenter:
            self._presenter.add([Path(name) for name in names])

    def _paste(self) -> None:
        self._take(QGuiApplication.clipboard().mimeData())

    def _take(self, given: QMimeData) -> None:
        """Open what was pasted or dropped: files, else text."""
        files = [Path(url.toLocalFile()) for url in given.urls() if url.isLocalFile()]
        if self._presenter and files:
            self._presenter.add(files)
        elif self._presenter:
            self._presenter.paste(given.text(), self._words("Pasted text.txt"))

    def _remove(self) -> None:
        if self._presenter:
            self._presenter.remove()

    def _start(self) -> None:
        if self._presenter:
            self._presenter.start()

    def _start_all(self) -> None:
        if self._presenter:
            self._presenter.start_all()

    def _stop(self) -> None:
        if self._presenter:
            self._presenter.stop()

    def _wanted(self, options: Options) -> None:
        if self._presenter:
            self._presenter.want(options)

    def _ask_for_result(self) -> None:
        row = self._presenter.state.row if self._presenter else None
        if row and row.result:
            self.result_asked.emit(row.number)

    def _ask_for_review(self) -> None:
        row = self._presenter.state.row if self._presenter else None
        if row and row.document:
            self.review_asked.emit(row.number)

    def _ask_for_letter(self) -> None:
        row = self._presenter.state.row if self._presenter else None
        if row and row.document:
            self.letter_asked.emit(row.number)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:  # noqa: N802 - Qt
        """Files and text may be dropped."""
        if event.mimeData().hasUrls() or event.mimeData().hasText():
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:  # noqa: N802 - Qt
        """Open what was dropped."""
        self._take(event.mimeData())
