"""The composition root of the window: the only place that chooses implementations and ties them together."""

import os
import sys
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from assistant import settings, speed
from assistant.engine.models import Store
from assistant.errors import AlreadyRunning, AssistantError
from assistant.instance import alone
from assistant.wording import Words, interface_language
from assistant.worker import model
from assistant.worker.background import Background
from assistant.worker.client import ModelChild
from assistant.worker.messages import Event, Finished
from desktop import theme
from desktop.bridge import Bridge
from desktop.checking import Checking
from desktop.output import Output
from desktop.reading import Reading
from desktop.screens.result import presenter as result_presenter
from desktop.screens.result import view as result_view
from desktop.screens.work import presenter as work_presenter
from desktop.screens.work import view as work_view
from desktop.widgets import clipboard
from desktop.window import Window


class App:
    """Everything that runs in one window; ``open_`` is how the model's child gets its model."""

    def __init__(self, words: Words, opening: model.Opening, open_: model.Open = model.open_model) -> None:
        self.words = words
        self.bridge = Bridge()
        self.background = Background(
            ModelChild(opening, open_), lambda order, event: self.bridge.post(partial(self._hear, order, event))
        )
        self.reading = Reading(lambda number, event: self.bridge.post(partial(self.work.hear_document, number, event)))
        self.work_view, self.result_view = work_view.View(words), result_view.View(words)
        self.work = work_presenter.Presenter(
            self.reading.order,
            self.background,
            lambda cost: speed.seconds(cost, _name_of(opening.model)),
            self.work_view.show_state,
        )
        self.checking = Checking(lambda number, found: self.bridge.post(partial(self.result.hear_check, number, found)))
        self.result = result_presenter.Presenter(
            self.background, self.checking.order, Output(lambda: self.words), self.result_view.show_state
        )
        self.work_view.attach(self.work)
        self.result_view.attach(self.result)
        self.window = Window((self.work_view, self.result_view), self.close)
        self.work_view.result_asked.connect(self._show_result)
        self.result_view.left.connect(lambda: self.window.go(self.work_view))

    def close(self) -> None:
        """End the children and their threads."""
        self.background.close()
        self.reading.close()
        self.checking.close()
        clipboard.forget()

    def _hear(self, order: int, event: Event) -> None:
        if isinstance(event, Finished):
            speed.remember(event.result.provenance)
        self.work.hear(order, event)
        self.result.hear(order, event)

    def _show_result(self, number: int) -> None:
        row = next((row for row in self.work.state.rows if row.number == number), None)
        if row and row.result:
            self.result.open(number, row.result)
            self.window.go(self.result_view)


def _name_of(asked: str | None) -> str:
    """The id of the model that will answer; empty when there is none."""
    try:
        return Store().find(asked).model.id
    except AssistantError:
        return ""


def run(arguments: list[str]) -> int:
    """Show the window until it is closed; the exit code."""
    chosen, aside = settings.load()
    words = Words(chosen.language if chosen.language and "KANSLI_LANGUAGE" not in os.environ else interface_language())
    try:
        with alone():
            application = QApplication(arguments)
            theme.dress(application, is_dark=application.styleHints().colorScheme() is Qt.ColorScheme.Dark)
            app = App(words, model.Opening(chosen.model or None, threads=chosen.threads or None))
            if aside:
                told = words("Your settings could not be read. They have been set aside as {file}.", file=aside)
                app.window.statusBar().showMessage(told)
            app.window.show()
            return application.exec()
    except AlreadyRunning as error:
        print(words.error(error), file=sys.stderr)  # noqa: T201 - there is no window to say it in
        return 1
