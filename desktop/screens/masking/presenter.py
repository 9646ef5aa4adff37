"""What is found in a document, and which of it is masked in a copy. Plain Python; the view shows the State."""

import dataclasses
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from assistant.documents.document import Document
from assistant.errors import AssistantError
from assistant.identifiers.found import PERSONAL, Find, Kind
from assistant.identifiers.mask import Mask
from assistant.worker.messages import Failed

#: A find's place, which stays the same when more is looked for.
Place = tuple[int, int, int]


class Works(Protocol):
    """Who looks, and who writes the copy."""

    def look(self, order: int, document: Document, also: tuple[str, ...]) -> None:
        """Find all that can be masked; ``hear`` is told under this number."""

    def write(self, document: Document, chosen: tuple[Mask, ...], path: Path) -> None:
        """Write the masked copy."""


@dataclass(frozen=True)
class State:
    """Everything the view needs.

    Attributes:
        document: what is looked through; None before any is.
        is_looking: whether it is being looked through.
        masks: all that was found, numbered in order.
        switched: places that the user has masked, or left, against what is usual for their kind.
        also: words that the user wants masked wherever they stand.
        chosen: the number of the find that is selected, 0 when none is.
        shows_copy: whether the text is shown as the copy will have it.
        saved: the copy that was written last, until something else is chosen.
        problem: why something could not be done.
        always: kinds that IT has decided are masked.
    """

    document: Document | None = None
    is_looking: bool = False
    masks: tuple[Mask, ...] = ()
    switched: frozenset[Place] = frozenset()
    also: tuple[str, ...] = ()
    chosen: int = 0
    shows_copy: bool = False
    saved: Path | None = None
    problem: Failed | None = None
    always: frozenset[Kind] = frozenset()

    @property
    def masked(self) -> tuple[Mask, ...]:
        """What the copy will be without."""
        return tuple(mask for mask in self.masks if self.is_masked(mask))

    @property
    def mask(self) -> Mask | None:
        """The chosen find."""
        return next((mask for mask in self.masks if mask.number == self.chosen), None)

    @property
    def can_save(self) -> bool:
        """Whether a copy can be written: also one with nothing masked is, if the user wants it."""
        return self.document is not None and not self.is_looking

    def is_masked(self, mask: Mask) -> bool:
        """Whether a find is masked: what points out a person is, unless the user has said otherwise; what IT has fixed is."""
        if mask.find.span.kind in self.always:
            return True
        is_usual = mask.find.span.kind in {*PERSONAL, Kind.CHOSEN}
        return is_usual != (place(mask.find) in self.switched)


class Presenter:
    """Decides. Every act ends with the new State being shown."""

    def __init__(self, works: Works, show: Callable[[State], None], always: Iterable[Kind] = ()) -> None:
        """``always`` are the kinds that IT has decided are masked."""
        self._works = works
        self._show = show
        self._order = 0
        self.state = State(always=frozenset(always))

    def open(self, document: Document) -> None:
        """Look a document through; one that was looked through last is shown as it was left."""
        if document is self.state.document:
            self._show(self.state)
            return
        self.state = State(document, always=self.state.always)
        self._look()

    def choose(self, number: int) -> None:
        """Select a find."""
        if number != self.state.chosen:
            self._change(chosen=number)

    def switch(self, number: int) -> None:
        """Mask a find that is not, or leave one that is."""
        mask = next((mask for mask in self.state.masks if mask.number == number), None)
        if mask and mask.find.span.kind in self.state.always:
            self._change()  # the box goes back
        elif mask:
            self._change(switched=self.state.switched ^ {place(mask.find)}, saved=None, problem=None)

    def switch_kind(self) -> None:
        """Mask all finds of the chosen one's kind, or leave them all when they are masked already."""
        if self.state.mask is None:
            return
        same = [mask for mask in self.state.masks if mask.find.span.kind == self.state.mask.find.span.kind]
        are_masked = all(self.state.is_masked(mask) for mask in same)
        turned = {place(mask.find) for mask in same if self.state.is_masked(mask) == are_masked}
        self._change(switched=self.state.switched ^ turned, saved=None, problem=None)

    def mask_also(self, words: str) -> None:
        """Mask these words too, wherever they stand."""
        words = " ".join(words.split())
        if words and words not in self.state.also and self.state.document:
            self._change(also=(*self.state.also, words), saved=None)
            self._look()

    def show_copy(self, is_so: bool) -> None:  # noqa: FBT001 - a choice
        """Show the text as the copy will have it, or as it is."""
        self._change(shows_copy=is_so)

    def save(self, path: Path) -> None:
        """Write the copy."""
        if self.state.document is None:
            return
        try:
            self._works.write(self.state.document, self.state.masked, path)
        except AssistantError as error:
            self._change(saved=None, problem=Failed(error.code, error.facts))
        else:
            self._change(saved=path, problem=None)

    def hear(self, order: int, found: tuple[Mask, ...] | Failed) -> None:
        """The document has been looked through, or cannot be."""
        if order != self._order:
            return
        if isinstance(found, Failed):
            self._change(is_looking=False, masks=(), problem=found)
        else:
            self._change(is_looking=False, masks=found, chosen=found[0].number if found else 0)

    def _look(self) -> None:
        if self.state.document:
            self._order += 1
            self._change(is_looking=True)
            self._works.look(self._order, self.state.document, self.state.also)

    def _change(self, **new: object) -> None:
        self.state = dataclasses.replace(self.state, **new)  # type: ignore[arg-type]
        self._show(self.state)


def place(find: Find) -> Place:
    """Where a find stands."""
    return find.paragraph, find.span.start, find.span.end
