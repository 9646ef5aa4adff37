"""The frame round the screens: the way between them, what is told above them, and the question before closing."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QCloseEvent, QGuiApplication
from PySide6.QtWidgets import (
    QButtonGroup,
    QFrame,
    QHBoxLayout,
    QLabel,
    QMainWindow,
    QMessageBox,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from assistant.errors import known
from assistant.wording import Words, later
from desktop import placement, shortcuts
from desktop.frame import Presenter, State, Told
from desktop.icons import Mark, icon
from desktop.placement import Placement
from desktop.widgets.announce import announce
from desktop.widgets.plain import label
from desktop.wording import sentence

#: The places that the rail leads to: what it says, and the icon.
_RAIL: Final = {
    "documents": (later("Documents"), "files"),
    "letters": (later("Letters"), "write"),
    "sorting": (later("Classify"), "classify"),
    "models": (later("Models"), "box"),
    "settings": (later("Settings"), "settings"),
    "help": (later("Help"), "help"),
}
_NOTICES: Final = {
    "settings-aside": later("Your settings could not be read. They have been set aside as {file}."),
}
STEPS: Final = {
    "opening": later("The example is being opened. It is a proposal for a decision, and everybody in it is made up."),
    "start": later("Step 1 of 3. Look at what is said about the document, and press Summarise."),
    "wait": later("Step 2 of 3. The summary is being written. You can do other things meanwhile."),
    "result": later("Step 3 of 3. The summary is ready. Press Show the result."),
    "trace": later("Choose a statement, and its place in the document is marked. Put right what is wrong, and save."),
    "failed": later("The example could not be summarised. What is said about it tells why."),
    "choose": later("Choose the example in the list to go on with it."),
    "back": later("Go to Documents to go on with the example."),
}
_SMALLEST: Final = QSize(720, 480)


@dataclass(frozen=True)
class Screen:
    """A view, made or asked for when it is first shown; ``under`` is the place in the rail that leads to it, if not its own."""

    view: Callable[[], QWidget]
    under: str = ""


class Window(QMainWindow):
    """One screen at a time; ``closing`` is called once, before the window goes."""

    def __init__(self, presenter: Presenter, closing: Callable[[], None]) -> None:
        super().__init__()
        self._presenter = presenter
        self._closing = closing
        self._told: tuple[Told, ...] = ()
        self.setWindowIcon(icon("kansli"))
        self.setMinimumSize(_SMALLEST)
        self._place(placement.remembered())

    def fill(self, screens: dict[str, Screen], words: Words) -> None:
        """Show these screens, by name, instead of those there were."""
        focus = self.focusWidget()
        name = focus.objectName() if focus else ""
        self._words = words
        self.screens = screens
        self._stack = QStackedWidget()
        self._views: dict[str, QWidget] = {}
        right = QVBoxLayout()
        right.setContentsMargins(0, 0, 0, 0)
        right.setSpacing(0)
        right.addWidget(self._notices())
        right.addWidget(self._steps())
        right.addWidget(self._stack, 1)
        whole = QWidget()
        row = QHBoxLayout(whole)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self._rail())
        row.addLayout(right, 1)
        self.setCentralWidget(whole)
        self.show_state(self._presenter.state)
        same = self._view(self._presenter.state.place).findChild(QWidget, name) if name else None
        if isinstance(same, QWidget):
            same.setFocus()  # whoever changes the language by keyboard stays where he was

    def show_state(self, state: State) -> None:
        """Show what there is."""
        self._stack.setCurrentWidget(self._view(state.place))
        place = self.rail.get(
            self.screens[state.place].under or state.place
        )  # a window with one screen needs no way to others
        if place:
            place.setChecked(True)
            # Tab leads to the one that is on, also when the rail was made while it was on.
            for button in self.rail.values():
                button.setFocusPolicy(Qt.FocusPolicy.StrongFocus if button is place else Qt.FocusPolicy.ClickFocus)
        self.setWindowTitle(f"{place.text()} – Kansli" if place else "Kansli")
        self._tell(state)
        if state.question:
            self._ask()
        if state.is_closing:
            self.close()

    def _view(self, place: str) -> QWidget:
        """The view of a screen, put in the window when it is first shown."""
        if place not in self._views:
            self._views[place] = self.screens[place].view()
            self._stack.addWidget(self._views[place])
        return self._views[place]

    def _tell(self, state: State) -> None:
        self.notice.setText("\n".join(self._sentence(notice) for notice in state.notices))
        self.notices.setVisible(bool(state.notices))
        step = self._words(STEPS[state.step]) if state.step else ""
        self.steps.setVisible(bool(step))
        for text in (*(self._sentence(notice) for notice in state.notices if notice not in self._told),
                     step if step != self.step.text() else ""):  # fmt: skip
            announce(self, text)
        self.step.setText(step)
        self._told = state.notices

    def _sentence(self, notice: Told) -> str:
        if notice.code in _NOTICES:
            return self._words(_NOTICES[notice.code], **notice.facts)
        return sentence(known(notice.code, notice.facts), self._words)

    def _rail(self) -> QFrame:
        frame = QFrame()
        frame.setObjectName("rail")
        frame.setAccessibleName(self._words("Places in Kansli"))
        column = QVBoxLayout(frame)
        column.setContentsMargins(8, 16, 8, 16)
        column.setSpacing(4)
        self.rail: dict[str, QPushButton] = {}
        group = QButtonGroup(frame)
        for name, (title, drawing) in _RAIL.items():
            if name not in self.screens:
                continue
            button = QPushButton(icon(drawing, gap=True), self._words(title))
            button.setObjectName("place")
            button.setCheckable(True)
            button.clicked.connect(lambda _=False, name=name: self._presenter.go(name))
            shortcuts.give(button, name)
            group.addButton(button)
            column.addWidget(button)
            self.rail[name] = button
        column.addStretch()
        frame.setVisible(bool(self.rail))
        return frame

    def _notices(self) -> QFrame:
        self.notice = label()
        self.dismiss_button = QPushButton(self._words("I have read this"))
        self.dismiss_button.clicked.connect(self._presenter.dismiss)
        self.notices = _bar("notices", Mark("info"), self.notice, self.dismiss_button)
        return self.notices

    def _steps(self) -> QFrame:
        self.step = label()
        self.end_button = QPushButton(self._words("End the example"))
        self.end_button.clicked.connect(lambda: self._presenter.guide(""))
        self.steps = _bar("steps", Mark("help"), self.step, self.end_button)
        return self.steps

    def _ask(self) -> None:
        words = self._words
        self.question = QMessageBox(self)
        self.question.setTextFormat(Qt.TextFormat.PlainText)
        self.question.setIcon(QMessageBox.Icon.Question)
        self.question.setWindowTitle("Kansli")
        self.question.setText(words("Close Kansli now? Work under way is stopped."))
        self.question.setInformativeText(words("Results that have not been saved are lost."))
        stop = self.question.addButton(words("Stop and &close"), QMessageBox.ButtonRole.DestructiveRole)
        stay = self.question.addButton(words("&Go on working"), QMessageBox.ButtonRole.RejectRole)
        self.question.setDefaultButton(stay)
        self.question.setEscapeButton(stay)
        self.question.finished.connect(lambda: self._presenter.answer(self.question.clickedButton() is stop))
        self.question.open()

    def _place(self, place: Placement | None) -> None:
        """Where it was, if a screen still shows that; the middle of the screen otherwise."""
        room = QGuiApplication.primaryScreen().availableGeometry()
        self.resize(QSize(1160, 760).boundedTo(room.size()))
        if place is None:
            return
        there = QRect(place.x, place.y, place.width, place.height)
        if any(screen.availableGeometry().contains(there.center()) for screen in QGuiApplication.screens()):
            self.setGeometry(there)
        if place.is_maximised:
            self.setWindowState(Qt.WindowState.WindowMaximized)

    def closeEvent(self, event: QCloseEvent) -> None:  # noqa: N802 - Qt
        """End the work first, so that no child is left; work under way is asked about before that."""
        if not self._presenter.state.is_closing:
            self._presenter.leave()
            if not self._presenter.state.is_closing:
                event.ignore()
                return
        there = self.normalGeometry()
        placement.remember(Placement(there.x(), there.y(), there.width(), there.height(), self.isMaximized()))
        self._closing()
        super().closeEvent(event)


def _bar(name: str, mark: Mark, text: QLabel, button: QPushButton) -> QFrame:
    """A text across the window, with a button that takes it away."""
    frame = QFrame()
    frame.setObjectName(name)
    row = QHBoxLayout(frame)
    row.setContentsMargins(24, 8, 24, 8)
    row.setSpacing(12)
    row.addWidget(mark)
    row.addWidget(text, 1)
    row.addWidget(button)
    return frame
