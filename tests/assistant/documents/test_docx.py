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
    assert [paragraph.cells for paragraph in document.paragraphs] == [("Område", "2025"), ("", "12 mkr")]
    assert [paragraph.text for paragraph in document.paragraphs] == ["Område | 2025", "12 mkr"]


def test_an_empty_cell_keeps_the_others_in_their_columns() -> None:
    head = "<w:tr>" + tc(p("Ledamot")) + tc(p("Ja")) + tc(p("Nej")) + "</w:tr>"
    votes = (
        "<w:tr>"
        + tc(p("Anna Berg"))
        + tc(p(""))
        + tc(p("X"))
        + "</w:tr><w:tr>"
        + tc(p("Bo Ek"))
        + tc(p("X"))
        + tc(p(""))
        + "</w:tr>"
    )
    document = of(f"<w:tbl>{head}{votes}</w:tbl>")
    assert [each.cells for each in document.paragraphs[1:]] == [("Anna Berg", "", "X"), ("Bo Ek", "X", "")]
    assert [each.text for each in document.paragraphs[1:]] == ["Anna Berg | | X", "Bo Ek | X"]


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
        p("Text"),
        word__header1_xml=head,
        word__header2_xml=head,
        word__footer1_xml=element("ftr", p("Sida 1 (3)")),
        word__footer2_xml=element("ftr", p("Org.nr 232100-0000")),
    )
    assert [(x.text, x.kind) for x in document.paragraphs] == [
        ("Region Exempel", ParagraphKind.HEADER), ("Text", ParagraphKind.TEXT), ("Org.nr 232100-0000", ParagraphKind.FOOTER),
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


NUMBERING = element(
    "numbering",
    '<w:abstractNum w:abstractNumId="1">'
    '<w:lvl w:ilvl="0"><w:start w:val="11"/><w:numFmt w:val="decimal"/><w:pStyle w:val="R1"/><w:lvlText w:val="§ %1"/></w:lvl>'
    '<w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1.%2"/></w:lvl>'
    '<w:lvl w:ilvl="2"><w:start w:val="1"/><w:numFmt w:val="lowerLetter"/><w:lvlText w:val="%3)"/></w:lvl></w:abstractNum>'
    '<w:abstractNum w:abstractNumId="2"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="bullet"/><w:lvlText w:val="\uf0b7"/></w:lvl></w:abstractNum>'
    '<w:abstractNum w:abstractNumId="3"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="upperRoman"/><w:lvlText w:val="%1."/></w:lvl></w:abstractNum>'
    '<w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="2"/></w:num>'
    '<w:num w:numId="3"><w:abstractNumId w:val="3"/></w:num>'
    '<w:num w:numId="4"><w:abstractNumId w:val="3"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="4"/></w:lvlOverride></w:num>',
)


def numbered(text: str, number: int, level: int = 0) -> str:
    return p(text, f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{number}"/></w:numPr>')


def test_the_numbers_that_word_shows_are_read() -> None:
    document = of(
        numbered("Val av justerare", 1) + numbered("Bakgrund", 1, 1) + numbered("ett", 1, 2) + numbered("två", 1, 2)
        + numbered("Budget", 1) + numbered("Skäl", 1, 1) + numbered("en punkt", 2)
        + numbered("Första", 3) + numbered("Andra", 3) + numbered("Nytt", 4),
        word__numbering_xml=NUMBERING,
    )  # fmt: skip
    assert texts(document) == [
        "§ 11 Val av justerare", "11.1 Bakgrund", "a) ett", "b) två", "§ 12 Budget", "12.1 Skäl", "en punkt", "I. Första",
        "II. Andra", "IV. Nytt",
    ]  # fmt: skip


def test_a_heading_that_its_style_numbers_keeps_its_number() -> None:
    styles = element(
        "styles",
        '<w:style w:type="paragraph" w:styleId="R1"><w:name w:val="heading 1"/><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>',
    )
    document = of(p("Budget", '<w:pStyle w:val="R1"/>'), word__styles_xml=styles, word__numbering_xml=NUMBERING)
    assert [(x.text, x.kind) for x in document.paragraphs] == [("§ 11 Budget", ParagraphKind.HEADING)]


def test_a_paragraph_whose_mark_is_deleted_goes_on_in_the_next() -> None:
    document = of(p("Nämnden avslår", "<w:rPr><w:del/></w:rPr>") + p(" yrkandet."))
    assert texts(document) == ["Nämnden avslår yrkandet."]
    assert codes(document) == {"tracked-deletions"}


def test_moved_text_is_read_where_it_was_moved_to() -> None:
    document = of(
        f"<w:p><w:moveFrom>{r('Flyttat.')}</w:moveFrom></w:p>"
        + p("Mitten.")
        + f"<w:p><w:moveTo>{r('Flyttat.')}</w:moveTo></w:p>"
    )
    assert texts(document) == ["Mitten.", "Flyttat."]


def test_what_a_style_hides_and_what_is_too_small_to_see_is_not_read() -> None:
    styles = element(
        "styles",
        '<w:style w:type="paragraph" w:styleId="H"><w:name w:val="Dold"/><w:rPr><w:vanish/></w:rPr></w:style>'
        '<w:style w:type="paragraph" w:styleId="H2"><w:name w:val="Dold 2"/><w:basedOn w:val="H"/></w:style>',
    )
    shown = '<w:p><w:pPr><w:pStyle w:val="H"/></w:pPr>' + r("syns", '<w:vanish w:val="0"/>') + "</w:p>"
    tiny = "<w:p>" + r("text") + r("pyttigt", '<w:sz w:val="2"/>') + "</w:p>"
    document = of(
        p("dolt", '<w:pStyle w:val="H2"/>') + shown + tiny,
        word__styles_xml=styles,
    )
    assert texts(document) == ["syns", "text"]
    assert codes(document) == {"hidden-text"}


def test_text_that_is_struck_through_is_told() -> None:
    assert codes(of(f"<w:p>{r('gammalt', '<w:strike/>')}{r('nytt')}</w:p>")) == {"struck-text"}


def test_a_field_that_nobody_has_filled_in_is_not_text() -> None:
    empty = f"<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>{r('Klicka här för att ange text.')}</w:sdtContent></w:sdt>"
    filled = f"<w:sdt><w:sdtPr/><w:sdtContent>{r('Karin Ekmyr')}</w:sdtContent></w:sdt>"
    assert texts(of(f"<w:p>{r('Namn: ')}{filled}</w:p><w:p>{r('Ort: ')}{empty}</w:p>")) == ["Namn: Karin Ekmyr", "Ort:"]


def test_ticked_boxes_and_signs_are_seen() -> None:
    def box(state: str) -> str:
        return f'<w:r><w:fldChar w:fldCharType="begin"><w:ffData><w:checkBox>{state}</w:checkBox></w:ffData></w:fldChar></w:r>'

    ticked, empty = box('<w:default w:val="0"/><w:checked/>'), box('<w:default w:val="0"/>')
    sign = '<w:r><w:sym w:font="Wingdings" w:char="F0FE"/></w:r>'
    assert texts(of(f"<w:p>{ticked}{r(' Ja ')}{empty}{r(' Nej ')}{sign}</w:p>")) == ["☒ Ja ☐ Nej ☒"]


def test_a_text_box_in_a_header_is_told_once() -> None:
    box = f"<w:txbxContent>{p('Region Exempel')}</w:txbxContent>"
    both = f"<mc:AlternateContent><mc:Choice><w:drawing>{box}</w:drawing></mc:Choice><mc:Fallback><w:pict>{box}</w:pict></mc:Fallback></mc:AlternateContent>"
    document = of(p("Text"), word__header1_xml=element("hdr", f"<w:p><w:r>{both}</w:r></w:p>"))
    assert texts(document) == ["Region Exempel", "Text"]


def test_what_is_brought_in_from_elsewhere_is_named_as_not_read() -> None:
    assert [each.why for each in of(p("Text") + '<w:altChunk r:id="rId7"/>').unread] == ["embedded"]
    assert [each.why for each in of(p("Text"), word__charts__chart1_xml="<c/>").unread] == ["embedded"]


def test_a_table_that_lays_out_a_page_is_read_as_its_text() -> None:
    page = p("Beslut", '<w:outlineLvl w:val="0"/>') + p("Nämnden avslår yrkandet.")
    document = of(f"<w:tbl><w:tr>{tc(page)}</w:tr></w:tbl>")
    assert [(x.text, x.kind) for x in document.paragraphs] == [
        ("Beslut", ParagraphKind.HEADING), ("Nämnden avslår yrkandet.", ParagraphKind.TEXT),
    ]  # fmt: skip


def test_cells_merged_sideways_the_old_way_are_read_once() -> None:
    row = tc(p("Hela"), '<w:hMerge w:val="restart"/>') + tc(p("Hela"), "<w:hMerge/>") + tc(p("2"))
    assert of(f"<w:tbl><w:tr>{row}</w:tr></w:tbl>").paragraphs[0].cells == ("Hela", "2")


def test_bold_paragraphs_are_headings_where_there_are_no_others() -> None:
    bold = f"<w:p>{r('Bakgrund', '<w:b/>')}</w:p>"
    body = (
        bold
        + p("Ärendet väcktes i maj.")
        + p("Det har beretts.")
        + f"<w:p>{r('Hela meningen är fet.', '<w:b/>')}</w:p>"
    )
    document = of(body)
    assert [x.kind for x in document.paragraphs] == [ParagraphKind.HEADING, *[ParagraphKind.TEXT] * 3]
    assert document.paragraphs[1].headings == ("Bakgrund",)
    with_heading = of(p("Rubrik", '<w:outlineLvl w:val="0"/>') + body)
    assert with_heading.paragraphs[1].kind is ParagraphKind.TEXT
