"""``kansli models …``: the language models on this computer."""

import argparse
import dataclasses
import sys
from pathlib import Path

from assistant import paths
from assistant.commands.exits import Exit
from assistant.commands.stopping import stoppable
from assistant.engine import memory
from assistant.engine.fetch import Order, fetch
from assistant.engine.models import Store, Told, verified
from assistant.engine.opening import CONTEXT
from assistant.engine.templates import TEMPLATES
from assistant.errors import ModelChanged, ModelMissing, UsageError
from assistant.wording import Words

_MB = 1 << 20


def add_to(parser: argparse.ArgumentParser, words: Words) -> None:
    """Declare the arguments."""
    actions = parser.add_subparsers(dest="action", metavar=words("ACTION"))
    actions.add_parser("list", help=words("the models there are, and which are installed"))
    get = actions.add_parser("get", help=words("fetch a model; this is the only time Kansli uses a network"))
    get.add_argument("model", metavar="ID")
    get.add_argument("--from", dest="folder", type=Path, help=words("a folder or file share that has the file"))
    bring = actions.add_parser("import", help=words("take in a model file of your own"))
    bring.add_argument("file", metavar="FILE", type=Path)
    bring.add_argument(
        "--family", choices=sorted(TEMPLATES), help=words("its chat template, where the file does not tell")
    )
    bring.add_argument("--yes", action="store_true", help=words("do not ask"))
    verify = actions.add_parser("verify", help=words("check that the files are unchanged"))
    verify.add_argument("model", metavar="ID", nargs="?")
    remove = actions.add_parser("remove", help=words("delete a model's file"))
    remove.add_argument("model", metavar="ID")


def run(order: argparse.Namespace, words: Words) -> Exit:
    """Carry out one action; without one, list."""
    action = {"get": _get, "import": _import, "verify": _verify, "remove": _remove}.get(order.action, _list)
    return action(order, words, Store())


def _list(_order: argparse.Namespace, words: Words, store: Store) -> Exit:
    free = memory.free()
    rows = [tuple(words(head) for head in ("id", "languages", "size", "memory", "licence", "here"))]
    for model in store.models:
        need = memory.need(model, min(CONTEXT, model.context))
        fits = "" if free is None or need <= free else words(" (more than is free now)")
        where = store.where(model)
        here = (
            words("no") if where is None else words("installed") if where.parent == store.folder else str(where.parent)
        )
        size, takes = (f"{words.number(round(number / _MB))} MB" for number in (model.bytes, need))
        rows.append((model.id, " ".join(model.languages), size, takes + fits, model.licence, here))
    widths = [max(len(row[column]) for row in rows) for column in range(len(rows[0]))]
    for row in rows:
        print("  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip())
    return Exit.DONE


def _get(order: argparse.Namespace, words: Words, store: Store) -> Exit:
    model = store.model(order.model)
    folders = list(paths.extra_models())
    if order.folder:  # who names a folder does not expect a network to be used
        model = dataclasses.replace(model, hub=None, packages=None)
        folders.insert(0, order.folder)
    told = _teller(words("Fetching {model}", model=model.id), words)
    with stoppable() as wish:
        path = fetch(Order(model, folders=folders, told=told, stopping=wish.is_set), store)
    print(words("{model} is installed and verified: {path}", model=model.id, path=str(path)))
    return Exit.DONE


def _import(order: argparse.Namespace, words: Words, store: Store) -> Exit:
    print(
        words(
            "No one has vouched for this file. It can answer wrongly or try to do harm, and every result will say that it was "
            "imported. Import only a file whose sender you trust."
        ),
        file=sys.stderr,
    )
    if not order.yes and not _agreed(words):
        raise UsageError(reason="not-agreed")
    model = store.add(order.file, order.family, _teller(words("Reading {model}", model=order.file.name), words))
    print(words("{model} is imported. SHA-256: {sha256}", model=model.id, sha256=model.sha256))
    return Exit.DONE


def _agreed(words: Words) -> bool:
    if not sys.stdin.isatty():
        return False
    print(words("Import it? (yes/no) "), end="", file=sys.stderr, flush=True)
    return sys.stdin.readline().strip().lower() in {"yes", "y", "ja", "j"}


def _verify(order: argparse.Namespace, words: Words, store: Store) -> Exit:
    looked_at, changed = 0, False
    for name in [order.model] if order.model else [model.id for model in store.models]:
        try:
            verified(store.find(name))
        except ModelMissing:
            if order.model:
                raise
            continue
        except ModelChanged as error:
            changed = True
            print(words.error(error), file=sys.stderr)
        else:
            print(words("{model}: unchanged", model=name))
        looked_at += 1
    if not looked_at:
        print(words("No model is installed."))
    return Exit.NO_MODEL if changed else Exit.DONE


def _remove(order: argparse.Namespace, words: Words, store: Store) -> Exit:
    store.remove(order.model)
    print(words("{model} is removed.", model=order.model))
    return Exit.DONE


def _teller(what: str, words: Words) -> Told:
    """Shows megabytes done, at every whole per cent on a terminal and at every tenth elsewhere."""
    step = 1 if sys.stderr.isatty() else 10
    end = "\r" if sys.stderr.isatty() else "\n"
    shown = -1

    def told(done: int, total: int) -> None:
        nonlocal shown
        percent = 100 * done // max(1, total)
        if percent // step > shown:
            shown = percent // step
            print(
                f"{what}: {words.number(done // _MB)} / {words.number(total // _MB)} MB ({percent} %)",
                end="\n" if done >= total else end,
                file=sys.stderr,
                flush=True,
            )

    return told
