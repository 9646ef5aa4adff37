"""What IT has fixed is obeyed, and what cannot be read for certain stops the program."""

import argparse
import json
import os
from pathlib import Path

import pytest

from assistant import cli, paths, policy, policy_places
from assistant.commands import doctor, summarise
from assistant.commands.exits import Exit
from assistant.engine.catalogue import catalogue
from assistant.engine.fetch import Order, fetch
from assistant.engine.models import Store
from assistant.errors import ModelFetchFailed, PolicyError, UsageError
from assistant.fixable import KEYS
from assistant.policy import Policy, in_force
from assistant.settings import FIELDS, Settings
from assistant.wording import Words


@pytest.fixture
def file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where the policy of this test's computer is; whoever runs the test is its administrator."""
    made = tmp_path / "etc" / "policy.json"
    made.parent.mkdir(mode=0o755)
    monkeypatch.setattr(paths, "policy", lambda: made)
    if hasattr(os, "getuid"):
        monkeypatch.setattr(policy_places, "_ADMINISTRATOR", os.getuid())
    return made


def write(file: Path, text: str) -> None:
    file.write_text(text, encoding="utf-8")
    file.chmod(0o644)


def reason(file: Path) -> object:
    with pytest.raises(PolicyError) as caught:
        in_force()
    assert caught.value.facts["file"] == str(file)
    return caught.value.facts["reason"]


def test_without_a_file_nothing_is_fixed(file: Path) -> None:
    assert not file.exists()
    assert in_force() == Policy()
    assert policy.chosen() == Settings()


def test_the_place_is_the_systems_own_and_no_variable_leads_elsewhere(monkeypatch: pytest.MonkeyPatch) -> None:
    before = paths.policy()
    for name in ("KANSLI_HOME", "HOME", "XDG_CONFIG_HOME", "XDG_CONFIG_DIRS", "ProgramData"):
        monkeypatch.setenv(name, "/elsewhere")
    assert paths.policy() == before
    assert before.is_absolute()


def test_what_is_fixed_counts_before_what_the_user_has_chosen(file: Path) -> None:
    (paths.home() / "settings.json").write_text('{"language": "en", "text_size": 150}', encoding="utf-8")
    write(file, '{"language": "sv", "threads": 2}')
    assert policy.chosen() == Settings(language="sv", text_size=150, threads=2)
    assert in_force().file == str(file)


@pytest.mark.parametrize("name", KEYS)
def test_every_key_takes_its_example_and_refuses_what_is_wrong(file: Path, name: str) -> None:
    right = KEYS[name].example
    write(file, json.dumps({name: right}))
    assert dict(in_force().values) == {name: right}
    if name in FIELDS:
        assert getattr(in_force().over(Settings()), name) == right
    wrong: list[object] = [None, {}, -1.5, [["sv"]], [1], 7 if name == "model" else "nonsense\n"]
    if KEYS[name].kind == "flag":
        wrong += [0, 1, "true"]
    elif KEYS[name].kind == "number":
        wrong += [True, -1, 1 << 40]
    elif isinstance(right, list):
        wrong += [[], [right[0], right[0]], right[0]]
    for value in wrong:
        write(file, json.dumps({name: value}))
        assert reason(file) == "wrong", value


@pytest.mark.parametrize(
    "address",
    ["http://models.example", "https://", "https://user:secret@models.example", "https://models.example?token=1", "ftp://x",
     "https://models.example/a b", "file:///srv"],
)  # fmt: skip
def test_models_are_fetched_from_an_encrypted_address_without_secrets_in_it(file: Path, address: str) -> None:
    write(file, json.dumps({"model_source": address}))
    assert reason(file) == "wrong"


def test_a_policy_is_checked_for_another_system_too(file: Path) -> None:
    write(file, json.dumps({"models_folder": r"\\server\kansli\models"}))
    assert in_force().models_folder


class Registry:
    """What a test's registry says."""

    def __init__(self, said: dict[str, object] | None = None) -> None:
        self.said = said

    def values(self, path: str) -> dict[str, object] | None:
        assert path == policy_places.REGISTRY
        if self.said is None:
            raise OSError
        return self.said


def test_group_policy_goes_before_the_file_and_each_key_tells_its_place(
    file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write(file, '{"threads": 1, "language": "sv"}')
    said: dict[str, object] = {"threads": 2, "allow_fetch": 0, "export_formats": ["docx"]}
    monkeypatch.setattr(policy, "system_registry", lambda: Registry(said))
    fixed = in_force()
    assert fixed.values == {"threads": 2, "language": "sv", "allow_fetch": False, "export_formats": ["docx"]}
    assert fixed.place("threads") == policy_places.REGISTRY_NAME
    assert fixed.place("language") == str(file)
    file.unlink()
    assert in_force().file == policy_places.REGISTRY_NAME


@pytest.mark.parametrize(
    ("said", "reason"),
    [({"colour": 1}, "unknown"), ({"allow_fetch": 2}, "wrong"), ({"threads": "2"}, "wrong"), (None, "unreadable")],
)
def test_group_policy_is_read_as_strictly(
    file: Path, monkeypatch: pytest.MonkeyPatch, said: dict[str, object] | None, reason: str
) -> None:
    assert not file.exists()
    monkeypatch.setattr(policy, "system_registry", lambda: Registry(said))
    with pytest.raises(PolicyError) as caught:
        in_force()
    assert (caught.value.facts["file"], caught.value.facts["reason"]) == (policy_places.REGISTRY_NAME, reason)


def test_an_empty_registry_fixes_nothing(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert not file.exists()
    monkeypatch.setattr(policy, "system_registry", lambda: Registry({}))
    assert in_force() == Policy()


def test_a_key_that_is_not_known_stops_the_program(file: Path) -> None:
    write(file, '{"langauge": "sv"}')
    assert reason(file) == "unknown"


@pytest.mark.parametrize("text", ["", "{", "[]", "null", '{"threads": 1, "threads": 2}', "[" * 100_000])
def test_what_cannot_be_read_stops_the_program(file: Path, text: str) -> None:
    write(file, text)
    assert reason(file) == "unreadable"


@pytest.mark.skipif(not hasattr(os, "getuid"), reason="the rights of a file are of another kind here")
def test_a_file_that_others_could_have_written_stops_the_program(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write(file, "{}")
    assert in_force().file
    for path, mode in ((file, 0o664), (file, 0o646), (file.parent, 0o777)):
        before = path.stat().st_mode
        path.chmod(mode)
        assert reason(file) == "unsafe"
        path.chmod(before)
    monkeypatch.setattr(policy_places, "_ADMINISTRATOR", os.getuid() + 1)
    assert reason(file) == "unsafe"


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="there are no such things here")
def test_what_is_not_a_file_stops_the_program_and_never_holds_it_up(file: Path, tmp_path: Path) -> None:
    os.mkfifo(file, 0o644)
    assert reason(file) == "unsafe"
    file.unlink()
    write(tmp_path / "real.json", "{}")
    file.symlink_to(tmp_path / "real.json")
    assert reason(file) == "unreadable"


def test_the_command_line_stops_and_says_why(file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write(file, '{"colour": "red"}')
    assert cli.main(["models", "list"]) == Exit.USAGE
    printed = capsys.readouterr()
    assert not printed.out
    assert "colour" in printed.err
    assert str(file) in printed.err


def test_the_command_line_speaks_the_fixed_language(file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write(file, '{"language": "sv"}')
    assert cli.main(["models", "verify"]) == Exit.DONE
    assert "Ingen modell" in capsys.readouterr().out


def test_the_command_line_takes_no_other_model_than_the_fixed_one(file: Path) -> None:
    write(file, '{"model": "smollm2-135m"}')
    parser = argparse.ArgumentParser()
    summarise.add_to(parser, Words("en"))
    assert summarise.child(parser.parse_args(["a.txt"]))._opening.model == "smollm2-135m"
    assert summarise.child(parser.parse_args(["a.txt", "--model", "smollm2-135m"]))
    with pytest.raises(UsageError):
        summarise.child(parser.parse_args(["a.txt", "--model", "another"]))


def test_models_are_found_in_the_folder_that_it_has_provided(file: Path, tmp_path: Path) -> None:
    model = next(each for each in catalogue() if each.role == "test")
    with (tmp_path / model.file).open("wb") as made:
        made.truncate(model.bytes)
    assert Store().where(model) is None
    write(file, json.dumps({"models_folder": str(tmp_path)}))
    assert Store().where(model) == tmp_path / model.file


def test_nothing_is_fetched_where_that_is_forbidden_but_a_folder_may_be_used(file: Path, tmp_path: Path) -> None:
    write(file, '{"allow_fetch": false}')
    model = next(each for each in catalogue() if each.role == "test")
    for folders in ((), (tmp_path,)):
        with pytest.raises(ModelFetchFailed) as caught:
            fetch(Order(model, folders, hub="http://127.0.0.1:9", pip=("--no-index",)), Store())
        assert caught.value.facts["reason"] == "policy"


def test_the_doctor_shows_what_is_fixed_and_where(
    file: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(doctor, "no_network", lambda: True)  # the tests' own process must keep its networks
    write(file, '{"allow_fetch": false, "threads": 3}')
    found = doctor._found()
    assert found["policy"] == {
        "file": str(file),
        "values": {"allow_fetch": False, "threads": 3},
        "places": {},
    }
    assert found["threads"] == 3
    doctor._print(found, Words("en"))
    assert f"Fixed by IT in {file}:\n  allow_fetch = false\n  threads = 3" in capsys.readouterr().out


def test_every_key_is_documented() -> None:
    documented = (paths.bundle() / "docs" / "policy.md").read_text(encoding="utf-8")
    assert [key for key in KEYS if f"| `{key}` |" not in documented] == []
