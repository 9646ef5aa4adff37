"""The ways out of the window for a text: a file and the clipboard. Paper is asked for by a dialog, so it is the view's."""

from collections.abc import Callable, Collection
from pathlib import Path
from typing import TYPE_CHECKING

from assistant.documents.document import Document
from assistant.export.plain import bare
from assistant.export.reviewed import write as write_reviewed
from assistant.export.write import write
from assistant.policy import in_force
from assistant.tasks.task import Result
from assistant.wording import Words
from desktop.widgets import clipboard

if TYPE_CHECKING:  # much is behind it, and the window starts without
    from assistant.letters.draft import Draft


class Output:
    """Says what is around a text in the words that the window speaks now."""

    def __init__(self, words: Callable[[], Words]) -> None:
        self._words = words

    def write(self, result: Result, path: Path) -> None:
        """Save a result as a file, in the format that its suffix stands for.

        Raises:
            OutputError: it cannot be saved.
        """
        write(result, path, self._words(), organisation=in_force().organisation)

    def copy(self, result: Result, chosen: Collection[int]) -> None:
        """Put the text of some statements on the clipboard; of all when none are named."""
        clipboard.copy(bare(result, chosen, self._words()))

    def write_letter(self, draft: "Draft", path: Path) -> None:
        """Save a letter: a Word file in its type's template, other kinds as its text.

        Raises:
            AssistantError: it cannot be saved, or facts are missing.
        """
        # Here, since it takes time to import.
        from assistant.export.letter import must_be_ready  # noqa: PLC0415
        from assistant.export.letter import write as write_in_template  # noqa: PLC0415

        if path.suffix.lower() == ".docx":
            write_in_template(draft, path)
            return
        must_be_ready(draft)
        write(draft.result(), path, self._words(), banner=not draft.reviewed_by, organisation=in_force().organisation)

    def copy_letter(self, draft: "Draft") -> None:
        """Put a letter's text on the clipboard."""
        clipboard.copy("\n\n".join(block.text for block in draft.blocks))

    def write_text(self, document: Document, path: Path) -> None:
        """Save a reviewed text as a file.

        Raises:
            OutputError: it cannot be saved.
        """
        write_reviewed(document, path, self._words())

    def copy_text(self, document: Document) -> None:
        """Put a reviewed text on the clipboard."""
        clipboard.copy(document.text)
