"""Reads the matters of a notice of meeting (kallelse, föredragningslista): number, title and case numbers.

Kommunallagen (2017:725) 5 kap. 15 §: the notice must state the matters. Their form is custom: a table, or numbered lines.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from assistant.documents.document import MARGINAL, Document, Paragraph, ParagraphKind
from assistant.minutes.heads import case_numbers, is_case_line, title_of

_NUMBERED = re.compile(r"(?P<number>\d{1,3})[.)]?\s+(?P<rest>[A-ZÅÄÖ].*)$")
_HEAD = re.compile(r"(?:ärende\w*|rubrik)\b", re.IGNORECASE)
_LIST = re.compile(r"(?:ärende(?:n|lista|förteckning)?|föredragningslista|dagordning)\s*:?$", re.IGNORECASE)
_LONGEST = 200


@dataclass(frozen=True)
class Called:
    """A matter that a meeting is called to, and the paragraphs where it stands."""

    number: int
    title: str
    case_numbers: tuple[str, ...]
    paragraphs: tuple[int, ...]


def read_agenda(document: Document) -> tuple[Called, ...]:
    """The matters, in order; empty when the document has no list of them."""
    paragraphs = [each for each in document.paragraphs if each.kind not in MARGINAL]
    return _rows(paragraphs) or _lines(paragraphs) or _items(paragraphs)


def _rows(paragraphs: Sequence[Paragraph]) -> tuple[Called, ...]:
    """The rows of a table whose head names *Ärende*; the title is in that column."""
    found: list[Called] = []
    column = -1
    for each in paragraphs:
        if each.kind is not ParagraphKind.ROW:
            column = -1
            continue
        heads = [n for n, cell in enumerate(each.cells) if _HEAD.match(cell)]
        if column < 0:
            column = heads[0] if heads else -1
        elif column < len(each.cells):
            numbered = _NUMBERED.match(each.cells[column])
            number = next(
                (int(cell.rstrip(".")) for cell in each.cells if re.fullmatch(r"\d{1,3}\.?", cell.strip())), 0
            )
            title = numbered["rest"] if numbered else each.cells[column]
            if title.strip():
                number = number or (int(numbered["number"]) if numbered else len(found) + 1)
                cases = tuple(case for cell in each.cells for case in case_numbers(cell))
                found.append(Called(number, title_of(title), cases, (each.number,)))
    return tuple(found)


def _lines(paragraphs: Sequence[Paragraph]) -> tuple[Called, ...]:
    """Lines ``1. Title``, ``2. …`` in a row, each with the case numbers on it or under it."""
    found: list[Called] = []
    for each in paragraphs:
        match = _NUMBERED.match(each.text.strip())
        if match and int(match["number"]) == len(found) + 1 and len(each.text) <= _LONGEST:
            rest = match["rest"]
            found.append(Called(int(match["number"]), title_of(rest), tuple(case_numbers(rest)), (each.number,)))
        elif found and is_case_line(each) and not found[-1].case_numbers:
            last = found[-1]
            found[-1] = Called(last.number, last.title, tuple(case_numbers(each.text)), (*last.paragraphs, each.number))
    return tuple(found) if len(found) > 1 else ()


def _items(paragraphs: Sequence[Paragraph]) -> tuple[Called, ...]:
    """A list under a heading such as *Ärenden*, whose numbers a word processor has made."""
    found: list[Called] = []
    is_inside = False
    for each in paragraphs:
        if _LIST.match(each.text.strip()):
            is_inside = True
        elif is_inside and each.kind is ParagraphKind.ITEM and each.level == 1:
            found.append(Called(len(found) + 1, title_of(each.text), tuple(case_numbers(each.text)), (each.number,)))
        elif is_inside and each.kind is ParagraphKind.HEADING:
            is_inside = False
    return tuple(found)
