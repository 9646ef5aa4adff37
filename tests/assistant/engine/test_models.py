import errno
import hashlib
import json
import os
import sys
from pathlib import Path

import pytest

from assistant.engine.catalogue import Model, catalogue
from assistant.engine.models import Store, verified
from assistant.errors import (
    ModelChanged,
    ModelFetchFailed,
    ModelMissing,
    ModelUnknown,
    ModelUnreadable,
    OutputError,
    SettingsError,
    Stopped,
)
from tests.assistant.engine.test_templates import chat_template

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


ENTRY = """
[[model]]
id = "x"
title = "X"
role = "default"
file = "x.gguf"
bytes = 1
sha256 = "0"
licence = "MIT"
family = "chatml"
languages = ["sv"]
context = 1
kv_bytes = 1
"""


@pytest.mark.parametrize(
    ("old", "new", "reason"),
    [
        ("kv_bytes = 1", "kv_bytes = 1\ntemperature = 1", "unknown key temperature"),
        ("kv_bytes = 1", "", "missing or unknown key"),
        ("kv_bytes = 1", 'kv_bytes = 1\nhub = { repository = "a/b" }', "missing or unknown key"),
        ("bytes = 1\ns", 'bytes = "1"\ns', "wrong value of bytes"),
        ("bytes = 1\ns", "bytes = true\ns", "wrong value of bytes"),
        ('["sv"]', '"sv"', "wrong value of languages"),
        ("x.gguf", "../x.gguf", "wrong value of file"),
        ("x.gguf", "..\\\\x.gguf", "wrong value of file"),
        ("chatml", "chatty", "wrong value of family"),
        ("[[model]]", "[[model", "unreadable"),
        ("[[model]]", "model = [1]\n[rest]", "unreadable"),
    ],
)
def test_a_catalogue_that_is_not_as_it_should_be_is_refused(tmp_path: Path, old: str, new: str, reason: str) -> None:
    file = tmp_path / "models.toml"
    file.write_text(ENTRY, encoding="utf-8")
    assert catalogue(file)[0].id == "x"
    file.write_text(ENTRY.replace(old, new), encoding="utf-8")
    with pytest.raises(SettingsError) as caught:
        catalogue(file)
    assert caught.value.facts == {"file": "models.toml", "reason": reason}


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


def test_an_id_comes_before_a_file_of_that_name(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    kept = store(tmp_path / "s")
    (tmp_path / "s" / "little.gguf").write_bytes(DATA)
    (tmp_path / "little").write_bytes(b"planted")
    monkeypatch.chdir(tmp_path)
    assert kept.find("little").path == tmp_path / "s" / "little.gguf"


def test_a_cut_file_is_told_as_changed_and_never_chosen(tmp_path: Path) -> None:
    kept = store(tmp_path / "s")
    (tmp_path / "s" / "little.gguf").write_bytes(DATA[:-1])
    with pytest.raises(ModelChanged):
        kept.find("little")
    with pytest.raises(ModelMissing):
        kept.find()


def test_a_file_that_has_gone_since_it_was_found_is_missing(tmp_path: Path) -> None:
    kept = store(tmp_path / "s")
    (tmp_path / "s" / "little.gguf").write_bytes(DATA)
    found = kept.find()
    found.path.unlink()
    with pytest.raises(ModelMissing):
        verified(found)


@pytest.mark.parametrize("asked", ["no-such-id", "no-such-file.gguf", "no-such-file.GGUF"])
def test_what_is_neither_id_nor_file_is_told_apart(tmp_path: Path, asked: str) -> None:
    expected = ModelUnknown if asked == "no-such-id" else ModelMissing
    with pytest.raises(expected):
        store(tmp_path / "s").find(asked)


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


def test_an_imported_model_whose_file_is_gone_can_be_removed(tmp_path: Path) -> None:
    kept = store(tmp_path / "s")
    own = tmp_path / "own.gguf"
    own.write_bytes(b"GGUF own")
    name = kept.add(own, "chatml").id
    (tmp_path / "s" / f"{name}.gguf").unlink()
    kept.remove(name)
    assert [each.id for each in kept.models] == ["little"]


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


def test_an_import_tells_its_family_itself(tmp_path: Path) -> None:
    kept = store(tmp_path / "s")
    own = tmp_path / "own.gguf"
    own.write_bytes(b"GGUF" + chat_template("{{ bos }}<start_of_turn>{{ role }}"))
    assert kept.add(own).family == "gemma"
    own.write_bytes(b"GGUF" + chat_template("[INST] {{ message }} [/INST]"))
    with pytest.raises(ModelUnreadable) as caught:
        kept.add(own)
    assert caught.value.facts["reason"] == "family"
    assert len(list((tmp_path / "s").glob("*.gguf"))) == 1, "what cannot be spoken to is not copied"


def test_what_is_not_there_cannot_be_removed(tmp_path: Path) -> None:
    with pytest.raises(ModelMissing):
        store(tmp_path / "s").remove("little")
    with pytest.raises(ModelUnknown):
        store(tmp_path / "s").remove("other")


def test_importing_again_with_another_family_corrects_it(tmp_path: Path) -> None:
    kept = store(tmp_path / "s")
    own = tmp_path / "own.gguf"
    own.write_bytes(b"GGUF own")
    name = kept.add(own, "chatml").id
    kept.add(own, "gemma")
    assert kept.find(name).model.family == "gemma"
    assert len(kept.models) == 2


def test_an_imports_id_holds_nothing_that_steers_a_terminal_or_a_path(tmp_path: Path) -> None:
    if sys.platform == "win32":
        pytest.skip("Windows has no such file names")
    own = tmp_path / "-en\x1b[31m modell.v2.gguf"
    own.write_bytes(b"GGUF own")
    kept = store(tmp_path / "s")
    added = kept.add(own, "chatml")
    assert added.id == f"en-31m-modell.v2-{hashlib.sha256(b'GGUF own').hexdigest()[:8]}"
    assert verified(kept.find(added.id)).path == tmp_path / "s" / f"{added.id}.gguf"


def test_importing_a_good_copy_replaces_a_damaged_one(tmp_path: Path) -> None:
    kept = store(tmp_path / "s")
    (tmp_path / "s" / "little.gguf").write_bytes(DATA[:-1] + b"?")
    (tmp_path / "good.gguf").write_bytes(DATA)
    kept.add(tmp_path / "good.gguf", "chatml")
    assert verified(kept.find()).model.id == "little"


@pytest.mark.parametrize(("data", "error"), [(b"%PDF-1.7", ModelUnreadable), (None, ModelMissing)])
def test_only_a_model_file_can_be_imported(tmp_path: Path, data: bytes | None, error: type[Exception]) -> None:
    kept = store(tmp_path / "s")
    if data is not None:
        (tmp_path / "own.gguf").write_bytes(data)
    with pytest.raises(error):
        kept.add(tmp_path / "own.gguf", "chatml")
    assert list((tmp_path / "s").iterdir()) == []


@pytest.mark.parametrize(("number", "reason"), [(errno.ENOSPC, "disk-full"), (errno.EACCES, "forbidden")])
def test_an_import_that_the_disk_refuses_leaves_nothing(tmp_path: Path, number: int, reason: str) -> None:
    kept = store(tmp_path / "s")
    own = tmp_path / "own.gguf"
    own.write_bytes(b"GGUF own")

    def refuse(_done: int, _total: int) -> None:
        raise OSError(number, os.strerror(number))

    with pytest.raises(ModelFetchFailed) as caught:
        kept.add(own, "chatml", copied=refuse)
    assert caught.value.facts["reason"] == reason
    assert list((tmp_path / "s").iterdir()) == []


@pytest.mark.parametrize("hears", ["told", "copied"])
def test_an_import_that_is_stopped_leaves_nothing(tmp_path: Path, hears: str) -> None:
    kept = store(tmp_path / "s")
    own = tmp_path / "own.gguf"
    own.write_bytes(b"GGUF own")

    def stop(_done: int, _total: int) -> None:
        raise Stopped

    with pytest.raises(Stopped):
        kept.add(own, "chatml", **{hears: stop})
    assert list((tmp_path / "s").iterdir()) == []


def test_an_import_tells_how_much_has_been_read_and_then_copied(tmp_path: Path) -> None:
    heard: list[tuple[str, int, int]] = []
    own = tmp_path / "own.gguf"
    own.write_bytes(b"GGUF own")
    store(tmp_path / "s").add(
        own, "chatml", lambda done, total: heard.append(("read", done, total)), lambda done, total: heard.append(("copied", done, total))
    )  # fmt: skip
    assert heard == [("read", 8, 8), ("copied", 8, 8)]


@pytest.mark.parametrize("content", ["{", "{}", "[1]", '[{"id": "x"}]'])
def test_a_damaged_list_of_imports_is_told_and_left_alone(tmp_path: Path, content: str) -> None:
    kept = store(tmp_path / "s")
    file = tmp_path / "s" / "imported.json"
    file.write_text(content, encoding="utf-8")
    with pytest.raises(SettingsError) as caught:
        kept.find()
    assert caught.value.facts["file"] == "imported.json"
    assert file.read_text(encoding="utf-8") == content


def test_the_list_of_imports_cannot_vouch_for_a_model(tmp_path: Path) -> None:
    kept = store(tmp_path / "s")
    own = tmp_path / "own.gguf"
    own.write_bytes(b"GGUF own")
    name = kept.add(own, "chatml").id
    file = tmp_path / "s" / "imported.json"
    file.write_text(file.read_text(encoding="utf-8").replace('"imported"', '"default"'), encoding="utf-8")
    assert json.loads(file.read_text(encoding="utf-8"))[0]["role"] == "default"
    assert kept.find(name).imported


def test_removing_takes_what_is_left_of_a_fetch_with_it(tmp_path: Path) -> None:
    kept = store(tmp_path / "s")
    for name in ("little.gguf.part", "little.gguf.part.json", "little.gguf.part.log", "other.gguf"):
        (tmp_path / "s" / name).write_bytes(b"x")
    (tmp_path / "s" / "little.gguf.part.wheels").mkdir()
    kept.remove("little")
    assert [path.name for path in (tmp_path / "s").iterdir()] == ["other.gguf"]


def test_a_removal_that_the_system_refuses_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    kept = store(tmp_path / "s")
    (tmp_path / "s" / "little.gguf").write_bytes(DATA)

    def refuse(_path: Path) -> None:
        raise PermissionError

    monkeypatch.setattr(Path, "unlink", refuse)
    with pytest.raises(OutputError) as caught:
        kept.remove("little")
    assert caught.value.facts == {"name": "little.gguf", "reason": "forbidden"}
