"""What becomes of a matter, and how it is told: put off, left to a body above, decided by reference, in a list of its own."""

import pytest

from assistant.minutes.protokoll import Outcome
from tests.assistant.minutes.make import only

HEAD = "# § 1 Ny brandstation"


@pytest.mark.parametrize(
    "text",
    [
        "Ärendet hänskjuts till nästa sammanträde.",
        "Beslut i ärendet tas vid nästa sammanträde.",
        "Ärendet bereds vidare till mötet i november.",
        "Kommunstyrelsen beslutar att flytta ärendet till ett senare tillfälle.",
    ],
)
def test_a_matter_that_comes_again_is_open(text: str) -> None:
    assert [point.outcome for point in only(HEAD, "# Beslut", text).points] == [Outcome.TABLED]


def test_a_matter_put_off_is_told_without_a_label() -> None:
    section = only(HEAD, "Eva Falk lämnade ett förslag.", "Ärendet bereds vidare till mötet i november.")
    assert [point.outcome for point in section.points] == [Outcome.TABLED]


@pytest.mark.parametrize("text", ["Frågan besvaras vid nästa sammanträde.", "Rapporten skickas till nästa instans."])
def test_what_is_done_at_the_next_meeting_is_not_put_off(text: str) -> None:
    assert Outcome.TABLED not in {point.outcome for point in only(HEAD, "# Beslut", text).points}


@pytest.mark.parametrize(
    "text", ["Ärendet hänskjuts till kommunfullmäktige.", "Ärendet överlämnas till kommunfullmäktige."]
)
def test_a_matter_left_to_a_body_above_is_not_decided(text: str) -> None:
    section = only(HEAD, "# Beslut", text)
    assert section.decisions == ()
    assert len(section.unclear) == 1


@pytest.mark.parametrize(
    "text",
    [
        "Ärendet hänskjuts till kommunfullmäktige utan eget ställningstagande.",
        "Ärendet överlämnas till kommunfullmäktige för kännedom.",
        "Ärendet överlämnas till socialnämndens arbetsutskott.",
    ],
)
def test_what_is_sent_on_with_a_reason_or_downwards_is_decided(text: str) -> None:
    assert len(only(HEAD, "# Beslut", text).decisions) == 1


def test_what_is_asked_of_the_presidium_of_a_body_is_a_proposal() -> None:
    section = only(HEAD, "Kommunstyrelsen beslutade", "att hos fullmäktiges presidium hemställa om två miljoner.")
    assert section.decisions == ()
    assert [point.body for point in section.proposals] == ["fullmäktiges presidium"]


def test_a_letter_spaced_att_is_read_as_the_word() -> None:
    section = only(
        HEAD,
        "Beslutsunderlag: Skrivelse 2026-09-02",
        "Bo Ek (M) yrkar avslag.",
        "Kommunstyrelsen BESLUTAR",
        "a t t bygga stationen,",
        "a t t avslå Bo Eks förslag.",
    )
    assert [point.stated.text for point in section.decisions] == [
        "Kommunstyrelsen BESLUTAR att bygga stationen,",
        "att avslå Bo Eks förslag.",
    ]


def test_a_sentence_that_names_the_proposal_leads_to_its_points() -> None:
    for lead in ("Kommunstyrelsen beslutar enligt ordförandens förslag.", "Kommunstyrelsen beslutar följande."):
        section = only(HEAD, "# Beslut", lead, "1. Stationen byggs.", "2. Medel avsätts.")
        assert [point.stated.text for point in section.decisions] == [
            f"{lead} 1. Stationen byggs.",
            "2. Medel avsätts.",
        ]


def test_a_section_that_says_that_nothing_is_decided_decides_nothing() -> None:
    assert only(HEAD, "Kommunstyrelsen enas om att avvakta. Inget beslut fattas.").points == ()


def test_a_decision_before_a_proposal_in_one_clause_stands_alone() -> None:
    section = only(
        HEAD,
        "Kommunstyrelsen beslutar för egen del att godkänna avtalet,",
        "att förklara paragrafen omedelbart justerad samt föreslår kommunfullmäktige BESLUTA",
        "att avsätta 3 mnkr.",
    )
    assert len(section.decisions) == 2
    assert [point.stated.text for point in section.proposals] == [
        "föreslår kommunfullmäktige BESLUTA att avsätta 3 mnkr."
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Samtliga paragrafer förklaras omedelbart justerade.",
        "Ordföranden konstaterar att styrelsen tagit del av rapporten.",
    ],
)
def test_such_lines_are_decisions_without_a_label(text: str) -> None:
    assert len(only(HEAD, text).decisions) == 1


def test_a_dissenting_opinion_is_a_reservation_and_no_decision() -> None:
    section = only(HEAD, "# Beslut", "Stationen byggs.", "Bo Ek (M) lämnade en avvikande mening, bilaga 1.")
    assert [part.kind.value for part in section.parts] == ["decision", "reservation"]


def test_a_result_beside_its_label_in_a_table_is_a_vote() -> None:
    section = only(HEAD, "| Omröstningsresultat | 4 ja, 2 nej och 1 avstår. |", "| Beslut | Stationen byggs. |")
    assert [(each.yes, each.no, each.abstained) for each in section.ballots] == [(4, 2, 1)]


def test_the_decision_in_brief_is_the_decision() -> None:
    assert len(only(HEAD, "# Beslut i korthet", "Kommunstyrelsen bygger stationen.").decisions) == 1
