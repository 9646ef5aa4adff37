"""A masked copy as .docx or .txt: a new file with the text that was read, never the old file changed.

So nothing of the old file can be left in it: no comments, versions, hidden text, names of authors or pictures. Before it is
written, its bytes are searched for every word that was masked.
"""

import io
import re
import zipfile
from collections.abc import Collection, Sequence
from html import unescape
from pathlib import Path
from typing import Final

from assistant.documents.document import Document
from assistant.errors import OutputError
from assistant.export.paragraphs import as_docx, as_text
from assistant.export.permitted import require
from assistant.identifiers.mask import Mask, masked
from assistant.language import detect
from assistant.saving import save
from assistant.wording import Words

SUFFIXES: Final = (".docx", ".txt")


def write(document: Document, chosen: Collection[Mask], path: Path, words: Words) -> None:
    """Write the copy, with the words of these masks gone.

    Raises:
        OutputError: the suffix is none of ``SUFFIXES`` (reason ``mask-format``), a word would be left in the file
            (``mask-left``), IT does not allow the kind of file (``fixed-format``), or the system does not take it.
    """
    paragraphs = masked(document, chosen, words("[masked]"))
    suffix = path.suffix.lower()
    if suffix not in SUFFIXES:
        raise OutputError(name=path.name, reason="mask-format")
    require(path)
    language = detect(document.text) or "sv"
    title = words("Masked copy")
    data, blank = (
        (as_text(paragraphs), b"")
        if suffix == ".txt"
        else (as_docx(each, language, title) for each in (paragraphs, ()))
    )
    texts = _texts(data, blank)
    # What the user has left unmasked somewhere may stand in the file.
    if any(
        _stands_in(word, texts) for word in {mask.find.text for mask in chosen} if not _is_kept(word, document, chosen)
    ):
        raise OutputError(name=path.name, reason="mask-left")
    save(path, data)


def _is_kept(word: str, document: Document, chosen: Collection[Mask]) -> bool:
    """Whether the user has chosen to leave the word somewhere: then it stands in the document more often than it is masked."""
    stands = sum(len(re.findall(re.escape(word), each.text, re.IGNORECASE)) for each in document.paragraphs)
    covered = sum(len(re.findall(re.escape(word), mask.find.text, re.IGNORECASE)) for mask in chosen)
    return stands > covered


def _stands_in(word: str, texts: Sequence[str]) -> bool:
    wanted = word.casefold()
    return any(wanted in text for text in texts)


def _texts(data: bytes, blank: bytes) -> list[str]:
    """All that a file says: of a Word file the text of every part that an empty one has otherwise, also inside its tags."""
    if not zipfile.is_zipfile(io.BytesIO(data)):
        return [data.decode().casefold()]
    with zipfile.ZipFile(io.BytesIO(data)) as parts, zipfile.ZipFile(io.BytesIO(blank)) as empty:
        told = [parts.read(name).decode() for name in parts.namelist() if parts.read(name) != empty.read(name)]
    values = [value for text in told for value in re.findall(r'"([^"<>]*)"', text)]
    return [unescape(re.sub(r"<[^>]*>", "", text)).casefold() for text in told] + [
        unescape("\n".join(values)).casefold()
    ]
