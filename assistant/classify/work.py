"""Works through a batch: documents are read ahead while others are decided, and what is finished is kept at once."""

import contextlib
import dataclasses
from collections import deque
from collections.abc import Callable, Generator
from concurrent.futures import Future, ThreadPoolExecutor
from pathlib import Path

from assistant.classify.learning import Learning
from assistant.classify.result import Sorted
from assistant.classify.sorting import Sorting
from assistant.documents.document import Document
from assistant.errors import AssistantError, DocumentError
from assistant.store.batches import Batch, Line

Read = Callable[[Path], Document]
#: Documents that are being read or wait to be decided; each is in memory.
AHEAD = 2


def work(
    batch: Batch, read: Read, sort: Callable[[Document], Sorted], told: Callable[[Line, Sorted | AssistantError], None]
) -> None:
    """Sort what is left of a batch. Ended at any point, the next call goes on from there, and nothing is done twice.

    A document that cannot be read is kept with its reason, and the others are sorted all the same.

    Raises:
        AssistantError: the model cannot be used; the document under way waits again.
        Stopped: as ``read`` or ``sort`` raises it; likewise.
    """
    batch.begin()
    with contextlib.closing(_read_ahead(batch, read)) as documents:
        for line, document in documents:
            if isinstance(document, AssistantError):
                batch.fail(line.number, document)
                told(line, document)
                continue
            try:
                outcome = sort(document)
            except BaseException:
                batch.put_back(line.number)
                raise
            batch.finish(line.number, outcome)
            told(line, outcome)


def work_and_learn(
    batch: Batch,
    read: Read,
    sorting: Sorting,
    learning: Learning,
    told: Callable[[Line, Sorted | AssistantError], None],
) -> None:
    """The same, and what the model likes is learnt with every document: it holds for the next, and is kept at the end.

    Raises:
        AssistantError, Stopped: as ``work``; what was learnt until then is kept.
    """
    prior = seen = learning.prior()

    def heard(line: Line, outcome: Sorted | AssistantError) -> None:
        nonlocal seen
        if isinstance(outcome, Sorted) and outcome.seen.scores:
            seen = seen.seen(outcome.seen.scores)
            sorting.known = dataclasses.replace(sorting.known, prior=seen.value())
        told(line, outcome)

    try:
        work(batch, read, sorting.sort, heard)
    finally:
        if seen is not prior:
            learning.keep(seen)


def _read_ahead(batch: Batch, read: Read) -> Generator[tuple[Line, Document | AssistantError]]:
    """Each document in turn, while the next are read; what was taken and is not needed is put back."""
    waiting: deque[tuple[Line, Future[Document]]] = deque()
    with ThreadPoolExecutor(AHEAD, thread_name_prefix="reading") as threads:
        try:
            while True:
                while len(waiting) < AHEAD and (line := batch.take()):
                    waiting.append((line, threads.submit(read, line.path)))
                if not waiting:
                    return
                line, future = waiting[0]
                try:
                    document: Document | AssistantError = future.result()
                except DocumentError as error:
                    document = error
                waiting.popleft()
                yield line, document
        finally:
            for line, future in waiting:
                future.cancel()
                batch.put_back(line.number)
