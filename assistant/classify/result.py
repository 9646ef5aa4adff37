"""What is told of a document that was sorted: its label, how sure, on what words it rests, and how much was read. Values only."""

from dataclasses import dataclass, field

from assistant.classify.seen import Decision, Features, Seen
from assistant.tasks.task import Coverage

NOTHING = Seen(Features(b"", b"", b"", b""), has_text=False)


@dataclass(frozen=True)
class Evidence:
    """The words that speak most for the label, copied by the program from the document; empty when there are none."""

    quote: str = ""
    paragraph: int | None = None
    page: int | None = None


@dataclass(frozen=True)
class Sorted:
    """One document's outcome.

    Attributes:
        decision: the label, or why there is none.
        evidence: the deciding passage.
        coverage: how much of the document was read.
        digest: tells the same text again, without holding it.
        seen: what it was decided by, so that it can be decided anew when more has been learnt.
        notices: codes of what the user should know, for example ``asks-for-label``.
        model: the model that was asked, as ``prompt, model, sha256``; empty when the program decided alone.
    """

    decision: Decision
    evidence: Evidence
    coverage: Coverage
    digest: str
    seen: Seen
    notices: tuple[str, ...] = ()
    model: str = ""


@dataclass(frozen=True)
class Remembered:
    """What is kept of what a model says of a scheme's documents: how many, and the sums of its scores by label."""

    count: int = 0
    sums: dict[str, float] = field(default_factory=dict)
