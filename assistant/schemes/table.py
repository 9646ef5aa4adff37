"""A scheme from a table: a dokumenthanteringsplan or klassificeringsstruktur as people keep it in a spreadsheet.

The first row names the columns, in Swedish or English. Those that say nothing of what belongs where (storage, destruction)
are left aside, and ``left_aside`` names them.
"""

import re
from collections.abc import Sequence
from pathlib import Path
from typing import Any, Final

from assistant.errors import SchemeError
from assistant.schemes.read import built
from assistant.schemes.scheme import Scheme
from assistant.schemes.sheet import Rows, rows

_COLUMNS: Final = {
    "code": "kod code klassificeringskod klasskod processkod process-id nr nummer id beteckning klassbeteckning",
    "name": "namn name benämning rubrik handlingstyp handlingsslag klass klassnamn ärendetyp ärendeslag process processnamn titel",
    "definition": "definition beskrivning förklaring description innehåll betydelse",
    "include": "inkluderar omfattar include includes hit-hör innefattar",
    "exclude": "exkluderar exclude excludes omfattar-inte inte hit-hör-inte undantag not",
    "examples": "exempel examples example",
    "phrases": "fraser phrases kännetecken sökord nyckelord signalord",
    "parent": "överordnad överordnad-kod parent hör-till tillhör verksamhetsområde förälder",
}
_BY_HEAD: Final = {head: column for column, heads in _COLUMNS.items() for head in heads.split()}
_LISTS: Final = {"examples", "phrases"}
#: ``2.5.1 Bemanna`` in one cell.
_LED: Final = re.compile(r"(\d+(?:\.\d+)*)\.?\s+(\S.*)", re.DOTALL)
_NOT_IN_CODES: Final = re.compile(r"[^\w.,+() -]+")
_LONGEST_CODE: Final = 60
_HEAD_AMONG: Final = 10


def read(file: Path) -> Scheme:
    """The scheme in a .csv or .xlsx file.

    Raises:
        SchemeError: it cannot be read, names no column for the classes' names, or the classes are wrong.
    """
    table = rows(file)
    head, places = _head(table, file.name)
    labels = [label for row in table[head + 1 :] if (label := _label(row, places))]
    _find_parents(labels)
    return built(file.stem, file.name, {"name": file.stem, "class": labels})


def left_aside(file: Path) -> list[str]:
    """The columns that were not read.

    Raises:
        SchemeError: as ``read``.
    """
    table = rows(file)
    head, places = _head(table, file.name)
    return [name for place, name in enumerate(table[head]) if name and place not in places]


def _head(table: Rows, name: str) -> tuple[int, dict[int, str]]:
    """Which row names the columns, and what each column is; some titles may stand above it."""
    for number, row in enumerate(table[:_HEAD_AMONG]):
        places: dict[int, str] = {}
        for place, cell in enumerate(row):
            column = _BY_HEAD.get(re.sub(r"[\s_]+", "-", cell.strip(" :*").casefold()))
            if column and column not in places.values():
                places[place] = column
        if "name" in places.values() or {"code", "definition"} <= set(places.values()):
            return number, places
    raise SchemeError(scheme=name, reason="columns", detail="")


def _label(row: Sequence[str], places: dict[int, str]) -> dict[str, Any] | None:
    cells = {column: row[place] for place, column in places.items() if place < len(row) and row[place]}
    name, code = cells.get("name", cells.get("definition", "")), cells.get("code", "")
    led = _LED.fullmatch(name)
    if led and code in {"", led.group(1)}:
        code, name = led.group(1), led.group(2)
    if not name:
        return None
    cells |= {"name": " ".join(name.split()), "code": _NOT_IN_CODES.sub("-", code or name)[:_LONGEST_CODE].strip(" .-")}
    lists = {
        key: [part.strip() for part in re.split(r"[;\n]", cells.pop(key)) if part.strip()]
        for key in _LISTS & set(cells)
    }
    lists["phrases"] = [phrase.lower() for phrase in lists.get("phrases", [])]
    return {**cells, **lists}


def _find_parents(labels: list[dict[str, Any]]) -> None:
    """Where no column says what a label stands under, its code does (3.1.2 under 3.1); a parent may also be named by its name."""
    by_code = {label["code"]: label for label in labels}
    by_name = {label["name"].casefold(): label["code"] for label in reversed(labels)}
    has_parents = any("parent" in label for label in labels)
    for label in labels:
        parent = label.get("parent", "")
        if parent:
            led = _LED.fullmatch(parent)
            known = next((code for code in (parent, led.group(1) if led else "") if code in by_code), "")
            label["parent"] = known or by_name.get(parent.casefold(), parent)
        elif not has_parents:
            code = label["code"]
            while "." in code and not label.get("parent"):
                code = code.rpartition(".")[0]
                label["parent"] = code if code in by_code else ""
    for label in labels:
        if label.get("parent") == label["code"]:
            label["parent"] = ""
