"""How a result lies on the grid, without Qt."""

import dataclasses

from assistant.tasks.task import Block, BlockKind, Finding, Result, Status
from assistant.wording import Words
from desktop.screens.result.lines import GRID, Line, lines, most_columns
from desktop.screens.result.versions import TEXT
from tests.desktop.screens.result.make import HEAD, INVENTED, ROW, result


def laid(found: Result, most: int = 4, kept: frozenset[str] = frozenset()) -> tuple[Line, ...]:
    return lines(found, kept, most, Words("sv"))


def texts(found: tuple[Line, ...]) -> list[tuple[str, ...]]:
    return [tuple(cell.text for cell in line.cells) for line in found]


def test_every_line_fills_the_grid() -> None:
    for most in (1, 4):
        assert {sum(cell.span for cell in line.cells) for line in laid(result(), most)} == {GRID}


def test_under_a_statement_stands_its_support_and_what_was_found() -> None:
    found = texts(laid(result()))
    assert found[:3] == [("Beslut",), ("Nämnden godkände rapporten.",), ("✓ belagt · ¶\u00a02, s. 1",)]
    assert ("✗ ej belagt",) in found
    assert ("! Uppgiften 4 kronor finns inte i dokumentet.",) in found
    assert not any("inget stöd" in text for line in found for text in line), "its status says so already"


def test_a_statement_that_is_kept_says_so() -> None:
    found = laid(result(INVENTED), kept=frozenset({INVENTED.text}))
    assert texts(found)[1] == ("✗ ej belagt · du behåller det",)


def test_a_table_that_has_room_is_a_table_with_its_support_last() -> None:
    found = laid(result(HEAD, ROW), most=2)
    assert texts(found) == [("Namn", "Parti", "Stöd"), ("Ada", "S", "✓ belagt")]
    assert [cell.can_edit for cell in found[0].cells] == [False, False, False]
    assert [(cell.cell, cell.can_edit) for cell in found[1].cells] == [(0, True), (1, True), (TEXT, False)]


def test_a_table_without_room_is_records_with_the_names_of_its_columns() -> None:
    head = Block(BlockKind.ROW, "", ("§", "Ärende", "Beslut"), status=Status.SUPPORTED)
    row = Block(BlockKind.ROW, "", ("§ 1", "Val", "Bifall"), status=Status.NOT_CHECKED)
    found = laid(dataclasses.replace(result(head, row), findings=(Finding("answer-cut", {}, 1),)), most=2)
    assert texts(found)[:3] == [("§ 1", "Val"), ("Beslut", "Bifall"), ("– ej kontrollerat",)]
    assert found[1].cells[1].cell == 2
    assert len(found) == 4
    assert {line.block for line in found} == {1}


def test_a_table_of_a_head_alone_and_a_row_with_too_few_cells_are_shown() -> None:
    head = Block(BlockKind.ROW, "a | b | c", ("a", "b", "c"), status=Status.SUPPORTED)
    assert texts(laid(result(head), most=1)) == [("a | b | c",)]
    assert texts(laid(result(head, Block(BlockKind.ROW, "x", ("x",))), most=3))[1] == ("x", "", "", "– ej kontrollerat")


def test_a_text_cannot_turn_its_lines_and_a_point_has_its_mark() -> None:
    block = Block(BlockKind.ITEM, "a\u202eb\nc\td", status=Status.SUPPORTED)
    assert texts(laid(result(block)))[0] == ("• a\ufffdb\nc d",)


def test_the_more_room_the_more_columns() -> None:
    rooms = [most_columns(room) for room in (10, 40, 70, 100, 10_000)]
    assert rooms == sorted(rooms)
    assert rooms[0] < 1
    assert rooms[-1] < GRID
