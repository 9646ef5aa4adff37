"""A batch at work as in ``kansli classify``, with a scripted model; the test kills it whenever it likes.

Usage: sorting.py FOLDER LOG. What is begun and what is finished is noted in LOG, a line each.
"""

import os
import sys
from pathlib import Path

from assistant.classify.asking import Ask
from assistant.classify.decide import knowledge
from assistant.classify.gather import documents
from assistant.classify.result import Sorted
from assistant.classify.sorting import Sorting
from assistant.classify.work import Read, work
from assistant.documents.document import Document
from assistant.errors import AssistantError
from assistant.instance import alone
from assistant.schemes.read import load
from assistant.store.batches import Line, open_batch
from assistant.store.vault import open_vault
from assistant.worker import client
from assistant.worker.client import ModelChild
from assistant.worker.model import Opening
from tests.chaos.app import keyring
from tests.chaos.model import scripted

NAME, SCHEME = "batch", "bradskande"


def go_on(folder: Path, log: Path, ask: Ask | None, read: Read) -> None:
    """Sort what is left of the folder, and note in the log what is begun, finished and failed."""
    note = os.open(log, os.O_WRONLY | os.O_APPEND | os.O_CREAT)
    scheme = load(SCHEME)
    sorting = Sorting(scheme, knowledge(scheme, {}), ask, threshold=0.0)

    def sort(document: Document) -> Sorted:
        os.write(note, f"begun {document.name}\n".encode())
        return sorting.sort(document)

    def told(line: Line, outcome: Sorted | AssistantError) -> None:
        os.write(note, f"{'finished' if isinstance(outcome, Sorted) else 'failed'} {line.path.name}\n".encode())

    vault = open_vault(keyring())
    batch, _ = open_batch(vault, NAME, scheme.id, documents([folder]))
    work(batch, read, sort, told)
    vault.close()


def main(folder: Path, log: Path) -> None:
    """With a model, in children, as one program at a time."""
    with alone(), ModelChild(Opening(), scripted) as child:
        go_on(folder, log, lambda question: child.weigh(question, lambda _event: None), client.read)


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
