"""The door: what is hard to read in a document, in order of place. No model, and nothing is changed."""

from assistant.documents.document import Document, Paragraph
from assistant.language import detect
from assistant.review.address import mixed_address
from assistant.review.dates import all_dates
from assistant.review.headings import empty_headings
from assistant.review.length import heavy, long_sentences, measured, whole
from assistant.review.nominal import nominal
from assistant.review.old import old_words
from assistant.review.passive import passives
from assistant.review.reading import read
from assistant.review.remark import Remark, Review, Rule
from assistant.review.short import unexplained
from assistant.review.terms import legal_terms

#: The rules that look at one paragraph at a time.
_BY_PARAGRAPH = (long_sentences, passives, nominal, old_words, heavy)
_ORDER = {rule: place for place, rule in enumerate(Rule)}


def review(document: Document) -> Review:
    """What the rules find in a Swedish text; the caller sees to its language (``is_swedish``).

    Raises:
        SettingsError: the rules' data cannot be read.
    """
    reads = read(document)
    measures = measured(reads)
    found: list[Remark] = [remark for one in reads for rule in _BY_PARAGRAPH for remark in rule(one)]
    for rule in (unexplained, mixed_address, empty_headings, legal_terms):
        found += rule(reads)
    found += [*all_dates(reads), *whole(reads, measures)]
    return Review(tuple(sorted(found, key=_place)), measures)


def is_swedish(document: Document) -> bool:
    """Whether the rules, which are for Swedish, say anything of the text; a text too short to tell counts as Swedish."""
    return detect(document.text) in {"sv", None}


def of_text(text: str, name: str = "") -> Document:
    """A text as a document: a paragraph a line, those that are not empty."""
    lines = [line.strip() for line in text.splitlines() if line.strip()]
    return Document(name, "txt", tuple(Paragraph(number, line) for number, line in enumerate(lines, 1)))


def _place(remark: Remark) -> tuple[int, int, int]:
    return remark.paragraph, remark.start, _ORDER[remark.rule]
