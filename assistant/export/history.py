"""The history of a batch as a table for people, and its lines for a list."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import datetime
from pathlib import Path
from typing import Final

from assistant.export.sheet import Row
from assistant.export.sorting import save_table
from assistant.schemes.scheme import Scheme
from assistant.store.history import Change
from assistant.wording import Words, later, visible

_ACTS: Final = {
    "said": later("Class said by hand"),
    "withdrawn": later("Class said by hand taken back"),
    "decided": later("Decided anew by the program"),
    "copied": later("Copied"),
    "undone": later("Copy taken away"),
}
_WIDTHS: Final = (18, 46, 32, 46, 46)


def names(scheme: Scheme) -> dict[str, str]:
    """What the classes are called, by their codes, which stand before it; a code that is a word says what its name says."""
    return {
        label.code: f"{label.code} {label.name}" if any(map(str.isdigit, label.code)) else label.name
        for label in scheme.labels
    }


def row(change: Change, names: Mapping[str, str], words: Words) -> Row:
    """One change as a row: when, which document, what was done, from what and to what."""
    before, after = (
        (text if change.act in {"copied", "undone"} else names.get(text, text) or words("Not known").lower())
        for text in (change.before, change.after)
    )
    when = datetime.fromisoformat(change.made).astimezone().strftime("%Y-%m-%d %H:%M")
    return [when, str(change.path), words(_ACTS[change.act]), before, after]


def line(change: Change, names: Mapping[str, str], words: Words) -> str:
    """One change as a line for the eye."""
    when, _, act, before, after = (str(cell) for cell in row(change, names, words))
    return visible(f"{when}  {change.path.name}  {act}: {' → '.join(each for each in (before, after) if each)}")


def write(changes: Iterable[Change], path: Path, scheme: Scheme, words: Words) -> None:
    """Save the changes as a table, .csv or .xlsx.

    Raises:
        OutputError: as ``assistant.export.sorting.write``.
    """
    called = names(scheme)

    def rows() -> Iterator[Row]:
        yield [words("When"), words("File"), words("What was done"), words("From"), words("To")]
        for change in changes:
            yield row(change, called, words)

    save_table(rows(), path, words("History"), _WIDTHS)
