"""``kansli sort TABLE --to FOLDER``: copies documents into folders by their labels, after a person has looked the table through."""

import argparse
import sys
from pathlib import Path

from assistant.classify.gather import labelled
from assistant.commands.exits import Exit
from assistant.commands.stopping import stoppable
from assistant.errors import DocumentMissing, UsageError
from assistant.export.copying import HOLES, carry_out, planned, undo
from assistant.schemes.read import load
from assistant.wording import Words, visible


def add_to(parser: argparse.ArgumentParser, words: Words) -> None:
    """Declare the arguments."""
    parser.add_argument(
        "table", metavar="TABLE", nargs="?", type=Path, help=words("a table from kansli classify, looked through")
    )
    parser.add_argument("--scheme", metavar="SCHEME", help=words("a scheme's name, or a .toml, .csv or .xlsx file"))
    parser.add_argument("--to", metavar="FOLDER", type=Path, help=words("where the copies are put"))
    holes = ", ".join(f"{{{hole}}}" for hole in HOLES)
    parser.add_argument(
        "--name",
        metavar="PATTERN",
        default="",
        help=words("name the copies by a pattern, all in one folder: {holes}", holes=holes),
    )
    parser.add_argument("--dry-run", action="store_true", help=words("only show what would be done"))
    parser.add_argument("--undo", metavar="FOLDER", type=Path, help=words("take the copies in a folder away again"))


def run(order: argparse.Namespace, words: Words) -> Exit:
    """Copy, show what would be copied, or undo."""
    if order.undo:
        return _undo(order.undo.absolute(), words)
    if not (order.table and order.scheme and order.to):
        raise UsageError(reason="sort")
    scheme = load(order.scheme)
    documents = labelled(scheme, order.table)
    folder = order.to.absolute()
    copies = planned(documents, scheme, folder, order.name)
    failed = 0
    if order.dry_run:
        for copy in copies:
            print(visible(f"{copy.source.name} → {copy.target.relative_to(folder)}"))
        return Exit.DONE
    with stoppable() as wish:
        made = carry_out(copies, folder)
        for copy, error in made:
            if error:
                failed += 1
                print(words.error(error), file=sys.stderr)
            else:
                print(visible(f"{copy.source.name} → {copy.target.relative_to(folder)}"))
            if wish.is_set():
                return Exit.STOPPED
    print(
        words("The originals are where they were. Undo with: kansli sort --undo {folder}", folder=str(order.to)),
        file=sys.stderr,
    )
    return Exit.SOME_FAILED if failed else Exit.DONE


def _undo(folder: Path, words: Words) -> Exit:
    if not folder.is_dir():
        raise DocumentMissing(name=folder.name)
    gone, left = undo(folder)
    print(words.count("{count} copy was taken away.", "{count} copies were taken away.", len(gone)), file=sys.stderr)
    for path in left:
        print(words("Left, since it has been changed: {name}", name=visible(path.name)), file=sys.stderr)
    return Exit.SOME_FAILED if left else Exit.DONE
