from pathlib import Path

import pytest

from assistant import paths
from assistant.checks import retelling
from assistant.checks.retelling import Retelling, words_of
from assistant.errors import SettingsError


@pytest.mark.parametrize("language", ["sv", "en"])
def test_every_list_of_a_language_is_filled_and_no_word_is_its_own_reverse(language: str) -> None:
    words = words_of(language)
    assert words.light
    assert words.alike
    assert "" in words.endings
    assert all(one and reverse and set(one).isdisjoint(reverse) for one, reverse in words.opposites)
    assert all(len(group) > 1 for group in words.alike)


def test_a_language_that_is_not_listed_has_no_words() -> None:
    assert words_of("fr") == Retelling()


@pytest.mark.parametrize("text", ["not toml =", '[sv]\nlight = "få"\n', "sv = 3\n"])
def test_a_file_that_cannot_be_understood_is_named(text: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "retelling.toml").write_text(text, encoding="utf-8")
    monkeypatch.setattr(paths, "resources", lambda: tmp_path)
    retelling.words_of.cache_clear()
    with pytest.raises(SettingsError) as caught:
        words_of("sv")
    assert caught.value.facts["file"] == "retelling.toml"
    retelling.words_of.cache_clear()
