"""The left side of the result: every statement with its support, chosen, marked and edited where it stands."""

from collections.abc import Callable, Collection
from typing import Final

from PySide6.QtCore import QEvent, QItemSelection, QItemSelectionModel, QModelIndex, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QFont, QKeyEvent, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemDelegate, QAbstractItemView, QTableView, QWidget

from assistant.tasks.task import Result
from assistant.wording import Words
from desktop.screens.result import about
from desktop.screens.result.grid import Delegate, Grid, Index
from desktop.screens.result.lines import GRID, lines, most_columns
from desktop.screens.result.versions import TEXT

#: How many rows are measured before the window has its turn again.
_AT_ONCE: Final = 150


class Statements(QTableView):
    """Shows a result and says what is done to it."""

    #: The blocks that are chosen, and the cell that the keyboard is in.
    chosen = Signal(list, int)
    #: A block, its cell, and the text written in it.
    written = Signal(int, int, str)
    #: A block, its cell, and where words marked in it begin and end.
    marked = Signal(int, int, int, int)
    removed = Signal()

    def __init__(self, words: Words) -> None:
        super().__init__()
        self._words = words
        self._is_showing = False
        self._held: tuple[Result, frozenset[str]] | None = None
        self._pending: tuple[Result, frozenset[str]] | None = None
        self._most = 0
        self._grid = Grid()
        self._delegate = Delegate(self._grid, words("Edit the text; Ctrl+Return is done, Esc leaves it as it was"))
        self._delegate.written.connect(self._write)
        self._delegate.marked.connect(self.marked)
        self._delegate.grown.connect(self._grow)
        self.setModel(self._grid)
        self.setItemDelegate(self._delegate)
        self.setObjectName("statements")
        self.setAccessibleName(words("Statements and their support"))
        self.setTabKeyNavigation(False)
        self.setShowGrid(False)
        self.horizontalHeader().hide()
        self.verticalHeader().hide()
        self.horizontalHeader().setMinimumSectionSize(1)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        # Always there, so that rows do not change their height by its coming.
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.DoubleClicked | QAbstractItemView.EditTrigger.EditKeyPressed)
        self._unmeasured: list[int] = []
        self._fitting, self._measuring = _soon(self, self._fit), _soon(self, self._measure)

    def show_result(self, result: Result, kept: frozenset[str]) -> None:
        """Show other statements, or the same with something changed."""
        if self._held and self._held[0] is result and self._held[1] == kept:
            return
        if self.state() == QAbstractItemView.State.EditingState:
            self._pending = (result, kept)  # what is being written must not be lost
            return
        self._pending = None
        self._held = (result, kept)
        self._most = self._columns()
        self._fill(result, kept)
        self._fit()

    def _columns(self) -> int:
        return most_columns(self.viewport().width() // max(1, self.fontMetrics().averageCharWidth()))

    def _fill(self, result: Result, kept: frozenset[str]) -> None:
        spoken = [about.support(block, kept, self._words) for block in result.blocks]
        found = lines(result, kept, self._most, self._words)
        self._delegate.raw = {
            (number, cell): text
            for number, block in enumerate(result.blocks)
            for cell, text in ((TEXT, block.text), *enumerate(block.cells))
        }
        self._is_showing = True
        is_new = self._grid.fill(found, [spoken[line.block] for line in found])
        if is_new:
            self._span()
        self._is_showing = False

    def clear(self) -> None:
        """Show nothing, and hold nothing."""
        self._held = self._pending = None
        self._delegate.raw = {}
        self._grid.fill((), [])

    def mark(self, blocks: Collection[int], *, is_led: bool) -> None:
        """Choose statements; go to the first of them when the keyboard was not what chose them."""
        rows = [row for row, line in enumerate(self._grid.lines) if line.block in blocks]
        chosen = QItemSelection()
        for row in rows:
            chosen.select(self._grid.index(row, 0), self._grid.index(row, GRID - 1))
        self._is_showing = True
        self.selectionModel().select(chosen, QItemSelectionModel.SelectionFlag.ClearAndSelect)
        now = self.currentIndex()
        if rows and (not now.isValid() or self._block(now) not in blocks):
            first = self._grid.index(rows[0], min(self._grid.starts(rows[0])))
            self.selectionModel().setCurrentIndex(first, QItemSelectionModel.SelectionFlag.NoUpdate)
        if rows and is_led:
            self.scrollTo(self._grid.index(rows[-1], 0))
            self.scrollTo(self._grid.index(rows[0], 0))
        self._is_showing = False

    def edit_chosen(self) -> None:
        """Edit the cell that the keyboard is in, else the first of its statement that can be."""
        now = self.currentIndex()
        if not now.isValid():
            return
        block = self._block(now)
        for row in [now.row(), *(row for row, line in enumerate(self._grid.lines) if line.block == block)]:
            columns = [column for column, cell in self._grid.starts(row).items() if cell.can_edit]
            if columns:
                column = now.column() if row == now.row() and now.column() in columns else columns[0]
                self.setCurrentIndex(self._grid.index(row, column))
                self.edit(self._grid.index(row, column))
                return

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt
        """Return edits, Delete removes; the rest is as in any table."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers():
            self.edit_chosen()
        elif event.key() == Qt.Key.Key_Delete:
            self.removed.emit()
        else:
            super().keyPressEvent(event)

    def selectionChanged(self, selected: QItemSelection, deselected: QItemSelection) -> None:  # noqa: N802
        """Say which statements are chosen now."""
        super().selectionChanged(selected, deselected)
        self._tell()

    def currentChanged(self, current: Index, previous: Index) -> None:  # noqa: N802
        """Say which cell the keyboard is in now."""
        super().currentChanged(current, previous)
        self._tell()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """Rows are as high as their text at the new width."""
        super().resizeEvent(event)
        self._fitting.start()

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        """Rows are as high as their text at the new size."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._fitting.start()

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        """A press on what is chosen already chooses it, too: as a whole, without words marked in it before."""
        super().mousePressEvent(event)
        self._tell()

    def closeEditor(self, editor: QWidget, hint: QAbstractItemDelegate.EndEditHint) -> None:  # noqa: N802
        """Show what came while something was being written, after what was written has been told."""
        super().closeEditor(editor, hint)
        QTimer.singleShot(0, self, self._catch_up)

    def _catch_up(self) -> None:
        if self._pending:
            self.show_result(*self._pending)

    def _tell(self) -> None:
        if self._is_showing:
            return
        rows = {index.row() for index in self.selectionModel().selectedRows()}
        now = self._grid.cell(self.currentIndex())
        blocks = sorted({self._grid.lines[row].block for row in rows})
        self.chosen.emit(blocks, now.cell if now else TEXT)

    def _block(self, index: QModelIndex) -> int:
        return self._grid.lines[index.row()].block

    def _write(self, block: int, cell: int, text: str) -> None:
        # After Qt has closed the editor, since what it stands in may then be gone.
        QTimer.singleShot(0, self, lambda: self.written.emit(block, cell, text))

    def _grow(self, row: int, height: int) -> None:
        if height > self.rowHeight(row):
            self.setRowHeight(row, height)
        self.scrollTo(self._grid.index(row, self.currentIndex().column()))

    def _span(self) -> None:
        self.clearSpans()
        for row in range(self._grid.rowCount()):
            for column, cell in self._grid.starts(row).items():
                if cell.span > 1:
                    self.setSpan(row, column, 1, cell.span)

    def _fit(self) -> None:
        """Give the columns their width and every row its height."""
        if self.state() == QAbstractItemView.State.EditingState:
            return
        unit = self.viewport().width() // GRID
        if unit <= 0:
            return
        if self._held and self._columns() != self._most:
            self._most = self._columns()
            blocks = {self._grid.lines[index.row()].block for index in self.selectionModel().selectedRows()}
            self._fill(*self._held)
            self.mark(blocks, is_led=True)
        for column in range(GRID):
            self.setColumnWidth(column, unit)
        first = max(0, self.rowAt(0))
        rows = self._grid.rowCount()
        self._unmeasured = [*range(first, rows), *range(first - 1, -1, -1)]
        self._measure()

    def _measure(self) -> None:
        """Give some rows their height, and the others theirs when the window has had its turn; what is in view stays there."""
        unit, font = self.viewport().width() // GRID, QFont(self.font())
        now, self._unmeasured = self._unmeasured[:_AT_ONCE], self._unmeasured[_AT_ONCE:]
        first, moved = self.rowAt(0), 0
        for row in now:
            height, before = self._delegate.height(row, unit, font), self.rowHeight(row)
            if height != before:
                self.setRowHeight(row, height)
                moved += height - before if row < first else 0
        if moved:
            self.verticalScrollBar().setValue(self.verticalScrollBar().value() + moved)
        if self._unmeasured:
            self._measuring.start()


def _soon(parent: QObject, call: Callable[[], None]) -> QTimer:
    """A timer that makes a call once, when Qt has nothing else to do."""
    timer = QTimer(parent)
    timer.setSingleShot(True)
    timer.setInterval(0)
    timer.timeout.connect(call)
    return timer
