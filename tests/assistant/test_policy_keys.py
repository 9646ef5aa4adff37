"""Every key of the policy is obeyed on the command line, each by what it is for; the window's are in tests/desktop."""

import argparse
import dataclasses
import hashlib
import json
import urllib.request
import zipfile
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from assistant import cli, machine, paths, policy, settings
from assistant.commands import summarise
from assistant.commands.exits import Exit
from assistant.engine import fetch as fetching
from assistant.engine import opening
from assistant.engine.catalogue import catalogue
from assistant.engine.fetch import Order, fetch
from assistant.engine.models import Store
from assistant.errors import ModelFetchFailed, ModelForbidden, ModelTooBig, OutputError, UsageError
from assistant.export.permitted import require
from assistant.fixable import KEYS
from assistant.policy import in_force
from assistant.schemes.read import load, shipped
from assistant.settings import Settings
from assistant.store import vault
from assistant.store.batches import open_batch
from assistant.wording import Words
from tests.assistant.test_policy import file, write

__all__ = ["file"]

SMALL = next(model for model in catalogue() if model.role == "test")
Said = pytest.CaptureFixture[str]


@pytest.fixture
def fixes(file: Path) -> Callable[..., None]:
    """Fixes things on this test's computer."""
    return lambda **values: write(file, json.dumps(values))


@pytest.fixture
def text(tmp_path: Path) -> Path:
    made = tmp_path / "brev.txt"
    made.write_text(
        "Ansökan från 19121212-1212.\n\nSvara till anna@example.se i tid, så att nämnden hinner.\n", "utf-8"
    )
    return made


class Ring:
    """A keyring that holds one key."""

    def __init__(self) -> None:
        self.kept: str | None = None

    def get_password(self, _service: str, _username: str) -> str | None:
        return self.kept

    def set_password(self, _service: str, _username: str, password: str) -> None:
        self.kept = password


def order(*arguments: str) -> argparse.Namespace:
    parser = argparse.ArgumentParser()
    summarise.add_to(parser, Words("en"))
    return parser.parse_args(["a.txt", *arguments])


def test_model_and_threads(fixes: Callable[..., None]) -> None:
    settings.save(Settings(model="qwen3-4b", threads=7))
    fixes(model="smollm2-135m", threads=1)
    asked = summarise.child(order())._opening
    assert (asked.model, asked.threads) == ("smollm2-135m", 1)
    with pytest.raises(UsageError):
        summarise.child(order("--model", "qwen3-4b"))


def test_allowed_models(fixes: Callable[..., None], tmp_path: Path, capsys: Said) -> None:
    other = next(model for model in catalogue() if model is not SMALL)
    fixes(allowed_models=[SMALL.sha256])
    assert [model.id for model in Store().models] == [SMALL.id]
    for find in (Store().find, Store().model):
        with pytest.raises(ModelForbidden):
            find(other.id)
    mine = tmp_path / "mine.gguf"
    mine.write_bytes(b"GGUF and more")
    with pytest.raises(ModelForbidden):
        Store().add(mine, "chatml")
    assert not list(Store().folder.glob("mine*"))
    assert cli.main(["models", "get", other.id]) == Exit.NO_MODEL
    assert other.id in capsys.readouterr().err
    assert cli.main(["models", "list"]) == Exit.DONE
    assert other.id not in capsys.readouterr().out


def test_models_folder(fixes: Callable[..., None], tmp_path: Path, capsys: Said) -> None:
    with (tmp_path / SMALL.file).open("wb") as made:
        made.truncate(SMALL.bytes)
    fixes(models_folder=str(tmp_path))
    cli.main(["models", "list"])
    assert str(tmp_path) in capsys.readouterr().out


def test_allow_fetch(fixes: Callable[..., None], capsys: Said) -> None:
    fixes(allow_fetch=False)
    assert cli.main(["models", "get", SMALL.id]) == Exit.NO_MODEL
    assert "IT has decided" in capsys.readouterr().err


def test_model_source(fixes: Callable[..., None], monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[str] = []

    def refused(request: Any, **_more: Any) -> None:
        asked.append(request.full_url)
        raise OSError

    monkeypatch.setattr(urllib.request, "urlopen", refused)
    monkeypatch.setattr(fetching, "_from_packages", lambda *_given: pytest.fail("nothing else is asked"))
    fixes(model_source="https://models.region.example/kansli/")
    with pytest.raises(ModelFetchFailed):
        fetch(Order(SMALL), Store())
    assert asked == [f"https://models.region.example/kansli/{SMALL.file}"]


def test_memory_mb(fixes: Callable[..., None], tmp_path: Path) -> None:
    with (tmp_path / SMALL.file).open("wb") as made:
        made.truncate(SMALL.bytes)
    fixes(models_folder=str(tmp_path))
    assert opening.choose(SMALL.id)
    fixes(models_folder=str(tmp_path), memory_mb=256)
    with pytest.raises(ModelTooBig) as caught:
        opening.choose(SMALL.id)
    assert caught.value.facts["free_mb"] == 256
    assert machine.look().memory == 256 << 20


@pytest.mark.parametrize(
    "command",
    [
        ["summarise", "{text}", "--as", "extract", "--out", "{out}.txt"],
        ["mask", "{text}", "--out", "{out}.txt"],
        ["review", "{text}", "--accept", "all", "--out", "{out}.txt"],
        ["called", "{text}", "{text}", "--out", "{out}.txt"],
        ["excerpt", "{text}", "--section", "1", "--out", "{out}.docx"],
        ["classify", "{text}", "--scheme", "handlingstyp", "--without-model", "--out", "{out}.csv"],
    ],
)
def test_export_formats(
    fixes: Callable[..., None], text: Path, tmp_path: Path, command: list[str], capsys: Said
) -> None:
    fixes(export_formats=["md", "xlsx"])
    out = tmp_path / "out"
    assert cli.main([part.format(text=text, out=out) for part in command]) == Exit.USAGE
    assert "IT does not allow that kind of file" in capsys.readouterr().err
    assert not list(tmp_path.glob("out*"))
    assert cli.main(["summarise", str(text), "--as", "extract", "--out", f"{out}.md"]) == Exit.DONE


def test_organisation(fixes: Callable[..., None], text: Path, tmp_path: Path) -> None:
    fixes(organisation="Region Mellansjö")
    assert cli.main(["summarise", str(text), "--as", "extract", "--out", str(tmp_path / "a.docx")]) == Exit.DONE
    with zipfile.ZipFile(tmp_path / "a.docx") as parts:
        assert "Region Mellansjö" in parts.read("docProps/core.xml").decode()


def test_schemes_folder(fixes: Callable[..., None], tmp_path: Path, capsys: Said) -> None:
    fixes(schemes_folder=str(tmp_path))
    scheme = 'name = "{name}"\n[[class]]\ncode = "a"\nname = "A"\n[[class]]\ncode = "b"\nname = "B"\n'
    (tmp_path / "region.toml").write_text(scheme.format(name="Regionens plan"), encoding="utf-8")
    taken = shipped()[0]
    (tmp_path / f"{taken}.toml").write_text(scheme.format(name="Vår"), encoding="utf-8")
    assert load(taken).name == "Vår"
    assert cli.main(["scheme", "list"]) == Exit.DONE
    assert "Regionens plan" in capsys.readouterr().out


def test_keep_history(fixes: Callable[..., None], text: Path, tmp_path: Path, capsys: Said) -> None:
    ring = Ring()
    fixes(keep_history=False)
    opened = vault.open_vault(ring)
    assert not opened.is_kept
    opened.close()
    assert not vault.file().exists()
    assert ring.kept is None
    assert cli.main(["queue", "add", "--to", str(tmp_path), str(text)]) == Exit.USAGE
    assert "nothing is kept" in capsys.readouterr().err


def test_history_days(fixes: Callable[..., None]) -> None:
    ring = Ring()
    opened = vault.open_vault(ring)
    for name in ("old", "new"):
        batch, _ = open_batch(opened, name, "handlingstyp", [Path(f"/{name}.txt")])
        batch.confirm(1, "protokoll")
    old = (datetime.now(UTC) - timedelta(days=40)).isoformat(timespec="seconds")
    with opened.change() as change:
        change.execute("UPDATE batch SET made = ? WHERE name = 'old'", (old,))
    opened.close()
    fixes(history_days=30)
    opened = vault.open_vault(ring)
    assert opened.rows("SELECT name FROM batch") == [("new",)]
    for table in ("sorted", "history"):
        assert opened.rows(f"SELECT path FROM {table}") == [("/new.txt",)]
    opened.close()


def test_masked_kinds(fixes: Callable[..., None], text: Path, tmp_path: Path, capsys: Said) -> None:
    fixes(masked_kinds=["personal-number"])
    out = tmp_path / "masked.txt"
    assert cli.main(["mask", str(text), "--kinds", "email", "--out", str(out)]) == Exit.DONE
    assert "1212" not in out.read_text(encoding="utf-8")
    capsys.readouterr()
    assert cli.main(["mask", str(text), "--keep", "1"]) == Exit.USAGE
    assert "always masked" in capsys.readouterr().err


@pytest.mark.parametrize("name", ["language", "look", "text_size", "reads_ahead", "asks_for_model"])
def test_the_windows_settings(fixes: Callable[..., None], name: str) -> None:
    """What they come to in the window is shown in tests/desktop; here, that the user's own choice does not count."""
    fixes(**{name: KEYS[name].example})
    assert getattr(policy.chosen(), name) == KEYS[name].example


def test_templates_folder(fixes: Callable[..., None], tmp_path: Path) -> None:
    fixes(templates_folder=str(tmp_path))
    assert in_force().templates_folder == tmp_path


def test_every_key_has_a_test_here() -> None:
    said = Path(__file__).read_text(encoding="utf-8")
    assert [key for key in KEYS if f"{key}" not in said] == []


def test_policy_show_and_check(fixes: Callable[..., None], file: Path, tmp_path: Path, capsys: Said) -> None:
    fixes(threads=2)
    assert cli.main(["policy"]) == Exit.DONE
    assert f"threads = 2  ({file})" in capsys.readouterr().out
    assert cli.main(["policy", "show", "--all", "--format", "json"]) == Exit.DONE
    said = json.loads(capsys.readouterr().out)
    assert said["fixed"] == {"threads": {"value": 2, "place": str(file)}}
    assert set(said["free"]) == set(KEYS) - {"threads"}
    draft = tmp_path / "draft.json"
    draft.write_text('{"language": "sv"}', encoding="utf-8")
    draft.chmod(0o666)
    assert cli.main(["policy", "check", str(draft)]) == Exit.DONE
    for wrong in ('{"language": "fi"}', "{"):
        draft.write_text(wrong, encoding="utf-8")
        assert cli.main(["policy", "check", str(draft)]) == Exit.USAGE
    assert cli.main(["policy", "check", str(tmp_path / "none.json")]) == Exit.USAGE


def test_a_draft_can_be_checked_where_the_policy_is_wrong(file: Path, tmp_path: Path, capsys: Said) -> None:
    write(file, '{"colour": "red"}')
    draft = tmp_path / "draft.json"
    draft.write_text("{}", encoding="utf-8")
    assert cli.main(["policy", "check", str(draft)]) == Exit.DONE
    assert cli.main(["policy", "show"]) == Exit.USAGE
    assert "colour" in capsys.readouterr().err


def test_a_result_is_not_saved_as_what_is_closed(fixes: Callable[..., None], tmp_path: Path) -> None:
    fixes(export_formats=["docx"])
    require(tmp_path / "a.DOCX")
    with pytest.raises(OutputError):
        require(tmp_path / "a")


def test_model_source_that_is_a_folder_needs_no_network(
    fixes: Callable[..., None], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    content = b"GGUF and all that a small model has"
    model = dataclasses.replace(
        SMALL, id="mine", file="mine.gguf", bytes=len(content), sha256=hashlib.sha256(content).hexdigest()
    )
    share = tmp_path / "share"
    share.mkdir()
    (share / model.file).write_bytes(content)
    monkeypatch.setattr(paths, "is_installed", lambda: True)
    store = Store(models=[model])
    with pytest.raises(ModelFetchFailed) as caught:
        fetch(Order(model), store)
    assert caught.value.facts["reason"] == "installed"
    fixes(model_source=str(share), allow_fetch=False)
    assert fetch(Order(model), store).read_bytes() == content
