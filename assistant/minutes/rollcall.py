"""Attendance as a table with a code for each person: N, F, NT, or a cross under *Tjg*, *Ej tjg* or *Frånvarande*."""

import re
from collections.abc import Sequence

#: What the head of a column says of the cells under it. Columns of votes and times say nothing of presence.
_COLUMNS: tuple[tuple[str, str], ...] = (
    ("absent", r"(?:frånv\w*|ej närv\w*)\.?"),
    ("not-serving", r"(?:ej|icke) (?:tjg|tj\.g|tjänstg\w*)\.?"),
    ("serving", r"(?:tjg|tj\.g|tjänstg\w*)\.?"),
    ("instead", r"(?:tjänstgörande |tjg\.? )?ersättare"),
    ("code", r"(?:närv\w*|status|närvarokod)\b.*"),
)
_NAMES = re.compile(
    r"(?:ordinarie |närvarande |beslutande )?(?:ledamöter|ledamot|ersättare|namn|förtroendevalda?)\b.{0,30}$",
    re.IGNORECASE,
)
#: The codes themselves, at the beginning of a cell.
_CODES: tuple[tuple[str, str], ...] = (
    ("absent", r"(?:F|FR|FRV|Frånv\w*|Ej närv\w*|-|–)(?=[\s,.(]|$)"),
    ("serving", r"(?:NT|T|TJG|Tjg|Tjänstg\w*|N/T)(?=[\s,.(]|$)"),
    ("present", r"(?:N|X|x|Närv\w*|Ja|1)(?=[\s,.(]|$)"),
)
_CROSS = re.compile(r"[Xx✓1]$")


def columns(cells: Sequence[str]) -> tuple[str, ...]:
    """What each column says, where a row holds the heads of a roll; else nothing."""
    if len(cells) < 2 or not _NAMES.match(cells[0].strip()):  # noqa: PLR2004 - a name and a code
        return ()
    kinds = tuple(
        next((kind for kind, pattern in _COLUMNS if re.fullmatch(pattern, cell.strip(), re.IGNORECASE)), "")
        for cell in cells[1:]
    )
    return ("name", *kinds) if set(kinds) - {"", "instead"} else ()


def instead(cells: Sequence[str], kinds: Sequence[str]) -> str:
    """Who served in the place of the member of a row, where a column of its own names a substitute and the others are empty."""
    if any(cell.strip() for kind, cell in zip(kinds[1:], cells[1:], strict=True) if kind != "instead"):
        return ""
    return next((cell.strip() for kind, cell in zip(kinds, cells, strict=True) if kind == "instead"), "")


def presence(cells: Sequence[str], kinds: Sequence[str]) -> tuple[str, str]:
    """What a row says of somebody, ``present``, ``serving``, ``not-serving`` or ``absent``, and what else its code says."""
    for kind, cell in zip(kinds, cells, strict=True):
        text = cell.strip()
        if kind == "code":
            found = next(((what, match) for what, pattern in _CODES if (match := re.match(pattern, text))), None)
            if found:
                return found[0], text[found[1].end() :].strip(" ,")
        elif kind in {"absent", "serving", "not-serving"} and _CROSS.match(text):
            return kind, ""
    return "", ""
