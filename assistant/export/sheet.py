"""A table as .csv or .xlsx that opens in any spreadsheet, and in which no cell can be taken for a formula.

A cell may hold words from a document, and a document may be hostile: ``=HYPERLINK(…)`` in a .csv is run when it is opened.
"""

import csv
import io
import re
import zipfile
from collections.abc import Iterable, Sequence
from html import escape
from typing import Final

_ILLEGAL: Final = re.compile(r"[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
#: What a spreadsheet takes for the beginning of a formula.
_FORMULA: Final = ("=", "+", "-", "@", "\t", "\r", "|", "%")
#: Excel's limit for a cell.
_LONGEST: Final = 32_767
_NAMESPACE: Final = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_OFFICE: Final = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE: Final = "http://schemas.openxmlformats.org/package/2006"
_TYPE: Final = "application/vnd.openxmlformats-officedocument.spreadsheetml"
_HEAD: Final = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_PARTS: Final = {
    "[Content_Types].xml": f'<Types xmlns="{_PACKAGE}/content-types">'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Default Extension="xml" ContentType="application/xml"/>'
    f'<Override PartName="/xl/workbook.xml" ContentType="{_TYPE}.sheet.main+xml"/>'
    f'<Override PartName="/xl/worksheets/sheet1.xml" ContentType="{_TYPE}.worksheet+xml"/>'
    f'<Override PartName="/xl/styles.xml" ContentType="{_TYPE}.styles+xml"/></Types>',
    "_rels/.rels": f'<Relationships xmlns="{_PACKAGE}/relationships">'
    f'<Relationship Id="r1" Type="{_OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>',
    "xl/_rels/workbook.xml.rels": f'<Relationships xmlns="{_PACKAGE}/relationships">'
    f'<Relationship Id="r1" Type="{_OFFICE}/worksheet" Target="worksheets/sheet1.xml"/>'
    f'<Relationship Id="r2" Type="{_OFFICE}/styles" Target="styles.xml"/></Relationships>',
    # The head is bold, and long cells are broken into lines.
    "xl/styles.xml": f'<styleSheet xmlns="{_NAMESPACE}"><fonts count="2"><font><sz val="11"/><name val="Calibri"/></font>'
    '<font><b/><sz val="11"/><name val="Calibri"/></font></fonts>'
    '<fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills>'
    '<borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs>'
    '<cellXfs count="2"><xf applyAlignment="1"><alignment vertical="top" wrapText="1"/></xf>'
    '<xf fontId="1" applyFont="1"/></cellXfs></styleSheet>',
}

Cell = str | int | float
Row = Sequence[Cell]


def as_csv(rows: Iterable[Row]) -> bytes:
    """The rows as Excel reads them in Sweden: semicolons, and a mark that says UTF-8."""
    out = io.StringIO(newline="")
    writer = csv.writer(out, delimiter=";", lineterminator="\r\n")
    for row in rows:
        writer.writerow([_harmless(cell) if isinstance(cell, str) else str(cell).replace(".", ",") for cell in row])
    return b"\xef\xbb\xbf" + out.getvalue().encode()


def as_xlsx(rows: Iterable[Row], name: str, widths: Sequence[int]) -> bytes:
    """The rows as a workbook with one sheet: the first row stays in view and can be filtered by; text is always text."""
    lines = [_line(number, row) for number, row in enumerate(rows, 1)]
    columns = "".join(
        f'<col min="{place}" max="{place}" width="{width}" customWidth="1"/>' for place, width in enumerate(widths, 1)
    )
    last = f"{_letter(len(widths) - 1)}{max(1, len(lines))}"
    sheet = (
        f'<worksheet xmlns="{_NAMESPACE}"><sheetViews><sheetView workbookViewId="0">'
        '<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>'
        f'<cols>{columns}</cols><sheetData>{"".join(lines)}</sheetData><autoFilter ref="A1:{last}"/></worksheet>'
    )
    title = escape(re.sub(r"[\[\]:*?/\\']", " ", name)[:31].strip() or "1")
    book = (
        f'<workbook xmlns="{_NAMESPACE}" xmlns:r="{_OFFICE}">'
        f'<sheets><sheet name="{title}" sheetId="1" r:id="r1"/></sheets></workbook>'
    )
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as parts:
        for part, text in {**_PARTS, "xl/workbook.xml": book, "xl/worksheets/sheet1.xml": sheet}.items():
            entry = zipfile.ZipInfo(part, (1980, 1, 1, 0, 0, 0))  # the same rows give the same bytes
            entry.compress_type = zipfile.ZIP_DEFLATED
            parts.writestr(entry, _HEAD + text)
    return packed.getvalue()


def _harmless(text: str) -> str:
    return f"'{text}" if text.startswith(_FORMULA) else text


def _line(number: int, row: Row) -> str:
    style = ' s="1"' if number == 1 else ""
    cells = []
    for place, cell in enumerate(row):
        where = f'r="{_letter(place)}{number}"{style}'
        if isinstance(cell, str):
            text = escape(_ILLEGAL.sub("\ufffd", cell)[:_LONGEST], quote=False)
            cells.append(f'<c {where} t="inlineStr"><is><t xml:space="preserve">{text}</t></is></c>')
        else:
            cells.append(f"<c {where}><v>{cell}</v></c>")
    return f'<row r="{number}">{"".join(cells)}</row>'


def _letter(place: int) -> str:
    """The name of a column, counted from 0."""
    letters = ""
    place += 1
    while place:
        place, rest = divmod(place - 1, 26)
        letters = chr(65 + rest) + letters
    return letters
