"""The parts of the window that are not seen at its start: each is loaded and made when it is first asked for.

The window is seen in half the time without them.
"""

from collections.abc import Callable
from functools import cached_property
from typing import TYPE_CHECKING, TypeVar

from assistant.engine.catalogue import Model
from assistant.policy import Policy
from assistant.store import keys
from assistant.wording import Words
from assistant.worker.background import Background
from desktop.bridge import Bridge
from desktop.output import Output
from desktop.part import Part
from desktop.screens.work.presenter import Row

if TYPE_CHECKING:
    from desktop.masking_part import MaskingPart
    from desktop.review_part import ReviewPart
    from desktop.sorting_part import SortingPart
    from desktop.writing_part import WritingPart

_P = TypeVar("_P", bound=Part)


class Parts:
    """Each part is an attribute; ``made`` are those that there are so far."""

    def __init__(
        self,
        background: Background,
        bridge: Bridge,
        go: Callable[[str], None],
        output: Output,
        model: Callable[[], Model],
        policy: Policy,
        words: Callable[[], Words],
    ) -> None:
        """``go`` shows a screen by its name, ``model`` tells which one answers, ``words`` are those that the window speaks now."""
        self.made: list[Part] = []
        self._rows: tuple[Row, ...] = ()
        self._background, self._bridge, self._go, self._output = background, bridge, go, output
        self._model, self._policy, self._words = model, policy, words

    @cached_property
    def reviews(self) -> "ReviewPart":
        """The review of texts."""
        from desktop.review_part import ReviewPart  # noqa: PLC0415 - see above

        return self._new(ReviewPart(self._output, self._bridge, self._go))

    @cached_property
    def letters(self) -> "WritingPart":
        """The writing of letters."""
        from desktop.writing_part import WritingPart  # noqa: PLC0415 - see above

        return self._new(WritingPart(self._background, self._output, self._go))

    @cached_property
    def masking(self) -> "MaskingPart":
        """The masking of what is found in a document."""
        from desktop.masking_part import MaskingPart  # noqa: PLC0415 - see above

        return self._new(MaskingPart(self._bridge, self._go, self._policy.masked_kinds))

    @cached_property
    def sorting(self) -> "SortingPart":
        """The sorting by a scheme."""
        from desktop.sorting import Means  # noqa: PLC0415 - see above
        from desktop.sorting_part import SortingPart  # noqa: PLC0415

        means = Means(self._background.weigh, self._model, keys.system, self._words)
        return self._new(SortingPart(means, self._bridge, self._go))

    def have(self, rows: tuple[Row, ...]) -> None:
        """These documents are open in the window; told to the parts that there are, and to each other when it is made."""
        self._rows = rows
        for part in self.made:
            part.have(rows)

    def _new(self, part: _P) -> _P:
        part.draw(self._words())
        part.have(self._rows)
        self.made.append(part)
        return part
