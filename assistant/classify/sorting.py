"""Sorts one document after the other by a scheme: looks, asks the model where it has something to add, decides, and quotes."""

import dataclasses
import hashlib
from collections import Counter
from typing import Final

from assistant.classify.asking import Ask, scores
from assistant.classify.decide import THRESHOLD, Knowledge, decide
from assistant.classify.evidence import evidence
from assistant.classify.look import Look, Looking
from assistant.classify.result import NOTHING, Evidence, Sorted
from assistant.classify.seen import Decision, Ranked
from assistant.documents.document import Document
from assistant.identifiers.find import find_in
from assistant.identifiers.found import Find, Kind
from assistant.schemes.scheme import Scheme
from assistant.tasks.task import Coverage

#: Told when a text asks for a label.
ASKS: Final = "asks-for-label"


class Sorting:
    """Sorts by one scheme, with what is known of it.

    Attributes:
        known: may be replaced when more has been learnt.
    """

    def __init__(
        self, scheme: Scheme, known: Knowledge, ask: Ask | None, *, threshold: float = THRESHOLD, model: str = ""
    ) -> None:
        self.scheme = scheme
        self.known = known
        self._ask = ask
        self._threshold = threshold
        self._model = model
        self._looking = Looking(scheme)

    def sort(self, document: Document) -> Sorted:
        """The outcome for one document.

        Raises:
            AssistantError: the model cannot answer.
            Stopped: on request.
        """
        if self.scheme.decides == "signals":
            return signals(self.scheme, document)
        look = self.look(document)
        decision = decide(self.known, look.seen, self._threshold)
        return self.outcome(document, look, decision)

    def look(self, document: Document) -> Look:
        """What is known of a document, the model's scores with it.

        Raises:
            AssistantError, Stopped: as ``sort``.
        """
        look = self._looking.look(document)
        if self._ask is None or not look.seen.has_text:
            return look
        found = scores(self.scheme, look.passage, self._ask)
        return dataclasses.replace(look, seen=dataclasses.replace(look.seen, scores=found))

    def outcome(self, document: Document, look: Look, decision: Decision) -> Sorted:
        """What is told of a decision."""
        likeliest = decision.label or decision.ranking[0].label
        return Sorted(
            decision=decision,
            evidence=evidence(look, likeliest),
            coverage=look.coverage,
            digest=digest(document),
            seen=look.seen,
            notices=(ASKS,) if look.seen.asked else (),
            model=self._model if look.seen.scores else "",
        )


def again(outcome: Sorted, known: Knowledge, threshold: float = THRESHOLD) -> Sorted:
    """The outcome decided anew by what is known now, without reading the document or asking the model."""
    return dataclasses.replace(outcome, decision=decide(known, outcome.seen, threshold))


def digest(document: Document) -> str:
    """Tells the same text again."""
    return hashlib.sha256(document.text.encode()).hexdigest()


def signals(scheme: Scheme, document: Document) -> Sorted:
    """The weightiest signal that the program finds, and the others; the scheme's order says which weighs most."""
    finds = find_in(document)
    counts = Counter(code for find in finds for code in _signals(scheme, find))
    met = [label.code for label in scheme.answers if counts[label.code]]
    first = next((find for find in finds if met and met[0] in _signals(scheme, find)), None)
    numbers = {paragraph.number: paragraph for paragraph in document.paragraphs}
    quote = (
        Evidence(_around(numbers[first.paragraph].text, first), first.paragraph, first.page) if first else Evidence()
    )
    paragraphs = len(document.paragraphs)
    return Sorted(
        decision=Decision(
            met[0] if met else "",
            1.0 if met else 0.0,
            tuple(Ranked(code, 1.0) for code in met),
            "" if met else "no-signal",
        ),
        evidence=quote,
        coverage=Coverage(paragraphs, paragraphs),
        digest=digest(document),
        seen=NOTHING,
    )


def _signals(scheme: Scheme, find: Find) -> list[str]:
    kind = find.span.kind
    if kind is Kind.SIGNAL:
        return [find.span.signal]
    return [label.code for label in scheme.answers if kind.value in label.finds]


_AROUND: Final = 120


def _around(text: str, find: Find) -> str:
    start, end = max(0, find.span.start - _AROUND), find.span.end + _AROUND
    return ("… " if start else "") + text[start:end].strip() + (" …" if end < len(text) else "")
