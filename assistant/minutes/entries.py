"""What notes and talk say, as values: each entry is a sentence of the document."""

from dataclasses import dataclass
from enum import StrEnum

from assistant.minutes.protokoll import Stated
from assistant.minutes.said import Said


class Act(StrEnum):
    """What an entry is."""

    DECISION = "decision"
    PROPOSAL = "proposal"
    ACTION = "action"
    REQUEST = "request"
    QUESTION = "question"
    NEXT = "next"


@dataclass(frozen=True)
class Entry:
    """One thing that notes or talk say.

    Attributes:
        act: what it is.
        stated: as worded, with its paragraphs.
        who: who is to do it, as named; empty when it is not said.
        when: when or by when, as worded; empty when it is not said.
        exchange: the question before an answer, or the answers after a question.
        beside: what else it rests on: labels, and the words that say who answers.
        said: its first sentence in its place, for the speaker, the time and the heading.
    """

    act: Act
    stated: Stated
    said: Said
    who: str = ""
    when: str = ""
    exchange: tuple[Stated, ...] = ()
    beside: tuple[Stated, ...] = ()
