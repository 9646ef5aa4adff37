"""A page that scrolls where there is too little room for it, so that large text fits in a small window."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget


class _Area(QScrollArea):
    """Never narrower than what is in it, since it scrolls only up and down."""

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt
        """As wide as the page must be, and the bar beside it."""
        hint, page = super().minimumSizeHint(), self.widget()
        if page is None:
            return hint
        width = page.minimumSizeHint().width() + self.verticalScrollBar().sizeHint().width()
        return QSize(max(hint.width(), width), hint.height())


def scrolled(page: QWidget) -> QScrollArea:
    """The page in an area that takes the height there is. What has the keyboard in it is always in view."""
    area = _Area()
    area.setWidget(page)
    area.setWidgetResizable(True)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    return area
