"""The review of texts as the window has it: its thread, its presenter and its view, tied together."""

from collections.abc import Callable
from functools import partial

from assistant.documents.document import Document
from assistant.wording import Words
from desktop.bridge import Bridge
from desktop.output import Output
from desktop.part import Part
from desktop.reviewing import Reviewing
from desktop.screens.language import presenter, view
from desktop.screens.language.state import State
from desktop.screens.work.presenter import Row


class ReviewPart(Part):
    """Everything about reviews that runs in the window; ``go`` shows a screen by its name."""

    def __init__(self, output: Output, bridge: Bridge, go: Callable[[str], None]) -> None:
        self._go = go
        self.reviewing = Reviewing(lambda number, came: bridge.post(partial(self.presenter.hear, number, came)))
        self.presenter = presenter.Presenter(self.reviewing.order, output, self._show)

    def _show(self, state: State) -> None:
        self.view.show_state(state)  # the view that there is: another language makes another

    @property
    def is_busy(self) -> bool:
        """Whether something accepted would be lost if the window closed now."""
        return self.presenter.is_unsaved

    def draw(self, words: Words) -> None:
        """The screen, in these words."""
        self.view = view.View(words)
        self.view.attach(self.presenter)
        self.view.gone_back.connect(lambda: self._go("documents"))

    def open(self, number: int, document: Document) -> None:
        """Show the review of a document."""
        self.presenter.open(number, document)
        self._go("review-text")

    def have(self, rows: tuple[Row, ...]) -> None:
        """Reviews of other documents are forgotten."""
        self.presenter.keep_only({row.number for row in rows})

    def close(self) -> None:
        """End the thread."""
        self.reviewing.close()
