"""Grammars (GBNF) as regular expressions: what an answer under a grammar may look like, known without a model.

llama.cpp holds a model to a grammar while it writes. The scripted engine is held to it here, and so are answers in tests.
Only what our grammars use is read: rules that do not call themselves, texts, character classes, groups and counts.
"""

import re
from collections.abc import Mapping
from functools import cache
from typing import Final

_RULE: Final = re.compile(r"^\s*([A-Za-z][\w-]*)\s*::=", re.MULTILINE)
_TOKEN: Final = re.compile(
    r'\s*(?:(?P<text>"(?:[^"\\]|\\.)*")|(?P<chars>\[(?:[^\]\\]|\\.)*\])|(?P<name>[A-Za-z][\w-]*)|(?P<mark>[()|*+?.]|\{\d+(?:,\d*)?\}))'
)
_ESCAPES: Final = {"n": "\n", "r": "\r", "t": "\t"}


@cache
def expression(grammar: str) -> re.Pattern[str]:
    """The pattern of a whole answer, from the rule ``root``.

    Raises:
        ValueError: the grammar calls a rule that there is not or that calls itself, or is written in a way not known here.
    """
    pieces = _RULE.split(grammar)[1:]
    rules = dict(zip(pieces[::2], pieces[1::2], strict=True))
    return re.compile(_of_rule("root", rules, ()), re.DOTALL)


def _of_rule(name: str, rules: Mapping[str, str], calling: tuple[str, ...]) -> str:
    if name not in rules or name in calling:
        raise ValueError(name)
    body, made, place = rules[name].rstrip(), "", 0
    while place < len(body):
        match = _TOKEN.match(body, place)
        if not match:
            raise ValueError(name)
        place = match.end()
        if match["text"]:
            made += f"(?:{re.escape(_unescaped(match['text'][1:-1]))})"
        elif match["name"]:
            made += f"(?:{_of_rule(match['name'], rules, (*calling, name))})"
        else:
            made += match["chars"] or {"(": "(?:"}.get(match["mark"], match["mark"])
    return made


def _unescaped(text: str) -> str:
    return re.sub(r"\\(.)", lambda match: _ESCAPES.get(match[1], match[1]), text)
