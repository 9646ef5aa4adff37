"""The plain-language review without a model: what a document of twenty pages takes."""

import time

from assistant.documents.document import Document
from assistant.documents.read import read_bytes
from assistant.review.letters import told
from assistant.review.review import review
from benchmarks.texts import pages

_PAGES = 20
_TRIES = 3
#: Sentences that break many rules, as letters of the old kind do.
_STIFF = (
    "Sökanden anmodas att inkomma med erforderliga handlingar enl. LSS, och samtliga uppgifter beträffande resorna skall"
    " översändas senast den 3/5 2025. Utbetalning sker efter prövning av ansökan om beviljande av ledsagare."
)


def measure(_asked: str | None) -> list[dict[str, object]]:
    """Twenty pages with few remarks and with many; the slowest of some tries counts."""
    text = pages(_PAGES)
    return [_row("few remarks", text), _row("many remarks", text.replace(". ", f". {_STIFF} ")[: len(text)])]


def _row(name: str, text: str) -> dict[str, object]:
    document: Document = read_bytes(text.encode(), "a.txt")
    seconds = 0.0
    for _ in range(_TRIES):
        began = time.perf_counter()
        found = review(document)
        told(document)
        seconds = max(seconds, time.perf_counter() - began)
    return {
        "twenty pages with": name,
        "words": found.measures.words,
        "remarks": len(found.remarks),
        "seconds": round(seconds, 2),
    }
