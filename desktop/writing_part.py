"""The writing of letters as the window has it: its presenter and its view, tied together."""

from collections.abc import Callable

from assistant.letters.read import kinds
from assistant.letters.sender import standing
from assistant.wording import Words
from assistant.worker.messages import Event
from desktop.output import Output
from desktop.part import Part
from desktop.screens.work.presenter import Row
from desktop.screens.writing import presenter, view
from desktop.screens.writing.presenter import Orders
from desktop.screens.writing.state import Open, State


class WritingPart(Part):
    """Everything about letters that runs in the window; ``go`` shows a screen by its name."""

    def __init__(self, orders: Orders, output: Output, go: Callable[[str], None]) -> None:
        self._go = go
        self._open: tuple[Open, ...] = ()
        self.presenter = presenter.Presenter(kinds, standing, orders, output, self._show)

    @property
    def is_busy(self) -> bool:
        """Whether closing the window now would stop or lose work on a letter."""
        return self.presenter.state.work is not None or self.presenter.state.is_unsaved

    def draw(self, words: Words) -> None:
        """The screen, in these words."""
        self.view = view.View(words)
        self.view.attach(self.presenter)

    def open(self, number: int) -> None:
        """Answer a document."""
        self.presenter.open(number)
        self._go("letters")

    def arrive(self, place: str) -> None:
        """The screen is shown: the types of letter are read the first time."""
        if place == "letters" and not self.presenter.state.kinds:
            self.presenter.open()

    def have(self, rows: tuple[Row, ...]) -> None:
        """These documents are open in the window."""
        documents = tuple(Open(row.number, row.document) for row in rows if row.document)
        if [each.number for each in documents] != [each.number for each in self._open]:
            self._open = documents
            self.presenter.have(documents)

    def hear(self, order: int, event: Event) -> None:
        """Something has happened to an order."""
        self.presenter.hear(order, event)

    def _show(self, state: State) -> None:
        self.view.show_state(state)  # the view that there is: another language makes another
