"""The program's icon as pictures of a size, and as Windows has them, drawn from the one drawing in ``resources/icons``."""

import struct
from typing import Final

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtSvg import QSvgRenderer

from scripts.steps import ROOT

#: The sizes that Windows shows: in lists, the task bar, menus and folders, at all scalings.
SIDES: Final = (16, 20, 24, 32, 40, 48, 64, 256)
#: From this size on Windows expects a PNG, below it plain pixels.
_PACKED_FROM: Final = 256
_ENTRY: Final = struct.Struct("<BBBBHHII")
_PICTURE: Final = struct.Struct("<IiiHHIIiiII")


def ico(sides: tuple[int, ...] = SIDES) -> bytes:
    """The icon as a file for Windows, with a picture of each size."""
    pictures = [png(side) if side >= _PACKED_FROM else _pixels(side) for side in sides]
    entries, place = [], 6 + _ENTRY.size * len(sides)
    for side, picture in zip(sides, pictures, strict=True):
        entries.append(_ENTRY.pack(side % 256, side % 256, 0, 0, 1, 32, len(picture), place))
        place += len(picture)
    return b"".join([struct.pack("<HHH", 0, 1, len(sides)), *entries, *pictures])


def png(side: int) -> bytes:
    """The icon as a PNG of so many pixels."""
    picture = _drawn(side)
    content = QByteArray()
    buffer = QBuffer(content)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    assert picture.save(buffer, "PNG")  # type: ignore[call-overload]
    return bytes(content.data())


def _pixels(side: int) -> bytes:
    """The icon as Windows' own kind of picture: lines from the bottom up, then a mask, which 32 bits of colour make needless."""
    picture = _drawn(side)
    lines = [struct.pack(f"<{side}I", *(picture.pixel(x, y) for x in range(side))) for y in reversed(range(side))]
    mask = bytes(-(-side // 32) * 4 * side)
    size = 4 * side * side + len(mask)
    return b"".join([_PICTURE.pack(40, side, 2 * side, 1, 32, 0, size, 0, 0, 0, 0), *lines, mask])


def _drawn(side: int) -> QImage:
    picture = QImage(side, side, QImage.Format.Format_ARGB32)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    QSvgRenderer(str(ROOT / "resources" / "icons" / "kansli.svg")).render(painter)
    painter.end()
    return picture
