from assistant.minutes.front import front_page
from assistant.minutes.protokoll import Role
from tests.assistant.minutes.make import document, reading

SECTION = ("# § 1 Taxa", "# Beslut", "Taxan antas.")


def named(*front: str) -> dict[str, list[str]]:
    page = reading(*SECTION, front=front).meetings[0].front
    return {role.value: [person.name for person in page.having(role)] for role in Role if page.having(role)}


def test_substitutes_under_those_who_decide_serve_and_the_others_do_not() -> None:
    assert named(
        "# Kommunfullmäktige", "Beslutande", "Ledamöter Effe Öst (M), ordförande", "Karin Wall (NP), 1:e vice ordförande", "Ersättare Anders Ros (NP) §§ 45-50",
        "Övriga närvarande", "Ersättare Bertil Sten (NP)", "Tjänstemän Ola Ed, kommundirektör",
    ) == {
        "member": ["Effe Öst", "Karin Wall"], "serving-substitute": ["Anders Ros"], "substitute": ["Bertil Sten"], "other": ["Ola Ed"],
    }  # fmt: skip


def test_parties_may_be_in_small_letters() -> None:
    page = (
        reading(
            *SECTION,
            front=("# Kommunstyrelsen", "Beslutande: Patrik Nils (s) ordförande, Lars Back (c), Eva Lund (ordf)"),
        )
        .meetings[0]
        .front
    )
    assert [(person.name, person.party) for person in page.people] == [
        ("Patrik Nils", "s"),
        ("Lars Back", "c"),
        ("Eva Lund", ""),
    ]


def test_labels_and_values_may_stand_on_one_line_and_several_of_them_together() -> None:
    page = reading(
        *SECTION,
        front=("# Kommunstyrelsen", "Plats och tid Kommunhuset kl. 9 Beslutande Anna Berg (S), Bo Ek (M)", "Sekreterare ........ Eva Falk  Paragrafer 1–2", "Ordförande ........", "Anna Berg (S)"),
    ).meetings[0].front  # fmt: skip
    assert page.place
    assert page.place.text == "Kommunhuset kl. 9"
    assert [person.name for person in page.people] == ["Anna Berg", "Bo Ek"]
    assert [stated.text for stated in (*page.secretary, *page.chair)] == ["Eva Falk", "Anna Berg (S)"]
    assert page.range
    assert page.range.text == "1–2"


def test_columns_of_people_go_by_their_heads() -> None:
    assert named("# Kommunstyrelsen", "| Ledamöter | Tjänstgörande ersättare |", "| Anna Berg (S) | Ulla Kvist (S) |", "| Bo Ek (M) | |") == {
        "member": ["Anna Berg", "Bo Ek"], "serving-substitute": ["Ulla Kvist"],
    }  # fmt: skip


def test_what_is_not_understood_is_outside() -> None:
    found = reading(*SECTION, front=("# Kommunstyrelsen", "Ett brev om något helt annat, utan fält."))
    assert found.outside == (2,)


def test_columns_on_one_line_of_plain_text_are_members_and_who_is_named_twice_is_one() -> None:
    page, _ = front_page(
        document(
            "Ledamöter Tjänstgörande ersättare", "Stig Alm (C), ordförande", "Ove Lind (L) för Eva Mo (L)", "Sekreterare: Maja Ring",
            "Sekreterare: Maja Ring", front=(),
        ).paragraphs,
        (),
    )  # fmt: skip
    assert [(person.name, person.role) for person in page.people] == [
        ("Stig Alm", Role.MEMBER),
        ("Ove Lind", Role.SERVING),
    ]
    assert [each.text for each in page.secretary] == ["Maja Ring"]
