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


def test_a_title_beside_a_name_is_a_cell_of_its_own() -> None:
    assert roll(["Anna Berg (C)        Ordförande", "Bo Ek (S)            1:e vice ordförande", "Eva Falk (V)         § 41-44"]) == [
        ["Anna Berg (C)", "Ordförande"], ["Bo Ek (S)", "1:e vice ordförande"], ["Eva Falk (V)", "§ 41-44"],
    ]  # fmt: skip
    assert roll(["Anna Berg            Förvaltningschef", "Bo Ek                Nämndsekreterare"])
    assert roll(["Grön Väg             Almby kommun", "Unga Röster          Föreningen Start"]) == []


def test_a_role_may_stand_under_a_name() -> None:
    assert list(signed(["Rachel Bassin            Martin Hytthage", "Ordförande"])) == [
        "Rachel Bassin, ordförande",
        "Martin Hytthage",
    ]
    assert list(signed(["Anna Berg      Bo Ek         Eva Falk", "Sekreterare    Ordförande    Justerare"])) == [
        "Anna Berg, sekreterare", "Bo Ek, ordförande", "Eva Falk, justerare",
    ]  # fmt: skip
