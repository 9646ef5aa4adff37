"""A result as Markdown. What documents and the model wrote is escaped: it stays text, never a link, an image or HTML."""

import re
from collections.abc import Iterable, Sequence
from typing import Final

from assistant.export import parts
from assistant.tasks.task import Block, BlockKind, Result
from assistant.wording import Words

# CommonMark lets a backslash stand before any ASCII punctuation; these can begin something inside a line. The colon and
# the full stop are for bare addresses: GitHub's dialect makes links of some, other programs of all that looks like a domain.
# A number sign that ends a heading would be taken for its end.
_INSIDE: Final = re.compile(
    r"[\\`*_\[\]<>&|~$@]|#(?=\s*$)|(?<=/)/|(?<=\w):(?=//)|(?<=www)\.|(?<=mailto):|(?<=xmpp):"
    r"|(?<=\w)\.(?=(?:[a-z]{2}|aero|asia|biz|com|coop|edu|gov|info|museum|name|net|org|pro|shop|web|xxx|xn--\w+|рф)"
    r"(?![^\W_]))",
    re.IGNORECASE,
)
_AT_THE_START: Final = re.compile(r"^(?:([#+=-])|(\d+)([.)])(?=\s|$))")


def render(result: Result, words: Words, *, banner: bool = True) -> str:
    """The whole result: blocks with marks, then sources, doubts, what was read and how it was made."""
    head = [f"# {escaped(parts.title(result, words))}"]
    if banner:
        head.append(f"*{escaped(parts.banner(result, words))}*")
    body = [_run(kind, run, result, words) for kind, run in parts.runs(result.blocks)]
    return "\n\n".join([*head, *body, *_around(result, words)]) + "\n"


def escaped(text: str) -> str:
    """The text on one line, where nothing means anything to Markdown."""
    inside = _INSIDE.sub(lambda match: f"\\{match.group()}", parts.line(text))
    return _AT_THE_START.sub(lambda match: f"\\{match[1]}" if match[1] else f"{match[2]}\\{match[3]}", inside)


def _run(kind: BlockKind, blocks: Sequence[Block], result: Result, words: Words) -> str:
    if kind is BlockKind.ROW:
        return _table(blocks, result, words)
    if kind is BlockKind.ITEM:
        return _listed(_marked(block, result, words) for block in blocks)
    if kind is BlockKind.HEADING:
        return "\n\n".join(f"## {escaped(block.text)}" for block in blocks)
    return "\n\n".join(_marked(block, result, words) for block in blocks)


def _marked(block: Block, result: Result, words: Words) -> str:
    """The block's lines, joined by hard breaks, and its mark."""
    text = "\\\n".join(escaped(line) for line in parts.lines(block.text))
    return f"{text} {escaped(parts.mark(block, result, words))}".strip()


def _table(blocks: Sequence[Block], result: Result, words: Words) -> str:
    """The first row is the head, which Markdown's tables must have; the marks are a last column."""
    rows = [[*parts.cells(block), parts.mark(block, result, words)] for block in blocks]
    columns = max(map(len, rows))
    rows = [[*row[:-1], *[""] * (columns - len(row)), row[-1]] for row in rows]
    lines = [f"| {' | '.join(escaped(cell) for cell in row)} |" for row in rows]
    return "\n".join([lines[0], f"|{' --- |' * columns}", *lines[1:]])


def _around(result: Result, words: Words) -> list[str]:
    found: list[str] = []
    quotes = parts.quotes(result, words)
    if quotes:
        cited = _listed(f"{escaped(place)}: {words.quoted(escaped(quote))}" for place, quote in quotes)
        names = [_listed(map(escaped, parts.documents(result)))] if parts.documents(result) else []
        found += [f"## {words('Sources')}", *names, cited]
    doubts = parts.findings(result, words)
    if doubts:
        found.append(f"## {words('To check')}")
        for excerpt, said in doubts:
            found += [words.quoted(escaped(excerpt))] if excerpt else []
            found.append(_listed(map(escaped, said)))
    found += [f"## {words('Read')}", _listed(map(escaped, parts.reading(result, words)))]
    made = (f"{escaped(label)}: {escaped(value)}" for label, value in parts.making(result, words))
    return [*found, f"## {words('How this was made')}", _listed(made)]


def _listed(items: Iterable[str]) -> str:
    return "\n".join(f"- {item}" for item in items)
