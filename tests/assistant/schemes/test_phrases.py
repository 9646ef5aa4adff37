"""Phrases are found where they stand as words, whether a few or many of a text's words mean something."""

import pytest

from assistant.schemes import phrases
from assistant.schemes.phrases import Phrases

TEXT = "Demens, demens-vård och semidemens.\ndemens\nx-demens hemlig adress, Hemlig  adress; hemliga adresser"
SAID = [("demens", "illness"), ("hemlig adress*", "secret"), ("vård*", "care")]


@pytest.mark.parametrize("few", [0, 60])
def test_a_phrase_is_found_as_a_word_and_with_its_endings(few: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(phrases, "_FEW", few)
    found = [(TEXT[start:end], meaning) for start, end, meaning in Phrases(SAID).find(TEXT)]
    assert found == [
        ("Demens", "illness"),
        ("demens", "illness"),
        ("hemlig adress", "secret"),
        ("Hemlig  adress", "secret"),
    ]


def test_a_text_without_them_has_none() -> None:
    assert list(Phrases(SAID).find("Bussen gick.")) == []
