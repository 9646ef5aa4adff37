"""What a summary will mean, told before it is begun: how much is read, in how many parts, at about what cost.

No model is asked, since none may be loaded yet: tokens are reckoned from characters.
"""

from dataclasses import dataclass
from typing import Final

from assistant.documents.document import Document
from assistant.documents.split import running
from assistant.language import detect
from assistant.tasks.options import Options
from assistant.tasks.pace import Pace
from assistant.tasks.writing import MOST_IMPORTANT, ONE_PASS, PART

#: Characters that a token stands for with the default model, measured on 14 documents: 2.8 Swedish, 4.1 English.
_CHARACTERS: Final = {"sv": 2.8, "en": 4.1}
_OTHERWISE: Final = 3.0
#: Tokens of a prompt besides the document, of an answer, and of a note on one part.
_INSTRUCTION: Final = 120
_ANSWER: Final = 150
_NOTE: Final = 60
#: Questions about one part of a meeting, and tokens of the lists that they are answered with.
_QUESTIONS: Final = 3
_LISTS: Final = 120


@dataclass(frozen=True)
class Sight:
    """What the program sees in a document at once.

    Attributes:
        language: it is in, ``sv`` or ``en``; None when it is neither or cannot be told.
        is_formal: whether it is formal minutes, which have tables of their own.
    """

    language: str | None
    is_formal: bool


@dataclass(frozen=True)
class Outlook:
    """What is to come.

    Attributes:
        language: of the document, ``sv`` or ``en``, None when it is neither or cannot be told.
        parts: how many parts it is read in; 0 when no model is needed.
        reads_all: whether the model reads all of it, or the most important that the program has chosen.
        cost: tokens of reading that it will take, see ``Pace.cost_of``.
    """

    language: str | None
    parts: int
    reads_all: bool
    cost: int


def sight(document: Document) -> Sight:
    """Look at a document once, as soon as it has been read."""
    from assistant.minutes.read import read  # noqa: PLC0415 - the window reads nothing before it is shown

    return Sight(detect(document.text), bool(read(document).meetings))


def outlook(document: Document, options: Options) -> Outlook:
    """What summarising a document with these options will mean."""
    language = detect(document.text)
    if options.without_model:
        return Outlook(language, 0, reads_all=True, cost=0)
    characters = sum(len(paragraph.text) + 1 for paragraph in running(document.paragraphs))
    tokens = round(characters / _CHARACTERS.get(language or "", _OTHERWISE))
    if options.kind == "minutes":
        parts = max(1, -(-tokens // PART))
        cost = Pace.cost_of(tokens + parts * _QUESTIONS * _INSTRUCTION, parts * (_NOTE + _LISTS))
        return Outlook(language, parts, reads_all=True, cost=cost)
    if tokens <= ONE_PASS:
        return Outlook(language, 1, reads_all=True, cost=Pace.cost_of(tokens + _INSTRUCTION, _ANSWER))
    if options.depth == "quick":
        return Outlook(language, 1, reads_all=False, cost=Pace.cost_of(MOST_IMPORTANT + _INSTRUCTION, _ANSWER))
    parts = -(-tokens // PART)
    return Outlook(language, parts, reads_all=True, cost=Pace.cost_of(tokens + parts * _INSTRUCTION, parts * _NOTE))
