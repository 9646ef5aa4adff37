import pytest

from assistant.checks.opposites import reverses


@pytest.mark.parametrize(
    ("clause", "other", "language"),
    [
        ("Antalet resor ökade", "Antalet resor minskade med hälften", "sv"),
        ("Målet är lägre avgifter", "Avgifterna ska höjas", "sv"),
        ("Barnet är minst 18 år", "Barnet är högst 18 år", "sv"),
        ("The deficit fell", "The deficit grew", "en"),
        ("The ward stays open", "The ward will be closed", "en"),
    ],
)
def test_words_for_the_reverse_are_seen_from_either_side(clause: str, other: str, language: str) -> None:
    assert reverses(clause, other, other, language)
    assert reverses(other, clause, clause, language)


@pytest.mark.parametrize(
    ("clause", "other"),
    [
        ("Resorna ökade och kostnaderna minskade", "Resorna minskade"),
        ("Resorna ökade", "Resorna redovisas"),
        ("Höjden är tre meter", "Vattnet sjunker"),
    ],
)
def test_what_has_both_sides_or_none_is_not_compared(clause: str, other: str) -> None:
    assert not reverses(clause, other, other, "sv")


def test_the_rest_of_a_sentence_is_looked_at_only_where_its_clause_has_neither_side() -> None:
    sentence = "Kostnaden blev 48 miljoner kronor, vilket är lägre än året före"
    assert reverses("Kostnaden blev högre", "Kostnaden blev 48 miljoner kronor", sentence, "sv")
    sentence = "Besöken ökade, medan utlåningen minskade"
    assert reverses("Besöken minskade", "Besöken ökade", sentence, "sv")
    assert not reverses("Utlåningen minskade", "utlåningen minskade", sentence, "sv")


def test_a_language_without_a_list_has_no_opposites() -> None:
    assert not reverses("Le budget augmente", "Le budget baisse", "Le budget baisse", "fr")
