"""What was changed in a batch, document by document: which class it had and got, by whom, and what was copied where and taken away.

A change and its line in the history are kept together or not at all. It is forgotten with its batch, and as early as IT has
decided for what is kept.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, Final

from assistant.store.vault import Vault

#: A person said a class, or took that back; the program decided anew; a copy was made, or taken away.
ACTS: Final = ("said", "withdrawn", "decided", "copied", "undone")


@dataclass(frozen=True)
class Change:
    """One change.

    Attributes:
        made: when, in UTC.
        path: the document.
        act: one of ``ACTS``.
        before: the class that held before, empty for *vet ej*; for ``undone`` the copy.
        after: the class that holds since; for ``copied`` the copy.
    """

    made: str
    path: Path
    act: str
    before: str
    after: str


def note(change: Any, batch: int, lines: Iterable[tuple[str, str, str, str]]) -> None:
    """Write path, act, before and after of changes, in the transaction that makes them."""
    made = datetime.now(UTC).isoformat(timespec="seconds")
    change.executemany(
        "INSERT INTO history (batch, made, path, act, before, after) VALUES (?, ?, ?, ?, ?, ?)",
        [(batch, made, *line) for line in lines],
    )


def changes(vault: Vault, batch: int, most: int = -1) -> list[Change]:
    """The changes of a batch, the newest first, so many at most."""
    query = "SELECT made, path, act, before, after FROM history WHERE batch = ? ORDER BY number DESC LIMIT ?"
    return [Change(made, Path(path), *rest) for made, path, *rest in vault.rows(query, batch, most)]


def count(vault: Vault, batch: int) -> int:
    """How many changes a batch has."""
    ((found,),) = vault.rows("SELECT count(*) FROM history WHERE batch = ?", batch)
    return int(found)
