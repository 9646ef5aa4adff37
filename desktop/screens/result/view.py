"""The result screen: statements with their status at the left, the document's text at the right. It shows the State, no more."""

from functools import partial
from pathlib import Path
from typing import Final

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QCheckBox,
    QFileDialog,
    QHBoxLayout,
    QHeaderView,
    QPushButton,
    QSplitter,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from assistant.tasks.task import BlockKind, Result, Status
from assistant.wording import Words, visible
from desktop import shortcuts
from desktop.screens.result.presenter import Presenter, State
from desktop.widgets.plain import label, primary

_SIGNS: Final = {Status.SUPPORTED: "✓", Status.PARTLY: "◐", Status.UNSUPPORTED: "✗", Status.NOT_CHECKED: "–"}


class View(QWidget):
    """Shows the State and reports what is done."""

    left = Signal()

    def __init__(self, words: Words) -> None:
        super().__init__()
        self._words = words
        self._presenter: Presenter | None = None
        self._shown: Result | None = None
        self.title = label("", "title")
        self.coverage = label()
        self.blocks = self._table([words("Statement"), words("Support")], words("Statements and their support"))
        self.paragraphs = self._table([words("Paragraph"), words("Text of the document")], words("The document"))
        self.blocks.currentCellChanged.connect(lambda row, *_: self._told("choose_block", row))
        self.paragraphs.currentCellChanged.connect(lambda row, *_: self._told("choose_paragraph", row + 1))
        self.blocks.itemChanged.connect(self._edited)
        for table, stretched in ((self.blocks, 0), (self.paragraphs, 1)):
            table.horizontalHeader().setSectionResizeMode(stretched, QHeaderView.ResizeMode.Stretch)
            table.horizontalHeader().setSectionResizeMode(1 - stretched, QHeaderView.ResizeMode.ResizeToContents)
        self.paragraphs.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        splitter = QSplitter()
        splitter.addWidget(self.blocks)
        splitter.addWidget(self.paragraphs)
        self.findings = label()
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 24, 24, 24)
        column.setSpacing(12)
        for each in (self.title, self.coverage):
            column.addWidget(each)
        column.addWidget(splitter, 1)
        column.addWidget(self.findings)
        column.addLayout(self._foot())
        splitter.splitterMoved.connect(self._fit)

    def attach(self, presenter: Presenter) -> None:
        """Report to this presenter from now on."""
        self._presenter = presenter
        self.show_state(presenter.state)

    def show_state(self, state: State) -> None:
        """Show what there is."""
        result = state.result
        if result is None:
            return
        for table in (self.blocks, self.paragraphs):
            table.blockSignals(True)  # noqa: FBT003 - Qt
        if result is not self._shown:
            self._fill(result)
            self._shown = result
        self._mark(state)
        for table in (self.blocks, self.paragraphs):
            table.blockSignals(False)  # noqa: FBT003 - Qt
        words = self._words
        self.accept.setVisible(state.unsupported > 0)
        self.accept.setChecked(state.is_accepted)
        self.export.setEnabled(state.can_export)
        saved = words("Saved as {name}.", name=state.saved) if state.saved else ""
        self.told.setText(words.error(state.problem) if state.problem else saved)

    def _foot(self) -> QHBoxLayout:
        words = self._words
        self.back = QPushButton(words("&Back to the documents"))
        shortcuts.give(self.back, "back")
        self.back.clicked.connect(self.left.emit)
        self.accept = QCheckBox(words("I have &reviewed what has no support"))
        self.accept.toggled.connect(lambda is_on: self._told("accept", is_on))
        self.export = primary(words("&Save as…"))
        shortcuts.give(self.export, "save")
        self.export.clicked.connect(self._export)
        self.told = label()
        foot = QHBoxLayout()
        foot.addWidget(self.back)
        foot.addWidget(self.told, 1)
        foot.addWidget(self.accept)
        foot.addWidget(self.export)
        return foot

    def _table(self, heads: list[str], name: str) -> QTableWidget:
        table = QTableWidget(0, 2)
        table.setTabKeyNavigation(False)
        table.setShowGrid(False)
        table.horizontalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        table.setHorizontalHeaderLabels(heads)
        table.verticalHeader().hide()
        table.setAccessibleName(name)
        table.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)  # what is marked is the presenter's to say
        table.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        return table

    def _fill(self, result: Result) -> None:
        words = self._words
        self.title.setText(visible(", ".join(document.name for document in result.documents)))
        self.coverage.setText(words.coverage(result.coverage))
        self.findings.setText("\n".join(words.finding(finding) for finding in result.findings))
        self.blocks.setRowCount(len(result.blocks))
        for row, block in enumerate(result.blocks):
            self.blocks.setItem(row, 0, QTableWidgetItem(block.text))
            is_heading = block.kind is BlockKind.HEADING
            status = QTableWidgetItem("" if is_heading else f"{_SIGNS[block.status]} {words.status(block.status)}")
            status.setFlags(status.flags() & ~Qt.ItemFlag.ItemIsEditable)
            self.blocks.setItem(row, 1, status)
        paragraphs = [paragraph for document in result.documents for paragraph in document.paragraphs]
        self.paragraphs.setRowCount(len(paragraphs))
        for row, paragraph in enumerate(paragraphs):
            page = words(", p. {page}", page=paragraph.page) if paragraph.page is not None else ""
            self.paragraphs.setItem(row, 0, QTableWidgetItem(f"¶ {paragraph.number}{page}"))
            self.paragraphs.setItem(row, 1, QTableWidgetItem(paragraph.text))
        self._fit()

    def _mark(self, state: State) -> None:
        for table, marked in ((self.blocks, state.blocks), (self.paragraphs, {n - 1 for n in state.paragraphs})):
            for row in range(table.rowCount()):
                self._paint(table, row, row in marked)
            first = table.item(min(marked), 0) if marked else None
            if first:
                table.scrollToItem(first)

    def _paint(self, table: QTableWidget, row: int, is_marked: bool) -> None:  # noqa: FBT001 - a look, on or off
        palette = self.palette()
        for column in range(table.columnCount()):
            item = table.item(row, column)
            if item:
                item.setBackground(palette.highlight() if is_marked else palette.base())
                item.setForeground(palette.highlightedText() if is_marked else palette.text())

    def _fit(self) -> None:
        for table in (self.blocks, self.paragraphs):
            table.resizeRowsToContents()

    def _told(self, act: str, value: int) -> None:
        if self._presenter and value is not None:
            getattr(self._presenter, act)(value)

    def _edited(self, item: QTableWidgetItem) -> None:
        if self._presenter and item.column() == 0:
            # After Qt has closed the editor, since the table is filled anew.
            QTimer.singleShot(0, partial(self._presenter.edit, item.row(), item.text()))

    def _export(self) -> None:
        kinds = "Word (*.docx);;Markdown (*.md);;Text (*.txt)"
        name, kind = QFileDialog.getSaveFileName(self, self._words("Save as"), "", kinds)
        if name and self._presenter:
            path = Path(name)
            self._presenter.export(path if path.suffix else path.with_suffix(kind[kind.index("*") + 1 : -1]))

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt
        """Rows are as high as their text at the new width."""
        super().resizeEvent(event)
        self._fit()
