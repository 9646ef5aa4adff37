"""Words that may mean secrecy, and why each signal is told: data, in the scheme ``signals``."""

import functools
from collections.abc import Iterator
from typing import Final

from assistant.identifiers.found import Kind, Span
from assistant.schemes.phrases import Phrases
from assistant.schemes.read import load
from assistant.schemes.scheme import Label

SIGNALS: Final = "signals"


def detect(text: str) -> Iterator[Span]:
    """The words in a text that mean a signal.

    Raises:
        SchemeError: the organisation's own signals are wrong.
    """
    for start, end, signal in _phrases().find(text):
        yield Span(Kind.SIGNAL, start, end, is_sure=False, signal=signal)


@functools.cache
def reasons() -> dict[str, Label]:
    """The signals by their code: what each is called, and why it is told."""
    return {label.code: label for label in load(SIGNALS).labels}


@functools.cache
def _phrases() -> Phrases:
    return Phrases((phrase, label.code) for label in reasons().values() for phrase in label.words)
