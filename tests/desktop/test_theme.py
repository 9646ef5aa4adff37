"""Every look can be read: the contrasts of WCAG 2.2, reckoned for each pair of colours that stand on each other."""

import re
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QApplication, QLabel

from desktop import theme

R = QPalette.ColorRole
GROUNDS = (R.Window, R.Base, R.AlternateBase, R.Button)
#: Text and what it stands on: 4.5 to 1.
TEXTS = [
    (R.WindowText, R.Window), (R.WindowText, R.Base), (R.Text, R.Base), (R.ButtonText, R.Button), (R.ButtonText, R.AlternateBase),
    (R.ToolTipText, R.ToolTipBase), (R.HighlightedText, R.Highlight), *((R.Link, ground) for ground in GROUNDS),
    *((R.PlaceholderText, ground) for ground in (R.Window, R.Base, R.Button)),
]  # fmt: skip
#: What tells where the keyboard is, and where a control ends: 3 to 1.
LINES = [*((R.Highlight, ground) for ground in GROUNDS), *((R.Mid, ground) for ground in (R.Window, R.Base, R.Button))]


def luminance(colour: str) -> float:
    seen = QColor(colour)
    parts = ((0.2126, seen.redF()), (0.7152, seen.greenF()), (0.0722, seen.blueF()))
    return sum(share * (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4) for share, part in parts)


def ratio(one: str, other: str) -> float:
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def test_the_reckoning_is_right() -> None:
    assert ratio("#000000", "#ffffff") == pytest.approx(21)
    assert ratio("#777777", "#ffffff") == pytest.approx(4.48, abs=0.01)


@pytest.mark.parametrize("place", range(len(theme.LOOKS)), ids=theme.LOOKS)
def test_text_and_lines_can_be_seen_in_every_look(place: int) -> None:
    least = 7.0 if theme.LOOKS[place].startswith("contrast") else 4.5
    for front, ground in TEXTS:
        assert ratio(theme.COLOURS[front][place], theme.COLOURS[ground][place]) >= least, (front, ground)
    for front, ground in LINES:
        assert ratio(theme.COLOURS[front][place], theme.COLOURS[ground][place]) >= 3, (front, ground)


def test_text_grows_and_shrinks_while_it_is_shown(application: QApplication) -> None:
    shown = QLabel("Text")
    shown.setObjectName("title")
    shown.show()
    theme.dress("light", 100)
    application.processEvents()
    before = shown.fontMetrics().height()
    theme.dress("dark", 200)
    application.processEvents()
    assert shown.fontMetrics().height() == pytest.approx(2 * before, abs=2)
    assert shown.palette().color(R.WindowText) == QColor("#e9edf2")
    theme.dress("light", 100)
    application.processEvents()
    assert shown.fontMetrics().height() == before


@pytest.mark.parametrize(
    ("scheme", "contrast", "look"),
    [
        (Qt.ColorScheme.Unknown, Qt.ContrastPreference.NoPreference, "light"),
        (Qt.ColorScheme.Light, Qt.ContrastPreference.NoPreference, "light"),
        (Qt.ColorScheme.Dark, Qt.ContrastPreference.NoPreference, "dark"),
        (Qt.ColorScheme.Light, Qt.ContrastPreference.HighContrast, "contrast-light"),
        (Qt.ColorScheme.Dark, Qt.ContrastPreference.HighContrast, "contrast-dark"),
    ],
)
def test_without_a_choice_the_look_is_the_systems(
    scheme: Qt.ColorScheme, contrast: Qt.ContrastPreference, look: str
) -> None:
    assert theme.of_system(scheme, contrast) == look


@pytest.mark.parametrize("look", theme.LOOKS)
def test_the_style_sheet_names_only_colours_of_the_palette_and_pictures_that_there_are(look: str) -> None:
    sheet = re.sub(r"/\*.*?\*/", "", theme._sheet(look, 150), flags=re.DOTALL)
    assert not re.findall(r"#[0-9a-f]{3,8}\b(?![^{]*\{)", re.sub(r"Q\w+#\w+", "", sheet))
    assert "spx" not in sheet
    pictures = re.findall(r'url\("([^"]+)"\)', sheet)
    assert pictures
    assert all(Path(picture).is_file() for picture in pictures)
