"""The right side of the result: the documents' text, a paragraph to a line, with what statements rest on marked in it."""

from collections.abc import Collection, Sequence
from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtGui import QColor, QFont, QPalette, QTextCharFormat, QTextCursor, QTextDocument, QTextFormat
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLineEdit,
    QPlainTextDocumentLayout,
    QPushButton,
    QTextEdit,
    QVBoxLayout,
    QWidget,
)

from assistant.documents.document import Document, ParagraphKind
from assistant.tasks.task import Source
from assistant.wording import Words, visible
from desktop.screens.result.state import Spot
from desktop.widgets.elided import Elided
from desktop.widgets.plain import Text

#: How strongly a paragraph is tinted; the quoted words in it have the full colour.
_TINT: Final = 48


class DocumentText(Text):
    """The text, and where each paragraph stands in it."""

    chosen = Signal(str, int)

    def __init__(self, words: Words) -> None:
        super().__init__(words("The document"), is_read_only=True)
        self._words = words
        self._documents: tuple[Document, ...] = ()
        self._spots: list[Spot | None] = []
        self._lines: dict[Spot, int] = {}
        self._begins: dict[Spot, int] = {}
        self._is_showing = False
        self.cursorPositionChanged.connect(self._tell)

    def show_documents(self, documents: tuple[Document, ...]) -> None:
        """Show other documents."""
        if documents is self._documents:
            return
        self._documents = documents
        self._is_showing = True
        self.setDocument(self._written(documents))
        self._is_showing = False

    def mark(self, spots: Collection[Spot], sources: Sequence[Source], *, is_led: bool) -> None:
        """Mark paragraphs, and the quoted words in them more strongly; go to the first when something else chose them."""
        found = [self._line(spot) for spot in spots if spot in self._lines]
        found += [self._quote(source) for source in sources if Spot(source.document, source.paragraph) in self._lines]
        self.setExtraSelections(found)
        first = min((self._lines[spot] for spot in spots if spot in self._lines), default=None)
        if is_led and first is not None:
            self._is_showing = True
            self.setTextCursor(QTextCursor(self.document().findBlockByNumber(first)))
            self._is_showing = False
            self.centerCursor()

    def look_for(self, text: str, *, is_back: bool = False) -> bool:
        """Go to the next place of a text, round the end; whether there is one."""
        way = QTextDocument.FindFlag.FindBackward if is_back else QTextDocument.FindFlag(0)
        if not text:
            return True
        if self.find(text, way):
            return True
        before = self.textCursor()
        self._is_showing = True
        self.moveCursor(QTextCursor.MoveOperation.End if is_back else QTextCursor.MoveOperation.Start)
        self._is_showing = False
        if self.find(text, way):
            return True
        self.setTextCursor(before)
        return False

    def _written(self, documents: tuple[Document, ...]) -> QTextDocument:
        """Built apart, so that it is laid out once."""
        made = QTextDocument(self)
        made.setDocumentLayout(QPlainTextDocumentLayout(made))
        made.setDefaultFont(self.font())
        usual, bold = QTextCharFormat(), QTextCharFormat()
        bold.setFontWeight(QFont.Weight.Bold)
        self._spots, self._lines, self._begins = [], {}, {}
        cursor = QTextCursor(made)
        cursor.beginEditBlock()
        for document in documents:
            if len(documents) > 1:
                self._begin(cursor, None)
                cursor.insertText(visible(document.name), bold)
            for each in document.paragraphs:
                page = self._words(", p. {page}", page=each.page) if each.page is not None else ""
                begins = f"¶\N{NO-BREAK SPACE}{each.number}{page}  "
                spot = Spot(document.name, each.number)
                self._begin(cursor, spot)
                self._begins[spot] = len(begins)
                cursor.insertText(begins, usual)
                # One paragraph is one line, whatever is in it.
                text = each.text.replace("\n", " ").replace("\u2029", " ")
                cursor.insertText(text, bold if each.kind is ParagraphKind.HEADING else usual)
        cursor.endEditBlock()
        return made

    def _begin(self, cursor: QTextCursor, spot: Spot | None) -> None:
        if self._spots:
            cursor.insertBlock()
        if spot is not None:
            self._lines[spot] = len(self._spots)
        self._spots.append(spot)

    def _line(self, spot: Spot) -> QTextEdit.ExtraSelection:
        tint = QColor(self.palette().color(QPalette.ColorRole.Highlight))
        tint.setAlpha(_TINT)
        made = QTextEdit.ExtraSelection()
        made.format.setBackground(tint)
        made.format.setProperty(QTextFormat.Property.FullWidthSelection, True)  # noqa: FBT003 - Qt
        made.cursor = QTextCursor(self.document().findBlockByNumber(self._lines[spot]))
        made.cursor.movePosition(QTextCursor.MoveOperation.EndOfBlock, QTextCursor.MoveMode.KeepAnchor)
        return made

    def _quote(self, source: Source) -> QTextEdit.ExtraSelection:
        spot = Spot(source.document, source.paragraph)
        block = self.document().findBlockByNumber(self._lines[spot])
        at = block.text().find(source.quote, self._begins[spot])
        palette = self.palette()
        made = QTextEdit.ExtraSelection()
        made.format.setBackground(palette.highlight())
        made.format.setForeground(palette.highlightedText())
        made.format.setFontUnderline(True)  # not by its colour alone
        made.cursor = QTextCursor(block)
        if at >= 0:
            made.cursor.setPosition(block.position() + at)
            made.cursor.setPosition(block.position() + at + len(source.quote), QTextCursor.MoveMode.KeepAnchor)
        return made

    def _tell(self) -> None:
        spot = self._spots[self.textCursor().blockNumber()] if self._spots else None
        if not self._is_showing and spot is not None:
            self.chosen.emit(spot.document, spot.paragraph)


class DocumentSide(QWidget):
    """The text under a line that says what is marked and a field to look for words."""

    def __init__(self, words: Words) -> None:
        super().__init__()
        self._words = words
        self.text = DocumentText(words)
        self.said = Elided("hint")
        self.wanted = QLineEdit()
        self.wanted.setPlaceholderText(words("Look for words in the document"))
        self.wanted.setAccessibleName(words("Look for words in the document"))
        self.wanted.setClearButtonEnabled(True)
        self.wanted.returnPressed.connect(self.look)
        self.next = QPushButton(words("&Next"))
        self.next.clicked.connect(self.look)
        row = QHBoxLayout()
        row.addWidget(self.wanted, 1)
        row.addWidget(self.next)
        column = QVBoxLayout(self)
        column.addLayout(row)
        column.addWidget(self.said)
        column.addWidget(self.text, 1)

    def look(self) -> None:
        """Go to the next place of the words that are looked for."""
        if not self.text.look_for(self.wanted.text()):
            self.said.setText(self._words("Those words are not in the document."))
