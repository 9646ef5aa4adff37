"""A batch at work as in ``kansli classify``, with a scripted model; the test kills it whenever it likes.

Usage: sorting.py FOLDER LOG. What is begun and what is finished is noted in LOG, a line each.
"""

import os
import sys
from pathlib import Path

from assistant.classify.decide import knowledge
from assistant.classify.gather import documents
from assistant.classify.result import Sorted
from assistant.classify.sorting import Sorting
from assistant.classify.work import work
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

NAME = "batch"


def main(folder: Path, log: Path) -> None:
    """Sort what is left of the folder."""
    note = os.open(log, os.O_WRONLY | os.O_APPEND | os.O_CREAT)
    scheme = load("bradskande")

    with alone(), ModelChild(Opening(), scripted) as child:
        sorting = Sorting(
            scheme, knowledge(scheme, {}), lambda question: child.weigh(question, lambda _event: None), threshold=0.0
        )

        def sort(document: Document) -> Sorted:
            os.write(note, f"begun {document.name}\n".encode())
            return sorting.sort(document)

        def told(line: Line, outcome: Sorted | AssistantError) -> None:
            os.write(note, f"{'finished' if isinstance(outcome, Sorted) else 'failed'} {line.path.name}\n".encode())

        vault = open_vault(keyring())
        batch, _ = open_batch(vault, NAME, scheme.id, documents([folder]))
        work(batch, client.read, sort, told)
        vault.close()


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
