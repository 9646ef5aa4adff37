from collections.abc import Callable
from pathlib import Path

import pytest

from assistant.documents.document import Document, ParagraphKind
from assistant.documents.read import read, read_bytes
from assistant.errors import DocumentDamaged, DocumentLocked, DocumentWithoutText
from tests.samples.pdfs import column, locked, pdf

LONG = "Nämnden har under året följt arbetet med handläggningstiderna och finner att"


def of(data: bytes) -> Document:
    return read_bytes(data, "x.pdf")


def test_lines_become_paragraphs_with_pages() -> None:
    document = of(
        pdf(
            column([LONG, "de har blivit kortare."]) + column([LONG, "de är långa."], top=600), column(["Andra sidan."])
        )
    )
    assert [(x.text, x.page) for x in document.paragraphs] == [
        (f"{LONG} de har blivit kortare.", 1), (f"{LONG} de är långa.", 1), ("Andra sidan.", 2),
    ]  # fmt: skip
    assert document.pages == 2


def test_a_word_broken_at_a_line_end_is_mended() -> None:
    lines = [f"{LONG} sjuk-", "vården och den vuxen-", "och äldreomsorg som kommunen har."]
    assert "sjukvården och den vuxen- och äldreomsorg" in of(pdf(column(lines))).text


def test_a_hyphen_that_the_document_writes_elsewhere_is_kept() -> None:
    lines = [f"{LONG} svensk-", "norska avtal gäller. Svensk-norska avtal är vanliga."]
    assert "svensk-norska avtal gäller" in of(pdf(column(lines))).text


def test_a_paragraph_over_a_page_break_is_whole_and_stands_where_it_begins() -> None:
    document = of(pdf(column([LONG, f"{LONG[:60]} under"]), column(["våren blivit kortare."])))
    assert len(document.paragraphs) == 1
    assert document.paragraphs[0].page == 1


def test_running_heads_are_told_once_and_page_numbers_dropped() -> None:
    pages = [
        column(["Region Exempel"], top=820) + column([f"{LONG} {name}."]) + column([f"{number} (3)"], top=30)
        for number, name in enumerate("ABC", 1)
    ]
    document = of(pdf(*pages))
    assert [x.text for x in document.paragraphs if x.kind is ParagraphKind.HEADER] == ["Region Exempel"]
    assert "(3)" not in document.text
    assert document.text.count("Region Exempel") == 1


def test_larger_letters_are_headings() -> None:
    document = of(
        pdf([(72, 780, 20, "Stor rubrik"), (72, 740, 14, "Mindre rubrik"), *column([LONG, "text."], top=700)])
    )
    assert [(x.text, x.level) for x in document.paragraphs if x.kind is ParagraphKind.HEADING] == [
        ("Stor rubrik", 1),
        ("Mindre rubrik", 2),
    ]
    assert document.title == "Stor rubrik"


def test_bullets_are_items() -> None:
    document = of(pdf(column([f"{LONG}:", "• första punkten", "• andra punkten"])))
    assert [x.text for x in document.paragraphs if x.kind is ParagraphKind.ITEM] == ["första punkten", "andra punkten"]


def test_a_password_is_asked_for_by_name() -> None:
    with pytest.raises(DocumentLocked):
        of(locked(pdf(column([LONG])), "hemligt"))


def test_an_empty_password_is_no_hindrance_and_is_told() -> None:
    document = of(locked(pdf(column([LONG])), ""))
    assert document.paragraphs[0].text == LONG
    assert [notice.code for notice in document.notices] == ["opened-with-empty-password"]


def test_a_pdf_without_text_is_said_to_be_so() -> None:
    with pytest.raises(DocumentWithoutText):
        of(pdf([]))


@pytest.mark.parametrize("data", [b"%PDF-1.7\n" + b"x" * 300, pdf(column([LONG]))[:200], b"%PDF-1.7\n%%EOF"])
def test_a_broken_pdf_is_an_error_and_nothing_else(data: bytes) -> None:
    with pytest.raises((DocumentDamaged, DocumentWithoutText)):
        of(data)


def test_real_documents(shared: Callable[[str], Path], caplog: pytest.LogCaptureFixture) -> None:
    folder = shared("files_pdf")
    pages = {path.name[:14]: read(path) for path in folder.glob("*.pdf")}
    assert sorted(document.pages or 0 for document in pages.values()) == [1, 1, 2, 2, 18]
    strategy = next(document for document in pages.values() if document.pages == 18)
    assert (
        sum(len(paragraph.text.split()) for paragraph in strategy.paragraphs) >= 3_700
    )  # of 3 903, less running heads and the dots of the contents
    assert not caplog.records


def test_a_heading_that_ends_two_pages_is_no_running_foot() -> None:
    def page(last: float) -> list[tuple[float, float, float, str]]:
        lines = [
            (70.0, 760.0 - 20 * n, 10.0, f"Mening nummer {n} på sidan som slutar vid {last:.0f}.") for n in range(8)
        ]
        return [*lines, (70.0, last, 12.0, "Beslut")]

    document = read_bytes(pdf(page(300), page(200), page(100)), "a.pdf")
    assert [each.kind for each in document.paragraphs if each.text == "Beslut"] == [ParagraphKind.HEADING] * 3
