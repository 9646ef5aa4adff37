"""Shows a text of our own, with headings and pictures, as labels under each other."""

from pathlib import Path

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPixmap, QResizeEvent
from PySide6.QtWidgets import QLabel, QVBoxLayout

from desktop.widgets.markdown import Part, parts
from desktop.widgets.plain import label

_STYLES = {1: "title", 2: "subtitle", 3: "heading"}


class Picture(QLabel):
    """A picture that is never wider than its place; ``shows`` tells in words what it shows."""

    def __init__(self, path: Path, shows: str) -> None:
        super().__init__()
        self._whole = QPixmap(str(path))
        self.setAccessibleName(shows)
        self.setObjectName("picture")
        self.setMinimumWidth(1)
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt
        """As large as there is room for."""
        super().resizeEvent(event)
        self._fit()

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt
        """As it is."""
        return self._whole.size()

    def _fit(self) -> None:
        width = min(self.width(), self._whole.width())
        if self._whole.isNull() or width == self.pixmap().width():
            return
        self.setPixmap(self._whole.scaledToWidth(width, Qt.TransformationMode.SmoothTransformation))
        self.setFixedHeight(self.pixmap().height())


def show_text(file: Path, column: QVBoxLayout) -> None:
    """Add a Markdown file to a column; its pictures are looked for in its own folder and those below."""
    for part in parts(file.read_text(encoding="utf-8")):
        if part.kind == "picture":
            _add_picture(file.parent, part, column)
        else:
            mark = (f"{part.level}. " if part.level else "• ") if part.kind == "item" else ""
            column.addWidget(label(mark + part.text, _STYLES[part.level] if part.kind == "heading" else ""))


def _add_picture(folder: Path, part: Part, column: QVBoxLayout) -> None:
    path = (folder / part.path).resolve()
    if path.is_file() and path.is_relative_to(folder.resolve()):
        column.addWidget(Picture(path, part.text))
    else:
        column.addWidget(label(part.text, "hint"))
