"""PDF, read with pdfium: for what pypdf refuses, takes too long over, or finds nearly nothing in.

It reads more damaged files and is many times faster, but is native code that some files end; so it is used second, and
only in the reader's child. Of a page it gives lines and places, as ``pdf.py`` does, and no attachments or forms.
"""

import ctypes
import math
from collections.abc import Iterator

import pypdfium2
import pypdfium2.raw as pdfium

from assistant.documents.build import Builder
from assistant.documents.document import Document, Notice, Unread
from assistant.documents.limits import MAX_CHARACTERS, MAX_PAGES
from assistant.documents.pdf_lines import add_pages
from assistant.documents.pdf_sheet import Piece, Sheet, readable, turned
from assistant.errors import DocumentDamaged, DocumentLocked, DocumentTooLarge, DocumentWithoutText

_BOLD_WEIGHT = 600
#: The mark pdfium puts where a line ends with a hyphen of the layout (FPDFText documentation).
_HYPHEN = "\ufffe\x02"


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
    if images and not any(piece.text.strip() for piece in pieces):
        unread.append(Unread("scanned", page=number + 1))
    return readable(turned(Sheet(pieces), box, rotation))


def _pieces(text: pypdfium2.PdfTextPage) -> Iterator[Piece]:
    """The page's letters, each by itself; what pdfium adds of spaces and line ends has no place and is left out."""
    half = ""
    for place in range(text.count_chars()):
        code = pdfium.FPDFText_GetUnicode(text, place)
        if pdfium.FPDFText_IsGenerated(text, place) == 1 or code in {0, 10, 13}:
            continue
        # pdfium gives UTF-16; a half of a pair without the other is nothing.
        letter = (half + chr(code)).encode("utf-16", "surrogatepass").decode("utf-16", "ignore")
        half = chr(code) if not letter else ""
        if letter:
            yield _piece(text, place, "-" if letter in _HYPHEN else letter)


def _piece(text: pypdfium2.PdfTextPage, place: int, letter: str) -> Piece:
    x, y = ctypes.c_double(), ctypes.c_double()
    pdfium.FPDFText_GetCharOrigin(text, place, ctypes.byref(x), ctypes.byref(y))
    box = pdfium.FS_RECTF()
    pdfium.FPDFText_GetLooseCharBox(text, place, ctypes.byref(box))
    angle = math.degrees(pdfium.FPDFText_GetCharAngle(text, place))
    angle = -angle if angle <= 180 else 360 - angle  # noqa: PLR2004 - pdfium counts clockwise
    along = abs(angle) > 45 and abs(angle) < 135  # noqa: PLR2004 - read from the side
    matrix = pdfium.FS_MATRIX()
    pdfium.FPDFText_GetMatrix(text, place, ctypes.byref(matrix))
    size = pdfium.FPDFText_GetFontSize(text, place) * (math.hypot(matrix.c, matrix.d) or 1.0)
    return Piece(
        letter, x.value, x.value if along else box.right, y.value, size,
        bold=pdfium.FPDFText_GetFontWeight(text, place) >= _BOLD_WEIGHT, angle=angle,
        y1=(box.top if angle > 0 else box.bottom) if along else y.value,
    )  # fmt: skip
