"""The composition root of the window that fetches models: at the first start, and when another model is asked for.

It may use a network, so it knows nothing of documents: it imports no screen that shows them and nothing that reads them.
"""

import dataclasses
import threading
from functools import partial

from PySide6.QtCore import Qt

from assistant import machine, paths, policy, settings
from assistant.engine.models import Store
from assistant.errors import AlreadyRunning, OutputError, PolicyError
from assistant.instance import alone
from assistant.offers import Offer, in_use, offers
from assistant.policy import Policy
from assistant.settings import Settings
from assistant.wording import Words, interface_language
from desktop import frame, launch, theme, translation
from desktop.application import application, refuse
from desktop.bridge import Bridge
from desktop.screens.models import presenter as models_presenter
from desktop.screens.models.presenter import Rules
from desktop.screens.start import presenter as start_presenter
from desktop.screens.start import view as start_view
from desktop.storing import Storing
from desktop.window import Screen, Window


class Setup:
    """Everything that runs in this window; it ends with the code in ``code``."""

    def __init__(self, own: Settings, fixed: Policy, store: Store | None = None) -> None:
        """``own`` are the user's settings, ``fixed`` is what IT has fixed."""
        self.code = 0
        self._own = own
        self._fixed = fixed
        self._store = store or Store()
        self.bridge = Bridge()
        self.storing = Storing(self._store, lambda event: self.bridge.post(partial(self.models.hear, event)))
        self.start: start_presenter.Presenter | None = None
        self.models = models_presenter.Presenter(
            self._look,
            self.storing,
            lambda name: self._keep(model=name),
            lambda: None,
            self._show_models,
            rules=Rules(
                has_network=True,
                may_fetch=fixed.may_fetch,
                is_fixed="model" in fixed.fixed,
                is_bare=paths.is_installed(),
            ),
        )
        self.start = start_presenter.Presenter(
            lambda: machine.look(self.chosen.threads),
            self.models,
            lambda: self._keep(asks_for_model=False),
            self._leave,
            lambda state: self.view.show_state(state),
        )
        self.frame = frame.Presenter("start", lambda: False, lambda state: self.window.show_state(state))
        self.window = Window(self.frame, self.storing.close)
        self.draw(Words(self.chosen.language or interface_language()))

    @property
    def chosen(self) -> Settings:
        """The settings that count."""
        return self._fixed.over(self._own)

    def draw(self, words: Words) -> None:
        """Make the view, in these words."""
        translation.speak(words.language)
        self.view = start_view.View(words)
        assert self.start
        self.view.attach(self.start)
        other = "en" if words.language == "sv" else "sv"
        self.view.language_asked.connect(lambda: self._speak(other))
        self.window.fill({"start": Screen(lambda: self.view)}, words)

    def dress(self) -> None:
        """Have the window look as chosen, or as the system looks now."""
        theme.dress(self.chosen.look, self.chosen.text_size)

    def try_protection(self) -> None:
        """In a thread of its own, since a child has to be started."""

        def look() -> None:
            found = machine.protection()
            self.bridge.post(lambda: self.start.hear_protection(found) if self.start else None)

        threading.Thread(target=look, name="protection", daemon=True).start()

    def _look(self) -> tuple[tuple[Offer, ...], str]:
        return offers(self._store, machine.look(self.chosen.threads)), in_use(self._store, self.chosen.model)

    def _show_models(self, state: models_presenter.State) -> None:
        if self.start:
            self.start.hear_models(state)

    def _speak(self, language: str) -> None:
        self._keep(language=language)
        self.draw(Words(language))

    def _keep(self, **new: object) -> None:
        self._own = dataclasses.replace(self._own, **new)  # type: ignore[arg-type]
        try:
            settings.save(self._own)
        except OutputError as error:  # it counts until the window is closed
            self.frame.tell(frame.Told(error.code, error.facts))

    def _leave(self) -> None:
        self.code = launch.DOCUMENTS
        self.frame.leave()


def run(arguments: list[str]) -> int:
    """Show the window until it is closed; the exit code, which may ask for the one with documents."""
    there = application(arguments)
    own, _ = settings.load()
    try:
        fixed = policy.in_force()
        with alone():
            made = Setup(own, fixed)
            made.dress()
            there.styleHints().colorSchemeChanged.connect(made.dress)
            there.styleHints().accessibility().contrastPreferenceChanged.connect(made.dress)
            there.applicationStateChanged.connect(partial(_looked_at, made))
            made.window.show()
            made.try_protection()
            there.exec()
            return made.code
    except (PolicyError, AlreadyRunning) as error:
        refuse(there, Words(own.language or interface_language()).error(error))
        return 1


def _looked_at(made: Setup, state: Qt.ApplicationState) -> None:
    """Whoever comes back from closing other programs sees what that gave."""
    if state is Qt.ApplicationState.ApplicationActive and made.start:
        made.start.refresh()
