"""Whole ways through the window, with real children: stopped at each stage, by keyboard alone, in two languages, with a real model."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QWidget

from assistant.settings import Settings
from desktop.app import App
from tests.assistant.worker.openers import SUMMARY
from tests.desktop.conftest import until

TEXT = "Nämnden beslutade den 3 maj 2025 att godkänna rapporten om färdtjänsten.\n\nRapporten lades till handlingarna."


def press(app: App, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    """Press a key where the keyboard is."""
    focused = QApplication.focusWidget()
    QTest.keyClick(focused if isinstance(focused, QWidget) else app.window, key, modifier)
    QApplication.processEvents()


def stage(app: App) -> str:
    return app.work.state.rows[0].stage


def test_work_is_stopped_while_it_is_written(app: App, tmp_path: Path) -> None:
    app.work.paste(TEXT, "text.txt")
    until(lambda: stage(app) == "ready")
    (tmp_path / "writing").touch()
    app.work_view.start_button.click()
    first = SUMMARY.split()[0]
    until(lambda: app.work_view.work.text.toPlainText().endswith(first))
    app.work_view.stop_button.click()
    until(lambda: stage(app) == "stopped")
    assert app.work.state.can_start
    (tmp_path / "writing").unlink()
    app.work_view.start_button.click()
    until(lambda: stage(app) == "done")


def test_everything_is_done_by_keyboard(app: App, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    # The system's own dialog is not ours to press keys in.
    monkeypatch.setattr(QFileDialog, "exec", lambda _self: True)
    monkeypatch.setattr(QFileDialog, "selectedFiles", lambda _self: [str(tmp_path / "ut.txt")])
    app.window.activateWindow()
    assert QTest.qWaitForWindowActive(app.window)
    QGuiApplication.clipboard().setText(TEXT)
    press(app, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    until(lambda: bool(app.work.state.rows) and stage(app) == "ready")
    press(app, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    until(lambda: stage(app) == "done")
    press(app, Qt.Key.Key_R, Qt.KeyboardModifier.ControlModifier)
    assert app.frame.state.place == "result"
    while app.result.state.undecided:
        press(app, Qt.Key.Key_F8)
        press(app, Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    press(app, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    assert "godkänna rapporten om färdtjänsten" in " ".join((tmp_path / "ut.txt").read_text("utf-8").split())
    press(app, Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    assert app.frame.state.place == "documents"
    press(app, Qt.Key.Key_Delete)
    assert not app.work.state.rows
    press(app, Qt.Key.Key_F1)
    assert app.frame.state.place == "help"


def test_the_language_is_changed_while_a_document_is_open_and_nothing_is_lost(app: App) -> None:
    app.work.paste(TEXT, "text.txt")
    until(lambda: stage(app) == "ready")
    app.work.start()
    until(lambda: stage(app) == "done")
    assert app.work_view.start_button.text() == "&Sammanfatta igen"
    app.settings.choose("language", "en")
    assert app.work_view.start_button.text() == "&Summarise again"
    assert "summary ready" in app.work_view.list.item(0).text()
    app.work_view.result_button.click()
    assert app.frame.state.place == "result"


@pytest.mark.model
def test_a_real_model_summarises_in_the_window(application: QApplication, small_model: Path, own_home: Path) -> None:
    assert application
    (own_home / "models").mkdir()
    (own_home / "models" / small_model.name).symlink_to(small_model)
    app = App(Settings(language="sv", model="smollm2-135m"))
    app.window.show()
    try:
        app.work.paste(TEXT * 3, "text.txt")
        until(lambda: app.work.state.rows[0].ahead == 1.0)
        app.work_view.start_button.click()
        until(lambda: stage(app) in {"done", "failed"})
        row = app.work.state.rows[0]
        assert row.stage == "done", row.problem
        assert row.result is not None
        assert row.result.provenance.model == "smollm2-135m"
        assert row.result.coverage.read == row.result.coverage.paragraphs
    finally:
        app.frame.answer(is_yes=True)
        app.window.close()
        app.window.deleteLater()
