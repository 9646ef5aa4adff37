"""A batch of documents to be sorted: kept, resumed, never lost or done twice."""

from pathlib import Path

import pytest

from assistant.classify.decide import Example
from assistant.classify.features import features
from assistant.classify.result import Evidence, Sorted
from assistant.classify.seen import Decision, Ranked, Seen
from assistant.classify.work import work
from assistant.documents.document import Document, Paragraph
from assistant.errors import DocumentMissing, ModelDied, Stopped, StoreFull
from assistant.store import batches
from assistant.store import vault as vaults
from assistant.store.batches import Batch, Line, open_batch
from assistant.store.examples import Examples
from assistant.store.queue import State
from assistant.store.vault import Vault, open_vault
from assistant.tasks.task import Coverage
from tests.assistant.store.keyrings import Good

MARK = "Anna Andersson 19811218-9876"
PATHS = [Path(f"/in/{number}.txt") for number in range(7)]


@pytest.fixture
def keyring() -> Good:
    return Good()


def outcome(label: str = "a", confidence: float = 0.9) -> Sorted:
    ranking = (Ranked("a", confidence), Ranked("b", 1 - confidence))
    return Sorted(
        Decision(label, confidence, ranking),
        Evidence(MARK, 1),
        Coverage(1, 1),
        "0" * 64,
        Seen(features(MARK), {"a": 1.0}, {"a": -0.1}),
    )


def read(path: Path) -> Document:
    if path.stem == "3":
        raise DocumentMissing(name=path.name)
    return Document(path.name, "txt", (Paragraph(1, path.stem),))


def test_a_batch_is_worked_to_its_end(keyring: Good) -> None:
    vault = open_vault(keyring)
    batch, was_there = open_batch(vault, "name", "s", PATHS)
    told: list[str] = []
    work(
        batch,
        read,
        lambda document: outcome(confidence=int(document.name[0]) / 10),
        lambda line, _outcome: told.append(line.path.stem),
    )
    assert not was_there
    assert told == list("0123456")
    assert batch.counts() == {State.DONE: 6, State.FAILED: 1}
    assert [line.path.stem for line in batch.lines(unsure_first=True) if line.state is State.DONE] == list("012456")
    ((line, error),) = batch.outcomes(State.FAILED)
    assert (line.number, type(error)) == (4, DocumentMissing)
    assert batch.outcome(1) == outcome(confidence=0.0)
    vault.close()


def test_ended_at_any_point_it_goes_on_and_does_nothing_twice(keyring: Good) -> None:
    done: list[str] = []

    def sort(document: Document) -> Sorted:
        if len(done) in (2, 4) and (not failed or failed[-1] != len(done)):
            failed.append(len(done))
            raise ModelDied(model="m", reason="crash") if len(done) == 2 else Stopped
        done.append(document.name)
        return outcome()

    failed: list[int] = []
    for _ in range(3):
        vault = open_vault(keyring)
        batch, _ = open_batch(vault, "name", "s", PATHS)
        try:
            work(batch, read, sort, lambda _line, _outcome: None)
        except (ModelDied, Stopped):
            assert State.RUNNING not in batch.counts()
        vault.close()
    assert done == ["0.txt", "1.txt", "2.txt", "4.txt", "5.txt", "6.txt"]
    assert failed == [2, 4]


def test_what_was_under_way_at_a_crash_waits_again(keyring: Good) -> None:
    vault = open_vault(keyring)
    batch, _ = open_batch(vault, "name", "s", PATHS)
    taken = batch.take()
    assert taken
    assert batch.counts()[State.RUNNING] == 1
    again, was_there = open_batch(vault, "name", "s", [*PATHS, Path("/in/new.txt")])
    again.begin()
    assert was_there
    assert again.counts() == {State.WAITING: 8}
    assert [line.path.name for line in again.lines()][-1] == "new.txt"
    vault.close()


def test_what_a_person_confirms_is_kept_and_can_be_taken_back(keyring: Good) -> None:
    vault = open_vault(keyring)
    batch, _ = open_batch(vault, "name", "s", PATHS)
    batch.finish(1, outcome())
    batch.confirm(1, "b")
    assert (batch.lines()[0].label, batch.lines()[0].confirmed) == ("a", "b")
    batch.confirm(1, None)
    assert batch.lines()[0].confirmed is None
    batch.discard()
    assert batch.lines() == []
    vault.close()


def told(batch: Batch) -> list[tuple[str, str, str, str]]:
    return [(change.path.name, change.act, change.before, change.after) for change in reversed(batch.changes())]


def test_every_change_is_kept_with_what_was_before(keyring: Good) -> None:
    vault = open_vault(keyring)
    batch, _ = open_batch(vault, "name", "s", PATHS)
    name = PATHS[0].name
    batch.finish(1, outcome())
    assert told(batch) == [], "what is found first changes nothing"
    batch.finish(1, outcome())
    batch.finish(1, outcome("c"))
    batch.confirm(1, "b")
    batch.confirm(1, "b")
    batch.finish(1, outcome())
    batch.confirm(1, "")
    batch.confirm(1, None)
    batch.copied(PATHS[0], Path("/out/x.txt"))
    batch.undone([(PATHS[0], Path("/out/x.txt"))])
    assert told(batch) == [
        (name, "decided", "a", "c"),
        (name, "said", "c", "b"),
        (name, "said", "b", ""),
        (name, "withdrawn", "", "a"),
        (name, "copied", "", str(Path("/out/x.txt"))),
        (name, "undone", str(Path("/out/x.txt")), ""),
    ]
    assert batch.changed() == 6
    assert [change.act for change in batch.changes(2)] == ["undone", "copied"]
    vault.close()


def test_the_history_is_forgotten_with_its_batch_and_no_other(keyring: Good) -> None:
    vault = open_vault(keyring)
    batch, other = (open_batch(vault, name, "s", PATHS)[0] for name in ("one", "two"))
    batch.confirm(1, "b")
    other.confirm(2, "b")
    batch.discard()
    assert batch.changes() == []
    assert other.changed() == 1
    vault.close()


def test_what_cannot_be_kept_is_not_changed_either(keyring: Good, monkeypatch: pytest.MonkeyPatch) -> None:
    vault = open_vault(keyring)
    batch, _ = open_batch(vault, "name", "s", PATHS)

    def fails(*_arguments: object) -> None:
        raise StoreFull

    monkeypatch.setattr(batches, "note", fails)
    with pytest.raises(StoreFull):
        batch.confirm(1, "b")
    assert batch.lines()[0].confirmed is None
    vault.close()


def test_examples_are_kept_by_scheme_and_the_later_word_holds(keyring: Good) -> None:
    vault = open_vault(keyring)
    mine, other = Examples(vault, "mine"), Examples(vault, "other")
    seen = outcome().seen
    mine.confirm("d1", "a", seen)
    mine.confirm("d2", "b", seen)
    mine.confirm("d1", "b", seen)
    other.confirm("d1", "x", seen)
    assert mine.counts() == {"b": 2}
    assert mine.all() == [Example("b", seen)] * 2
    mine.withdraw("d2")
    assert mine.forget() == 1
    assert other.counts() == {"x": 1}
    vault.close()


def test_nothing_of_it_can_be_read_on_the_disk(keyring: Good) -> None:
    vault = open_vault(keyring)
    batch, _ = open_batch(vault, "name", "s", [Path(f"/in/{MARK}.txt")])
    batch.finish(1, outcome())
    batch.confirm(1, "b")
    Examples(vault, "s").confirm("d", "a", outcome().seen)
    vault.close()
    for file in vaults.file().parent.iterdir():
        assert MARK.encode() not in file.read_bytes()


def test_a_store_of_the_first_version_is_brought_up_to_date(keyring: Good, monkeypatch: pytest.MonkeyPatch) -> None:
    steps, version = vaults._STEPS, vaults.VERSION
    monkeypatch.setattr(vaults, "_STEPS", steps[:1])
    monkeypatch.setattr(vaults, "VERSION", 1)
    open_vault(keyring).close()
    monkeypatch.setattr(vaults, "_STEPS", steps)
    monkeypatch.setattr(vaults, "VERSION", version)
    vault: Vault = open_vault(keyring)
    assert open_batch(vault, "name", "s", PATHS)[0].counts() == {State.WAITING: 7}
    vault.close()


def test_thousands_are_listed_some_at_a_time() -> None:
    vault = open_vault(None)
    batch, _ = open_batch(vault, "name", "s", [Path(f"/{number}") for number in range(1_203)])
    for line in batch.lines():
        batch.finish(line.number, outcome())
    lines: list[Line] = [line for line, _ in batch.outcomes()]
    assert [line.number for line in lines] == list(range(1, 1_204))
    assert isinstance(batch, Batch)
    vault.close()
