"""The window offscreen with real children and a scripted model: a document is opened, summarised, looked at and saved."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from desktop.app import App
from desktop.screens.result.versions import TEXT
from tests.assistant.worker.openers import SUMMARY
from tests.desktop.conftest import until

SAMPLE = Path(__file__).resolve().parents[2] / "resources/examples/tjansteskrivelse-fardtjanst.docx"


def stage(app: App) -> str:
    return app.work.state.rows[0].stage


def summarised(app: App) -> None:
    app.work.add([SAMPLE])
    until(lambda: stage(app) == "ready")
    assert app.work_view.start_button.isEnabled()
    app.work_view.start_button.click()
    until(lambda: stage(app) == "done")
    app.work_view.result_button.click()


def test_a_document_is_summarised_looked_at_and_saved(app: App, tmp_path: Path) -> None:
    summarised(app)
    assert app.result.state.result
    texts = [block.text for block in app.result.state.result.blocks]
    assert SUMMARY in texts
    while app.result.state.undecided:
        app.result.next_undecided()
        app.result.keep()
    app.result.export(tmp_path / "ut.txt")
    assert SUMMARY in " ".join((tmp_path / "ut.txt").read_text("utf-8").split())


def test_a_statement_is_edited_checked_changed_by_the_model_and_made_again(app: App) -> None:
    summarised(app)
    app.result.edit(0, TEXT, "Färdtjänsten kostar 9 miljarder kronor.")
    until(lambda: bool(app.result.state.result and app.result.state.result.findings))
    app.result.choose([0])
    app.result.ask("formal")
    until(lambda: bool(app.result.state.changing and app.result.state.changing.stage == "done"))
    app.result.accept(0)
    assert app.result.state.result
    assert app.result.state.result.blocks[0].text == SUMMARY
    app.work.start()
    until(lambda: stage(app) == "done")
    app.work_view.result_button.click()
    assert [version.act for version in app.result.state.versions] == ["made", "edited", "changed", "again"]


def test_work_is_stopped(app: App, tmp_path: Path) -> None:
    (tmp_path / "slow").touch()
    app.work.add([SAMPLE])
    until(lambda: stage(app) == "ready")
    app.work_view.start_button.click()
    until(lambda: stage(app) == "running")
    app.work_view.stop_button.click()
    until(lambda: stage(app) == "stopped")
    assert app.work.state.can_start


def test_a_change_is_stopped_while_it_is_under_way(app: App, tmp_path: Path) -> None:
    summarised(app)
    (tmp_path / "slow").touch()
    app.result.choose([0])
    app.result.ask("shorter")
    until(lambda: bool(app.result.state.changing and app.result.state.changing.stage == "running"))
    app.result.stop()
    until(lambda: bool(app.result.state.changing and app.result.state.changing.stage == "stopped"))
    assert len(app.result.state.versions) == 1


def test_a_model_that_crashes_is_told_and_the_window_lives(app: App, tmp_path: Path) -> None:
    (tmp_path / "exit").touch()
    app.work.add([SAMPLE])
    until(lambda: stage(app) == "ready")
    app.work_view.start_button.click()
    until(lambda: stage(app) == "failed")
    problem = app.work.state.rows[0].problem
    assert problem is not None
    assert problem.code == "model-died"


def test_a_result_is_gone_through_with_the_keyboard_alone(app: App) -> None:
    summarised(app)
    view = app.result_view
    app.window.activateWindow()
    view.statements.setFocus()
    until(view.statements.hasFocus)
    QTest.keyClick(view.statements, Qt.Key.Key_Down)
    assert app.result.state.blocks, "arrows choose"
    QTest.keyClick(view.statements, Qt.Key.Key_F6)
    until(view.document.text.hasFocus)
    QTest.keyClick(view.document.text, Qt.Key.Key_F6, Qt.KeyboardModifier.ShiftModifier)
    until(view.statements.hasFocus)
    QTest.keyClick(view.statements, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    until(view.document.wanted.hasFocus)
