"""Asks the model about all labels of a scheme: at once where the list is short enough, else level by level."""

import math
from collections.abc import Callable, Sequence
from typing import Final

from assistant.classify.question import Question, question
from assistant.schemes.scheme import Label, Scheme

#: How likely each answer to a question is, in logarithms.
Ask = Callable[[Question], Sequence[float]]
#: Labels that are shown at once; a list of 60 with definitions takes some 2 000 tokens.
TOGETHER: Final = 60
#: Of a level, the likeliest that are looked into.
_BRANCHES: Final = 2


def scores(scheme: Scheme, passage: str, ask: Ask) -> dict[str, float]:
    """By the code of each label that can be given, the logarithm of its probability."""
    answers = scheme.answers
    if len(answers) <= TOGETHER:
        return _asked(scheme, answers, passage, ask)
    return _below(scheme, "", passage, ask)


def _below(scheme: Scheme, parent: str, passage: str, ask: Ask) -> dict[str, float]:
    """The labels under one, by way of those straight under it."""
    children = [label for label in scheme.labels if label.parent == parent]
    likely: dict[str, float] = {}
    for start in range(0, len(children), TOGETHER):
        likely |= _asked(scheme, children[start : start + TOGETHER], passage, ask)
    total = math.log(sum(math.exp(score) for score in likely.values()))
    found: dict[str, float] = {}
    looked_into = sorted((code for code in likely if _leaves(scheme, code) != [code]), key=lambda code: -likely[code])[
        :_BRANCHES
    ]
    for code, score in likely.items():
        leaves = _leaves(scheme, code)
        within = (
            _below(scheme, code, passage, ask) if code in looked_into else dict.fromkeys(leaves, -math.log(len(leaves)))
        )
        found |= {leaf: score - total + value for leaf, value in within.items()}
    return found


def _asked(scheme: Scheme, labels: Sequence[Label], passage: str, ask: Ask) -> dict[str, float]:
    if len(labels) == 1:
        return {labels[0].code: 0.0}
    values = ask(question(scheme, labels, passage))
    return {label.code: value for label, value in zip(labels, values, strict=True)}


def _leaves(scheme: Scheme, code: str) -> list[str]:
    children = [label.code for label in scheme.labels if label.parent == code]
    return [leaf for child in children for leaf in _leaves(scheme, child)] if children else [code]
