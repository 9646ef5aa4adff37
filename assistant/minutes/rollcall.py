"""Attendance as a table with a code for each person: N, F, NT, or a cross under *Tjg*, *Ej tjg* or *Frånvarande*."""

import re
from collections.abc import Sequence

#: What the head of a column says of the cells under it. Columns of votes and times say nothing of presence.
_COLUMNS: tuple[tuple[str, str], ...] = (
    ("absent", r"(?:frånv\w*|ej närv\w*)\.?"),
    ("not-serving", r"(?:ej|icke) (?:tjg|tj\.g|tjänstg\w*)\.?"),
    ("serving", r"(?:tjg|tj\.g|tjänstg\w*)\.?"),
    ("instead", r"(?:tjänstgörande |tjg\.? )?ersättare(?: som tjänstgör)?"),
    ("substitute", r"ers\.?"),
    ("note", r"(?:anm|anmärkning\w*|anteckning\w*|kommentar\w*|tid(?:er)?)\.?"),
    ("role", r"(?:roll|funktion|befattning|uppdrag)"),
    ("for", r"(?:(?:tjänstgör|tjg\.?|ersätter|i stället|istället)(?: för)?|för)(?: ledamot)?"),
    ("code", r"(?:närv\w*|status|närvarokod)\b.*"),
)
_NAMES = re.compile(
    r"(?:ordinarie |närvarande |beslutande )?(?:ledamöter|ledamot|ersättare|namn|förtroendevalda?)\b.{0,30}$|närvarande$",
    re.IGNORECASE,
)
#: The codes themselves, at the beginning of a cell.
_CODES: tuple[tuple[str, str], ...] = (
    ("absent", r"(?:F|FR|FRV|Frånv\w*|Ej närv\w*|-|–)(?=[\s,.(]|$)"),
    ("serving", r"(?:NT|T|TJG|Tjg|Tjänstg\w*|N/T)(?=[\s,.(]|$)"),
    ("present", r"(?:N|X|x|Närv\w*|Ja|1)(?=[\s,.(]|$)"),
)
#: In what capacity somebody was there, in a column that says it.
_AS: tuple[tuple[str, str], ...] = (
    ("serving", r"(?:tjänstgörande|tjg\.?) ers|ersättare\b.*\b(?:tjänstgör|tjg)"),
    ("substitutes", r"ersättare\b"),
    ("members", r"(?:(?:\d:?[ea] |förste |andre )?vice )?ordförande\b|ledamot\b"),
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
    return ("name", *kinds) if set(kinds) - {"", "instead", "for", "substitute", "note"} else ()


def instead(cells: Sequence[str], kinds: Sequence[str]) -> str:
    """Who served in the place of the member of a row, where a column of its own names a substitute and none says otherwise."""
    if any(_says_else(kind, cell.strip()) for kind, cell in zip(kinds[1:], cells[1:], strict=True)):
        return ""
    return next((cell.strip() for kind, cell in zip(kinds, cells, strict=True) if kind == "instead"), "")


def _says_else(kind: str, cell: str) -> bool:
    """Whether a cell speaks against somebody else having served. A cross in a column of votes is that person's."""
    if kind == "code":
        return bool(cell) and not re.match(_CODES[0][1], cell)
    return kind != "instead" and bool(cell) and not (not kind and _CROSS.match(cell))


def beside(cells: Sequence[str], kinds: Sequence[str]) -> tuple[str, str]:
    """A substitute of a list of its own beside the members', and whom he or she serves for; a column of its own says whom."""
    if "for" not in kinds or "instead" not in kinds:
        return "", ""
    who, whom = (cells[kinds.index(kind)].strip() for kind in ("instead", "for"))
    return who, whom if any(map(str.isalpha, whom)) else ""


def is_substitute(cells: Sequence[str], kinds: Sequence[str]) -> bool:
    """Whether a cross in a column of its own says that somebody is a substitute."""
    return "substitute" in kinds and bool(_CROSS.match(cells[kinds.index("substitute")].strip()))


def capacity(cells: Sequence[str], kinds: Sequence[str]) -> str:
    """In what list a row puts somebody, where a column says in what capacity; all other titles are of others present."""
    said = cells[kinds.index("role")].strip() if "role" in kinds else ""
    return next((name for name, pattern in _AS if re.match(pattern, said, re.IGNORECASE)), "others") if said else ""


def presence(cells: Sequence[str], kinds: Sequence[str]) -> tuple[str, str]:
    """What a row says of somebody, ``present``, ``serving``, ``not-serving`` or ``absent``, and what else its code says."""
    for kind, cell in zip(kinds, cells, strict=True):
        text = cell.strip()
        if kind == "code":
            found = next(((what, match) for what, pattern in _CODES if (match := re.match(pattern, text))), None)
            if found:
                beside = cells[kinds.index("note")].strip() if "note" in kinds else ""
                return found[0], ", ".join(filter(None, (text[found[1].end() :].strip(" ,"), beside)))
            if not text and "substitute" in kinds:
                return "absent", ""
        elif kind in {"absent", "serving", "not-serving"} and _CROSS.match(text):
            return kind, ""
    return "", ""
