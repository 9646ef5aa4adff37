"""``kansli queue …``: many documents, one after the other. What is finished stays finished, whatever happens to the computer."""

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

from assistant.commands import summarise
from assistant.commands.exits import Exit
from assistant.commands.read import tell
from assistant.commands.stopping import stoppable
from assistant.errors import AssistantError, OutputError, UsageError
from assistant.export.permitted import require
from assistant.export.write import write
from assistant.instance import alone
from assistant.job import Job
from assistant.policy import in_force
from assistant.store import keys
from assistant.store.queue import Entry, Queue, State, work
from assistant.store.vault import open_vault
from assistant.tasks.task import Result
from assistant.wording import Words
from assistant.worker import client

_SUFFIXES = ("docx", "md", "txt", "json")
_STATES = {"waiting": "waiting", "running": "under way", "done": "done, not yet written", "failed": "failed"}


def add_to(parser: argparse.ArgumentParser, words: Words) -> None:
    """Declare the arguments."""
    actions = parser.add_subparsers(dest="action", metavar=words("ACTION"))
    actions.add_parser("list", help=words("what is in the queue"))
    add = actions.add_parser("add", help=words("put documents at the end of the queue"))
    add.add_argument("files", metavar=words("FILE"), nargs="+", type=Path, help=words("the documents"))
    add.add_argument(
        "--to", metavar=words("FOLDER"), type=Path, required=True, help=words("where the results are written")
    )
    add.add_argument("--suffix", choices=_SUFFIXES, default="docx", help=words("what kind of file they are"))
    summarise.add_choices(add, words)
    run_ = actions.add_parser("run", help=words("work through the queue"))
    summarise.add_model(run_, words)
    for name, what in (
        ("retry", words("let jobs that failed wait again, for the next run")),
        ("discard", words("forget jobs and their results")),
    ):
        actions.add_parser(name, help=what).add_argument(
            "numbers", metavar=words("NUMBER"), nargs="*", type=int, help=words("which; default all that failed")
        )


def run(order: argparse.Namespace, words: Words) -> Exit:
    """Carry out one action; without one, list."""
    vault = open_vault(keys.system())
    try:
        if not vault.is_kept and order.action == "add":
            # A queue in memory ends with this command, so it would promise what it cannot hold.
            if not in_force().keeps_history:
                raise UsageError(reason="fixed-history")
            print(
                words("This computer has no keyring that Kansli trusts, so a queue cannot be kept on it."),
                file=sys.stderr,
            )
            return Exit.USAGE
        action = {"add": _add, "run": _run, "retry": _retry, "discard": _discard}.get(order.action, _list)
        return action(order, words, Queue(vault))
    finally:
        vault.close()


def _add(order: argparse.Namespace, words: Words, queue: Queue) -> Exit:
    if not order.to.is_dir():
        raise OutputError(name=order.to.name, reason="folder")
    require(order.to / f"{order.files[0].stem}.{order.suffix}")
    documents = {path.absolute() for path in order.files}  # also one that is not there yet must not be written over
    taken = {path for entry in queue.entries() for path in (entry.out, entry.path)} | documents
    for path in order.files:
        out = _free_name(order.to.absolute() / f"{path.stem}.{order.suffix}", taken)
        taken.add(out)
        number = queue.add(path.absolute(), out, summarise.options(order))
        print(f"{number}  {path.name} → {out.name}")
    print(words("Start with: kansli queue run"), file=sys.stderr)
    return Exit.DONE


def _free_name(wanted: Path, taken: set[Path]) -> Path:
    """The name, with a number when a file or a job has it already: nothing is written over."""
    name, number = wanted, 2
    while name in taken or name.exists():
        name = wanted.with_stem(f"{wanted.stem} ({number})")
        number += 1
    return name


def _list(_order: argparse.Namespace, words: Words, queue: Queue) -> Exit:
    entries = queue.entries()
    if not entries:
        print(words("The queue is empty."), file=sys.stderr)
    for entry in entries:
        why = f": {words.error(queue.failure(entry.number))}" if entry.state == "failed" else ""
        print(f"{entry.number}  {entry.path.name}  {words(_STATES[entry.state])}{why}")
    return Exit.DONE


def _run(order: argparse.Namespace, words: Words, queue: Queue) -> Exit:
    failures: list[AssistantError] = []

    def failed(_entry: Entry, error: AssistantError) -> None:
        failures.append(error)
        print(words.error(error), file=sys.stderr)

    with alone(), stoppable() as wish, summarise.child(order) as child:

        def do(entry: Entry) -> Result:
            document = client.read(entry.path, wish.is_set)
            tell(document, words)
            return summarise.result(Job(document, entry.options), child, words, wish.is_set)

        def written(result: Result, out: Path) -> None:
            write(result, out, words, organisation=in_force().organisation)
            print(out)

        work(queue, do, written, failed)
    return Exit.SOME_FAILED if failures else Exit.DONE


def _retry(order: argparse.Namespace, words: Words, queue: Queue) -> Exit:
    for entry in _meant(order, queue.entries(State.FAILED)):
        queue.put_back(entry.number)
    return _list(order, words, queue)


def _discard(order: argparse.Namespace, _words: Words, queue: Queue) -> Exit:
    for entry in _meant(order, queue.entries(None if order.numbers else State.FAILED)):
        queue.discard(entry.number)
    return Exit.DONE


def _meant(order: argparse.Namespace, entries: Sequence[Entry]) -> list[Entry]:
    """Those that were named; without names, all."""
    return [entry for entry in entries if not order.numbers or entry.number in order.numbers]
