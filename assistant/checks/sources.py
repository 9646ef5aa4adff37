"""Finds where in the documents a statement has its support, sentence by sentence, without asking the model."""

import math
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from assistant.checks.paraphrase import light, meant
from assistant.documents.document import MARGINAL, Document, Paragraph
from assistant.sentences import sentences, topics
from assistant.tasks.task import Source

#: Sources shown for one statement at most: a claim that rests on more places cannot be checked by a person at a glance.
MOST_SOURCES = 3
#: Sentences compared with each other at most.
MOST_RANKED = 12
#: A further source must carry at least this share of the statement's weight that the others do not.
_WORTH_ADDING = 0.12


@dataclass(frozen=True)
class Place:
    """One sentence of a document, ready to be compared."""

    document: str
    paragraph: Paragraph
    text: str
    stems: frozenset[str]


@dataclass(frozen=True)
class Support:
    """Where a statement rests, best first, and how much of its weight (0 to 1) those places carry."""

    places: tuple[Place, ...]
    share: float

    @property
    def sources(self) -> tuple[Source, ...]:
        """The places as a Result's sources, in reading order."""
        ordered = sorted(self.places, key=lambda place: place.paragraph.number)
        return tuple(
            Source(place.document, place.paragraph.number, place.paragraph.page, place.text) for place in ordered
        )


class Index:
    """All sentences of the documents a result is made from, and how rare their words are."""

    def __init__(self, documents: Sequence[Document], language: str) -> None:
        self._language = language
        self._places = [
            Place(document.name, paragraph, sentence, frozenset(topics(sentence, language)))
            for document in documents
            for paragraph in document.paragraphs
            if paragraph.kind not in MARGINAL
            for sentence in sentences(paragraph.text)
        ]
        seen = Counter(stem for place in self._places for stem in place.stems)
        total = len(self._places) + 1
        self._rarity = {stem: math.log(total / count) + 0.2 for stem, count in seen.items()}
        self._unseen = math.log(total) + 0.2
        self._meant: dict[str, str] = {}
        self._standing: dict[str, list[int]] = {}
        for number, place in enumerate(self._places):
            for stem in place.stems:
                self._standing.setdefault(stem, []).append(number)

    def support(self, statement: str) -> Support:
        """The few places that together carry most of the statement."""
        wanted = {known: self._rarity.get(known, self._unseen) for known in self._wanted(statement)}
        total = sum(wanted.values())
        if not total:
            return Support((), 0.0)
        places: list[Place] = []
        left, carried = dict(wanted), 0.0
        while len(places) < MOST_SOURCES:
            best, gain = self._best(left)
            if best is None or (places and gain < _WORTH_ADDING * total):
                break
            places.append(best)
            carried += gain
            left = {stem: weight for stem, weight in left.items() if stem not in best.stems}
        return Support(tuple(places), carried / total)

    def ranked(self, statement: str) -> list[tuple[Place, float]]:
        """The sentences that say something of a statement, each with the share of its weight, best first."""
        wanted = {known: self.weight(known) for known in self._wanted(statement)}
        total = sum(wanted.values()) or 1.0
        gains = self._gains(wanted)
        best = sorted(gains, key=lambda number: (-gains[number], number))[:MOST_RANKED]
        return [(self._places[number], gains[number] / total) for number in best]

    def missing(self, statement: str) -> list[str]:
        """The stems of the statement that stand nowhere in the documents, nor any that they stand for."""
        return [stem for stem in dict.fromkeys(topics(statement, self._language)) if not self._means(stem)]

    def weight(self, stem: str) -> float:
        """How much a stem says: the more, the fewer sentences have it; nothing where it carries no fact."""
        return 0.0 if stem in light(self._language) else self._rarity.get(stem, self._unseen)

    def _wanted(self, statement: str) -> list[str]:
        """What a statement has to find: the stems that carry facts, as the documents have them."""
        heavy = [stem for stem in topics(statement, self._language) if stem not in light(self._language)]
        return [self._means(stem) or stem for stem in heavy or topics(statement, self._language)]

    def _means(self, stem: str) -> str:
        """The stem itself where the documents have it or it carries no fact, else the one of theirs that it stands for."""
        if stem in self._rarity or stem in light(self._language):
            return stem
        if stem not in self._meant:
            self._meant[stem] = meant(stem, self._rarity, self._language)
        return self._meant[stem]

    def _best(self, wanted: dict[str, float]) -> tuple[Place | None, float]:
        gains = self._gains(wanted)
        if not gains:
            return None, 0.0
        # Of equals the sentence with the least besides, then the first.
        number = max(gains, key=lambda place: (gains[place], -len(self._places[place].stems), -place))
        return self._places[number], gains[number]

    def _gains(self, wanted: dict[str, float]) -> dict[int, float]:
        gains: dict[int, float] = {}
        for stem, weight in wanted.items():
            for number in self._standing.get(stem, ()):
                gains[number] = gains.get(number, 0.0) + weight
        return gains
