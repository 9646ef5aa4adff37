import pytest

from assistant.minutes.rollcall import beside, columns, instead, is_substitute, presence
from tests.assistant.minutes.make import reading


@pytest.mark.parametrize(
    ("heads", "cells", "said"),
    [
        (("Ledamöter", "Närvaro", "Ja", "Nej"), ("Anna Berg (S)", "N", "X", ""), ("present", "")),
        (
            ("Ledamöter", "Närvaro", "Ja", "Nej"),
            ("Anna Berg (S)", "N t.o.m. § 54", "X", ""),
            ("present", "t.o.m. § 54"),
        ),
        (("Ersättare", "Närvaro"), ("Bo Ek (M)", "NT"), ("serving", "")),
        (("Ersättare", "Närvaro"), ("Bo Ek (M)", "F"), ("absent", "")),
        (("Namn", "Tjg", "Ej tjg", "Frånv"), ("Bo Ek (M)", "", "X", ""), ("not-serving", "")),
        (("Namn", "Tjg", "Ej tjg", "Frånv"), ("Bo Ek (M)", "", "", "X"), ("absent", "")),
    ],
)
def test_a_row_says_who_was_there(heads: tuple[str, ...], cells: tuple[str, ...], said: tuple[str, str]) -> None:
    assert presence(cells, columns(heads)) == said


@pytest.mark.parametrize(
    "heads", [("Ledamöter", "Tjänstgörande ersättare"), ("Ärende", "Närvaro"), ("Plats och tid", "Salen")]
)
def test_other_tables_are_no_roll(heads: tuple[str, ...]) -> None:
    assert columns(heads) == ()


def test_open_limits_of_presence_are_within_the_minutes() -> None:
    sections = [line for n in range(1, 6) for line in (f"# § {n} Ärende", "## Beslut", "Ja.")]
    front = (
        "# Kommunstyrelsen",
        "Beslutande: Anna Berg (S), från § 3; Bo Ek (M), t.o.m. § 2; Cilla Dahl (C), ej § 4; Dag Ros (L), del av § 2",
    )
    people = reading(*sections, front=front).meetings[0].front.people
    assert [sorted(person.sections) for person in people] == [[3, 4, 5], [1, 2], [1, 2, 3, 5], []]


def test_a_substitute_in_a_column_of_its_own_serves_for_whom_the_row_has_no_cross() -> None:
    front = (
        "# Kommunfullmäktige 2026-03-10", "| Ledamöter | Närvarande | Tjänstgörande ersättare |", "| Anna Berg (S) | X | |",
        "| Bo Ek (M) | | Cilla Dahl (M) |",
    )  # fmt: skip
    (meeting,) = reading("# § 1 Taxa", "## Beslut", "Taxan antas.", front=front).meetings
    assert [(person.name, person.role.value) for person in meeting.front.people] == [
        ("Anna Berg", "member"), ("Bo Ek", "absent"), ("Cilla Dahl", "serving-substitute"),
    ]  # fmt: skip


def test_crosses_in_columns_of_votes_do_not_say_that_a_member_was_present() -> None:
    kinds = columns(("Ledamot", "Närvarande", "Tjänstgörande ersättare", "§ 4 Ja", "§ 4 Nej"))
    assert instead(("Anna Berg (M)", "–", "Bo Ek (M)", "X", ""), kinds) == "Bo Ek (M)"
    assert instead(("Anna Berg (M)", "X", "Bo Ek (M)", "X", ""), kinds) == ""


def test_substitutes_may_be_a_list_of_their_own_beside_the_members() -> None:
    kinds = columns(("Ledamöter", "Närv.", "Ersättare", "Tjänstgör för"))
    assert beside(("Anna Berg (S)", "X", "Bo Ek (M)", "Dan Fors (M)"), kinds) == ("Bo Ek (M)", "Dan Fors (M)")
    assert beside(("Anna Berg (S)", "X", "Bo Ek (M)", "-"), kinds) == ("Bo Ek (M)", "")
    assert beside(("Anna Berg (S)", "X"), columns(("Ledamöter", "Närv."))) == ("", "")


def test_a_cross_in_a_column_of_substitutes_and_a_remark_are_read() -> None:
    kinds = columns(("Namn", "Parti", "Närv", "Ers", "Anm"))
    assert presence(("Anna Berg", "S", "X", "", "§§ 1–3"), kinds) == ("present", "§§ 1–3")
    assert presence(("Bo Ek", "M", "", "", ""), kinds) == ("absent", "")
    assert is_substitute(("Cilla Dahl", "V", "X", "X", ""), kinds)
    assert not is_substitute(("Anna Berg", "S", "X", "", ""), kinds)
