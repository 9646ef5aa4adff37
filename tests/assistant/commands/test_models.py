import argparse
import io
from pathlib import Path

import pytest

from assistant.commands import models
from assistant.commands.exits import Exit
from assistant.engine import memory
from assistant.engine.catalogue import Hub
from assistant.engine.models import Store
from assistant.errors import ModelFetchFailed, ModelMissing, ModelUnknown, UsageError
from assistant.wording import Words
from tests.assistant.engine.test_models import DATA, model, store


@pytest.fixture
def kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Store:
    """A store of two models, one of them in a folder that is only read."""
    (tmp_path / "share").mkdir()
    kept = store(tmp_path / "s", model(hub=Hub("o/n", "r")), model("other", DATA * 2), extra=(tmp_path / "share",))
    monkeypatch.setattr(models, "Store", lambda: kept)
    return kept


def order(*arguments: str) -> Exit:
    words = Words("en")
    parser = argparse.ArgumentParser()
    models.add_to(parser, words)
    return models.run(parser.parse_args(arguments), words)


def put(folder: Path, name: str, data: bytes) -> Path:
    (folder / name).write_bytes(data)
    return folder / name


@pytest.mark.parametrize("arguments", [(), ("list",)])
def test_the_list_tells_what_is_installed_and_where(
    kept: Store, tmp_path: Path, capsys: pytest.CaptureFixture[str], arguments: tuple[str, ...]
) -> None:
    put(kept.folder, "little.gguf", DATA)
    put(tmp_path / "share", "other.gguf", DATA * 2)
    assert order(*arguments) is Exit.DONE
    little, other = capsys.readouterr().out.splitlines()[1:]
    assert little.split()[0] == "little"
    assert little.endswith("installed")
    assert other.endswith(str(tmp_path / "share"))


def test_the_list_tells_what_does_not_fit_in_memory(
    kept: Store, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    assert len(kept.models) == 2
    monkeypatch.setattr(memory, "free", lambda: 1 << 20)
    order("list")
    assert capsys.readouterr().out.count("(more than is free now)") == 2


def test_a_model_is_fetched_from_a_folder_with_the_result_alone_on_stdout(
    kept: Store, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    put(tmp_path, "little.gguf", DATA)
    assert order("get", "little", "--from", str(tmp_path)) is Exit.DONE
    said = capsys.readouterr()
    assert said.out == f"little is installed and verified: {kept.folder / 'little.gguf'}\n"
    assert "100 %" in said.err


def test_who_names_a_folder_is_not_taken_to_a_network(kept: Store, tmp_path: Path) -> None:
    assert kept.model("little").hub
    with pytest.raises(ModelFetchFailed) as caught:
        order("get", "little", "--from", str(tmp_path))
    assert caught.value.facts["reason"] == "folder"


def test_an_unknown_model_is_not_fetched(kept: Store) -> None:
    assert kept.models
    with pytest.raises(ModelUnknown):
        order("get", "no-such")


def test_every_changed_file_is_named_and_the_others_are_said_to_be_whole(
    kept: Store, capsys: pytest.CaptureFixture[str]
) -> None:
    put(kept.folder, "little.gguf", DATA[:-1] + b"?")
    put(kept.folder, "other.gguf", DATA * 2)
    assert order("verify") is Exit.NO_MODEL
    said = capsys.readouterr()
    assert said.out == "other: unchanged\n"
    assert "little" in said.err
    put(kept.folder, "little.gguf", DATA[:-1])
    assert order("verify") is Exit.NO_MODEL
    put(kept.folder, "little.gguf", DATA)
    assert order("verify") is Exit.DONE


def test_where_nothing_is_installed_there_is_nothing_to_verify(kept: Store, capsys: pytest.CaptureFixture[str]) -> None:
    assert kept.models
    assert order("verify") is Exit.DONE
    assert capsys.readouterr().out == "No model is installed.\n"
    with pytest.raises(ModelMissing):
        order("verify", "little")


def test_an_import_needs_a_yes(
    kept: Store, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    own = str(put(tmp_path, "own.gguf", b"GGUF own"))

    class Terminal(io.StringIO):
        def isatty(self) -> bool:
            return True

    for answer in (io.StringIO("yes\n"), Terminal("no\n"), Terminal("")):  # a pipe cannot agree
        monkeypatch.setattr("sys.stdin", answer)
        with pytest.raises(UsageError):
            order("import", own)
    assert len(kept.models) == 2
    monkeypatch.setattr("sys.stdin", Terminal("ja\n"))
    assert order("import", own, "--family", "gemma") is Exit.DONE
    (added,) = (each for each in kept.models if each.role == "imported")
    assert added.family == "gemma"
    said = capsys.readouterr()
    assert said.out == f"{added.id} is imported. SHA-256: {added.sha256}\n"
    assert "No one has vouched for this file" in said.err


def test_a_removed_model_is_gone(kept: Store, capsys: pytest.CaptureFixture[str]) -> None:
    put(kept.folder, "little.gguf", DATA)
    assert order("remove", "little") is Exit.DONE
    assert capsys.readouterr().out == "little is removed.\n"
    assert kept.where(kept.model("little")) is None
