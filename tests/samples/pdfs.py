"""Builds small PDFs with placed text, so that a test shows just what it is about."""

import io

from pypdf import PdfReader, PdfWriter

Text = tuple[float, float, float, str]


def pdf(*pages: list[Text], extra: str = "") -> bytes:
    """A PDF with texts (x, y, size, text) in Helvetica on each page; ``extra`` goes into every page's contents.

    What stands between two asterisks is bold.
    """
    objects: list[bytes] = [b"<</Type/Catalog/Pages 2 0 R>>", b""]
    fonts = b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica%s/Encoding/WinAnsiEncoding>>"
    objects.append(fonts % b"")
    is_bold = any(text[:1] == "*" for page in pages for _, _, _, text in page)
    if is_bold:
        objects.append(fonts % b"-Bold")
    named = b"/F1 3 0 R/F2 4 0 R" if is_bold else b"/F1 3 0 R"
    kids = []
    for page in pages:
        content = (
            "".join(
                f"BT /F{1 + (text[:1] == '*')} {size} Tf 1 0 0 1 {x} {y} Tm ({_escaped(text.strip('*'))}) Tj ET\n"
                for x, y, size, text in page
            )
            + extra
        )
        stream = content.encode("cp1252")
        objects.append(b"<</Length %d>>stream\n%s\nendstream" % (len(stream), stream))
        objects.append(
            b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Resources<</Font<<%s>>>>/Contents %d 0 R>>"
            % (named, len(objects))
        )
        kids.append(len(objects))
    objects[1] = b"<</Type/Pages/Count %d/Kids[%s]>>" % (len(kids), b" ".join(b"%d 0 R" % kid for kid in kids))
    out = io.BytesIO(b"")
    out.write(b"%PDF-1.7\n")
    places = []
    for number, each in enumerate(objects, 1):
        places.append(out.tell())
        out.write(b"%d 0 obj\n%s\nendobj\n" % (number, each))
    start = out.tell()
    out.write(b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1))
    out.write(b"".join(b"%010d 00000 n \n" % place for place in places))
    out.write(b"trailer<</Size %d/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF\n" % (len(objects) + 1, start))
    return out.getvalue()


def column(lines: list[str], top: float = 760, size: float = 11, left: float = 72) -> list[Text]:
    """Lines one below the other, with the usual distance between them."""
    return [(left, top - place * size * 1.3, size, line) for place, line in enumerate(lines)]


def locked(data: bytes, password: str) -> bytes:
    """The same PDF behind a password."""
    writer = PdfWriter(clone_from=PdfReader(io.BytesIO(data)))
    writer.encrypt(password, algorithm="AES-256")
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


def _escaped(text: str) -> str:
    return text.replace("\\", "\\\\").replace("(", "\\(").replace(")", "\\)")
