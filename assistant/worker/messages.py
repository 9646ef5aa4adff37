"""What children and their parent say to each other. Values only, so that they can cross a pipe (see ``wire.py``).

Every job ends with exactly one of Finished, Cancelled and Failed, also when the child that did it has crashed; one that was
only read ahead ends with ReadAhead instead of Finished, and a question with Weighed.
"""

from collections.abc import Callable
from dataclasses import dataclass, field

from assistant.documents.document import Document
from assistant.errors import Fact
from assistant.tasks.task import Result


@dataclass(frozen=True)
class Progress:
    """How far the work has come.

    Attributes:
        stage: a code: ``opening`` (the model), ``reading`` or ``writing``; the words are in ``commands/progress.py``.
        part: the part under way, from 1.
        parts: how many parts there are.
        share: of the whole job, 0 to 1; never goes back unless the job begins again.
    """

    stage: str
    part: int
    parts: int
    share: float


@dataclass(frozen=True)
class Piece:
    """A piece of the answer as it is written, not yet checked."""

    text: str


@dataclass(frozen=True)
class Again:
    """The child has died and the job begins anew in another; what was written so far does not count."""

    attempt: int


@dataclass(frozen=True)
class Finished:
    """The job is done. From the child, the result comes without the document, which the parent has."""

    result: Result


@dataclass(frozen=True)
class Cancelled:
    """The job was stopped on request."""


@dataclass(frozen=True)
class Failed:
    """The job cannot be done: the code and facts of an AssistantError."""

    code: str
    facts: dict[str, Fact] = field(default_factory=dict)


@dataclass(frozen=True)
class ReadAhead:
    """What a job begins with has been read; the job itself is not done."""


@dataclass(frozen=True)
class Read:
    """The reader's answer: the document."""

    document: Document


@dataclass(frozen=True)
class Weighed:
    """How likely each answer to a question is, in logarithms and in the question's order."""

    scores: tuple[float, ...]


Event = Progress | Piece | Again | Finished | ReadAhead | Weighed | Cancelled | Failed
Say = Callable[[Event], None]
