"""Names that plain text sets beside each other by spaces: attendance, who voted how, and those who sign.

A name with a party in brackets is known as one anywhere, so two of them on a line are two columns and not a sentence.
"""

import re
from collections.abc import Iterable, Iterator, Sequence

from assistant.documents.text_layout import column_of, pieces

_WORD = r"[A-ZÅÄÖÉÜ][\wÀ-ÿ’'.-]*"
_NAME = re.compile(rf"{_WORD}(?: (?:von |af |av |de )?{_WORD}){{1,3}}$")
_MEMBER = re.compile(rf"{_WORD}(?: [\wÀ-ÿ’'.-]+){{1,4}} \([A-ZÅÄÖa-zåäö–-]{{1,5}}\)")
_ROLE = re.compile(r"(?:mötes|stämmo)?ordförande|sekreterare|(?:protokolls?)?justerare", re.IGNORECASE)
_TITLE = re.compile(
    r"(?:(?:\d:?[ea]|förste|andre) )?(?:vice )?[\w-]*(?:ordförande|sekreterare|chef|direktör|strateg|ledare"
    r"|handläggare|controller|ekonom|jurist)(?:,? §.{0,30})?"
    r"|(?:ledamot|ersättare|ersätter|tjänstgör|i stället för|§).{0,60}",
    re.IGNORECASE,
)
_FEWEST_ROWS = 2
#: A name and a title.
_TITLED = 2
#: A label beside a table of people.
_LONGEST_HEAD = 40


def roll(lines: Sequence[str]) -> list[list[str]]:
    """The rows of people in columns whose heads are the first line, as far as lines fit them; none where there are not two."""
    heads = pieces(lines[0])
    if len(heads) < _FEWEST_ROWS or any(len(text) > _LONGEST_HEAD for _, text in heads):
        return []
    rows = [[text for _, text in heads]]
    is_people = bool(_MEMBER.match(heads[0][1]) or _NAME.match(heads[0][1]))
    is_titled = len(heads) == _TITLED and is_people and bool(_TITLE.fullmatch(heads[1][1]))
    beside = int(is_titled or all(_MEMBER.match(text) for _, text in heads))
    for line in lines[1:]:
        cells = [""] * len(heads)
        for start, text in pieces(line):
            column = column_of(start, start + len(text), heads)
            if column is None or cells[column] or not (_MEMBER.match(text) or (is_titled and _is_title(column, text))):
                return rows if beside >= _FEWEST_ROWS else []
            cells[column] = text
        rows.append(cells)
        beside += sum(map(bool, cells)) > 1
    return rows if beside >= _FEWEST_ROWS else []


def _is_title(column: int, text: str) -> bool:
    """Whether a cell is a name, or what a column beside the names says of somebody: a title, whom he or she serves for, a §."""
    return bool(_NAME.match(text) if not column else _TITLE.fullmatch(text))


def signed(lines: Iterable[str]) -> Iterator[str]:
    """The lines, with names alone that stand beside each other as a line each, with the role that stands under it if any does."""
    waiting: list[tuple[int, str]] = []
    for line in lines:
        found = pieces(line)
        if waiting:
            roles = {
                column_of(start, start + len(text), waiting): text for start, text in found if _ROLE.fullmatch(text)
            }
            is_read = len(roles) == len(found) and None not in roles
            yield from (
                f"{name}, {roles[n].lower()}" if is_read and n in roles else name for n, (_, name) in enumerate(waiting)
            )
            waiting = []
            if is_read:
                continue
        if len(found) > 1 and all(_NAME.match(text) for _, text in found):
            waiting = found
        else:
            yield line
    yield from (name for _, name in waiting)
