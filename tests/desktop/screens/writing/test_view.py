"""A letter in the real window: corrected, worded by a model in a child of its own, and used by keyboard in both languages."""

import zipfile
from pathlib import Path

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit

from assistant.wording import LANGUAGES
from desktop.app import App
from desktop.screens.writing.fields import Lines
from desktop.widgets.choice import Choice
from tests.desktop.conftest import until
from tests.desktop.test_accessibility import walk

TEXT = "Hej! Kan min mamma ta med rollatorn på resan?\n\nMed vänlig hälsning\n\nKarin Ek\n"


@pytest.fixture
def letter(app: App, tmp_path: Path) -> App:
    """A window that answers a letter."""
    file = tmp_path / "fraga.txt"
    file.write_text(TEXT, encoding="utf-8")
    app.work.add([file])
    until(lambda: app.work.state.rows[0].stage == "ready")
    app.work_view.choices.write_button.click()
    until(lambda: app.parts.letters.presenter.state.draft is not None)
    QApplication.processEvents()
    return app


def test_a_field_is_corrected_where_it_stands(letter: App) -> None:
    view, presenter = letter.parts.letters.view, letter.parts.letters.presenter
    assert letter.frame.state.place == "letters"
    assert view.asked.source.currentText() == "fraga.txt"
    row = view.asked.fields.rows["matter"]
    assert isinstance(row.control, QLineEdit)
    assert row.leave.isVisible()
    row.control.setFocus()
    QTest.keyClicks(row.control, "resor med hund")
    view.asked.kind.setFocus()
    until(lambda: "resor med hund" in presenter.state.blocks[0].text)
    assert not row.leave.isVisible()
    view.asked.words.setPlainText("Rollatorn får följa med på resan.")
    view.asked.take_in.click()
    assert any("Rollatorn" in view.letter.list.item(row).text() for row in range(view.letter.list.count()))
    assert view.questions.count() == 1


def test_the_model_words_the_letter_and_it_is_saved_in_its_template(letter: App, tmp_path: Path) -> None:
    view, presenter = letter.parts.letters.view, letter.parts.letters.presenter
    view.asked.words.setPlainText("Rollatorn får följa med på resan.")
    view.asked.take_in.click()
    view.write.click()
    until(lambda: presenter.state.work is None and bool(presenter.state.wordings or presenter.state.problem))
    assert presenter.state.wordings, presenter.state.problem
    assert presenter.state.draft
    for missing in presenter.state.draft.understood.stops:
        view.asked.fields.rows[missing.name].leave.click()
    for _ in presenter.state.undecided:
        presenter.choose_block(presenter.state.undecided[0])
        view.letter.keep.click()
    presenter.save(tmp_path / "svar.docx")
    assert presenter.state.problem is None
    with zipfile.ZipFile(tmp_path / "svar.docx") as made:
        text = "\n".join(made.read(name).decode() for name in made.namelist() if name.endswith(".xml"))
    assert "UPPGIFT SAKNAS" in text
    assert "Utkast, AI-stöd" in text


def test_every_type_of_letter_has_its_fields(letter: App) -> None:
    view, presenter = letter.parts.letters.view, letter.parts.letters.presenter
    for kind in presenter.state.kinds:
        presenter.choose("kind", kind.id)
        assert list(view.asked.fields.rows) == [field.name for field in kind.fields]
        shown = {name for name, row in view.asked.fields.rows.items() if row.isVisibleTo(view.asked.fields)}
        assert shown == {field.name for field in presenter.state.fields}
        assert all(isinstance(row.control, QLineEdit | Lines | Choice) for row in view.asked.fields.rows.values())


def test_it_can_be_heard_and_used_by_keyboard_in_both_languages(letter: App) -> None:
    for language in LANGUAGES:
        letter.settings.choose("language", language)
        letter.frame.go("letters")
        presenter = letter.parts.letters.presenter
        for kind in ("svar", "beslut"):
            presenter.choose("kind", kind)
            presenter.choose_block(1)
            for side in range(3):
                letter.parts.letters.view.sides.setCurrentIndex(side)
                QApplication.processEvents()
                assert walk(letter.window, f"{language} {kind} {side}") == []


def test_who_has_reviewed_it_is_asked_and_told(letter: App) -> None:
    view, presenter = letter.parts.letters.view, letter.parts.letters.presenter
    view.review.click()
    assert view._box
    view._box.setTextValue("Nils Berg")
    view._box.accept()
    until(lambda: bool(presenter.state.draft and presenter.state.draft.reviewed_by))
    assert "Nils Berg" in view.letter.remaining.text()
