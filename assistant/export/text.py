"""A result as plain text, calm enough to be read in a terminal."""

import textwrap
from collections.abc import Sequence
from typing import Final

from assistant.export import parts
from assistant.tasks.task import Block, BlockKind, Result
from assistant.wording import Words

_WIDTH: Final = 100
_GAP: Final = "  "


def render(result: Result, words: Words, *, banner: bool = True) -> str:
    """The whole result: blocks with marks, then sources, doubts, what was read and how it was made."""
    head = [_underlined(parts.title(result, words), "=")]
    if banner:
        head.append(_wrapped(parts.banner(result, words)))
    body = ["\n".join(_run(kind, run, result, words)) for kind, run in parts.runs(result.blocks)]
    return "\n\n".join([*head, *body, *_around(result, words)]) + "\n"


def _run(kind: BlockKind, blocks: Sequence[Block], result: Result, words: Words) -> list[str]:
    if kind is BlockKind.HEADING:
        return ["\n\n".join(_underlined(parts.line(block.text), "-") for block in blocks)]
    if kind is BlockKind.ROW:
        return _table(blocks, result, words)
    if kind is BlockKind.ITEM:
        return [_wrapped(_marked(block, result, words), first="- ", rest="  ") for block in blocks]
    return ["\n\n".join(_wrapped(_marked(block, result, words)) for block in blocks)]


def _marked(block: Block, result: Result, words: Words) -> str:
    return " ".join(filter(None, (block.text, parts.mark(block, result, words))))


def _table(blocks: Sequence[Block], result: Result, words: Words) -> list[str]:
    """Columns under each other where they fit in the width, else the cells after each other; the marks last."""
    rows = [(parts.cells(block), parts.mark(block, result, words)) for block in blocks]
    columns = max(len(cells) for cells, _ in rows)
    widths = [max(len(cells[n]) if n < len(cells) else 0 for cells, _ in rows) for n in range(columns)]
    if sum(widths) + len(_GAP) * columns + max(len(mark) for _, mark in rows) > _WIDTH:
        return [_wrapped(" | ".join(cells) + f" {mark}", rest="    ") for cells, mark in rows]
    padded = [[*cells, *[""] * (columns - len(cells)), mark] for cells, mark in rows]
    return [
        _GAP.join(cell.ljust(width) for cell, width in zip(row, [*widths, 0], strict=True)).rstrip() for row in padded
    ]


def _around(result: Result, words: Words) -> list[str]:
    quotes = parts.quotes(result, words)
    found = parts.findings(result, words)
    sections = []
    if quotes:
        cited = [_wrapped(f"{place}  {words.quoted(quote)}", rest="    ") for place, quote in quotes]
        sections.append((words("Sources"), [*parts.documents(result), *cited]))
    if found:
        sections.append(
            (
                words("To check"),
                [text for excerpt, said in found for text in _doubts(excerpt and words.quoted(excerpt), said)],
            )
        )
    sections.append((words("Read"), [_wrapped(text) for text in parts.reading(result, words)]))
    made = [_wrapped(f"{label}: {value}", rest="    ") for label, value in parts.making(result, words)]
    sections.append((words("How this was made"), made))
    return [f"{_underlined(heading, '-')}\n" + "\n".join(said) for heading, said in sections]


def _doubts(excerpt: str, said: Sequence[str]) -> list[str]:
    if not excerpt:
        return [_wrapped(text, first="- ", rest="  ") for text in said]
    return [_wrapped(excerpt), *(_wrapped(text, first="  - ", rest="    ") for text in said)]


def _underlined(heading: str, line: str) -> str:
    wrapped = _wrapped(heading)
    return f"{wrapped}\n{line * max(map(len, wrapped.splitlines()), default=0)}"


def _wrapped(text: str, first: str = "", rest: str = "") -> str:
    """The text in lines of at most the width, cut only at spaces."""
    found: list[str] = []
    for line in parts.lines(text):
        begins = rest if found else first
        found += textwrap.wrap(
            line,
            _WIDTH,
            initial_indent=begins,
            subsequent_indent=rest,
            break_long_words=False,
            break_on_hyphens=False,
        ) or [begins.rstrip()]
    return "\n".join(found)
