"""Names that plain text sets beside each other by spaces: attendance, who voted how, and those who sign.

A name with a party in brackets is known as one anywhere, so two of them on a line are two columns and not a sentence.
"""

import re
from collections.abc import Iterable, Iterator, Sequence

from assistant.documents.text_layout import column_of, pieces

_WORD = r"[A-ZÅÄÖÉÜ][\wÀ-ÿ’'.-]*"
_NAME = re.compile(rf"{_WORD}(?: (?:von |af |av |de )?{_WORD}){{1,3}}$")
_MEMBER = re.compile(rf"{_WORD}(?: [\wÀ-ÿ’'.-]+){{1,4}} \([A-ZÅÄÖa-zåäö–-]{{1,5}}\)")
_FEWEST_ROWS = 2
#: A label beside a table of people.
_LONGEST_HEAD = 40


def roll(lines: Sequence[str]) -> list[list[str]]:
    """The rows of people in columns whose heads are the first line, as far as lines fit them; none where there are not two."""
    heads = pieces(lines[0])
    if len(heads) < _FEWEST_ROWS or any(len(text) > _LONGEST_HEAD for _, text in heads):
        return []
    rows = [[text for _, text in heads]]
    beside = 0
    for line in lines[1:]:
        cells = [""] * len(heads)
        for start, text in pieces(line):
            column = column_of(start, start + len(text), heads)
            if column is None or cells[column] or not _MEMBER.match(text):
                return _whole(rows, beside)
            cells[column] = text
        rows.append(cells)
        beside += sum(map(bool, cells)) > 1
    return _whole(rows, beside)


def _whole(rows: list[list[str]], beside: int) -> list[list[str]]:
    beside += sum(bool(_MEMBER.match(cell)) for cell in rows[0]) > 1
    return rows if beside >= _FEWEST_ROWS else []


def signed(lines: Iterable[str]) -> Iterator[str]:
    """The lines, with names alone that stand beside each other as a line each."""
    for line in lines:
        names = [text for _, text in pieces(line)]
        if len(names) > 1 and all(map(_NAME.match, names)):
            yield from names
        else:
            yield line
