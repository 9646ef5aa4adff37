"""The door: everything that is found in a text or a document, each place once, in order."""

import bisect
from collections.abc import Iterable, Iterator
from datetime import date
from itertools import accumulate

from assistant.documents.document import Document
from assistant.identifiers import banks, cases, contacts, persons, words
from assistant.identifiers.found import Find, Kind, Span


def find(text: str, kinds: Iterable[Kind] = tuple(Kind), today: date | None = None) -> list[Span]:
    """What is found in a text, in order. Where two finds lie over each other, the one whose form says more is kept.

    Args:
        text: the text; nothing is found across its line breaks.
        kinds: what to look for.
        today: nobody was born after it; default the day it is.

    Raises:
        SettingsError, SchemeError: the organisation's own patterns or signals are wrong.
    """
    wanted = frozenset(kinds)
    taken = bytearray(len(text))
    found: list[Span] = []
    for span in _all(text, today):
        if taken.find(1, span.start, span.end) >= 0:
            continue
        taken[span.start : span.end] = b"\1" * (span.end - span.start)
        if span.kind in wanted:
            found.append(span)
    return sorted(found, key=lambda span: span.start)


def find_in(document: Document, kinds: Iterable[Kind] = tuple(Kind), today: date | None = None) -> list[Find]:
    """What is found in a document, with its paragraph; a place counts from the paragraph's beginning.

    Raises:
        SettingsError, SchemeError: as ``find``.
    """
    paragraphs = document.paragraphs
    begins = list(accumulate((len(paragraph.text) + 1 for paragraph in paragraphs), initial=0))
    text = "\n".join(paragraph.text.replace("\n", " ") for paragraph in paragraphs)
    finds = []
    for span in find(text, kinds, today):
        place = bisect.bisect_right(begins, span.start) - 1
        begin = begins[place]
        within = Span(span.kind, span.start - begin, span.end - begin, span.is_sure, span.marks, span.signal)
        finds.append(Find(within, text[span.start : span.end], paragraphs[place].number, paragraphs[place].page))
    return finds


def _all(text: str, today: date | None) -> Iterator[Span]:
    """Every find, those whose form says most first."""
    yield from banks.ibans(text)
    yield from contacts.emails(text)
    people = list(persons.detect(text, today))
    yield from banks.accounts(text)
    yield from (span for span in people if span.is_sure)
    yield from cases.detect(text, cases.rules())
    yield from people
    giros = [*banks.bankgiros(text), *banks.plusgiros(text)]
    yield from (span for span in giros if span.is_sure or span.marks)
    yield from contacts.addresses(text)
    phones = list(contacts.phones(text))
    yield from (span for span in phones if span.is_sure)
    yield from giros
    yield from phones
    yield from words.detect(text)
