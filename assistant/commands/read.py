"""``kansli read FILE``: what Kansli reads in a document, without a model."""

import argparse
import dataclasses
import json
import sys
from pathlib import Path

from assistant.commands.exits import Exit
from assistant.commands.printing import show
from assistant.commands.stopping import stoppable
from assistant.documents.document import Document, ParagraphKind
from assistant.wording import Words
from assistant.worker import client


def add_to(parser: argparse.ArgumentParser, words: Words) -> None:
    """Declare the arguments."""
    parser.add_argument("file", metavar=words("FILE"), type=Path, help=words("the document"))
    parser.add_argument("--format", choices=("text", "json"), default="text", help=words("how it is printed"))


def run(order: argparse.Namespace, words: Words) -> Exit:
    """Print the document's paragraphs on stdout and what could not be read on stderr."""
    with stoppable() as wish:
        document = client.read(order.file, wish.is_set)
    show(as_json(document) if order.format == "json" else as_text(document), words)
    tell(document, words)
    return Exit.DONE


def tell(document: Document, words: Words) -> None:
    """Say on stderr what the user should know of how a document was read, and what could not be read."""
    for notice in document.notices:
        print(words.notice(notice), file=sys.stderr)
    for unread in document.unread:
        print(words("Not read: {what}", what=words.unread(unread)), file=sys.stderr)


def as_text(document: Document) -> str:
    """The paragraphs with their numbers and pages, headings marked."""
    lines = []
    for paragraph in document.paragraphs:
        page = f" s. {paragraph.page}" if paragraph.page is not None else ""
        mark = "#" * paragraph.level + " " if paragraph.kind is ParagraphKind.HEADING else ""
        bullet = "- " if paragraph.kind is ParagraphKind.ITEM else ""
        lines.append(f"[{paragraph.number}{page}] {mark}{bullet}{paragraph.text}")
    return "\n".join(lines)


def as_json(document: Document) -> str:
    """The whole Document as one object."""
    return json.dumps(dataclasses.asdict(document), ensure_ascii=False)
