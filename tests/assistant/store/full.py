"""A program that works on a disk with ever less room, inside a namespace of its own; prints what went wrong, a line each.

Usage: full.py FOLDER, on a small file system of its own. See ``test_full_disk.py``.
"""

import json
import sys
from collections import Counter
from pathlib import Path

from assistant.errors import AssistantError, OutputError, StoreFull
from assistant.export.write import write
from assistant.store.queue import Entry, Queue, work
from assistant.store.vault import open_vault
from assistant.tasks.options import Options
from assistant.tasks.task import Result
from assistant.wording import Words
from tests.assistant.store.keyrings import Good
from tests.assistant.store.test_queue import RESULT

STEP = 4096
MOST = 48


def main(folder: Path) -> None:
    """Try everything that writes with 0, 4, 8 … KB free."""
    words, keyring = Words("en"), Good()
    earlier = folder / "earlier.json"
    vault = open_vault(keyring)
    queue = Queue(vault)
    write(RESULT, earlier, words)
    before = earlier.read_bytes()
    outcomes: Counter[str] = Counter()
    wrong: list[str] = []
    for free in range(MOST):
        _fill(folder, free * STEP)
        rows = len(queue.entries())
        number = _tried(lambda: queue.add(Path("a"), folder / "new.json", Options()), outcomes, "add")
        if number is None and len(queue.entries()) != rows:
            wrong.append(f"{free}: half a job")
        if _tried(lambda: write(RESULT, earlier, words), outcomes, "write") is None and earlier.read_bytes() != before:
            wrong.append(f"{free}: the earlier file is gone")
        before = earlier.read_bytes()
        if not json.loads(before)["blocks"]:
            wrong.append(f"{free}: the earlier file is torn")
        _tried(lambda: work(queue, _do, lambda result, out: write(result, out, words), _failed), outcomes, "work")
        left, written = len(queue.entries()), (folder / "new.json").exists()
        if number is not None and not left and not written:
            wrong.append(f"{free}: a job is lost")
        litter = [path.name for path in folder.iterdir() if path.name.startswith(".kansli")]
        if litter:
            wrong.append(f"{free}: litter {litter}")
        (folder / "ballast").unlink()
        work(queue, _do, lambda result, out: write(result, out, words), _failed)
        if queue.entries():
            wrong.append(f"{free}: it does not go on when there is room")
        (folder / "new.json").unlink(missing_ok=True)
    vault.close()
    print(json.dumps({"wrong": wrong, "outcomes": outcomes}))  # noqa: T201 - what the test reads


def _do(_entry: Entry) -> Result:
    return RESULT


def _failed(entry: Entry, error: AssistantError) -> None:
    raise AssertionError(entry, error)


def _fill(folder: Path, leave: int) -> None:
    """Fill the disk but for so many bytes."""
    with (folder / "ballast").open("wb", buffering=0) as file:
        written = 0
        try:
            while True:
                written += file.write(bytes(STEP))
        except OSError:
            file.truncate(max(0, written - leave))


def _tried(attempt: object, outcomes: Counter[str], name: str) -> object:
    """What an attempt gives; None when it says that the disk is full. Anything else it raises is a fault."""
    assert callable(attempt)
    try:
        given = attempt()
    except (StoreFull, OutputError) as error:
        outcomes[f"{name} {error.code} {error.facts.get('reason', '')}".strip()] += 1
        return None
    outcomes[f"{name} done"] += 1
    return True if given is None else given


if __name__ == "__main__":
    main(Path(sys.argv[1]))
