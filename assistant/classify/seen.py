"""What is known of a document when its label is decided. Values only, without the document's words."""

from dataclasses import dataclass, field


@dataclass(frozen=True)
class Features:
    """Words, runs of letters, topics and style as numbers: hashed, so that a word cannot be read from them without guessing it.

    Attributes:
        words: places in a table and how often, packed (see ``features.py``).
        letters: the same for runs of three to five letters.
        topics: the same for the stems of words that carry a topic.
        style: shares and lengths, as 32-bit floats.
    """

    words: bytes
    letters: bytes
    topics: bytes
    style: bytes


@dataclass(frozen=True)
class Seen:
    """What is known of one document.

    Attributes:
        features: for what is learnt from confirmed examples.
        structure: by the label's code, how much of what is typical of it stands in the document.
        scores: by the label's code, the logarithm of the probability that the model gives it; empty when it was not asked.
        asked: labels that the text itself asks for; a text that does so never gets one of them.
        has_text: whether there is enough to go by.
    """

    features: Features
    structure: dict[str, float] = field(default_factory=dict)
    scores: dict[str, float] = field(default_factory=dict)
    asked: tuple[str, ...] = ()
    has_text: bool = True


@dataclass(frozen=True)
class Ranked:
    """A label and how likely it is."""

    label: str
    p: float


@dataclass(frozen=True)
class Decision:
    """What was decided.

    Attributes:
        label: the label's code; empty for *vet ej*.
        why: for *vet ej*, a code: ``doubt``, ``no-text`` or ``asked``.
        confidence: how likely the likeliest label is.
        ranking: all labels, the likeliest first.
        is_calibrated: whether the probabilities were held against confirmed examples of this scheme.
    """

    label: str
    confidence: float
    ranking: tuple[Ranked, ...]
    why: str = ""
    is_calibrated: bool = False
