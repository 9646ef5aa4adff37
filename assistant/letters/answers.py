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
from assistant.letters.asking import Asked
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
#: What some questions want of their answer, and the words by which it is there.
_WANTS: Final = {
    "when": re.compile(r"(?:^|\b(?:och|and|veta|know|wonder|undrar) )(?:när|hur länge|when|how long)\b", re.IGNORECASE),
    "much": re.compile(r"\b(?:hur mycket|hur många|vad kostar|how much|how many)\b", re.IGNORECASE),
    "why": re.compile(r"\b(?:varför|why)\b", re.IGNORECASE),
}
_TIME: Final = re.compile(
    r"\b(?:kl|klockan|snart|i dag|i morgon|inom|så snart|genast|today|tomorrow|soon|within)\b|\d[.:]\d\d", re.IGNORECASE
)
_FREE: Final = re.compile(r"\b(?:gratis|kostnadsfri\w*|avgiftsfri\w*|ingenting|inget|free|nothing)\b", re.IGNORECASE)
_REASON: Final = re.compile(
    r"\b(?:eftersom|därför|på grund av|beror på|beroende på|orsak\w*|skäl\w*|anledning\w*|för att"
    r"|because|since|due to|reason\w*|so that)\b",
    re.IGNORECASE,
)
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
        fits = {number: _is_fit(each, blocks[number]) for number in said}
        shares = {
            number: share + (_FITS if fits[number] else 0.0)
            for number, words in said.items()
            if (share := _share(weights, words))
        }
        best = max(shares, key=lambda number: (shares[number], -number), default=None)
        if best is None or shares[best] < _PERHAPS:
            found.append(Answered(each, "unanswered"))
        else:
            # To say again what was asked about answers neither when nor why.
            is_sure = shares[best] >= _ANSWERS and fits[best] is not False
            found.append(Answered(each, "answered" if is_sure else "perhaps", best))
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


def _is_fit(asked: Asked, block: Block) -> bool | None:
    """Whether an answer holds what such a question wants: a time, an amount, a reason; None when it wants none of these."""
    kinds = {claim.kind for claim in claims(block.text)}
    wants = {name: pattern for name, pattern in _WANTS.items() if pattern.search(asked.text)}
    if not wants:
        return None
    has = {
        "when": bool(kinds & {ClaimKind.DATE, ClaimKind.AMOUNT}) or _TIME.search(block.text) is not None,
        "much": bool(kinds & {ClaimKind.AMOUNT, ClaimKind.NUMBER}) or _FREE.search(block.text) is not None,
        "why": _REASON.search(block.text) is not None,
    }
    return all(has[name] for name in wants)
