from collections.abc import Callable
from pathlib import Path

import pytest

from assistant.documents.document import Document, ParagraphKind
from assistant.documents.read import read, read_bytes
from assistant.errors import DocumentDamaged, DocumentUnsafe
from tests.samples.word import STRICT, docx, element, p, package, r, tc

STYLES = element(
    "styles",
    '<w:style w:styleId="R1"><w:name w:val="Rubrik 1"/></w:style>'
    '<w:style w:styleId="Own"><w:name w:val="Egen"/><w:basedOn w:val="R1"/></w:style>'
    '<w:style w:styleId="Ti"><w:name w:val="Title"/></w:style>'
    '<w:style w:styleId="LB"><w:name w:val="List Bullet"/></w:style>'
    '<w:style w:styleId="Hid"><w:name w:val="Dold"/><w:rPr><w:vanish/></w:rPr></w:style>'
    '<w:style w:styleId="Loop"><w:name w:val="Loop"/><w:basedOn w:val="Loop"/></w:style>',
)


def of(body: str, **parts: str) -> Document:
    return read_bytes(docx(body, **parts), "x.docx")


def texts(document: Document) -> list[str]:
    return [paragraph.text for paragraph in document.paragraphs]


def codes(document: Document) -> set[str]:
    return {notice.code for notice in document.notices}


def test_headings_have_levels_by_name_by_inheritance_and_by_outline() -> None:
    document = of(
        p("Ett", '<w:pStyle w:val="R1"/>') + p("Eget", '<w:pStyle w:val="Own"/>') + p("Tre", '<w:outlineLvl w:val="2"/>')
        + p("Text", '<w:pStyle w:val="Loop"/>'),
        word__styles_xml=STYLES,
    )  # fmt: skip
    kinds = [(paragraph.kind, paragraph.level) for paragraph in document.paragraphs]
    assert kinds == [
        (ParagraphKind.HEADING, 1),
        (ParagraphKind.HEADING, 1),
        (ParagraphKind.HEADING, 3),
        (ParagraphKind.TEXT, 0),
    ]
    assert document.paragraphs[3].headings == ("Eget", "Tre")


def test_the_title_style_gives_the_title() -> None:
    assert of(p("Årsrapport", '<w:pStyle w:val="Ti"/>') + p("Text."), word__styles_xml=STYLES).title == "Årsrapport"


def test_list_items_have_levels() -> None:
    numbered = '<w:numPr><w:ilvl w:val="1"/><w:numId w:val="4"/></w:numPr>'
    document = of(
        p("a", '<w:pStyle w:val="LB"/>') + p("b", numbered) + p("c", '<w:numPr><w:numId w:val="0"/></w:numPr>'),
        word__styles_xml=STYLES,
    )
    assert [(x.kind, x.level) for x in document.paragraphs] == [
        (ParagraphKind.ITEM, 1),
        (ParagraphKind.ITEM, 2),
        (ParagraphKind.TEXT, 0),
    ]


def test_a_table_is_read_row_by_row_and_merged_cells_once() -> None:
    table = (
        "<w:tbl><w:tr>"
        + tc(p("Område"), '<w:vMerge w:val="restart"/>')
        + tc(p("2025"), '<w:gridSpan w:val="99999999999"/>')
        + "</w:tr>"
        "<w:tr>" + tc(p(""), "<w:vMerge/>") + tc(p("12") + p("mkr")) + "</w:tr></w:tbl>"
    )
    document = of(table)
    assert [paragraph.cells for paragraph in document.paragraphs] == [("Område", "2025"), ("12 mkr",)]
    assert document.paragraphs[0].text == "Område | 2025"


def test_a_table_in_a_cell_is_read_once() -> None:
    inner = "<w:tbl><w:tr>" + tc(p("inre")) + "</w:tr></w:tbl>"
    document = of("<w:tbl><w:tr>" + tc(p("yttre") + inner) + "</w:tr></w:tbl>")
    assert texts(document) == ["yttre", "inre"]


def test_insertions_are_read_and_deletions_not() -> None:
    document = of(
        f"<w:p>{r('Kvar')}<w:ins>{r(' nytt')}</w:ins><w:del><w:r><w:delText>bort</w:delText></w:r></w:del></w:p>"
    )
    assert texts(document) == ["Kvar nytt"]
    assert codes(document) == {"tracked-insertions", "tracked-deletions"}


def test_hidden_text_is_not_read_and_is_told() -> None:
    body = f"<w:p>{r('Syns')}{r('dold', '<w:vanish/>')}{r(' ej', '<w:rStyle w:val=&quot;Hid&quot;/>'.replace('&quot;', chr(34)))}</w:p>"
    document = of(body, word__styles_xml=STYLES)
    assert texts(document) == ["Syns"]
    assert codes(document) == {"hidden-text"}


def test_a_text_box_is_read_once() -> None:
    box = f"<w:txbxContent>{p('I rutan')}</w:txbxContent>"
    drawing = f"<mc:AlternateContent><mc:Choice><w:drawing><wps:txbx>{box}</wps:txbx></w:drawing></mc:Choice><mc:Fallback><w:pict>{box}</w:pict></mc:Fallback></mc:AlternateContent>"
    document = of(f"<w:p>{r('Före')}<w:r>{drawing}</w:r></w:p>")
    assert [(x.text, x.kind) for x in document.paragraphs] == [
        ("Före", ParagraphKind.TEXT),
        ("I rutan", ParagraphKind.BOX),
    ]


def test_notes_stand_after_the_paragraph_that_refers_to_them() -> None:
    notes = element(
        "footnotes",
        f'<w:footnote w:type="separator" w:id="0">{p("-")}</w:footnote><w:footnote w:id="2">{p("Noten")}</w:footnote>',
    )
    document = of(
        f'<w:p>{r("Text")}<w:r><w:footnoteReference w:id="2"/></w:r></w:p>{p("Mer")}', word__footnotes_xml=notes
    )
    assert texts(document) == ["Text", "Noten", "Mer"]
    assert document.paragraphs[1].kind is ParagraphKind.NOTE


def test_headers_and_footers_are_told_once() -> None:
    head = element("hdr", p("Region Exempel"))
    document = of(
        p("Text"), word__header1_xml=head, word__header2_xml=head, word__footer1_xml=element("ftr", p("Sida 1"))
    )
    assert [(x.text, x.kind) for x in document.paragraphs] == [
        ("Region Exempel", ParagraphKind.HEADER), ("Text", ParagraphKind.TEXT), ("Sida 1", ParagraphKind.FOOTER),
    ]  # fmt: skip


def test_content_controls_and_fields_are_read_through() -> None:
    field = "<w:r><w:instrText>DATE</w:instrText></w:r>" + r("2026-01-02")
    document = of(
        f"<w:sdt><w:sdtContent>{p('I kontrollen')}</w:sdtContent></w:sdt><w:p><w:fldSimple>{r('Fält ')}</w:fldSimple>{field}</w:p>"
    )
    assert texts(document) == ["I kontrollen", "Fält 2026-01-02"]


def test_breaks_and_tabs_part_words() -> None:
    assert texts(of("<w:p><w:r><w:t>a</w:t><w:br/><w:t>b</w:t><w:tab/><w:t>c</w:t></w:r></w:p>")) == ["a b c"]


def test_strict_documents_are_read_like_transitional_ones() -> None:
    assert texts(read_bytes(docx(p("Strikt"), namespace=STRICT), "x.docx")) == ["Strikt"]


def test_macros_comments_and_objects_are_told() -> None:
    parts = {
        "word__vbaProject.bin": "x",
        "word__comments_xml": element("comments", "<w:comment/><w:comment/>"),
        "word__embeddings__a.bin": "x",
    }
    document = of(p("Text"), **parts)
    assert codes(document) == {"macros-ignored", "comments-not-read"}
    assert [unread.why for unread in document.unread] == ["embedded"]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_a_doctype_is_refused_in_any_encoding(encoding: str) -> None:
    text = (
        f'<?xml version="1.0" encoding="{encoding}"?><!DOCTYPE w [<!ENTITY e SYSTEM "file:///etc/passwd">]>'
        + element("document", p("&e;"))
    )
    with pytest.raises(DocumentUnsafe) as caught:
        read_bytes(package({"word/document.xml": text.encode(encoding)}), "x.docx")
    assert caught.value.facts["reason"] == "doctype"


def test_a_bomb_is_refused() -> None:
    with pytest.raises(DocumentUnsafe) as caught:
        read_bytes(docx(p("a" * 20_000_000)), "x.docx")
    assert caught.value.facts["reason"] == "bomb"


def test_deep_nesting_is_refused() -> None:
    body = "<w:sdt><w:sdtContent>" * 90 + p("djupt") + "</w:sdtContent></w:sdt>" * 90
    with pytest.raises((DocumentUnsafe, DocumentDamaged)):
        of(body)


def test_a_package_without_a_document_is_damaged() -> None:
    with pytest.raises(DocumentDamaged):
        read_bytes(package({"word/other.xml": "<x/>"}), "x.docx")


def test_real_documents_lose_no_words(shared: Callable[[str], Path]) -> None:
    for name, words in (
        ("sv__ferenda__proptrips__2012-13__144__index.docx", 1_900),
        ("us__govdocs__018367.docx", 2_400),
        ("poi__stress005.docx", 1_550),
    ):
        document = read(shared("files_docx") / name)
        assert sum(len(paragraph.text.split()) for paragraph in document.paragraphs) >= words
