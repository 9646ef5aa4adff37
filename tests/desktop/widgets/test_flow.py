"""Rows that break where there is no more room."""

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QApplication, QPushButton, QWidget

from desktop.widgets.flow import Flow


def test_widgets_go_to_a_new_row_when_there_is_no_room_and_hidden_ones_take_none(application: QApplication) -> None:
    assert application
    buttons = [QPushButton("Knapp") for _ in range(4)]
    page, flow = QWidget(), Flow()
    page.setLayout(flow)
    flow.add(*buttons)
    size = buttons[0].sizeHint()
    wide, narrow = 4 * size.width() + 3 * flow.spacing(), 2 * size.width() + flow.spacing()
    assert flow.heightForWidth(wide) == size.height()
    assert flow.heightForWidth(narrow) == 2 * size.height() + flow.spacing()
    buttons[0].hide()
    buttons[1].hide()
    assert flow.heightForWidth(narrow) == size.height()
    assert flow.minimumSize() == buttons[2].minimumSizeHint().expandedTo(QSize())
