"""The Word file is whole, accessible and the same every time; it is read back here part by part."""

import dataclasses
import io
import re
import zipfile
from datetime import UTC, datetime

import docx
import pytest
from docx.document import Document
from lxml import etree

from assistant.export.docx import render
from assistant.tasks.task import Block, BlockKind, Result, Source, Status
from assistant.wording import Words
from tests.assistant.export.results import EXTRACT, HARM, HOSTILE, RESULT, TWO

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def opened(result: Result = RESULT, language: str = "sv", *, banner: bool = True, organisation: str = "") -> Document:
    return docx.Document(io.BytesIO(render(result, Words(language), banner=banner, organisation=organisation)))


def _bytes(result: Result, language: str = "sv") -> bytes:
    return render(result, Words(language))


def words_in(element: etree._Element) -> str:
    return "".join(text.text or "" for text in element.iter(f"{W}t"))


def part(name: str, result: Result = RESULT, language: str = "sv") -> etree._Element:
    with zipfile.ZipFile(io.BytesIO(_bytes(result, language))) as parts:
        return etree.fromstring(parts.read(name))


def texts(document: Document, style: str) -> list[str]:
    return [paragraph.text for paragraph in document.paragraphs if paragraph.style and paragraph.style.name == style]


def test_headings_are_headings_in_their_order() -> None:
    document = opened()
    assert texts(document, "Heading 1") == ["Sammanfattning: skrivelse.docx"]
    assert texts(document, "Heading 2") == ["Bakgrund", "Att kontrollera", "Så gjordes detta", "Läst"]


def test_statements_stand_with_their_doubts_in_words() -> None:
    assert "Kostnaden är 14 miljoner kronor. (ej belagt)" in texts(opened(), "Normal")


def test_items_are_real_list_items() -> None:
    assert texts(opened(), "List Bullet")[:2] == ["Fler handläggare (delvis belagt)", "Ny e-tjänst"]
    numbered = part("word/styles.xml").xpath(
        "//w:style[w:name/@w:val='List Bullet']//w:numPr", namespaces={"w": W.strip("{}")}
    )
    assert numbered


def test_rows_are_one_table_whose_first_row_is_flagged_as_its_head() -> None:
    document = opened()
    assert [[cell.text for cell in row.cells] for row in document.tables[0].rows] == [
        ["År", "Antal"],
        ["2024", "3 100"],
    ]
    heads = [row.find(f"{W}trPr/{W}tblHeader") is not None for row in part("word/document.xml").iter(f"{W}tr")]
    assert heads == [True, False]


def test_each_source_is_in_a_real_footnote() -> None:
    notes = {
        note.get(f"{W}id"): "\n".join(words_in(p) for p in note.iter(f"{W}p")).strip()
        for note in part("word/footnotes.xml")
    }
    marks = [mark.get(f"{W}id") for mark in part("word/document.xml").iter(f"{W}footnoteReference")]
    assert marks == ["1", "2", "3", "4"]
    assert notes["1"] == "¶ 5, s. 2: ”En ny grupp inrättas.”\n¶ 3, s. 1: ”Tiden kortas från sex till fyra veckor.”"
    assert notes["4"] == "¶ 9, s. 2, ordagrant"
    assert set(notes) == {"-1", "0", *marks}


def test_the_package_knows_its_footnotes() -> None:
    with zipfile.ZipFile(io.BytesIO(_bytes(RESULT))) as parts:
        types = parts.read("[Content_Types].xml").decode()
        relations = parts.read("word/_rels/document.xml.rels").decode()
    assert (
        '/word/footnotes.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml"'
        in types
    )
    assert 'relationships/footnotes" Target="footnotes.xml"' in relations
    settings = [child.tag for child in part("word/settings.xml")]
    assert settings.index(f"{W}footnotePr") == settings.index(f"{W}compat") - 1


@pytest.mark.parametrize(("language", "locale"), [("sv", "sv-SE"), ("en", "en-GB")])
def test_the_document_tells_its_language(language: str, locale: str) -> None:
    result = dataclasses.replace(RESULT, language=language)
    default = part("word/styles.xml", result).find(f"{W}docDefaults//{W}lang")
    assert default is not None
    assert default.get(f"{W}val") == locale
    assert opened(result, language).core_properties.language == locale


def test_words_in_another_language_than_the_document_say_so() -> None:
    runs = {
        words_in(run): lang.get(f"{W}val")
        for run in part("word/document.xml", language="en").iter(f"{W}r")
        if (lang := run.find(f"{W}rPr/{W}lang")) is not None
    }
    assert runs["How this was made"] == "en-GB"
    assert runs[" (not supported)"] == "en-GB"
    assert "Kostnaden är 14 miljoner kronor." not in runs
    assert part("word/document.xml").find(f".//{W}lang") is None


def test_the_banner_stands_first_and_can_be_turned_off() -> None:
    said = "Utkast gjort med AI-stöd. Granska före användning."
    assert opened().paragraphs[1].text == said
    assert said not in [paragraph.text for paragraph in opened(banner=False).paragraphs]
    assert opened(EXTRACT).paragraphs[1].text == "Utkast gjort av ett program. Granska före användning."


def test_the_last_page_tells_how_it_was_made_and_what_was_read() -> None:
    document = opened()
    broken = [paragraph.text for paragraph in document.paragraphs if paragraph.paragraph_format.page_break_before]
    assert broken == ["Så gjordes detta"]
    items = texts(document, "List Bullet")
    assert f"Modellens SHA-256: {RESULT.provenance.model_sha256}" in items
    assert "Prompt: summarise/general@1" in items
    assert "Programmet vägde 20 stycken; 14 av 20 lästes i sin helhet." in items


def test_nobody_is_named_as_author_but_the_organisation() -> None:
    core = opened().core_properties
    assert (core.author, core.last_modified_by, core.comments, core.keywords) == ("", "", "", "")
    assert core.title == "Sammanfattning: skrivelse.docx"
    assert opened(organisation="Region Exempel").core_properties.author == "Region Exempel"


def test_the_time_is_the_results_own() -> None:
    assert opened().core_properties.created == datetime(2026, 11, 23, 20, 10, tzinfo=UTC)
    unknown = dataclasses.replace(RESULT, provenance=dataclasses.replace(RESULT.provenance, made="i går"))
    assert opened(unknown).core_properties.created == datetime(1980, 1, 1, tzinfo=UTC)
    assert "Gjort: i går" in texts(opened(unknown), "List Bullet")


def test_the_same_result_gives_the_same_bytes() -> None:
    assert _bytes(RESULT) == _bytes(RESULT)
    with zipfile.ZipFile(io.BytesIO(_bytes(RESULT))) as parts:
        assert {entry.date_time for entry in parts.infolist()} == {(1980, 1, 1, 0, 0, 0)}


def test_only_parts_that_are_ours_are_in_the_file() -> None:
    with zipfile.ZipFile(io.BytesIO(_bytes(RESULT))) as parts:
        names = set(parts.namelist())
        everything = b"".join(parts.read(name) for name in names)
    assert not [name for name in names if re.search(r"thumbnail|customXml|app\.xml|WithEffects", name)]
    assert b"python-docx" not in everything
    assert b'Target="http' not in everything


def test_several_documents_are_numbered_and_listed() -> None:
    assert {"1: skrivelse.docx", "2: bilaga.pdf"} <= set(texts(opened(TWO), "List Bullet"))
    assert "2: ¶ 2, s. 1: ”Det.”" in words_in(part("word/footnotes.xml", TWO))


def test_what_xml_does_not_allow_becomes_a_mark_and_the_rest_stays_text() -> None:
    document = opened(HOSTILE)
    written = "\n".join(paragraph.text for paragraph in document.paragraphs)
    assert HARM[0] in written
    assert "<img src=x onerror=alert(1)> &lt;b&gt; <!-- -->" in written
    assert "\ufffd[31mröd\ufffd \ufffd2J \ufffdomvänd\ufffd \ufffd \ufffd" in written
    assert "rad ett\n---\n# rad tre" in written
    assert part("word/document.xml", HOSTILE).find(f".//{W}hyperlink") is None


def test_a_table_wider_than_word_takes_becomes_text() -> None:
    wide = Block(BlockKind.ROW, "", tuple(str(number) for number in range(70)))
    document = opened(dataclasses.replace(RESULT, blocks=(wide,), findings=()))
    assert document.tables == []
    assert any(text.startswith("0 | 1 | 2 |") for text in texts(document, "Normal"))


def test_every_part_is_well_formed() -> None:
    with zipfile.ZipFile(io.BytesIO(_bytes(HOSTILE))) as parts:
        assert parts.testzip() is None
        roots = [etree.fromstring(parts.read(name)).tag for name in parts.namelist()]
    assert len(roots) > 8


def test_a_table_of_many_columns_lies_on_its_side_and_lists_its_sources_after_the_text() -> None:
    head = Block(BlockKind.ROW, "", cells=tuple("ABCDEF"), status=Status.SUPPORTED)
    source = Source("skrivelse.docx", 4, None, "Beslutet i sin helhet.")
    row = Block(BlockKind.ROW, "", ("§ 1", "Budget", "–", "Beslut", "–", "–"), (source,), Status.SUPPORTED)
    document = opened(dataclasses.replace(RESULT, blocks=(head, row)))
    section = document.sections[0]
    assert (section.page_width or 0) > (section.page_height or 0)
    assert document.tables[0].rows[1].cells[5].text == "– [¶ 4]"
    assert "¶ 4: ”Beslutet i sin helhet.”" in texts(document, "List Bullet")
    widths = [column.width or 0 for column in document.tables[0].columns]
    assert widths[3] > widths[0] > 0


def test_rows_stay_on_one_page() -> None:
    rows = list(part("word/document.xml").iter(f"{W}tr"))
    assert all(row.find(f"{W}trPr/{W}cantSplit") is not None for row in rows)
