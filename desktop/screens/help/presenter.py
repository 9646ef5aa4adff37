"""Which part of the help is shown, and what protection took hold; that is looked up the first time it is asked for."""

import dataclasses
from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from assistant.worker.lockdown import Protection

TOPICS: Final = ("start", "guide", "keys", "protects", "protection", "about")


@dataclass(frozen=True)
class State:
    """Everything the view needs.

    Attributes:
        topic: the part that is shown.
        protection: what took hold in a reader on this computer; None until that has been looked up.
        is_offline: whether the whole program has given up networks.
    """

    topic: str = TOPICS[0]
    protection: Protection | None = None
    is_offline: bool = False


class Presenter:
    """Decides. Every act ends with the new State being shown."""

    def __init__(
        self, look: Callable[[], None], example: Callable[[], None], show: Callable[[State], None], *, is_offline: bool
    ) -> None:
        """``look`` has the protection looked up, and ``example`` opens the sample with its guided steps."""
        self._look = look
        self._example = example
        self._show = show
        self._is_looking = False
        self.state = State(is_offline=is_offline)

    def choose(self, topic: str) -> None:
        """Show another part."""
        self._change(topic=topic)
        if topic == "protection" and self.state.protection is None and not self._is_looking:
            self._is_looking = True
            self._look()

    def hear(self, protection: Protection) -> None:
        """This is what took hold."""
        self._is_looking = False
        self._change(protection=protection)

    def try_example(self) -> None:
        """The user wants to try Kansli on the sample."""
        self._example()

    def _change(self, **new: object) -> None:
        self.state = dataclasses.replace(self.state, **new)  # type: ignore[arg-type]
        self._show(self.state)
