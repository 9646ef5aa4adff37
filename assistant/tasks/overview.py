"""The overview of a meeting in a few sentences, put together from what a model noted of each part.

A sentence stands only if the document supports it and is as certain as what it rests on. One that says something was decided
stands only on a decision of this meeting, and whoever is named must stand where it rests: a proposal is never a decision, and what
one person said is not put in another's mouth.
"""

import re
from collections.abc import Collection
from dataclasses import dataclass

from assistant.checks.mood import certainty_differs, decides
from assistant.checks.sources import Index, Support
from assistant.documents.document import Document
from assistant.minutes.acts import wishes
from assistant.sentences import sentences
from assistant.tasks.answers import bare, beyond
from assistant.tasks.listening import Listened
from assistant.tasks.weigh import spread

#: The share of its weight that a sentence of the overview must have in its sources; under it the checks call it unsupported.
SUPPORTS = 0.45
#: What a small model writes before or instead of a sentence: what it was asked for, and marks of the text it was shown.
_BEFORE = re.compile(r"^(?:kort )?(?:sammanfattning|anteckningar|summary|notes)\b[^.:]{0,60}:\s*", re.IGNORECASE)
#: What says that something will be done, which a wish or a proposal does not.
_PLANS = re.compile(r"\b(?:ska|skall|kommer att|will|shall|is to|are to)\b", re.IGNORECASE)
_ECHOED = re.compile(r"##|^\[\d")


@dataclass(frozen=True)
class Known:
    """What the program knows of a meeting that a sentence about it is held to.

    Attributes:
        document: what was read.
        spoken: its language.
        decided: the sentences that decide.
        names: those who took part, with their first names.
    """

    document: Document
    spoken: str
    decided: Collection[str]
    names: Collection[str]


def overview(listened: Listened, known: Known, title: str, amount: int, language: str) -> tuple[list[str], int]:
    """The sentences in a language, ``amount`` at most, and how many were left out."""
    opening = sentences(listened.opening)[:1]
    notes = " ".join(map(bare, spread(listened.notes, language, title, max(1, amount - len(opening)))))
    said = [*opening, *sentences(beyond(notes, " ".join(opening), amount, language))]
    said = [_capital(_BEFORE.sub("", sentence)) for sentence in said if not _ECHOED.search(sentence)]
    index = Index([known.document], known.spoken)
    kept = [sentence for sentence in said if _may_stand(sentence, index, known, language)]
    return kept, len(said) - len(kept)


def _may_stand(sentence: str, index: Index, known: Known, language: str) -> bool:
    """Whether the program knows nothing against a sentence. Across languages only one that claims no decision can stand."""
    if language != known.spoken:
        return not decides(sentence, language)
    support = index.support(sentence)
    if support.share < SUPPORTS or not _names_stand(sentence, support, known.names, language):
        return False
    source = support.places[0].text
    if certainty_differs(sentence, source, known.spoken) or (_PLANS.search(sentence) and wishes(source, known.spoken)):
        return False
    return not decides(sentence, language) or any(source in each or each in source for each in known.decided)


def _names_stand(sentence: str, support: Support, names: Collection[str], language: str) -> bool:
    """Whether everybody named who took part is named where the sentence rests; of a decision, in that very paragraph."""
    places = support.places[:1] if decides(sentence, language) else support.places
    rests_on = " ".join(place.paragraph.text for place in places)
    return all(name in rests_on for name in names if re.search(rf"\b{re.escape(name)}\b", sentence))


def _capital(sentence: str) -> str:
    return sentence[:1].upper() + sentence[1:]
