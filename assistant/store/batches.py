"""Many documents to be sorted, and what came of each. What is finished is never done again, whatever happens to the computer."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import msgspec

from assistant.classify.result import Sorted
from assistant.errors import AssistantError, Fact, known
from assistant.store.history import Change, changes, count, note
from assistant.store.queue import State
from assistant.store.vault import Vault

#: Rows that are held in memory at a time.
_CHUNK = 500


@dataclass(frozen=True)
class Line:
    """A document in a batch, as a list shows it; ``confirmed`` is the label that a person has said, None until then."""

    number: int
    path: Path
    state: State
    label: str
    confidence: float
    confirmed: str | None


@dataclass(frozen=True)
class _Failure:
    code: str
    facts: dict[str, Fact]


_COLUMNS = "number, path, state, label, confidence, confirmed"


class Batch:
    """One order to sort documents. A document's state and its outcome change together or not at all."""

    def __init__(self, vault: Vault, number: int) -> None:
        self._vault = vault
        self.number = number

    def begin(self) -> None:
        """What was under way when the program ended waits again. Only whoever works the batch alone may call it."""
        with self._vault.change() as change:
            change.execute("UPDATE sorted SET state = 'waiting' WHERE batch = ? AND state = 'running'", (self.number,))

    def take(self) -> Line | None:
        """The next document that waits, now under way; None when none does."""
        query = f"SELECT {_COLUMNS} FROM sorted WHERE batch = ? AND state = 'waiting' ORDER BY number LIMIT 1"  # noqa: S608 - our own words
        with self._vault.change() as change:
            row = change.execute(query, (self.number,)).fetchone()
            if row is None:
                return None
            change.execute("UPDATE sorted SET state = 'running' WHERE batch = ? AND number = ?", (self.number, row[0]))
        return _line(row)

    def put_back(self, number: int) -> None:
        """A document that was stopped waits again."""
        self._set(number, State.WAITING, "", 0.0, None)

    def finish(self, number: int, outcome: Sorted) -> None:
        """Keep what came of a document; also when it is decided anew."""
        decision = outcome.decision
        answer = msgspec.msgpack.encode(outcome)
        query = "SELECT path, state, label, confirmed FROM sorted WHERE batch = ? AND number = ?"
        with self._vault.change() as change:
            ((path, state, label, confirmed),) = change.execute(query, (self.number, number)).fetchall()
            self._put(change, number, State.DONE, decision.label, decision.confidence, answer)
            if state == State.DONE.value and confirmed is None and label != decision.label:
                note(change, self.number, [(path, "decided", label, decision.label)])

    def fail(self, number: int, error: AssistantError) -> None:
        """Keep why a document cannot be sorted."""
        self._set(number, State.FAILED, "", 0.0, msgspec.msgpack.encode(_Failure(error.code, error.facts)))

    def confirm(self, number: int, label: str | None) -> None:
        """Keep what a person says a document is; None takes it back, and an empty label is *vet ej*."""
        query = "SELECT path, label, confirmed FROM sorted WHERE batch = ? AND number = ?"
        with self._vault.change() as change:
            ((path, found, said),) = change.execute(query, (self.number, number)).fetchall()
            change.execute(
                "UPDATE sorted SET confirmed = ? WHERE batch = ? AND number = ?", (label, self.number, number)
            )
            if label != said:
                act, before = ("said" if label is not None else "withdrawn"), (found if said is None else said)
                note(change, self.number, [(path, act, before, found if label is None else label)])

    def copied(self, source: Path, copy: Path) -> None:
        """Keep that a copy was made."""
        with self._vault.change() as change:
            note(change, self.number, [(str(source), "copied", "", str(copy))])

    def undone(self, copies: Iterable[tuple[Path, Path]]) -> None:
        """Keep that copies, each with its document before it, were taken away."""
        with self._vault.change() as change:
            note(change, self.number, [(str(source), "undone", str(copy), "") for source, copy in copies])

    def changes(self, most: int = -1) -> list[Change]:
        """What was changed, the newest first."""
        return changes(self._vault, self.number, most)

    def changed(self) -> int:
        """How many changes there are."""
        return count(self._vault, self.number)

    def counts(self) -> dict[State, int]:
        """How many documents are in each state."""
        query = "SELECT state, count(*) FROM sorted WHERE batch = ? GROUP BY state"
        return {State(state): int(count) for state, count in self._vault.rows(query, self.number)}

    def lines(self, *, unsure_first: bool = False) -> list[Line]:
        """All documents, in order or those whose label is least sure first."""
        order = "confidence, number" if unsure_first else "number"
        query = f"SELECT {_COLUMNS} FROM sorted WHERE batch = ? ORDER BY {order}"  # noqa: S608 - our own words
        return [_line(row) for row in self._vault.rows(query, self.number)]

    def outcomes(self, *states: State) -> Iterator[tuple[Line, Sorted | AssistantError]]:
        """Each document that is done or has failed (or in these states) with what came of it, in order, some at a time."""
        last = -1
        wanted = [state.value for state in states or (State.DONE, State.FAILED)]
        among = ", ".join("?" * len(wanted))
        query = (
            f"SELECT {_COLUMNS}, answer FROM sorted WHERE batch = ? AND state IN ({among}) AND number > ? "  # noqa: S608 - our own words
            f"ORDER BY number LIMIT {_CHUNK}"
        )
        while rows := self._vault.rows(query, self.number, *wanted, last):
            for row in rows:
                yield _line(row[:-1]), _outcome(State(row[2]), row[-1])
            last = rows[-1][0]

    def outcome(self, number: int) -> Sorted | AssistantError | None:
        """What came of one document; None while it waits."""
        ((state, answer),) = self._vault.rows(
            "SELECT state, answer FROM sorted WHERE batch = ? AND number = ?", self.number, number
        )
        return None if answer is None else _outcome(State(state), answer)

    def discard(self) -> None:
        """Forget the batch and all that came of it."""
        with self._vault.change() as change:
            for table in ("sorted", "history"):
                change.execute(f"DELETE FROM {table} WHERE batch = ?", (self.number,))  # noqa: S608 - one of the two
            change.execute("DELETE FROM batch WHERE number = ?", (self.number,))

    def _set(self, number: int, state: State, label: str, confidence: float, answer: bytes | None) -> None:
        with self._vault.change() as change:
            self._put(change, number, state, label, confidence, answer)

    def _put(self, change: Any, number: int, state: State, label: str, confidence: float, answer: bytes | None) -> None:
        change.execute(
            "UPDATE sorted SET state = ?, label = ?, confidence = ?, answer = ? WHERE batch = ? AND number = ?",
            (state.value, label, confidence, answer, self.number, number),
        )


def open_batch(vault: Vault, name: str, scheme: str, paths: Sequence[Path]) -> tuple[Batch, bool]:
    """The batch with that name and whether it was there already; a new one holds these documents.

    Documents that have come to a folder since the batch was made are put at its end.
    """
    ((found,),) = vault.rows("SELECT count(*) FROM batch WHERE name = ?", name)
    with vault.change() as change:
        if not found:
            made = datetime.now(UTC).isoformat(timespec="seconds")
            change.execute("INSERT INTO batch (name, scheme, made) VALUES (?, ?, ?)", (name, scheme, made))
        ((number,),) = change.execute("SELECT number FROM batch WHERE name = ?", (name,)).fetchall()
        held = {path for (path,) in change.execute("SELECT path FROM sorted WHERE batch = ?", (number,)).fetchall()}
        new = [str(path) for path in paths if str(path) not in held]
        change.executemany(
            "INSERT INTO sorted (batch, number, path, state) VALUES (?, ?, ?, 'waiting')",
            [(number, place, path) for place, path in enumerate(new, len(held) + 1)],
        )
    return Batch(vault, int(number)), bool(found)


def _line(row: tuple[int, str, str, str, float, str | None]) -> Line:
    number, path, state, label, confidence, confirmed = row
    return Line(number, Path(path), State(state), label, confidence, confirmed)


def _outcome(state: State, answer: bytes) -> Sorted | AssistantError:
    if state is State.FAILED:
        kept = msgspec.msgpack.decode(answer, type=_Failure)
        return known(kept.code, kept.facts)
    return msgspec.msgpack.decode(answer, type=Sorted)
