"""Headings that say nothing of what stands under them: *Allmänt*, *Information*; as a title also *Beslut*."""

import functools
import re
from collections.abc import Iterable, Iterator

from assistant.review.reading import Read
from assistant.review.remark import Remark, Rule
from assistant.review.rules import data


def empty_headings(reads: Iterable[Read]) -> Iterator[Remark]:
    """The headings of a text that have no message."""
    is_first = True
    for read in reads:
        if not read.is_heading:
            continue
        said = re.sub(r"^[\d.)§\s]+|[\s:.!?]+$", "", read.text).lower()
        is_empty = said in _said("nothing") or (bool(said) and all(word in _said("empty") for word in said.split()))
        reason = "nothing" if is_empty else "title" if is_first and said in _said("title") else ""
        is_first = False
        if reason:
            paragraph = read.paragraph
            yield Remark(
                Rule.HEADING, paragraph.number, paragraph.page, 0, len(read.text), read.text,
                {"text": read.text, "reason": reason},
            )  # fmt: skip


@functools.cache
def _said(name: str) -> frozenset[str]:
    return frozenset(each.replace("_", " ") for each in data("headings")[name].split())
