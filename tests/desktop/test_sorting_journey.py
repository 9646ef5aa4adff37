"""Documents are sorted, looked through, copied and masked in the whole window, with real readers and by keyboard where it counts."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog

from desktop.app import App
from tests.desktop.conftest import until
from tests.desktop.sorting import written

TEXTS = {
    "faktura.txt": "Faktura\n\nFakturanummer 123. Att betala 500 kr. Förfallodag 2026-04-01. Bankgiro 5050-1055.",
    "protokoll.txt": "Protokoll\n\n§ 1 Val av justerare\n\nNämnden beslutar att välja Anna Ek till justerare.",
    "trasig.docx": "PK\x03\x04",
}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return written(tmp_path / "in", TEXTS)


def press(app: App, keys: str, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.ControlModifier) -> None:
    QTest.keyClick(app.window, Qt.Key[f"Key_{keys}"], modifier)
    QApplication.processEvents()


def test_from_a_folder_to_copies_that_are_taken_away_again(
    app: App, folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    part, out = app.parts.sorting, tmp_path / "out"
    app.window.activateWindow()
    assert QTest.qWaitForWindowActive(app.window)
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_asked: str(folder))
    press(app, "4")
    assert app.frame.state.place == "sorting"
    part.sorting_view.folder_button.click()
    part.sorting_view.alone.click()
    press(app, "T")
    until(lambda: part.sorting.state.running is None and bool(part.sorting.state.piles))
    assert part.sorting.state.pile
    assert part.sorting.state.pile.failed == 1
    press(app, "R")
    assert app.frame.state.place == "review"
    until(lambda: part.review.state.document is not None)
    first = part.review.state.line
    assert first
    assert first.path.name in part.review_view.name.text()
    assert "¶" in part.review_view.text.toPlainText()
    assert part.review_view.text.extraSelections(), "the deciding passage is marked"
    press(app, "J")
    assert part.review.state.lines[0].confirmed == first.label
    press(app, "B")
    assert part.review.state.place == 0
    part.review_view.take_back_button.click()
    assert part.review.state.lines[0].confirmed is None
    part.review_view.finish_button.click()
    assert app.frame.state.place == "finishing"
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_asked: str(out))
    part.finishing_view.where_button.click()
    assert "faktura.txt" in part.finishing_view.plan.toPlainText()
    part.finishing_view.do_button.click()
    until(lambda: part.finishing.state.ended is not None)
    assert sorted(path.name for path in out.rglob("*.txt")) == ["faktura.txt", "protokoll.txt"]
    part.finishing_view.undo_button.click()
    until(lambda: part.finishing.state.running is None)
    assert (list(out.rglob("*.txt")), part.finishing_view.changes.toPlainText().count("Kopian har tagits bort")) == (
        [],
        2,
    )
    assert (folder / "faktura.txt").is_file()
    press(app, "Left", Qt.KeyboardModifier.AltModifier)
    assert app.frame.state.place == "sorting"


def test_the_large_choice_leads_from_open_documents_to_their_sorting(app: App, folder: Path) -> None:
    app.work.add([folder / "faktura.txt"])
    app.work.paste("Hej.", "text.txt")
    until(lambda: all(row.stage == "ready" for row in app.work.state.rows))
    app.work_view.choices.classify_button.click()
    assert app.frame.state.place == "sorting"
    assert app.parts.sorting.sorting.state.sources == (folder / "faktura.txt",), "a text in no file is not sorted"
    assert app.work_view.choices.tasks.checkedButton() is not app.work_view.choices.classify_button


def test_a_masked_copy_is_made_of_an_open_document(app: App, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    app.work.paste("Anna Ek, 811218-9876.\n\nDnr KS-2024-00012. Anna Ek ringer.", "brev.txt")
    until(lambda: app.work.state.rows[0].stage == "ready")
    app.work_view.mask_button.click()
    view, presenter = app.parts.masking.view, app.parts.masking.presenter
    until(lambda: bool(presenter.state.masks))
    assert view.list.count() == len(presenter.state.masks)
    assert view.list.item(0).checkState() is Qt.CheckState.Checked
    view.also.setText("Anna Ek")
    view.also_button.click()
    until(lambda: not presenter.state.is_looking)
    view.copy_box.click()
    assert "811218" not in view.text.toPlainText()
    assert "Anna" not in view.text.toPlainText()
    case = next(place for place, mask in enumerate(presenter.state.masks) if mask.find.text == "KS-2024-00012")
    view.list.item(case).setCheckState(Qt.CheckState.Checked)
    assert "KS-2024" not in view.text.toPlainText()
    out = tmp_path / "kopia.txt"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_asked: (str(out), ""))
    view.save_button.click()
    written = out.read_text(encoding="utf-8")
    assert "ringer" in written
    assert not [word for word in ("811218", "Anna", "KS-2024") if word in written]
    view.back_button.click()
    assert app.frame.state.place == "documents"


def test_a_window_that_sorts_asks_before_it_closes(app: App) -> None:
    app.frame.go("schemes")
    assert not app._is_busy()
    app.parts.sorting.schemes.copy()
    assert app._is_busy(), "a scheme that has been changed would be lost"
