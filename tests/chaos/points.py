"""A batch at work without a model, that kills itself at a point of its work as ``kill -9`` does.

Usage: points.py FOLDER LOG [POINT NTH]. Which documents are decided and which are told is noted in LOG, a line each.
"""

import os
import signal
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

from assistant.classify.decide import knowledge
from assistant.classify.gather import documents
from assistant.classify.result import Sorted
from assistant.classify.sorting import Sorting
from assistant.classify.work import work
from assistant.documents.document import Document
from assistant.documents.read import read
from assistant.errors import AssistantError
from assistant.schemes.read import load
from assistant.store.batches import Batch, Line, open_batch
from assistant.store.vault import open_vault
from tests.chaos.app import keyring

NAME = "batch"
SCHEME = "bradskande"
#: Where it can be killed, and the method of a batch in which that is; the last is within a transaction, before it is kept.
POINTS = {
    "begun": ("begin", "after"),
    "taken": ("take", "after"),
    "decided": ("finish", "before"),
    "writing": ("_put", "after"),
    "kept": ("finish", "after"),
    "failing": ("fail", "before"),
    "failed": ("fail", "after"),
}


def killing(method: Callable[..., Any], when: str, nth: int) -> Callable[..., Any]:
    """The method, which the nth time kills the program before or after it."""
    calls = 0

    def called(*arguments: Any) -> Any:
        nonlocal calls
        calls += 1
        if calls == nth and when == "before":
            os.kill(os.getpid(), signal.SIGKILL)
        answer = method(*arguments)
        if calls == nth and when == "after":
            os.kill(os.getpid(), signal.SIGKILL)
        return answer

    return called


def main(folder: Path, log: Path, point: str = "", nth: int = 0) -> None:
    """Sort what is left of the folder, until the point is reached."""
    note = os.open(log, os.O_WRONLY | os.O_APPEND | os.O_CREAT)
    if point:
        name, when = POINTS[point]
        setattr(Batch, name, killing(getattr(Batch, name), when, nth))
    scheme = load(SCHEME)
    sorting = Sorting(scheme, knowledge(scheme, {}), None, threshold=0.0)

    def sort(document: Document) -> Sorted:
        os.write(note, f"decided {document.name}\n".encode())
        return sorting.sort(document)

    def told(line: Line, _outcome: Sorted | AssistantError) -> None:
        os.write(note, f"told {line.path.name}\n".encode())

    vault = open_vault(keyring())
    batch, _ = open_batch(vault, NAME, scheme.id, documents([folder]))
    work(batch, read, sort, told)
    vault.close()


if __name__ == "__main__":
    point, nth = (sys.argv[3], int(sys.argv[4])) if sys.argv[3:] else ("", 0)
    main(Path(sys.argv[1]), Path(sys.argv[2]), point, nth)
