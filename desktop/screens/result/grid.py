"""The statements as a model of a table, how a cell is painted, and the editor in it."""

import math
from typing import Any, Final

from PySide6.QtCore import (
    QAbstractItemModel,
    QAbstractTableModel,
    QModelIndex,
    QPersistentModelIndex,
    QPointF,
    Qt,
    Signal,
)
from PySide6.QtGui import QFont, QFontMetrics, QKeyEvent, QPainter, QPalette, QPen, QTextLayout, QTextOption
from PySide6.QtWidgets import QAbstractItemDelegate, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from desktop.screens.result.lines import GRID, Cell, Line
from desktop.widgets.plain import Text

Index = QModelIndex | QPersistentModelIndex
_BOLD: Final = frozenset({"heading", "name"})
_QUIET: Final = frozenset({"status", "name"})


class Grid(QAbstractTableModel):
    """The lines. A cell that spans columns stands in its first one."""

    def __init__(self) -> None:
        super().__init__()
        self.lines: tuple[Line, ...] = ()
        self._cells: list[dict[int, Cell]] = []
        self._spoken: list[str] = []

    def fill(self, lines: tuple[Line, ...], spoken: list[str]) -> bool:
        """Hold other lines; ``spoken`` is what is said of each. True when they are placed otherwise than before."""
        is_same = [_shape(line) for line in lines] == [_shape(line) for line in self.lines]
        if not is_same:
            self.beginResetModel()
        changed = [row for row, line in enumerate(lines) if is_same and line != self.lines[row]]
        self.lines, self._spoken = lines, spoken
        self._cells = [dict(zip(_starts(line), line.cells, strict=True)) for line in lines]
        if not is_same:
            self.endResetModel()
        for row in changed:
            self.dataChanged.emit(self.index(row, 0), self.index(row, GRID - 1))
        return not is_same

    def cell(self, index: Index) -> Cell | None:
        """What stands at an index."""
        if not index.isValid() or index.row() >= len(self._cells):
            return None
        return self._cells[index.row()].get(index.column())

    def starts(self, row: int) -> dict[int, Cell]:
        """The cells of a row by their first columns."""
        return self._cells[row]

    def rowCount(self, _parent: Index = QModelIndex()) -> int:  # noqa: B008, N802 - Qt
        """How many lines there are."""
        return len(self.lines)

    def columnCount(self, _parent: Index = QModelIndex()) -> int:  # noqa: B008, N802
        """How many columns the grid has."""
        return GRID

    def flags(self, index: Index) -> Qt.ItemFlag:
        """What can be done with a cell."""
        cell = self.cell(index)
        usual = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        return usual | Qt.ItemFlag.ItemIsEditable if cell and cell.can_edit else usual

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """What is shown, and what is said of it."""
        cell = self.cell(index)
        if cell is None:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return cell.text
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{cell.text}. {self._spoken[index.row()]}" if cell.can_edit else cell.text
        return None


class Delegate(QStyledItemDelegate):
    """Paints wrapped text, and edits it where it stands. Ctrl+Return is done, Esc leaves it as it was."""

    written = Signal(int, int, str)
    marked = Signal(int, int, int, int)
    grown = Signal(int, int)

    def __init__(self, grid: Grid, name: str) -> None:
        super().__init__()
        self._grid = grid
        self._name = name
        #: The text of a block or its cell as it is edited; given by the view.
        self.raw: dict[tuple[int, int], str] = {}
        self._heights: dict[tuple[str, str, int], int] = {}
        self._measured = (0, QFont())

    def height(self, row: int, unit: int, font: QFont) -> int:
        """How high a row is when a column of the grid is so wide."""
        if (unit, font) != self._measured:
            self._heights, self._measured = {}, (unit, QFont(font))
        return max(self._height(cell, cell.span * unit, font) for cell in self._grid.starts(row).values())

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """A cell with its text."""
        cell = self._grid.cell(index)
        if cell is None:
            return
        is_chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        palette, gap = option.palette, _gap(option.fontMetrics)
        painter.save()
        painter.fillRect(option.rect, palette.highlight() if is_chosen else palette.base())
        role = QPalette.ColorRole.Text
        if is_chosen:
            role = QPalette.ColorRole.HighlightedText
        elif cell.role in _QUIET:
            role = QPalette.ColorRole.PlaceholderText
        if self._begins(index.row()):
            painter.setPen(palette.color(QPalette.ColorRole.Mid))
            painter.drawLine(option.rect.topLeft(), option.rect.topRight())
        painter.setPen(palette.color(role))
        layout = _laid_out(cell, option.rect.width() - 2 * gap, option.font)
        layout.draw(painter, QPointF(option.rect.left() + gap, option.rect.top() + gap // 2))
        if option.state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(QPen(palette.color(role), 2, Qt.PenStyle.DotLine if is_chosen else Qt.PenStyle.SolidLine))
            painter.drawRect(option.rect.adjusted(2, 2, -2, -2))
        painter.restore()

    def createEditor(self, parent: QWidget, _option: QStyleOptionViewItem, index: Index) -> QWidget:  # noqa: N802
        """A text field in the cell's place."""
        editor = Editor(parent, self._name)
        editor.done.connect(self._done)
        row, column = index.row(), index.column()
        block, cell = self._grid.lines[row].block, self._grid.starts(row)[column].cell
        editor.textChanged.connect(lambda: self.grown.emit(row, editor.wanted()))
        editor.selectionChanged.connect(
            lambda: self.marked.emit(
                block, cell, editor.textCursor().selectionStart(), editor.textCursor().selectionEnd()
            )
        )
        return editor

    def setEditorData(self, editor: QWidget, index: Index) -> None:  # noqa: N802
        """The text to be edited."""
        assert isinstance(editor, Editor)
        if not editor.document().isModified():
            block = self._grid.lines[index.row()].block
            cell = self._grid.starts(index.row())[index.column()]
            editor.setPlainText(self.raw.get((block, cell.cell), cell.text))
            editor.document().setModified(False)

    def setModelData(self, editor: QWidget, _model: QAbstractItemModel, index: Index) -> None:  # noqa: N802
        """Tell what was written."""
        assert isinstance(editor, Editor)
        block = self._grid.lines[index.row()].block
        self.written.emit(block, self._grid.starts(index.row())[index.column()].cell, editor.toPlainText())

    def updateEditorGeometry(self, editor: QWidget, option: QStyleOptionViewItem, _index: Index) -> None:  # noqa: N802
        """The editor is as large as its cell."""
        editor.setGeometry(option.rect)

    def _height(self, cell: Cell, width: int, font: QFont) -> int:
        """Remembered, since most cells stay as they are when one is edited."""
        key = (cell.text, cell.role, width)
        if key not in self._heights:
            self._heights[key] = _height(cell, width, font)
        return self._heights[key]

    def _begins(self, row: int) -> bool:
        """Whether a statement begins here, with others above it."""
        return bool(row) and self._grid.lines[row].block != self._grid.lines[row - 1].block

    def _done(self, editor: QWidget) -> None:
        self.commitData.emit(editor)
        self.closeEditor.emit(editor, QAbstractItemDelegate.EndEditHint.NoHint)


class Editor(Text):
    """Where a statement is written."""

    done = Signal(QWidget)

    def __init__(self, parent: QWidget, name: str) -> None:
        super().__init__(name)
        self.setParent(parent)
        self.setObjectName("editor")
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def wanted(self) -> int:
        """How high it must be to show all its text."""
        lines = self.document().size().height() + 1
        return round(lines * self.fontMetrics().lineSpacing())

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt
        """Ctrl+Return is done; Return alone is a new line."""
        is_return = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if is_return and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.done.emit(self)
        else:
            super().keyPressEvent(event)


def _shape(line: Line) -> tuple[object, ...]:
    return (line.block, *((cell.span, cell.role, cell.cell, cell.can_edit) for cell in line.cells))


def _starts(line: Line) -> list[int]:
    starts, at = [], 0
    for cell in line.cells:
        starts.append(at)
        at += cell.span
    return starts


def _gap(metrics: QFontMetrics) -> int:
    return metrics.height() // 2


def _font(cell: Cell, font: QFont) -> QFont:
    bold = QFont(font)
    bold.setBold(cell.role in _BOLD)
    return bold


def _height(cell: Cell, width: int, font: QFont) -> int:
    gap = _gap(QFontMetrics(font))
    layout = _laid_out(cell, width - 2 * gap, font)
    last = layout.lineAt(layout.lineCount() - 1)
    return math.ceil(last.y() + last.height()) + 2 * (gap // 2) + 1


def _laid_out(cell: Cell, width: int, font: QFont) -> QTextLayout:
    """The text in lines of a width; a word that is wider than that is broken."""
    layout = QTextLayout((cell.text or " ").replace("\n", "\u2028"), _font(cell, font))
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    layout.beginLayout()
    down = 0.0
    while (line := layout.createLine()).isValid():
        line.setLineWidth(max(1, width))
        line.setPosition(QPointF(0, down))
        down += line.height()
    layout.endLayout()
    return layout
