"""The fonts of a PDF: what each code says and how wide it is. The one place that reads them with pypdf's own class."""

import re
from dataclasses import dataclass, field
from typing import Any

from pypdf.generic import DictionaryObject
from pypdf.generic._font import Font as Source  # no public name gives a font's widths; test_pdf.py holds the seam

_BOLD = re.compile(r"bold|black|heavy|semibold|demi", re.IGNORECASE)
#: The flag of a font descriptor that says the font is to be drawn bold (ISO 32000-1, table 123).
_FORCE_BOLD = 1 << 18
_SYMBOLIC = 1 << 2
#: A letter of a Type 3 font is this many times the size at most; a box that says more is not filled in.
_LARGEST = 10
#: What parsing a damaged font raises; its text is then not read.
_ERRORS = (ValueError, TypeError, AttributeError, LookupError, ArithmeticError, RecursionError, AssertionError)


@dataclass
class Font:
    """A font.

    Attributes:
        source: as pypdf reads it.
        is_bold: whether its letters are.
        is_told: whether anything tells which letters its codes are.
        is_doubtful: whether its codes are taken for letters, though they may be numbers of its own.
        unit: the width of its units of measure at a size of 1.
        em: how large its letters are at a size of 1.
    """

    source: Source
    is_bold: bool
    is_told: bool
    is_doubtful: bool = False
    unit: float = 0.001
    em: float = 1.0
    _known: dict[str, tuple[str, float]] = field(default_factory=dict)

    @property
    def is_simple(self) -> bool:
        """Whether each code is one byte."""
        return not isinstance(self.source.encoding, str)

    def codes(self, shown: bytes) -> str:
        """The codes of a shown string, as pypdf keys them: one character each."""
        encoding = self.source.encoding
        if isinstance(encoding, str):
            return shown.decode(encoding, "replace" if len(shown) % 2 else "surrogatepass")
        return shown.decode("latin-1")

    def glyph(self, code: str) -> tuple[str, float]:
        """What a code says, and its width at a size of 1."""
        known = self._known.get(code)
        if known is None:
            encoding = self.source.encoding
            char = code if isinstance(encoding, str) else encoding.get(ord(code), code)
            text = str(self.source.character_map.get(char, char))
            widths = self.source.character_widths
            width = self.source.space_width if code == self.source.space_char else widths.get(code, widths["default"])
            known = self._known[code] = text, float(width) * self.unit
        return known


def unknown() -> Font:
    """A font of which nothing is known: that a file has text in it must not be lost."""
    return Font(Source("Unknown", encoding={}), is_bold=False, is_told=False)


def font(source: DictionaryObject) -> Font:
    """The font of a resource."""
    try:
        read = Source.from_font_resource(source)
        unit, em = _measure(source, read)
    except _ERRORS:
        return unknown()
    # Codes of a composite font are numbers of its own glyphs, unless a table tells what they say (9.10.2).
    is_told = read.interpretable and (
        not isinstance(read.encoding, str) or bool(read.character_map) or "/ToUnicode" in source
    )
    flags: Any = read.font_descriptor.flags
    is_bold = bool(_BOLD.search(read.name)) or (isinstance(flags, int) and bool(flags & _FORCE_BOLD))
    return Font(read, is_bold, is_told, _is_doubtful(source, read, flags), unit, em)


def _is_doubtful(source: DictionaryObject, read: Source, flags: Any) -> bool:
    """A part of a TrueType font with signs of its own and no table: its codes may be letters, or count its glyphs (9.6.6.4)."""
    has_signs = isinstance(flags, int) and bool(flags & _SYMBOLIC)
    return read.sub_type == "TrueType" and has_signs and not ("/ToUnicode" in source or "/Encoding" in source)


def _measure(source: DictionaryObject, read: Source) -> tuple[float, float]:
    if read.sub_type != "Type3":
        return 0.001, 1.0
    # Letters of a Type 3 font are drawn in a space of its own; their box tells how large they are.
    matrix: Any = source["/FontMatrix"]
    unit = abs(float(matrix[0])) or 0.001
    _, below, _, above = read.font_descriptor.bbox
    em = (above - below) * unit
    return unit, em if 0 < em < _LARGEST else 1.0
