"""PDF, read with pdfium: for what pypdf refuses, takes too long over, or finds nearly nothing in.

It reads more damaged files and is many times faster, but is native code that some files end; so it is used second, and
only in the reader's child. Of a page it gives lines and places, as ``pdf.py`` does, and no attachments or forms.
"""

import ctypes
from collections.abc import Iterator

import pypdfium2
import pypdfium2.raw as pdfium

from assistant.documents.build import Builder
from assistant.documents.document import Document, Notice, Unread
from assistant.documents.limits import MAX_CHARACTERS, MAX_PAGES
from assistant.documents.pdf_lines import Line, add_pages
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
    pages: list[list[Line]] = []
    characters = 0
    for number in range(count):
        lines = _page(pdf, number, unread)
        characters += sum(len(line.text) for line in lines)
        if characters > MAX_CHARACTERS:
            raise DocumentTooLarge(name=name, limit=MAX_CHARACTERS, unit="characters")
        pages.append(lines)
    if not characters:
        scanned = any(each.why == "scanned" for each in unread)
        raise DocumentWithoutText(name=name, reason="scanned" if scanned else "no-text")
    builder = Builder()
    largest = add_pages(builder, pages)
    return builder.finish(
        name,
        "pdf",
        pages=count,
        title=largest,
        reader=f"pdfium {pypdfium2.PDFIUM_INFO.build}",
        unread=unread,
        notices=[Notice("second-reader")],
    )


def _page(pdf: pypdfium2.PdfDocument, number: int, unread: list[Unread]) -> list[Line]:
    """The lines of a page; none if it cannot be read, which is noted."""
    try:
        page = pdf[number]
        lines = list(_lines(page.get_textpage()))
        images = any(True for _ in page.get_objects(filter=[pdfium.FPDF_PAGEOBJ_IMAGE], max_depth=2))
    except pypdfium2.PdfiumError:
        unread.append(Unread("page-damaged", page=number + 1))
        return []
    if images and not any(line.text.strip() for line in lines):
        unread.append(Unread("scanned", page=number + 1))
    return lines


def _lines(text: pypdfium2.PdfTextPage) -> Iterator[Line]:
    start = 0
    # Character by character, since pdfium's indices count what it leaves out of the text.
    characters = [pdfium.FPDFText_GetUnicode(text, place) for place in range(text.count_chars())]
    for place, code in enumerate([*characters, 10]):
        if code in {10, 13}:
            if place > start:
                yield _line(text, characters, start, place)
            start = place + 1


def _line(text: pypdfium2.PdfTextPage, characters: list[int], start: int, end: int) -> Line:
    seen = next((place for place in range(start, end) if not chr(characters[place]).isspace()), start)
    left, bottom = _corner(text, seen)
    # pdfium gives UTF-16; a half of a pair without the other is nothing.
    said = "".join(map(chr, characters[start:end])).encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    for mark in _HYPHEN:
        said = said.replace(mark, "-")
    return Line(
        said,
        x=left,
        y=bottom,
        size=pdfium.FPDFText_GetFontSize(text, seen),
        bold=pdfium.FPDFText_GetFontWeight(text, seen) >= _BOLD_WEIGHT,
    )


def _corner(text: pypdfium2.PdfTextPage, place: int) -> tuple[float, float]:
    """Where a character's origin is: left, and the baseline from below."""
    x, y = ctypes.c_double(), ctypes.c_double()
    pdfium.FPDFText_GetCharOrigin(text, place, ctypes.byref(x), ctypes.byref(y))
    return x.value, y.value
