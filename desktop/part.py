"""What a part of the window is: screens of its own, with the presenters and threads behind them, made when first needed."""

from assistant.wording import Words
from assistant.worker.messages import Event
from desktop.screens.work.presenter import Row


class Part:
    """Lives from when one of its screens is first needed for as long as the window. What does not concern a part, it leaves out."""

    @property
    def is_busy(self) -> bool:
        """Whether closing the window now would stop or lose work."""
        return False

    def draw(self, words: Words) -> None:
        """Make the views, in these words, and tie them to their presenters and to each other."""
        raise NotImplementedError

    def arrive(self, place: str) -> None:
        """A screen is shown, its own or another."""

    def have(self, rows: tuple[Row, ...]) -> None:
        """These documents are open in the window."""

    def hear(self, order: int, event: Event) -> None:
        """Something has happened to an order to the model's child."""

    def use_another_model(self) -> None:
        """Another model answers from now on."""

    def close(self) -> None:
        """End its threads. The model is still there."""
