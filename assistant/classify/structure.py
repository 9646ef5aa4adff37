"""What is typical of a label and stands in a document: the scheme's phrases and forms, and the label's own name.

They are weighed by where they stand (a document says early what it is), by how many there are, and by how many labels share them.
"""

import math
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate
from typing import Final

from assistant.documents.document import Paragraph
from assistant.schemes.phrases import Phrases
from assistant.schemes.scheme import Label, Scheme
from assistant.sentences import topics

#: Characters from the beginning within which a phrase counts for more, and after which it counts for less.
_EARLY, _LATE = 300, 2_500
_EARLY_WEIGHT, _LATE_WEIGHT = 1.6, 0.5
_LONGER: Final = 0.35
#: Paragraphs that are looked through for a form.
_PARAGRAPHS: Final = 60
_LINE: Final = 400
_SHORTEST_NAME: Final = 3
#: What a word of a definition is worth, and how short it may be. Measured on three schemes without phrases: by names alone
#: 0.43, 0.16 and 0.41 of the documents came right, with these words 0.60, 0.60 and 0.44.
_DEFINING: Final = 0.3
_SHORTEST_WORD: Final = 4


@dataclass(frozen=True)
class Hit:
    """Something typical of a label.

    Attributes:
        label: the label's code.
        what: the phrase or form.
        paragraph: the number of the paragraph that it stands in.
        place: how many characters of the document stand before it.
    """

    label: str
    what: str
    paragraph: int
    place: int


class Structure:
    """What is typical of the labels of one scheme, ready to be looked for."""

    def __init__(self, scheme: Scheme) -> None:
        typical = {label.code: _typical(label, scheme.language) for label in scheme.answers}
        self._shared = Counter(phrase for each in typical.values() for phrase in each)
        self._worth = {(code, phrase): worth for code, each in typical.items() for phrase, worth in each.items()}
        self._meanings = list(self._worth)
        self._phrases = Phrases((phrase, str(number)) for number, (_, phrase) in enumerate(self._meanings))
        self._forms = [(label.code, re.compile(pattern)) for label in scheme.answers for pattern in label.patterns]

    def hits(self, paragraphs: Sequence[Paragraph]) -> Iterator[Hit]:
        """Everything typical that stands in these paragraphs."""
        begins = list(accumulate((len(paragraph.text) + 1 for paragraph in paragraphs), initial=0))
        for paragraph, begin in zip(paragraphs, begins, strict=False):
            for start, _, number in self._phrases.find(paragraph.text):
                code, phrase = self._meanings[int(number)]
                yield Hit(code, phrase, paragraph.number, begin + start)
        met: set[tuple[str, int]] = set()
        for paragraph, begin in zip(paragraphs[:_PARAGRAPHS], begins, strict=False):
            for code, form in self._forms:
                if (code, begin) not in met and form.match(paragraph.text[:_LINE]):
                    met.add((code, begin))  # one form a paragraph is enough
                    yield Hit(code, "", paragraph.number, begin)

    def weights(self, hits: Sequence[Hit]) -> dict[str, float]:
        """By the label's code, how much of what is typical of it was met; only labels of which something was."""
        places: dict[tuple[str, str], list[int]] = {}
        forms: Counter[str] = Counter()
        for hit in hits:
            if hit.what:
                places.setdefault((hit.label, hit.what), []).append(hit.place)
            else:
                forms[hit.label] += 1
        found: dict[str, float] = {code: float(count) for code, count in forms.items()}
        for (code, phrase), met in places.items():
            found[code] = found.get(code, 0.0) + self._worth[code, phrase] * self._weight(phrase, met)
        return {code: math.sqrt(value) for code, value in found.items()}

    def _weight(self, phrase: str, places: Sequence[int]) -> float:
        """How much a phrase that stands at these places says."""
        first = min(places)
        weight = 0.5 + 0.5 * (1 + math.log(len(places)))
        weight *= 1 + _LONGER * phrase.count(" ")
        weight *= _EARLY_WEIGHT if first < _EARLY else _LATE_WEIGHT if first > _LATE else 1.0
        return weight / self._shared[phrase]


def _typical(label: Label, language: str) -> dict[str, float]:
    """The phrases that are typical of a label and what each is worth; without any, its name and the words that define it."""
    if label.phrases:
        return dict.fromkeys(label.phrases, 1.0)
    defined = " ".join((label.definition, label.include, *label.examples))
    words = {f"{word}*": _DEFINING for word in topics(defined, language) if len(word) >= _SHORTEST_WORD}
    return words | dict.fromkeys(_names(label), 1.0)


def _names(label: Label) -> Iterator[str]:
    """What a label is called in running text, with endings."""
    whole = label.name.lower()
    for part in (whole, *re.split(r"\s*(?:\beller\b|\boch\b|[/,()])\s*", whole)):
        if len(part.strip()) >= _SHORTEST_NAME:
            yield f"{part.strip()}*"
