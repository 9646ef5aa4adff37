from pathlib import Path

import pytest

from assistant.settings import Settings, load


def test_without_a_file_the_program_decides(tmp_path: Path) -> None:
    assert load(tmp_path) == (Settings(), "")


def test_what_is_chosen_is_read_and_unknown_keys_stay(tmp_path: Path) -> None:
    text = '{"language": "en", "threads": 3, "later": true}'
    (tmp_path / "settings.json").write_text(text, encoding="utf-8")
    assert load(tmp_path) == (Settings(language="en", threads=3), "")
    assert (tmp_path / "settings.json").read_text(encoding="utf-8") == text


@pytest.mark.parametrize(
    "text", ["{", "[]", '{"threads": "two"}', '{"threads": true}', '{"threads": -1}', '{"language": "fi"}', "\udce5"]
)
def test_what_cannot_be_read_is_set_aside_and_told(tmp_path: Path, text: str) -> None:
    (tmp_path / "settings.json").write_bytes(text.encode("utf-8", "surrogateescape"))
    settings, aside = load(tmp_path)
    assert settings == Settings()
    assert aside.startswith("settings.bad-")
    assert (tmp_path / aside).read_bytes() == text.encode("utf-8", "surrogateescape")
    assert not (tmp_path / "settings.json").exists()
