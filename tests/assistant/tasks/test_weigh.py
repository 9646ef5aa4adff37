import pytest

from assistant.documents.document import ParagraphKind
from assistant.tasks.lead import lead_of
from assistant.tasks.weigh import choose, weigh
from tests.assistant.documents.make import document

SOURCE = document(
    "# Färdtjänst i länet",
    "Vädret var fint hela veckan och många var ute på promenad.",
    "Färdtjänsten i länet får en ny taxa för resor. Taxan för resor med färdtjänsten gäller i hela länet från januari.",
    "Nämnden följer upp taxan för färdtjänsten i länet varje kvartal under året.",
    header="Färdtjänst länet taxa resor",
)


def test_what_the_document_is_about_weighs_most() -> None:
    weighed = weigh(SOURCE.paragraphs, "sv", "Färdtjänst i länet")
    heaviest = max(weighed, key=lambda sentence: sentence.weight)
    assert "Taxan för resor" in heaviest.text or "ny taxa" in heaviest.text
    assert min(weighed, key=lambda sentence: sentence.weight).text.startswith("Vädret")


def test_headings_and_margins_are_not_chosen() -> None:
    kinds = {sentence.paragraph.kind for sentence in weigh(SOURCE.paragraphs, "sv")}
    assert kinds == {ParagraphKind.TEXT}


def test_the_chosen_stand_in_reading_order_and_do_not_repeat() -> None:
    twice = document(
        *["Nämnden godkänner den nya taxan för färdtjänsten i hela länet."] * 4,
        "Förvaltningen utreder restiderna med buss till sjukhuset i staden.",
    )
    chosen = choose(weigh(twice.paragraphs, "sv"), 2)
    assert len({sentence.text for sentence in chosen}) == 2
    assert [sentence.place for sentence in chosen] == sorted(sentence.place for sentence in chosen)


def test_the_choice_keeps_within_its_room_but_is_never_empty() -> None:
    weighed = weigh(SOURCE.paragraphs, "sv")
    assert sum(len(sentence.text) for sentence in choose(weighed, 9, fits=130)) <= 130
    assert len(choose(weighed, 9, fits=1)) == 1
    assert choose([], 3) == []


def test_rows_of_a_table_and_lists_of_people_weigh_less_than_sentences() -> None:
    source = document(
        "Ledamöter | Anna Berg (FR), ordförande; Bo Ek (LB), vice ordförande; Cia Alm (NS), ledamot i nämnden",
        "Närvarande var Anna Berg (FR), Bo Ek (LB), Cia Alm (NS) och Dan Falk (FR).",
        "Nämnden med ordförande Anna Berg och ledamot Cia Alm godkänner rapporten om färdtjänsten för året.",
    )
    heaviest = max(weigh(source.paragraphs, "sv"), key=lambda sentence: sentence.weight)
    assert heaviest.text.startswith("Nämnden med ordförande")


DECIDING = "Nämnden godkänner den nya taxan för färdtjänsten i länet."


@pytest.mark.parametrize(
    ("heading", "told"),
    [
        ("Förslag till beslut", f"Förslag till beslut: {DECIDING}"),
        ("3. Nämndens förslag:", f"Nämndens förslag: {DECIDING}"),
        ("Beslut", DECIDING),
        ("§ 45 Förslag till ny taxa", DECIDING),
    ],
)
def test_a_point_that_is_only_proposed_says_so_wherever_it_is_told(heading: str, told: str) -> None:
    report = document("# Ny taxa", f"# {heading}", DECIDING, "# Bakgrund", "Taxan är från 2019.")
    point = next(each for each in weigh(report.paragraphs, "sv", "Ny taxa för färdtjänsten") if each.text == DECIDING)
    assert point.told == told
    assert lead_of(report.paragraphs, "sv", "Ny taxa för färdtjänsten") == told
