"""What the result screen shows of the State, and how it is reached by keyboard and mouse."""

import dataclasses

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible, QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QSplitter

from assistant.documents.document import Document, Paragraph
from assistant.tasks.task import Block, BlockKind, Finding, Result, Source, Status
from assistant.wording import Words
from assistant.worker.messages import Finished
from desktop.checking import Checked
from desktop.screens.result.grid import Editor
from desktop.screens.result.presenter import Presenter
from desktop.screens.result.versions import TEXT
from desktop.screens.result.view import View
from tests.desktop.conftest import until
from tests.desktop.screens.result.make import INVENTED, SUPPORTED, Around, result

_CTRL = Qt.KeyboardModifier.ControlModifier


class Screen:
    """A view with its presenter."""

    def __init__(self, language: str = "sv") -> None:
        self.around = Around()
        self.view = View(Words(language))
        self.presenter = Presenter(self.around, self.around.checks.append, self.around, self.view.show_state)
        self.view.attach(self.presenter)
        self.view.resize(1000, 700)
        self.view.show()

    def open(self, found: Result, number: int = 1) -> None:
        self.presenter.open(number, found)
        QApplication.processEvents()

    def texts(self) -> list[str]:
        grid = self.view.statements.model()
        cells = (grid.index(row, column) for row in range(grid.rowCount()) for column in range(grid.columnCount()))
        return [cell.data() for cell in cells if cell.data()]

    def row(self, text: str) -> int:
        grid = self.view.statements.model()
        return next(
            row
            for row in range(grid.rowCount())
            for column in range(grid.columnCount())
            if text in (grid.index(row, column).data() or "")
        )

    def click(self, text: str, *, twice: bool = False) -> None:
        table = self.view.statements
        at = table.visualRect(table.model().index(self.row(text), 0)).topLeft() + QPoint(8, 8)
        QTest.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=at)
        if twice:
            QTest.mouseDClick(table.viewport(), Qt.MouseButton.LeftButton, pos=at)

    def editor(self) -> Editor:
        return next(each for each in self.view.statements.findChildren(Editor) if each.isVisible())


@pytest.fixture
def screen(application: QApplication) -> Screen:
    assert application
    made = Screen()
    made.open(result())
    return made


def marked_in_document(screen: Screen) -> list[str]:
    return [each.cursor.selectedText() for each in screen.view.document.text.extraSelections()]


def test_choosing_a_statement_marks_its_paragraph_and_its_words_in_it(screen: Screen) -> None:
    screen.click(SUPPORTED.text)
    assert screen.presenter.state.blocks == {1}
    assert marked_in_document(screen) == [
        "¶\u00a02, s. 1  Nämnden godkände rapporten den 3 maj. Den skickas vidare.",
        "Nämnden godkände rapporten den 3 maj.",
    ]
    assert screen.view.document.text.extraSelections()[1].format.fontUnderline(), "not by its colour alone"


def test_choosing_a_paragraph_chooses_the_statements_that_rest_on_it(screen: Screen) -> None:
    text = screen.view.document.text
    text.setTextCursor(QTextCursor(text.document().findBlockByNumber(1)))
    rows = {index.row() for index in screen.view.statements.selectionModel().selectedRows()}
    assert screen.row(SUPPORTED.text) in rows
    assert screen.row("Ada") in rows
    assert screen.row(INVENTED.text) not in rows


def test_a_statement_is_edited_where_it_stands(screen: Screen) -> None:
    screen.click(SUPPORTED.text)
    QTest.keyClick(screen.view.statements, Qt.Key.Key_Return)
    assert screen.editor().toPlainText() == SUPPORTED.text
    screen.editor().setPlainText("Nämnden avslog rapporten.")
    QTest.keyClick(screen.editor(), Qt.Key.Key_Return, _CTRL)
    until(lambda: len(screen.presenter.state.versions) == 2)
    assert screen.presenter.state.result
    assert screen.presenter.state.result.blocks[1].text == "Nämnden avslog rapporten."
    assert screen.presenter.state.blocks == {1}, "it is still chosen"


def test_what_is_being_written_is_not_lost_when_a_check_comes(screen: Screen) -> None:
    screen.presenter.edit(1, TEXT, "Nämnden avslog rapporten.")
    before = screen.around.checks[0].blocks[0]
    after = dataclasses.replace(before, status=Status.UNSUPPORTED)
    screen.click(INVENTED.text, twice=True)
    screen.editor().setPlainText("Alla får en cykel.")
    screen.presenter.hear_check(1, [Checked(before, after, (Finding("negation-differs", {}, 0),))])
    assert screen.editor().toPlainText() == "Alla får en cykel."
    QTest.keyClick(screen.editor(), Qt.Key.Key_Return, _CTRL)
    until(lambda: "Alla får en cykel." in screen.texts())
    assert any("motsatsen" in text for text in screen.texts())
    screen.click(INVENTED.text.replace("bil", "cykel"), twice=True)
    screen.presenter.hear_check(1, [Checked(after, before, ())])
    QTest.keyClick(screen.editor(), Qt.Key.Key_Escape)
    until(lambda: not any("motsatsen" in text for text in screen.texts()))


def test_nothing_of_a_result_stays_when_its_document_has_gone(screen: Screen) -> None:
    screen.presenter.keep_only(())
    assert screen.texts() == []
    assert screen.view.document.text.toPlainText() == ""
    assert screen.view.history.list.count() == 0


def test_esc_leaves_a_statement_as_it_was(screen: Screen) -> None:
    screen.click(SUPPORTED.text, twice=True)
    screen.editor().setPlainText("Något annat.")
    QTest.keyClick(screen.editor(), Qt.Key.Key_Escape)
    QApplication.processEvents()
    assert len(screen.presenter.state.versions) == 1


def test_words_marked_while_editing_are_what_a_change_is_asked_for(screen: Screen) -> None:
    screen.click(SUPPORTED.text)
    screen.view.statements.edit_chosen()
    cursor = screen.editor().textCursor()
    cursor.setPosition(8)
    cursor.setPosition(16, QTextCursor.MoveMode.KeepAnchor)
    screen.editor().setTextCursor(cursor)
    screen.view.change.click()
    QApplication.processEvents()
    assert screen.presenter.marked == ("godkände",)
    assert "”godkände”" in screen.view.asking.marked.text()
    screen.view.asking.ask.click()
    assert screen.around.jobs[0].change
    assert screen.around.jobs[0].change.marked[0].text == "godkände"


def test_a_cell_of_a_table_is_edited_by_itself(screen: Screen) -> None:
    row = screen.row("Ada")
    table = screen.view.statements
    table.setCurrentIndex(table.model().index(row, 0))
    QTest.keyClick(table, Qt.Key.Key_Return)
    assert screen.editor().toPlainText() == "Ada"
    screen.editor().setPlainText("Eva")
    QTest.keyClick(screen.editor(), Qt.Key.Key_Return, _CTRL)
    until(lambda: len(screen.presenter.state.versions) == 2)
    assert screen.presenter.state.result
    assert screen.presenter.state.result.blocks[5].cells == ("Eva", "S")


def test_delete_removes_and_undo_brings_back(screen: Screen) -> None:
    screen.click(INVENTED.text)
    QTest.keyClick(screen.view.statements, Qt.Key.Key_Delete)
    assert screen.presenter.state.result
    assert INVENTED not in screen.presenter.state.result.blocks
    screen.view.history.undo.click()
    assert screen.row(INVENTED.text)


def test_what_waits_for_a_decision_is_told_and_gone_through(screen: Screen) -> None:
    assert screen.view.remaining.text().startswith("2 ")
    assert not screen.view.keep.isVisible()
    screen.view.next.click()
    assert screen.view.keep.isVisible()
    screen.view.keep.click()
    screen.view.keep.click()
    assert not screen.view.notice.isVisible()


def test_findings_lead_to_their_statements(screen: Screen) -> None:
    assert screen.view.sides.tabText(1) == "Att kontrollera (3)"
    screen.view.findings.setCurrentRow(1)
    assert screen.presenter.state.blocks == {3}


def test_versions_are_listed_and_compared(screen: Screen) -> None:
    screen.presenter.edit(1, TEXT, "Nämnden avslog rapporten.")
    history = screen.view.history
    assert history.list.count() == 2
    history.other.setCurrentIndex(history.other.findData(1))
    history.other.activated.emit(history.other.currentIndex())
    assert "[−godkände−][+avslog+]" in history.differs.toPlainText()
    history.list.setCurrentRow(1)
    assert screen.presenter.state.shown == 1


def test_a_proposal_is_shown_as_a_difference_and_accepted(screen: Screen) -> None:
    screen.click(SUPPORTED.text)
    screen.view.change.click()
    screen.view.asking.ask.click()
    block = Block(BlockKind.STATEMENT, "Nämnden avslog rapporten.", status=Status.PARTLY)
    lost = Finding("change-lost", {"text": "3 maj"}, 0)
    screen.presenter.hear(1, Finished(dataclasses.replace(result(block), findings=(lost,))))
    asking = screen.view.asking
    assert asking.differs.toPlainText() == "Nämnden [−godkände−][+avslog+] rapporten."
    assert "3 maj" in asking.known.text()
    assert not asking.order.isVisible()
    asking.accept.click()
    assert screen.row("Nämnden avslog rapporten.") >= 0
    assert asking.order.isVisible()


def test_only_what_a_wish_needs_is_asked_for(screen: Screen) -> None:
    asking = screen.view.asking
    screen.click(SUPPORTED.text)
    screen.view.change.click()
    assert not asking.language.isVisible()
    assert not asking.instruction.isVisible()
    asking.wish.setCurrentIndex(asking.wish.findData("language"))
    assert asking.language.isVisible()
    asking.wish.setCurrentIndex(asking.wish.findData("own"))
    assert asking.instruction.isVisible()


def test_words_are_looked_for_round_the_end(screen: Screen) -> None:
    side = screen.view.document
    side.wanted.setText("rapporten")
    side.look()
    side.look()
    assert side.text.textCursor().selectedText() == "rapporten"
    side.wanted.setText("helikopter")
    side.look()
    assert side.said.text() == "De orden finns inte i dokumentet."


def test_a_long_document_is_shown_and_gone_to(screen: Screen) -> None:
    document = Document("lång.txt", "txt", tuple(Paragraph(n, f"Stycke {n}.") for n in range(1, 5_001)))
    block = Block(BlockKind.STATEMENT, "Ett.", (), (Source("lång.txt", 4_000, None, "Stycke 4000."),), Status.SUPPORTED)
    screen.open(dataclasses.replace(result(block), documents=(document,)), 2)
    screen.presenter.choose([0])
    text = screen.view.document.text
    assert text.textCursor().blockNumber() == 3_999
    assert text.viewport().rect().contains(text.cursorRect())


def test_tables_become_records_where_there_is_no_room_and_what_is_chosen_stays(screen: Screen) -> None:
    screen.presenter.choose([5])
    assert "Namn" in screen.texts()
    splitter = screen.view.findChild(QSplitter)
    assert splitter
    splitter.setSizes([150, 850])
    until(lambda: "Namn" not in screen.texts())
    assert "Ada" in screen.texts()
    assert screen.presenter.state.blocks == {5}
    assert screen.view.statements.selectionModel().selectedRows()


def test_a_statement_is_read_aloud_with_its_support(screen: Screen) -> None:
    table = screen.view.statements
    index = table.model().index(screen.row(INVENTED.text), 0)
    assert table.model().data(index, Qt.ItemDataRole.AccessibleTextRole) == "Alla får en bil.. ✗ ej belagt"
    assert QAccessible.queryAccessibleInterface(table).text(QAccessible.Text.Name)


@pytest.mark.parametrize("language", ["sv", "en"])
def test_the_screen_fits_a_small_window_in_every_language(application: QApplication, language: str) -> None:
    assert application
    screen = Screen(language)
    screen.open(result())
    screen.presenter.may_leave()
    for side in range(screen.view.sides.count()):
        screen.view.sides.setCurrentIndex(side)
        QApplication.processEvents()
        assert screen.view.minimumSizeHint().width() <= 700
        assert screen.view.minimumSizeHint().height() <= 480
