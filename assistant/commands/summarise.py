"""``kansli summarise FILE…``: a checked summary of each document."""

import argparse
from collections.abc import Sequence
from pathlib import Path

from assistant import policy
from assistant.commands.each import Each
from assistant.commands.exits import Exit
from assistant.commands.printing import show
from assistant.commands.progress import ProgressLine
from assistant.commands.read import tell
from assistant.commands.stopping import stoppable
from assistant.engine.engine import Stopping
from assistant.errors import OutputError, UsageError
from assistant.export.permitted import require
from assistant.export.write import render, write
from assistant.job import Job, carry_out
from assistant.tasks.options import DEPTHS, KINDS, LANGUAGES, LENGTHS, Options
from assistant.tasks.task import Result
from assistant.wording import Words
from assistant.worker.client import ModelChild
from assistant.worker.model import Opening

_WRITTEN = (".docx", ".md", ".txt", ".json")


def add_to(parser: argparse.ArgumentParser, words: Words) -> None:
    """Declare the arguments."""
    parser.add_argument("files", metavar=words("FILE"), nargs="+", type=Path, help=words("the documents"))
    add_choices(parser, words)
    parser.add_argument("--format", choices=("text", "md", "json"), default="text", help=words("how it is printed"))
    parser.add_argument(
        "--out", metavar=words("FILE"), type=Path, help=words("write to a .docx, .md, .txt or .json file instead")
    )
    add_model(parser, words)


def add_choices(parser: argparse.ArgumentParser, words: Words) -> None:
    """Declare what kind of summary is wanted."""
    parser.add_argument(
        "--as",
        dest="kind",
        choices=KINDS,
        default="general",
        help=words("running text, points, plain language, the document's own sentences, or tables of minutes"),
    )
    parser.add_argument(
        "--language", choices=LANGUAGES, default="", help=words("the summary's language; default the document's")
    )
    parser.add_argument("--length", choices=LENGTHS, default="medium", help=words("how long it is"))
    parser.add_argument(
        "--depth", choices=DEPTHS, default="thorough", help=words("read all, or weigh all and read the most important")
    )


def add_model(parser: argparse.ArgumentParser, words: Words) -> None:
    """Declare which model makes it."""
    parser.add_argument("--model", metavar=words("ID|PATH"), help=words("which model; default the catalogue's"))
    parser.add_argument(
        "--seed", type=int, default=0, metavar=words("NUMBER"), help=words("repeats the same random choices")
    )


def run(order: argparse.Namespace, words: Words) -> Exit:
    """Summarise the documents one by one; a document that fails is named, and the others are done all the same."""
    if order.out and (order.out.suffix.lower() not in _WRITTEN or len(order.files) > 1):
        if len(order.files) > 1:
            raise UsageError(reason="one-output")
        raise OutputError(name=order.out.name, reason="format")
    if order.out:
        require(order.out)
    other_than(order.out, order.files)
    wanted = options(order)
    each = Each(order.files, words)
    with stoppable() as wish, child(order) as model:
        for document in each.read(wish.is_set):
            tell(document, words)
            made = result(Job(document, wanted), model, words, wish.is_set)
            if order.out:
                write(made, order.out, words, organisation=policy.in_force().organisation)
            else:
                show(render(made, order.format, words).decode(), words)
    return each.exit


def other_than(out: Path | None, files: Sequence[Path]) -> None:
    """See to it that a result is not written over its own document.

    Raises:
        UsageError: it would be (reason ``same-file``).
    """
    if out and any(out.exists() and path.exists() and out.samefile(path) for path in files):
        raise UsageError(reason="same-file", name=out.name)


def options(order: argparse.Namespace) -> Options:
    """The kind of summary that was ordered."""
    return Options(order.kind, order.language, order.length, order.depth)


def child(order: argparse.Namespace) -> ModelChild:
    """The child with the model that was ordered, or else chosen in the settings; not started yet."""
    settings = policy.chosen()
    if order.model and policy.in_force().fixed.get("model", order.model) != order.model:
        raise UsageError(reason="fixed-model")
    return ModelChild(Opening(order.model or settings.model or None, order.seed, settings.threads or None))


def result(job: Job, model: ModelChild, words: Words, stopping: Stopping) -> Result:
    """What comes of a job, with its progress on stderr."""
    line = ProgressLine(words)
    try:
        if job.options.without_model:  # so no child
            return carry_out(job, None, line.hear)
        return model.carry_out(job, line.hear, stopping)
    finally:
        line.end()
