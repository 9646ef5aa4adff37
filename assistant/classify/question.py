"""What the model is asked of one document: which of some answers it is. The list stands before the document, so it is read once."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from assistant.engine.session import Session
from assistant.prompts import load
from assistant.schemes.scheme import Label, Scheme

PROMPT: Final = "classify/label"
#: Characters of a list with its definitions; a longer one takes so many tokens that only names are shown.
_LONGEST: Final = 9_000
_DEFAULT: Final = {"sv": "Vad är detta för dokument?", "en": "What is this document?"}


@dataclass(frozen=True)
class Question:
    """One question, as it crosses to the child with the model."""

    language: str
    question: str
    labels: str
    passage: str
    answers: tuple[str, ...]


def question(scheme: Scheme, labels: Sequence[Label], passage: str) -> Question:
    """Which of these labels a passage has."""
    names = spoken(scheme, labels)
    lines = [
        f"- {name}: {_gist(label)}" if _gist(label) else f"- {name}" for name, label in zip(names, labels, strict=True)
    ]
    if sum(map(len, lines)) > _LONGEST:
        lines = [f"- {name}" for name in names]
    asked = scheme.question or _DEFAULT[scheme.language]
    return Question(scheme.language, asked, "\n".join(lines), passage.replace('"""', '"'), names)


def spoken(scheme: Scheme, labels: Sequence[Label]) -> tuple[str, ...]:
    """What the labels are called, each differently: with the one it stands under where names are shared."""
    shared = Counter(label.name.casefold() for label in labels)
    return tuple(
        label.name if shared[label.name.casefold()] == 1 else " – ".join(each.name for each in scheme.path(label.code))
        for label in labels
    )


def _gist(label: Label) -> str:
    return " ".join(filter(None, (label.definition, label.include)))


def weigh(asked: Question, session: Session) -> tuple[float, ...]:
    """How likely each answer is, in logarithms; their probabilities add up to 1.

    Raises:
        TextTooLong: the list does not fit in the model's context.
        Stopped: on request.
    """
    values = {"question": asked.question, "labels": asked.labels, "passage": asked.passage}
    return tuple(session.score(load(PROMPT, asked.language).fill(values), asked.answers))
