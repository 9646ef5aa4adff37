import pytest

from assistant.minutes.people import limited, names_in, numbers, people, same
from assistant.minutes.protokoll import Person, Role, Stated


def listed(*lines: str) -> list[Person]:
    return people([Stated(line, (n,)) for n, line in enumerate(lines, 1)], Role.MEMBER)


def test_people_are_apart_by_line_semicolon_comma_and_och() -> None:
    for lines in (
        ("Anna Berg (S)", "Bo Ek (M)", "Cilla von Dahl (C)"),
        ("Anna Berg (S); Bo Ek (M); Cilla von Dahl (C)",),
        ("Anna Berg (S), Bo Ek (M) och Cilla von Dahl (C).",),
        ("Anna Berg (S) Bo Ek (M) Cilla von Dahl (C)",),
    ):
        assert [(each.name, each.party) for each in listed(*lines)] == [
            ("Anna Berg", "S"),
            ("Bo Ek", "M"),
            ("Cilla von Dahl", "C"),
        ]


@pytest.mark.parametrize(
    ("line", "names", "notes"),
    [
        ("kommundirektör Jan Frans, ekonom Ann Wik § 164, kanslichef Bo Ek", ["Jan Frans", "Ann Wik", "Bo Ek"], ["kommundirektör", "ekonom, § 164", "kanslichef"]),
        ("Karin Ek, utredare, § 22; Tomas Lodin, controller, §§ 23–24", ["Karin Ek", "Tomas Lodin"], ["utredare, § 22", "controller, §§ 23–24"]),
        ("Pia Ros (NS) för Rolf Matt (NS)", ["Pia Ros"], ["för Rolf Matt (NS)"]),
        ("Pia Ros (NS) Ersätter Rolf Matt (NS) §§ 3–4", ["Pia Ros"], ["Ersätter Rolf Matt (NS) §§ 3–4"]),
        ("Åsa Öberg-Lund (-), 2:e vice ordförande", ["Åsa Öberg-Lund"], ["2:e vice ordförande"]),
        ("Enligt bilagd närvarolista, 23 medlemmar", [], []),
    ],
)  # fmt: skip
def test_title_and_attendance_go_with_their_person(line: str, names: list[str], notes: list[str]) -> None:
    found = listed(line)
    assert [each.name for each in found] == names
    assert [each.note for each in found] == notes


def test_numbers_of_sections_are_read_as_ranges_and_lists() -> None:
    assert numbers("§ 5") == {5}
    assert numbers("§§ 5–7, 9 och 11") == {5, 6, 7, 9, 11}
    assert numbers("kl. 9.00–10.15") == set()


@pytest.mark.parametrize("note", ["ej § 2", "jäv § 34", "fr.o.m. § 24", "utom § 3", "till och med § 9"])
def test_a_limit_that_cannot_be_told_in_plain_numbers_is_none(note: str) -> None:
    assert limited(note) == frozenset()


def test_names_are_the_same_in_the_genitive() -> None:
    assert same("Margareta Hallins", "Margareta Hallin")
    assert not same("Margareta Hall", "Margareta Hallin")
    assert names_in("Anna Berg (S) och Bo Ek (M) yrkar bifall") == ["Anna Berg", "Bo Ek"]


def test_a_substitute_of_whom_it_is_said_whom_for_serves() -> None:
    lines = [
        Stated("Inger Karls (S), ersätter Jan Ek (S) §§ 41–43; Mats Borg (SD); Ove Lind (L), tjänstgör inte", (1,))
    ]
    assert [person.role for person in people(lines, Role.SUBSTITUTE)] == [
        Role.SERVING,
        Role.SUBSTITUTE,
        Role.SUBSTITUTE,
    ]
    (member, serving) = people([Stated("Bo Dahl (S); Ove Lind (L) för Eva Mo (L)", (1,))], Role.MEMBER)
    assert (member.role, serving.role) == (Role.MEMBER, Role.SERVING)


def test_a_vice_chair_is_somebody_else_than_the_chair() -> None:
    assert [person.name for person in listed("Ordf Karin Back-Dal, s", "Vice ordf Lars-Åke Wik, m")] == [
        "Karin Back-Dal",
        "Lars-Åke Wik",
    ]
