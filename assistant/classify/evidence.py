"""The words of a document that speak most for a label, copied from it, with their place."""

from collections import Counter
from collections.abc import Sequence
from typing import Final

from assistant.classify.look import Look
from assistant.classify.result import Evidence
from assistant.documents.document import MARGINAL, Paragraph
from assistant.sentences import sentences

_LONGEST: Final = 300
_EARLY: Final = 1_000


def evidence(look: Look, label: str) -> Evidence:
    """The sentence with most of what is typical of the label; where nothing is, the document's first words."""
    counts: Counter[int] = Counter()
    for hit in look.hits:
        if hit.label == label:
            # Early and longer phrases say more, as they do when they are weighed.
            counts[hit.paragraph] += 1 + hit.what.count(" ") + (hit.place < _EARLY)
    by_number = {paragraph.number: paragraph for paragraph in look.paragraphs}
    if counts:
        best = by_number[max(counts, key=lambda number: (counts[number], -number))]
        return _quoted(
            best, [hit.what.rstrip("*") for hit in look.hits if hit.label == label and hit.paragraph == best.number]
        )
    running = [paragraph for paragraph in look.paragraphs if paragraph.kind not in MARGINAL]
    return _quoted(running[0], []) if running else Evidence()


def _quoted(paragraph: Paragraph, phrases: Sequence[str]) -> Evidence:
    parts = sentences(paragraph.text) or [paragraph.text]
    best = max(parts, key=lambda part: sum(phrase in part.lower() for phrase in phrases if phrase))
    quote = best if len(best) <= _LONGEST else f"{best[:_LONGEST].rsplit(' ', 1)[0]} …"
    return Evidence(quote, paragraph.number, paragraph.page)
