import pytest

from tests.assistant.minutes.make import only


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("Omröstningen utfaller med 7 ja-röster mot 4 nej-röster.", (7, 4, 0)),
        ("Omröstningen utfaller med 65 Ja mot 9 Nej.", (65, 9, 0)),
        ("Med sju ja-röster och fyra nej-röster beslutar nämnden enligt förslaget. Två ledamöter avstår.", (7, 4, 2)),
        ("Ja: 7, Nej: 4, Avstår: 1", (7, 4, 1)),
        ("Ja-röster: 24 Nej-röster: 17", (24, 17, 0)),
        ("Med 3 röster mot 1 beslutar nämnden enligt förslaget.", (3, 1, 0)),
        ("5 ledamöter röstar ja och 2 röstar nej.", (5, 2, 0)),
        ("Omröstningen utfaller med sex (6) ja-röster och en (1) nej-röst.", (6, 1, 0)),
        ("Votering verkställs. Yrkande 1 får 6 röster och yrkande 2 får 4 röster.", (6, 4, 0)),
        ("Voteringen utfaller med 4 ja-röster, 2 nej-röster och 1 som avstår.", (4, 2, 1)),
    ],
)
def test_the_numbers_of_a_vote_are_read(text: str, numbers: tuple[int, int, int]) -> None:
    (ballot,) = only("# § 1 Taxa", "## Omröstning", text, "## Beslut", "Taxan antas.").ballots
    assert (ballot.yes, ballot.no, ballot.abstained) == numbers


def test_what_the_sides_meant_and_who_voted_how_go_with_their_vote() -> None:
    first, second = only(
        "# § 1 Taxa", "## Omröstning 1", "Ja-röst för att avgöra i dag. Nej-röst för återremiss.", "Resultatet är 2 ja-röster mot 1 nej-röst.",
        "## Omröstning 2", "Ja-röst för bifall.", "Resultatet är 1 ja-röst mot 1 nej-röst och 1 ledamot avstår.",
        "| Ledamot | Ja | Nej | Avstår |", "| Anna Berg (S) | X | | |", "| Bo Ek (M) | | X | |", "| Cilla Dahl (C) | | | X |",
    ).ballots  # fmt: skip
    assert [stated.text for stated in first.meaning] == ["Ja-röst för att avgöra i dag. Nej-röst för återremiss."]
    assert [stated.text for stated in second.meaning] == ["Ja-röst för bifall."]
    assert first.names == ()
    assert second.names == (("Anna Berg", "ja"), ("Bo Ek", "nej"), ("Cilla Dahl", "avstår"))


def test_names_are_read_from_lines_too() -> None:
    (ballot,) = only(
        "# § 1 Taxa", "## Omröstning", "Det blir 2 ja-röster och 1 nej-röst.", "Ja: Anna Berg (S), Cilla Dahl (C)", "Bo Ek (M) Nej",
    ).ballots  # fmt: skip
    assert ballot.names == (("Anna Berg", "ja"), ("Cilla Dahl", "ja"), ("Bo Ek", "nej"))


def test_no_vote_is_invented() -> None:
    assert (
        only(
            "# § 1 Taxa", "## Beslutsgång", "Ordföranden finner bifall. Omröstning begärs inte.", "## Beslut", "Ja."
        ).ballots
        == ()
    )
    assert (
        only(
            "# § 1 Taxa", "## Sammanfattning", "I fjol blev det 7 ja-röster mot 4 nej-röster.", "## Beslut", "Nej."
        ).ballots
        == ()
    )
