"""A closed list as a tree of tokens: where its answers part, and how likely each is when nothing else can be said.

Two answers differ from the token where they part, so an engine need only tell how likely the tokens are that follow there;
what an answer has after its last parting is certain.
"""

import math
from collections.abc import Callable, Mapping, Sequence

#: How likely each of some tokens is after a run of tokens, in logarithms, up to a constant that they share.
Next = Callable[[tuple[int, ...], Sequence[int]], Sequence[float]]


def partings(answers: Sequence[Sequence[int]]) -> dict[tuple[int, ...], tuple[int, ...]]:
    """The runs of tokens after which several answers go different ways, shortest first, and the tokens that follow."""
    following: dict[tuple[int, ...], dict[int, None]] = {}
    for answer in answers:
        for place, token in enumerate(answer):
            following.setdefault(tuple(answer[:place]), {})[token] = None
    ways = {run: tuple(tokens) for run, tokens in following.items() if len(tokens) > 1}
    return dict(sorted(ways.items(), key=lambda item: len(item[0])))


def scores(answers: Sequence[Sequence[int]], likely: Mapping[tuple[int, ...], Sequence[float]]) -> list[float]:
    """The logarithm of each answer's probability among all, from how likely the ways are at each parting."""
    ways = partings(answers)
    logs: dict[tuple[int, ...], float] = {}
    for run, tokens in ways.items():
        values = likely[run]
        most = max(values)
        whole = most + math.log(sum(math.exp(value - most) for value in values))
        logs |= {(*run, token): value - whole for token, value in zip(tokens, values, strict=True)}
    return [sum(logs.get(tuple(answer[: place + 1]), 0.0) for place in range(len(answer))) for answer in answers]
