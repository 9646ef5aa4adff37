"""Builds Word files from the XML of their parts, so that a test shows just what it is about."""

import io
import zipfile
from collections.abc import Mapping

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
STRICT = "http://purl.oclc.org/ooxml/wordprocessingml/main"
_NAMESPACES = (
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" xmlns:wps="urn:wps" xmlns:a="urn:a" xmlns:v="urn:v"'
    ' xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
)


def docx(body: str, *, namespace: str = W, doctype: str = "", **parts: str) -> bytes:
    """A .docx whose document has this body; other parts by name, ``/`` and ``.`` written as ``__`` and ``_xml``."""
    files = {"word/document.xml": f"{doctype}{element('document', f'<w:body>{body}</w:body>', namespace)}"}
    for name, content in parts.items():
        files[name.replace("__", "/").replace("_xml", ".xml")] = content
    return package(files)


def element(name: str, content: str, namespace: str = W) -> str:
    """The root element of a part."""
    return f'<w:{name} xmlns:w="{namespace}" {_NAMESPACES}>{content}</w:{name}>'


def package(files: Mapping[str, str | bytes]) -> bytes:
    """A zip archive of these files."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", "<Types/>")
        for name, content in files.items():
            archive.writestr(name, content)
    return buffer.getvalue()


def p(text: str, properties: str = "") -> str:
    """A paragraph."""
    return f"<w:p>{f'<w:pPr>{properties}</w:pPr>' if properties else ''}{r(text)}</w:p>"


def r(text: str, properties: str = "") -> str:
    """A run."""
    return f'<w:r>{f"<w:rPr>{properties}</w:rPr>" if properties else ""}<w:t xml:space="preserve">{text}</w:t></w:r>'


def tc(content: str, properties: str = "") -> str:
    """A table cell."""
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{content}</w:tc>"
