"""The window offscreen with real children and a scripted model: a document is opened, summarised, looked at and saved."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from desktop.app import App
from tests.assistant.worker.openers import SUMMARY
from tests.desktop.conftest import until

SAMPLE = Path(__file__).resolve().parents[2] / "resources/examples/tjansteskrivelse-fardtjanst.docx"


def stage(app: App) -> str:
    return app.work.state.rows[0].stage


def test_a_document_is_summarised_looked_at_and_saved(app: App, tmp_path: Path) -> None:
    app.work.add([SAMPLE])
    until(lambda: stage(app) == "ready")
    assert app.work_view.start_button.isEnabled()
    app.work_view.start_button.click()
    until(lambda: stage(app) == "done")
    app.work_view.result_button.click()
    items = [app.result_view.blocks.item(row, 0) for row in range(app.result_view.blocks.rowCount())]
    texts = [item.text() for item in items if item]
    assert any(SUMMARY in text for text in texts)
    app.result.accept(is_accepted=True)
    app.result.export(tmp_path / "ut.txt")
    assert SUMMARY in " ".join((tmp_path / "ut.txt").read_text("utf-8").split())


def test_statements_are_chosen_by_mouse_and_keyboard(app: App) -> None:
    app.work.add([SAMPLE])
    until(lambda: stage(app) == "ready")
    app.work.start()
    until(lambda: stage(app) == "done")
    app.work_view.result_button.click()
    blocks = app.result_view.blocks
    item = blocks.item(1, 0)
    assert item
    QTest.mouseClick(blocks.viewport(), Qt.MouseButton.LeftButton, pos=blocks.visualItemRect(item).center())
    assert app.result.state.blocks == {1}
    QTest.keyClick(blocks, Qt.Key.Key_Up)
    assert app.result.state.blocks == {0}
    assert app.result.state.paragraphs, "its source is marked"


def test_work_is_stopped(app: App, tmp_path: Path) -> None:
    (tmp_path / "slow").touch()
    app.work.add([SAMPLE])
    until(lambda: stage(app) == "ready")
    app.work_view.start_button.click()
    until(lambda: stage(app) == "running")
    app.work_view.stop_button.click()
    until(lambda: stage(app) == "stopped")
    assert app.work.state.can_start


def test_a_model_that_crashes_is_told_and_the_window_lives(app: App, tmp_path: Path) -> None:
    (tmp_path / "exit").touch()
    app.work.add([SAMPLE])
    until(lambda: stage(app) == "ready")
    app.work_view.start_button.click()
    until(lambda: stage(app) == "failed")
    problem = app.work.state.rows[0].problem
    assert problem is not None
    assert problem.code == "model-died"
