"""Lines with roles on paper. Made of plain text and formats alone: nothing in a text can have a file opened or fetched."""

import math
from collections.abc import Sequence
from itertools import groupby
from typing import Final

from PySide6.QtGui import (
    QFont,
    QGuiApplication,
    QPagedPaintDevice,
    QPageSize,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextFrameFormat,
    QTextLength,
    QTextTableFormat,
)
from PySide6.QtWidgets import QWidget

from assistant.export.plain import Line

_POINTS: Final = {"title": 16.0, "heading": 13.0, "small": 9.0, "row": 8.0}
_USUAL: Final = 11.0
_LONG_WORD: Final = 14
_BOLD: Final = frozenset({"title", "heading", "banner"})
_INDENT: Final = 14.0


def ask_and_print(parent: QWidget, lines: Sequence[Line]) -> bool:
    """Ask which printer, and print; whether it was done."""
    from PySide6.QtPrintSupport import QPrintDialog, QPrinter  # noqa: PLC0415 - takes time, and few print

    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    dialog = QPrintDialog(printer, parent)
    if not dialog.exec():
        return False
    print_to(printer, lines)
    return True


def print_to(device: QPagedPaintDevice, lines: Sequence[Line]) -> None:
    """Print on a device, a printer or a PDF, on the paper that it has. Qt leaves margins, and numbers the pages."""
    laid_out(lines).print_(device)


def laid_out(lines: Sequence[Line]) -> QTextDocument:
    """The lines as a document with their looks."""
    document = QTextDocument()
    font = QFont(QGuiApplication.font().family())
    font.setPointSizeF(_USUAL)
    document.setDefaultFont(font)
    frame = QTextFrameFormat()
    frame.setMargin(0)
    document.rootFrame().setFrameFormat(frame)
    cursor = QTextCursor(document)
    for role, run in groupby(lines, key=lambda line: line.role):
        if role == "row":
            _table(cursor, [line.cells for line in run])
            continue
        for line in run:
            cursor.insertBlock(_block(role), _letters(role))
            cursor.insertText(f"– {line.text}" if role == "item" else line.text)
    return document


def _table(cursor: QTextCursor, rows: list[tuple[str, ...]]) -> None:
    looks = QTextTableFormat()
    looks.setHeaderRowCount(1)
    looks.setCellPadding(3)
    looks.setCellSpacing(0)
    looks.setBorderCollapse(True)
    looks.setWidth(QTextLength(QTextLength.Type.PercentageLength, 100))
    columns = max(map(len, rows))
    widths = _widths(rows, columns)
    looks.setColumnWidthConstraints([QTextLength(QTextLength.Type.PercentageLength, each) for each in widths])
    table = cursor.insertTable(len(rows), columns, looks)
    for number, row in enumerate(rows):
        letters = _letters("row")
        letters.setFontWeight(QFont.Weight.Bold if not number else QFont.Weight.Normal)
        for place, text in enumerate(row):
            table.cellAt(number, place).firstCursorPosition().insertText(text, letters)
    cursor.movePosition(QTextCursor.MoveOperation.End)


def _widths(rows: list[tuple[str, ...]], columns: int) -> list[float]:
    """Per cent for each column: first room for its longest word, then more the longer its texts, though not in proportion."""
    cells = [[row[place] for row in rows if place < len(row)] for place in range(columns)]
    words = [max((len(word) for text in column for word in text.split()), default=1) for column in cells]
    longest = [max(map(len, column), default=1) for column in cells]
    wanted = [min(word, _LONG_WORD) + 2 + math.sqrt(length) for word, length in zip(words, longest, strict=True)]
    return [100 * each / sum(wanted) for each in wanted]


def _block(role: str) -> QTextBlockFormat:
    made = QTextBlockFormat()
    made.setTopMargin({"heading": 12.0, "small": 2.0, "item": 2.0}.get(role, 6.0))
    if role == "item":
        made.setLeftMargin(_INDENT)
        made.setTextIndent(-_INDENT / 2)
    if role == "heading":
        made.setPageBreakPolicy(QTextBlockFormat.PageBreakFlag.PageBreak_Auto)
    return made


def _letters(role: str) -> QTextCharFormat:
    made = QTextCharFormat()
    made.setFontPointSize(_POINTS.get(role, _USUAL))
    made.setFontWeight(QFont.Weight.Bold if role in _BOLD else QFont.Weight.Normal)
    return made
