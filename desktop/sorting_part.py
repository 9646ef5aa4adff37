"""The part of the window that sorts: its screens, their presenters and the thread behind them, tied together as in ``app.py``."""

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

from assistant.schemes import edit
from assistant.schemes.read import all_schemes, load
from assistant.schemes.scheme import Scheme
from assistant.schemes.write import keep
from assistant.wording import Words
from desktop.bridge import Bridge
from desktop.part import Part
from desktop.reading import Reading
from desktop.screens.finishing import presenter as finishing_presenter
from desktop.screens.finishing import view as finishing_view
from desktop.screens.review import presenter as review_presenter
from desktop.screens.review import view as review_view
from desktop.screens.schemes import presenter as schemes_presenter
from desktop.screens.schemes import view as schemes_view
from desktop.screens.sorting import presenter as sorting_presenter
from desktop.screens.sorting import view as sorting_view
from desktop.sorting import Event, Means, Order, Sorting


class Shelf:
    """Where schemes are kept: those that are shipped, and the user's own folder."""

    def all(self) -> list[Scheme]:
        """The schemes there are."""
        return all_schemes()

    def is_own(self, name: str) -> bool:
        """Whether one is the user's own."""
        return edit.is_own(name)

    def load(self, path: Path) -> Scheme:
        """Read one from a file. Raises SchemeError."""
        return load(str(path))

    def keep(self, scheme: Scheme) -> None:
        """Keep one as the user's own. Raises OutputError."""
        keep(scheme)

    def remove(self, name: str) -> None:
        """Remove one of the user's own. Raises OutputError."""
        edit.remove(name)


class SortingPart(Part):
    """Its views are made by ``draw``, anew when the language changes."""

    def __init__(self, means: Means, bridge: Bridge, go: Callable[[str], None]) -> None:
        """``go`` shows a screen by its name."""
        self._go = go
        self.works = Sorting(means, lambda order, event: bridge.post(partial(self._hear, order, event)))
        self.sorting = sorting_presenter.Presenter(self.works, all_schemes, self._show_sorting)
        self.reading = Reading(lambda number, event: bridge.post(partial(self.review.hear_document, number, event)))
        self.review = review_presenter.Presenter(self.works, self.reading.order, self._show_review)
        self.finishing = finishing_presenter.Presenter(self.works, self.sorting.run, self._show_finishing)
        self.schemes = schemes_presenter.Presenter(Shelf(), self.sorting.run, self._show_schemes)

    @property
    def is_busy(self) -> bool:
        """Whether closing now would stop work, or lose a scheme that has been changed."""
        return self.sorting.state.running is not None or self.schemes.state.is_changed

    def draw(self, words: Words) -> None:
        """Make the views, in these words, and tie them to their presenters and to each other."""
        self.sorting_view, self.review_view = sorting_view.View(words), review_view.View(words)
        self.finishing_view, self.schemes_view = finishing_view.View(words), schemes_view.View(words)
        self.schemes.names = schemes_presenter.Names(
            words("New scheme"), words("New class"), f"{{name}} – {words('copy')}", words.language
        )
        self.sorting_view.attach(self.sorting)
        self.review_view.attach(self.review)
        self.finishing_view.attach(self.finishing)
        self.schemes_view.attach(self.schemes)
        self.sorting_view.review_asked.connect(self._review)
        self.sorting_view.finish_asked.connect(self._finish)
        self.sorting_view.schemes_asked.connect(self._edit)
        self.schemes_view.left.connect(lambda: self._go("sorting"))
        self.review_view.left.connect(lambda: self._go("sorting"))
        self.review_view.finish_asked.connect(lambda: self._finish(self.sorting.state.chosen))
        self.finishing_view.left.connect(lambda: self._go("sorting"))

    def arrive(self, place: str) -> None:
        """A screen is shown: look what there is to show on it."""
        if place == "sorting":
            self.sorting.refresh()
        elif place == "schemes" and self.schemes.state.scheme is None:
            self.schemes.open(self.sorting.state.scheme)

    def take(self, paths: Sequence[Path]) -> None:
        """Show the sorting, with these documents to be sorted next."""
        self._go("sorting")
        self.sorting.take(paths)

    def use_another_model(self) -> None:
        """Another model answers from now on; what each likes is learnt apart, so a batch under way pauses."""
        self.works.pause()

    def close(self) -> None:
        """End the threads. The model must still be there: what waits for its answer is told that it will not come."""
        self.works.close()
        self.reading.close()

    def _show_schemes(self, state: schemes_presenter.State) -> None:
        self.schemes_view.show_state(state)

    def _show_sorting(self, state: sorting_presenter.State) -> None:
        self.sorting_view.show_state(state)

    def _show_review(self, state: review_presenter.State) -> None:
        self.review_view.show_state(state)

    def _show_finishing(self, state: finishing_presenter.State) -> None:
        self.finishing_view.show_state(state)

    def _review(self, number: int) -> None:
        self.review.open(number)
        self._go("review")

    def _edit(self, name: str) -> None:
        self.schemes.open(name)
        self._go("schemes")

    def _finish(self, number: int) -> None:
        self.finishing.open(number)
        self._go("finishing")

    def _hear(self, order: Order, event: Event) -> None:
        self.sorting.hear(order, event)
        self.finishing.hear(order, event)
        self.schemes.hear(order, event)
