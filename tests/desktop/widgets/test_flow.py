from PySide6.QtCore import QRect
from PySide6.QtWidgets import QApplication, QPushButton, QVBoxLayout, QWidget

from desktop.widgets.flow import Flow


def laid(width: int, *, hidden: int = -1) -> list[QRect]:
    """Where four buttons stand in a holder of that width."""
    holder = QWidget()
    buttons = [QPushButton(f"Button number {number}") for number in range(4)]
    column = QVBoxLayout(holder)
    column.setContentsMargins(0, 0, 0, 0)
    column.addLayout(Flow(*buttons))
    column.addStretch()
    if hidden >= 0:
        buttons[hidden].hide()
    holder.resize(width, 600)
    holder.show()
    QApplication.processEvents()
    places = [button.geometry() for button in buttons]
    holder.close()
    return places


def test_buttons_go_on_in_the_next_line_where_they_do_not_fit(application: QApplication) -> None:
    assert application
    wide, narrow = laid(2_000), laid(300)
    assert len({place.y() for place in wide}) == 1
    assert len({place.y() for place in narrow}) > 1
    assert all(place.right() < 300 for place in narrow)
    assert not any(one.intersects(other) for one in narrow for other in narrow if one is not other)


def test_what_is_hidden_takes_no_room(application: QApplication) -> None:
    assert application
    assert laid(2_000, hidden=0)[1].x() == 0
