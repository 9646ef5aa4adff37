from desktop.widgets.markdown import Part, parts


def test_the_parts_of_a_text_come_in_order_and_without_marks() -> None:
    text = (
        "# Kansli\n\nEtt stycke\nsom **fortsätter** med `kod` och\n[en länk](http://x).\n## Bilder\n"
        "![Fönstret, ljust](bilder/a.png)\n- Ett\n  fortsatt\n* Två\n\n1. Först\n2. Sedan\n"
    )
    assert list(parts(text)) == [
        Part("heading", "Kansli", 1),
        Part("paragraph", "Ett stycke som fortsätter med kod och en länk."),
        Part("heading", "Bilder", 2),
        Part("picture", "Fönstret, ljust", path="bilder/a.png"),
        Part("item", "Ett fortsatt"),
        Part("item", "Två"),
        Part("item", "Först", 1),
        Part("item", "Sedan", 2),
    ]


def test_what_only_looks_like_a_mark_stays() -> None:
    said = "Filen a_b_c.txt är 2*3*4 byte, § 5–6 (se bilagan) <b>inte fet</b> #1"
    assert list(parts(said)) == [Part("paragraph", said)]


def test_nothing_has_no_parts() -> None:
    assert list(parts("\n\n  \n")) == []
