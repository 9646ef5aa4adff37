"""Minutes that are a table, a row for each §: *§ | Ärende | Beslut*. Each row is written out as a § with its labels."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from assistant.documents.document import Paragraph, ParagraphKind

_NUMBER_HEAD = re.compile(r"(?:§+|nr|nummer|punkt|p\.?|paragraf|#)\.?$", re.IGNORECASE)
_DECIDED = re.compile(r"beslut|ställningstagande|åtgärd/beslut", re.IGNORECASE)
_TITLE = re.compile(r"ärende|rubrik|fråga|punkt|ämne", re.IGNORECASE)
_NUMBER = re.compile(r"(?:§+\s*)?(?P<number>\d{1,4})[.)]?$")
#: A table of contents has a head for its pages, and decides nothing.
_PAGE = re.compile(r"sid(?:a|an|nr)?\.?$", re.IGNORECASE)


def written_out(paragraphs: Sequence[Paragraph]) -> list[Paragraph]:
    """The paragraphs, with each row of such a table as the head of a § and its parts; they keep the number of the row."""
    found: list[Paragraph] = []
    heads: tuple[str, ...] = ()
    for each in paragraphs:
        if each.kind is not ParagraphKind.ROW:
            heads = ()
            found.append(each)
        elif _are_heads(each.cells):
            heads = each.cells
            found.append(each)
        elif heads and len(each.cells) == len(heads) and _NUMBER.match(each.cells[0].strip()):
            found += _section(each, heads)
        else:
            found.append(each)
    return found


def _are_heads(cells: Sequence[str]) -> bool:
    return (
        len(cells) > 2  # noqa: PLR2004 - a number, a title and a decision
        and bool(_NUMBER_HEAD.match(cells[0].strip()))
        and any(_DECIDED.search(cell) for cell in cells[1:])
        and not any(_PAGE.match(cell.strip()) for cell in cells)
    )


def _section(row: Paragraph, heads: Sequence[str]) -> Iterator[Paragraph]:
    """The head of a §, then each cell under the head of its column as a label."""
    number = _NUMBER.match(row.cells[0].strip())
    title = next((n for n, head in enumerate(heads) if n and _TITLE.match(head.strip())), 1)
    written = replace(row, kind=ParagraphKind.HEADING, level=2, cells=())
    yield replace(written, text=f"§ {number['number'] if number else ''} {row.cells[title]}".strip())
    for n, (head, cell) in enumerate(zip(heads, row.cells, strict=True)):
        if n not in {0, title} and cell.strip():
            yield replace(written, level=3, text=head.strip())
            yield replace(written, kind=ParagraphKind.TEXT, level=0, text=cell)
