"""Orders on a real store in a folder of its own; what is heard comes from another thread."""

import queue
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from assistant.engine.models import Store
from assistant.worker.messages import Cancelled, Failed
from desktop.storing import Done, Event, Order, Share, Storing
from tests.assistant.engine.test_models import DATA, model, store
from tests.assistant.engine.test_templates import chat_template

BIG = DATA * 6_000


class Heard:
    """Storing over a store of two models, and what it said."""

    def __init__(self, folder: Path) -> None:
        self.store: Store = store(folder / "s", model(), model("big", BIG))
        self.said: queue.SimpleQueue[Event] = queue.SimpleQueue()
        self.go_on = threading.Event()
        self.go_on.set()
        self.storing = Storing(self.store, self.hear)

    def hear(self, event: Event) -> None:
        self.said.put(event)
        if isinstance(event, Share):
            assert self.go_on.wait(30)

    def end_of(self, order: Order) -> tuple[Event, list[Share]]:
        self.storing.begin(order)
        return self.end()

    def end(self) -> tuple[Event, list[Share]]:
        shares = []
        while isinstance(event := self.said.get(timeout=30), Share):
            shares.append(event)
        return event, shares


@pytest.fixture
def heard(tmp_path: Path) -> Iterator[Heard]:
    made = Heard(tmp_path)
    yield made
    made.go_on.set()
    made.storing.close()


def put(folder: Path, name: str, data: bytes) -> Path:
    folder.mkdir(exist_ok=True)
    (folder / name).write_bytes(data)
    return folder


def test_a_model_is_copied_from_a_folder_verified_and_removed(heard: Heard, tmp_path: Path) -> None:
    end, shares = heard.end_of(Order("copy", "big", put(tmp_path / "share", "big.gguf", BIG)))
    assert end == Done("big")
    assert shares[-1] == Share(len(BIG), len(BIG), "fetching")
    end, shares = heard.end_of(Order("verify", "big"))
    assert (end, shares[-1].step) == (Done("big"), "reading")
    assert heard.end_of(Order("remove", "big"))[0] == Done("big")
    assert not list(heard.store.folder.iterdir())


def test_a_copy_never_turns_to_the_network(heard: Heard, tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    end, _ = heard.end_of(Order("copy", "big", tmp_path / "empty"))
    assert end == Failed("model-fetch-failed", {"model": "big", "reason": "folder"})


def test_a_stopped_copy_leaves_a_part_that_is_no_model(heard: Heard, tmp_path: Path) -> None:
    share = put(tmp_path / "share", "big.gguf", BIG)
    heard.go_on.clear()
    heard.storing.begin(Order("copy", "big", share))
    assert isinstance(heard.said.get(timeout=30), Share)
    heard.storing.stop()
    heard.go_on.set()
    assert isinstance(heard.end()[0], Cancelled)
    assert heard.store.where(heard.store.model("big")) is None
    assert heard.end_of(Order("copy", "big", share))[0] == Done("big"), "and can be begun again"


def test_a_file_is_imported_by_its_hash_and_an_import_can_be_stopped(heard: Heard, tmp_path: Path) -> None:
    own = put(tmp_path / "own", "own.gguf", b"GGUF own" + chat_template("<|im_start|>")) / "own.gguf"
    end, shares = heard.end_of(Order("import", "own.gguf", own))
    assert isinstance(end, Done)
    assert end.model.startswith("own-")
    assert [share.step for share in shares] == ["reading", "copying"]
    listed = put(tmp_path / "own", "renamed.gguf", BIG) / "renamed.gguf"
    assert heard.end_of(Order("import", "renamed.gguf", listed))[0] == Done("big"), "it is on the list"
    heard.end_of(Order("remove", "big"))
    heard.go_on.clear()
    heard.storing.begin(Order("import", "renamed.gguf", listed))
    heard.storing.stop()
    heard.go_on.set()
    assert isinstance(heard.end()[0], Cancelled)
    assert heard.store.where(heard.store.model("big")) is None


def test_what_is_wrong_is_told_with_its_code(heard: Heard, tmp_path: Path) -> None:
    put(heard.store.folder, "little.gguf", bytes(len(DATA)))
    assert heard.end_of(Order("verify", "little"))[0] == Failed("model-changed", {"model": "little"})
    not_one = put(tmp_path / "own", "own.gguf", b"no model") / "own.gguf"
    end, _ = heard.end_of(Order("import", "own.gguf", not_one))
    assert end == Failed("model-unreadable", {"model": "own.gguf", "reason": "not-gguf"})


def test_a_bug_ends_the_order_too(heard: Heard, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(_name: str) -> None:
        raise ZeroDivisionError

    monkeypatch.setattr(heard.store, "remove", fail)
    end, _ = heard.end_of(Order("remove", "little"))
    assert isinstance(end, Failed)
    assert end.code == "child-bug"


def test_closing_waits_for_what_is_under_way(heard: Heard, tmp_path: Path) -> None:
    heard.storing.begin(Order("copy", "big", put(tmp_path / "share", "big.gguf", BIG)))
    heard.storing.close()
    assert isinstance(heard.end()[0], Done | Cancelled)
    assert [path.name for path in heard.store.folder.iterdir()] in ([], ["big.gguf"], ["big.gguf.part"])
