"""The icons are drawn, in the colours there are, and may be used."""

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QApplication

from assistant import paths
from desktop import theme
from desktop.icons import icon

DRAWINGS = sorted((paths.resources() / "icons").glob("*.svg"))


def colours(name: str) -> set[str]:
    image = icon(name).pixmap(QSize(48, 48)).toImage()
    pixels = (image.pixelColor(x, y) for x in range(image.width()) for y in range(image.height()))
    return {pixel.name() for pixel in pixels if pixel.alpha() == 255}


@pytest.mark.parametrize("name", [path.stem for path in DRAWINGS])
def test_an_icon_is_drawn_and_follows_light_and_dark(application: QApplication, name: str) -> None:
    seen = []
    for look in ("light", "dark"):
        theme.dress(look)
        seen.append(colours(name))
        ink = application.palette().color(QPalette.ColorRole.ButtonText)
        assert seen[-1]
        assert name == "kansli" or QColor(ink).name() in seen[-1]
    assert (seen[0] == seen[1]) is (name == "kansli"), "the program's own has colours of its own"


def test_the_licence_lies_beside_those_that_are_not_ours() -> None:
    foreign = [path.name for path in DRAWINGS if "@license lucide-static" in path.read_text(encoding="utf-8")]
    assert set(foreign) == {path.name for path in DRAWINGS} - {"kansli.svg", "review.svg"}
    assert (paths.resources() / "icons" / "LICENSE").read_text(encoding="utf-8").startswith("ISC License")
