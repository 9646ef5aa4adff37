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
    row = "<b:table><b:table-row><b:table-cell><t:p>a</t:p></b:table-cell><b:covered-table-cell/><b:table-cell><t:p>b</t:p></b:table-cell></b:table-row></b:table>"
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
