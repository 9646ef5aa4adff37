"""How pictures are taken; the real ones are for ``make pictures``, which has the real model."""

from pathlib import Path

import pytest
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtWidgets import QApplication, QLabel, QWidget

from assistant import paths
from assistant.wording import LANGUAGES
from scripts import pictures
from scripts.pictures import SCENES, Scene, take, with_few_colours


class Empty:
    """A studio with one label."""

    def __init__(self) -> None:
        self.label = QLabel("x")
        self.ways: list[tuple[str, str, int]] = []

    def dress(self, language: str, look: str, percent: int) -> None:
        self.ways.append((language, look, percent))


def test_every_scene_is_taken_in_every_way_and_the_chosen_ones_are_kept(
    application: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert application
    studio = Empty()

    def show(_studio: object) -> QWidget:
        return studio.label

    monkeypatch.setattr(pictures, "SCENES", {"one": Scene(show, ("sv",)), "two": Scene(show)})
    take(studio, ["one", "two"], tmp_path / "all", tmp_path / "few")  # type: ignore[arg-type]
    assert len(studio.ways) == 8
    assert len(list((tmp_path / "all").glob("one.*.png"))) == 8
    assert len(list((tmp_path / "all").glob("sheet.*.png"))) == 8
    assert [path.name for path in (tmp_path / "few").iterdir()] == ["one.sv.png"]


def test_a_picture_with_few_colours_is_the_same_and_one_with_many_nearly(application: QApplication) -> None:
    assert application
    few = QImage(20, 10, QImage.Format.Format_RGB32)
    few.fill(QColor("#0b5b8a"))
    painter = QPainter(few)
    painter.fillRect(3, 3, 5, 5, QColor("#ffffff"))
    painter.end()
    same = with_few_colours(few)
    assert same.colorCount() <= 256
    assert same.convertToFormat(QImage.Format.Format_RGB32) == few
    many = QImage(64, 64, QImage.Format.Format_RGB32)
    for x in range(64):
        for y in range(64):
            many.setPixelColor(x, y, QColor(4 * x, 4 * y, 128))
    near = with_few_colours(many).convertToFormat(QImage.Format.Format_RGB32)
    assert near.size() == many.size()
    assert len({near.pixel(x, y) for x in range(64) for y in range(64)}) <= 256


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_picture_in_the_folder_is_one_of_a_scene_and_shown_somewhere(language: str) -> None:
    folder = paths.bundle() / "docs"
    shown = (folder / f"guide.{language}.md").read_text("utf-8") + (folder.parent / "README.md").read_text("utf-8")
    there = {path.name for path in (folder / "pictures").glob(f"*.{language}.png")}
    assert there == {f"{name}.{language}.png" for name, scene in SCENES.items() if language in scene.kept}
    assert [name for name in there if f"pictures/{name}" not in shown] == []
