"""Which part of a draft answers each question and demand of the incoming letter, compared word by word.

A question that shares too little with every paragraph is unanswered: to be told of one that was answered costs a glance, and not
to be told of one that was not costs the reader an answer.
"""

import math
import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from assistant.checks.claims import ClaimKind, claims
from assistant.letters.incoming import Asked
from assistant.letters.understood import Understood
from assistant.sentences import sentences, topics
from assistant.tasks.task import Block

#: Share of a question's weight that a paragraph must carry to answer it, and to answer it perhaps.
_ANSWERS: Final = 0.5
_PERHAPS: Final = 0.25
#: What a question of when or how much is answered with adds to that share.
_FITS: Final = 0.25
#: What a word of the sentence before a short question weighs, and topics below which one is short.
_BEFORE: Final = 0.5
_SHORT: Final = 3
_IT: Final = re.compile(r"\b(?:den|det|dem|detta|denna|it|this|that|them)\b", re.IGNORECASE)
#: Words that ask, and say nothing of what about.
_ASKING: Final = (
    "undrar undra vill veta svar besked begär kräver önskar ber vänligen snälla vad när hur varför vem vilken"
    " senast före inom datum fråga frågor gärna skulle kunna jag mig mitt wonder know please request want tell explain when"
    " what how why who by before"
)


@dataclass(frozen=True)
class Answered:
    """A question or demand, the index of the block that answers it, and how sure that is.

    ``status`` is ``answered``, ``perhaps`` or ``unanswered``; without an answer there is no block.
    """

    asked: Asked
    status: str
    block: int | None = None


def answers(understood: Understood, blocks: Sequence[Block], fixed: frozenset[int]) -> tuple[Answered, ...]:
    """Each question and demand of the incoming letter, in order, with what answers it.

    Blocks whose index is in ``fixed`` are the program's own sentences: they name the matter, and answer nothing.
    """
    language = understood.language
    asking = frozenset(topics(_ASKING, language))
    # By which date an answer is wanted is not what it is about.
    asked = [frozenset(topics(_undated(each.text), language)) - asking for each in understood.asked]
    counts = Counter(word for each in asked for word in each)
    said = {
        number: frozenset(topics(block.text, language)) for number, block in enumerate(blocks) if number not in fixed
    }
    found = []
    for each, wanted in zip(understood.asked, asked, strict=True):
        # A word that is in every question does not tell which of them is answered.
        weights = {word: 1 / math.sqrt(counts[word]) for word in wanted}
        weights = dict.fromkeys(_meant(each, understood, wanted), _BEFORE) | weights
        shares = {
            number: share + _fits(each, blocks[number])
            for number, words in said.items()
            if (share := _share(weights, words))
        }
        best = max(shares, key=lambda number: (shares[number], -number), default=None)
        share = shares[best] if best is not None else 0.0
        status = "answered" if share >= _ANSWERS else "perhaps" if share >= _PERHAPS else "unanswered"
        found.append(Answered(each, status, best if status != "unanswered" else None))
    return tuple(found)


def _meant(asked: Asked, understood: Understood, wanted: frozenset[str]) -> frozenset[str]:
    """What a short question is about that only says *it*: the words of the sentence before."""
    if len(wanted) >= _SHORT or not _IT.search(asked.text):
        return frozenset()
    document = next((each for each in understood.documents if each.name == asked.source.document), None)
    said = sentences(document.paragraphs[asked.source.paragraph - 1].text) if document else []
    place = said.index(asked.text) if asked.text in said else 0
    return frozenset(topics(_undated(said[place - 1]), understood.language)) if place else frozenset()


def _undated(text: str) -> str:
    for claim in claims(text):
        if claim.kind is ClaimKind.DATE:
            text = text.replace(claim.text, " ")
    return text


def _share(weights: dict[str, float], words: frozenset[str]) -> float:
    total = sum(weights.values())
    carried = {word: weight for word, weight in weights.items() if _stands(word, words)}
    return sum(carried.values()) / total if total else 0.0


def _stands(word: str, words: frozenset[str]) -> bool:
    """Whether a word stands there, by itself or in a compound that begins or ends with it."""
    return word in words or (
        len(word) >= 5 and any(each.startswith(word) or each.endswith(word) for each in words)  # noqa: PLR2004 - a stem
    )


def _fits(asked: Asked, block: Block) -> float:
    """Something for a date where it was asked when, and an amount where it was asked how much; only beside shared words."""
    question = asked.text.lower()
    kinds = {claim.kind for claim in claims(block.text)}
    is_when = (
        any(each in question for each in ("när ", "hur länge", "datum", "when", "how long")) and ClaimKind.DATE in kinds
    )
    is_much = any(each in question for each in ("hur mycket", "kostar", "avgift", "how much", "cost", "fee"))
    return _FITS if is_when or (is_much and ClaimKind.AMOUNT in kinds) else 0.0
