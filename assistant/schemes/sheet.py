"""The rows of a table file: .csv as Excel writes it, and the first sheet of an .xlsx, read with the limits of any document."""

import csv
import io
import re
from pathlib import Path
from typing import Final

from lxml import etree

from assistant.documents.opening import open_bytes
from assistant.documents.package import Package
from assistant.errors import AssistantError, SchemeError

#: More than any list that people have written.
_MOST_BYTES: Final = 20 << 20
_MOST_ROWS, _MOST_COLUMNS = 20_000, 60
_MAIN: Final = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
_RELATION: Final = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"

Rows = list[list[str]]


def rows(file: Path) -> Rows:
    """The rows with something in them, every cell as clean text on one line or several.

    Raises:
        SchemeError: it cannot be read.
    """
    try:
        data = open_bytes(file)
        found = _xlsx(data, file.name) if file.suffix.lower() == ".xlsx" else _csv(data[:_MOST_BYTES])
    except SchemeError:
        raise
    except (AssistantError, ValueError, KeyError, csv.Error) as error:
        reason = "missing" if getattr(error, "code", "") == "document-missing" else "unreadable"
        raise SchemeError(scheme=file.name, reason=reason, detail="") from error
    return [row for row in found[:_MOST_ROWS] if any(row)]


def _csv(data: bytes) -> Rows:
    try:
        text = data.decode("utf-16" if data[:2] in {b"\xff\xfe", b"\xfe\xff"} else "utf-8-sig")
    except UnicodeDecodeError:
        text = data.decode("cp1252", "replace")
    first = text.partition("\n")[0]
    # Excel writes the list separator of the country: a semicolon in Sweden.
    mark = max(";\t,", key=first.count)
    return [
        [_clean(cell) for cell in row[:_MOST_COLUMNS]]
        for row in csv.reader(io.StringIO(text, newline=""), delimiter=mark)
    ]


def _xlsx(data: bytes, name: str) -> Rows:
    package = Package(data, name)
    shared = package.xml("xl/sharedStrings.xml")
    strings = [_text(item) for item in shared.findall(f"{_MAIN}si")] if shared is not None else []
    sheet = package.xml(_first_sheet(package))
    if sheet is None:
        raise SchemeError(scheme=name, reason="unreadable", detail="")
    found: Rows = []
    for row in sheet.iter(f"{_MAIN}row"):
        cells: dict[int, str] = {}
        for cell in row.iterfind(f"{_MAIN}c"):
            column = _column(cell.get("r", ""), len(cells))
            if column < _MOST_COLUMNS:
                cells[column] = _clean(_value(cell, strings))
        found.append([cells.get(column, "") for column in range(max(cells, default=-1) + 1)])
        if len(found) > _MOST_ROWS:
            break
    return found


def _first_sheet(package: Package) -> str:
    book, relations = package.xml("xl/workbook.xml"), package.xml("xl/_rels/workbook.xml.rels")
    sheet = book.find(f".//{_MAIN}sheet") if book is not None else None
    if sheet is None or relations is None:
        return "xl/worksheets/sheet1.xml"
    target = next((each.get("Target", "") for each in relations if each.get("Id") == sheet.get(_RELATION)), "")
    return target.lstrip("/") if target.startswith("/") else f"xl/{target}"


def _value(cell: etree._Element, strings: list[str]) -> str:
    kind = cell.get("t", "n")
    if kind == "inlineStr":
        return _text(cell)
    value = cell.findtext(f"{_MAIN}v") or ""
    if kind == "s":
        return strings[int(value)] if value.isdecimal() and int(value) < len(strings) else ""
    if kind == "n" and value:
        return f"{float(value):.10g}"  # 3.1 is kept as 3.1000000000000001
    return value


def _text(element: etree._Element) -> str:
    """The letters of a cell, without the readings that stand over them in some languages."""
    return "".join(
        text.text or ""
        for text in element.iter(f"{_MAIN}t")
        if not any(True for _ in text.iterancestors(f"{_MAIN}rPh"))
    )


def _column(place: str, default: int) -> int:
    letters = re.match(r"[A-Z]{1,3}", place)
    number = 0
    for letter in letters.group() if letters else "":
        number = number * 26 + ord(letter) - 64
    return number - 1 if number else default


def _clean(text: str) -> str:
    return "\n".join(" ".join(line.split()) for line in text.splitlines()).strip()
