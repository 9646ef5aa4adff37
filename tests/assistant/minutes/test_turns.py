import pytest

from assistant.minutes.turns import turns
from tests.assistant.documents.make import document


def spoken(*lines: str, is_talk: bool = False) -> list[tuple[str, str, str]]:
    return [(turn.speaker, turn.at, turn.text) for turn in turns(document(*lines).paragraphs, is_talk=is_talk)]


@pytest.mark.parametrize(
    "lines",
    [
        ("[0:04] Anna Berg: Hej.", "[0:09] Bo Ek: Ja.", "[1:00:12] Anna Berg: Då så."),
        ("0:04 Anna Berg: Hej.", "0:09 Bo Ek: Ja.", "1:00:12 Anna Berg: Då så."),
        ("Anna Berg [0:04]: Hej.", "Bo Ek [0:09]: Ja.", "Anna Berg [1:00:12]: Då så."),
        ("Anna Berg 0:04", "Hej.", "Bo Ek 0:09", "Ja.", "Anna Berg 1:00:12", "Då så."),
        ("0:04 Anna Berg", "Hej.", "0:09 Bo Ek", "Ja.", "1:00:12 Anna Berg", "Då så."),
        ("Anna Berg 0:04 Hej.", "Bo Ek 0:09 Ja.", "Anna Berg 1:00:12 Då så."),
    ],
)
def test_names_and_times_are_read_in_the_forms_of_many_programs(lines: tuple[str, ...]) -> None:
    said = [turn for turn in spoken(*lines) if turn[2]]
    assert said == [("Anna Berg", "0:04", "Hej."), ("Bo Ek", "0:09", "Ja."), ("Anna Berg", "1:00:12", "Då så.")]


def test_names_that_come_again_are_speakers_without_times() -> None:
    lines = (
        "The Chair (Hon. A. Rota (Nipissing, Lib.)): Order.",
        "Mr. Cole: Yes.",
        "The Chair (Hon. A. Rota (Nipissing, Lib.)): So.",
    )
    assert [speaker for speaker, _, _ in spoken(*lines, "Mr. Cole: No.")] == [
        line.split(": ")[0] for line in (*lines, "Mr. Cole: No.")
    ]


def test_what_stands_under_a_speaker_is_the_speakers() -> None:
    assert spoken("Anna Berg 0:04", "Hej.", "Och välkomna.", "Bo Ek 0:09", "Ja.", "Anna Berg 0:20", "Då så.")[2] == (
        "Anna Berg", "0:04", "Och välkomna.",
    )  # fmt: skip


@pytest.mark.parametrize(
    "lines",
    [
        ("Datum: 3 maj", "Plats: Teams", "Beslut: Taxan höjs.", "Ansvarig: Anna", "Klart: 3 juni"),
        ("Mötet började kl. 9.00.", "Vi talade om taxan.", "Mötet slutade kl. 10.30."),
        ("Anna: Hej.", "Bo: Ja."),
    ],
)
def test_labels_and_times_in_notes_make_no_talk(lines: tuple[str, ...]) -> None:
    assert spoken(*lines) == []


def test_captions_are_talk_whoever_speaks() -> None:
    assert spoken("[0:01] Då är vi igång.", is_talk=True) == [("", "0:01", "Då är vi igång.")]
