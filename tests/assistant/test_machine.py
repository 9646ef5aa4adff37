from pathlib import Path

import pytest

from assistant import machine
from assistant.engine import memory
from assistant.worker import client
from assistant.worker.lockdown import Protection, layers


def test_what_can_be_told_at_once_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(memory, "total", lambda: 8 << 30)
    monkeypatch.setattr(memory, "free", lambda: 3 << 30)
    found = machine.look(threads=3)
    assert (found.memory, found.memory_free, found.threads) == (8 << 30, 3 << 30, 3)
    assert found.cores >= 1
    assert found.disk_free is not None
    assert found.disk_free > 0
    assert found.protection is None
    assert machine.look().threads >= 1, "when nothing was chosen the program chooses"


def test_the_room_is_that_of_the_disk_where_the_folder_will_be_made(tmp_path: Path) -> None:
    there, to_be = machine.room(tmp_path), machine.room(tmp_path / "not" / "yet")
    assert there is not None
    assert to_be is not None
    assert abs(there - to_be) < 1 << 30


def test_what_protects_is_seen_in_a_real_child() -> None:
    assert layers(machine.protection())["limits"]


def test_what_cannot_be_tried_is_not_said_to_hold(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse() -> Protection:
        raise OSError

    monkeypatch.setattr(client, "protection", refuse)
    assert not any(layers(machine.protection()).values())
