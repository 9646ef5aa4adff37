"""Which documents an order means, and which of them are confirmed examples of what."""

import os
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Final

from assistant.errors import DocumentMissing, SchemeError
from assistant.schemes.scheme import Label, Scheme
from assistant.schemes.sheet import rows

#: What the first column of a table of labelled documents may be called, and the second.
_PATHS: Final = {"path", "file", "fil", "sökväg", "filnamn"}
_CONFIRMED: Final = {"right label", "rätt klass"}
_NOT_KNOWN: Final = {"vet ej", "not known", "-", "?"}
_LABELS: Final = {"label", "class", "klass", "code", "kod"}


def documents(paths: Sequence[Path]) -> list[Path]:
    """The files meant by files and folders, folders with all that is in them, each once and in order.

    Links, hidden files and those that programs leave beside open documents are no documents.

    Raises:
        DocumentMissing: one of the paths leads nowhere.
    """
    found: dict[Path, None] = {}
    for path in paths:
        if not os.path.lexists(path):
            raise DocumentMissing(name=path.name or str(path))
        if path.is_dir() and not path.is_symlink():
            found |= dict.fromkeys(_within(path.absolute()))
        else:
            found[path.absolute()] = None
    return list(found)


def _within(folder: Path) -> Iterator[Path]:
    with os.scandir(folder) as entries:
        for entry in sorted(entries, key=lambda entry: entry.name):
            if entry.name.startswith((".", "~$")) or entry.is_symlink():
                continue
            if entry.is_dir():
                yield from _within(Path(entry.path))
            elif entry.is_file():
                yield Path(entry.path)


def labelled(scheme: Scheme, source: Path) -> list[tuple[Path, Label]]:
    """Documents whose labels a person has said: a folder with one folder for each label, or a table with paths and labels.

    Raises:
        DocumentMissing: the source leads nowhere.
        SchemeError: the source names labels that the scheme has not (reason ``labels``), or is no such table (``table``).
    """
    if not os.path.lexists(source):
        raise DocumentMissing(name=source.name or str(source))
    pairs = list(_in_folders(source)) if source.is_dir() else list(_in_table(source))
    unknown = sorted({name for _, name in pairs if scheme.named(name) is None})
    if unknown:
        raise SchemeError(scheme=scheme.id, reason="labels", detail=", ".join(unknown[:5]))
    return [(path, label) for path, name in pairs if (label := scheme.named(name))]


def _in_folders(source: Path) -> Iterator[tuple[Path, str]]:
    for folder in sorted(source.iterdir()):
        if folder.is_dir() and not folder.is_symlink() and not folder.name.startswith("."):
            for path in _within(folder.absolute()):
                yield path, folder.name


def _in_table(source: Path) -> Iterator[tuple[Path, str]]:
    """Rows of a table: its path, and the label in the column for the right one, or else in that for the label."""
    table = rows(source)
    head = [cell.casefold() for cell in table[0]] if table else []
    path = next((place for place, cell in enumerate(head) if cell in _PATHS), None)
    labels = [place for wanted in (_CONFIRMED, _LABELS) for place, cell in enumerate(head) if cell in wanted]
    if path is None or not labels:
        raise SchemeError(scheme=source.name, reason="table", detail="")
    for row in table[1:]:
        said = next((row[place] for place in labels if place < len(row) and row[place]), "")
        if said and said.casefold() not in _NOT_KNOWN and path < len(row) and row[path]:
            yield source.parent / row[path], said
