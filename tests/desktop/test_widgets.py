"""The small widgets, offscreen."""

import pytest
from PySide6.QtWidgets import QApplication, QPushButton

from desktop.widgets.folding import Folding


@pytest.mark.parametrize(("width", "is_row"), [(1200, True), (160, False)])
def test_widgets_stand_beside_each_other_only_where_there_is_room(
    application: QApplication, width: int, *, is_row: bool
) -> None:
    buttons = [QPushButton("Sammanfatta allt"), QPushButton("Stoppa arbetet"), QPushButton("Visa resultatet")]
    row = Folding(*buttons)
    row.resize(width, 400)
    row.show()
    application.processEvents()
    assert (len({button.y() for button in buttons}) == 1) is is_row
    assert (len({button.x() for button in buttons}) == 1) is not is_row
    assert row.minimumSizeHint().width() < 300, "it can be as narrow as its widest button"
    row.close()
