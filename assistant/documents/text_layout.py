"""Plain text that is set in columns by spaces: fields with their values beside them, and tables.

A field whose label or value goes on in the next line is put together: its label on a line, its values each on one of their own.
"""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

#: Finds the rows of a table that the first of some lines begins.
Table = Callable[[Sequence[str]], list[list[str]]]
_GAP = re.compile(r" {3,}|\t+")
_WIDTH = 4
#: Fewer columns are a field and its value; fewer rows may be chance.
_FEWEST_COLUMNS = 3
_FEWEST_ROWS = 2
#: So far from the head of its column a cell may begin.
_NEAR = 3
#: Heads of columns that stand so far in, and are so short, leave out the first.
_INDENTED = 12
_SHORT = 12


def tables(lines: Sequence[str], kinds: Sequence[Table]) -> list[tuple[int, list[list[str]]]]:
    """The tables of these kinds among lines: where each begins, and its rows."""
    found = []
    place = 0
    while place < len(lines):
        rows = next(filter(None, (kind(lines[place:]) for kind in kinds)), [])
        if rows:
            found.append((place, rows))
        place += len(rows) or 1
    return found


def table(lines: Sequence[str]) -> list[list[str]]:
    """The rows of a table whose first line holds the heads of at least three columns, as far as lines fit them; else none."""
    heads = pieces(lines[0])
    under = pieces(lines[1]) if len(lines) > 1 else []
    is_short = len(heads) > 1 and all(len(text) <= _SHORT for _, text in heads)
    if is_short and under and under[0][0] <= _NEAR and heads[0][0] > _INDENTED:
        heads = [(0, ""), *heads]  # the column of names has no head
    if len(heads) < _FEWEST_COLUMNS:
        return []
    rows = [[text for _, text in heads]]
    for line in lines[1:]:
        cells = _cells(line, heads)
        if not cells:
            break
        rows.append(cells)
    return rows if len(rows) > _FEWEST_ROWS else []


def _cells(line: str, heads: Sequence[tuple[int, str]]) -> list[str]:
    """The cells of a line under these heads; none where it does not fit them."""
    cells = [""] * len(heads)
    found = pieces(line)
    for start, text in found:
        column = column_of(start, start + len(text), heads)
        if column is None or cells[column]:
            return []
        cells[column] = text
    return cells if len(found) > 1 and cells[0] else []


def fields(lines: Sequence[str]) -> list[str]:
    """Lines of labels with values in a column beside them, each field put together; none where there is no such column."""
    if len(lines) < _FEWEST_ROWS or lines[0][:1].isspace():
        return []
    expanded = [line.expandtabs(_WIDTH).rstrip() for line in lines]
    gap = _GAP.search(expanded[0])
    if gap is None:
        return []
    found: list[_Field] = []
    for line in expanded:
        label, value = line[: gap.end()], line[gap.end() :].strip()
        if value and not label.endswith("  "):
            return []
        label = label.strip()
        if not found or label[:1].isupper() or re.match(r"\W", label):
            found.append(_Field())
        if label:
            found[-1].labels.append(label)
        if value:
            found[-1].values.append(value)
    return [line for each in found for line in each.lines()]


@dataclass
class _Field:
    labels: list[str] = field(default_factory=list)
    values: list[str] = field(default_factory=list)

    def lines(self) -> list[str]:
        label = " ".join(self.labels)
        return [f"{label} {self.values[0]}"] if len(self.values) == 1 else [*filter(None, (label,)), *self.values]


def pieces(line: str) -> list[tuple[int, str]]:
    """What stands in a line between wide gaps, and where it begins."""
    line = line.expandtabs(_WIDTH)
    return [(match.start(), match.group().strip()) for match in re.finditer(r"\S(?:.*?\S)??(?= {3,}|\s*$)", line)]


def are_beside(line: str, after: str) -> bool:
    """Whether two lines are set in the same two columns, so that neither goes on in the other."""
    one, other = pieces(line), pieces(after)
    return len(one) > 1 and len(other) > 1 and abs(one[1][0] - other[1][0]) <= _NEAR


def column_of(start: int, end: int, heads: Sequence[tuple[int, str]]) -> int | None:
    """The head under which something stands, from where it begins to where it ends."""
    for n, (at, text) in enumerate(heads):
        if abs(start - at) <= _NEAR or (start < at + len(text) and end > at):
            return n
    return None
