import hashlib
from pathlib import Path

import pytest

from assistant.engine import memory
from assistant.engine.models import Model, Store, catalogue, verified
from assistant.errors import ModelChanged, ModelMissing, ModelTooBig, ModelUnknown, SettingsError

DATA = b"GGUF" + bytes(range(256)) * 20


def model(name: str = "little", data: bytes = DATA, role: str = "default", **more: object) -> Model:
    known = hashlib.sha256(data).hexdigest()
    return Model(name, name, role, f"{name}.gguf", len(data), known, "MIT", "chatml", ("sv",), 8_192, 100, **more)  # type: ignore[arg-type]


def store(folder: Path, *models: Model, extra: tuple[Path, ...] = ()) -> Store:
    folder.mkdir(exist_ok=True)
    return Store(folder, extra, models or (model(),))


def test_the_shipped_catalogue_is_whole() -> None:
    models = {each.id: each for each in catalogue()}
    assert [name for name, each in models.items() if each.role == "default"] == ["qwen2.5-coder-1.5b"]
    assert all(len(each.sha256) == 64 and each.licence and each.bytes > 50_000_000 for each in models.values())
    assert all(each.packages or each.hub for each in models.values())
    assert len(models) == 5


def test_an_unknown_key_is_refused(tmp_path: Path) -> None:
    file = tmp_path / "models.toml"
    file.write_text('[[model]]\nid = "x"\ntemperature = 1\n', encoding="utf-8")
    with pytest.raises(SettingsError):
        catalogue(file)


def test_the_default_is_found_before_a_larger_one_and_a_test_model_never(tmp_path: Path) -> None:
    larger, test = model("larger", DATA * 3, "larger"), model("tiny", DATA * 2, "test")
    kept = store(tmp_path / "s", model(), larger, test)
    (tmp_path / "s" / "tiny.gguf").write_bytes(DATA * 2)
    with pytest.raises(ModelMissing):
        kept.find()
    (tmp_path / "s" / "larger.gguf").write_bytes(DATA * 3)
    assert kept.find().model is larger
    (tmp_path / "s" / "little.gguf").write_bytes(DATA)
    assert kept.find().model.id == "little"
    assert kept.find("tiny").model is test


def test_a_model_is_found_in_a_read_only_folder_and_by_path(tmp_path: Path) -> None:
    share = tmp_path / "share"
    share.mkdir()
    (share / "little.gguf").write_bytes(DATA)
    kept = store(tmp_path / "s", extra=(share,))
    assert kept.find("little").path == share / "little.gguf"
    assert kept.find(str(share / "little.gguf")).model.id == "little"


def test_one_changed_bit_is_refused(tmp_path: Path) -> None:
    kept = store(tmp_path / "s")
    file = tmp_path / "s" / "little.gguf"
    file.write_bytes(DATA)
    assert verified(kept.find()).path == file
    file.write_bytes(DATA[:100] + bytes([DATA[100] ^ 1]) + DATA[101:])
    with pytest.raises(ModelChanged):
        verified(kept.find())
    with pytest.raises(ModelUnknown):
        kept.find(str(file))


def test_an_imported_model_is_known_and_said_to_be_imported_until_removed(tmp_path: Path) -> None:
    kept = store(tmp_path / "s")
    own = tmp_path / "own.gguf"
    own.write_bytes(b"GGUF own")
    with pytest.raises(ModelUnknown):
        kept.find(str(own))
    added = kept.add(own, "gemma")
    again = store(tmp_path / "s")
    assert again.find(added.id).imported
    assert again.find(str(own)).imported
    assert again.find(added.id).model.family == "gemma"
    assert again.add(own, "gemma") == added
    again.remove(added.id)
    with pytest.raises(ModelUnknown):
        again.find(added.id)
    assert [path.name for path in (tmp_path / "s").glob("*.gguf")] == []


def test_importing_a_file_of_the_catalogue_installs_that_model(tmp_path: Path) -> None:
    kept = store(tmp_path / "s")
    (tmp_path / "renamed.gguf").write_bytes(DATA)
    assert kept.add(tmp_path / "renamed.gguf", "chatml").id == "little"
    assert not kept.find().imported


def test_what_is_not_there_cannot_be_removed(tmp_path: Path) -> None:
    with pytest.raises(ModelMissing):
        store(tmp_path / "s").remove("little")
    with pytest.raises(ModelUnknown):
        store(tmp_path / "s").remove("other")


def test_a_model_that_does_not_fit_is_refused_with_figures(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(memory, "free", lambda: 500 << 20)
    memory.check(model(), 8_192)
    with pytest.raises(ModelTooBig) as caught:
        memory.check(model(), 8_192_000)
    assert caught.value.facts["free_mb"] == 500
    assert caught.value.facts["needed_mb"] == ((len(DATA) + 819_200_000) >> 20) + 400


def test_unknown_free_memory_is_no_hindrance(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(memory, "free", lambda: None)
    memory.check(model(), 1 << 40)


def test_free_memory_is_known_here() -> None:
    there = memory.free()
    assert there is None or there > 1 << 20


def test_a_control_groups_limit_counts(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(memory, "_CGROUP", tmp_path)
    for name, value in (
        ("memory.max", "1000000"),
        ("memory.current", "900000"),
        ("memory.stat", "anon 1\ninactive_file 5000\n"),
    ):
        (tmp_path / name).write_text(value, encoding="ascii")
    assert memory.free() == 105_000
    (tmp_path / "memory.max").write_text("max\n", encoding="ascii")
    assert memory.free() != 105_000
