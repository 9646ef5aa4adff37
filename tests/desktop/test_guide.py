"""The guide says only what the program has: its buttons, keys and pictures, in the little Markdown that the help can show."""

import re

import polib
import pytest
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication

from assistant import paths
from assistant.documents import limits
from assistant.wording import LANGUAGES
from desktop.shortcuts import SHORTCUTS
from desktop.widgets.markdown import parts

#: What keys are called in each language, where that is not what Qt calls them.
KEYS = {
    "sv": {"Del": "Delete", "Ctrl+Return": "Ctrl+Retur", "Alt+Left": "Alt+Vänsterpil", "Shift+F6": "Skift+F6"},
    "en": {"Del": "Delete"},
}


def text(language: str) -> str:
    file = paths.guide(language)
    assert file.name == f"guide.{language}.md"
    return file.read_text(encoding="utf-8")


def controls(language: str) -> set[str]:
    """Everything that the window says in this language, as it is read."""
    catalogue = polib.pofile(str(paths.resources() / "translations" / "sv" / "kansli.po"))
    said = [entry.msgstr if language == "sv" else entry.msgid for entry in catalogue]
    return {each.replace("&", "").rstrip("… ") for each in said}


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_name_in_bold_is_one_that_the_window_shows(language: str) -> None:
    named = {" ".join(name.split()) for name in re.findall(r"\*\*(.+?)\*\*", text(language), re.DOTALL)}
    faults = {name for name in named if name.endswith(".")}  # what is wrong, in the list of that
    assert len(named - faults) > 25
    assert sorted(named - faults - controls(language)) == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_key_is_told(language: str) -> None:
    told = text(language)
    assert [key for key, _ in SHORTCUTS.values() if f"- {KEYS[language].get(key, key)}:" not in told] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_picture_is_there_and_tells_in_words_what_it_shows(application: QApplication, language: str) -> None:
    assert application
    pictures = [part for part in parts(text(language)) if part.kind == "picture"]
    assert len(pictures) >= 8
    for picture in pictures:
        file = paths.guide(language).parent / picture.path
        assert not QImage(str(file)).isNull(), f"{file} is missing: make pictures"
        assert file.name.endswith(f".{language}.png")
        assert len(picture.text) > 40, "those who do not see it need to know"


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_help_can_show_all_of_it(language: str) -> None:
    lines = text(language).splitlines()
    assert not [line for line in lines if line.startswith(("|", "```", ">", "####", "<", "---"))]
    shown = " ".join(part.text for part in parts(text(language)))
    assert "**" not in shown
    assert "](" not in shown


@pytest.mark.parametrize("language", LANGUAGES)
def test_both_guides_have_the_same_parts(language: str) -> None:
    mine, other = ([part.kind for part in parts(text(each))] for each in (language, "sv"))
    assert mine == other


def test_the_limits_and_kinds_of_files_are_the_real_ones() -> None:
    assert limits.MAX_FILE == 100 << 20
    assert limits.MAX_PAGES == 2_000
    for language in LANGUAGES:
        told = text(language)
        assert "100 MB" in told
        assert re.search(r"2[ \u00a0,]000", told)
