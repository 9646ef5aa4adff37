import pytest

from assistant.documents.document import Document
from assistant.minutes.protokoll import PartKind, Role
from assistant.minutes.read import read
from tests.assistant.minutes.make import FRONT, document, only, reading

TWO = ("# § 1 Dagordning", "# Beslut", "Dagordningen fastställs.", "# § 2 Taxa", "# Beslut", "Taxan antas.")


def accounted(source: Document) -> bool:
    """Whether every paragraph is in just one place, fields of the first page aside."""
    found = read(source)
    inside = [number for section in found.sections for number in section.paragraphs]
    others = [*found.contents, *found.appendix, *found.outside]
    first = min(inside)
    after = [number for number in [*inside, *others] if number >= first]
    return sorted(after) == list(range(first, len(source.paragraphs) + 1)) and len(set(inside)) == len(inside)


def test_the_first_page_is_read_field_by_field() -> None:
    front = reading(*TWO).meetings[0].front
    assert front.body
    assert (front.body.text, front.body.paragraphs) == ("Kommunstyrelsen", (1,))
    assert [(person.name, person.party, person.note) for person in front.having(Role.MEMBER)] == [
        ("Anna Berg", "S", "ordförande"), ("Bo Ek", "M", ""), ("Cilla Dahl", "C", ""),
    ]  # fmt: skip
    assert [person.name for person in front.having(Role.OTHER)] == ["Eva Falk"]
    assert [stated.text for stated in (*front.chair, *front.secretary, *front.adjusters)] == [
        "Anna Berg",
        "Eva Falk",
        "Bo Ek",
    ]
    assert front.range
    assert front.range.text == "§§ 1–2"


def test_every_paragraph_is_accounted_for() -> None:
    assert accounted(document(*TWO))
    assert accounted(document(*TWO, "# Bilaga 1", "Förslag till beslut", "Nämnden köper huset."))


def test_a_section_has_its_title_and_case_numbers_wherever_they_stand() -> None:
    for lines in (
        ("# § 1 Dnr KS 2025/00412 Ny brandstation", "# Beslut", "Ja."),
        ("# § 1 Ny brandstation", "Dnr KS 2025/00412", "# Beslut", "Ja."),
        ("# § 1", "Ny brandstation", "Ärendenummer: KS 2025/00412", "# Beslut", "Ja."),
        ("§ 1 Ny brandstation (dnr KS 2025/00412)", "Beslut", "Ja."),
        ("| § 1 | Ny brandstation | KS 2025/00412 |", "Beslut", "Ja."),
    ):
        section = only(*lines)
        assert (section.number, section.title) == (1, "Ny brandstation"), lines
        assert [number.text for number in section.case_numbers] == ["KS 2025/00412"], lines


def test_a_table_of_contents_is_no_sections() -> None:
    found = reading("Innehåll", "§ 1 Dagordning ..... 2", "§ 2 Taxa ..... 3", *TWO)
    assert [section.number for section in found.sections] == [1, 2]
    assert len(found.contents) == 3


def test_a_reference_to_a_section_is_no_section() -> None:
    found = reading(*TWO, "§ 71 i budgeten gäller fortfarande.", "§ 9, som antogs i fjol, upphör.")
    assert [section.number for section in found.sections] == [1, 2]


def test_the_sections_and_proposals_of_an_appendix_are_not_the_meetings() -> None:
    found = reading(
        *TWO, "# Bilaga 1 Reglemente", "§ 1 Ändamål", "Stipendiet delas ut.", "§ 3 Beslut", "Nämnden beslutar om stipendiat.",
        "# Bilaga 2 Tjänsteskrivelse", "Förslag till beslut", "Nämnden stänger ishallen.",
    )  # fmt: skip
    assert [section.number for section in found.sections] == [1, 2]
    assert [point.stated.text for section in found.sections for point in section.points] == [
        "Dagordningen fastställs.",
        "Taxan antas.",
    ]
    assert len(found.appendix) == 8


def test_an_appendix_in_the_middle_ends_where_the_next_section_begins() -> None:
    found = reading(*TWO[:3], "# Bilaga till § 1", "§ 1 Ändamål", "Text.", *TWO[3:])
    assert [(section.number, len(section.points)) for section in found.sections] == [(1, 1), (2, 1)]
    assert len(found.appendix) == 3


def test_an_appendix_that_is_only_listed_does_not_end_the_section() -> None:
    section = only("# § 1 Taxa", "Beslutsunderlag", "Bilaga 1", "Beslut", "Taxan antas.")
    assert [point.stated.text for point in section.points] == ["Taxan antas."]


def test_minutes_of_two_bodies_are_two() -> None:
    other = ("# Protokoll", "Arbetsutskottet", *FRONT[1:])
    found = reading(*TWO, *other, "# § 1 Bidrag", "# Beslut", "Utskottet föreslår kommunstyrelsen att avslå ansökan.")
    bodies = [meeting.front.body.text for meeting in found.meetings if meeting.front.body]
    assert bodies == ["Kommunstyrelsen", "Arbetsutskottet"]
    assert [len(meeting.sections) for meeting in found.meetings] == [2, 1]
    assert len(found.meetings[1].sections[0].proposals) == 1


def test_parts_are_known_by_their_labels() -> None:
    section = only(
        "# § 1 Taxa", "Beslut", "Taxan antas.", "Sammanfattning av ärendet", "Taxan är gammal.", "Beslutsunderlag", "Tjänsteskrivelse",
        "Yrkanden", "Bo Ek (M) yrkar avslag.", "Beslutsgång", "Ordföranden finner bifall.", "Reservation", "Bo Ek (M) reserverar sig.",
        "Protokollsanteckning", "Cilla Dahl (C) lämnar en anteckning.", "Beslutet skickas till", "Ekonomiavdelningen",
    )  # fmt: skip
    assert [part.kind for part in section.parts] == [
        PartKind.DECISION, PartKind.SUMMARY, PartKind.BASIS, PartKind.MOTIONS, PartKind.PROCEDURE, PartKind.RESERVATION,
        PartKind.NOTE, PartKind.SENT_TO,
    ]  # fmt: skip
    assert [len(part.lines) for part in section.parts] == [1] * 8


def test_an_unknown_heading_ends_the_decision() -> None:
    section = only("# § 1 Taxa", "## Beslut", "Taxan antas.", "## Barnrättsbedömning", "Barn berörs inte.")
    assert [point.stated.text for point in section.points] == ["Taxan antas."]


def test_immediate_adjustment_is_found() -> None:
    section = only("# § 1 Taxa", "## Beslut", "- Taxan antas.", "- Paragrafen förklaras omedelbart justerad.")
    assert section.is_adjusted_at_once
    assert section.is_adjusted_at_once.text == "Paragrafen förklaras omedelbart justerad."
    assert only("# § 1 Taxa", "## Beslut", "Taxan antas.").is_adjusted_at_once is None


def test_running_heads_and_stamps_in_the_text_are_no_part_of_a_section() -> None:
    head = [f"SAMMANTRÄDESPROTOKOLL Kommunstyrelsen {n} (4)" for n in range(1, 5)]
    found = reading(head[0], *TWO[:3], head[1], "Justerandes sign", *TWO[3:], head[2], "Utdragsbestyrkande", head[3])
    assert [point.stated.text for section in found.sections for point in section.points] == [
        "Dagordningen fastställs.",
        "Taxan antas.",
    ]


def test_a_document_in_another_form_has_no_meeting_and_is_outside() -> None:
    found = reading("En rapport om bussar.", "Den har inga beslut.", front=())
    assert found.meetings == ()
    assert found.outside == (1, 2)


def test_numbered_headings_stand_for_sections_where_there_are_none() -> None:
    found = reading(
        "# 1. Öppnande",
        "Mötet öppnades.",
        "# 2. Budget",
        "Beslut: Gruppen godkänner budgeten.",
        "# 3. Nästa möte",
        "I maj.",
        front=(),
    )
    assert [(section.number, len(section.decisions)) for section in found.sections] == [(1, 0), (2, 1), (3, 0)]


@pytest.mark.parametrize(
    "form",
    [
        "§ {n} Taxa",
        "{n} § Taxa",
        "§ 2026/{n} Taxa",
        "§ {n}/26 Taxa",
        "§ {n}:",
        "Ärende 5 § {n} Taxa",
        "5 § {n} Taxa",
        "BUN/§ {n} Taxa",
        "§ KS {n}",
        "Kf § {n}",
    ],
)
def test_the_number_of_a_section_is_told_in_many_forms(form: str) -> None:
    lines = [line for n in (12, 13) for line in (form.format(n=n), "Beslut", "Taxan antas.")]
    assert [section.number for section in reading(*lines).sections] == [12, 13]
