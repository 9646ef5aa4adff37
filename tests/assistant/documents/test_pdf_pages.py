"""Minutes as PDFs: what stands at a page's edge, what stands close below something else, and tables that go on."""

from assistant.documents.document import Document, ParagraphKind
from assistant.documents.read import read_bytes
from tests.samples.pdfs import Text as Placed
from tests.samples.pdfs import column, pdf

HEAD = (72.0, 800.0, 9.0, "Region Mittland, protokoll")
#: A line that goes up to the margin, so that the next one's first word had no room on it.
FULL = "Ordföranden redogör för ärendet och för vad som har sagts i utskottet under våren och hösten i år"


def of(*pages: list[Placed]) -> Document:
    return read_bytes(pdf(*pages), "x.pdf")


def texts(document: Document) -> list[str]:
    return [paragraph.text for paragraph in document.paragraphs if paragraph.page is not None]


def spaced(lines: list[str], top: float = 740, gap: float = 24) -> list[Placed]:
    return [(72.0, top - gap * place, 11.0, line) for place, line in enumerate(lines)]


def test_the_number_of_a_section_that_comes_first_on_its_page_is_no_running_head() -> None:
    pages = [[HEAD, *spaced([f"§ {number}", "Beslut", f"Ärendet bordläggs, {number}."])] for number in (31, 34, 35)]
    document = of(*pages)
    assert [text for text in texts(document) if text.startswith("§")] == ["§ 31", "§ 34", "§ 35"]
    assert texts(document).count("Beslut") == 3
    assert [each.text for each in document.paragraphs if each.kind is ParagraphKind.HEADER] == [HEAD[3]]


def test_a_heading_that_comes_first_on_two_pages_is_no_running_head() -> None:
    pages = [
        [HEAD, *spaced([first, f"Nämnden godkänner rapport {first[-1]}."])] for first in ("Val", "Beslut", "Beslut")
    ]
    assert texts(of(*pages)).count("Beslut") == 2


def test_a_head_whose_number_counts_the_pages_is_running_however_close_it_stands() -> None:
    pages = [
        [(72.0, 755.0, 11.0, f"Protokoll, sida {page}"), *spaced([f"Stycke {word}."])]
        for page, word in enumerate(("ett", "två", "tre"), 1)
    ]
    document = of(*pages)
    assert texts(document) == ["Stycke ett.", "Stycke två.", "Stycke tre."]
    assert [each.text for each in document.paragraphs if each.kind is ParagraphKind.HEADER] == ["Protokoll, sida 1"]


def test_numbered_titles_are_no_running_heads_though_their_numbers_count_the_pages() -> None:
    pages = [spaced([f"Bilaga {page}", f"Uppgift om stycke {word}."]) for page, word in enumerate(("a", "b", "c"), 1)]
    assert [text for text in texts(of(*pages)) if text.startswith("Bilaga")] == ["Bilaga 1", "Bilaga 2", "Bilaga 3"]


def test_a_label_close_below_a_full_line_is_of_its_own() -> None:
    lines = [FULL, f"{FULL[:80]} i går kväll.", "Nämnden beslutar", "att godkänna rapporten,", f"att {FULL[:60].lower()},",
             "att lägga resten till handlingarna.", "§ 12 Nästa ärende", FULL, "slut."]  # fmt: skip
    assert texts(of(column(lines))) == [
        f"{FULL} {FULL[:80]} i går kväll.", "Nämnden beslutar", "att godkänna rapporten,", f"att {FULL[:60].lower()},",
        "att lägga resten till handlingarna.", "§ 12 Nästa ärende", f"{FULL} slut.",
    ]  # fmt: skip


def test_names_under_each_other_are_not_joined_because_one_line_is_the_longest() -> None:
    names = ["Irene Lej (S), ordförande", "Nina Höij (S), vice ordförande, ej § 62 på grund av jäv", "Oskar Svärde (M)"]
    text = [FULL, f"{FULL[:-3]} nu", f"{FULL[:-1]}t", "slut."]
    assert texts(of(column(names), column(text)))[:3] == names


def test_paragraphs_with_room_between_them_stay_apart_where_most_are_of_one_line() -> None:
    short = [f"Punkt {number}" for number in range(1, 9)]
    page = [
        *spaced(short),
        *column([FULL, "fortsätter här."], top=520),
        (72.0, 480.0, 11.0, FULL),
        (72.0, 456.0, 11.0, "Akten"),
    ]
    assert texts(of(page)) == [*short, f"{FULL} fortsätter här.", FULL, "Akten"]


def test_numbers_and_names_that_are_broken_at_their_hyphens_are_whole() -> None:
    lines = [f"{FULL[:-12]} HSN 2026-", f"00118 gäller {FULL[13:-9]} Jan-", "Erik Sund och paragraferna 16–", "19."]
    assert texts(of(column(lines))) == [
        f"{FULL[:-12]} HSN 2026-00118 gäller {FULL[13:-9]} Jan-Erik Sund och paragraferna 16–19."
    ]


def test_rows_with_room_between_them_are_whole_also_over_a_page() -> None:
    def cells(y: float, *row: str) -> list[Placed]:
        return [(x, y, 11.0, text) for x, text in zip((72.0, 160.0, 330.0), row, strict=True) if text]

    first = [
        *cells(200, "51", "Dagordningen", "Fastställs."),
        *cells(176, "52", "Mål och budget", "Nämnden föreslår"), *cells(162, "", "för 2027", "regionstyrelsen att"),
        *cells(148, "", "", "ställa sig bakom"), *cells(134, "", "", "ramarna."),
        *cells(110, "53", "Inköp av mobil", "Nämnden tillstyrker"),
    ]  # fmt: skip
    after = [*cells(740, "", "röntgen", "inköpet."), *cells(716, "54", "Nästa möte", "Den 22 september.")]
    document = of([HEAD, *column([FULL], top=740), *first], [HEAD, *after])
    assert [each.cells for each in document.paragraphs if each.cells] == [
        ("51", "Dagordningen", "Fastställs."),
        ("52", "Mål och budget för 2027", "Nämnden föreslår regionstyrelsen att ställa sig bakom ramarna."),
        ("53", "Inköp av mobil röntgen", "Nämnden tillstyrker inköpet."),
        ("54", "Nästa möte", "Den 22 september."),
    ]


def test_a_table_with_other_columns_below_is_another() -> None:
    def row(y: float, **cells: str) -> list[Placed]:
        xs = {"a": 72.0, "b": 260.0, "c": 265.0, "d": 330.0, "e": 420.0}
        return [(xs[name], y, 11.0, text) for name, text in cells.items()]

    page = [
        *row(700, a="Paragrafer", b="51–56, sex paragrafer"), *row(676, a="Sekreterare", b="Tomas Sjö, kansliet"),
        *row(652, a="Ordförande", b="Hanna Stymne"), *row(628, a="Ledamöter", c="Närvaro", d="Ja", e="Nej"),
        *row(604, a="Lotta Lind", c="N", d="X"), *row(580, a="Håkan Jons", c="N", e="X"), *row(556, a="Stig Nym", c="F"),
    ]  # fmt: skip
    found = [each.cells for each in of(page).paragraphs if each.cells]
    assert found[2:5] == [
        ("Ordförande", "Hanna Stymne"),
        ("Ledamöter", "Närvaro", "Ja", "Nej"),
        ("Lotta Lind", "N", "X", ""),
    ]
