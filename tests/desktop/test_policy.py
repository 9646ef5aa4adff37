"""What IT has fixed is obeyed by the window, and shown as fixed with its place: every key of the schema."""

import json
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QWidget

from assistant import policy, settings
from assistant.documents.read import read, read_bytes
from assistant.engine.catalogue import catalogue
from assistant.errors import OutputError
from assistant.fixable import KEYS
from assistant.identifiers.found import Kind
from assistant.job import Job, Options, carry_out
from assistant.letters.read import folders as letter_folders
from assistant.schemes.read import shipped
from assistant.settings import FIELDS, Settings
from assistant.wording import Words
from desktop import app as composed
from desktop import launch
from desktop.app import App
from desktop.output import Output
from desktop.screens.models.presenter import State as ModelsState
from desktop.widgets.saving import KINDS, saving_dialog
from tests.assistant.test_policy import file, write
from tests.assistant.worker.openers import scripted
from tests.conftest import ROOT
from tests.desktop.conftest import until

__all__ = ["file"]

SAMPLE = ROOT / "resources/examples/tjansteskrivelse-fardtjanst.docx"
SMALL = next(model for model in catalogue() if model.role == "test")
Start = Callable[..., App]


@pytest.fixture
def start(application: QApplication, file: Path, tmp_path: Path) -> Iterator[Start]:
    """Starts the window on a computer where these things are fixed, for a user who has chosen otherwise."""
    assert application
    made: list[App] = []

    def begin(**values: object) -> App:
        write(file, json.dumps(values))
        own = Settings(language="en", look="dark", text_size=100, reads_ahead=False, model=str(tmp_path), threads=9)
        settings.save(own)
        made.append(App(own, scripted, policy.in_force()))
        made[-1].window.show()
        return made[-1]

    yield begin
    for each in made:
        each.frame.answer(is_yes=True)
        each.window.close()
        each.window.deleteLater()


@pytest.mark.parametrize("name", KEYS)
def test_what_is_fixed_is_shown_as_fixed_with_its_place(start: Start, file: Path, name: str) -> None:
    example = str(file.parent) if KEYS[name].kind == "folder" else KEYS[name].example
    app = start(**{name: example})
    app.frame.go("settings")
    view = app.settings_view
    if name in FIELDS:
        assert not view.controls[name].isEnabled()
        assert view.fixed[name].isVisible()
        assert str(file) in view.fixed[name].text()
        assert not view.beyond_card.isVisible()
        return
    words = app.words
    shown = [(told.text(), said.text()) for told, said in view.beyond.rows]
    assert shown == [
        (words(KEYS[name].title), KEYS[name].said(example, words)),
        (words("Where it is said"), str(file)),
    ]
    assert view.beyond_card.isVisible()


def test_where_nothing_is_fixed_nothing_is_shown(start: Start) -> None:
    app = start()
    app.frame.go("settings")
    assert not app.settings_view.beyond_title.isVisible()
    assert all(control.isEnabled() for control in app.settings_view.controls.values())


def test_language_look_and_text_size(start: Start) -> None:
    app = start(language="sv", look="contrast-light", text_size=150)
    assert app.words.language == "sv"
    app.settings.choose("look", "dark")
    chosen = app.settings.state.settings
    assert (chosen.language, chosen.look, chosen.text_size) == ("sv", "contrast-light", 150)


def test_model_threads_and_reading_ahead(start: Start) -> None:
    app = start(model=SMALL.id, threads=1, reads_ahead=True)
    child = app.background._child
    assert (child._opening.model, child._opening.threads) == (SMALL.id, 1)
    assert app.work.reads_ahead
    app.settings.choose("model", "another")
    assert app.background._child._opening.model == SMALL.id


def test_allowed_models(start: Start, tmp_path: Path) -> None:
    app = start(allowed_models=[SMALL.sha256], models_folder=str(tmp_path))
    with (tmp_path / SMALL.file).open("wb") as made:
        made.truncate(SMALL.bytes)
    app.frame.go("models")
    until(lambda: bool(app.models.state.offers))
    state: ModelsState = app.models.state
    assert [offer.model.id for offer in state.offers] == [SMALL.id]
    assert [offer.is_own for offer in state.offers] == [False]


def test_nothing_is_fetched(start: Start) -> None:
    app = start(allow_fetch=False)
    app.frame.go("models")
    assert not app.models_view.fetch_button.isEnabled()


def test_memory_mb(start: Start) -> None:
    app = start(memory_mb=300)
    app.frame.go("models")
    until(lambda: bool(app.models.state.offers))
    assert {offer.fit.value for offer in app.models.state.offers} == {"never"}


def test_no_model_is_asked_for(start: Start, monkeypatch: pytest.MonkeyPatch) -> None:
    start(asks_for_model=False)
    reached: list[str] = []

    class Reached(Exception):
        pass

    def never(*_given: object, **_more: object) -> None:
        reached.append("window")
        raise Reached

    monkeypatch.setattr(composed, "App", never)
    with pytest.raises(Reached):
        composed.run([])
    assert reached == ["window"]


def test_a_wrong_policy_shows_why_and_no_window(
    file: Path, application: QApplication, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert application
    write(file, '{"colour": "red"}')
    said: list[str] = []
    monkeypatch.setattr(composed, "refuse", lambda _application, text: said.append(text))
    assert composed.run([]) not in {0, launch.MODELS}
    assert "colour" in said[0]
    assert str(file) in said[0]


def test_export_formats(start: Start, tmp_path: Path) -> None:
    start(export_formats=["md", "xlsx"])
    parent = QWidget()
    dialog = saving_dialog(parent, "Save", str(tmp_path), "summary")
    assert dialog.nameFilters() == [KINDS["md"]]
    assert dialog.defaultSuffix() == "md"
    made = carry_out(Job(read(SAMPLE), Options("extract")), None, lambda _event: None)
    with pytest.raises(OutputError) as caught:
        Output(lambda: Words("en")).write(made, tmp_path / "a.docx")
    assert caught.value.facts["reason"] == "fixed-format"
    Output(lambda: Words("en")).write(made, tmp_path / "a.md")
    assert (tmp_path / "a.md").exists()
    parent.deleteLater()


def test_organisation(start: Start, tmp_path: Path) -> None:
    start(organisation="Region Mellansjö")
    made = carry_out(Job(read(SAMPLE), Options("extract")), None, lambda _event: None)
    Output(lambda: Words("en")).write(made, tmp_path / "a.docx")
    with zipfile.ZipFile(tmp_path / "a.docx") as parts:
        assert "Region Mellansjö" in parts.read("docProps/core.xml").decode()


def test_masked_kinds(start: Start) -> None:
    app = start(masked_kinds=["email"])
    document = read_bytes(b"Skriv till anna@example.se, tel. 070-123 45 67.", "a.txt")
    app.parts.masking.open(document)
    until(lambda: bool(app.parts.masking.presenter.state.masks))
    presenter = app.parts.masking.presenter
    for mask in presenter.state.masks:
        presenter.switch(mask.number)
    kinds = {mask.find.span.kind for mask in presenter.state.masked}
    assert kinds == {Kind.EMAIL}


def test_schemes_and_templates_folders(start: Start, tmp_path: Path) -> None:
    start(schemes_folder=str(tmp_path / "schemes"), templates_folder=str(tmp_path / "templates"))
    (tmp_path / "schemes").mkdir()
    scheme = 'name = "Vår"\n[[class]]\ncode = "a"\nname = "A"\n[[class]]\ncode = "b"\nname = "B"\n'
    (tmp_path / "schemes" / "region.toml").write_text(scheme, encoding="utf-8")
    assert "region" in shipped()
    assert letter_folders()[0] == tmp_path / "templates"


def test_history_and_its_days(start: Start) -> None:
    app = start(keep_history=False, history_days=30)
    assert app.parts.sorting.works.not_kept == "policy"
