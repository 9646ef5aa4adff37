"""The composition root of the window: the only place that chooses implementations and ties them together."""

import contextlib
import threading
from functools import partial
from typing import Final

from assistant import machine, offers, paths, policy, settings, speed
from assistant.engine.catalogue import Model
from assistant.engine.models import Store
from assistant.engine.opening import choose
from assistant.errors import AlreadyRunning, AssistantError, PolicyError
from assistant.instance import alone
from assistant.policy import Policy
from assistant.settings import Settings
from assistant.wording import Words, interface_language
from assistant.worker import model
from assistant.worker.background import Background
from assistant.worker.client import ModelChild
from assistant.worker.messages import Event, Finished
from desktop import frame, launch, theme, tour, translation
from desktop.application import application, refuse
from desktop.bridge import Bridge
from desktop.checking import Checking
from desktop.frame import Told
from desktop.output import Output
from desktop.parts import Parts
from desktop.reading import Reading
from desktop.screens.help import presenter as help_presenter
from desktop.screens.help import view as help_view
from desktop.screens.models import presenter as models_presenter
from desktop.screens.models import view as models_view
from desktop.screens.models.presenter import Rules
from desktop.screens.result import presenter as result_presenter
from desktop.screens.result import view as result_view
from desktop.screens.settings import presenter as settings_presenter
from desktop.screens.settings import view as settings_view
from desktop.screens.work import presenter as work_presenter
from desktop.screens.work import view as work_view
from desktop.storing import Storing
from desktop.widgets import clipboard
from desktop.window import Screen, Window

_EXAMPLE: Final = "tjansteskrivelse-fardtjanst.docx"


class App:
    """Everything that runs in one window; ``code`` is what it ends with.

    Presenters live as long as the window. Views are made by ``draw``, anew when the language changes, so what a presenter
    shows goes to the view that there is. What is not seen at the start is one of the ``parts``.
    """

    def __init__(
        self,
        own: Settings,
        open_: model.Open = model.open_model,
        fixed: Policy | None = None,
        *,
        is_offline: bool = False,
    ) -> None:
        """``own`` are the user's settings, ``open_`` is how the model's child gets its model, ``fixed`` is what IT has fixed."""
        self.code = 0
        self._open = open_
        self._example = 0
        self.policy = fixed or Policy()
        self.bridge = Bridge()
        self.settings = settings_presenter.Presenter(
            own, self.policy, settings.save, self._apply, lambda state: self.settings_view.show_state(state)
        )
        chosen = self.settings.state.settings
        self.background = Background(self._child(chosen), self._from_background)
        self.reading = Reading(lambda number, event: self.bridge.post(partial(self.work.hear_document, number, event)))
        self.frame = frame.Presenter("documents", self._is_busy, self._show_frame)
        self.work = work_presenter.Presenter(self.reading.order, self.background, self._seconds, self._show_work)
        self.work.reads_ahead = chosen.reads_ahead
        self.checking = Checking(lambda number, found: self.bridge.post(partial(self.result.hear_check, number, found)))
        self.result = result_presenter.Presenter(
            self.background,
            self.checking.order,
            self._output(),
            lambda state: self.result_view.show_state(state),
        )
        self.help = help_presenter.Presenter(
            self._look_at_protection,
            self._try_example,
            lambda state: self.help_view.show_state(state),
            is_offline=is_offline,
        )
        self.storing = Storing(Store(), lambda event: self.bridge.post(partial(self.models.hear, event)))
        self.models = models_presenter.Presenter(
            self._look_at_models,
            self.storing,
            self._use_model,
            self._leave_for_models,
            lambda state: self.models_view.show_state(state),
            rules=Rules(
                may_fetch=self.policy.may_fetch,
                is_fixed="model" in self.settings.state.fixed,
                is_bare=paths.is_installed(),
            ),
        )
        self.parts = Parts(
            self.background, self.bridge, self.frame.go, self._output(), self._model, self.policy, lambda: self.words
        )
        self.window = Window(self.frame, self.close)
        self.draw(Words(chosen.language or interface_language()))

    def draw(self, words: Words) -> None:
        """Make the views, in these words, tie them to their presenters and to each other, and put them in the window."""
        self.words = words
        translation.speak(words.language)
        self.work_view, self.result_view = work_view.View(words), result_view.View(words)
        self.models_view = models_view.View(words)
        self.settings_view, self.help_view = settings_view.View(words), help_view.View(words)
        for part in self.parts.made:
            part.draw(words)
        self.work_view.attach(self.work)
        self.result_view.attach(self.result)
        self.models_view.attach(self.models)
        self.settings_view.attach(self.settings)
        self.help_view.attach(self.help)
        self.work_view.result_asked.connect(self._show_result)
        self.result_view.left.connect(lambda: self.frame.go("documents"))
        self.work_view.review_asked.connect(self._review)
        self.work_view.letter_asked.connect(lambda number: self.parts.letters.open(number))
        self.work_view.sorting_asked.connect(self._sort_documents)
        self.work_view.masking_asked.connect(self._mask_document)
        self.window.fill(
            {
                "documents": Screen(lambda: self.work_view),
                "result": Screen(lambda: self.result_view, under="documents"),
                "review-text": Screen(lambda: self.parts.reviews.view, under="documents"),
                "letters": Screen(lambda: self.parts.letters.view),
                "masking": Screen(lambda: self.parts.masking.view, under="documents"),
                "sorting": Screen(lambda: self.parts.sorting.sorting_view),
                "review": Screen(lambda: self.parts.sorting.review_view, under="sorting"),
                "finishing": Screen(lambda: self.parts.sorting.finishing_view, under="sorting"),
                "schemes": Screen(lambda: self.parts.sorting.schemes_view, under="sorting"),
                "models": Screen(lambda: self.models_view),
                "settings": Screen(lambda: self.settings_view),
                "help": Screen(lambda: self.help_view),
            },
            words,
        )

    def _output(self) -> Output:
        return Output(lambda: self.words)

    def dress(self) -> None:
        """Have the window look as chosen, or as the system looks now."""
        theme.dress(self.settings.state.settings.look, self.settings.state.settings.text_size)

    def follow_system(self) -> None:
        """The system looks otherwise now; that matters where no look was chosen."""
        if not self.settings.state.settings.look:
            self.dress()

    def close(self) -> None:
        """End the children and their threads; what asks the model ends before the model does."""
        for part in self.parts.made:
            part.close()
        self.background.close()
        self.reading.close()
        self.storing.close()
        self.checking.close()
        clipboard.forget()

    def _apply(self, before: Settings, now: Settings) -> None:
        """Have other settings take effect at once."""
        if (before.look, before.text_size) != (now.look, now.text_size):
            self.dress()
        if before.language != now.language:
            self.draw(Words(now.language or interface_language()))
        if (before.model, before.threads) != (now.model, now.threads):
            for part in self.parts.made:
                part.use_another_model()
            self.background.use(self._child(now))
            self.work.reconsider(reads_ahead=now.reads_ahead)
        elif before.reads_ahead != now.reads_ahead:
            self.work.reconsider(reads_ahead=now.reads_ahead)

    def _child(self, chosen: Settings) -> ModelChild:
        return ModelChild(model.Opening(chosen.model or None, threads=chosen.threads or None), self._open)

    def _model(self) -> Model:
        """The model that answers. Raises ModelError."""
        return choose(self.settings.state.settings.model or None).model

    def _sort_documents(self) -> None:
        """Sort the documents that are open, as far as they are files."""
        self.parts.sorting.take([row.path for row in self.work.state.rows if row.path])

    def _mask_document(self) -> None:
        row = self.work.state.row
        if row and row.document:
            self.parts.masking.open(row.document)

    def _seconds(self, cost: int) -> float:
        """About how long work of a cost takes with the model that will do it."""
        try:
            name = Store().find(self.settings.state.settings.model or None).model.id
        except AssistantError:
            name = ""
        return speed.seconds(cost, name)

    def _is_busy(self) -> bool:
        """Whether closing now would stop or lose work: a job, a change under way, or what a person has edited."""
        is_working = any(row.is_ordered for row in self.work.state.rows)
        is_in_result = self.result.is_busy or self.result.is_unsaved
        return is_working or is_in_result or any(part.is_busy for part in self.parts.made)

    def _from_background(self, order: int, event: Event) -> None:
        self.bridge.post(partial(self._hear, order, event))

    def _hear(self, order: int, event: Event) -> None:
        if isinstance(event, Finished):
            speed.remember(event.result.provenance)
        self.work.hear(order, event)
        self.result.hear(order, event)
        for part in self.parts.made:
            part.hear(order, event)

    def _look_at_protection(self) -> None:
        """In a thread of its own, since a child has to be started."""

        def look() -> None:
            found = machine.protection()
            self.bridge.post(partial(self.help.hear, found))

        threading.Thread(target=look, name="protection", daemon=True).start()

    def _show_work(self, state: work_presenter.State) -> None:
        self.work_view.show_state(state)
        self.result.keep_only({row.number for row in state.rows})
        self.parts.have(state.rows)
        self._guide()

    def _show_frame(self, state: frame.State) -> None:
        self.window.show_state(state)
        if state.place == "settings":
            self._tell_models()
        for part in self.parts.made:
            part.arrive(state.place)
        if state.place == "models" and not self.models.state.offers:
            self.models.refresh()
        if not state.question and not state.is_closing:
            self.code = 0  # whoever stays does not leave for the other program later
        self._guide()

    def _tell_models(self) -> None:
        with contextlib.suppress(AssistantError):  # the models' own screen tells what is wrong with them
            chosen = self.settings.state.settings.model
            models = [each.model for each in Store().installed()]
            self.settings.have([(each.id, each.title) for each in models if each.role != "test" or each.id == chosen])

    def _look_at_models(self) -> tuple[tuple[offers.Offer, ...], str]:
        chosen, store = self.settings.state.settings, Store()
        return offers.offers(store, machine.look(chosen.threads)), offers.in_use(store, chosen.model)

    def _use_model(self, name: str) -> None:
        """Have this model answer, or open the same one anew."""
        if self.settings.state.settings.model == name:
            self.background.use(self._child(self.settings.state.settings))
        else:
            self.settings.choose("model", name)

    def _leave_for_models(self) -> None:
        """Close, and ask for the program that fetches models."""
        self.code = launch.MODELS
        self.frame.leave()

    def _show_result(self, number: int) -> None:
        row = next((row for row in self.work.state.rows if row.number == number), None)
        if row and row.result:
            self.result.open(number, row.result)
            self.frame.go("result")

    def _review(self, number: int) -> None:
        """Show what could be easier to read in a document."""
        row = next((row for row in self.work.state.rows if row.number == number), None)
        if row and row.document:
            self.parts.reviews.open(number, row.document)

    def _try_example(self) -> None:
        """Open the sample and lead through a first task with it."""
        self.frame.go("documents")
        self.work.add([paths.resources() / "examples" / _EXAMPLE])
        self._example = self.work.state.rows[-1].number
        self.work.choose(self._example)
        self.frame.guide("opening")
        self._guide()

    def _guide(self) -> None:
        if self.frame.state.step:
            self.frame.guide(tour.step(self.work.state, self._example, self.frame.state.place))


def run(arguments: list[str], *, is_offline: bool = False) -> int:
    """Show the window until it is closed; the exit code, which may ask for the one that fetches models."""
    there = application(arguments)
    own, aside = settings.load()
    try:
        fixed = policy.in_force()
        with alone():
            if offers.are_asked_for(fixed.over(own), fixed):
                return launch.MODELS
            app = App(own, fixed=fixed, is_offline=is_offline)
            app.dress()
            hints = there.styleHints()
            hints.colorSchemeChanged.connect(app.dress)
            hints.accessibility().contrastPreferenceChanged.connect(app.dress)
            if aside:
                app.frame.tell(Told("settings-aside", {"file": aside}))
            app.window.show()
            there.exec()
            return app.code
    except (PolicyError, AlreadyRunning) as error:
        refuse(there, Words(own.language or interface_language()).error(error))
        return 1
