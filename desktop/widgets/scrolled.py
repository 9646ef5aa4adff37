"""A page that scrolls where there is too little room for it, so that large text fits in a small window."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget


class Area(QScrollArea):
    """It scrolls up and down only, and so is never narrower than what is in it."""

    def __init__(self) -> None:
        super().__init__()
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt
        """As wide as the page must be, and the bar beside it."""
        hint, page = super().minimumSizeHint(), self.widget()
        if page is None:
            return hint
        width = page.minimumSizeHint().width() + self.verticalScrollBar().sizeHint().width()
        return QSize(max(hint.width(), width), hint.height())


def scrolled(page: QWidget) -> QScrollArea:
    """The page in an area that takes the height there is. What has the keyboard in it is always in view."""
    area = Area()
    area.setWidget(page)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    return area
