"""The versions of one result, and what makes a new one of an old one. Values and functions on them; no Qt, no words."""

import dataclasses
import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from assistant.tasks.task import Block, BlockKind, Finding, Origin, Result, Status

#: In place of a cell's number: the text of a block that has no cells.
TEXT: Final = -1
_KINDS: Final = frozenset({"bullets", "plain", "minutes", "extract"})


@dataclass(frozen=True)
class Version:
    """A result as it stood after one act.

    Attributes:
        number: counted from 1 in the order they came.
        result: what it holds.
        act: a code: ``made``, ``again``, ``edited``, ``removed`` or ``changed``; the words are in ``about.py``.
        when: it came.
        basis: the number of the version it was made from; 0 when it was made from the document.
        what: the text that was concerned, or what was asked for: a wish, or the kind of summary.
    """

    number: int
    result: Result
    act: str
    when: datetime
    basis: int = 0
    what: str = ""


def kind_of(result: Result) -> str:
    """What kind of text a task has made, by the prompts it used."""
    used = re.findall(r"(\w+)@", result.provenance.prompt)
    return next((name for name in used if name in _KINDS), "general")


def text_of(block: Block, cell: int) -> str:
    """The text of a block or of one of its cells."""
    return block.cells[cell] if 0 <= cell < len(block.cells) else block.text


def with_text(block: Block, cell: int, text: str, origin: Origin) -> Block:
    """The block reworded. What the program found about the old words no longer counts."""
    if 0 <= cell < len(block.cells):
        cells = (*block.cells[:cell], text, *block.cells[cell + 1 :])
        block = dataclasses.replace(block, cells=cells, text=" | ".join(cells))
    else:
        block = dataclasses.replace(block, text=text)
    return dataclasses.replace(block, sources=(), status=Status.NOT_CHECKED, origin=origin)


def with_block(result: Result, index: int, block: Block, findings: Sequence[Finding] = ()) -> Result:
    """The result with another block in a place, and with these findings on it instead of the former."""
    blocks = (*result.blocks[:index], block, *result.blocks[index + 1 :])
    kept = tuple(each for each in result.findings if each.block != index)
    new = tuple(dataclasses.replace(each, block=index) for each in findings)
    return dataclasses.replace(result, blocks=blocks, findings=(*kept, *new))


def without(result: Result, removed: frozenset[int]) -> Result:
    """The result without some blocks and the findings on them."""
    places = [index for index in range(len(result.blocks)) if index not in removed]
    moved = {old: new for new, old in enumerate(places)}
    findings = tuple(
        each if each.block is None else dataclasses.replace(each, block=moved[each.block])
        for each in result.findings
        if each.block is None or each.block in moved
    )
    return dataclasses.replace(result, blocks=tuple(result.blocks[index] for index in places), findings=findings)


def with_checked(result: Result, before: Block, after: Block, findings: Sequence[Finding]) -> Result:
    """The result with what the program has found about a block, wherever it stands in it; unchanged where it does not."""
    for index, block in enumerate(result.blocks):
        if block == before:
            result = with_block(result, index, after, findings)
    return result


def is_head_row(result: Result, index: int) -> bool:
    """Whether a block is a table's first row, which names its columns."""
    blocks = result.blocks
    return blocks[index].kind is BlockKind.ROW and (not index or blocks[index - 1].kind is not BlockKind.ROW)


def is_unsupported(block: Block) -> bool:
    """Whether the program looked for support and found none."""
    return block.kind is not BlockKind.HEADING and block.status is Status.UNSUPPORTED
