"""What sorting and learning share on the command line: the model, what is known of the scheme, and how examples are read."""

import argparse
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Self

from assistant.classify.decide import Example, Knowledge
from assistant.classify.learning import Learning
from assistant.classify.prior import Prior
from assistant.classify.question import PROMPT, Question
from assistant.classify.sorting import Sorting, digest
from assistant.commands import summarise
from assistant.commands.counting import Counting
from assistant.documents.document import Document
from assistant.engine.engine import Stopping
from assistant.engine.opening import choose
from assistant.prompts import load
from assistant.schemes.scheme import Label, Scheme
from assistant.store.vault import Vault
from assistant.wording import Words
from assistant.worker import client


class Sorter:
    """One scheme, and the model that is asked about it unless the program is to decide alone; a context, so that its child ends.

    Attributes:
        learning: what is known of the scheme.
    """

    def __init__(self, order: argparse.Namespace, scheme: Scheme, vault: Vault, stopping: Stopping) -> None:
        """Find the model, so that a missing one is told before anything is read.

        Raises:
            ModelError: it is missing, unknown, or too big for the memory there is.
        """
        self._scheme, self._stopping = scheme, stopping
        self._child = summarise.child(order)
        asks = scheme.decides == "one" and not order.without_model
        model = choose(self._child.asked).model if asks else None
        self._ask = self._weigh if model else None
        self._stamp = f"{load(PROMPT, scheme.language).stamp}, {model.id}, {model.sha256}" if model else ""
        self.learning = Learning(scheme, vault, self._ask, model.sha256 if model else "")

    def __enter__(self) -> Self:
        """Nothing is started before it is needed."""
        return self

    def __exit__(self, *_error: object) -> None:
        """End the child."""
        self._child.close()

    def sorting(self, known: Knowledge, threshold: float) -> Sorting:
        """What sorts by what is known."""
        return Sorting(self._scheme, known, self._ask, threshold=threshold, model=self._stamp)

    def read(self, path: Path) -> Document:
        """Read a document, in a child of its own.

        Raises:
            DocumentError, Stopped: as ``worker/client.py`` says.
        """
        return client.read(path, self._stopping)

    def examples(self, pairs: Sequence[tuple[Path, Label]], words: Words) -> Iterator[tuple[str, Example]]:
        """Each example with what tells its text again, with progress on stderr.

        Raises:
            AssistantError: one cannot be read, or the model cannot answer.
            Stopped: on request.
        """
        looking = self.sorting(self.learning.known(Prior({})), 0.0)
        line = Counting(words, len(pairs))
        try:
            for path, label in pairs:
                document = self.read(path)
                yield digest(document), Example(label.code, looking.look(document).seen)
                line.one(path.name)
        finally:
            line.end()

    def _weigh(self, question: Question) -> tuple[float, ...]:
        return self._child.weigh(question, lambda _event: None, self._stopping)
