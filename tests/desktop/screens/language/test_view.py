"""The review in the real window: shown beside the text, decided by keyboard, and found again by its place."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from assistant.wording import LANGUAGES
from desktop.app import App
from tests.desktop.conftest import until
from tests.desktop.test_accessibility import walk

TEXT = "Rubrik 𝔸\n\nDu 𝔸 skall erhålla ett svar enligt 13 § färdtjänstlagen. AI: rekommendera bifall.\n\nBeslutet fattas i dag.\n"


def opened(app: App, folder: Path) -> App:
    file = folder / "brev.txt"
    file.write_text(TEXT, encoding="utf-8")
    app.work.add([file])
    until(lambda: app.work.state.rows[0].stage == "ready")
    app.work_view.choices.review_button.click()
    until(lambda: app.parts.reviews.presenter.state.found is not None)
    QApplication.processEvents()
    return app


def test_a_text_is_reviewed_beside_its_remarks(app: App, tmp_path: Path) -> None:
    view = opened(app, tmp_path).parts.reviews.view
    assert app.frame.state.place == "review-text"
    assert view.title.text() == "brev.txt"
    assert [view.list.item(row).text()[0] for row in range(view.list.count())].count("•") == 2
    marked = view.text.extraSelections()
    assert marked[-1].cursor.selectedText() == "skall"
    assert "Svarta listan" in view.why.text()
    assert view.findings.count() == 1
    view.findings.setCurrentRow(0)
    assert "𝔸" in view.text.textCursor().block().text()


def test_wordings_are_decided_by_keyboard(app: App, tmp_path: Path) -> None:
    view = opened(app, tmp_path).parts.reviews.view
    app.window.activateWindow()
    until(app.window.isActiveWindow)
    view.list.setFocus()
    QTest.keyClick(view.list, Qt.Key.Key_D, Qt.KeyboardModifier.ControlModifier)
    assert app.parts.reviews.presenter.state.accepted == {0}
    QTest.keyClick(view.list, Qt.Key.Key_U, Qt.KeyboardModifier.ControlModifier)
    assert app.parts.reviews.presenter.state.left == {1}
    assert "[−skall−][+ska+]" in view.changes.toPlainText()
    assert app.parts.reviews.is_busy
    assert app._is_busy()


def test_the_place_of_the_cursor_chooses_the_remark_past_letters_of_two_units(app: App, tmp_path: Path) -> None:
    view = opened(app, tmp_path).parts.reviews.view
    block = view.text.document().findBlockByNumber(1)
    cursor = QTextCursor(block)
    cursor.setPosition(
        block.position() + block.text().index("erhålla") + 1 + block.text()[: block.text().index("erhålla")].count("𝔸")
    )
    view.text.setTextCursor(cursor)
    state = app.parts.reviews.presenter.state
    assert state.remark
    assert state.remark.text == "erhålla"
    marked = view.text.extraSelections()
    assert marked[-1].cursor.selectedText() == "erhålla"


def test_it_can_be_heard_and_used_by_keyboard_in_both_languages(app: App, tmp_path: Path) -> None:
    opened(app, tmp_path)
    for language in LANGUAGES:
        app.settings.choose("language", language)
        app.frame.go("review-text")
        QApplication.processEvents()
        for side in range(3):
            app.parts.reviews.view.sides.setCurrentIndex(side)
            QApplication.processEvents()
            assert walk(app.window, f"{language} {side}") == []
    app.frame.go("documents")
    app.work.remove()
    assert app.parts.reviews.view.text.toPlainText() == ""
