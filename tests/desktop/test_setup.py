"""The window that fetches, offscreen: real files in a home of its own, and threads that do the work."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QMessageBox

from assistant import offers
from assistant.engine.models import Store
from assistant.policy import Policy
from assistant.settings import Settings, load
from desktop import launch
from desktop.setup import Setup
from tests.assistant.engine.test_models import DATA, model
from tests.assistant.engine.test_templates import chat_template
from tests.desktop.conftest import until

BIG = DATA * 400


@pytest.fixture
def setup(application: QApplication, own_home: Path) -> Iterator[Setup]:
    assert application
    (own_home / "models").mkdir()
    kept = Store(own_home / "models", (), (model("usual", BIG), model("big", BIG * 2, "larger")))
    made = Setup(Settings(language="sv"), Policy(), kept)
    made.window.show()
    yield made
    made.window.close()
    made.window.deleteLater()


def is_idle(setup: Setup) -> bool:
    return setup.models.state.work is None


def test_a_model_is_taken_from_a_folder_and_the_documents_come_next(setup: Setup, tmp_path: Path) -> None:
    view = setup.view
    assert "Välkommen" in view.title.text()
    assert view.radios["usual"].isChecked(), "the recommended one"
    assert not view.on_button.isVisible()
    (tmp_path / "usual.gguf").write_bytes(BIG)
    setup.models.copy(tmp_path)
    assert view.work.isVisible()
    assert not view.fetch_button.isEnabled()
    until(lambda: is_idle(setup))
    assert "är installerad" in view.outcome.text()
    assert load()[0].model == "usual"
    assert view.on_button.isVisible()
    view.on_button.click()
    assert setup.code == launch.DOCUMENTS
    assert not setup.window.isVisible()


def test_who_closes_the_window_has_not_asked_for_another(setup: Setup) -> None:
    setup.window.close()
    assert setup.code == 0


def test_who_goes_on_without_a_model_is_remembered(setup: Setup, own_home: Path) -> None:
    setup.view.without_button.click()
    assert setup.code == launch.DOCUMENTS
    assert json.loads((own_home / "settings.json").read_text(encoding="utf-8")) == {
        "language": "sv",
        "asks_for_model": False,
    }


def test_an_import_is_asked_about_first(setup: Setup, tmp_path: Path) -> None:
    own = tmp_path / "egen.gguf"
    own.write_bytes(b"GGUF own" + chat_template("<|im_start|>"))

    def questions() -> list[QMessageBox]:
        return [box for box in setup.window.findChildren(QMessageBox) if box.isVisible()]

    setup.models.bring(own)
    assert "egen.gguf" in questions()[0].text()
    questions()[0].reject()
    until(lambda: setup.models.state.question is None)
    assert not (setup._store.folder / "imported.json").exists()
    setup.models.bring(own)
    box = questions()[0]
    next(button for button in box.buttons() if "Importera" in button.text()).click()
    until(lambda: is_idle(setup) and setup.models.state.done is not None)
    name = setup.models.state.in_use
    assert name.startswith("egen-")
    assert name in setup.view.radios
    assert setup.view.radios[name].isChecked()


def test_what_is_wrong_with_a_file_is_told_in_one_sentence(setup: Setup, tmp_path: Path) -> None:
    (tmp_path / "usual.gguf").write_bytes(bytes(len(BIG)))
    setup.models.copy(tmp_path)
    until(lambda: is_idle(setup))
    assert setup.view.outcome.text().startswith("Språkmodellen usual har en fil som är ändrad eller skadad")
    assert not list(setup._store.folder.iterdir())


def test_the_language_can_be_changed_at_once(setup: Setup) -> None:
    assert setup.view.language_button.text() == "In &English"
    setup.view.language_button.click()
    assert "Welcome" in setup.view.title.text()
    assert load()[0].language == "en"
    assert setup.view.radios["usual"].isChecked()


def test_what_protects_is_tried_and_told(setup: Setup) -> None:
    setup.try_protection()
    assert setup.start
    until(lambda: bool(setup.start and setup.start.state.machine.protection))
    assert setup.view.machine.rows[3][1].text()[0] in "✓✗"


def test_nothing_is_asked_where_it_provides_models_or_the_user_does_without(
    own_home: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert own_home.is_dir()
    assert offers.are_asked_for(Settings(), Policy())
    assert not offers.are_asked_for(Settings(asks_for_model=False), Policy())
    assert not offers.are_asked_for(Settings(), Policy("p", {"models_folder": str(tmp_path)}))
    monkeypatch.setenv("KANSLI_MODELS", str(tmp_path))
    assert not offers.are_asked_for(Settings(), Policy())
