"""Several documents, one after the other: one that cannot be read is named, and the others are done all the same."""

import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

from assistant.commands import exits
from assistant.commands.exits import Exit
from assistant.documents.document import Document
from assistant.engine.engine import Stopping
from assistant.errors import AssistantError
from assistant.wording import Words
from assistant.worker import client


class Each:
    """The documents that were ordered, and how the order ends."""

    def __init__(self, files: Sequence[Path], words: Words) -> None:
        self._files = files
        self._words = words
        self._failed: list[AssistantError] = []

    def read(self, stopping: Stopping) -> Iterator[Document]:
        """Those that can be read; of the others it is said on stderr why they cannot."""
        for path in self._files:
            try:
                document = client.read(path, stopping)
            except AssistantError as error:
                print(self._words.error(error), file=sys.stderr)
                self._failed.append(error)
                continue
            yield document

    @property
    def exit(self) -> Exit:
        """Why nothing was done, where nothing could be read; else whether all was done."""
        if not self._failed:
            return Exit.DONE
        return exits.of(self._failed[0]) if len(self._failed) == len(self._files) else Exit.SOME_FAILED
