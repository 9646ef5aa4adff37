"""The models screen in the whole window: what is asked before it closes for the program that fetches, and what is shown."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QMessageBox

from assistant import policy
from assistant.policy import Policy
from assistant.settings import Settings
from desktop import launch
from desktop.app import App
from tests.assistant.worker.openers import scripted
from tests.conftest import ROOT
from tests.desktop.conftest import until

SAMPLE = ROOT / "resources/examples/tjansteskrivelse-fardtjanst.docx"


def asked(app: App) -> QMessageBox:
    boxes = [box for box in app.window.findChildren(QMessageBox) if box.isVisible()]
    assert len(boxes) == 1
    return boxes[0]


def answer(app: App, word: str) -> None:
    next(button for button in asked(app).buttons() if word in button.text().replace("&", "")).click()
    QApplication.processEvents()


def test_fetching_closes_the_documents_only_when_the_user_says_so(app: App) -> None:
    app.frame.go("models")
    assert app.models_view.list.count() == 4
    app.models_view.fetch_button.click()
    assert "inget nätverk" in asked(app).informativeText()
    answer(app, "Avbryt")
    assert (app.code, app.window.isVisible()) == (0, True)
    app.models_view.fetch_button.click()
    answer(app, "Stäng och hämta")
    assert (app.code, app.window.isVisible()) == (launch.MODELS, False)


def test_who_stays_after_all_does_not_leave_for_the_other_program_later(app: App, tmp_path: Path) -> None:
    (tmp_path / "slow").touch()
    app.work.add([SAMPLE])
    until(lambda: app.work.state.rows[0].stage == "ready")
    app.work.start()
    until(lambda: app.work.state.rows[0].stage == "running")
    app.frame.go("models")
    app.models_view.fetch_button.click()
    answer(app, "Stäng och hämta")
    assert app.window.isVisible(), "work under way is asked about too"
    answer(app, "Fortsätt arbeta")
    assert app.code == 0
    app.frame.go("documents")
    app.work.stop()
    until(lambda: app.work.state.rows[0].stage == "stopped")
    app.window.close()
    assert app.code == 0


def test_what_can_be_done_depends_on_whether_the_model_is_here(app: App) -> None:
    app.frame.go("models")
    view = app.models_view
    assert view.fetch_button.isVisible()
    assert view.copy_button.isEnabled()
    assert not view.verify_button.isVisible()
    assert not view.remove_button.isVisible()
    assert len(view.hash.text()) == 64
    assert view.hash.isReadOnly()
    assert not view.path.isVisible()
    assert "Qwen2.5-Coder 1.5B" in view.name.text()
    view.list.setCurrentRow(3)
    assert "Gemma" in view.name.text()


def test_what_it_has_fixed_is_told(application: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert application
    fixed = Policy("/etc/kansli/policy.json", {"allow_fetch": False})
    monkeypatch.setattr(policy, "in_force", lambda: fixed)
    app = App(Settings(language="sv", model=str(tmp_path)), scripted, fixed)
    app.window.show()
    app.frame.go("models")
    assert not app.models_view.fetch_button.isEnabled()
    assert "IT har bestämt" in app.models_view.why.text()
    assert app.models_view.copy_button.isEnabled()
    app.window.close()
