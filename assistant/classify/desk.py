"""The door to sorting for the window: batches that are kept, worked through, looked through and decided anew, by one scheme each.

It holds no thread. Whoever works a batch calls ``carry_out`` from a thread of its own; what else is asked for takes a moment.
"""

import secrets
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from assistant.classify.asking import Ask
from assistant.classify.learning import Learning
from assistant.classify.question import PROMPT
from assistant.classify.result import Sorted
from assistant.classify.sorting import Sorting, again
from assistant.classify.work import Read, work_and_learn
from assistant.documents.document import Document
from assistant.engine.catalogue import Model
from assistant.engine.engine import Stopping
from assistant.errors import AssistantError, Stopped
from assistant.prompts import load as load_prompt
from assistant.schemes.read import load
from assistant.schemes.scheme import Label, Scheme
from assistant.store.batches import Batch, Line, open_batch
from assistant.store.history import Change
from assistant.store.queue import State
from assistant.store.vault import Vault

#: What the names of the window's batches begin with; those of the command line are told and forgotten by it.
_OURS: Final = "window "


@dataclass(frozen=True)
class Pile:
    """A batch as a list tells of it.

    Attributes:
        number: its own.
        scheme: the name of the scheme it is sorted by.
        folder: where its first document lies.
        made: when it was ordered, in UTC.
        total: documents in it.
        waiting: of these, not sorted yet.
        failed: of these, could not be read.
        undecided: of those sorted, without a label, and none has been said.
        looked_through: of those sorted, those a person has said the label of.
    """

    number: int
    scheme: str
    folder: str
    made: str
    total: int
    waiting: int
    failed: int
    undecided: int
    looked_through: int


def piles(vault: Vault) -> list[Pile]:
    """The batches that are kept, the newest first."""
    query = """
        SELECT batch.number, batch.scheme, min(sorted.path), batch.made, count(*), sum(state IN ('waiting', 'running')),
            sum(state = 'failed'), sum(state = 'done' AND label = '' AND confirmed IS NULL), sum(confirmed IS NOT NULL)
        FROM batch JOIN sorted ON sorted.batch = batch.number WHERE batch.name LIKE ? GROUP BY batch.number
        ORDER BY batch.number DESC
    """
    return [Pile(row[0], row[1], str(Path(row[2]).parent), *row[3:]) for row in vault.rows(query, f"{_OURS}%")]


def lay_out(vault: Vault, scheme: Scheme, paths: Sequence[Path]) -> int:
    """Make a batch of these documents; its number."""
    batch, _ = open_batch(vault, f"{_OURS}{secrets.token_hex(8)}", scheme.id, paths)
    return batch.number


class Desk:
    """One batch and the scheme it is sorted by."""

    def __init__(self, vault: Vault, number: int, model: Model | None = None, ask: Ask | None = None) -> None:
        """Without ``ask`` the program decides alone; ``model`` is who is asked.

        Raises:
            SchemeError: the scheme is not there any more, or is wrong now.
        """
        ((name,),) = vault.rows("SELECT scheme FROM batch WHERE number = ?", number)
        self.scheme = load(name)
        self._vault = vault
        self._batch = Batch(vault, number)
        asks = ask is not None and model is not None and self.scheme.decides == "one"
        self._ask = ask if asks else None
        self._model = model if asks else None
        self.learning = Learning(self.scheme, vault, self._ask, self._model.sha256 if self._model else "")

    def carry_out(self, read: Read, told: Callable[[Line, Sorted | AssistantError], None], stopping: Stopping) -> None:
        """Sort what is left, each document to its end; the model's likings are learnt with every one.

        Raises:
            AssistantError: the model cannot be used.
            Stopped: on request, between two documents; what is sorted is kept.
        """

        def heard(line: Line, outcome: Sorted | AssistantError) -> None:
            told(line, outcome)
            if stopping():
                raise Stopped

        work_and_learn(self._batch, read, self._sorting(), self.learning, heard)

    def try_on(self, document: Document) -> Sorted:
        """What would come of one document, without it being kept.

        Raises:
            AssistantError, Stopped: as ``carry_out``.
        """
        return self._sorting().sort(document)

    def lines(self) -> list[Line]:
        """All documents, those whose label is least sure first and those that could not be read last."""
        lines = self._batch.lines(unsure_first=True)
        order = {State.DONE: 0, State.WAITING: 1, State.RUNNING: 1, State.FAILED: 2}
        return sorted(lines, key=lambda line: order[line.state])

    def outcome(self, number: int) -> Sorted | AssistantError | None:
        """What came of one document; None while it waits."""
        return self._batch.outcome(number)

    def confirm(self, number: int, label: str | None) -> None:
        """A person says what a document is: that holds, and is learnt from. Empty is *vet ej*, None takes it back."""
        self._batch.confirm(number, label)
        outcome = self._batch.outcome(number)
        if not isinstance(outcome, Sorted) or self.scheme.decides != "one":
            return
        if label:
            self.learning.examples.confirm(outcome.digest, label, outcome.seen)
        else:
            self.learning.examples.withdraw(outcome.digest)

    def decide_anew(self, told: Callable[[int, int], None], stopping: Stopping) -> int:
        """Decide what no person has said anything of anew, by what has been confirmed since; how many labels changed.

        Raises:
            Stopped: on request; what was decided until then is kept.
        """
        known = self.learning.known(self.learning.prior())
        lines = [line for line in self._batch.lines() if line.state is State.DONE and line.confirmed is None]
        changed = 0
        for done, line in enumerate(lines, 1):
            outcome = self._batch.outcome(line.number)
            if isinstance(outcome, Sorted) and self.scheme.decides == "one":
                new = again(outcome, known)
                changed += new.decision.label != outcome.decision.label
                self._batch.finish(line.number, new)
            told(done, len(lines))
            if stopping():
                raise Stopped
        return changed

    def labelled(self) -> list[tuple[Path, Label]]:
        """Each document that has a label with it: the one that a person has said, else the one that was found."""
        codes = {label.code: label for label in self.scheme.labels}
        pairs = ((line.path, settled(line)) for line in self._batch.lines() if line.state is State.DONE)
        return [(path, codes[code]) for path, code in pairs if code in codes]

    def outcomes(self) -> Iterator[tuple[Line, Sorted | AssistantError]]:
        """Each document that is sorted or has failed, with what came of it."""
        return self._batch.outcomes()

    def copied(self, source: Path, copy: Path) -> None:
        """Keep that a copy was made."""
        self._batch.copied(source, copy)

    def changes(self, most: int = -1) -> list[Change]:
        """What was changed by hand, by deciding anew and by copying, the newest first."""
        return self._batch.changes(most)

    def changed(self) -> int:
        """How many changes there are."""
        return self._batch.changed()

    def discard(self) -> None:
        """Forget the batch; what was confirmed is still learnt from."""
        self._batch.discard()

    def _sorting(self) -> Sorting:
        stamp = ""
        if self._model:
            stamp = f"{load_prompt(PROMPT, self.scheme.language).stamp}, {self._model.id}, {self._model.sha256}"
        return Sorting(self.scheme, self.learning.known(self.learning.prior()), self._ask, model=stamp)


def settled(line: Line) -> str:
    """The label of a document that holds; empty for *vet ej*."""
    return line.label if line.confirmed is None else line.confirmed
