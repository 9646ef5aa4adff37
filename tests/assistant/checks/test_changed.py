"""What a person must know of a change before accepting it."""

import pytest

from assistant.checks.changed import differences

OLD = "Nämnden beslutade den 3 maj 2026 att ge Margareta Hallin (NS) 2,1 miljoner kronor."


def codes(new: str, wish: str = "simpler", old: str = OLD, instruction: str = "") -> list[str]:
    return [finding.code for finding in differences(old, new, wish, instruction)]


def told(new: str, code: str, wish: str = "simpler", old: str = OLD) -> str:
    return next(str(each.facts["text"]) for each in differences(old, new, wish) if each.code == code)


def test_a_change_that_keeps_every_fact_is_not_remarked_on() -> None:
    assert codes("Den 3 maj 2026 gav nämnden 2,1 miljoner kronor till Margareta Hallin (NS).") == []


def test_no_answer_and_the_same_answer_are_told() -> None:
    assert codes(" ") == ["change-empty"]
    assert codes(f"  {OLD}\n") == ["change-unchanged"]


def test_a_text_that_was_to_be_shorter_and_is_not_is_told() -> None:
    longer = f"{OLD} Det är bra."
    assert "change-longer" in codes(longer, "shorter")
    assert "change-longer" not in codes(longer, "simpler")


@pytest.mark.parametrize(
    ("new", "lost"),
    [
        ("Nämnden gav Margareta Hallin (NS) 2,1 miljoner kronor.", "3 maj 2026"),
        ("Nämnden beslutade den 3 maj 2026 att ge Margareta Hallin (NS) pengar.", "2,1 miljoner"),
        ("Nämnden beslutade den 3 maj 2026 att ge Hallin 2,1 miljoner kronor.", "Margareta, NS"),
    ],
)
def test_a_fact_that_is_gone_is_named(new: str, lost: str) -> None:
    assert told(new, "change-lost") == lost


def test_a_first_name_at_the_beginning_is_a_name_but_an_ordinary_first_word_is_not() -> None:
    assert told("Hallin reserverade sig.", "change-lost", old="Margareta Hallin reserverade sig.") == "Margareta"
    assert codes("Pengar gavs av förvaltningen.", old="Förvaltningen gav pengar.") == []


def test_a_fact_that_has_come_to_it_is_named() -> None:
    assert told(OLD.replace("2,1", "3,1"), "change-added") == "3,1 miljoner"
    assert told(OLD.replace("Hallin", "Norling"), "change-added") == "Norling"


def test_a_translation_keeps_dates_and_amounts_but_may_name_offices_in_its_own_way() -> None:
    translated = "On 3 May 2026 the Board granted Margareta Hallin (NS) SEK 2.1 million."
    assert codes(translated, "language") == []
    assert told(translated.replace("3 May", "31 May"), "change-lost", "language") == "3 maj 2026"


def test_the_instruction_said_again_is_told() -> None:
    asked = "Ändra texten så här: skriv till den sökande i du-form"
    assert "change-repeats-instruction" in codes("Skriv till den sökande i du-form.", "own", instruction=asked)
    assert "change-repeats-instruction" in codes("I du-form.", "own", instruction=asked)
    assert "change-repeats-instruction" not in codes("Du får pengar den 3 maj 2026.", "own", instruction=asked)
