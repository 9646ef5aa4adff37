"""The overview of a meeting in a few sentences, put together from what a model noted of each part.

A sentence stands only if the document supports it and is as certain as what it rests on, and one that says something was decided
only if that says so too: a proposal is never a decision.
"""

from assistant.checks.mood import certainty_differs, decides
from assistant.checks.sources import Index
from assistant.documents.document import Document
from assistant.sentences import sentences
from assistant.tasks.answers import bare, beyond
from assistant.tasks.listening import Listened
from assistant.tasks.weigh import spread

#: The share of its weight that a sentence of the overview must have in its sources; under it the checks call it unsupported.
SUPPORTS = 0.45


def overview(
    listened: Listened, document: Document, title: str, amount: int, languages: tuple[str, str]
) -> tuple[list[str], int]:
    """The sentences, and how many were left out.

    Args:
        listened: the opening and the notes.
        document: what they rest on.
        title: of the document.
        amount: how many sentences at most.
        languages: of the overview, and of the document.
    """
    written, spoken = languages
    opening = sentences(listened.opening)[:1]
    notes = " ".join(map(bare, spread(listened.notes, written, title, max(1, amount - len(opening)))))
    said = [*opening, *sentences(beyond(notes, " ".join(opening), amount, written))]
    index = Index([document], spoken)
    kept = [sentence for sentence in said if _may_stand(sentence, index, written, spoken)]
    return kept, len(said) - len(kept)


def _may_stand(sentence: str, index: Index, written: str, spoken: str) -> bool:
    """Whether the document supports a sentence. Across languages only one that claims no decision can stand."""
    if written != spoken:
        return not decides(sentence, written)
    support = index.support(sentence)
    if support.share < SUPPORTS:
        return False
    source = support.places[0].text
    if certainty_differs(sentence, source, spoken):
        return False
    return not decides(sentence, written) or decides(source, spoken)
