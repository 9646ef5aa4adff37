"""The door of export: a result as the bytes of one of four formats, or saved as a file."""

from pathlib import Path
from typing import Final

from assistant.errors import OutputError
from assistant.export import as_json, markdown, text
from assistant.export.permitted import require
from assistant.saving import save
from assistant.tasks.task import Result
from assistant.wording import Words

#: File suffixes, and the format each stands for.
SUFFIXES: Final = {".docx": "docx", ".md": "md", ".txt": "text", ".json": "json"}


def render(result: Result, format: str, words: Words, *, banner: bool = True, organisation: str = "") -> bytes:  # noqa: A002 - the word that users know
    """The result in a format: ``docx``, ``md``, ``text`` (or ``txt``) or ``json``. The same result gives the same bytes.

    Args:
        result: what to write.
        format: the format's name.
        words: the words around the result's own text; not used in JSON.
        banner: begin with the reminder that this is a draft to be reviewed.
        organisation: who stands as the author of a .docx; nobody when empty.

    Raises:
        OutputError: there is no such format (reason ``format``).
    """
    if format == "docx":
        from assistant.export import docx  # noqa: PLC0415 - it is the only one that takes time to import

        return docx.render(result, words, banner=banner, organisation=organisation)
    if format == "md":
        return markdown.render(result, words, banner=banner).encode()
    if format in ("text", "txt"):
        return text.render(result, words, banner=banner).encode()
    if format == "json":
        return as_json.render(result).encode()
    raise OutputError(name=format, reason="format")


def write(result: Result, path: Path, words: Words, *, banner: bool = True, organisation: str = "") -> None:
    """Save the result as a file, in the format that its suffix stands for.

    Raises:
        OutputError: the suffix stands for no format (reason ``format``) or for one that IT does not allow
            (``fixed-format``), or the file cannot be saved.
    """
    format_ = SUFFIXES.get(path.suffix.lower())
    if format_ is None:
        raise OutputError(name=path.name, reason="format")
    require(path)
    save(path, render(result, format_, words, banner=banner, organisation=organisation))
