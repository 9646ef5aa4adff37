"""``kansli policy …``: what IT has fixed on this computer, and whether a file for that is right. For IT."""

import argparse
import json
from pathlib import Path
from typing import Any

from assistant import policy
from assistant.commands.exits import Exit
from assistant.errors import PolicyError
from assistant.fixable import AREAS, KEYS
from assistant.policy import Policy
from assistant.policy_places import from_file
from assistant.wording import Words, visible


def add_to(parser: argparse.ArgumentParser, words: Words) -> None:
    """Declare the arguments."""
    actions = parser.add_subparsers(dest="action", metavar=words("ACTION"))
    show = actions.add_parser("show", help=words("what is fixed on this computer, and where"))
    show.add_argument("--format", choices=("text", "json"), default="text", help=words("how it is printed"))
    show.add_argument("--all", action="store_true", help=words("also what could be fixed"))
    check = actions.add_parser("check", help=words("whether a file could be the policy of a computer"))
    check.add_argument("file", metavar=words("FILE"), type=Path)


def run(order: argparse.Namespace, words: Words) -> Exit:
    """Carry out one action; without one, show."""
    if order.action == "check":
        return _check(order.file, words)
    fixed = policy.in_force()
    if getattr(order, "format", "text") == "json":
        print(json.dumps(_values(fixed), ensure_ascii=False))
    else:
        _show(fixed, words, is_all=getattr(order, "all", False))
    return Exit.DONE


def _check(file: Path, words: Words) -> Exit:
    """Read it as the computer's own would be read, but for who may write to it."""
    said = from_file(file, is_guarded=False)
    if said is None:
        raise PolicyError(file=str(file), reason="unreadable")
    fixed = policy.together([said])
    print(words.count("{file} is right; it fixes {count} thing.", "{file} is right; it fixes {count} things.",
                      len(fixed.values), file=str(file)))  # fmt: skip
    _show(fixed, words)
    return Exit.DONE


def _show(fixed: Policy, words: Words, *, is_all: bool = False) -> None:
    if not fixed.values:
        print(words("IT has fixed nothing on this computer."))
    for area, called in AREAS.items():
        keys = [key for key in KEYS.values() if key.area == area and (is_all or key.name in fixed.values)]
        if keys:
            print(words(called))
        for key in keys:
            if key.name in fixed.values:
                value = visible(json.dumps(fixed.values[key.name], ensure_ascii=False))
                print(f"  {key.name} = {value}  ({fixed.place(key.name)})")
            else:
                print(f"  {key.name}  {words(key.means)}")


def _values(fixed: Policy) -> dict[str, Any]:
    return {
        "fixed": {key: {"value": value, "place": fixed.place(key)} for key, value in fixed.values.items()},
        "free": [key for key in KEYS if key not in fixed.values],
    }
