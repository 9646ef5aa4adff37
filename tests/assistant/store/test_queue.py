"""A queue loses nothing, and does nothing twice that was finished."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from assistant.documents.read import read_bytes
from assistant.errors import AssistantError, DocumentMissing, OutputError, Stopped
from assistant.job import Job, carry_out
from assistant.store.queue import Entry, Queue, State, work
from assistant.store.vault import open_vault
from assistant.tasks.options import Options
from assistant.tasks.task import Result
from tests.assistant.store.keyrings import Good

RESULT = carry_out(
    Job(read_bytes("Nämnden godkände rapporten. Den gäller året.".encode(), "a.txt"), Options("extract")),
    None,
    lambda _event: None,
)


@pytest.fixture
def queue() -> Iterator[Queue]:
    vault = open_vault(Good())
    yield Queue(vault)
    vault.close()


def filled(queue: Queue, count: int = 3) -> list[int]:
    return [queue.add(Path(f"{n}.txt"), Path(f"{n}.json"), Options("bullets", length="long")) for n in range(count)]


def no_failure(entry: Entry, error: AssistantError) -> None:
    pytest.fail(f"{entry} {error}")


def test_jobs_are_done_in_order_and_forgotten_when_written(queue: Queue) -> None:
    filled(queue)
    done: list[Entry] = []
    written: list[Path] = []

    def do(entry: Entry) -> Result:
        done.append(entry)
        return RESULT

    def write(result: Result, out: Path) -> None:
        assert result == RESULT
        written.append(out)

    assert work(queue, do, write, no_failure) == 3
    assert [entry.path.name for entry in done] == ["0.txt", "1.txt", "2.txt"]
    assert done[0].options == Options("bullets", length="long")
    assert [path.name for path in written] == ["0.json", "1.json", "2.json"]
    assert queue.entries() == []


def test_a_job_that_was_under_way_when_the_program_died_is_done_again(queue: Queue) -> None:
    filled(queue, 1)
    taken = queue.take()
    assert taken is not None
    assert queue.take() is None
    queue.begin()
    again = queue.take()
    assert again is not None
    assert (again.number, again.tries) == (taken.number, 2)


def test_what_is_finished_and_not_written_is_written_and_not_done_again(queue: Queue) -> None:
    (number,) = filled(queue, 1)
    queue.take()
    queue.finish(number, RESULT)
    written: list[Path] = []

    def do(entry: Entry) -> Result:
        raise AssertionError(entry)

    assert work(queue, do, lambda _result, out: written.append(out), no_failure) == 1
    assert written == [Path("0.json")]


def test_a_result_that_cannot_be_written_stays(queue: Queue) -> None:
    filled(queue, 2)

    def write(_result: Result, out: Path) -> None:
        raise OutputError(name=out.name, reason="disk-full")

    with pytest.raises(OutputError):
        work(queue, lambda _entry: RESULT, write, no_failure)
    assert [entry.state for entry in queue.entries()] == [State.DONE, State.WAITING]
    assert queue.result(1) == RESULT


def test_a_job_that_fails_is_named_and_the_others_are_done(queue: Queue) -> None:
    filled(queue)
    failed: list[str] = []

    def do(entry: Entry) -> Result:
        if entry.number == 2:
            raise DocumentMissing(name=entry.path.name)
        return RESULT

    written: list[Path] = []
    work(
        queue,
        do,
        lambda _result, out: written.append(out),
        lambda entry, error: failed.append(f"{entry.number} {error.code}"),
    )
    assert failed == ["2 document-missing"]
    assert len(written) == 2
    assert [entry.state for entry in queue.entries()] == [State.FAILED]
    assert queue.failure(2).facts == {"name": "1.txt"}
    queue.discard(2)
    assert queue.entries() == []


def test_a_job_that_is_stopped_waits_again(queue: Queue) -> None:
    filled(queue, 2)

    def do(_entry: Entry) -> Result:
        raise Stopped

    with pytest.raises(Stopped):
        work(queue, do, lambda _result, _out: None, no_failure)
    assert [entry.state for entry in queue.entries()] == [State.WAITING, State.WAITING]
