"""The help screen: its parts at the left, the chosen one at the right. It shows the State, no more."""

from typing import Final

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QListWidget, QStackedWidget, QWidget

from assistant.wording import Words
from desktop.screens.help import pages, texts
from desktop.screens.help.presenter import TOPICS, Presenter, State
from desktop.widgets.page import Page

#: Pixels beside the text in the list of parts; see the style sheet.
_MARGINS: Final = 48
#: Letters beyond the longest word, so that few parts need more than three lines.
_MORE: Final = 4


class View(QWidget):
    """Shows the State and reports what is chosen."""

    def __init__(self, words: Words) -> None:
        super().__init__()
        self._words = words
        self._presenter: Presenter | None = None
        self._shown: dict[str, tuple[State, Page]] = {}
        self.topics = QListWidget()
        self.topics.setObjectName("topics")
        self.topics.setAccessibleName(words("Parts of the help"))
        self.topics.setWordWrap(True)
        self.topics.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.topics.setTextElideMode(Qt.TextElideMode.ElideNone)
        self.topics.setResizeMode(QListWidget.ResizeMode.Adjust)
        self.topics.addItems([words(texts.TITLES[topic]) for topic in TOPICS])
        self.topics.currentRowChanged.connect(self._chosen)
        self._widen()
        self.pages = QStackedWidget()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.topics, 2)
        row.addWidget(self.pages, 7)

    def attach(self, presenter: Presenter) -> None:
        """Report to this presenter from now on."""
        self._presenter = presenter
        self.show_state(presenter.state)

    def show_state(self, state: State) -> None:
        """Show what there is."""
        self.topics.blockSignals(True)  # noqa: FBT003 - Qt
        self.topics.setCurrentRow(TOPICS.index(state.topic))
        self.topics.blockSignals(False)  # noqa: FBT003 - Qt
        if not self.isVisible():
            return  # nothing is made that nobody looks at
        made, page = self._shown.get(state.topic, (None, None))
        if page is None or (made != state and state.topic == "protection"):
            if page:
                self.pages.removeWidget(page)
                page.deleteLater()
            page = self._page(state)
            self._shown[state.topic] = (state, page)
            self.pages.addWidget(page)
        self.pages.setCurrentWidget(page)

    def _page(self, state: State) -> Page:
        words = self._words
        match state.topic:
            case "start":
                return pages.start(words, self._try)
            case "guide":
                return pages.guide(words)
            case "keys":
                return pages.keys(words)
            case "protects":
                return pages.protects(words)
            case "protection":
                return pages.protection(words, state)
            case _:
                return pages.about(words)

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802 - Qt
        """Now somebody looks."""
        super().showEvent(event)
        if self._presenter:
            self.show_state(self._presenter.state)

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt
        """Larger letters need more room, so that no word is cut off."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.FontChange:
            self._widen()

    def _widen(self) -> None:
        words = " ".join(self.topics.item(place).text() for place in range(self.topics.count())).split()
        self.topics.ensurePolished()
        letters = self.topics.fontMetrics()
        longest = max(letters.horizontalAdvance(word) for word in words) + _MORE * letters.averageCharWidth()
        self.topics.setMinimumWidth(longest + _MARGINS)
        self.topics.doItemsLayout()

    def _chosen(self, place: int) -> None:
        if self._presenter:
            self._presenter.choose(TOPICS[place])

    def _try(self) -> None:
        if self._presenter:
            self._presenter.try_example()
