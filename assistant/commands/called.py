"""``kansli called NOTICE MINUTES``: what became of each matter that a meeting was called to."""

import argparse
from pathlib import Path

from assistant.checks.check import check
from assistant.commands.exits import Exit
from assistant.commands.printing import show
from assistant.commands.read import tell
from assistant.commands.stopping import stoppable
from assistant.commands.summarise import other_than
from assistant.errors import OutputError
from assistant.export.permitted import require
from assistant.export.write import SUFFIXES, render, write
from assistant.policy import in_force
from assistant.tasks.called import called
from assistant.tasks.options import LANGUAGES
from assistant.wording import Words
from assistant.worker import client


def add_to(parser: argparse.ArgumentParser, words: Words) -> None:
    """Declare the arguments."""
    parser.add_argument(
        "notice", metavar=words("NOTICE"), type=Path, help=words("the notice of the meeting, with its matters")
    )
    parser.add_argument("minutes", metavar=words("MINUTES"), type=Path, help=words("the minutes"))
    parser.add_argument(
        "--language", choices=LANGUAGES, default="", help=words("the summary's language; default the document's")
    )
    parser.add_argument("--format", choices=("text", "md", "json"), default="text", help=words("how it is printed"))
    parser.add_argument(
        "--out", metavar=words("FILE"), type=Path, help=words("write to a .docx, .md, .txt or .json file instead")
    )


def run(order: argparse.Namespace, words: Words) -> Exit:
    """Compare the two and print or write the table."""
    if order.out and order.out.suffix.lower() not in SUFFIXES:
        raise OutputError(name=order.out.name, reason="format")
    if order.out:
        require(order.out)
    other_than(order.out, (order.notice, order.minutes))
    with stoppable() as wish:
        notice, minutes = (client.read(path, wish.is_set) for path in (order.notice, order.minutes))
    for document in (notice, minutes):
        tell(document, words)
    made = check(called(notice, minutes, order.language))
    if order.out:
        write(made, order.out, words, organisation=in_force().organisation)
    else:
        show(render(made, order.format, words).decode(), words)
    return Exit.DONE
