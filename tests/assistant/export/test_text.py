"""Plain text is calm, complete, and cannot steer a terminal."""

import dataclasses

import pytest

from assistant.export import text
from assistant.tasks.task import Block, BlockKind, Coverage, Origin, Result
from assistant.wording import Words
from tests.assistant.export.results import EXTRACT, HOSTILE, RESULT, TWO, source

WHOLE = """\
Sammanfattning: skrivelse.docx
==============================

Utkast gjort med AI-stöd. Granska före användning.

Bakgrund
--------

Region Exempel föreslår att handläggningstiden för färdtjänst kortas från sex till fyra veckor, och
att en ny grupp av handläggare inrättas. [¶ 5, s. 2; ¶ 3, s. 1]

Kostnaden är 14 miljoner kronor. (ej belagt)

- Fler handläggare [¶ 7, s. 2] (delvis belagt)
- Ny e-tjänst [¶ 8]

År    Antal
2024  3 100  [¶ 9, s. 2]

Källor
------
¶ 3, s. 1  ”Tiden kortas från sex till fyra veckor.”
¶ 5, s. 2  ”En ny grupp inrättas.”
¶ 7, s. 2  ”fler handläggare”
¶ 8  ”en ny e-tjänst”

Att kontrollera
---------------
- Texten slutar för tidigt: språkmodellen hade inte mer utrymme.
”Kostnaden är 14 miljoner kronor.”
  - Uppgiften 14 miljoner finns inte i dokumentet.
  - Programmet hittar inget stöd för detta i dokumentet.

Läst
----
Programmet vägde 20 stycken; 14 av 20 lästes i sin helhet.
Stycke 1–2: sidhuvuden och sidfötter.
Stycke 11–14: vägda av programmet men inte lästa av språkmodellen.
Sida 3 har ingen text som går att läsa.
Gick inte att läsa: en bilaga (karta.png).
Dokumentet har 2 kommentarer, som inte lästes.
Sidorna är skannade, och texten kommer från textigenkänning. Bokstäver och siffror kan vara fel.

Så gjordes detta
----------------
Program: Kansli 0.1.0
Prompt: summarise/general@1
Språkmodell: qwen2.5-coder-1.5b
Modellens SHA-256: cc324af070c2ecbfd324a30884d2f951a7ff756aba85cb811a6ec436933bb046
Gjort: 2026-11-23 21:10
Tid: 12,3 sekunder
Token: 3\u00a0456 lästa, 123 skrivna
Slumpfrö: 7
"""


def test_the_whole_result_is_written_calmly() -> None:
    assert text.render(RESULT, Words("sv")) == WHOLE


def test_the_words_around_it_follow_the_interface() -> None:
    written = text.render(RESULT, Words("en"))
    assert "Kostnaden är 14 miljoner kronor. (not supported)" in written
    assert "[¶ 5, p. 2; ¶ 3, p. 1]" in written
    assert "“fler handläggare”" in written


def test_the_banner_can_be_turned_off() -> None:
    assert text.render(RESULT, Words("sv"), banner=False) == WHOLE.replace(
        "Utkast gjort med AI-stöd. Granska före användning.\n\n", ""
    )


def test_words_that_are_the_sources_own_are_not_said_twice() -> None:
    verbatim = dataclasses.replace(RESULT, blocks=RESULT.blocks[6:], findings=())
    written = text.render(verbatim, Words("sv"))
    assert "2024  3 100  [¶ 9, s. 2]" in written
    assert "Källor" not in written


def test_sources_stand_in_the_order_of_the_document_then_of_the_result() -> None:
    said = [
        Block(BlockKind.STATEMENT, f"{n}", sources=(source(n, None, f"Citat {n}{m}."),)) for n in (9, 3) for m in "ba"
    ]
    written = text.render(dataclasses.replace(RESULT, blocks=tuple(said), findings=()), Words("sv"))
    assert "¶ 3  ”Citat 3b.”\n¶ 3  ”Citat 3a.”\n¶ 9  ”Citat 9b.”\n¶ 9  ”Citat 9a.”" in written


def test_without_a_model_nothing_is_said_to_come_from_ai() -> None:
    written = text.render(EXTRACT, Words("sv"))
    assert "AI" not in written
    assert "Språkmodell: ingen; programmet valde meningarna" in written
    assert "SHA-256" not in written


def test_an_imported_model_is_told_as_such() -> None:
    imported = dataclasses.replace(RESULT, provenance=dataclasses.replace(RESULT.provenance, model_imported=True))
    assert "qwen2.5-coder-1.5b (importerad av användaren" in text.render(imported, Words("sv"))


def test_several_documents_are_numbered_in_marks_and_sources() -> None:
    written = text.render(TWO, Words("sv"))
    assert "Båda säger det. [2: ¶ 2, s. 1; 1: ¶ 4]" in written
    assert "1: skrivelse.docx\n2: bilaga.pdf\n1: ¶ 4  ”Det också.”\n2: ¶ 2, s. 1  ”Det.”" in written
    assert "skrivelse.docx: Dokumentet har 2 kommentarer" in written


@pytest.mark.parametrize("result", [RESULT, TWO, HOSTILE])
def test_no_line_is_wider_than_a_terminal(result: Result) -> None:
    assert max(map(len, text.render(result, Words("sv")).splitlines())) <= 100


def test_nothing_can_steer_the_terminal() -> None:
    written = text.render(HOSTILE, Words("sv"))
    assert [char for char in written if not char.isprintable() and char not in "\n\u00a0"] == []
    assert "\ufffd[31mröd" in written


def test_a_table_too_wide_for_columns_is_written_row_by_row() -> None:
    rows = tuple(Block(BlockKind.ROW, "", ("x" * 60, "lång cell " * 8)) for _ in range(2))
    written = text.render(dataclasses.replace(RESULT, blocks=rows, findings=()), Words("sv"))
    assert f"{'x' * 60} | lång cell" in written
    assert max(map(len, written.splitlines())) <= 100


def test_rows_of_different_lengths_make_one_table() -> None:
    rows = (Block(BlockKind.ROW, "", ("a", "b", "c")), Block(BlockKind.ROW, "ensam"))
    assert "a      b  c  (ej" in text.render(dataclasses.replace(RESULT, blocks=rows, findings=()), Words("sv"))


def test_an_empty_result_still_tells_what_was_read() -> None:
    empty = dataclasses.replace(RESULT, blocks=(), documents=(), findings=(), coverage=Coverage(0, 0))
    written = text.render(empty, Words("sv"))
    assert "Alla 0 stycken lästes." in written
    assert "Källor" not in written
    assert "Att kontrollera" not in written


def test_what_was_reworded_is_told_where_it_stands_and_how_many() -> None:
    blocks = tuple(
        dataclasses.replace(block, origin=origin)
        for block, origin in zip(RESULT.blocks[1:4], (Origin.HAND, Origin.HAND, Origin.MODEL), strict=True)
    )
    said = " ".join(text.render(dataclasses.replace(RESULT, blocks=blocks), Words("sv")).split())
    assert "inrättas. [¶ 5, s. 2; ¶ 3, s. 1] (ändrat för hand)" in said
    assert "14 miljoner kronor. (ej belagt, ändrat för hand)" in said
    assert "Ändrat för hand: 2 påståenden" in said
    assert "Ändrat av språkmodellen: 1 påstående" in said
