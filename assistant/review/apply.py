"""Puts accepted wordings into a text: each where the old words stand, and only if they still do."""

import dataclasses
from collections.abc import Iterable

from assistant.documents.document import Document, Paragraph
from assistant.review.remark import Remark


def fits(text: str, remark: Remark) -> bool:
    """Whether the words of a remark stand where it says, and there is a wording for them."""
    return bool(remark.proposal) and text[remark.start : remark.end] == remark.text and remark.end > remark.start


def replaced(text: str, accepted: Iterable[Remark]) -> tuple[str, list[Remark]]:
    """A paragraph's text with the accepted wordings, and those that could not be put in.

    The last place comes first, so that no place moves; of two that lie over each other, the one that begins last is put in.
    """
    left: list[Remark] = []
    begin = len(text) + 1
    for remark in sorted(accepted, key=lambda each: (each.start, each.end), reverse=True):
        if remark.end > begin or not fits(text, remark):
            left.append(remark)
            continue
        text = text[: remark.start] + remark.proposal + text[remark.end :]
        begin = remark.start
    return text, left[::-1]


def applied(document: Document, accepted: Iterable[Remark]) -> tuple[Document, list[Remark]]:
    """The document with the accepted wordings, and those that could not be put in; a row's cells are changed with it."""
    by_number: dict[int, list[Remark]] = {}
    for remark in accepted:
        by_number.setdefault(remark.paragraph, []).append(remark)
    paragraphs, left = [], []
    for paragraph in document.paragraphs:
        wanted = by_number.pop(paragraph.number, [])
        text, over = replaced(paragraph.text, wanted)
        left += over
        paragraphs.append(_with_text(paragraph, text))
    left += [remark for remarks in by_number.values() for remark in remarks]
    return dataclasses.replace(document, paragraphs=tuple(paragraphs)), left


def _with_text(paragraph: Paragraph, text: str) -> Paragraph:
    if text == paragraph.text:
        return paragraph
    cells = tuple(text.split(" | ")) if paragraph.cells else ()
    if len(cells) != len(tuple(filter(None, paragraph.cells))):
        return dataclasses.replace(paragraph, text=text, cells=())
    new = iter(cells)
    return dataclasses.replace(paragraph, text=text, cells=tuple(next(new) if cell else "" for cell in paragraph.cells))
