"""``kansli classify PATH…``: each document gets a label of a scheme or *vet ej*; a folder of thousands goes on where it was."""

import argparse
import hashlib
import sys
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path

from assistant.classify import gather
from assistant.classify.decide import THRESHOLD
from assistant.classify.gather import labelled
from assistant.classify.result import Sorted
from assistant.classify.sorting import Sorting
from assistant.classify.work import work_and_learn
from assistant.commands import exits, summarise
from assistant.commands.counting import Counting
from assistant.commands.exits import Exit
from assistant.commands.sorter import Sorter
from assistant.commands.stopping import stoppable
from assistant.engine.engine import Stopping
from assistant.errors import AssistantError, OutputError, UsageError
from assistant.export import sorting as export
from assistant.export.permitted import require
from assistant.export.sheet import as_csv
from assistant.instance import alone
from assistant.saving import require_place
from assistant.schemes.read import load
from assistant.schemes.scheme import Scheme
from assistant.store import keys
from assistant.store.batches import Batch, Line, open_batch
from assistant.store.queue import State
from assistant.store.vault import Vault, open_vault
from assistant.wording import Words, visible


def add_to(parser: argparse.ArgumentParser, words: Words) -> None:
    """Declare the arguments."""
    parser.add_argument(
        "paths", metavar="PATH", nargs="+", type=Path, help=words("documents, and folders with documents")
    )
    parser.add_argument(
        "--scheme", metavar="SCHEME", required=True, help=words("a scheme's name, or a .toml, .csv or .xlsx file")
    )
    parser.add_argument("--format", choices=("table", "jsonl", "csv"), default="table", help=words("how it is printed"))
    parser.add_argument("--out", metavar="FILE", type=Path, help=words("write a table to a .csv or .xlsx file instead"))
    parser.add_argument(
        "--examples",
        metavar="FOLDER|TABLE",
        type=Path,
        help=words("learn from these first: a folder for each label, or a corrected table"),
    )
    parser.add_argument(
        "--threshold",
        metavar="P",
        type=float,
        default=THRESHOLD,
        help=words("below this confidence the answer is “not known”; default {p}", p=THRESHOLD),
    )
    parser.add_argument(
        "--without-model", action="store_true", help=words("let the program decide alone, which is quick")
    )
    summarise.add_model(parser, words)


def run(order: argparse.Namespace, words: Words) -> Exit:
    """Sort the documents; those that cannot be read are named, and the others are sorted all the same."""
    if order.out and order.out.suffix.lower() not in export.SUFFIXES:
        raise OutputError(name=order.out.name, reason="table-format")
    if order.out:
        require(order.out)
        require_place(order.out)
    if not 0 <= order.threshold <= 1:
        raise UsageError(reason="threshold")
    scheme = load(order.scheme)
    paths = gather.documents(order.paths)
    if not paths:
        raise UsageError(reason="no-documents")
    with ExitStack() as stack:
        wish = stack.enter_context(stoppable())
        vault = open_vault(keys.system())
        stack.callback(vault.close)
        if vault.is_kept:
            stack.enter_context(alone())
        batch, was_there = open_batch(vault, _name(order, scheme), scheme.id, paths)
        _say_what_waits(batch, words, was_there=was_there, is_kept=vault.is_kept)
        return _Order(order, words, scheme, vault, batch, wish.is_set).carry_out()


def _name(order: argparse.Namespace, scheme: Scheme) -> str:
    """The same for the same order, so that it goes on where it was; it tells nothing of the paths."""
    parts = [
        scheme.fingerprint,
        order.model or "",
        str(order.without_model),
        *sorted(str(path.absolute()) for path in order.paths),
    ]
    return hashlib.sha256("\0".join(parts).encode()).hexdigest()


def _say_what_waits(batch: Batch, words: Words, *, was_there: bool, is_kept: bool) -> None:
    counts = batch.counts()
    count = sum(counts.values())
    done = counts.get(State.DONE, 0) + counts.get(State.FAILED, 0)
    if was_there and done:
        print(words("Going on: {done} of {count} are done.", done=done, count=count), file=sys.stderr)
    if not is_kept and count > 1:
        print(
            words(
                "This computer has no keyring that Kansli trusts, so the work cannot go on where it was if it is interrupted."
            ),
            file=sys.stderr,
        )


class _Order:
    """One order under way."""

    def __init__(
        self, order: argparse.Namespace, words: Words, scheme: Scheme, vault: Vault, batch: Batch, stopping: Stopping
    ) -> None:
        self._order, self._words, self._scheme, self._batch = order, words, scheme, batch
        root = Path(order.paths[0]).absolute()
        self._root = root if root.is_dir() else root.parent
        self._sorter = Sorter(order, scheme, vault, stopping)

    def carry_out(self) -> Exit:
        """Sort what is left, then tell of all, and forget it: what was ordered has been told."""
        with self._sorter as sorter:
            prior = sorter.learning.prior()
            pairs = labelled(self._scheme, self._order.examples) if self._order.examples else []
            if self._order.examples and not pairs:
                raise UsageError(reason="no-examples")
            shown = [example for _, example in sorter.examples(pairs, self._words)]
            self._work(sorter.sorting(sorter.learning.known(prior, shown), self._order.threshold))
        self._tell()
        done = self._batch.counts().get(State.DONE, 0)
        first = next(
            (error for _, error in self._batch.outcomes(State.FAILED) if isinstance(error, AssistantError)), None
        )
        self._batch.discard()
        if first is None:
            return Exit.DONE
        return Exit.SOME_FAILED if done else exits.of(first)

    def _work(self, sorting: Sorting) -> None:
        counts = self._batch.counts()
        total, waiting = sum(counts.values()), counts.get(State.WAITING, 0) + counts.get(State.RUNNING, 0)
        line = Counting(self._words, total, total - waiting)

        def told(document: Line, _outcome: Sorted | AssistantError) -> None:
            line.one(document.path.name)

        try:
            work_and_learn(self._batch, self._sorter.read, sorting, self._sorter.learning, told)
        finally:
            line.end()

    def _tell(self) -> None:
        order, words, scheme = self._order, self._words, self._scheme
        if order.out:
            export.write(self._outcomes(), order.out, scheme, words)
            for path, outcome in self._outcomes():
                if isinstance(outcome, AssistantError):
                    print(visible(f"{path.name}: {words.error(outcome)}"), file=sys.stderr)
            return
        if order.format == "csv":
            rows = (export.row(path, outcome, scheme, words) for path, outcome in self._outcomes())
            sys.stdout.write(as_csv([export.head(words), *rows]).decode("utf-8-sig").replace("\r\n", "\n"))
        for path, outcome in self._outcomes() if order.format != "csv" else ():
            if order.format == "jsonl":
                print(export.as_json(path, outcome, scheme))
            else:
                print(export.line(path, outcome, scheme, words, self._root))

    def _outcomes(self) -> Iterator[export.Outcome]:
        """All that has been done, in the order of the documents."""
        for line, outcome in self._batch.outcomes():
            yield line.path, outcome
