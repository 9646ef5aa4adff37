"""A reviewed text as .docx or .txt: a new file with the text that was read and the wordings that were accepted."""

from pathlib import Path
from typing import Final

from assistant.documents.document import Document
from assistant.errors import OutputError
from assistant.export.masked import as_docx, as_text
from assistant.export.permitted import require
from assistant.language import detect
from assistant.saving import save
from assistant.wording import Words

SUFFIXES: Final = (".docx", ".txt")


def write(document: Document, path: Path, words: Words) -> None:
    """Write the text.

    Raises:
        OutputError: the suffix is none of ``SUFFIXES`` (reason ``review-format``), IT does not allow the kind of file
            (``fixed-format``), or the system does not take it.
    """
    suffix = path.suffix.lower()
    if suffix not in SUFFIXES:
        raise OutputError(name=path.name, reason="review-format")
    require(path)
    if suffix == ".txt":
        save(path, as_text(document.paragraphs))
    else:
        save(
            path, as_docx(document.paragraphs, detect(document.text) or "sv", document.title or words("Reviewed text"))
        )
