"""The queue at work as in ``kansli queue run``, with a scripted model; the harness kills it whenever it likes.

Usage: app.py LOG. Jobs are in the queue already. What is begun and what is finished is noted in LOG, a line each.
"""

import os
import sys
from pathlib import Path

from assistant.errors import AssistantError
from assistant.export.write import write
from assistant.instance import alone
from assistant.job import Job
from assistant.store.queue import Entry, Queue, work
from assistant.store.vault import open_vault
from assistant.tasks.task import Result
from assistant.wording import Words
from assistant.worker import client
from assistant.worker.client import ModelChild
from assistant.worker.model import Opening
from tests.assistant.store.keyrings import Good
from tests.chaos.model import scripted

KEY = "5a" * 32


def keyring() -> Good:
    """A keyring that is the same in every run."""
    kept = Good()
    kept.set_password("kansli", "store", KEY)
    return kept


def main(log: Path) -> None:
    """Work through the queue."""
    words = Words("sv")
    note = os.open(log, os.O_WRONLY | os.O_APPEND | os.O_CREAT)

    def failed(entry: Entry, error: AssistantError) -> None:
        os.write(note, f"failed {entry.out.name} {error.code}\n".encode())

    def written(result: Result, out: Path) -> None:
        os.write(note, f"finished {out.name}\n".encode())
        write(result, out, words)

    with alone(), ModelChild(Opening(), scripted) as child:

        def do(entry: Entry) -> Result:
            os.write(note, f"begun {entry.out.name}\n".encode())
            return child.carry_out(Job(client.read(entry.path), entry.options), lambda _event: None)

        vault = open_vault(keyring())
        work(Queue(vault), do, written, failed)
        vault.close()


if __name__ == "__main__":
    main(Path(sys.argv[1]))
