"""Rich Text Format, by the library striprtf; tables come as rows, embedded objects are left out."""

import re

from striprtf import striprtf

from assistant.documents.build import Builder
from assistant.documents.document import Document, Notice, ParagraphKind, Unread
from assistant.documents.limits import MAX_PART
from assistant.errors import DocumentDamaged, DocumentTooLarge

#: Pictures and objects are long runs of hexadecimal digits; the text never is.
_BINARY = re.compile(r"(?:[0-9a-fA-F]{2}\s*){64,}")
_OBJECT = re.compile(r"\\objdata|\\objemb")
_PICTURE = re.compile(r"\\pict(?![a-z])")
_HIDDEN = re.compile(r"\\v(?![a-z0-9])")


def read(data: bytes, name: str) -> Document:
    """Read an .rtf file.

    Raises:
        DocumentDamaged: it is no RTF.
        DocumentTooLarge: there is more of it than any letter or report has.
    """
    if len(data) > MAX_PART:
        raise DocumentTooLarge(name=name, limit=MAX_PART >> 20, unit="MB")
    source = data.decode("latin-1")
    if not source.lstrip().startswith("{\\rtf"):
        raise DocumentDamaged(name=name, kind="rtf")
    text = str(striprtf.rtf_to_text(_BINARY.sub("", source), errors="replace"))
    builder = Builder()
    for line in text.split("\n"):
        cells = [cell.strip() for cell in line.split("|")]
        if line.count("|") > 1 and line.rstrip().endswith("|"):
            builder.add("", ParagraphKind.ROW, cells=[cell for cell in cells if cell])
        else:
            _add(builder, line)
    unread = [Unread(why) for why, mark in (("embedded", _OBJECT), ("image", _PICTURE)) if mark.search(source)]
    # striprtf does not tell hidden text from other text, so the reader is warned that some of this may be.
    notices = [Notice("hidden-text-read")] if _HIDDEN.search(source) else []
    return builder.finish(name, "rtf", reader="striprtf", unread=unread, notices=notices)


def _add(builder: Builder, line: str) -> None:
    item = re.match(r"\s*[•·▪–-]\s+", line)
    if item:
        builder.add(line[item.end() :], ParagraphKind.ITEM, level=1)
    else:
        builder.add(line)
