"""The door to reading: what a file is, by its content first and its name second, and which module reads it."""

import dataclasses
import importlib
from pathlib import Path, PurePath

from assistant.documents.captions import is_captions
from assistant.documents.document import Document, Notice
from assistant.documents.limits import MAX_CHARACTERS, MAX_PARAGRAPHS
from assistant.documents.opening import name_of, open_bytes
from assistant.documents.package import kind_of_package
from assistant.errors import (
    AssistantError,
    DocumentDamaged,
    DocumentLocked,
    DocumentTooLarge,
    DocumentUnsupported,
    DocumentWithoutText,
)

_OLE2 = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
#: Word's own name for the stream that holds a whole document behind a password (MS-OFFCRYPTO 2.3.4.4).
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")

#: What the beginning of a file says it is, where it cannot be a document we read, and what to do instead.
_FOREIGN = (
    (b"\x89PNG", "image", "scan-with-text"),
    (b"\xff\xd8\xff", "image", "scan-with-text"),
    (b"GIF8", "image", "scan-with-text"),
    (b"II*\x00", "image", "scan-with-text"),
    (b"MM\x00*", "image", "scan-with-text"),
    (b"BM", "image", "scan-with-text"),
    (b"MZ", "program", "save-as-docx"),
    (b"\x7fELF", "program", "save-as-docx"),
    (b"Rar!", "archive", "unpack"),
    (b"7z\xbc\xaf", "archive", "unpack"),
    (b"\x1f\x8b", "archive", "unpack"),
    (b"%!PS", "postscript", "save-as-pdf"),
    (b"AC10", "drawing", "save-as-pdf"),
)
_SUFFIXES = {
    ".txt": "text", ".md": "text", ".markdown": "text", ".text": "text", ".log": "text",
    ".vtt": "captions", ".srt": "captions",
    ".docx": "docx", ".docm": "docx", ".dotx": "docx", ".dotm": "docx",
    ".pdf": "pdf", ".odt": "odt", ".ott": "odt", ".rtf": "rtf", ".html": "html", ".htm": "html", ".xhtml": "html",
    ".eml": "eml", ".mht": "eml", ".mhtml": "eml",
}  # fmt: skip
#: What other programs often save a web page as.
_PAGES = frozenset({".doc", ".dot"})
#: Suffixes of kinds that are not read, and what to do instead.
_WAYS_OUT = {
    ".doc": "save-as-docx", ".dot": "save-as-docx", ".fodt": "save-as-docx", ".pages": "save-as-docx", ".wpd": "save-as-docx",
    ".xml": "save-as-docx", ".one": "save-as-docx",
    ".xls": "save-as-text", ".xlsx": "save-as-text", ".xlsm": "save-as-text", ".ods": "save-as-text", ".csv": "save-as-text",
    ".ppt": "save-as-pdf", ".pptx": "save-as-pdf", ".odp": "save-as-pdf", ".msg": "save-as-text",
    ".zip": "unpack", ".jpg": "scan-with-text", ".png": "scan-with-text", ".tif": "scan-with-text",
    ".tiff": "scan-with-text", ".heic": "scan-with-text", ".webp": "scan-with-text", ".bmp": "scan-with-text",
}  # fmt: skip


def read(path: Path) -> Document:
    """Read the document in a file.

    Raises:
        DocumentError: it cannot be read; each class says why.
    """
    return read_bytes(open_bytes(path), name_of(path))


def read_bytes(data: bytes, name: str, *, second: bool = False) -> Document:
    """Read a document from its bytes; the name's suffix helps where the content does not tell.

    Args:
        data: the whole file.
        name: the file's name without its folder.
        second: use the second reader for a PDF at once, since the first has failed on it.

    Raises:
        DocumentError: it cannot be read; each class says why.
    """
    suffix = PurePath(name).suffix.lower()
    kind = _kind(data, suffix, name)
    try:
        module = "pdf_second" if second and kind == "pdf" else kind
        document: Document = importlib.import_module(f"assistant.documents.{module}").read(data, name)
    except AssistantError:
        raise
    except MemoryError as error:
        raise DocumentTooLarge(name=name, limit=MAX_CHARACTERS, unit="characters") from error
    except Exception as error:  # parsers of hostile bytes raise anything
        raise DocumentDamaged(name=name, kind=kind) from error
    if len(document.paragraphs) > MAX_PARAGRAPHS:
        raise DocumentTooLarge(name=name, limit=MAX_PARAGRAPHS, unit="paragraphs")
    if not any(char.isalnum() for paragraph in document.paragraphs for char in paragraph.text):
        raise DocumentWithoutText(name=name, reason="no-text")
    if _SUFFIXES.get(suffix, "" if suffix in _WAYS_OUT else kind) != kind:
        notice = Notice("type-differs", {"kind": document.format})
        return dataclasses.replace(document, notices=(notice, *document.notices))
    return document


def _kind(data: bytes, suffix: str, name: str) -> str:
    """Which module reads it, by its first bytes; where these do not tell, by its name."""
    if data.startswith(_OLE2):
        if _ENCRYPTED in data:
            raise DocumentLocked(name=name)
        raise DocumentUnsupported(name=name, kind="ole2", way_out=_WAYS_OUT.get(suffix, "save-as-docx"))
    if data.startswith(b"PK\x03\x04"):
        return kind_of_package(data, name, _WAYS_OUT.get(suffix, "save-as-docx"))
    named = _SUFFIXES.get(suffix, "")
    for mark, kind, way_out in _FOREIGN:
        if data.startswith(mark) and named not in {"text", "captions"}:
            raise DocumentUnsupported(name=name, kind=kind, way_out=way_out)
    # The mark of a PDF may stand anywhere in the first 1 024 bytes (PDF 1.7, implementation note 13).
    if b"%PDF-" in data[:1024] and named not in {"eml", "text", "captions"}:
        return "pdf"
    if data[:1024].lstrip().startswith(b"{\\rtf"):
        return "rtf"
    return _kind_by_name(data, suffix, name)


def _kind_by_name(data: bytes, suffix: str, name: str) -> str:
    kind = _SUFFIXES.get(suffix, "")
    if kind in {"docx", "odt", "pdf", "rtf"}:  # the name promises what the content is not
        raise DocumentDamaged(name=name, kind=kind)
    if kind in {"", "text"} and is_captions(data[:200].lstrip(b"\xef\xbb\xbf \t\r\n").decode("latin-1")):
        return "captions"
    start = data[:1024].lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    is_page = start.startswith((b"<!doctype html", b"<html")) or (start.startswith(b"<?xml") and b"<html" in start)
    if suffix in _WAYS_OUT and not (is_page and suffix in _PAGES):
        raise DocumentUnsupported(name=name, kind=suffix[1:], way_out=_WAYS_OUT[suffix])
    if not kind and not is_page and start.startswith(b"<?xml"):
        raise DocumentUnsupported(name=name, kind="xml", way_out="save-as-docx")
    return kind or ("html" if is_page else "text")
