"""``kansli scheme …``: which schemes there are, whether one is right, a table made into one, and what is learnt of one."""

import argparse
import dataclasses
import sys
from collections import Counter
from pathlib import Path

from assistant.commands import summarise
from assistant.commands.exits import Exit
from assistant.errors import UsageError
from assistant.schemes.read import load, shipped
from assistant.schemes.scheme import Scheme
from assistant.schemes.table import left_aside
from assistant.schemes.write import keep, slug
from assistant.wording import Words, visible

_TABLES = {".csv", ".xlsx"}
#: Definitions that are longer than this take room from the document.
_LONG = 160


def add_to(parser: argparse.ArgumentParser, words: Words) -> None:
    """Declare the arguments."""
    actions = parser.add_subparsers(dest="action", metavar=words("ACTION"))
    actions.add_parser("list", help=words("which schemes there are"))
    check = actions.add_parser("check", help=words("whether a scheme is right, and what it holds"))
    check.add_argument("scheme", metavar="SCHEME", help=words("a scheme's name, or a .toml, .csv or .xlsx file"))
    take = actions.add_parser("import", help=words("keep a scheme from a file, so that it can be used by its name"))
    take.add_argument("file", metavar="FILE", type=Path, help=words("a .toml, .csv or .xlsx file"))
    take.add_argument("--name", metavar="NAME", default="", help=words("what it is to be called; default as the file"))
    learn = actions.add_parser("learn", help=words("keep confirmed examples, as features and encrypted"))
    learn.add_argument("scheme", metavar="SCHEME", help=words("a scheme's name, or a .toml, .csv or .xlsx file"))
    learn.add_argument(
        "source", metavar="FOLDER|TABLE", type=Path, help=words("a folder for each label, or a corrected table")
    )
    learn.add_argument(
        "--without-model", action="store_true", help=words("let the program decide alone, which is quick")
    )
    summarise.add_model(learn, words)
    for action, purpose in (
        ("learnt", "what has been learnt of a scheme"),
        ("forget", "forget all that has been learnt of a scheme"),
    ):
        known = actions.add_parser(action, help=words(purpose))
        known.add_argument("scheme", metavar="SCHEME", help=words("a scheme's name, or a .toml, .csv or .xlsx file"))
    take.add_argument("--replace", action="store_true", help=words("replace one with the same name"))


def run(order: argparse.Namespace, words: Words) -> Exit:
    """Carry out one action; without one, list."""
    if order.action == "check":
        return _check(order.scheme, words)
    if order.action == "import":
        return _import(order, words)
    if order.action in {"learn", "learnt", "forget"}:
        from assistant.commands import learning  # noqa: PLC0415 - it needs much that the others do not

        return learning.run(order, words)
    for name in shipped():
        scheme = load(name)
        print(f"{name:24} {words.count('{count} class', '{count} classes', len(scheme.answers)):>12}  {scheme.name}")
    return Exit.DONE


def _check(asked: str, words: Words) -> Exit:
    scheme = load(asked)
    answers = {label.code for label in scheme.answers}
    for label in scheme.labels:
        depth = len(scheme.path(label.code)) - 1
        mark = "" if label.code in answers else ":"
        print(visible(f"{'  ' * depth}{label.code}{mark}  {label.name}"))
    print(words.count("{count} class can be given.", "{count} classes can be given.", len(answers)), file=sys.stderr)
    for remark in _remarks(scheme, asked, words):
        print(remark, file=sys.stderr)
    return Exit.DONE


def _remarks(scheme: Scheme, asked: str, words: Words) -> list[str]:
    """What is right but could be better."""
    remarks = []
    bare = [label.code for label in scheme.answers if not label.definition and not label.words and not label.finds]
    if bare:
        remarks.append(
            words("Without a definition, so only the name tells what belongs there: {codes}.", codes=", ".join(bare))
        )
    long = [label.code for label in scheme.answers if len(label.definition) > _LONG]
    if long:
        remarks.append(words("With a long definition; one short line is read better: {codes}.", codes=", ".join(long)))
    names = Counter(label.name.casefold() for label in scheme.answers)
    shared = [label.code for label in scheme.answers if names[label.name.casefold()] > 1]
    if shared:
        remarks.append(
            words(
                "With a name that others have too; the one they stand under is added: {codes}.", codes=", ".join(shared)
            )
        )
    if Path(asked).suffix.lower() in _TABLES and (columns := left_aside(Path(asked))):
        remarks.append(
            words(
                "Columns that say nothing of what belongs where, and are not read: {columns}.",
                columns=", ".join(columns),
            )
        )
    return remarks


def _import(order: argparse.Namespace, words: Words) -> Exit:
    scheme = load(str(order.file))
    name = slug(order.name or scheme.id)
    if name in shipped() and not order.replace:
        raise UsageError(reason="scheme-exists")
    keep(dataclasses.replace(scheme, id=name))
    print(words("{name} can now be used: kansli classify FOLDER --scheme {name}", name=name))
    return Exit.DONE
