from collections import Counter
from itertools import pairwise
from pathlib import Path

import pytest

from assistant.documents.document import Document, Paragraph
from assistant.errors import SettingsError
from assistant.identifiers import cases
from assistant.identifiers.find import find, find_in
from assistant.identifiers.found import Kind, Mark, Span
from tests.assistant.identifiers.make import TODAY, Made, labelled


def finds(text: str, *kinds: Kind) -> list[str]:
    return [text[span.start : span.end] for span in find(text, kinds or tuple(Kind), TODAY)]


def only(text: str) -> Span:
    (span,) = find(text, today=TODAY)
    return span


def test_two_thousand_texts_with_every_trap() -> None:
    right, found, wanted = 0, 0, 0
    misses: list[tuple[Made, list[Span]]] = []
    for made in labelled():
        spans = [span for span in find(made.text, today=TODAY) if span.kind is not Kind.SIGNAL]
        have = Counter((span.kind, made.text[span.start : span.end]) for span in spans)
        want = Counter(made.wanted)
        right, found, wanted = right + (have & want).total(), found + have.total(), wanted + want.total()
        if have != want:
            misses.append((made, spans))
    assert right / found >= 0.98, misses
    assert right / wanted >= 0.98, misses


def test_marks_and_certainty_of_the_two_thousand() -> None:
    wrong = [
        (made, span)
        for made in labelled()
        for span in find(made.text, today=TODAY)
        if made.wanted and span.kind is made.wanted[0][0]
        and (not set(made.marks) <= set(span.marks) or (made.is_sure is not None and span.is_sure is not made.is_sure))
    ]  # fmt: skip
    assert len(wrong) <= 20, wrong[:5]


def test_an_organisation_is_no_person() -> None:
    for number in ("212000-2882", "232100-0164", "212000-2387", "16232100-0164", "5560125790", "162321000164"):
        assert finds(f"Org.nr {number}") == []


def test_every_form_of_a_personal_number_that_is_met() -> None:
    for number in (
        "811218-9876",
        "19811218-9876",
        "198112189876",
        "8112189876",
        "811218 9876",
        "1981-12-18-9876",
        "811218–9876",
        "81-12-18-9876",
        "1981 12 18-9876",
    ):
        assert only(f"Sökande {number}.") == Span(Kind.PERSONAL_NUMBER, 8, 8 + len(number)), number
    for around in ("_{}_ansökan.pdf", "({})", "{}, {}", "pnr:{}", "“{}”", "{}/Anna"):
        assert finds(around.replace("{}", "811218-9876"))[0] == "811218-9876"


def test_a_number_in_boxes_is_possible() -> None:
    assert only("8 1 1 2 1 8 - 9 8 7 6") == Span(Kind.PERSONAL_NUMBER, 0, 21, is_sure=False)


def test_a_day_may_be_a_neighbouring_one_but_must_be_a_day() -> None:
    assert finds("850230-1234 850200-1234 851301-1234 000000-0000") == []


def test_nobody_is_born_tomorrow() -> None:
    assert finds("20260302-1234", Kind.PERSONAL_NUMBER) == []


def test_a_wrong_check_digit_is_possible_and_a_dummy_is_marked() -> None:
    assert only("811218-9875").marks == (Mark.WRONG_CHECK,)
    assert not only("811218-9875").is_sure
    assert Mark.DUMMY in only("121212-1212").marks
    assert Mark.DUMMY in only("Pnr 850312-0000").marks


def test_half_a_number_is_possible() -> None:
    assert only("811218-XXXX").marks == (Mark.PARTIAL,)


def test_text_recognition_takes_letters_for_digits() -> None:
    span = only("8ll2l8-9876")
    assert (span.kind, span.is_sure, span.marks) == (Kind.PERSONAL_NUMBER, False, (Mark.MISREAD,))
    assert finds("SOBSOl-SOlB OBS BOO-LISTA") == []


def test_ten_digits_that_may_be_a_phone_or_a_reference_are_possible() -> None:
    assert only("0703121233").kind is Kind.PHONE
    assert only("Pnr 0703121233").kind is Kind.PERSONAL_NUMBER
    assert only("OCR 8112189876").marks == (Mark.MAYBE_REFERENCE,)


def test_an_account_that_holds_a_personal_number_says_so() -> None:
    assert only("Konto 3300-811218-9876").marks == (Mark.HOLDS_PERSONAL_NUMBER,)


def test_bank_numbers_without_words_are_possible_only_when_they_fit() -> None:
    assert only("Betalas till 5050-1055").is_sure is False
    assert finds("Ärendet 6344-2011 och lokal 5050-1054", Kind.BANKGIRO) == []
    assert finds("Bankgiro 50501055") == ["50501055"]


def test_phones_as_they_are_written() -> None:
    for number in (
        "019-602 70 00",
        "(019) 602 70 00",
        "019/602 70 00",
        "070 123 45 67",
        "+46(0)70-123 45 67",
        "0701234567",
        "020-12 34 56",
    ):
        assert finds(f"Ring {number}!") == [number]
    for text in ("08-12-2024", "1 019 602 700 kr", "08-1234/2024", "kl. 08.15-09.30"):
        assert finds(text, Kind.PHONE) == []


def test_an_address_is_found_with_its_town_and_not_without_number() -> None:
    assert finds("Anna bor på Storgatan 12 B lgh 1102, 702 10 Örebro.") == ["Storgatan 12 B lgh 1102, 702 10 Örebro"]
    assert finds("c/o Ek, Norrby 45, 718 91 Frövi") == ["c/o Ek, Norrby 45, 718 91 Frövi"]
    assert finds("Kön på Storgatan växer. Detaljplan 12 och väg 50. Tumbavägen i Tumba") == []
    assert finds("Mackar på Tegelbruksvägen 1 i Tumba") == ["Tegelbruksvägen 1"]


def test_what_looks_like_a_case_and_is_a_statute() -> None:
    for text in (
        "SOU 2026:14",
        "prop. 2021/22:125",
        "SFS 2017:725",
        "SOSFS 2009:29",
        "(I 2022:02)",
        "Dnr saknas. Se bet. 2017/18:KU46",
    ):
        assert finds(text, Kind.CASE_NUMBER) == [], text
    assert finds("Dnr 12-2024, 13-2024 och 1379/22") == ["12-2024", "13-2024", "1379/22"]
    assert finds("diarienummer S2025/01130, SOU 2026:14") == ["S2025/01130"]


def test_an_organisation_adds_its_own_patterns(tmp_path: Path) -> None:
    own = tmp_path / "identifiers.toml"
    own.write_text("[[case]]\npattern = 'Ö\\d{2}-[A-Z]{3}'\n", encoding="utf-8")
    text = "Ärendet Ö24-ABC"
    assert [text[span.start : span.end] for span in cases.detect(text, cases.read(own))] == ["Ö24-ABC"]
    for wrong in ("[[case]]\npattern = '('", "[[case]]\nlabelled = true", "[[cases]]\npattern = 'a'", "["):
        own.write_text(wrong, encoding="utf-8")
        with pytest.raises(SettingsError):
            cases.read(own)


def test_words_are_signals_with_their_class() -> None:
    text = "Hon har SKYDDAD  FOLKBOKFÖRING, är demenssjuk och söker försörjningsstödet; hälsningar"
    assert [(text[span.start : span.end], span.signal) for span in find(text)] == [
        ("SKYDDAD  FOLKBOKFÖRING", "skyddade-personuppgifter"), ("demenssjuk", "halsa"), ("försörjningsstödet", "social")
    ]  # fmt: skip
    assert not any(span.is_sure for span in find(text))


def test_a_find_is_placed_in_its_paragraph() -> None:
    document = Document("a.txt", "txt", (Paragraph(1, "Inget här"), Paragraph(2, "Sökande: 811218-9876", page=3)))
    (found,) = find_in(document, today=TODAY)
    assert (found.text, found.paragraph, found.page, found.span.start) == ("811218-9876", 2, 3, 9)


def test_finds_do_not_lie_over_each_other() -> None:
    spans = find(
        "Konto 3300-811218-9876, IBAN SE45 5000 0000 0583 9825 7466, BG 5050-1055, a.b@c.se, dnr KS-2024-00012",
        today=TODAY,
    )
    assert len(spans) == 5
    assert all(one.end <= two.start for one, two in pairwise(spans))
