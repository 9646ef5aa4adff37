"""What the result screen decides about marking, editing, versions and the ways out."""

import dataclasses
from pathlib import Path

import pytest

from assistant.errors import OutputError
from assistant.tasks.task import Finding, Origin, Source, Status
from desktop.checking import Checked
from desktop.screens.result.presenter import Presenter
from desktop.screens.result.state import Spot
from desktop.screens.result.versions import TEXT
from desktop.told import Told
from tests.desktop.screens.result.make import FINDINGS, HEAD, INVENTED, OTHER, ROW, SUPPORTED, Around, result


@pytest.fixture
def around() -> Around:
    return Around()


@pytest.fixture
def presenter(around: Around) -> Presenter:
    made = around.presenter()
    made.open(7, result())
    return made


def texts(presenter: Presenter) -> list[str]:
    assert presenter.state.result
    return [block.text for block in presenter.state.result.blocks]


def test_a_statement_marks_its_places_and_the_document_goes_there(presenter: Presenter) -> None:
    presenter.choose([1])
    state = presenter.state
    assert (set(state.blocks), set(state.spots), state.follows) == ({1}, {Spot("a.txt", 2)}, "document")
    assert state.sources == SUPPORTED.sources


def test_a_paragraph_marks_the_statements_that_rest_on_it_and_they_come_into_view(presenter: Presenter) -> None:
    presenter.choose_paragraph("a.txt", 2)
    assert (set(presenter.state.blocks), presenter.state.follows) == ({1, 5}, "statements")
    presenter.choose_paragraph("a.txt", 3)
    assert presenter.state.blocks == frozenset()
    assert presenter.state.spots == {Spot("a.txt", 3)}


def test_a_finding_leads_to_its_statement_and_one_on_the_whole_leads_nowhere(presenter: Presenter) -> None:
    presenter.choose_finding(1)
    assert (set(presenter.state.blocks), presenter.state.follows) == ({3}, "both")
    presenter.choose_finding(2)
    assert presenter.state.blocks == {3}


def test_what_is_written_by_hand_says_so_rests_on_nothing_and_is_checked_anew(
    presenter: Presenter, around: Around
) -> None:
    presenter.edit(1, TEXT, "Nämnden avslog rapporten.")
    assert presenter.state.result
    block = presenter.state.result.blocks[1]
    assert (block.status, block.origin, block.sources) == (Status.NOT_CHECKED, Origin.HAND, ())
    assert [order.blocks for order in around.checks] == [(block,)]
    found = dataclasses.replace(block, status=Status.UNSUPPORTED)
    presenter.hear_check(7, [Checked(block, found, (Finding("negation-differs", {}, 0),))])
    assert presenter.state.result.blocks[1] == found
    assert Finding("negation-differs", {}, 1) in presenter.state.result.findings
    assert 1 in presenter.state.undecided


def test_a_check_that_comes_late_counts_in_every_version_with_those_words(presenter: Presenter, around: Around) -> None:
    presenter.edit(1, TEXT, "Nämnden avslog rapporten.")
    presenter.edit(2, TEXT, "Alla får en cykel.")
    before = around.checks[0].blocks[0]
    after = dataclasses.replace(before, status=Status.PARTLY, sources=(Source("a.txt", 2, 1, "Nämnden"),))
    presenter.hear_check(7, [Checked(before, after, ())])
    assert [version.result.blocks[1].status for version in presenter.state.versions] == [
        Status.SUPPORTED,
        Status.PARTLY,
        Status.PARTLY,
    ]
    presenter.hear_check(7, [])
    presenter.hear_check(99, [Checked(before, after, ())])


def test_the_same_words_make_no_version_and_a_heading_is_not_checked(presenter: Presenter, around: Around) -> None:
    presenter.edit(1, TEXT, SUPPORTED.text)
    assert len(presenter.state.versions) == 1
    presenter.edit(0, TEXT, "Förslag")
    assert len(presenter.state.versions) == 2
    assert not around.checks


def test_a_cell_is_edited_alone(presenter: Presenter) -> None:
    presenter.edit(5, 1, "M")
    assert presenter.state.result
    assert presenter.state.result.blocks[5].cells == ("Ada", "M")
    assert presenter.state.result.blocks[5].text == "Ada | M"


def test_a_statement_is_removed_with_its_findings_and_the_next_is_marked(presenter: Presenter) -> None:
    presenter.choose([2])
    presenter.remove()
    assert texts(presenter) == ["Beslut", SUPPORTED.text, OTHER.text, HEAD.text, ROW.text]
    assert presenter.state.result
    assert presenter.state.result.findings == (dataclasses.replace(FINDINGS[1], block=2), FINDINGS[2])
    assert presenter.state.blocks == {2}
    presenter.edit(2, TEXT, " ")
    assert OTHER.text not in texts(presenter), "one without text is removed, too"


def test_a_tables_head_is_not_removed(presenter: Presenter) -> None:
    presenter.choose([4, 5])
    presenter.remove()
    assert texts(presenter)[4:] == [HEAD.text]


def test_an_act_is_undone_and_done_again(presenter: Presenter) -> None:
    presenter.choose([2])
    presenter.remove()
    presenter.undo()
    assert INVENTED.text in texts(presenter)
    assert not presenter.state.can_undo
    presenter.redo()
    assert INVENTED.text not in texts(presenter)
    presenter.redo()
    assert presenter.state.shown == 2


def test_versions_tell_what_was_done_and_when_and_any_of_them_is_shown(presenter: Presenter) -> None:
    presenter.edit(1, TEXT, "Ett.")
    presenter.show_version(1)
    presenter.edit(1, TEXT, "Två.")
    assert [(each.act, each.basis, each.what) for each in presenter.state.versions] == [
        ("made", 0, "general"),
        ("edited", 1, "Ett."),
        ("edited", 1, "Två."),
    ]
    presenter.show_version(2)
    assert texts(presenter)[1] == "Ett."
    presenter.compare(3)
    assert presenter.state.compared == 3
    presenter.show_version(9)
    assert presenter.state.shown == 2


def test_a_result_made_again_is_a_new_version_and_one_seen_before_is_not(presenter: Presenter) -> None:
    presenter.edit(1, TEXT, "Ett.")
    presenter.open(7, result())
    assert (len(presenter.state.versions), presenter.state.shown) == (2, 2), "what was edited is still shown"
    presenter.open(7, result(SUPPORTED, made="later"))
    assert [(each.act, each.basis) for each in presenter.state.versions] == [("made", 0), ("edited", 1), ("again", 0)]


def test_each_document_has_versions_of_its_own_until_it_is_forgotten(presenter: Presenter) -> None:
    presenter.edit(1, TEXT, "Ett.")
    presenter.open(8, result(SUPPORTED))
    assert len(presenter.state.versions) == 1
    presenter.open(7, result())
    assert len(presenter.state.versions) == 2
    presenter.keep_only({8})
    presenter.open(7, result())
    assert len(presenter.state.versions) == 1


def test_nothing_without_support_leaves_before_each_has_been_decided_on(presenter: Presenter, around: Around) -> None:
    presenter.export(Path("ut.md"))
    assert (around.written, presenter.state.told) == ([], Told("undecided", count=2))
    assert presenter.state.blocks == {2}, "the first that waits is shown"
    presenter.keep()
    assert presenter.state.blocks == {3}, "and then the next"
    assert presenter.state.undecided == (3,)
    presenter.export(Path("ut.md"))
    assert not around.written
    presenter.remove()
    presenter.export(Path("ut.md"))
    assert around.written == [Path("ut.md")]
    assert presenter.state.told == Told("saved", "ut.md")


def test_what_is_kept_and_then_reworded_must_be_decided_on_again(presenter: Presenter) -> None:
    presenter.choose([2])
    presenter.keep()
    presenter.edit(2, TEXT, "Alla får två bilar.")
    assert presenter.state.result
    block = presenter.state.result.blocks[2]
    presenter.hear_check(7, [Checked(block, dataclasses.replace(block, status=Status.UNSUPPORTED), ())])
    assert 2 in presenter.state.undecided
    presenter.undo()
    assert 2 not in presenter.state.undecided, "that decision was on the words as they were"


def test_only_what_is_copied_has_to_be_decided_on(presenter: Presenter, around: Around) -> None:
    presenter.choose([1])
    presenter.copy()
    assert around.copied == [(1,)]
    presenter.choose([2])
    presenter.copy()
    assert len(around.copied) == 1
    presenter.choose([])
    presenter.copy()
    assert len(around.copied) == 1, "all of it holds what has not been decided on"


def test_the_next_to_decide_on_comes_round(presenter: Presenter) -> None:
    seen = []
    for _ in range(3):
        presenter.next_undecided()
        seen.append(set(presenter.state.blocks))
    assert seen == [{2}, {3}, {2}]


def test_a_file_that_cannot_be_saved_is_told(presenter: Presenter, around: Around) -> None:
    around.refusal = OutputError(name="ut.md", reason="forbidden")
    presenter.choose([2, 3])
    presenter.keep()
    presenter.export(Path("ut.md"))
    assert presenter.state.problem is around.refusal
    assert presenter.state.told is None


def test_what_was_printed_is_told(presenter: Presenter) -> None:
    presenter.printed()
    assert presenter.state.told == Told("printed")


def test_nothing_happens_where_there_is_no_result(around: Around) -> None:
    presenter = around.presenter()
    presenter.choose([1])
    presenter.edit(1, TEXT, "x")
    presenter.keep()
    presenter.remove()
    presenter.choose_paragraph("a.txt", 1)
    presenter.export(Path("ut.md"))
    presenter.copy()
    presenter.ask("shorter")
    assert presenter.state.result is None
    assert not presenter.may_leave()
    assert (around.written, around.copied, around.jobs) == ([], [], [])


def test_work_that_is_not_saved_is_known(presenter: Presenter) -> None:
    assert not presenter.is_unsaved, "what the program made can be made again"
    presenter.edit(1, TEXT, "Ett.")
    assert presenter.is_unsaved
    presenter.choose([2, 3])
    presenter.keep()
    presenter.export(Path("ut.md"))
    assert not presenter.is_unsaved
    presenter.edit(1, TEXT, "Två.")
    presenter.open(8, result(SUPPORTED))
    assert presenter.is_unsaved, "in any of the results"
