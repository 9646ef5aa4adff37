"""Events: what is said while a Job is under way. Values only, so that they can cross a pipe."""

from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True)
class Progress:
    """How far the work has come.

    Attributes:
        stage: a code with words in ``phrases.py``: ``reading`` or ``writing``; the words are in ``commands/progress.py``.
        part: the part under way, from 1.
        parts: how many parts there are.
        share: of the whole job, 0 to 1; never goes back.
    """

    stage: str
    part: int
    parts: int
    share: float


@dataclass(frozen=True)
class Piece:
    """A piece of the answer as it is written, not yet checked."""

    text: str


Event = Progress | Piece
Say = Callable[[Event], None]
