"""PDF, read with pypdf page by page; ``pdf_lines.py`` makes paragraphs of the lines. A page that cannot be read is named."""

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
from assistant.documents.pdf_lines import Line, add_pages
from assistant.errors import DocumentDamaged, DocumentLocked, DocumentTooLarge, DocumentWithoutText

#: What pypdf raises on damaged pages, besides its own errors.
_PAGE_ERRORS = (
    PyPdfError, ValueError, TypeError, AttributeError, LookupError, ArithmeticError, RecursionError, OSError, AssertionError,
)  # fmt: skip
#: Text drawn invisibly (PDF 1.7, 9.3.6): on scanned pages what text recognition found.
_INVISIBLE = re.compile(rb"(?<![\d.])3\s+Tr\b")
_BOLD = re.compile(r"bold|black|heavy|semibold|demi", re.IGNORECASE)
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
        self._scanned_with_text = False
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
        pages: list[list[Line]] = []
        characters = 0
        for number in range(1, self._count + 1):
            lines = self._page(number)
            characters += sum(len(line.text) for line in lines)
            if characters > MAX_CHARACTERS:
                raise DocumentTooLarge(name=self._name, limit=MAX_CHARACTERS, unit="characters")
            pages.append(lines)
        if not characters:
            reason = "scanned" if any(unread.why == "scanned" for unread in self._unread) else "no-text"
            raise DocumentWithoutText(name=self._name, reason=reason)
        builder = Builder()
        largest = add_pages(builder, pages)
        self._add_form(builder)
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

    def _page(self, number: int) -> list[Line]:
        """The lines of a page; none if it cannot be read, which is noted."""
        try:
            page = self._pdf.pages[number - 1]
            lines = _lines(page)
            has_text = any(line.text.strip() for line in lines)
            has_images = _has_images(page)
            if has_images and not self._scanned_with_text and has_text:
                contents = page.get_contents()
                self._scanned_with_text = contents is not None and bool(_INVISIBLE.search(contents.get_data()))
        except _PAGE_ERRORS:
            self._unread.append(Unread("page-damaged", page=number))
            return []
        if not has_text and has_images:
            self._unread.append(Unread("scanned", page=number))
        return lines

    def _add_form(self, builder: Builder) -> None:
        """The filled fields of a form, whose values are not part of any page's text."""
        try:
            fields = self._pdf.get_form_text_fields() or {}
        except _PAGE_ERRORS:
            self._unread.append(Unread("form"))
            return
        for label, value in fields.items():
            if value:
                builder.add(f"{label}: {value}")

    def _look_around(self) -> None:
        """Attachments, scripts and recognised text, for the reader's notice."""
        if self._scanned_with_text:
            self._notices.append(Notice("ocr-text"))
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


def _lines(page: pypdf.PageObject) -> list[Line]:
    """The page's text as pypdf orders and spaces it, with the size and place of each line."""
    lines: list[Line] = []
    pieces: list[tuple[str, float, float, float, bool]] = []

    def end() -> None:
        text = "".join(piece[0] for piece in pieces)
        seen = [piece for piece in pieces if piece[0].strip()]
        if seen:
            longest = max(seen, key=lambda piece: len(piece[0]))
            bold = sum(len(piece[0]) for piece in seen if piece[4]) * 2 > len(text)
            lines.append(Line(text, x=seen[0][1], y=seen[0][2], size=longest[3], bold=bold))
        pieces.clear()

    def visit(text: str, cm: list[float], tm: list[float], font: object, size: float) -> None:
        name = str(font.get("/BaseFont", "")) if isinstance(font, DictionaryObject) else ""
        scale = abs(tm[3] * cm[3]) or abs(tm[1] * cm[2]) or 1.0
        x = tm[4] * cm[0] + tm[5] * cm[2] + cm[4]
        y = tm[4] * cm[1] + tm[5] * cm[3] + cm[5]
        for place, part in enumerate(text.split("\n")):
            if place:
                end()
            if part:
                pieces.append((part, x, y, size * scale, bool(_BOLD.search(name))))

    page.extract_text(visitor_text=visit)
    end()
    return lines


def _has_images(page: pypdf.PageObject) -> bool:
    resources = page.get("/Resources")
    resources = resources.get_object() if resources is not None else None
    objects = resources.get("/XObject") if isinstance(resources, DictionaryObject) else None
    objects = objects.get_object() if objects is not None else None
    if not isinstance(objects, DictionaryObject):
        return False
    return any(
        isinstance(each := objects[key].get_object(), DictionaryObject) and each.get("/Subtype") in {"/Image", "/Form"}
        for key in objects
    )


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
