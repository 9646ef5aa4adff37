"""``kansli find FILE…``: numbers of persons, addresses and the like, and words that may mean secrecy, without a model."""

import argparse
import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from assistant.commands.each import Each
from assistant.commands.exits import Exit
from assistant.commands.read import tell
from assistant.commands.stopping import stoppable
from assistant.documents.document import Document
from assistant.identifiers.find import find_in
from assistant.identifiers.found import Find, Kind
from assistant.identifiers.words import reasons
from assistant.phrases import KINDS, MARKS
from assistant.wording import Words


def add_to(parser: argparse.ArgumentParser, words: Words) -> None:
    """Declare the arguments."""
    parser.add_argument("files", metavar="FILE", nargs="+", type=Path, help=words("the documents"))
    add_kinds(parser, words)
    parser.add_argument("--format", choices=("text", "json"), default="text", help=words("how it is printed"))


def add_kinds(parser: argparse.ArgumentParser, words: Words) -> None:
    """Declare which kinds are looked for."""
    kinds = [kind.value for kind in Kind if kind is not Kind.CHOSEN]
    parser.add_argument(
        "--kinds", nargs="+", choices=kinds, metavar="KIND", help=words("only these: {kinds}", kinds=", ".join(kinds))
    )


def run(order: argparse.Namespace, words: Words) -> Exit:
    """Print what is found; a document that cannot be read is named, and the others are searched all the same."""
    kinds = [Kind(kind) for kind in order.kinds] if order.kinds else tuple(Kind)
    each = Each(order.files, words)
    with stoppable() as wish:
        for document in each.read(wish.is_set):
            finds = find_in(document, kinds)
            if order.format == "json":
                print(json.dumps(as_json(document, finds), ensure_ascii=False))
            else:
                print(as_text(document, finds, words, named=len(order.files) > 1))
            tell(document, words)
    return each.exit


def as_text(document: Document, finds: Sequence[Find], words: Words, *, named: bool) -> str:
    """A line for each find, with its place and what should be known of it."""
    head = [f"== {document.name}"] if named else []
    if not finds:
        return "\n".join([*head, words("Nothing was found.")])
    return "\n".join([*head, *(line(find, words) for find in finds)])


def line(find: Find, words: Words) -> str:
    """One find: place, kind, words, and why it is told."""
    page = f" s. {find.page}" if find.page is not None else ""
    said = [words(MARKS[mark.value]) for mark in find.span.marks]
    if find.span.kind is Kind.SIGNAL:
        said.append(reasons()[find.span.signal].name)
    elif not find.span.is_sure:
        said.append(words("possible"))
    why = f" ({'; '.join(said)})" if said else ""
    return f"[{find.paragraph}{page}] {words(KINDS[find.span.kind.value])}: {find.text}{why}"


def as_json(document: Document, finds: Sequence[Find]) -> dict[str, Any]:
    """What was found, as one object."""
    return {
        "document": {"name": document.name, "pages": document.pages, "paragraphs": len(document.paragraphs)},
        "finds": [found(find) for find in finds],
    }


def found(find: Find) -> dict[str, Any]:
    """One find as an object; of a word also the signal it means and the reason."""
    span = find.span
    told: dict[str, Any] = {
        "kind": span.kind.value,
        "text": find.text,
        "paragraph": find.paragraph,
        "page": find.page,
        "start": span.start,
        "end": span.end,
        "certainty": "sure" if span.is_sure else "possible",
        "marks": [mark.value for mark in span.marks],
    }
    if span.kind is Kind.SIGNAL:
        told |= {"signal": span.signal, "reason": reasons()[span.signal].definition}
    return told
