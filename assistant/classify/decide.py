"""From what is known of a document to a label or *vet ej*: the parts are weighed together, and it fails closed.

The parts are logarithms of probabilities, or what behaves so: what the model says less what it says of any document, what is
typical of a label, and what was learnt from confirmed examples. Each is moved so that a label of which a part knows nothing
is neither helped nor hurt by it.
"""

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Final

from assistant.classify.learner import Learnt, Shown, learn
from assistant.classify.seen import Decision, Ranked, Seen
from assistant.schemes.scheme import Scheme

#: Below this probability the answer is vet ej, unless another threshold is chosen.
THRESHOLD: Final = 0.4
#: What the model says of labels is told apart from what it says of any document only as far as this.
_FLOOR: Final = -8.0
_GRID: Final = tuple(0.3 * 1.15**step for step in range(20))
#: Examples from which the probabilities can be held against what is right, and labels that must be among them.
_ENOUGH, _ENOUGH_LABELS = 30, 3
_FOLDS: Final = 5


@dataclass(frozen=True)
class Weights:
    """How much each part counts; found by trying on documents of 16 types and on foreign schemes, not fitted for each scheme.

    What is known without examples counts for less the more examples there are, as much as one example of each label does; and
    what was learnt counts for less where few of the labels have any.
    """

    model: float = 1.2
    structure: float = 2.4
    learnt: float = 3.5
    #: What is typical of a label, where the model was not asked.
    alone: float = 3.3


@dataclass(frozen=True)
class Example:
    """A document whose label a person has confirmed."""

    label: str
    seen: Seen


@dataclass(frozen=True)
class Knowledge:
    """What a scheme's documents are judged by.

    Attributes:
        codes: the labels that can be given.
        prior: by label, what the model says of any document.
        learnt: from confirmed examples; None when there are too few.
        sharpness: what the weighed parts are multiplied by, so that the probabilities are right as often as they say.
        is_calibrated: whether that was found by confirmed examples.
    """

    codes: tuple[str, ...]
    prior: Mapping[str, float] = field(default_factory=dict)
    learnt: Learnt | None = None
    sharpness: float = 1.0
    is_calibrated: bool = False
    weights: Weights = Weights()


def knowledge(
    scheme: Scheme, prior: Mapping[str, float], examples: Sequence[Example] = (), weights: Weights | None = None
) -> Knowledge:
    """What is known of a scheme: the prior, and what can be learnt from the examples, calibrated on those left out."""
    codes = tuple(label.code for label in scheme.answers)
    kept = [example for example in examples if example.label in codes]
    bare = Knowledge(codes, prior, weights=weights or Weights())
    plain = replace(bare, learnt=learn([_shown(bare, each) for each in kept]))
    if len(kept) < _ENOUGH or len({each.label for each in kept}) < _ENOUGH_LABELS:
        return plain
    tried = _left_out(bare, kept)
    best = min(_GRID, key=lambda sharpness: sum(_loss(parts, right, sharpness) for parts, right in tried))
    return replace(plain, sharpness=best, is_calibrated=True)


def decide(known: Knowledge, seen: Seen, threshold: float = THRESHOLD) -> Decision:
    """The label of a document; none without text, in doubt, or when the text itself asks for it."""
    parts = weighed(known, seen)
    shares = _shares(parts, known.sharpness)
    ranking = tuple(Ranked(code, p) for code, p in sorted(shares.items(), key=lambda item: (-item[1], item[0])))
    first = ranking[0]
    why = ""
    if not seen.has_text:
        why = "no-text"
    elif first.label in seen.asked:
        why = "asked"
    elif first.p < threshold:
        why = "doubt"
    return Decision("" if why else first.label, first.p, ranking, why, known.is_calibrated)


def weighed(known: Knowledge, seen: Seen) -> dict[str, float]:
    """By label, all parts together."""
    total = dict.fromkeys(known.codes, 0.0)
    a_label = known.learnt.count / len(known.codes) if known.learnt else 0.0
    model, structure = _unbiased(known, seen), _structure(known, seen)
    is_asked = bool(model) and known.weights.model > 0
    typical = known.weights.structure if is_asked or not known.weights.structure else known.weights.alone
    parts = [(known.weights.model / (1 + a_label), model), (typical / (1 + a_label), structure)]
    if known.learnt:
        said = known.learnt.scores(seen.features, _views(known, seen))
        parts.append((known.weights.learnt * math.sqrt(min(1.0, a_label)), said))
    for weight, part in parts:
        if part:
            rest = sum(part.values()) / len(part)
            for code in known.codes:
                total[code] += weight * (part.get(code, rest) - rest)
    return total


def _shown(known: Knowledge, example: Example) -> Shown:
    return Shown(example.label, example.seen.features, _views(known, example.seen))


def _views(known: Knowledge, seen: Seen) -> list[list[float]]:
    """What the other parts say; nothing for one that does not count."""
    weights = ((known.weights.model, _unbiased(known, seen)), (known.weights.structure, _structure(known, seen)))
    return [[part.get(code, 0.0) for code in known.codes] if weight and part else [] for weight, part in weights]


def _structure(known: Knowledge, seen: Seen) -> dict[str, float]:
    return {code: seen.structure.get(code, 0.0) for code in known.codes}


def _unbiased(known: Knowledge, seen: Seen) -> dict[str, float]:
    return {
        code: max(score, _FLOOR) - max(known.prior.get(code, 0.0), _FLOOR)
        for code, score in seen.scores.items()
        if code in known.codes
    }


def _shares(parts: Mapping[str, float], sharpness: float) -> dict[str, float]:
    most = max(parts.values())
    weights = {code: math.exp(sharpness * (value - most)) for code, value in parts.items()}
    total = sum(weights.values())
    return {code: weight / total for code, weight in weights.items()}


def _loss(parts: Mapping[str, float], right: str, sharpness: float) -> float:
    return -math.log(max(_shares(parts, sharpness)[right], 1e-6))


def _left_out(bare: Knowledge, examples: Sequence[Example]) -> list[tuple[dict[str, float], str]]:
    """Each example as it is weighed when it, and others with it, were not learnt from."""
    turn: dict[str, int] = {}
    folds = []
    for example in examples:
        turn[example.label] = turn.get(example.label, -1) + 1
        folds.append(turn[example.label] % _FOLDS)
    numbered = list(zip(examples, folds, strict=True))
    tried = []
    for fold in set(folds):
        known = replace(bare, learnt=learn([_shown(bare, each) for each, number in numbered if number != fold]))
        tried += [(weighed(known, each.seen), each.label) for each, number in numbered if number == fold]
    return tried
