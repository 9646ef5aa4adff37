"""``kansli mask FILE``: lists what would be masked; with ``--out`` it writes a copy in which those words are gone."""

import argparse
import json
import sys
from pathlib import Path

from assistant.commands import find
from assistant.commands.exits import Exit
from assistant.commands.read import tell
from assistant.commands.stopping import stoppable
from assistant.errors import UsageError
from assistant.export import masked
from assistant.identifiers.found import PERSONAL, Kind
from assistant.identifiers.mask import masks
from assistant.policy import in_force
from assistant.wording import Words
from assistant.worker import client


def add_to(parser: argparse.ArgumentParser, words: Words) -> None:
    """Declare the arguments."""
    parser.add_argument("file", metavar="FILE", type=Path, help=words("the document"))
    parser.add_argument("--out", metavar="FILE", type=Path, help=words("write the masked copy to a .docx or .txt file"))
    parser.add_argument(
        "--keep", metavar="NUMBER", nargs="+", type=int, default=[], help=words("leave these masks out")
    )
    parser.add_argument(
        "--also", metavar="TEXT", nargs="+", default=[], help=words("mask these words too, such as a name")
    )
    find.add_kinds(parser, words)
    parser.add_argument("--format", choices=("text", "json"), default="text", help=words("how it is printed"))


def run(order: argparse.Namespace, words: Words) -> Exit:
    """List the masks with their numbers, and write the copy if one is ordered."""
    always = [Kind(kind) for kind in in_force().masked_kinds]
    kinds = [*dict.fromkeys([*(map(Kind, order.kinds) if order.kinds else PERSONAL), *always])]
    with stoppable() as wish:
        document = client.read(order.file, wish.is_set)
    every = masks(document, kinds, order.also)
    if not set(order.keep) <= {mask.number for mask in every}:
        raise UsageError(reason="mask-number")
    if any(mask.find.span.kind in always for mask in every if mask.number in order.keep):
        raise UsageError(reason="fixed-mask")
    chosen = [mask for mask in every if mask.number not in order.keep]
    if order.out:
        masked.write(document, chosen, order.out, words)
    for mask in every:
        is_masked = mask in chosen
        if order.format == "json":
            print(json.dumps({"number": mask.number, "masked": is_masked, **find.found(mask.find)}, ensure_ascii=False))
        else:
            kept = "" if is_masked else f" · {words('left as it is')}"
            print(f"{mask.number:>3}  {find.line(mask.find, words)}{kept}")
    tell(document, words)
    print(
        words(
            "The copy holds the text that was read. Pictures, comments and page layout are not in it. Read it before it leaves you."
        )
        if order.out
        else words("Nothing has been written. Leave masks out with --keep, and write the copy with --out."),
        file=sys.stderr,
    )
    return Exit.DONE
