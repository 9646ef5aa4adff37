import pytest

from assistant.minutes.voters import UNKNOWN, bracketed, columns, crossed, listed_under, row, spoken, totals

AT = (7,)


@pytest.mark.parametrize(
    ("text", "voters"),
    [
        (
            "Anna Berg (S), tjänstgörande ersättaren Bo Ek (M) och ordföranden Cilla Dahl (C) röstar Ja (3).",
            [("ja", 3, 3)],
        ),
        ("Bo Ek (M) och Cilla Dahl (C) avstår från att rösta (2).", [("avstår", 2, 2)]),
        ("Följande röstar Nej: Anna Berg (S) och Bo Ek (M).", [("nej", 2, None)]),
        ("Ja-röster (2): Anna Berg (S), Bo Ek (M)", [("ja", 2, 2)]),
        ("3 ja-röster: Anna Berg, Bo Ek, Cilla Dahl", [("ja", 3, 3)]),
        ("Ja: Anna Berg (S) Nej: Bo Ek (M)", [("ja", 1, None), ("nej", 1, None)]),
    ],
)
def test_names_are_read_before_and_after_what_they_voted(text: str, voters: list[tuple[str, int, int | None]]) -> None:
    assert [(each.how, len(each.names), each.count) for each in spoken(text, AT)] == voters


@pytest.mark.parametrize(
    "text",
    [
        "Den som röstar enligt Anna Bergs förslag röstar ja.",
        "Ja för bifall till Anna Bergs yrkande och nej för avslag.",
        "Ordföranden finner att Bo Ek (M) har rätt och att många röstar ja.",
    ],
)
def test_what_a_vote_means_names_nobody(text: str) -> None:
    assert spoken(text, AT) == []


def test_a_substitute_in_a_column_of_its_own_voted_in_the_members_place() -> None:
    heads = columns(("Ledamöter", "Ersättare", "Ja", "Nej"))
    voters = row(("Anna Berg (S)", "Bo Ek (S)", "", "X"), heads, 3)
    assert voters is not None
    assert (voters.how, voters.names) == ("nej", ("Bo Ek",))


def test_sums_are_read_by_their_columns() -> None:
    assert totals(("Summa", "4", "2", "1"), ("ledamot", "ja", "nej", "avstår")) == {"ja": 4, "nej": 2, "avstår": 1}
    assert totals(("Anna Berg (S)", "4", "2", "1"), ("ledamot", "ja", "nej", "avstår")) == {}


def test_a_cross_whose_column_is_lost_says_nothing_of_how() -> None:
    (voters,) = crossed("Anna Berg (S) X", AT)
    assert (voters.how, voters.names) == (UNKNOWN, ("Anna Berg",))


def test_names_in_brackets_after_a_number_voted_so() -> None:
    found = bracketed("2 ja-röster (Anna Berg, Bo Ek) mot 1 nej-röst (Cilla Dahl)", AT)
    assert [(each.how, each.names) for each in found] == [("ja", ("Anna Berg", "Bo Ek")), ("nej", ("Cilla Dahl",))]


def test_names_may_stand_under_how_they_voted() -> None:
    heads = columns(("Ja-sägare", "Nej-sägare (1)"))
    assert heads == ("ja", "nej")
    found = listed_under(("Anna Berg (S)", "Bo Ek (M)"), heads, 7)
    assert [(each.how, each.names) for each in found] == [("ja", ("Anna Berg",)), ("nej", ("Bo Ek",))]
    assert listed_under(("Anna Berg (S)", "x", ""), columns(("Namn", "Ja", "Nej")), 7) == []
