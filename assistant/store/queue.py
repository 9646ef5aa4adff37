"""Jobs that wait for their turn, and those that are done and not yet taken away. What has been finished is never done again."""

import dataclasses
from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

import msgspec

from assistant.errors import AssistantError, Fact, known
from assistant.store.vault import Vault
from assistant.tasks.options import Options
from assistant.tasks.task import Result


class State(StrEnum):
    """How far a job has come."""

    WAITING = "waiting"
    RUNNING = "running"
    DONE = "done"
    FAILED = "failed"


@dataclass(frozen=True)
class Entry:
    """A job in the queue: which document, what to do with it, and where the result is to be written."""

    number: int
    path: Path
    out: Path
    options: Options
    state: State
    tries: int


@dataclass(frozen=True)
class _Failure:
    code: str
    facts: dict[str, Fact]


_COLUMNS = "number, path, out, options, state, tries"


class Queue:
    """The queue in a vault. A job's state and its result change together or not at all."""

    def __init__(self, vault: Vault) -> None:
        self._vault = vault

    def add(self, path: Path, out: Path, options: Options) -> int:
        """Put a job at the end; its number."""
        with self._vault.change() as change:
            change.execute(
                "INSERT INTO job (path, out, options, state) VALUES (?, ?, ?, 'waiting')",
                (str(path), str(out), msgspec.msgpack.encode(options)),
            )
            return int(change.lastrowid)

    def begin(self) -> None:
        """What was under way when the program ended waits again. Only whoever works the queue alone may call it."""
        with self._vault.change() as change:
            change.execute("UPDATE job SET state = 'waiting' WHERE state = 'running'")

    def take(self) -> Entry | None:
        """The job that has waited longest, now under way; None when none waits."""
        with self._vault.change() as change:
            row = change.execute(
                f"SELECT {_COLUMNS} FROM job WHERE state = 'waiting' ORDER BY number LIMIT 1"  # noqa: S608 - our own words
            ).fetchone()
            if row is None:
                return None
            change.execute("UPDATE job SET state = 'running', tries = tries + 1 WHERE number = ?", (row[0],))
        entry = _entry(row)
        return dataclasses.replace(entry, state=State.RUNNING, tries=entry.tries + 1)

    def put_back(self, number: int) -> None:
        """A job that was stopped, or failed, waits again."""
        self._set(number, State.WAITING, None)

    def finish(self, number: int, result: Result) -> None:
        """Keep a job's result."""
        self._set(number, State.DONE, msgspec.msgpack.encode(result))

    def fail(self, number: int, error: AssistantError) -> None:
        """Keep why a job cannot be done."""
        self._set(number, State.FAILED, msgspec.msgpack.encode(_Failure(error.code, error.facts)))

    def entries(self, state: State | None = None) -> list[Entry]:
        """All jobs, or those in one state, in order."""
        wanted = [state.value] if state else [each.value for each in State]
        marks = ", ".join("?" * len(wanted))
        query = f"SELECT {_COLUMNS} FROM job WHERE state IN ({marks}) ORDER BY number"  # noqa: S608 - our own words
        return [_entry(row) for row in self._vault.rows(query, *wanted)]

    def result(self, number: int) -> Result:
        """What came of a job that is done."""
        return msgspec.msgpack.decode(self._answer(number), type=Result)

    def failure(self, number: int) -> AssistantError:
        """Why a job has failed."""
        kept = msgspec.msgpack.decode(self._answer(number), type=_Failure)
        return known(kept.code, kept.facts)

    def discard(self, number: int) -> None:
        """Forget a job and its result."""
        with self._vault.change() as change:
            change.execute("DELETE FROM job WHERE number = ?", (number,))

    def _answer(self, number: int) -> bytes:
        ((answer,),) = self._vault.rows("SELECT answer FROM job WHERE number = ?", number)
        return bytes(answer)

    def _set(self, number: int, state: State, answer: bytes | None) -> None:
        with self._vault.change() as change:
            change.execute("UPDATE job SET state = ?, answer = ? WHERE number = ?", (state.value, answer, number))


def work(
    queue: Queue,
    do: Callable[[Entry], Result],
    write: Callable[[Result, Path], None],
    failed: Callable[[Entry, AssistantError], None],
) -> int:
    """Work through the queue to its end: do each job, write its result, forget it. The number of jobs done.

    A job that fails stays in the queue with its reason. Ended at any point, the next call goes on from there: what is
    done but not written is written first, and nothing that was finished is done again.

    Raises:
        Stopped: as ``do`` raises it; the job under way waits again.
        OutputError: as ``write`` raises it; the result stays in the queue.
    """
    queue.begin()
    done = 0
    for finished in queue.entries(State.DONE):
        write(queue.result(finished.number), finished.out)
        queue.discard(finished.number)
        done += 1
    while (entry := queue.take()) is not None:
        try:
            result = do(entry)
        except AssistantError as error:
            queue.fail(entry.number, error)
            failed(entry, error)
            continue
        except BaseException:
            queue.put_back(entry.number)
            raise
        queue.finish(entry.number, result)
        write(result, entry.out)
        queue.discard(entry.number)
        done += 1
    return done


def _entry(row: tuple[int, str, str, bytes, str, int]) -> Entry:
    number, path, out, options, state, tries = row
    return Entry(number, Path(path), Path(out), msgspec.msgpack.decode(options, type=Options), State(state), tries)
