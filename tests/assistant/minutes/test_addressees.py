"""What is laid before others, supported, asked for or decided by reference; plain points are in ``test_points.py``."""

import pytest

from tests.assistant.minutes.make import FRONT, only
from tests.assistant.minutes.test_points import HEAD, said


@pytest.mark.parametrize(
    "text",
    [
        "Kommunstyrelsen lägger fram budgetförslaget för kommunfullmäktige.",
        "Kommunstyrelsen översänder budgetförslaget till kommunfullmäktige.",
        "Budgetförslaget överlämnas till kommunfullmäktige.",
        "Kommunstyrelsen överlämnar ärendet till kommunfullmäktige för avgörande.",
        "Kommunstyrelsen hemställer till kommunfullmäktige att taxan höjs.",
        "Kommunstyrelsen lämnar följande förslag till kommunfullmäktige: Motionen avslås.",
        "Kommunstyrelsen lämnar synpunkterna till kommunfullmäktige, som föreslås besluta om en plan.",
    ],
)
def test_what_is_laid_before_a_body_above_is_proposed(text: str) -> None:
    assert [outcome for outcome, _ in said(only(HEAD, "# Beslut", text))] == ["proposed"]


@pytest.mark.parametrize(
    "text",
    [
        "Kommunstyrelsen antar förvaltningens förslag till yttrande som sitt eget och överlämnar det till kommunfullmäktige.",
        "Kommunstyrelsen antar svaret som sitt eget och översänder det till revisionen.",
        "Motionen överlämnas till nämnden för beredning.",
    ],
)
def test_what_is_only_sent_on_is_decided(text: str) -> None:
    assert said(only(HEAD, "# Beslut", text)) == [("decided", text)]


def test_a_sentence_that_acts_and_asks_is_two_points() -> None:
    section = only(
        HEAD, "# Beslut", "Kommunstyrelsen godkänner avtalet samt rekommenderar länets kommuner att göra detsamma."
    )
    assert said(section) == [
        ("decided", "Kommunstyrelsen godkänner avtalet"),
        ("proposed", "rekommenderar länets kommuner att göra detsamma."),
    ]


@pytest.mark.parametrize("words", ["Beslut enligt förslaget.", "Kommunstyrelsen beslutar enligt kontorets förslag."])
def test_a_decision_by_reference_is_what_it_refers_to(words: str) -> None:
    asked = only(
        HEAD,
        "# Förslag till beslut",
        "Kommunstyrelsen föreslår kommunfullmäktige att avslå motionen.",
        "# Beslut",
        words,
    )
    assert (asked.decisions, len(asked.proposals)) == ((), 1)
    own = only(HEAD, "# Förslag till beslut", "Kommunstyrelsen beslutar att avslå ansökan.", "# Beslut", words)
    assert (len(own.decisions), own.proposals) == (1, ())


def test_a_word_over_some_of_the_points_is_none_itself() -> None:
    section = only(HEAD, "# Beslut", "Avsägelser", "Linda Brun (S) befrias från uppdraget.", "Val", "Bo Ek (M) väljs.")
    assert [text for _, text in said(section)] == [
        "Avsägelser Linda Brun (S) befrias från uppdraget.",
        "Val Bo Ek (M) väljs.",
    ]


def test_what_the_chair_finds_leads_to_its_points() -> None:
    section = only(
        HEAD, "Bo Ek (M) yrkade bifall till motionen.", "Ordföranden ställde proposition och fann att kommunstyrelsen beslutade", "att avslå motionen.",
    )  # fmt: skip
    assert len(section.decisions) == 1
    assert section.decisions[0].stated.text.endswith("beslutade att avslå motionen.")


@pytest.mark.parametrize(
    "text", ["Till att justera protokollet utses Bo Ek (M).", "Kommunstyrelsen tackade för redogörelsen."]
)
def test_a_decision_is_told_in_few_words(text: str) -> None:
    assert len(only(HEAD, text).decisions) == 1


def test_what_is_supported_on_anothers_proposal_is_not_decided() -> None:
    section = only(
        HEAD,
        "# Beslut",
        "Enligt förvaltningens förslag:",
        "1. Kommunstyrelsen tillstyrker planen.",
        "2. Bo Ek får i uppdrag att svara.",
    )
    assert [outcome for outcome, _ in said(section)] == ["unclear", "decided"]


def test_what_is_handed_over_with_a_proposal_is_told_as_worded() -> None:
    text = "Kommunstyrelsen lämnar över ärendet till kommunfullmäktige och föreslår att yttrande avges enligt bilaga."
    assert said(only(HEAD, "# Beslut", text)) == [("proposed", text)]


def test_the_proposal_of_a_board_with_a_date_is_no_decision_of_the_council() -> None:
    front = ("# Kommunfullmäktige 2026-03-10", *FRONT[1:])
    section = only(
        HEAD, "Kommunfullmäktige beslutar", "att skatten blir 21,75.", "Kommunstyrelsens förslag 2026-02-23, § 201", "Kommunfullmäktige beslutar",
        "att skatten blir 21,50.", front=front,
    )  # fmt: skip
    assert [point.stated.text for point in section.decisions] == ["Kommunfullmäktige beslutar att skatten blir 21,75."]


def test_a_title_that_a_reader_has_joined_to_the_label_is_cut_from_it() -> None:
    section = only(
        "§ 1 Dnr 26HSN077", "Vårdval fysioterapi, ändrat underlag Kommunstyrelsens beslut", "Ärendet återremitteras."
    )
    assert section.title == "Vårdval fysioterapi, ändrat underlag"
    assert said(section) == [("remitted", "Ärendet återremitteras.")]
