"""A result for a printer, as lines with roles, and for the clipboard, as bare text. What is said is decided in ``parts.py``."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from itertools import groupby

from assistant.export import parts
from assistant.tasks.task import Block, BlockKind, Result
from assistant.wording import Words


@dataclass(frozen=True)
class Line:
    """One line of a printed result.

    Attributes:
        role: ``title``, ``banner``, ``heading``, ``text``, ``item``, ``row`` or ``small``.
        text: what it says.
        cells: of a row.
    """

    role: str
    text: str
    cells: tuple[str, ...] = ()


def lines(result: Result, words: Words) -> list[Line]:
    """The whole result: blocks with marks, then sources, doubts, what was read and how it was made."""
    return [
        Line("title", parts.title(result, words)),
        Line("banner", parts.banner(result, words)),
        *(_line(block, result, words) for block in result.blocks),
        *_around(result, words),
    ]


def bare(result: Result, chosen: Collection[int], words: Words) -> str:
    """The words of some blocks, of all when none are named, with their doubts; the cells of rows with tabs between them."""
    blocks = [block for index, block in enumerate(result.blocks) if not chosen or index in chosen]
    written = []
    for kind, run in groupby(blocks, key=lambda block: block.kind):
        texts = [_bare(block, words) for block in run]
        written.append(("\n" if kind in (BlockKind.ITEM, BlockKind.ROW) else "\n\n").join(texts))
    return "\n\n".join(written)


def _bare(block: Block, words: Words) -> str:
    doubt = parts.doubt(block, words)
    if block.kind is BlockKind.ROW:
        return "\t".join((*parts.cells(block), *([doubt] if doubt else [])))
    dash = "– " if block.kind is BlockKind.ITEM else ""
    return " ".join(filter(None, (dash + "\n".join(parts.lines(block.text)), doubt)))


def _line(block: Block, result: Result, words: Words) -> Line:
    mark = parts.mark(block, result, words)
    if block.kind is BlockKind.ROW:
        cells = parts.cells(block)
        return Line("row", "", (*cells[:-1], " ".join(filter(None, (cells[-1], mark)))))
    role = {BlockKind.HEADING: "heading", BlockKind.ITEM: "item"}.get(block.kind, "text")
    text = "\n".join(parts.lines(block.text))
    return Line(role, text if role == "heading" else " ".join(filter(None, (text, mark))))


def _around(result: Result, words: Words) -> Iterator[Line]:
    quotes, found = parts.quotes(result, words), parts.findings(result, words)
    if quotes:
        yield Line("heading", words("Sources"))
        yield from (Line("small", text) for text in parts.documents(result))
        yield from (Line("small", f"{place}  {words.quoted(quote)}") for place, quote in quotes)
    if found:
        yield Line("heading", words("To check"))
    for excerpt, said in found:
        if excerpt:
            yield Line("text", words.quoted(excerpt))
        yield from (Line("item", text) for text in said)
    yield Line("heading", words("Read"))
    yield from (Line("small", text) for text in parts.reading(result, words))
    yield Line("heading", words("How this was made"))
    yield from (Line("small", f"{label}: {value}") for label, value in parts.making(result, words))
