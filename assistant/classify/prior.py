"""What a model says of a scheme's labels whatever the document: taken away, so that a label it likes is not given for that.

It begins with a start value, shipped for the shipped schemes and the default model and else found by asking about a few texts that
are of no type, and moves with each document seen. No right answers are needed for that, and no words are kept.
"""

import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from assistant import paths
from assistant.classify.asking import Ask, scores
from assistant.schemes.scheme import Scheme

#: As many documents as the start value counts for.
START: Final = 24
#: Documents after which older ones count for less, so that what comes in now decides.
_MOST: Final = 400
#: How far a label may be moved by the documents seen; a folder of one type must not make its own type unlikely.
_FARTHEST: Final = 0.7
_FLOOR: Final = -8.0


@dataclass(frozen=True)
class Prior:
    """What a model says of a scheme's documents.

    Attributes:
        start: by label, the mean of its scores for texts of no type.
        count: documents seen, at most ``_MOST``.
        sums: by label, the sum of its scores for them.
    """

    start: dict[str, float]
    count: float = 0.0
    sums: dict[str, float] | None = None

    def value(self) -> dict[str, float]:
        """By label, what is to be taken away from its score."""
        if not self.sums or not self.count:
            return dict(self.start)
        moved = {}
        for code, first in self.start.items():
            middle = (START * first + self.sums.get(code, 0.0)) / (START + self.count)
            moved[code] = min(max(middle, first - _FARTHEST), first + _FARTHEST)
        return moved

    def seen(self, found: Mapping[str, float]) -> "Prior":
        """With one document more."""
        keep = min(1.0, (_MOST - 1) / max(1.0, self.count))
        sums = {
            code: keep * (self.sums or {}).get(code, 0.0) + max(found.get(code, _FLOOR), _FLOOR) for code in self.start
        }
        return Prior(self.start, keep * self.count + 1, sums)


def shipped(scheme: Scheme, model_sha256: str) -> dict[str, float] | None:
    """The start value that comes with the program; None for another scheme, another text of it, or another model."""
    entry = tomllib.loads((paths.resources() / "priors.toml").read_text(encoding="utf-8")).get(scheme.id, {})
    if entry.get("fingerprint") != scheme.fingerprint or entry.get("model") != model_sha256:
        return None
    return {str(code): float(value) for code, value in entry["start"].items()}


def neutral() -> tuple[str, ...]:
    """Texts of no type, in the language of Swedish administration."""
    return tuple(tomllib.loads((paths.resources() / "neutral.toml").read_text(encoding="utf-8"))["texts"])


def found(scheme: Scheme, ask: Ask, texts: Sequence[str] = ()) -> dict[str, float]:
    """The start value, by asking.

    Raises:
        AssistantError: the model cannot answer.
        Stopped: on request.
    """
    return mean(scheme, [scores(scheme, text, ask) for text in texts or neutral()])


def mean(scheme: Scheme, said: Sequence[Mapping[str, float]]) -> dict[str, float]:
    """By label, the mean of its scores."""
    return {label.code: sum(max(each[label.code], _FLOOR) for each in said) / len(said) for label in scheme.answers}
