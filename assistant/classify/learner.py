"""A small classifier that learns from a few confirmed examples a class: logistic regression over TF-IDF, in its dual form.

With more features than examples the dual is small: one weight for each example and class, learnt from how alike the
examples are. Some hundred examples are learnt in a second. What the other parts say of a document is among its features, so
that it is learnt where they are right and where they take one label for another. Why it is our own: docs/decisions/0012.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np
import numpy.typing as npt

from assistant.classify.features import style, table
from assistant.classify.seen import Features

#: Examples of one label that are learnt from, the newest; more say little and take memory.
MOST: Final = 60
_STRENGTH: Final = 1e-3
_ROUNDS: Final = 300
#: How much likeness in each kind of features counts; found by trying.
_KINDS: Final = {"words": 1.0, "letters": 1.0, "topics": 0.5}
_STYLE: Final = 0.3
#: How much likeness in what each other part says counts.
_VIEW: Final = 0.3
#: Of the spread of all that a part says, what is added to the spread of each label: what hardly varies says little.
_EVEN: Final = 0.3

Matrix = npt.NDArray[np.float32]
#: What the other parts say of a document: of each a number for every label, or nothing where it was not asked.
Views = Sequence[Sequence[float]]


@dataclass(frozen=True)
class Shown:
    """A confirmed example."""

    label: str
    features: Features
    views: Views = ()


@dataclass(frozen=True)
class _Block:
    """One kind of counted features of all examples, weighted; each row has length 1."""

    kind: str
    rows: Matrix
    weights: Matrix

    def like(self, features: Features) -> Matrix:
        """How alike each example is."""
        return self.rows @ _weighted(_counts(features, self.kind), self.weights)


@dataclass(frozen=True)
class _View:
    """What one other part says of all examples, in spreads from the middle; each row has length 1, or 0 where it says nothing."""

    middle: Matrix
    spread: Matrix
    rows: Matrix

    def like(self, values: Sequence[float]) -> Matrix:
        """How alike what it says of each example is."""
        return self.rows @ _even(values, self.middle, self.spread)


@dataclass(frozen=True)
class Learnt:
    """What was learnt. ``labels`` are those with examples; of the others it says nothing. ``count`` examples were learnt from."""

    labels: tuple[str, ...]
    blocks: tuple[_Block, ...]
    middle: Matrix
    spread: Matrix
    styles: Matrix
    views: tuple[_View | None, ...]
    duals: Matrix
    count: int

    def scores(self, features: Features, views: Views = ()) -> dict[str, float]:
        """The logarithm of each label's probability among those with examples."""
        styles = self.styles @ _styled(style(features.style), self.middle, self.spread)
        nothing = np.zeros(self.count, np.float32)  # what was not asked of this document is like no example
        said = [*views, *[()] * len(self.views)]
        seen = [view.like(said[place]) if said[place] else nothing for place, view in enumerate(self.views) if view]
        values = _together([block.like(features) for block in self.blocks], styles, seen) @ self.duals
        values = values - values.max()
        values = values - np.log(np.exp(values).sum())
        return {label: float(value) for label, value in zip(self.labels, values, strict=True)}


def learn(examples: Sequence[Shown]) -> Learnt | None:
    """Learn from examples, the newest last; None when there are not two labels among them."""
    kept = _newest(examples)
    labels = tuple(sorted({each.label for each in kept}))
    if len(labels) < 2:  # noqa: PLR2004 - with one there is no choice
        return None
    every = [each.features for each in kept]
    blocks = tuple(_block(kind, np.stack([_counts(each, kind) for each in every])) for kind in _KINDS)
    raw = np.stack([style(each.style) for each in every])
    middle, spread = raw.mean(axis=0), raw.std(axis=0) + np.float32(1e-3)
    styles = _styled(raw, middle, spread)
    views = tuple(_view([each.views[place] for each in kept]) for place in range(min(len(each.views) for each in kept)))
    alike = [block.rows @ block.rows.T for block in blocks]
    gram = _together(alike, styles @ styles.T, [view.rows @ view.rows.T for view in views if view])
    wanted = np.eye(len(labels), dtype=np.float32)[[labels.index(each.label) for each in kept]]
    return Learnt(labels, blocks, middle, spread, styles, views, _fitted(gram, wanted), len(kept))


def _newest(examples: Sequence[Shown]) -> list[Shown]:
    counts: dict[str, int] = {}
    kept = []
    for each in reversed(examples):
        counts[each.label] = counts.get(each.label, 0) + 1
        if counts[each.label] <= MOST:
            kept.append(each)
    return kept[::-1]


def _view(said: Sequence[Sequence[float]]) -> _View | None:
    """None for a part that says nothing of any example."""
    asked = np.array([values for values in said if len(values)], dtype=np.float32)
    if not len(asked):
        return None
    middle = asked.mean(axis=0)
    spread = asked.std(axis=0) + np.float32(_EVEN) * asked.std() + np.float32(1e-6)
    return _View(middle, spread, np.stack([_even(values, middle, spread) for values in said]))


def _even(values: Sequence[float], middle: Matrix, spread: Matrix) -> Matrix:
    if len(values) != len(middle):
        return np.zeros_like(middle)
    row = (np.asarray(values, dtype=np.float32) - middle) / spread
    return np.asarray(row / max(float(np.linalg.norm(row)), 1e-9), dtype=np.float32)


def _counts(features: Features, kind: str) -> Matrix:
    return table(getattr(features, kind))


def _block(kind: str, counts: Matrix) -> _Block:
    met = (counts > 0).sum(axis=0)
    weights = (np.log((1 + len(counts)) / (1 + met)) + 1).astype(np.float32)
    return _Block(kind, _weighted(counts, weights), weights)


def _weighted(counts: Matrix, weights: Matrix) -> Matrix:
    rows = np.where(counts > 0, 1 + np.log(np.maximum(counts, 1)), 0) * weights
    lengths = np.linalg.norm(rows, axis=-1, keepdims=True)
    return np.asarray(rows / np.maximum(lengths, 1e-9), dtype=np.float32)


def _styled(raw: Matrix, middle: Matrix, spread: Matrix) -> Matrix:
    return np.asarray((raw - middle) / spread / np.sqrt(raw.shape[-1]), dtype=np.float32)


def _together(blocks: Sequence[Matrix], styles: Matrix, views: Sequence[Matrix]) -> Matrix:
    """How alike, from how alike in each kind of features."""
    total = _STYLE * styles + sum(weight * block for weight, block in zip(_KINDS.values(), blocks, strict=True))
    total = total + _VIEW * sum(views)
    return np.asarray(total / (_STYLE + sum(_KINDS.values()) + _VIEW * len(views)), dtype=np.float32)


def _fitted(gram: Matrix, wanted: Matrix) -> Matrix:
    """The duals with the smallest loss, by accelerated gradient descent; the loss is convex, so where it begins does not matter."""
    count = len(gram)
    step = 1 / (float(np.linalg.eigvalsh(gram)[-1]) / 2 / count + _STRENGTH)
    duals = ahead = np.zeros_like(wanted)
    pace = 1.0
    for _ in range(_ROUNDS):
        values = gram @ ahead
        values = np.exp(values - values.max(axis=1, keepdims=True))
        values /= values.sum(axis=1, keepdims=True)
        new = ahead - np.float32(step) * ((values - wanted) / count + _STRENGTH * ahead)
        next_pace = (1 + (1 + 4 * pace * pace) ** 0.5) / 2
        ahead = new + np.float32((pace - 1) / next_pace) * (new - duals)
        duals, pace = new, next_pace
    return duals.astype(np.float32)
