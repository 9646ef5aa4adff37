import random

import pytest

from assistant.documents.document import Document, ParagraphKind
from assistant.documents.read import read_bytes
from assistant.errors import DocumentError

FONTS = r"{\fonttbl{\f0\fnil\fcharset0 Calibri;}{\f1\fcharset238 Arial;}{\f2\fcharset2 Symbol;}}"
STYLES = r"{\stylesheet{\s0 Normal;}{\s1\outlinelevel0 heading 1;}{\s2 Rubrik 2;}}{\info{\title Min titel}{\author A}}"


def of(body: str) -> Document:
    return read_bytes(f"{{\\rtf1\\ansi\\ansicpg1252\\deff0{FONTS}{STYLES}{body}}}".encode("latin-1"), "x.rtf")


def texts(document: Document) -> list[str]:
    return [paragraph.text for paragraph in document.paragraphs]


def test_letters_in_every_way_that_they_are_written() -> None:
    document = of(
        r"R\u228\'e4ksm\u246?rg\'e5s \u8364\'80 25\~000 \f1\'b9\'e6\f0  \u-10179?\u-8704? \ldblquote ja\rdblquote\par"
    )
    assert texts(document) == ["Räksmörgås € 25 000 ąć \U0001f600 “ja”"]


def test_headings_lists_and_the_title() -> None:
    document = of(
        r"\pard\s1 Ett\par\pard\s2 Tv\'e5\par\pard{\listtext 1.\tab}F\'f6rst\par{\pntext\f2\'b7\tab}Punkt\par\pard Slut.\par"
    )
    assert [(x.kind, x.level, x.text) for x in document.paragraphs] == [
        (ParagraphKind.HEADING, 1, "Ett"), (ParagraphKind.HEADING, 2, "Två"), (ParagraphKind.ITEM, 1, "1. Först"),
        (ParagraphKind.ITEM, 1, "Punkt"), (ParagraphKind.TEXT, 0, "Slut."),
    ]  # fmt: skip
    assert document.title == "Min titel"


def test_tables_come_row_by_row() -> None:
    rows = r"\trowd\intbl Post\cell 2025\cell\row\trowd\intbl Summa\cell 1 200\par kr\cell\row\pard Efter.\par"
    assert [x.cells for x in of(rows).paragraphs] == [("Post", "2025"), ("Summa", "1 200 kr"), ()]


def test_deleted_and_hidden_text_is_not_read_and_what_was_seen_is_told() -> None:
    document = of(
        r"Synligt{\v dolt}{\deleted struket} {\revised nytt} {\strike gammalt}{\*\annotation anm\'e4rkning}.\par"
        r"{\pict\pngblip 89504e47}{\object\objemb{\*\objdata 0102}{\result Visas.}}\par"
    )
    assert texts(document) == ["Synligt nytt gammalt.", "Visas."]
    assert {notice.code for notice in document.notices} == {
        "tracked-insertions", "tracked-deletions", "hidden-text", "struck-text", "comments-not-read",
    }  # fmt: skip
    assert [each.why for each in document.unread] == ["embedded", "image"]


def test_notes_boxes_heads_and_feet_have_their_places() -> None:
    document = of(
        r"{\header Regionen\par}{\footer Sida {\field{\*\fldinst PAGE}{\fldrslt 1}}\par}{\footerf Org.nr 1\par}"
        r"Text{\footnote Noten.} {\field{\*\fldinst HYPERLINK x}{\fldrslt l\'e4nkad}}."
        r"{\shp{\*\shpinst{\sp{\sn a}{\sv b}}{\shptxt Rutan.\par}}{\shprslt Rutan.}}\par"
    )
    assert [(x.kind, x.text) for x in document.paragraphs] == [
        (ParagraphKind.HEADER, "Regionen"), (ParagraphKind.TEXT, "Text länkad."), (ParagraphKind.NOTE, "Noten."),
        (ParagraphKind.BOX, "Rutan."), (ParagraphKind.FOOTER, "Org.nr 1"),
    ]  # fmt: skip


@pytest.mark.parametrize(
    "body",
    [r"oavslutad {text \b fet", "{" * 5_000 + "djupt", r"kvar\bin99999 x", r"{\*\okänt x}{\upr{a}{\*\ud{b}}}y\par"],
)
def test_what_is_malformed_is_read_as_far_as_it_goes(body: str) -> None:
    assert of(body).text


def test_damaged_bytes_give_a_document_or_an_error_and_nothing_else() -> None:
    choose = random.Random(3)
    whole = bytearray(
        rb"{\rtf1\ansi{\fonttbl{\f0 A;}}\pard\s1 Rubrik\par{\footnote x}\intbl a\cell\row \u228? text {\v b}\par}"
    )
    for _ in range(200):
        damaged = bytearray(whole)
        for _ in range(choose.randint(1, 20)):
            damaged[choose.randrange(6, len(damaged))] = choose.choice(rb"{}\ x09'*u")
        try:
            read_bytes(bytes(damaged), "x.rtf")
        except DocumentError:
            continue
