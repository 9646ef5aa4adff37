"""The left side of the review: the text as it was read, a paragraph to a line, with the words that were remarked on underlined."""

from collections.abc import Iterable
from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtGui import QFont, QTextCharFormat, QTextCursor, QTextDocument
from PySide6.QtWidgets import QPlainTextDocumentLayout, QTextEdit

from assistant.documents.document import Document, ParagraphKind
from assistant.review.remark import Remark
from assistant.wording import Words
from desktop.widgets.plain import Text

#: More underlines than this at once make a long text slow; the chosen words are always marked.
_MOST: Final = 3_000


class ReviewedText(Text):
    """Tells ``chosen`` with a paragraph's number and a place in it when the keyboard or the mouse goes there."""

    chosen = Signal(int, int)

    def __init__(self, words: Words) -> None:
        super().__init__(words("The text"), is_read_only=True)
        self._words = words
        self._shown: Document | None = None
        self._numbers: list[int] = []
        self._lines: dict[int, tuple[int, int]] = {}
        self._underlines: list[QTextEdit.ExtraSelection] = []
        self._is_showing = False
        self.cursorPositionChanged.connect(self._tell)

    def show_document(self, document: Document | None) -> None:
        """Show another text."""
        if document is self._shown:
            return
        self._shown = document
        self._is_showing = True
        self.setDocument(self._written(document))
        self._is_showing = False

    def underline(self, remarks: Iterable[Remark]) -> None:
        """Underline these words."""
        self._underlines = [self._selection(each, is_chosen=False) for each in list(remarks)[:_MOST] if each.text]

    def mark(self, remark: Remark | None, *, is_led: bool) -> None:
        """Mark the chosen words strongly; go to them when the text was not what chose them."""
        chosen = [] if remark is None or not remark.text else [self._selection(remark, is_chosen=True)]
        self.setExtraSelections([*self._underlines, *chosen])
        if is_led and remark is not None and remark.paragraph in self._lines:
            self._is_showing = True
            cursor = QTextCursor(self.document().findBlockByNumber(self._lines[remark.paragraph][0]))
            cursor.setPosition(self._position(remark, remark.start))
            self.setTextCursor(cursor)
            self._is_showing = False
            self.centerCursor()

    def go_to(self, paragraph: int) -> None:
        """Go to a paragraph."""
        if paragraph in self._lines:
            self._is_showing = True
            self.setTextCursor(QTextCursor(self.document().findBlockByNumber(self._lines[paragraph][0])))
            self._is_showing = False
            self.centerCursor()

    def _written(self, document: Document | None) -> QTextDocument:
        made = QTextDocument(self)
        made.setDocumentLayout(QPlainTextDocumentLayout(made))
        made.setDefaultFont(self.font())
        usual, bold = QTextCharFormat(), QTextCharFormat()
        bold.setFontWeight(QFont.Weight.Bold)
        self._numbers, self._lines, self._underlines = [], {}, []
        cursor = QTextCursor(made)
        cursor.beginEditBlock()
        for each in document.paragraphs if document else ():
            page = self._words(", p. {page}", page=each.page) if each.page is not None else ""
            begins = f"¶\N{NO-BREAK SPACE}{each.number}{page}  "
            if self._numbers:
                cursor.insertBlock()
            self._lines[each.number] = len(self._numbers), len(begins)
            self._numbers.append(each.number)
            cursor.insertText(begins, usual)
            # One paragraph is one line, and each of its characters one here, whatever they are.
            text = each.text.replace("\n", " ").replace("\u2029", " ").replace("\u2028", " ").replace("\r", " ")
            cursor.insertText(text, bold if each.kind is ParagraphKind.HEADING else usual)
        cursor.endEditBlock()
        return made

    def _selection(self, remark: Remark, *, is_chosen: bool) -> QTextEdit.ExtraSelection:
        made = QTextEdit.ExtraSelection()
        if is_chosen:
            made.format.setBackground(self.palette().highlight())
            made.format.setForeground(self.palette().highlightedText())
            made.format.setFontUnderline(True)  # not by its colour alone
        else:
            made.format.setUnderlineStyle(QTextCharFormat.UnderlineStyle.DotLine)
        made.cursor = QTextCursor(self.document())
        if remark.paragraph in self._lines:
            made.cursor.setPosition(self._position(remark, remark.start))
            made.cursor.setPosition(self._position(remark, remark.end), QTextCursor.MoveMode.KeepAnchor)
        return made

    def _position(self, remark: Remark, at: int) -> int:
        """Where a place of the paragraph stands here. Qt counts letters beyond the usual plane twice."""
        line, begins = self._lines[remark.paragraph]
        block = self.document().findBlockByNumber(line)
        text = block.text()[begins:]
        return block.position() + begins + len(text[:at].encode("utf-16-le")) // 2

    def _tell(self) -> None:
        cursor = self.textCursor()
        if self._is_showing or not self._numbers:
            return
        number = self._numbers[cursor.blockNumber()]
        before = self._lines[number][1]
        units = cursor.block().text().encode("utf-16-le")[2 * before : 2 * cursor.positionInBlock()]
        self.chosen.emit(number, len(units.decode("utf-16-le", errors="ignore")))
