import json
from pathlib import Path

import pytest

from assistant.errors import OutputError
from assistant.settings import FIELDS, Settings, is_right, load, save


def test_without_a_file_the_program_decides(tmp_path: Path) -> None:
    assert load(tmp_path) == (Settings(), "")


def test_what_is_chosen_is_read_and_unknown_keys_stay(tmp_path: Path) -> None:
    text = '{"language": "en", "threads": 3, "later": true}'
    (tmp_path / "settings.json").write_text(text, encoding="utf-8")
    assert load(tmp_path) == (Settings(language="en", threads=3), "")
    assert (tmp_path / "settings.json").read_text(encoding="utf-8") == text


@pytest.mark.parametrize(
    "text",
    [
        "{",
        "[]",
        '{"look": "pink"}',
        '{"text_size": 110}',
        '{"reads_ahead": 1}',
        '{"threads": "two"}',
        '{"threads": true}',
        '{"threads": -1}',
        '{"language": "fi"}',
        "\udce5",
    ],
)
def test_what_cannot_be_read_is_set_aside_and_told(tmp_path: Path, text: str) -> None:
    (tmp_path / "settings.json").write_bytes(text.encode("utf-8", "surrogateescape"))
    settings, aside = load(tmp_path)
    assert settings == Settings()
    assert aside.startswith("settings.bad-")
    assert (tmp_path / aside).read_bytes() == text.encode("utf-8", "surrogateescape")
    assert not (tmp_path / "settings.json").exists()


def test_what_is_saved_is_read_again_and_only_what_was_chosen_is_written(tmp_path: Path) -> None:
    chosen = Settings(language="sv", text_size=150, reads_ahead=False)
    save(chosen, tmp_path / "new")
    file = tmp_path / "new" / "settings.json"
    assert load(tmp_path / "new") == (chosen, "")
    assert json.loads(file.read_text(encoding="utf-8")) == {"language": "sv", "text_size": 150, "reads_ahead": False}
    save(Settings(), tmp_path / "new")
    assert json.loads(file.read_text(encoding="utf-8")) == {}


def test_what_a_later_version_has_written_stays(tmp_path: Path) -> None:
    (tmp_path / "settings.json").write_text('{"later": [1], "threads": 3}', encoding="utf-8")
    save(Settings(threads=4), tmp_path)
    assert json.loads((tmp_path / "settings.json").read_text(encoding="utf-8")) == {"later": [1], "threads": 4}


def test_a_folder_that_takes_no_file_is_told(tmp_path: Path) -> None:
    (tmp_path / "settings.json").mkdir()
    with pytest.raises(OutputError):
        save(Settings(threads=4), tmp_path)


@pytest.mark.parametrize("name", FIELDS)
def test_every_field_takes_its_default(name: str) -> None:
    assert is_right(name, FIELDS[name].default)


def test_saving_sets_aside_what_cannot_be_read_too(tmp_path: Path) -> None:
    (tmp_path / "settings.json").write_text("{", encoding="utf-8")
    save(Settings(threads=4), tmp_path)
    assert load(tmp_path) == (Settings(threads=4), "")
    (aside,) = tmp_path.glob("settings.bad-*.json")
    assert aside.read_text(encoding="utf-8") == "{"
