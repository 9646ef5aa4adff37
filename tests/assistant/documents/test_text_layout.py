from assistant.documents.document import ParagraphKind
from assistant.documents.text import read
from assistant.documents.text_layout import fields, table


def test_a_label_and_its_values_in_a_column_are_put_together() -> None:
    assert fields([
        "Ej tjänstgörande       Nina Fors (C)",
        "ersättare              Karin Jons (S)",
        "Paragrafer             1-8",
    ]) == ["Ej tjänstgörande ersättare", "Nina Fors (C)", "Karin Jons (S)", "Paragrafer 1-8"]  # fmt: skip


def test_lines_that_do_not_keep_the_column_are_no_fields() -> None:
    assert fields(["Beslutande      Anna Berg", "En mening som går rakt igenom spalten."]) == []
    assert fields(["En vanlig rad.", "En till."]) == []


def test_a_table_in_text_has_its_empty_cells() -> None:
    lines = [
        "Ledamot                Ja      Nej     Avstår",
        "Anna Berg (S)          X",
        "Bo Ek (M)                      X",
    ]
    assert table(lines) == [
        ["Ledamot", "Ja", "Nej", "Avstår"], ["Anna Berg (S)", "X", "", ""], ["Bo Ek (M)", "", "X", ""],
    ]  # fmt: skip


def test_text_beside_a_table_is_no_table() -> None:
    assert table(["Ledamot      Ja      Nej", "Anna Berg (S)   X", "Omröstningen är avslutad."]) == []


def test_plain_text_is_read_so() -> None:
    text = "Ett protokoll\n\nOrdförande     Anna Berg\n               Bo Ek\n\nLedamot    Ja    Nej\nAnna B     X\nBo E             X\n"
    document = read(text.encode(), "a.txt")
    assert [each.text for each in document.paragraphs[1:4]] == ["Ordförande", "Anna Berg", "Bo Ek"]
    assert [each.cells for each in document.paragraphs if each.kind is ParagraphKind.ROW] == [
        ("Ledamot", "Ja", "Nej"), ("Anna B", "X", ""), ("Bo E", "", "X"),
    ]  # fmt: skip


def test_a_cell_may_be_one_letter() -> None:
    assert table(["Ledamot         Närv.   Ersättare", "Anna Berg (S)   X       Bo Ek (M)", "Cilla D (C)     -       Eva F (V)"]) == [
        ["Ledamot", "Närv.", "Ersättare"], ["Anna Berg (S)", "X", "Bo Ek (M)"], ["Cilla D (C)", "-", "Eva F (V)"],
    ]  # fmt: skip


def test_lines_in_the_same_two_columns_are_not_one_sentence() -> None:
    text = (
        "En titel\n\nVägen norr om sjön            beläggning och räcken på sträckan\n"
        "Bron över ån                  målning under sommaren av alla\nDammen                        tömning"
    )
    assert [each.text for each in read(text.encode(), "a.txt").paragraphs[1:]] == [
        "Vägen norr om sjön beläggning och räcken på sträckan",
        "Bron över ån målning under sommaren av alla",
        "Dammen tömning",
    ]


def test_the_column_of_names_may_have_no_head() -> None:
    lines = ["                    Ja      Nej", "Anna Berg (S)       X", "Bo Ek (M)                   X"]
    assert table(lines) == [["", "Ja", "Nej"], ["Anna Berg (S)", "X", ""], ["Bo Ek (M)", "", "X"]]
