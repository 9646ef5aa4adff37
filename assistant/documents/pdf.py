"""PDF, read with pypdf page by page; ``pdf_paragraphs.py`` makes paragraphs of the lines. A page that cannot be read is named."""

import io
import logging
import re
from collections.abc import Iterator
from contextlib import contextmanager

import pypdf
from pypdf.errors import PyPdfError
from pypdf.generic import DictionaryObject

from assistant.documents.build import Builder
from assistant.documents.document import Document, Notice, Unread
from assistant.documents.limits import MAX_CHARACTERS, MAX_PAGES
from assistant.documents.pdf_beside import add_beside
from assistant.documents.pdf_glyphs import draw
from assistant.documents.pdf_paragraphs import add_pages
from assistant.documents.pdf_sheet import Sheet, readable
from assistant.errors import DocumentDamaged, DocumentLocked, DocumentTooLarge, DocumentWithoutText

#: What pypdf raises on damaged pages, besides its own errors.
_PAGE_ERRORS = (
    PyPdfError, ValueError, TypeError, AttributeError, LookupError, ArithmeticError, RecursionError, OSError, AssertionError,
)  # fmt: skip
#: A page of so many shapes and no text may be text drawn as shapes.
_SHAPES = 100
#: Titles that programs make up from the file's name.
_NO_TITLE = re.compile(
    r"^(?:microsoft word|untitled|namnlös|dokument\d*|document\d*)\b|\.(?:docx?|pdf|indd|pptx?|xlsx?|qxd|rtf)$",
    re.IGNORECASE,
)


def read(data: bytes, name: str) -> Document:
    """Read a PDF.

    Raises:
        DocumentLocked: it needs a password.
        DocumentDamaged: it cannot be opened at all.
        DocumentTooLarge: more pages or characters than the limits allow.
        DocumentWithoutText: no page has text; the reason tells scanned pages from empty ones.
    """
    with _quiet():
        return _Reader(data, name).read()


class _Reader:
    """One PDF being read."""

    def __init__(self, data: bytes, name: str) -> None:
        self._name = name
        self._unread: list[Unread] = []
        self._notices: list[Notice] = []
        self._recognised = self._hidden = False
        try:
            self._pdf = pypdf.PdfReader(io.BytesIO(data), strict=False)
            if self._pdf.is_encrypted:
                if not self._pdf.decrypt(""):
                    raise DocumentLocked(name=name)
                self._notices.append(Notice("opened-with-empty-password"))
            self._count = len(self._pdf.pages)
        except _PAGE_ERRORS as error:
            raise DocumentDamaged(name=name, kind="pdf") from error
        if self._count > MAX_PAGES:
            raise DocumentTooLarge(name=name, limit=MAX_PAGES, unit="pages")
        if not self._count:
            raise DocumentDamaged(name=name, kind="pdf")

    def read(self) -> Document:
        """The whole document."""
        sheets: list[Sheet] = []
        characters = 0
        fonts: dict[int, object] = {}
        for number in range(1, self._count + 1):
            sheet = self._sheet(number, fonts)
            characters += sum(len(piece.text) for piece in sheet.pieces)
            if characters > MAX_CHARACTERS:
                raise DocumentTooLarge(name=self._name, limit=MAX_CHARACTERS, unit="characters")
            sheets.append(sheet)
        builder = Builder()
        largest = add_pages(builder, sheets)
        add_beside(builder, self._pdf, self._unread, self._notices)
        if not len(builder):
            why = {unread.why for unread in self._unread}
            reason = next((reason for reason in ("garbled", "scanned") if reason in why), "no-text")
            raise DocumentWithoutText(name=self._name, reason=reason)
        self._look_around()
        return builder.finish(
            self._name,
            "pdf",
            pages=self._count,
            title=self._title() or largest,
            reader=f"pypdf {pypdf.__version__}",
            unread=self._unread,
            notices=self._notices,
        )

    def _sheet(self, number: int, fonts: dict[int, object]) -> Sheet:
        """What can be read of a page; an empty one if it cannot be read, which is noted."""
        try:
            drawn = draw(self._pdf.pages[number - 1], fonts)
        except _PAGE_ERRORS:
            self._unread.append(Unread("page-damaged", page=number))
            return Sheet()
        sheet = readable(drawn)
        if drawn.is_garbled:
            self._unread.append(Unread("garbled", page=number))
        elif not any(piece.text.strip() for piece in sheet.pieces):
            if drawn.images:
                self._unread.append(Unread("scanned", page=number))
            elif drawn.drawn > _SHAPES:
                self._unread.append(Unread("page-empty", page=number))
        kept = set(map(id, sheet.pieces))
        self._hidden = self._hidden or any(
            piece.text.strip() for piece in drawn.pieces if id(piece) not in kept and not piece.garbled
        )
        self._recognised = self._recognised or any(piece.unpainted for piece in sheet.pieces)
        return sheet

    def _look_around(self) -> None:
        """Attachments, scripts and recognised text, for the reader's notice."""
        if self._recognised:
            self._notices.append(Notice("ocr-text"))
        if self._hidden:
            self._notices.append(Notice("hidden-text"))
        try:
            self._unread += [Unread("attachment", name=attached) for attached in self._pdf.attachments]
            root = self._pdf.root_object
            names = root.get("/Names")
            names = names.get_object() if names is not None else None
            active = "/OpenAction" in root and "/JS" in str(root["/OpenAction"].get_object())
            if active or "/AA" in root or (isinstance(names, DictionaryObject) and "/JavaScript" in names):
                self._notices.append(Notice("active-content-ignored"))
        except _PAGE_ERRORS:
            self._unread.append(Unread("attachment"))

    def _title(self) -> str:
        try:
            metadata = self._pdf.metadata
            title = str(metadata.title or "").strip() if metadata else ""
        except _PAGE_ERRORS:
            return ""
        return "" if _NO_TITLE.search(title) else title


@contextmanager
def _quiet() -> Iterator[None]:
    """Pypdf logs what it finds wrong and quotes the file; that must not reach a log."""
    logger = logging.getLogger("pypdf")
    before = logger.level
    logger.setLevel(logging.CRITICAL + 1)  # its modules' loggers take their level from it
    try:
        yield
    finally:
        logger.setLevel(before)
