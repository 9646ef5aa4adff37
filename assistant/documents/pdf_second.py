"""PDF, read with pdfium: for what pypdf refuses, takes too long over, or finds nearly nothing in.

It reads more damaged files and is many times faster, but is native code that some files end; so it is used second, and
only in the reader's child. Of a page it gives lines and places, as ``pdf.py`` does, and no attachments or forms.
"""

import ctypes
import math
from collections.abc import Iterator
from typing import Any

import pypdfium2
import pypdfium2.raw as pdfium

from assistant.documents.build import Builder
from assistant.documents.document import Document, Notice, Unread
from assistant.documents.limits import MAX_CHARACTERS, MAX_PAGES
from assistant.documents.pdf_paragraphs import add_pages
from assistant.documents.pdf_sheet import Piece, Sheet, readable, turned
from assistant.errors import DocumentDamaged, DocumentLocked, DocumentTooLarge, DocumentWithoutText

_BOLD_WEIGHT = 600
#: The mark pdfium puts where a line ends with a hyphen of the layout (FPDFText documentation).
_HYPHEN = "\ufffe\x02"
#: What parts words: nothing, line ends, spaces.
_BLANK = frozenset({0, 9, 10, 13, 32, 160})
#: Points between letters of one word; the layout decides on wider gaps.
_NEAR = 1.0


def read(data: bytes, name: str) -> Document:
    """Read a PDF.

    Raises:
        DocumentLocked: it needs a password.
        DocumentDamaged: it cannot be opened at all.
        DocumentTooLarge: more pages or characters than the limits allow.
        DocumentWithoutText: no page has text.
    """
    try:
        pdf = pypdfium2.PdfDocument(data)
        count = len(pdf)
    except pypdfium2.PdfiumError as error:
        if pdfium.FPDF_GetLastError() == pdfium.FPDF_ERR_PASSWORD:
            raise DocumentLocked(name=name) from error
        raise DocumentDamaged(name=name, kind="pdf") from error
    if count > MAX_PAGES:
        raise DocumentTooLarge(name=name, limit=MAX_PAGES, unit="pages")
    unread: list[Unread] = []
    sheets: list[Sheet] = []
    characters = 0
    for number in range(count):
        sheet = _sheet(pdf, number, unread)
        characters += len(sheet.pieces)
        if characters > MAX_CHARACTERS:
            raise DocumentTooLarge(name=name, limit=MAX_CHARACTERS, unit="characters")
        sheets.append(sheet)
    if not characters:
        scanned = any(each.why == "scanned" for each in unread)
        raise DocumentWithoutText(name=name, reason="scanned" if scanned else "no-text")
    builder = Builder()
    largest = add_pages(builder, sheets)
    return builder.finish(
        name,
        "pdf",
        pages=count,
        title=largest,
        reader=f"pdfium {pypdfium2.PDFIUM_INFO.build}",
        unread=unread,
        notices=[Notice("second-reader")],
    )


def _sheet(pdf: pypdfium2.PdfDocument, number: int, unread: list[Unread]) -> Sheet:
    """What can be read of a page; an empty one if it cannot be read, which is noted."""
    try:
        page = pdf[number]
        pieces = list(_pieces(page.get_textpage()))
        images = any(True for _ in page.get_objects(filter=[pdfium.FPDF_PAGEOBJ_IMAGE], max_depth=2))
        box, rotation = page.get_cropbox(), page.get_rotation()
    except pypdfium2.PdfiumError:
        unread.append(Unread("page-damaged", page=number + 1))
        return Sheet()
    sheet = turned(Sheet(pieces), box, rotation)
    if sheet.is_garbled:
        unread.append(Unread("garbled", page=number + 1))
    elif images and not any(piece.text.strip() for piece in pieces):
        unread.append(Unread("scanned", page=number + 1))
    return readable(sheet)


def _pieces(text: pypdfium2.PdfTextPage) -> Iterator[Piece]:
    """The page's words; what pdfium adds of spaces and line ends has no place and is left out."""
    letters: list[str] = []
    first = 0
    before = box = pdfium.FS_RECTF()
    handle = text.raw
    for place in range(text.count_chars()):
        code = pdfium.FPDFText_GetUnicode(handle, place)
        is_blank = code in _BLANK
        if not is_blank:
            box = pdfium.FS_RECTF()
            pdfium.FPDFText_GetLooseCharBox(handle, place, ctypes.byref(box))
        if letters and (is_blank or not _touch(before, box)):
            yield _piece(handle, first, letters, before)
            letters = []
        if not is_blank:
            first = first if letters else place
            letters.append(chr(code))
            before = box
    if letters:
        yield _piece(handle, first, letters, before)


def _touch(box: Any, other: Any) -> bool:
    """Whether letters stand beside each other, whichever way they are turned."""
    return bool(
        box.left - other.right < _NEAR
        and other.left - box.right < _NEAR
        and box.bottom - other.top < _NEAR
        and other.bottom - box.top < _NEAR
    )


def _piece(handle: Any, place: int, letters: list[str], last: Any) -> Piece:
    """A word by its first letter's place and font, and where its last one ends."""
    x, y, matrix = ctypes.c_double(), ctypes.c_double(), pdfium.FS_MATRIX()
    pdfium.FPDFText_GetCharOrigin(handle, place, ctypes.byref(x), ctypes.byref(y))
    pdfium.FPDFText_GetMatrix(handle, place, ctypes.byref(matrix))
    size = pdfium.FPDFText_GetFontSize(handle, place) * (math.hypot(matrix.c, matrix.d) or 1.0)
    # pdfium gives UTF-16; a half of a pair without the other is nothing.
    said = "".join(letters).encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    for mark in _HYPHEN:
        said = said.replace(mark, "-")
    angle = math.degrees(math.atan2(matrix.b, matrix.a))
    ends = {0: (last.right, y.value), 1: (x.value, last.top), -1: (x.value, last.bottom)}
    x1, y1 = ends.get(round(angle / 90), (last.left, y.value))
    return Piece(
        said, x.value, x1, y.value, size,
        bold=pdfium.FPDFText_GetFontWeight(handle, place) >= _BOLD_WEIGHT, angle=angle, y1=y1,
        garbled=pdfium.FPDFText_HasUnicodeMapError(handle, place) == 1,
    )  # fmt: skip
