"""A PDF page as both readers see it: pieces of text with their places, lines of tables, and how much of it is pictures."""

import math
from collections import Counter
from dataclasses import dataclass, field, replace

Matrix = tuple[float, float, float, float, float, float]
#: A straight line: x0, y0, x1, y1.
Rule = tuple[float, float, float, float]

#: Degrees by which a text may lean and still stand upright.
_LEAN = 3.0
#: Points outside the page's edge at which nothing is seen any more.
_OUTSIDE = 2.0
_UNMOVED: Matrix = (1, 0, 0, 1, 0, 0)
#: Letters that are more than some signs.
_A_FEW = 10
#: A page that pictures cover this share of is scanned.
SCANNED = 0.5


@dataclass(frozen=True, slots=True)
class Piece:
    """A piece of text on one baseline: a word, a part of one, or several.

    Attributes:
        text: what it says; spaces at its ends count.
        x0: where it begins, in points from the page's left edge.
        x1: where it ends.
        y: its baseline, in points from the page's lower edge.
        size: of its letters, in points.
        bold: whether the font is.
        angle: degrees that it is turned by, counter-clockwise.
        y1: the baseline at its end, where it is turned.
        hidden: too small to be seen, or outside the page.
        unpainted: placed, but not drawn: what text recognition found on a scanned page, or what is to be hidden.
        garbled: nothing tells which letters the font's codes are.
        margin: the file itself says that it is a running head or foot.
    """

    text: str
    x0: float
    x1: float
    y: float
    size: float
    bold: bool = False
    angle: float = 0.0
    y1: float = 0.0
    hidden: bool = False
    unpainted: bool = False
    garbled: bool = False
    margin: bool = False


@dataclass
class Sheet:
    """One page, upright, its lower left corner at 0, 0.

    Attributes:
        pieces: its text.
        rules: straight lines on it, of tables and others.
        images: the areas of its pictures.
        width: in points.
        height: in points.
        drawn: how many shapes are painted on it.
    """

    pieces: list[Piece] = field(default_factory=list)
    rules: list[Rule] = field(default_factory=list)
    images: list[float] = field(default_factory=list)
    width: float = 595.0
    height: float = 842.0
    drawn: int = 0

    @property
    def is_garbled(self) -> bool:
        """Whether words of it cannot be told; a few bullets from a font of signs are no words."""
        return sum(len(piece.text) for piece in self.pieces if piece.garbled and len(piece.text) > 1) > _A_FEW

    @property
    def pictured(self) -> float:
        """How much of the page its pictures cover, 0 to 1."""
        return min(1.0, sum(self.images) / max(1.0, self.width * self.height))


def applied(matrix: Matrix, x: float, y: float) -> tuple[float, float]:
    """A point after a transformation."""
    a, b, c, d, e, f = matrix
    return a * x + c * y + e, b * x + d * y + f


def turned(sheet: Sheet, corner: tuple[float, float, float, float], rotation: int) -> Sheet:
    """The sheet as it is shown: moved to its corner and turned clockwise, what lies outside it hidden.

    Text that is turned although the page is not comes with the rest if most of the page is so; else it keeps its angle.
    """
    left, bottom, right, top = corner
    width, height = right - left, top - bottom
    matrix: Matrix = {
        90: (0, -1, 1, 0, -bottom, right),
        180: (-1, 0, 0, -1, right, top),
        270: (0, 1, -1, 0, top, -left),
    }.get(rotation, (1, 0, 0, 1, -left, -bottom))
    if rotation in {90, 270}:
        width, height = height, width
    moved = _moved(sheet, matrix, rotation, width, height)
    lean = _lean(moved)
    if not lean:
        return moved
    # A page laid on its side by its writer is read from that side.
    aside: Matrix = (0, -1, 1, 0, 0, moved.width) if lean == 90 else (0, 1, -1, 0, moved.height, 0)  # noqa: PLR2004
    return _moved(moved, aside, lean if lean == 90 else 270, moved.height, moved.width)  # noqa: PLR2004


def readable(sheet: Sheet) -> Sheet:
    """The sheet without text that nobody sees or that nothing tells the letters of; on a scanned page with what was recognised."""
    recognised = sheet.pictured >= SCANNED
    kept = [
        piece for piece in sheet.pieces if not (piece.hidden or piece.garbled or (piece.unpainted and not recognised))
    ]
    return replace(sheet, pieces=kept)


def is_upright(piece: Piece) -> bool:
    """Whether a piece stands as the page does."""
    return abs(piece.angle) <= _LEAN


def _moved(sheet: Sheet, matrix: Matrix, clockwise: int, width: float, height: float) -> Sheet:
    pieces, rules = sheet.pieces, sheet.rules
    if matrix != _UNMOVED:
        pieces = [_piece_moved(piece, matrix, clockwise) for piece in pieces]
        rules = [(*applied(matrix, x0, y0), *applied(matrix, x1, y1)) for x0, y0, x1, y1 in rules]
    pieces = [replace(piece, hidden=True) if _is_outside(piece, width, height) else piece for piece in pieces]
    return Sheet(pieces, rules, sheet.images, width, height, sheet.drawn)


def _piece_moved(piece: Piece, matrix: Matrix, clockwise: int) -> Piece:
    x0, y0 = applied(matrix, piece.x0, piece.y)
    x1, y1 = applied(matrix, piece.x1, piece.y1)
    angle = (piece.angle - clockwise + 180) % 360 - 180
    return replace(piece, x0=x0, x1=x1, y=y0, y1=y1, angle=0.0 if math.isclose(angle, -180) else angle)


def _is_outside(piece: Piece, width: float, height: float) -> bool:
    return (
        max(piece.x0, piece.x1) < -_OUTSIDE or min(piece.x0, piece.x1) > width + _OUTSIDE
        or piece.y < -_OUTSIDE or piece.y > height + _OUTSIDE
    )  # fmt: skip


def _lean(sheet: Sheet) -> int:
    """90 or -90 when most letters of a page are turned so, else 0."""
    letters: Counter[int] = Counter()
    for piece in sheet.pieces:
        if not piece.hidden:
            letters[round(piece.angle / 90) * 90] += len(piece.text)
    if not letters:
        return 0
    angle, most = letters.most_common(1)[0]
    return angle if abs(angle) == 90 and most * 2 > sum(letters.values()) else 0  # noqa: PLR2004 - degrees
