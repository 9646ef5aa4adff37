"""A reviewed text as .docx, .md or .txt: a new file with the text that was read and the wordings that were accepted."""

from pathlib import Path
from typing import Final

from assistant.documents.document import Document
from assistant.errors import OutputError
from assistant.export.paragraphs import as_docx, as_markdown, as_text
from assistant.export.permitted import require
from assistant.language import detect
from assistant.saving import save
from assistant.wording import Words

SUFFIXES: Final = (".docx", ".md", ".txt")


def write(document: Document, path: Path, words: Words) -> None:
    """Write the text.

    Raises:
        OutputError: the suffix is none of ``SUFFIXES`` (reason ``review-format``) or one that IT does not allow
            (``fixed-format``), or the system does not take it.
    """
    suffix = path.suffix.lower()
    if suffix not in SUFFIXES:
        raise OutputError(name=path.name, reason="review-format")
    require(path)
    if suffix == ".docx":
        title = document.title or words("Reviewed text")
        save(path, as_docx(document.paragraphs, detect(document.text) or "sv", title))
    elif suffix == ".md":
        save(path, as_markdown(document.paragraphs))
    else:
        save(path, as_text(document.paragraphs))
