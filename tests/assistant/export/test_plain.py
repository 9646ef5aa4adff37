"""A result for a printer and for the clipboard."""

from assistant.export.plain import bare, lines
from assistant.wording import Words
from tests.assistant.export.results import HOSTILE, RESULT

SV = Words("sv")


def test_what_is_copied_is_the_words_with_their_doubts_and_no_marks() -> None:
    said = bare(RESULT, (), SV)
    assert said.startswith("Bakgrund\n\nRegion Exempel föreslår")
    assert "¶" not in said
    assert "Kostnaden är 14 miljoner kronor. (ej belagt)" in said
    assert "– Fler handläggare (delvis belagt)\n– Ny e-tjänst" in said
    assert said.endswith("År\tAntal\n2024\t3 100")


def test_only_what_is_chosen_is_copied() -> None:
    assert bare(RESULT, (0, 4), SV) == "Bakgrund\n\n– Ny e-tjänst"


def test_a_printed_result_has_every_part_in_order() -> None:
    said = lines(RESULT, SV)
    assert [line.text for line in said if line.role == "heading"] == [
        "Bakgrund",
        "Källor",
        "Att kontrollera",
        "Läst",
        "Så gjordes detta",
    ]
    assert said[0].role == "title"
    assert [line.cells for line in said if line.role == "row"] == [("År", "Antal"), ("2024", "3 100 [¶ 9, s. 2]")]


def test_nothing_in_a_hostile_result_can_turn_its_lines() -> None:
    said = "".join(line.text + "".join(line.cells) for line in lines(HOSTILE, SV)) + bare(HOSTILE, (), SV)
    assert not set(said) & set("\x1b\x07\x9b\u202e\u200b\x00")
