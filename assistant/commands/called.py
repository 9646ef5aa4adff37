"""``kansli called NOTICE MINUTES``: what became of each matter that a meeting was called to."""

import argparse
import sys
from pathlib import Path

from assistant.checks.check import check
from assistant.commands.exits import Exit
from assistant.commands.read import tell
from assistant.commands.stopping import stoppable
from assistant.export.write import render, write
from assistant.tasks.called import called
from assistant.tasks.options import LANGUAGES
from assistant.wording import Words
from assistant.worker import client


def add_to(parser: argparse.ArgumentParser, words: Words) -> None:
    """Declare the arguments."""
    parser.add_argument(
        "notice", metavar="NOTICE", type=Path, help=words("the notice of the meeting, with its matters")
    )
    parser.add_argument("minutes", metavar="MINUTES", type=Path, help=words("the minutes"))
    parser.add_argument(
        "--language", choices=LANGUAGES, default="", help=words("the summary's language; default the document's")
    )
    parser.add_argument("--format", choices=("text", "md", "json"), default="text", help=words("how it is printed"))
    parser.add_argument(
        "--out", metavar="FILE", type=Path, help=words("write to a .docx, .md, .txt or .json file instead")
    )


def run(order: argparse.Namespace, words: Words) -> Exit:
    """Compare the two and print or write the table."""
    with stoppable() as wish:
        notice, minutes = (client.read(path, wish.is_set) for path in (order.notice, order.minutes))
    for document in (notice, minutes):
        tell(document, words)
    made = check(called(notice, minutes, order.language))
    if order.out:
        write(made, order.out, words)
    else:
        sys.stdout.write(render(made, order.format, words).decode().rstrip("\n") + "\n")
    return Exit.DONE
