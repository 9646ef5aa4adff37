from assistant.documents.text_people import roll, signed


def test_people_beside_each_other_are_rows_under_their_heads() -> None:
    assert roll([
        "Beslutande:     Ledamöter                     Tjänstgörande ersättare",
        "                Anna Berg (S), ordförande     Bo Ek (M) för Dan Fors (M)",
        "                Cilla Dahl (C)                Eva Falk (V)",
        "                Gun Hed (L)",
        "Övriga:         Ida Jons, sekreterare",
    ]) == [
        ["Beslutande:", "Ledamöter", "Tjänstgörande ersättare"],
        ["", "Anna Berg (S), ordförande", "Bo Ek (M) för Dan Fors (M)"],
        ["", "Cilla Dahl (C)", "Eva Falk (V)"],
        ["", "Gun Hed (L)", ""],
    ]  # fmt: skip


def test_two_lists_of_votes_are_columns() -> None:
    assert roll(["Ja-sägare            Nej-sägare", "Anna Berg (S)        Bo Ek (M)", "Cilla Dahl (C)       Eva Falk (V)"]) == [
        ["Ja-sägare", "Nej-sägare"], ["Anna Berg (S)", "Bo Ek (M)"], ["Cilla Dahl (C)", "Eva Falk (V)"],
    ]  # fmt: skip


def test_one_line_of_people_or_other_columns_are_no_roll() -> None:
    assert roll(["Ja-sägare            Nej-sägare", "Anna Berg (S)        Bo Ek (M)", "Omröstningen är klar."]) == []
    assert roll(["Datum                Beslut", "2026-08-12           Bifall", "2026-08-13           Avslag"]) == []


def test_those_who_sign_beside_each_other_are_a_line_each() -> None:
    assert list(signed(["Vid protokollet      Justeras", "Josefin Tibble       Gunilla Tornfelt     Carina Lillhem"])) == [
        "Vid protokollet      Justeras", "Josefin Tibble", "Gunilla Tornfelt", "Carina Lillhem",
    ]  # fmt: skip
    assert list(signed(["Ordförande           Anna Berg"])) == ["Ordförande           Anna Berg"]
