"""What a text has of its pages: heads, page numbers and stamps that stand among its paragraphs, since plain text has no margins."""

import re
from collections import Counter
from collections.abc import Sequence

from assistant.documents.document import Paragraph, ParagraphKind
from assistant.minutes.labels import label_of
from assistant.minutes.protokoll import PartKind

_STAMP = re.compile(
    r"(?:(?:justerand\w*s? sign\w*|justerandes?|justerarnas sign\w*|justerare sign\w*|justeras(?=\s+bestyrk)"
    r"|bestyrk(?:e?s|ande)|utdragsbestyrkande|ordförandens? sign\w*"
    r"|sign(?:atur)?(?: justerande)?|(?:digitalt )?signera[dt]|(?:detta )?dokument(?:et)? är digitalt signerat.*"
    r"|expedierat(?:/bestyrkt)?|expedierat/bestyrkt.*|sidan? \d+(?: ?(?:av|\() ?\d+\)?)?|\d{1,3} ?\(\d{1,3}\)|\d{1,3}"
    r"|forts(?:ättning)?\.? (?:på )?§ ?\d+.*|§ ?\d+ (?:\(?forts\.?\)?|fortsättning).*)\.?(?:\s+|$))+$",
    re.IGNORECASE,
)
#: A field of the first page, unless it comes again.
_ONCE = re.compile(r"justerandes?$", re.IGNORECASE)
_RUNNING = re.compile(r"protokoll|\bsida\b|\d+ ?\(\d+\)|sammanträdesdatum|^datum\b", re.IGNORECASE)
_FORM = re.compile(r"(?:sammanträdes|besluts)?protokoll(?: (?:blad|sida?|nr)\b.*)?$", re.IGNORECASE)
_PAGE = re.compile(r"\b(?:sida\s*)?\d{1,3} ?\(\d{1,3}\)$", re.IGNORECASE)
_LONGEST = 120
_SHORT = 60
_RUNS = 2
#: So many lines of a page's head may stand above or below its number.
_ROUNDS = 3
#: Of the first page so many lines are its head, which the other pages say again.
_TOP = 8


def furniture(paragraphs: Sequence[Paragraph]) -> set[int]:
    """The numbers of the paragraphs that belong to the pages and not to the text."""
    shapes = Counter(_shape(each.text) for each in paragraphs if len(each.text) < _LONGEST)
    found = {n for n, each in enumerate(paragraphs) if _is_furniture(n, each, shapes[_shape(each.text)])}
    first: dict[str, int] = {}
    for n, each in enumerate(paragraphs):
        first.setdefault(_shape(each.text), n)
    for _ in range(_ROUNDS):
        numbered = {n for n in found if re.search(r"\d", paragraphs[n].text)}
        found |= {
            n
            for n, each in enumerate(paragraphs)
            if n > first[_shape(each.text)]
            and {n - 1, n + 1} & (found if first[_shape(each.text)] < _TOP else numbered)
            and _may_be_a_head(each)
        }
    return {paragraphs[n].number for n in found}


def _is_furniture(n: int, paragraph: Paragraph, often: int) -> bool:
    text = paragraph.text.strip()
    if not any(char.isalnum() for char in text):
        return True
    if _STAMP.match(text) and (often > 1 or not _ONCE.match(text)):
        return True
    if not n or paragraph.kind is not ParagraphKind.TEXT or len(text) >= _LONGEST or not _RUNNING.search(text):
        return False
    return (
        often > _RUNS
        or bool(often > 1 and _FORM.match(text))
        or bool(_PAGE.search(text) and (often > 1 or "protokoll" in text.casefold()))
    )


def _may_be_a_head(paragraph: Paragraph) -> bool:
    """A short line without an end that is no label: the name of the body or the organisation, or the date."""
    text = paragraph.text.strip()
    if (
        paragraph.kind is not ParagraphKind.TEXT
        or len(text) > _SHORT
        or re.search(r"^(?:\w{1,10} )?§|^\d+ ?§|[.:;,]$", text)
    ):
        return False
    label = label_of(paragraph)
    return label is None or label.kind is PartKind.OTHER


def _shape(text: str) -> str:
    return re.sub(r"\d+", "0", text).strip().casefold()
