from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QApplication, QLabel, QVBoxLayout, QWidget

from desktop.widgets.reader import Picture, show_text


@pytest.fixture
def shown(application: QApplication, tmp_path: Path) -> Iterator[list[QLabel]]:
    assert application
    (tmp_path / "guide").mkdir()
    for place in (tmp_path / "guide" / "inne.png", tmp_path / "ute.png"):
        image = QImage(300, 100, QImage.Format.Format_RGB32)
        image.fill(QColor("red"))
        assert image.save(str(place))
    text = "# Titel\n\n<b>Text</b>\n\n![Inne](inne.png)\n\n![Ute](../ute.png)\n\n![Borta](borta.png)\n"
    (tmp_path / "guide" / "guide.md").write_text(text, encoding="utf-8")
    whole = QWidget()
    column = QVBoxLayout(whole)
    show_text(tmp_path / "guide" / "guide.md", column)
    whole.resize(200, 600)
    whole.show()
    application.processEvents()
    yield whole.findChildren(QLabel)
    whole.close()


def test_text_is_plain_and_pictures_of_the_texts_own_folder_are_shown(shown: list[QLabel]) -> None:
    pictures = [each for each in shown if isinstance(each, Picture)]
    assert [each.accessibleName() for each in pictures] == ["Inne"]
    assert pictures[0].pixmap().width() <= 200, "never wider than its place"
    texts = [each.text() for each in shown if not isinstance(each, Picture)]
    assert texts == ["Titel", "<b>Text</b>", "Ute", "Borta"]
