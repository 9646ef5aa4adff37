"""A Job is one task ordered for one document; ``carry_out`` is the whole road from Document to checked Result.

Reading comes before it and writing to a file after it: a person reads and edits in between.
"""

from dataclasses import dataclass, field

from assistant.checks.check import check
from assistant.documents.document import Document
from assistant.engine.session import Session
from assistant.tasks.change import WISHES, Change, Marked, change
from assistant.tasks.draft import Writing, draft
from assistant.tasks.options import Options
from assistant.tasks.outlook import Outlook, Sight, outlook, sight
from assistant.tasks.summarise import read_ahead as read_summary_ahead
from assistant.tasks.summarise import summarise
from assistant.tasks.task import Result
from assistant.worker.messages import Say

__all__ = [
    "WISHES",
    "Change",
    "Job",
    "Marked",
    "Options",
    "Outlook",
    "Sight",
    "Writing",
    "carry_out",
    "outlook",
    "prepare",
    "read_ahead",
    "sight",
]


@dataclass(frozen=True)
class Job:
    """One task ordered for one document. Many documents are many jobs.

    Attributes:
        document: what the task works on, or what its words are checked against.
        options: what kind of summary, when it is one.
        change: what is to be changed in a text made before; no summary then.
        letter: the part of a letter that is to be worded; no summary then.
    """

    document: Document
    options: Options = field(default_factory=Options)
    change: Change | None = None
    letter: Writing | None = None

    @property
    def documents(self) -> tuple[Document, ...]:
        """What the Result rests on."""
        return self.letter.documents if self.letter else (self.document,)


def carry_out(job: Job, session: Session | None, say: Say) -> Result:
    """Carry out a job, checked by the program; ``session`` may be None for what needs no model.

    Raises:
        AssistantError: it cannot be done; the code says why.
        Stopped: on request.
    """
    if job.change:
        return check(change(job.document, job.change, session, say))
    if job.letter:  # checked sentence by sentence, since what has no support is left out
        return draft(job.letter, session, say)
    if job.options.kind == "minutes":
        from assistant.tasks.minutes import minutes  # noqa: PLC0415 - see prepare

        return check(minutes(job.document, job.options, session, say))
    return check(summarise(job.document, job.options, session, say))


def read_ahead(job: Job, session: Session, say: Say) -> None:
    """Read what a job begins with while the user still chooses; what was read is kept, so the job then begins at once.

    Raises:
        AssistantError: it cannot be done; the code says why.
        Stopped: on request.
    """
    if job.options.kind == "minutes":
        from assistant.tasks.minutes import read_ahead as read_minutes_ahead  # noqa: PLC0415 - see prepare

        read_minutes_ahead(job.document, job.options, session, say)
    else:
        read_summary_ahead(job.document, job.options, session, say)


def prepare() -> None:
    """Load the task that takes longest to load, a third of the window's start; who only orders jobs never needs it.

    A child loads it before it gives up what loading takes.
    """
    import assistant.tasks.minutes  # noqa: F401, PLC0415 - as said
