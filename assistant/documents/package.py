"""Zip packages (.docx, .odt) and the XML in them, read with limits: nothing is unpacked to disk, no entity is resolved."""

import io
import zipfile
import zlib

from lxml import etree

from assistant.documents.limits import MAX_PART, MAX_PARTS, MAX_RATIO, MAX_UNPACKED, RATIO_FROM
from assistant.errors import DocumentDamaged, DocumentLocked, DocumentTooLarge, DocumentUnsafe, DocumentUnsupported

_OPEN_DOCUMENT = "mimetype"
_ENCRYPTED_FLAG = 0x1


class Package:
    """The parts of one zip package.

    Raises:
        DocumentDamaged, DocumentUnsafe, DocumentTooLarge, DocumentLocked: at opening or when a part is read.
    """

    def __init__(self, data: bytes, name: str) -> None:
        self._name = name
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(data))
            entries = self._zip.infolist()
        except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError) as error:
            raise DocumentDamaged(name=name, kind="zip") from error
        if len(entries) > MAX_PARTS:
            raise DocumentTooLarge(name=name, limit=MAX_PARTS, unit="parts")
        # Parts that lie over each other unpack the same bytes many times (CVE-2024-0450).
        if sum(entry.compress_size for entry in entries) > len(data):
            raise DocumentUnsafe(name=name, reason="bomb")
        self._entries = {entry.filename: entry for entry in entries}
        self._unpacked = 0

    @property
    def names(self) -> frozenset[str]:
        """The names of all parts."""
        return frozenset(self._entries)

    def part(self, part: str) -> bytes:
        """The bytes of a part; empty if there is none of that name."""
        entry = self._entries.get(part)
        if entry is None:
            return b""
        if entry.flag_bits & _ENCRYPTED_FLAG:
            raise DocumentLocked(name=self._name)
        try:
            with self._zip.open(entry) as file:
                data = file.read(MAX_PART + 1)
        except (
            zipfile.BadZipFile,
            zlib.error,
            EOFError,
            OSError,
            NotImplementedError,
            RuntimeError,
            ValueError,
        ) as error:
            raise DocumentDamaged(name=self._name, kind="zip") from error
        self._unpacked += len(data)
        swollen = len(data) > RATIO_FROM and len(data) > MAX_RATIO * max(1, entry.compress_size)
        if swollen or len(data) > MAX_PART or self._unpacked > MAX_UNPACKED:
            raise DocumentUnsafe(name=self._name, reason="bomb")
        return data

    def xml(self, part: str) -> etree._Element | None:
        """The root of an XML part; None if there is none of that name."""
        data = self.part(part)
        return parse_xml(data, self._name) if data else None


def parse_xml(data: bytes, name: str) -> etree._Element:
    """The root element. A DOCTYPE is refused in any encoding, since the parser sees it, not a search for its letters.

    Raises:
        DocumentUnsafe: it declares a DOCTYPE.
        DocumentDamaged: it is not well formed.
    """
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, dtd_validation=False, huge_tree=False, remove_comments=True,
        remove_pis=True,
    )  # fmt: skip
    try:
        root = etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        if b"<!DOCTYPE" in data[:4096].replace(b"\0", b""):
            raise DocumentUnsafe(name=name, reason="doctype") from error
        raise DocumentDamaged(name=name, kind="xml") from error
    if getattr(root.getroottree().docinfo, "doctype", ""):  # the stubs do not know it
        raise DocumentUnsafe(name=name, reason="doctype")
    return root


def kind_of_package(data: bytes, name: str, way_out: str) -> str:
    """Which module reads a zip package: ``docx`` or ``odt``.

    Raises:
        DocumentUnsupported: another kind of package, or a plain archive.
    """
    package = Package(data, name)
    names = package.names
    if any(part.startswith("word/") for part in names):
        return "docx"
    kind = package.part(_OPEN_DOCUMENT).decode("ascii", "replace")
    if kind.startswith("application/vnd.oasis.opendocument.text"):
        return "odt"
    if any(part.startswith("xl/") for part in names) or "spreadsheet" in kind:
        raise DocumentUnsupported(name=name, kind="spreadsheet", way_out="save-as-text")
    if any(part.startswith("ppt/") for part in names) or "presentation" in kind:
        raise DocumentUnsupported(name=name, kind="presentation", way_out="save-as-pdf")
    raise DocumentUnsupported(name=name, kind="archive", way_out="unpack" if way_out == "save-as-docx" else way_out)
