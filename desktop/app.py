"""The composition root of the window: the only place that chooses implementations and ties them together."""

import sys
from functools import partial

from PySide6.QtWidgets import QApplication

from assistant import settings, speed
from assistant.engine.models import Store
from assistant.errors import AlreadyRunning, AssistantError
from assistant.export.write import write
from assistant.instance import alone
from assistant.settings import Settings
from assistant.wording import Words, interface_language
from assistant.worker import model
from assistant.worker.background import Background
from assistant.worker.client import ModelChild
from assistant.worker.messages import Event, Finished
from desktop import frame, theme
from desktop.bridge import Bridge
from desktop.frame import Told
from desktop.reading import Reading
from desktop.screens.result import presenter as result_presenter
from desktop.screens.result import view as result_view
from desktop.screens.work import presenter as work_presenter
from desktop.screens.work import view as work_view
from desktop.window import Screen, Window


class App:
    """Everything that runs in one window; ``open_`` is how the model's child gets its model.

    Presenters live as long as the window. Views are made by ``draw``, anew when the language changes, so what a presenter
    shows goes to the view that there is.
    """

    def __init__(self, chosen: Settings, open_: model.Open = model.open_model) -> None:
        self.chosen = chosen
        self.bridge = Bridge()
        opening = model.Opening(chosen.model or None, threads=chosen.threads or None)
        self.background = Background(
            ModelChild(opening, open_), lambda order, event: self.bridge.post(partial(self._hear, order, event))
        )
        self.reading = Reading(lambda number, event: self.bridge.post(partial(self.work.hear_document, number, event)))
        self.frame = frame.Presenter("documents", self._is_busy, lambda state: self.window.show_state(state))
        self.work = work_presenter.Presenter(
            self.reading.order,
            self.background,
            lambda cost: speed.seconds(cost, _name_of(opening.model)),
            lambda state: self.work_view.show_state(state),
        )
        self.result = result_presenter.Presenter(
            lambda result, path: write(result, path, self.words), lambda state: self.result_view.show_state(state)
        )
        self.window = Window(self.frame, self.close)
        self.draw(Words(chosen.language or interface_language()))

    def draw(self, words: Words) -> None:
        """Make the views, in these words, tie them to their presenters and to each other, and put them in the window."""
        self.words = words
        self.work_view, self.result_view = work_view.View(words), result_view.View(words)
        self.work_view.attach(self.work)
        self.result_view.attach(self.result)
        self.work_view.result_asked.connect(self._show_result)
        self.result_view.left.connect(lambda: self.frame.go("documents"))
        self.window.fill(
            {
                "documents": Screen(self.work_view),
                "result": Screen(self.result_view, under="documents"),
            },
            words,
        )

    def close(self) -> None:
        """End the children and their threads."""
        self.background.close()
        self.reading.close()

    def _is_busy(self) -> bool:
        return any(row.is_ordered for row in self.work.state.rows)

    def _hear(self, order: int, event: Event) -> None:
        if isinstance(event, Finished):
            speed.remember(event.result.provenance)
        self.work.hear(order, event)

    def _show_result(self, number: int) -> None:
        row = next((row for row in self.work.state.rows if row.number == number), None)
        if row and row.result:
            self.result.open(row.result)
            self.frame.go("result")


def _name_of(asked: str | None) -> str:
    """The id of the model that will answer; empty when there is none."""
    try:
        return Store().find(asked).model.id
    except AssistantError:
        return ""


def run(arguments: list[str]) -> int:
    """Show the window until it is closed; the exit code."""
    chosen, aside = settings.load()
    try:
        with alone():
            application = QApplication(arguments)
            theme.dress(application, chosen.look, chosen.text_size)
            app = App(chosen)
            if aside:
                app.frame.tell(Told("settings-aside", {"file": aside}))
            app.window.show()
            return application.exec()
    except AlreadyRunning as error:
        print(Words(chosen.language or interface_language()).error(error), file=sys.stderr)  # noqa: T201 - there is no window to say it in
        return 1
