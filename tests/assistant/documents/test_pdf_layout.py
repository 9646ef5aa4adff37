"""In which order a page is read, and what belongs together, by where the text stands; the same for both readers."""

import io

import pytest
from pypdf import PdfReader, PdfWriter
from pypdf.annotations import FreeText, Text
from pypdf.generic import ArrayObject, DictionaryObject, NameObject, TextStringObject

from assistant.documents.document import Document, ParagraphKind
from assistant.documents.pdf_content import operations
from assistant.documents.read import read_bytes
from assistant.errors import DocumentWithoutText
from tests.samples.pdfs import Text as Placed
from tests.samples.pdfs import column, pdf

LEFT = [
    "Regionen ska erbjuda en vård som är", "jämlik, tillgänglig och av god kvalitet", "i hela länet, även i glesbygden där",
    "avstånden till sjukhus är långa och", "kollektivtrafiken sällan går.",
]  # fmt: skip
RIGHT = [
    "Under de senaste åren har väntetiden", "ökat, särskilt inom ortopedi och inom", "barnpsykiatri. Nämnden följer upp det",
    "varje kvartal och redovisar resultatet", "för regionstyrelsen.",
]  # fmt: skip
both = pytest.mark.parametrize("second", [False, True], ids=["pypdf", "pdfium"])


def of(data: bytes, *, second: bool = False) -> Document:
    return read_bytes(data, "x.pdf", second=second)


def texts(document: Document) -> list[str]:
    return [paragraph.text for paragraph in document.paragraphs]


def rows(*lines: list[str], top: float = 700, xs: tuple[int, ...] = (72, 250, 400)) -> list[Placed]:
    return [
        (xs[place], top - 14 * number, 11, cell)
        for number, row in enumerate(lines)
        for place, cell in enumerate(row)
        if cell
    ]


@both
def test_columns_are_read_one_after_the_other(*, second: bool) -> None:
    head = [(72.0, 740.0, 20.0, "Strategi för hela regionen och alla dess invånare")]
    after = [(72.0, 580.0, 11.0, "Efter spalterna kommer en mening som går över hela sidans bredd här.")]
    page = head + column(LEFT, top=700) + column(RIGHT, top=700, left=320) + after
    assert texts(of(pdf(page), second=second)) == [
        "Strategi för hela regionen och alla dess invånare", " ".join(LEFT), " ".join(RIGHT),
        "Efter spalterna kommer en mening som går över hela sidans bredd här.",
    ]  # fmt: skip


def test_a_sentence_goes_on_from_one_column_to_the_next() -> None:
    page = column([*LEFT[:-1], "kollektivtrafiken är gles och som"], top=700) + column(
        ["inte har bil.", *RIGHT], top=700, left=320
    )
    assert "gles och som inte har bil." in of(pdf(page)).text


@both
def test_a_heading_under_columns_is_read_after_them(*, second: bool) -> None:
    below = [
        (72.0, 600.0, 16.0, "Uppföljning"),
        (72.0, 580.0, 11.0, f"{LEFT[0]} och så långt som till nästa spalt gäller det här."),
    ]
    found = texts(of(pdf(column(LEFT, top=700) + column(RIGHT, top=700, left=320) + below), second=second))
    assert found[:3] == [" ".join(LEFT), " ".join(RIGHT), "Uppföljning"]


def test_a_heading_over_both_columns_is_read_after_what_stands_above_it_in_both() -> None:
    left = [
        "Eva-Britt Rosenkvist (S), ordförande", "Lena Björklund (S), vice ordförande", "Tage Wirén (M), ledamot i utskottet",
        "Kaj Strand (V), ledamot i utskottet", "Anders von Essen (SD), ledamot", "Pia-Lotta Näslund (C), ledamot här",
    ]  # fmt: skip
    right = [
        "Johan Åkerblom (S) ersätter Ingrid",
        "Molin (S) under hela sammanträdet",
        "Yusuf Demirel (V) ersätter Kaj Strand",
    ]
    page = [
        *column(left, top=700), *column(right, top=700, left=320), (72.0, 590.0, 11.0, "*Ej tjänstgörande ersättare*"),
        (72.0, 570.0, 11.0, "Marianne Fors (KD)"), (320.0, 570.0, 11.0, "Ulf Sandin (SD)"),
    ]  # fmt: skip
    found = texts(of(pdf(page)))
    assert found.index("Ej tjänstgörande ersättare") > max(
        place for place, text in enumerate(found) if "ersätter" in text
    )
    assert found[-1] == "Marianne Fors (KD) Ulf Sandin (SD)"


@both
def test_a_table_that_goes_on_over_a_page_keeps_its_columns(*, second: bool) -> None:
    xs = (72, 250, 330, 410)
    first = rows(
        ["Ledamot", "Ja", "Nej", "Avstår"], ["Lena Björklund (S)", "X"], ["Tage Wirén (M)", "", "X"],
        ["Birgitta af Ek (L)", "", "", "X"], ["Johan Åkerblom", "X"], ["(S)"], top=140, xs=xs,
    )  # fmt: skip
    second_page = rows(["Yusuf Demirel (V)", "", "X"], top=760, xs=xs)
    after = column([f"Omröstningen utfaller så. {LEFT[0]} {LEFT[1]}."], top=730)
    document = of(pdf([*column([f"{LEFT[2]} {LEFT[3]}."], top=170), *first], [*second_page, *after]), second=second)
    cells = [paragraph.cells for paragraph in document.paragraphs if paragraph.kind is ParagraphKind.ROW]
    assert cells[-3:] == [("Johan Åkerblom", "X", "", ""), ("(S)", "", "", ""), ("Yusuf Demirel (V)", "", "X", "")]
    assert document.paragraphs[-1].kind is ParagraphKind.TEXT


def test_labels_beside_text_on_the_next_page_are_no_rows_of_a_table() -> None:
    first = rows(["Ärende", "Val av justerare"], ["Beslut", "Karin Ek"], ["Sändlista", "Akten"], top=140, xs=(72, 180))
    text = "att Ann-Marie Hedlund och Börje Kvist får delta i konferensen."
    page = [*rows(["Beslut", "Arbetsutskottet beslutar"], top=760, xs=(72, 180)), (180.0, 746.0, 11.0, text)]
    document = of(pdf(first, page))
    assert {paragraph.kind for paragraph in document.paragraphs if paragraph.page == 2} == {ParagraphKind.TEXT}


@both
def test_cells_with_wide_gaps_are_rows(*, second: bool) -> None:
    table = rows(["Kostnad", "2025", "2026"], ["Personal", "1 204", "1 301"], ["Lokaler", "310", "335"])
    document = of(pdf([*column([f"{LEFT[0]} {LEFT[1]} i länet."], top=730), *table]), second=second)
    assert [x.cells for x in document.paragraphs[1:]] == [
        ("Kostnad", "2025", "2026"), ("Personal", "1 204", "1 301"), ("Lokaler", "310", "335"),
    ]  # fmt: skip


def test_a_cell_that_goes_on_in_the_next_line_is_one() -> None:
    table = rows(
        ["Åtgärd", "Ansvarig", "Klart"], ["Se över väntetiden", "Direktören", "2026-03-31"], ["inom ortopedi", "", ""],
        ["Ny upphandling", "Trafikchefen", "2026-06-30"],
    )  # fmt: skip
    assert [x.cells for x in of(pdf(table)).paragraphs][1] == (
        "Se över väntetiden inom ortopedi",
        "Direktören",
        "2026-03-31",
    )


def test_lines_around_cells_make_a_table_whatever_the_gaps() -> None:
    lines = "".join(f"72 {y} m 400 {y} l S " for y in (700, 670, 640)) + "".join(
        f"{x} 640 m {x} 700 l S " for x in (72, 180, 400)
    )
    page: list[Placed] = [
        (75, 685, 10, "Beslutande"),
        (184, 685, 10, "Karin Ekmyr (S), Per Lund (M),"),
        (184, 673, 10, "Åsa Öberg (C)"),
        (75, 650, 10, "Tid"),
        (184, 650, 10, "09.00"),
    ]
    assert [x.cells for x in of(pdf(page, extra=lines)).paragraphs] == [
        ("Beslutande", "Karin Ekmyr (S), Per Lund (M), Åsa Öberg (C)"), ("Tid", "09.00"),
    ]  # fmt: skip


def test_text_in_a_frame_is_a_box() -> None:
    page = [*column([f"{LEFT[0]} {LEFT[1]}", "i länet."], top=760), (310.0, 690.0, 11.0, "Fakta i en ruta.")]
    document = of(pdf(page, extra="300 680 200 30 re S "))
    assert [(x.text, x.kind) for x in document.paragraphs][1] == ("Fakta i en ruta.", ParagraphKind.BOX)


@both
def test_letters_that_are_placed_by_themselves_are_words(*, second: bool) -> None:
    # "Fråga" in three pieces, and a word space that is only a gap.
    page = [
        (72.0, 700.0, 11.0, "F"),
        (78.7, 700.0, 11.0, "rå"),
        (88.5, 700.0, 11.0, "ga"),
        (104.0, 700.0, 11.0, "om biljetter."),
    ]
    assert texts(of(pdf(page), second=second)) == ["Fråga om biljetter."]


@both
def test_text_that_is_drawn_twice_for_bold_is_read_once(*, second: bool) -> None:
    page = [(72.0 + shift, 700.0, 11.0, "Dubbelritad rubrik") for shift in (0, 0.3)]
    assert texts(of(pdf(page), second=second)) == ["Dubbelritad rubrik"]


def test_footnotes_stand_after_their_paragraph_and_their_marks_are_not_read() -> None:
    first = [
        *column([f"{LEFT[0]} {LEFT[1]}", "lagen"], top=700),
        (100.0, 690.0, 6.5, "1"),
        (107.0, 685.7, 11.0, "och får"),
        (72.0, 80.0, 8.0, "1 Se prop. 2016/17:43."),
    ]
    document = of(pdf(first, column(["inte överklagas."], top=760)))
    assert [(x.text, x.kind) for x in document.paragraphs] == [
        (f"{LEFT[0]} {LEFT[1]} lagen och får inte överklagas.", ParagraphKind.TEXT), ("1 Se prop. 2016/17:43.", ParagraphKind.NOTE),
    ]  # fmt: skip


def test_a_raised_figure_that_is_no_note_is_kept() -> None:
    page = [*column(["Lokalen är 12 m"], top=700), (151.0, 704.0, 6.5, "2"), (158.5, 700.0, 11.0, "och ljus.")]
    assert texts(of(pdf(page))) == ["Lokalen är 12 m2 och ljus."]


def test_a_note_in_the_right_margin_does_not_cut_the_text() -> None:
    lines = [f"{LEFT[0]} {RIGHT[place]}" for place in range(4)]
    document = of(pdf([*column([*lines, "slutet."], top=700), (450.0, 685.7, 9.0, "Prop. 2008/09:5")]))
    assert texts(document) == [" ".join([*lines, "slutet."]), "Prop. 2008/09:5"]


@both
@pytest.mark.parametrize(
    ("turn", "rotate"), [("0 1 -1 0 595 0 cm ", 90), ("0 1 -1 0 595 0 cm ", 0), ("-1 0 0 -1 595 842 cm ", 180)]
)
def test_pages_that_are_turned_are_read_upright(turn: str, rotate: int, *, second: bool) -> None:
    content = "".join(
        f"BT /F1 11 Tf 1 0 0 1 72 {500 - 14 * n} Tm ({line}) Tj ET "
        for n, line in enumerate(["Regionen ska erbjuda en god", "kollektivtrafik."])
    )
    writer = PdfWriter(clone_from=PdfReader(io.BytesIO(pdf([], extra=turn + content))))
    writer.pages[0][NameObject("/Rotate")] = writer.pages[0].get("/Rotate", type(writer.pages[0].mediabox.left)(rotate))
    out = io.BytesIO()
    writer.write(out)
    assert texts(of(out.getvalue(), second=second)) == ["Regionen ska erbjuda en god kollektivtrafik."]


def test_what_nobody_sees_is_not_read_and_is_told() -> None:
    for hidden in (
        "BT 3 Tr /F1 11 Tf 72 600 Td (DOLT) Tj ET",
        "BT /F1 0.5 Tf 72 600 Td (DOLT) Tj ET",
        "BT /F1 11 Tf -500 600 Td (DOLT) Tj ET",
    ):
        document = of(pdf(column(["Synlig text."]), extra=hidden))
        assert texts(document) == ["Synlig text."]
        assert [notice.code for notice in document.notices] == ["hidden-text"]


def test_what_was_recognised_on_a_scanned_page_is_read() -> None:
    picture = (
        "q 595 0 0 842 0 0 cm BI /W 1 /H 1 /BPC 8 /CS /G ID \x01 EI Q BT 3 Tr /F1 11 Tf 72 600 Td (Skannad text.) Tj ET"
    )
    document = of(pdf([], extra=picture))
    assert texts(document) == ["Skannad text."]
    assert [notice.code for notice in document.notices] == ["ocr-text"]


def test_words_in_place_of_glyphs_are_taken() -> None:
    spoken = "BT /F1 11 Tf 72 700 Td /Span <</ActualText (\\376\\377\\000o\\000f\\000f)>> BDC (x) Tj EMC (ert) Tj ET"
    assert texts(of(pdf([], extra=spoken))) == ["offert"]


def written(writer: PdfWriter) -> bytes:
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


def test_fields_typed_text_and_comments() -> None:
    writer = PdfWriter(clone_from=PdfReader(io.BytesIO(pdf(column(["Ansökan."])))))
    writer.add_annotation(0, FreeText(text="Skrivet på sidan", rect=(50, 550, 200, 650)))
    writer.add_annotation(0, Text(text="En kommentar", rect=(50, 450, 80, 480)))

    def a_field(kind: str, label: str, value: object) -> DictionaryObject:
        return DictionaryObject(
            {
                NameObject("/FT"): NameObject(kind),
                NameObject("/T"): TextStringObject("f1"),
                NameObject("/TU"): TextStringObject(label),
                NameObject("/V"): value,
            }
        )

    fields = [
        a_field("/Tx", "Namn", TextStringObject("Karin Ekmyr")),
        a_field("/Btn", "Samtycke", NameObject("/Yes")),
        a_field("/Btn", "Avböjer", NameObject("/Off")),
    ]
    writer.root_object[NameObject("/AcroForm")] = DictionaryObject({NameObject("/Fields"): ArrayObject(fields)})
    document = of(written(writer))
    assert texts(document) == ["Ansökan.", "Skrivet på sidan", "Namn: Karin Ekmyr", "Samtycke: ☒"]
    assert [notice.code for notice in document.notices] == ["comments-not-read"]


def test_an_attachment_is_named_and_crosses_the_pipe() -> None:
    writer = PdfWriter(clone_from=PdfReader(io.BytesIO(pdf(column(["Text."])))))
    writer.add_attachment("budget.xlsx", b"x")
    unread = of(written(writer)).unread
    assert [(each.why, each.name, type(each.name)) for each in unread] == [("attachment", "budget.xlsx", str)]


def test_codes_that_nothing_tells_the_letters_of_are_not_taken_for_words() -> None:
    writer = PdfWriter(clone_from=PdfReader(io.BytesIO(pdf(column(["\x01\x02\x03\x04" * 5])))))
    font = writer.pages[0]["/Resources"]["/Font"]["/F1"].get_object()  # type: ignore[index]
    del font["/Encoding"]
    font.update(
        {
            NameObject("/Subtype"): NameObject("/TrueType"),
            NameObject("/FontDescriptor"): DictionaryObject(
                {NameObject("/Flags"): type(writer.pages[0].mediabox.left)(4)}
            ),
        }
    )
    with pytest.raises(DocumentWithoutText) as error:
        of(written(writer))
    assert error.value.facts["reason"] == "garbled"


def test_the_operators_of_a_content_stream() -> None:
    data = (
        b"BT /F#31 12 Tf (a\\(b(c)\\051 \\101\\\n) Tj [(x) -250.5 <48 65> .5] TJ /Span <</A (y)/B [1 2]>> BDC EMC % comment\n"
        b"1 --2 Td BI /W 1 ID \x01 EIx EI Q true null x ( unended"
    )
    assert list(operations(data)) == [
        ([], b"BT"), (["/F1", 12.0], b"Tf"), ([b"a(b(c)) A"], b"Tj"), ([[b"x", -250.5, b"He", 0.5]], b"TJ"),
        (["/Span", {"/A": b"y", "/B": [1.0, 2.0]}], b"BDC"), ([], b"EMC"), ([1.0, 2.0], b"Td"), ([], b"INLINE IMAGE"), ([], b"Q"),
        ([True, None], b"x"),
    ]  # fmt: skip
