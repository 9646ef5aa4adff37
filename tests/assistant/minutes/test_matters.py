"""What becomes of a matter, and how it is told: put off, left to a body above, decided by reference, in a list of its own."""

import pytest

from assistant.minutes.protokoll import Outcome, Role
from tests.assistant.minutes.make import only, reading

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


COUNCIL = ("# Kommunfullmäktige 2026-03-10", "Beslutande: Anna Berg (S), ordförande; Bo Ek (M)", "Paragrafer: §§ 1–2")


def test_a_whole_sentence_that_says_following_leads_to_a_proposal() -> None:
    section = only(HEAD, "# Beslut", "Kommunstyrelsen föreslår kommunfullmäktige följande.", "1. Stationen byggs.")
    assert section.decisions == ()
    assert len(section.proposals) == 1


def test_what_a_board_proposed_stands_after_the_decision_of_the_council() -> None:
    section = only(
        HEAD,
        "Kommunfullmäktige beslutar",
        "att bygga stationen.",
        "Kommunstyrelsen har behandlat ärendet den 3 mars 2026, § 14, och föreslår",
        "att bygga stationen, samt",
        "att sälja den gamla.",
        front=COUNCIL,
    )
    assert [point.stated.text for point in section.points] == ["Kommunfullmäktige beslutar att bygga stationen."]


def test_what_a_member_moved_in_clauses_is_none_of_the_decision() -> None:
    section = only(
        HEAD,
        "Kommunfullmäktige beslutar",
        "att avslå motionen.",
        "Motionären Bo Ek (M) föreslår",
        "att stationen byggs,",
        "att den målas röd.",
        front=COUNCIL,
    )
    assert [point.stated.text for point in section.points] == ["Kommunfullmäktige beslutar att avslå motionen."]


@pytest.mark.parametrize(
    "text", ["Ks föreslår kf att bygga stationen.", "KS föreslår att KF beslutar att bygga stationen."]
)
def test_bodies_are_known_by_their_abbreviations(text: str) -> None:
    section = only(HEAD, "# Beslut", text)
    assert section.decisions == ()
    assert len(section.proposals) == 1


def test_an_abbreviation_before_a_number_is_a_case_number() -> None:
    section = only(HEAD, "# Beslut", "Ärendet hänvisas till KS 2026/188.", "Motionen behandlas med KF-2026-7.")
    assert {point.body for point in section.points} == {""}


def test_a_table_within_a_decision_does_not_end_it() -> None:
    section = only(
        HEAD,
        "# Beslut",
        "Kommunstyrelsen beviljar bidrag enligt tabellen.",
        "| Projekt | Sökande | Belopp |",
        "| Grön väg | Almby | 1 200 |",
        "Ansökan från Folkets park avslås.",
    )
    assert [point.stated.text for point in section.decisions] == [
        "Kommunstyrelsen beviljar bidrag enligt tabellen.",
        "Ansökan från Folkets park avslås.",
    ]


def test_the_heads_of_a_table_decide_nothing() -> None:
    section = only(
        HEAD, "# Beslut", "| Uppdrag | Entledigas | Väljs |", "| Ledamot i nämnden | Ulf Ed (S) | Kia Carls (S) |"
    )
    assert [point.stated.text for point in section.decisions] == ["Ledamot i nämnden | Ulf Ed (S) | Kia Carls (S)"]


def test_lines_without_a_verb_under_what_is_noted_are_a_list() -> None:
    section = only(
        HEAD,
        "# Beslut",
        "Redovisningen av delegationsbeslut godkänns.",
        "Bostadsanpassningsbidrag nr 14 - 19",
        "Kommunchefen: avtal om växeltelefoni",
    )
    assert len(section.points) == 1


def test_what_a_body_decides_for_its_own_part_is_cut_from_the_proposal_in_a_cell() -> None:
    section = only(
        HEAD,
        "| Beslut | Kommunstyrelsen föreslår kommunfullmäktige att bygga stationen Kommunstyrelsen beslutar för egen del att avsätta medel |",
    )
    assert [point.stated.text for point in section.decisions] == [
        "Kommunstyrelsen beslutar för egen del att avsätta medel"
    ]
    assert len(section.proposals) == 1


def test_dels_may_decide_and_propose_in_one_sentence() -> None:
    text = "Kommunstyrelsen beslutar dels att godkänna redovisningen, dels att föreslå kommunfullmäktige att höja avgiften."
    section = only(HEAD, "# Beslut", text)
    assert [len(section.decisions), len(section.proposals)] == [1, 1]


def test_two_years_in_a_title_are_no_case_number() -> None:
    assert only("# § 1 Länstransportplan 2026-2037", "Beslut: Planen antas.").case_numbers == ()
    assert [each.text for each in only("# § 1 Vägen", "2026-O000114", "Beslut: Den byggs.").case_numbers] == [
        "2026-O000114"
    ]


def test_a_roll_after_the_last_section_is_read() -> None:
    found = reading(
        HEAD,
        "# Beslut",
        "Stationen byggs.",
        "NÄRVAROLISTA",
        "| Ledamöter | Närvarande | Ersättare som tjänstgör |",
        "| Anna Berg (S) | X |  |",
        "| Bo Ek (M) |  | Cilla Dahl (M) |",
        front=("# Kommunfullmäktige 2026-03-10", "Ordförande: Anna Berg", "Paragrafer: §§ 1–1"),
    )
    (meeting,) = found.meetings
    assert [(each.name, each.role) for each in meeting.front.people] == [
        ("Anna Berg", Role.MEMBER), ("Bo Ek", Role.ABSENT), ("Cilla Dahl", Role.SERVING),
    ]  # fmt: skip


def test_a_column_may_say_in_what_capacity_somebody_was_there() -> None:
    (meeting,) = reading(
        HEAD,
        "Beslut: Stationen byggs.",
        front=(
            "# Kommunstyrelsen 2026-03-10",
            "| Närvarande | Huvudman | Roll |",
            "| Anna Berg (S) | Region Vik | ordförande |",
            "| Bo Ek (M) | Vik | ersättare, tjänstgör |",
            "| Cilla Dahl (C) | Vik | ersättare |",
            "| Dan Fors | Vik | chef |",
        ),
    ).meetings
    assert [each.role for each in meeting.front.people] == [Role.MEMBER, Role.SERVING, Role.SUBSTITUTE, Role.OTHER]


def test_the_proposal_of_a_committee_of_the_body_is_known_by_both_names() -> None:
    section = only(
        HEAD,
        "Kommunstyrelsens arbetsutskotts förslag till beslut",
        "Kommunstyrelsen beslutar att anta taxan.",
        front=(
            "# Kommunstyrelsens arbetsutskott 2026-03-10",
            "Beslutande: Anna Berg (S), ordförande",
            "Paragrafer: §§ 1–1",
        ),
    )
    assert section.decisions == ()
    assert len(section.proposals) == 1


def test_entries_of_a_register_under_what_is_filed_decide_nothing() -> None:
    section = only(
        HEAD,
        "# Beslut",
        "Redovisningen läggs till handlingarna.",
        "Nr 12 Ledsagare beviljas",
        "Nr 13 Färdtjänst avslås",
    )
    assert len(section.points) == 1


def test_who_spoke_may_stand_on_the_line_after() -> None:
    section = only(HEAD, "# Beslut", "Stationen byggs.", "I ärendet yttrade sig", "Anna Berg (S) och Bo Ek (M).")
    assert len(section.points) == 1


def test_what_is_approved_beside_a_request_is_decided() -> None:
    text = "Kommunstyrelsen hemställer hos kommunfullmäktige om 8 miljoner kronor. I övrigt godkänns underlaget."
    section = only(HEAD, "# Beslut", text)
    assert [len(section.decisions), len(section.proposals)] == [1, 1]
