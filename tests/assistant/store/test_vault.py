"""The store is encrypted, refuses what it cannot open, and never writes over it."""

from pathlib import Path

import pytest

from assistant.errors import StoreDamaged, StoreLocked, StoreNewer
from assistant.store import vault
from assistant.store.queue import Queue
from assistant.store.vault import open_vault
from assistant.tasks.options import Options
from tests.assistant.store.keyrings import Forgetful, Good

MARK = "Anna Andersson 19811218-9876"


def filled(keyring: Good) -> bytes:
    store = open_vault(keyring)
    Queue(store).add(Path(f"/{MARK}.docx"), Path("/out.docx"), Options())
    store.close()
    return vault.file().read_bytes()


def test_what_is_kept_survives_and_cannot_be_read_without_the_key() -> None:
    keyring = Good()
    data = filled(keyring)
    for written in vault.file().parent.iterdir():
        assert MARK.encode() not in written.read_bytes()
    assert not data.startswith(b"SQLite format 3")
    store = open_vault(keyring)
    assert store.is_kept
    assert [entry.path.stem for entry in Queue(store).entries()] == [MARK]
    store.close()


def test_without_a_key_nothing_reaches_the_disk() -> None:
    store = open_vault(Forgetful())
    assert not store.is_kept
    queue = Queue(store)
    queue.add(Path("a.docx"), Path("out.docx"), Options())
    assert len(queue.entries()) == 1
    store.close()
    assert not vault.file().exists()


def test_a_store_whose_key_is_lost_is_left_alone() -> None:
    data = filled(Good())
    with pytest.raises(StoreLocked):
        open_vault(Good())
    with pytest.raises(StoreLocked):
        open_vault(None)
    assert vault.file().read_bytes() == data


def test_a_store_with_another_key_is_left_alone() -> None:
    data = filled(Good())
    other = Good()
    other.set_password("kansli", "store", "ab" * 32)
    with pytest.raises(StoreDamaged):
        open_vault(other)
    assert vault.file().read_bytes() == data


def test_a_torn_store_is_left_alone() -> None:
    keyring = Good()
    data = filled(keyring)
    vault.file().write_bytes(data[:3000])
    with pytest.raises(StoreDamaged):
        open_vault(keyring)
    assert vault.file().read_bytes() == data[:3000]


def test_a_store_of_a_later_version_is_refused() -> None:
    keyring = Good()
    filled(keyring)
    store = open_vault(keyring)
    with store.change() as change:
        change.execute("PRAGMA user_version = 99")
    store.close()
    with pytest.raises(StoreNewer):
        open_vault(keyring)


def test_a_change_happens_whole_or_not_at_all() -> None:
    store = open_vault(Good())
    queue = Queue(store)

    def half() -> None:
        with store.change() as change:
            change.execute("INSERT INTO job (path, out, options, state) VALUES ('a', 'b', x'00', 'waiting')")
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        half()
    assert queue.entries() == []
    store.close()
