"""Whether a text says a point: its figures and names are demanded, its words mostly."""

import pytest

from assistant.checks.points import is_form, same_facts, says


@pytest.mark.parametrize(
    ("text", "point", "is_said"),
    [
        ("Du får ett beslut senast den 30 april 2026.", "beslut senast 30 april 2026", True),
        ("Du får ett beslut senast den 3 april 2026.", "beslut senast 30 april 2026", False),
        ("Avgiften är 1 200 kronor.", "avgift 1200 kr", True),
        ("Avgiften är 1 300 kronor.", "avgift 1200 kr", False),
        ("Bussen får fler turer.", "Karlskoga får fler turer med bussen", False),
        ("Fler turer med bussen i Karlskoga.", "Karlskoga får fler turer med bussen", True),
        ("Tack för ditt brev.", "nytt läkarintyg behövs inte", False),
        ("You will see Dr Ek on 14 April 2026.", "Dr Ek on 14 April 2026", True),
    ],
)
def test_what_a_text_says(text: str, point: str, *, is_said: bool) -> None:
    assert says(text, point, "en" if "April" in text else "sv") is is_said


def test_a_translation_has_the_same_figures_and_no_others() -> None:
    assert same_facts("It costs 250 kronor by 27 March 2026.", "Det kostar 250 kronor senast den 27 mars 2026.")
    assert not same_facts("It costs 250 kronor.", "Det kostar 250 kronor i 3 år.")
    assert not same_facts("It costs 250 kronor and 3 more.", "Det kostar 250 kronor.")


def test_forms_of_one_word() -> None:
    assert is_form("rullatorn", "rullator")
    assert not is_form("resa", "resultat")
