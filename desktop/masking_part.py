"""The part of the window that masks: its screen, its presenter, and the thread that looks, tied together as in ``app.py``."""

import threading
from collections.abc import Callable, Iterable
from functools import partial
from pathlib import Path

from assistant.documents.document import Document
from assistant.identifiers.found import Kind
from assistant.identifiers.mask import Mask
from assistant.wording import Words
from assistant.worker.child import failure
from assistant.worker.messages import Failed
from desktop.bridge import Bridge
from desktop.part import Part
from desktop.screens.masking.presenter import Presenter, State
from desktop.screens.masking.view import View


class MaskingPart(Part):
    """Its view is made by ``draw``, anew when the language changes."""

    def __init__(self, bridge: Bridge, go: Callable[[str], None], always: Iterable[str] = ()) -> None:
        """``go`` shows a screen by its name; ``always`` are the kinds that IT has decided are masked."""
        self._bridge = bridge
        self._go = go
        self.presenter = Presenter(self, self._show, map(Kind, always))

    def draw(self, words: Words) -> None:
        """Make the view, in these words."""
        self._words = words
        self.view = View(words)
        self.view.attach(self.presenter)
        self.view.left.connect(lambda: self._go("documents"))

    def open(self, document: Document) -> None:
        """Show what is found in a document."""
        self.presenter.open(document)
        self._go("masking")

    def look(self, order: int, document: Document, also: tuple[str, ...]) -> None:
        """Find all that can be masked, in a thread of its own: a megabyte takes a second."""

        def found() -> None:
            from assistant.identifiers.mask import masks  # noqa: PLC0415 - only whoever masks needs it

            came: tuple[Mask, ...] | Failed
            try:
                came = masks(document, tuple(Kind), also)
            except Exception as error:  # noqa: BLE001 - a bug ends it too, and is told as one
                came = failure(error)
            self._bridge.post(partial(self.presenter.hear, order, came))

        threading.Thread(target=found, name="masking", daemon=True).start()

    def write(self, document: Document, chosen: tuple[Mask, ...], path: Path) -> None:
        """Write the masked copy.

        Raises:
            OutputError: it cannot be saved, or words would be left in it.
        """
        from assistant.export.masked import write  # noqa: PLC0415 - it takes time to import

        write(document, chosen, path, self._words)

    def _show(self, state: State) -> None:
        self.view.show_state(state)
