import os
import random
from pathlib import Path

import pytest

from assistant.documents.document import Document, ParagraphKind
from assistant.documents.read import read, read_bytes
from assistant.errors import (
    DocumentDamaged,
    DocumentEmpty,
    DocumentError,
    DocumentIsLink,
    DocumentLocked,
    DocumentMissing,
    DocumentNotAFile,
    DocumentTooLarge,
    DocumentUnsafe,
    DocumentUnsupported,
    DocumentWithoutText,
)
from tests.samples.pdfs import column, pdf
from tests.samples.word import docx, element, p, package

OLE2 = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600)
EML = (
    "From: Anna <a@x.example>\nTo: b@x.example\nSubject: =?utf-8?q?=C3=84rende?=\nDate: Mon, 5 Jan 2026 10:00:00 +0100\nMIME-Version: 1.0\n"
    'Content-Type: multipart/mixed; boundary="X"\n\n--X\nContent-Type: text/plain; charset=utf-8\n\nHej!\n\nVi undrar över beslutet.\n'
    '--X\nContent-Type: application/pdf\nContent-Disposition: attachment; filename="karta.pdf"\n\nxx\n--X--\n'
)
HTML = (
    "<html><head><title>Sidan</title><script>bad()</script></head><body><h1>Rubrik</h1><p>Hej <b>du</b>&nbsp;där</p><ul><li>a<li>b</ul>"
    '<table><tr><th>År</th><td>12</td></tr></table><div style="display: none">hemligt</div></body></html>'
)
ODT_NAMES = 'xmlns:o="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:t="urn:oasis:names:tc:opendocument:xmlns:text:1.0" xmlns:b="urn:oasis:names:tc:opendocument:xmlns:table:1.0"'


def odt(body: str) -> bytes:
    content = f"<o:document-content {ODT_NAMES}><o:body><o:text>{body}</o:text></o:body></o:document-content>"
    return package({"mimetype": "application/vnd.oasis.opendocument.text", "content.xml": content})


SAMPLES = {
    "x.txt": "Rubriken\n\nFörsta stycket.\n\n- en\n- två\n".encode(),
    "x.md": b"# Rubrik\n\nText **fet** och [namn](http://x.example).\n\n| a | b |\n|---|---|\n| 1 | 2 |\n",
    "x.docx": docx(p("Ett stycke.")),
    "x.pdf": pdf(column(["Ett stycke i en pdf."])),
    "x.odt": odt('<t:h t:outline-level="2">Rubrik</t:h><t:p>Text<t:s t:c="2"/>mer</t:p>'),
    "x.rtf": b"{\\rtf1\\ansi\\ansicpg1252 F\\'f6rsta stycket.\\par Andra.\\par}",
    "x.html": HTML.encode(),
    "x.eml": EML.encode(),
}


def texts(document: Document) -> list[str]:
    return [paragraph.text for paragraph in document.paragraphs]


def test_plain_text_has_a_title_paragraphs_and_items() -> None:
    document = read_bytes(SAMPLES["x.txt"], "x.txt")
    assert [(x.kind, x.text) for x in document.paragraphs] == [
        (ParagraphKind.HEADING, "Rubriken"), (ParagraphKind.TEXT, "Första stycket."), (ParagraphKind.ITEM, "en"), (ParagraphKind.ITEM, "två"),
    ]  # fmt: skip


def test_wrapped_lines_are_joined_and_broken_words_mended() -> None:
    text = "Den här meningen är radbruten efter ungefär sextio tecken och den fort-\nsätter på nästa rad, och på nästa rad igen, tills den till slut tar\nslut."
    assert texts(read_bytes(text.encode(), "x.txt")) == [text.replace("-\n", "").replace("\n", " ")]


def test_turns_of_speakers_stay_apart() -> None:
    text = "Anna Berg: Vi börjar nu med den första punkten på dagordningen.\nBo Ek: Ja, det är den som handlar om lokalerna i det gamla huset."
    assert len(read_bytes(text.encode(), "x.txt").paragraphs) == 2


def test_markdown_is_read_as_text_headings_and_rows() -> None:
    document = read_bytes(SAMPLES["x.md"], "x.md")
    assert texts(document) == ["Rubrik", "Text fet och namn.", "a | b", "1 | 2"]
    assert document.paragraphs[3].cells == ("1", "2")


@pytest.mark.parametrize(
    ("data", "notices"),
    [("å".encode("utf-8-sig"), []), ("å".encode("utf-16"), []), ("å".encode("cp1252"), ["encoding-guessed"])],
)
def test_encodings(data: bytes, notices: list[str]) -> None:
    document = read_bytes(data, "x.txt")
    assert document.text == "å"
    assert [notice.code for notice in document.notices] == notices


def test_invisible_characters_are_taken_out_and_told() -> None:
    document = read_bytes("Be\u200btala \u202eegnahcxe\u202c till a\u00admig".encode(), "x.txt")
    assert document.text == "Betala egnahcxe till amig"
    assert [(n.code, n.facts) for n in document.notices] == [("invisible-removed", {"count": 3})]


def test_a_web_page_shows_what_a_reader_sees() -> None:
    document = read_bytes(SAMPLES["x.html"], "x.html")
    assert texts(document) == ["Rubrik", "Hej du där", "a", "b", "År | 12"]
    assert document.title == "Sidan"
    assert [notice.code for notice in document.notices] == ["hidden-text"]


def test_an_email_names_its_attachments() -> None:
    document = read_bytes(SAMPLES["x.eml"], "x.eml")
    assert texts(document)[0] == "Ärende"
    assert texts(document)[-2:] == ["Hej!", "Vi undrar över beslutet."]
    assert [(unread.why, unread.name) for unread in document.unread] == [("attachment", "karta.pdf")]


def test_open_document_text() -> None:
    row = "<b:table><b:table-row><b:table-cell b:number-columns-spanned='2'><t:p>a</t:p></b:table-cell><b:covered-table-cell/><b:table-cell><t:p>b</t:p></b:table-cell></b:table-row></b:table>"
    note = "<t:p>Text<t:note><t:note-body><t:p>Noten</t:p></t:note-body></t:note></t:p>"
    gone = "<t:tracked-changes><t:changed-region><t:deletion><t:p>borta</t:p></t:deletion></t:changed-region></t:tracked-changes>"
    document = read_bytes(
        odt(f"{gone}<t:list><t:list-item><t:p>punkt</t:p></t:list-item></t:list>{row}{note}"), "x.odt"
    )
    assert texts(document) == ["punkt", "a | b", "Text", "Noten"]
    assert [notice.code for notice in document.notices] == ["tracked-deletions"]


def test_rich_text() -> None:
    assert texts(read_bytes(SAMPLES["x.rtf"], "x.rtf")) == ["Första stycket.", "Andra."]


def test_content_decides_before_the_name_does() -> None:
    document = read_bytes(SAMPLES["x.pdf"], "x.docx")
    assert (document.format, document.notices[0].code) == ("pdf", "type-differs")


@pytest.mark.parametrize(
    ("name", "data", "error"),
    [
        ("a.doc", OLE2, DocumentUnsupported),
        ("a.docx", OLE2 + "EncryptedPackage".encode("utf-16-le"), DocumentLocked),
        ("a.xlsx", package({"xl/workbook.xml": "<x/>"}), DocumentUnsupported),
        ("a.pptx", package({"ppt/x.xml": "<x/>"}), DocumentUnsupported),
        ("a.zip", package({"a.txt": "x"}), DocumentUnsupported),
        ("a.png", b"\x89PNG\r\n\x1a\n", DocumentUnsupported),
        ("a.jpg", b"\xff\xd8\xff\xe0", DocumentUnsupported),
        ("a.exe", b"MZ" + bytes(50), DocumentUnsupported),
        ("a.txt", bytes(range(32)) * 20, DocumentDamaged),
        ("a.docx", b"PK\x03\x04" + bytes(50), DocumentDamaged),
        ("a.docx", b"just text", DocumentDamaged),
        ("a.pdf", b"just text", DocumentDamaged),
        ("a.eml", b"just text", DocumentDamaged),
        ("a.txt", b"--- ... \n", DocumentWithoutText),
        ("a.docx", docx(p("x"), doctype="<!DOCTYPE w>"), DocumentUnsafe),
        (
            "a.odt",
            package({"mimetype": "application/vnd.oasis.opendocument.text", "content.xml": "<x"}),
            DocumentDamaged,
        ),
        ("a.docx", package({f"word/{n}.xml": "" for n in range(2_100)}), DocumentTooLarge),
        ("a.docx", docx("", word__other_xml=element("x", "")), DocumentWithoutText),
    ],
)
def test_what_cannot_be_read_has_an_error_of_its_own(name: str, data: bytes, error: type[DocumentError]) -> None:
    with pytest.raises(error) as caught:
        read_bytes(data, name)
    assert type(caught.value) is error
    assert caught.value.facts["name"] == name


def test_only_ordinary_files_are_opened(tmp_path: Path) -> None:
    file = tmp_path / "a.txt"
    file.write_text("text", encoding="utf-8")
    link, fifo, empty = tmp_path / "link.txt", tmp_path / "fifo.txt", tmp_path / "empty.txt"
    link.symlink_to(file)
    os.mkfifo(fifo)
    empty.touch()
    assert read(file).text == "text"
    for path, error in (
        (link, DocumentIsLink), (fifo, DocumentNotAFile), (tmp_path, DocumentNotAFile), (empty, DocumentEmpty),
        (tmp_path / "none.txt", DocumentMissing), (file / "below", DocumentMissing), (Path("/dev/zero"), DocumentNotAFile),
    ):  # fmt: skip
        with pytest.raises(error):
            read(path)


def test_a_file_over_the_limit_is_not_read(tmp_path: Path) -> None:
    file = tmp_path / "large.txt"
    with file.open("wb") as sparse:
        sparse.truncate((100 << 20) + 1)
    with pytest.raises(DocumentTooLarge):
        read(file)


@pytest.mark.parametrize("name", sorted(SAMPLES))
def test_damaged_bytes_give_a_document_or_an_error_and_nothing_else(name: str) -> None:
    chance = random.Random(name)
    whole = SAMPLES[name]
    for _ in range(200):
        data = bytearray(whole)
        for _ in range(chance.randint(1, 12)):
            data[chance.randrange(len(data))] = chance.randrange(256)
        cut = bytes(data[: chance.randrange(1, len(data) + 1)]) if chance.random() < 0.3 else bytes(data)
        try:
            document = read_bytes(cut, name)
        except DocumentError:
            continue
        assert [paragraph.number for paragraph in document.paragraphs] == list(range(1, len(document.paragraphs) + 1))


def test_lines_that_were_broken_on_purpose_stay_apart() -> None:
    label = "Kommunstyrelsens förslag till beslut\nKommunfullmäktige beslutar att avslå motionen."
    listed = "Plats och tid\nRådhuset, sal 3, tisdagen den 9 juni 2026 kl. 09.00–11.10\nBeslutande\nKerstin Falk (S)\nJohan Ytter (M)"
    points = "Nämnden lämnar yttrandet som sitt eget svar på remissen.\nNämnden föreslår att strategin kompletteras med mål för tillgänglighet."
    for text in (label, listed, points):
        assert [each.text for each in read_bytes(f"Rubrik\n\n{text}".encode(), "a.txt").paragraphs[1:]] == text.split(
            "\n"
        )


def test_a_hard_wrapped_text_is_joined() -> None:
    text = (
        "Den genomsnittliga handläggningstiden i färdtjänsten har ökat tre år\ni rad, och förvaltningen har på nämndens uppdrag kartlagt vad det\n"
        "beror på. Antalet ansökningar har ökat."
    )
    assert [each.text for each in read_bytes(f"Rubrik\n\n{text}".encode(), "a.txt").paragraphs[1:]] == [
        text.replace("\n", " ")
    ]


def test_a_table_that_lays_out_a_web_page_is_read_in_its_order() -> None:
    inner = "<table><tr><td>x</td><td>y</td></tr></table>"
    page = f"<table><tr><td>A</td><td>{inner}</td><td>B</td></tr></table><table><tr><td><h2>R</h2><p>Ett.</p></td></tr></table>"
    document = read_bytes(page.encode(), "x.html")
    assert texts(document) == ["A", "x | y", "B", "R", "Ett."]
    assert document.paragraphs[3].kind is ParagraphKind.HEADING


def test_lists_of_a_web_page_have_their_numbers_and_depth() -> None:
    page = "<ol><li><p>ett</p><li>två<ul><li><p>inre</p></ul></ol><p>efter</p>"
    document = read_bytes(page.encode(), "x.html")
    assert [(x.text, x.level) for x in document.paragraphs] == [("1. ett", 1), ("2. två", 1), ("inre", 2), ("efter", 0)]


def test_what_a_style_sheet_hides_is_not_read() -> None:
    page = "<style>.dold, #x {display:none}</style><p class='a dold'>a</p><p id=x>b</p><p>syns <s>c</s><i style='mso-hide:all'>d</i></p>"
    document = read_bytes(page.encode(), "x.html")
    assert texts(document) == ["syns c"]
    assert [notice.code for notice in document.notices] == ["hidden-text", "struck-text"]


@pytest.mark.parametrize(
    "data",
    [
        "<meta charset=iso-8859-15><p>5 € för</p>".encode("iso-8859-15"),
        "<?xml version='1.0' encoding='windows-1252'?><html><p>5 € för</p></html>".encode("cp1252"),
        "<meta charset=okänd><p>5 € för</p>".encode(),
    ],
)
def test_a_web_page_says_how_its_letters_are_stored(data: bytes) -> None:
    assert texts(read_bytes(data, "x.html")) == ["5 € för"]


def test_a_web_page_that_is_named_as_a_letter_is_read_as_what_it_is() -> None:
    document = read_bytes(b"<html><p>Brev.</p></html>", "x.doc")
    assert (document.format, [notice.code for notice in document.notices]) == ("html", ["type-differs"])


def mail(rest: bytes) -> Document:
    return read_bytes(b"From: a@x.example\r\nSubject: S\r\nMIME-Version: 1.0\r\n" + rest, "x.eml")


def test_an_email_without_a_character_set_keeps_its_letters_and_flowed_lines_are_joined() -> None:
    assert texts(mail("\r\nHej på dig.".encode("cp1252")))[2:] == ["Hej på dig."]
    assert texts(mail("\r\nHej på dig.".encode()))[2:] == ["Hej på dig."]
    flowed = b"Content-Type: text/plain; format=flowed\r\n\r\nEn rad som \r\nblir hel.\r\n"
    assert texts(mail(flowed))[2:] == ["En rad som blir hel."]


def test_all_text_of_an_email_is_read_and_all_else_named() -> None:
    parts = (
        b"Content-Type: multipart/mixed; boundary=X\r\n\r\n--X\r\nContent-Type: text/plain\r\n\r\nBrevet.\r\n--X\r\n"
        b"Content-Type: text/plain\r\n\r\nListans sidfot.\r\n--X\r\nContent-Type: message/rfc822\r\n\r\nSubject: Inre\r\n\r\nx\r\n--X--\r\n"
    )
    document = mail(parts)
    assert texts(document)[2:] == ["Brevet.", "Listans sidfot."]
    assert [each.name for each in document.unread] == ["Inre"]
    only = mail(b"Content-Type: application/ms-tnef; name=winmail.dat\r\n\r\nxx")
    assert [each.name for each in only.unread] == ["winmail.dat"]


STYLED = ODT_NAMES + (
    ' xmlns:s="urn:oasis:names:tc:opendocument:xmlns:style:1.0" xmlns:f="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0"'
    ' xmlns:d="urn:oasis:names:tc:opendocument:xmlns:drawing:1.0"'
)


def styled(styles: str, body: str) -> Document:
    content = f"<o:document-content {STYLED}><o:automatic-styles>{styles}</o:automatic-styles><o:body><o:text>{body}</o:text></o:body></o:document-content>"
    return read_bytes(package({"mimetype": "application/vnd.oasis.opendocument.text", "content.xml": content}), "x.odt")


def test_open_document_lists_and_headings_have_their_numbers() -> None:
    styles = (
        '<t:outline-style><t:outline-level-style t:level="1" s:num-format="1"/><t:outline-level-style t:level="2" s:num-format="1" t:display-levels="2"/></t:outline-style>'
        '<t:list-style s:name="L"><t:list-level-style-number t:level="1" s:num-format="1" s:num-suffix="."/>'
        '<t:list-level-style-number t:level="2" s:num-format="a" s:num-suffix=")"/></t:list-style><t:list-style s:name="B"><t:list-level-style-bullet t:level="1"/></t:list-style>'
    )
    item = "<t:list-item><t:p>{}</t:p>{}</t:list-item>".format
    body = (
        '<t:h t:outline-level="1">Ett</t:h><t:h t:outline-level="2">Två</t:h>'
        f'<t:list t:style-name="L">{item("a", "<t:list>" + item("b", "") + "</t:list>")}{item("c", "")}</t:list>'
        f'<t:list t:style-name="L" t:continue-numbering="true">{item("d", "")}</t:list><t:list t:style-name="B">{item("e", "")}</t:list>'
    )
    assert texts(styled(styles, body)) == ["1 Ett", "1.1 Två", "1. a", "a) b", "2. c", "3. d", "e"]


def test_open_document_boxes_hidden_styles_and_notes_in_tables() -> None:
    styles = (
        '<s:style s:name="H"><s:text-properties t:display="none"/></s:style><s:style s:name="H2" s:parent-style-name="H"/>'
        '<s:style s:name="S"><s:text-properties s:text-line-through-style="solid"/></s:style>'
    )
    note = "<t:note><t:note-body><t:p>Noten.</t:p></t:note-body></t:note>"
    body = (
        "<t:p><d:frame><d:text-box><t:p>Rutan.</t:p></d:text-box></d:frame>Text <t:span t:style-name='S'>struken</t:span>.</t:p>"
        f"<t:p t:style-name='H2'>dolt</t:p><b:table><b:table-row><b:table-cell><t:p>Cell{note}</t:p></b:table-cell></b:table-row></b:table>"
    )
    document = styled(styles, body)
    assert [(x.text, x.kind) for x in document.paragraphs] == [
        ("Text struken.", ParagraphKind.TEXT), ("Rutan.", ParagraphKind.BOX), ("Cell", ParagraphKind.ROW), ("Noten.", ParagraphKind.NOTE),
    ]  # fmt: skip
    assert {notice.code for notice in document.notices} == {"hidden-text", "struck-text"}


@pytest.mark.parametrize("encoding", ["cp1252", "cp850", "mac_roman", "utf-16-le", "utf-16-be"])
def test_swedish_letters_are_found_in_old_encodings_and_without_a_mark(encoding: str) -> None:
    text = "Nämnden beslutar att bevilja färdtjänst från våren."
    assert texts(read_bytes(text.encode(encoding), "x.txt")) == [text]


def test_a_new_page_is_a_new_paragraph() -> None:
    assert texts(read_bytes(b"Sidan ett.\fSidan tva.", "x.txt")) == ["Sidan ett.", "Sidan tva."]


def test_joined_letters_and_other_hyphens_are_written_as_the_ordinary_ones() -> None:
    assert texts(read_bytes("a\ufb03sch, vård\u2010 och region\u2011en, sjuk\u00advård".encode(), "x.txt")) == [
        "affisch, vård- och region-en, sjukvård"
    ]


@pytest.mark.skipif(os.name != "posix", reason="names are bytes on POSIX systems only")
def test_a_name_that_is_no_text_is_shown_as_far_as_it_is(tmp_path: Path) -> None:
    path = Path(os.fsdecode(os.fsencode(tmp_path) + b"/a\xff.txt"))
    path.write_text("Text.", encoding="utf-8")
    assert read(path).name == "a\ufffd.txt"


def test_a_name_longer_than_any_file_can_have_is_missing(tmp_path: Path) -> None:
    with pytest.raises(DocumentMissing):
        read(tmp_path / ("a" * 400))
