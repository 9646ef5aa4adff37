"""The review screen: the documents, the text of one with the deciding passage marked, and what it is. It decides nothing."""

from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from assistant.classify.result import Sorted
from assistant.tasks.task import Source
from assistant.wording import Words, visible
from desktop import shortcuts
from desktop.screens.result.document import DocumentText
from desktop.screens.result.state import Spot
from desktop.screens.review import about
from desktop.screens.review.lines import Lines
from desktop.screens.review.presenter import RUNNERS, Presenter, State
from desktop.widgets.announce import announce
from desktop.widgets.choice import Choice
from desktop.widgets.elided import Elided
from desktop.widgets.flow import Flow
from desktop.widgets.panes import beside
from desktop.widgets.plain import label, label_of, quiet
from desktop.widgets.scrolled import scrolled
from desktop.widgets.shortened import Shortened

#: How the width is shared: list, text, class.
_SHARES: Final = (3, 5, 4)


class View(QWidget):
    """Shows the State and reports what is done."""

    left = Signal()
    finish_asked = Signal()

    def __init__(self, words: Words) -> None:
        super().__init__()
        self._words = words
        self._presenter: Presenter | None = None
        self._said: tuple[int, str] = (-1, "")
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 16, 24, 16)
        column.setSpacing(12)
        column.addLayout(self._top())
        self.list = Lines(words("Documents, those that are least sure first"))
        self.text = DocumentText(words)
        column.addWidget(beside(self.list, self.text, self._class(), shares=_SHARES), 1)

    def attach(self, presenter: Presenter) -> None:
        """Report to this presenter from now on."""
        self._presenter = presenter
        self.list.chosen.connect(presenter.choose)
        self.accept_button.clicked.connect(presenter.accept)
        self.skip_button.clicked.connect(presenter.next)
        self.previous_button.clicked.connect(presenter.previous)
        self.none_button.clicked.connect(lambda: presenter.say(""))
        self.take_back_button.clicked.connect(presenter.take_back)
        for place, button in enumerate(self.runners):
            button.clicked.connect(lambda _=False, place=place: presenter.runner(place))
        self.other.chosen.connect(self._other)
        self.show_state(presenter.state)

    def show_state(self, state: State) -> None:
        """Show what there is."""
        words, line = self._words, state.line
        self.list.show_lines(state.lines, state.place, lambda each: about.line(each, state.scheme, words))
        self.name.setText(visible(line.path.name) if line else "")
        self.count.setText(about.count(state, words) if state.lines else "")
        for widget, text in (
            (self.heading, about.heading(state, words)),
            (self.definition, about.definition(state)),
            (self.said, about.said(state, words)),
            (self.quote, about.quote(state, words)),
        ):
            widget.setText(text)
            widget.setVisible(bool(text))
        is_said = line is not None and line.confirmed is not None
        self._show_buttons(state, is_said=is_said)
        self._show_text(state)
        said = (line.number if line else -1, self.heading.text())
        if said != self._said:
            announce(self, f"{self.name.text()}. {self.heading.text()}. {self.said.text()}")
        self._said = said

    def _show_buttons(self, state: State, *, is_said: bool) -> None:
        words = self._words
        self.accept_button.show_text(about.accept(state, words))
        self.accept_button.setEnabled(state.can_say and state.proposed is not None)
        for button in (self.none_button, self.other):
            button.setEnabled(state.can_say)
        for place, button in enumerate(self.runners):
            is_there = place < len(state.runners)
            button.setVisible(is_there)
            if is_there:
                button.show_text(about.runner(place, state.runners[place], state, words))
        self.take_back_button.setVisible(is_said)
        self.skip_button.setEnabled(state.place + 1 < len(state.lines))
        self.previous_button.setEnabled(state.place > 0)
        labels = state.scheme.answers if state.scheme else ()
        choices = [(each.code, about.called(each.code, state.scheme, words)) for each in labels]
        said = state.line.confirmed if state.line and state.line.confirmed else ""
        self.other.fill([("", words("Choose another class …")), *choices], said)

    def _show_text(self, state: State) -> None:
        self.text.show_documents((state.document,) if state.document else ())
        if state.document is None or not isinstance(state.outcome, Sorted):
            return
        evidence = state.outcome.evidence
        if evidence.paragraph is None:
            return
        name = state.document.name
        quote = evidence.quote.removesuffix(" …").removeprefix("… ")
        source = Source(name, evidence.paragraph, evidence.page, quote)
        self.text.mark([Spot(name, evidence.paragraph)], [source], is_led=True)

    def _top(self) -> QHBoxLayout:
        words, row = self._words, QHBoxLayout()
        self.back_button = quiet(words("&Back"))
        shortcuts.give(self.back_button, "back")
        self.back_button.clicked.connect(self.left)
        self.name = Elided("subtitle")
        self.count = label("", "hint")
        self.count.setWordWrap(False)
        self.finish_button = QPushButton(words("F&inish…"))
        self.finish_button.clicked.connect(self.finish_asked)
        row.setSpacing(12)
        row.addWidget(self.back_button)
        row.addWidget(self.name, 1)
        row.addWidget(self.count)
        row.addWidget(self.finish_button)
        return row

    def _class(self) -> QWidget:
        words, side = self._words, QWidget()
        column = QVBoxLayout(side)
        column.setContentsMargins(12, 0, 0, 0)
        column.setSpacing(10)
        self.heading, self.definition = label("", "subtitle"), label("", "hint")
        self.said, self.quote = label("", "notice"), label()
        self.accept_button = Shortened()
        self.accept_button.setObjectName("primary")
        shortcuts.listen(self.accept_button, "accept", self.accept_button.click)
        self.runners = [Shortened() for _ in range(RUNNERS)]
        self.other = Choice()
        self.other.setAccessibleName(words("Another class"))
        shortcuts.listen(self.other, "other-class", self._open_other)
        self.none_button = QPushButton(words("N&one of them"))
        self.skip_button = QPushButton(words("&Skip"))
        shortcuts.give(self.skip_button, "skip")
        self.previous_button = QPushButton(words("&Previous"))
        shortcuts.give(self.previous_button, "previous")
        self.take_back_button = quiet(words("Take bac&k what was said"))
        for widget in (self.heading, self.definition, self.said, self.quote, self.accept_button, *self.runners):
            column.addWidget(widget)
        column.addWidget(label_of(self.other, words("Another c&lass")))
        column.addWidget(self.other)
        column.addLayout(Flow(self.none_button, self.take_back_button))
        column.addLayout(Flow(self.skip_button, self.previous_button))
        column.addStretch()
        return scrolled(side)

    def _open_other(self) -> None:
        self.other.setFocus()
        self.other.showPopup()

    def _other(self, code: object) -> None:
        if self._presenter and isinstance(code, str) and code:
            self._presenter.say(code)
