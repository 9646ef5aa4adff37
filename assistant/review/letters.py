"""What is told of a document as a whole besides its language: requests to a program, and what a decision letter lacks."""

import dataclasses

from assistant.decisions.check import findings, is_decision
from assistant.declining import hidden
from assistant.documents.document import Document
from assistant.tasks.task import Finding


def looks_like_decision(document: Document) -> bool:
    """Whether it is a letter that tells somebody of a decision."""
    return is_decision([paragraph.text for paragraph in document.paragraphs])


def told(document: Document, *, as_decision: bool | None = None, is_protected: bool = False) -> list[Finding]:
    """The findings; ``block`` is the paragraph's number, where there is one.

    Args:
        document: the document.
        as_decision: whether it is checked as a decision letter; None when it looks like one.
        is_protected: names are left out of it under förvaltningslagen 33 § fourth paragraph.

    Raises:
        SettingsError: the checks' data cannot be read.
    """
    texts = [paragraph.text for paragraph in document.paragraphs]
    found = hidden(texts)
    if looks_like_decision(document) if as_decision is None else as_decision:
        found += findings(texts, is_protected=is_protected)
    return [
        each if each.block is None else dataclasses.replace(each, block=document.paragraphs[each.block].number)
        for each in found
    ]
