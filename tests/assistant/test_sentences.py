import pytest

from assistant.sentences import sentences, stem, topics


@pytest.mark.parametrize(
    "whole",
    [
        ["Mötet hölls kl. 13.00 i sal 4.", "Alla var där."],
        ["Enligt 7 kap. 3 § gäller bl.a. detta.", "Se även t.ex. lagen (1997:736)."],
        ["Kostnaden är 2.5 mnkr.", "Är det dyrt?", "Ja!"],
        ["He met Dr. Blaney on 5 May.", "They agreed."],
        ["”Vi är klara.”", "Sedan gick de."],
        ["År 2025 tog det 7,9 veckor.", "År 2024 tog det 6."],
    ],
)
def test_sentences_end_where_a_reader_says_so(whole: list[str]) -> None:
    assert sentences(" ".join(whole)) == whole


def test_nothing_is_lost() -> None:
    text = "Ett. två tre! Fyra? fem… Sex"
    assert " ".join(sentences(text)) == text


def test_stems_draw_inflections_together() -> None:
    assert stem("handläggningstiderna", "sv") == stem("handläggningstider", "sv")
    assert stem("meetings", "en") == stem("meeting", "en")


def test_topics_leave_out_words_without_one() -> None:
    assert topics("Det är en taxa för resor 2026", "sv") == [stem("taxa", "sv"), stem("resor", "sv"), "2026"]
