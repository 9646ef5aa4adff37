"""Copies documents into folders by their labels. Nothing is moved or written over, and a journal beside them can undo it.

The journal is a line of JSON for each copy, written before the copy is made: where from, where to, and a hash, so that undoing
takes away only what was made here and has not been changed since.
"""

import hashlib
import json
import os
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Final, Self

from assistant.documents.opening import open_bytes
from assistant.errors import AssistantError, OutputError
from assistant.saving import save
from assistant.schemes.scheme import Label, Scheme

JOURNAL: Final = "kansli-journal.jsonl"
#: What a pattern for names can hold.
HOLES: Final = ("name", "label", "code", "date", "number")
_HOLE: Final = re.compile(r"\{(\w+)\}")
#: What no system, or not every one, takes in a name.
_NOT_IN_NAMES: Final = re.compile(r'[\x00-\x1f<>:"/\\|?*]+')
_LONGEST: Final = 120


@dataclass(frozen=True)
class Copy:
    """A copy to be made."""

    source: Path
    target: Path


def planned(documents: Sequence[tuple[Path, Label]], scheme: Scheme, folder: Path, pattern: str = "") -> list[Copy]:
    """The copies, in a folder for each label, or in one folder under names made by a pattern such as ``{code} {date} {name}``.

    A name that is taken gets a number. Nothing is written yet.

    Raises:
        OutputError: the pattern has a hole that there is not (reason ``pattern``), or no name (likewise).
    """
    if pattern and (set(_HOLE.findall(pattern)) - set(HOLES) or not _HOLE.search(pattern)):
        raise OutputError(name=pattern, reason="pattern")
    taken: set[str] = set()
    copies = []
    for number, (source, label) in enumerate(documents, 1):
        if pattern:
            target = folder / f"{_safe(_filled(pattern, source, label, number))}{source.suffix}"
        else:
            target = folder.joinpath(
                *(
                    _safe(f"{each.code} {each.name}" if each.code != each.name else each.name)
                    for each in scheme.path(label.code)
                )
            )
            target /= source.name
        copies.append(Copy(source, _free(target, taken)))
    return copies


def carry_out(copies: Iterable[Copy], folder: Path) -> Iterator[tuple[Copy, AssistantError | None]]:
    """Make the copies one by one; one that fails is told, and the others are made all the same.

    Raises:
        OutputError: the journal cannot be written.
    """
    with _Journal(folder) as journal:
        for copy in copies:
            try:
                _make(copy, journal)
            except AssistantError as error:
                yield copy, error
            else:
                yield copy, None


def undo(folder: Path) -> tuple[list[Copy], list[Path]]:
    """Take away the copies that the journal of a folder tells of: those gone, and those left because they have been changed.

    Raises:
        OutputError: there is no journal (reason ``no-journal``).
    """
    file = folder / JOURNAL
    try:
        lines = file.read_text(encoding="utf-8").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise OutputError(name=folder.name, reason="no-journal") from error
    gone: list[Copy] = []
    left: list[Path] = []
    for line in reversed(lines):
        entry = _entry(line)
        target = folder / entry.get("target", "") if entry else None
        if not entry or target is None or not _is_inside(target, folder) or target.is_symlink() or not target.is_file():
            continue
        if hashlib.sha256(target.read_bytes()).hexdigest() != entry["sha256"]:
            left.append(target)
            continue
        target.unlink()
        gone.append(Copy(Path(entry.get("source", "")), target))
        _without_empty(target.parent, folder)
    if not left:
        file.unlink()
    return gone, left


class _Journal:
    """The journal of a folder, open for more lines; each is on the disk before its copy is made."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def __enter__(self) -> Self:
        try:
            self._folder.mkdir(parents=True, exist_ok=True)
            self._file = (self._folder / JOURNAL).open("a", encoding="utf-8")
        except OSError as error:
            raise OutputError(name=self._folder.name, reason="forbidden") from error
        return self

    def __exit__(self, *_error: object) -> None:
        self._file.close()

    def note(self, copy: Copy, sha256: str) -> None:
        made = datetime.now(UTC).isoformat(timespec="seconds")
        target = copy.target.relative_to(self._folder).as_posix()
        entry = {"source": str(copy.source), "target": target, "sha256": sha256, "made": made}
        self._file.write(json.dumps(entry, ensure_ascii=False) + "\n")
        self._file.flush()
        os.fsync(self._file.fileno())


def _make(copy: Copy, journal: _Journal) -> None:
    data = open_bytes(copy.source)
    try:
        copy.target.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise OutputError(name=copy.target.name, reason="folder") from error
    if os.path.lexists(copy.target):  # since it was planned
        raise OutputError(name=copy.target.name, reason="exists")
    journal.note(copy, hashlib.sha256(data).hexdigest())
    save(copy.target, data)


def _filled(pattern: str, source: Path, label: Label, number: int) -> str:
    changed = datetime.fromtimestamp(source.stat().st_mtime).date() if source.exists() else date.min  # noqa: DTZ006 - the user's day
    values = {
        "name": source.stem,
        "label": label.name,
        "code": label.code,
        "date": changed.isoformat(),
        "number": f"{number:04d}",
    }
    return _HOLE.sub(lambda match: values[match.group(1)], pattern)


def _safe(name: str) -> str:
    return _NOT_IN_NAMES.sub("-", name)[:_LONGEST].strip(" .") or "-"


def _free(target: Path, taken: set[str]) -> Path:
    """The name, with a number when another copy or file has it; letters' case tells no names apart on Windows."""
    name, number = target, 2
    while str(name).casefold() in taken or os.path.lexists(name):
        name = target.with_stem(f"{target.stem} ({number})")
        number += 1
    taken.add(str(name).casefold())
    return name


def _entry(line: str) -> dict[str, str] | None:
    """A line of the journal; the last one may be torn when the computer stopped."""
    try:
        entry = json.loads(line)
    except ValueError:
        return None
    is_right = isinstance(entry, dict) and all(isinstance(entry.get(key), str) for key in ("target", "sha256"))
    return entry if is_right else None


def _is_inside(path: Path, folder: Path) -> bool:
    return path.resolve().is_relative_to(folder.resolve())


def _without_empty(folder: Path, root: Path) -> None:
    while folder != root and _is_inside(folder, root) and not any(folder.iterdir()):
        folder.rmdir()
        folder = folder.parent
