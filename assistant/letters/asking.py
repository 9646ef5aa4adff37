"""What an incoming letter asks for, sentence by sentence and without a model, and what in it speaks to whoever writes the answer.

The words that tell are data: ``resources/asking.toml``. Points and rows that follow *we ask for the following:* are asked for too.
"""

import functools
import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from assistant import paths
from assistant.checks.claims import ClaimKind, claims
from assistant.documents.document import MARGINAL, Document, Paragraph, ParagraphKind
from assistant.sentences import sentences
from assistant.tasks.task import Source

#: Lines of a list, and the number before one.
_LINES: Final = frozenset({ParagraphKind.ITEM, ParagraphKind.ROW})
_NUMBER: Final = re.compile(r"\W*(?:\d{1,2}|[a-z])(?:[.)]\s*\|?|\s*\|)\s*")


@dataclass(frozen=True)
class Asked:
    """A question or a demand of the incoming letter.

    Attributes:
        kind: ``question`` or ``demand``.
        text: the sentence, word for word.
        source: where it stands.
        deadline: the date by which it wants it, as written; empty when it names none.
    """

    kind: str
    text: str
    source: Source
    deadline: str = ""


def asked(letter: Document) -> Iterator[Asked]:
    """The questions and demands of a letter, in order; what speaks to whoever writes the answer is none."""
    before: Asked | None = None  # what announces a list, and is asked for by its points
    lines: list[Paragraph] = []
    for paragraph in letter.paragraphs:
        if before and paragraph.kind in _LINES:
            lines.append(paragraph)
            continue
        yield from _listed(letter, before, lines)
        before, lines = None, []
        for sentence in sentences(paragraph.text):
            if gives_orders(sentence) or not (kind := asks(sentence, paragraph)):
                continue
            each = _asked(letter, paragraph, kind, sentence)
            if sentence.endswith(":") and paragraph.text.endswith(sentence):
                before = each
            else:
                yield each
    yield from _listed(letter, before, lines)


def _asked(letter: Document, paragraph: Paragraph, kind: str, text: str) -> Asked:
    return Asked(kind, text, Source(letter.name, paragraph.number, paragraph.page, text), deadline(text))


def _listed(letter: Document, before: Asked | None, lines: list[Paragraph]) -> Iterator[Asked]:
    """What stands in a list after the words that announce it, or these words where no list follows."""
    if before is None:
        return
    if not lines:
        yield before
    numbered = [_NUMBER.match(line.text) for line in lines]
    for place, (line, number) in enumerate(zip(lines, numbered, strict=True)):
        if line.kind is ParagraphKind.ROW and not place and not number and any(numbered):  # the head of a table
            continue
        text = line.text[number.end() :] if number else line.text
        if text and not gives_orders(text):
            yield _asked(letter, line, asks(text) or before.kind, text)


def asks(sentence: str, paragraph: Paragraph | None = None) -> str:
    """``question`` or ``demand`` when a sentence asks for something, else empty."""
    if paragraph and paragraph.kind in {ParagraphKind.HEADING, *MARGINAL}:
        return ""
    words = patterns()
    if sentence.rstrip('"”» )').endswith("?"):
        return "question"
    if words["none"].search(sentence):
        return ""
    if words["questions"].search(sentence):
        return "question"
    return "demand" if words["demands"].search(sentence) else ""


def gives_orders(text: str) -> bool:
    """Whether a text speaks to whoever or whatever writes the answer."""
    return patterns()["orders"].search(text) is not None


def deadline(sentence: str) -> str:
    """The date by which a sentence wants something."""
    for claim in claims(sentence):
        if claim.kind is ClaimKind.DATE:
            before = sentence[: sentence.find(claim.text)].rstrip()
            if patterns()["deadlines"].search(before[-40:]):
                return claim.text
    return ""


@functools.cache
def patterns() -> dict[str, re.Pattern[str]]:
    """The words that tell, each list as one pattern."""
    entry = tomllib.loads((paths.resources() / "asking.toml").read_text(encoding="utf-8"))
    before = "|".join(entry.pop("deadlines"))
    led = {name: "|".join(entry.pop(name)) for name in ("matters", "dates")}
    found = {
        name: re.compile("|".join(f"(?:{each})" for each in every), re.IGNORECASE) for name, every in entry.items()
    }
    # Where a letter has no line for them, they end its last paragraph.
    closing = "|".join(entry["closings"])
    found["courtesy"] = re.compile(rf"(?:{'|'.join(entry['courtesy'])})\b", re.IGNORECASE)
    found["closings"] = re.compile(rf"(?:^|(?<=[.!?] ))(?:{closing})\b(?=.{{0,60}}$)", re.IGNORECASE)
    found["deadlines"] = re.compile(rf"(?:{before})(?: \w+){{0,3}}$", re.IGNORECASE)
    # A label has a colon after it; angående and the like need none.
    found["matters"] = re.compile(
        rf"^(?:(?:{led['matters']})\s*:\s*|(?:angående|ang\.|regarding|concerning)\s+)+", re.IGNORECASE
    )
    found["dates"] = re.compile(rf"(?:{led['dates']})\s*:?\s", re.IGNORECASE)
    return found
