"""Tries a scheme on a few documents before it is used: nothing is kept, and nothing that was learnt before counts."""

from collections.abc import Callable, Sequence
from pathlib import Path

from assistant.classify.asking import Ask
from assistant.classify.decide import knowledge
from assistant.classify.prior import found
from assistant.classify.result import Sorted
from assistant.classify.sorting import Sorting
from assistant.classify.work import Read
from assistant.errors import AssistantError, DocumentError
from assistant.schemes.scheme import Scheme

#: Documents that a scheme is tried on at a time.
MOST = 3


def tried(
    scheme: Scheme, paths: Sequence[Path], read: Read, ask: Ask | None, told: Callable[[int, int], None]
) -> list[tuple[Path, Sorted | AssistantError]]:
    """What would come of each of the first few documents.

    Raises:
        AssistantError: the model cannot answer.
        Stopped: on request.
    """
    chosen = list(paths[:MOST])
    told(0, len(chosen))
    asks = ask if scheme.decides == "one" else None
    sorting = Sorting(scheme, knowledge(scheme, found(scheme, asks) if asks else {}), asks)
    outcomes: list[tuple[Path, Sorted | AssistantError]] = []
    for done, path in enumerate(chosen, 1):
        try:
            outcomes.append((path, sorting.sort(read(path))))
        except DocumentError as error:
            outcomes.append((path, error))
        told(done, len(chosen))
    return outcomes
