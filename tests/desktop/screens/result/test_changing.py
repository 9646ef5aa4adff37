"""A change asked of the model: what is marked, what comes, and what the user answers."""

import dataclasses

import pytest

from assistant.job import Change, Marked
from assistant.tasks.task import Block, BlockKind, Finding, Origin, Result, Source, Status
from assistant.worker.messages import Again, Cancelled, Event, Failed, Finished, Piece, Progress
from desktop.screens.result.changing import Changing, Selection
from desktop.screens.result.presenter import Presenter
from desktop.screens.result.versions import TEXT
from desktop.told import Told
from tests.desktop.screens.result.make import DOCUMENT, INVENTED, ROW, SUPPORTED, Around, result

SHORT = "Rapporten godkändes."
SOURCE = Source("a.txt", 2, 1, "Nämnden godkände rapporten den 3 maj.")


@pytest.fixture
def around() -> Around:
    return Around()


@pytest.fixture
def presenter(around: Around) -> Presenter:
    made = around.presenter()
    made.open(7, result())
    return made


def proposed(*texts: str, findings: tuple[Finding, ...] = ()) -> Result:
    blocks = tuple(Block(BlockKind.STATEMENT, text, (), (SOURCE,), Status.PARTLY) for text in texts)
    return dataclasses.replace(result(*blocks), task="change", findings=findings, documents=())


def now(presenter: Presenter) -> Changing:
    assert presenter.state.changing
    return presenter.state.changing


def test_the_chosen_statements_are_ordered_each_by_itself(presenter: Presenter, around: Around) -> None:
    presenter.choose([1, 2])
    presenter.ask("shorter")
    assert around.jobs[0].change == Change((Marked(SUPPORTED.text), Marked(INVENTED.text)), "shorter")
    assert around.jobs[0].document == DOCUMENT
    presenter.ask("shorter")
    assert len(around.jobs) == 1, "one at a time"


def test_marked_words_are_ordered_with_what_stands_around_them(presenter: Presenter, around: Around) -> None:
    presenter.choose([1])
    presenter.select(Selection(1, TEXT, 8, 16))
    assert presenter.marked == ("godkände",)
    presenter.ask("own", instruction="säg det tydligare")
    assert around.jobs[0].change
    assert around.jobs[0].change.marked == (Marked("godkände", "Nämnden ", " rapporten."),)


def test_of_a_row_the_cell_that_the_keyboard_is_in_is_ordered(presenter: Presenter, around: Around) -> None:
    presenter.choose([5], 0)
    presenter.ask("formal")
    assert around.jobs[0].change
    assert around.jobs[0].change.marked == (Marked("Ada"),)


@pytest.mark.parametrize("blocks", [[], [4], [4, 5]])
def test_where_there_is_nothing_to_change_that_is_told(presenter: Presenter, around: Around, blocks: list[int]) -> None:
    presenter.choose(blocks)
    presenter.ask("shorter")
    assert (around.jobs, presenter.state.told) == ([], Told("nothing-marked"))


def test_a_wish_of_ones_own_needs_words(presenter: Presenter, around: Around) -> None:
    presenter.choose([1])
    presenter.ask("own", instruction=" ")
    assert (around.jobs, presenter.state.told) == ([], Told("no-instruction"))


def test_the_work_is_followed_and_stopped(presenter: Presenter, around: Around) -> None:
    presenter.choose([1])
    presenter.ask("shorter")
    assert now(presenter).stage == "waiting"
    assert presenter.is_busy
    presenter.hear(1, Progress("writing", 1, 1, 0.5))
    presenter.hear(1, Piece("Rapp"))
    assert (now(presenter).stage, now(presenter).text) == ("running", "Rapp")
    presenter.hear(1, Again(2))
    assert now(presenter).text == ""
    presenter.hear(99, Piece("somebody else's"))
    assert now(presenter).text == ""
    presenter.stop()
    assert around.stopped == [1]
    presenter.hear(1, Cancelled())
    assert (now(presenter).stage, now(presenter).order) == ("stopped", 0)
    assert not presenter.is_busy
    presenter.ask("shorter")
    assert len(around.jobs) == 2


def test_a_change_that_fails_says_why_and_changes_nothing(presenter: Presenter) -> None:
    presenter.choose([1])
    presenter.ask("shorter")
    presenter.hear(1, Failed("model-missing", {"model": "x"}))
    assert now(presenter).problem == Failed("model-missing", {"model": "x"})
    assert len(presenter.state.versions) == 1


def test_a_proposal_changes_nothing_until_it_is_accepted(presenter: Presenter) -> None:
    presenter.choose([1])
    presenter.ask("shorter")
    found = (Finding("change-lost", {"text": "3 maj"}, 0), Finding("words-not-in-source", {"text": "x"}, 0))
    presenter.hear(1, Finished(proposed(SHORT, findings=(*found, Finding("change-translated")))))
    assert presenter.state.result == result()
    assert now(presenter).proposals[0].findings == found
    assert now(presenter).findings == (Finding("change-translated"),)
    presenter.accept(0)
    assert presenter.state.result
    block = presenter.state.result.blocks[1]
    assert (block.text, block.origin, block.status, block.sources) == (SHORT, Origin.MODEL, Status.PARTLY, (SOURCE,))
    assert Finding("words-not-in-source", {"text": "x"}, 1) in presenter.state.result.findings
    assert all(each.code != "change-lost" for each in presenter.state.result.findings), "that was for the choice"
    version = presenter.state.version
    assert version
    assert (version.act, version.what, version.basis) == ("changed", "shorter", 1)
    presenter.accept(0)
    assert len(presenter.state.versions) == 2


def test_a_proposal_that_is_refused_leaves_all_as_it_was(presenter: Presenter) -> None:
    presenter.choose([1])
    presenter.ask("shorter")
    presenter.hear(1, Finished(proposed(SHORT)))
    presenter.refuse(0)
    presenter.accept(0)
    assert now(presenter).proposals[0].answer == "refused"
    assert len(presenter.state.versions) == 1


def test_several_proposals_are_answered_one_by_one(presenter: Presenter) -> None:
    presenter.choose([1, 2])
    presenter.ask("shorter")
    presenter.hear(1, Finished(proposed("Ett.", "Två.")))
    presenter.accept(1)
    assert now(presenter).waiting == (0,)
    presenter.accept(0)
    assert presenter.state.result
    assert [block.text for block in presenter.state.result.blocks[1:3]] == ["Ett.", "Två."]


def test_a_proposal_finds_its_statement_where_it_has_moved(presenter: Presenter) -> None:
    presenter.choose([2])
    presenter.ask("shorter")
    presenter.choose([1])
    presenter.remove()
    presenter.hear(1, Finished(proposed("Bil åt alla.")))
    presenter.accept(0)
    assert presenter.state.result
    assert presenter.state.result.blocks[1].text == "Bil åt alla."


def test_a_proposal_for_words_that_have_been_changed_meanwhile_is_not_put_in(presenter: Presenter) -> None:
    presenter.choose([1])
    presenter.ask("shorter")
    presenter.edit(1, TEXT, "Helt andra ord.")
    presenter.hear(1, Finished(proposed(SHORT)))
    presenter.accept(0)
    assert now(presenter).proposals[0].answer == "stale"
    assert presenter.state.result
    assert presenter.state.result.blocks[1].text == "Helt andra ord."


def test_a_cell_that_was_accepted_is_checked_with_its_row(presenter: Presenter, around: Around) -> None:
    presenter.choose([5], 1)
    presenter.ask("own", instruction="skriv ut partiet")
    presenter.hear(1, Finished(proposed("Socialdemokraterna")))
    presenter.accept(0)
    assert presenter.state.result
    row = presenter.state.result.blocks[5]
    assert row.cells == ("Ada", "Socialdemokraterna")
    assert (row.status, around.checks[0].blocks) == (Status.NOT_CHECKED, (row,))
    assert ROW.text != row.text


@pytest.mark.parametrize(
    "event",
    [
        Finished(proposed("Ett.", "Två.")),
        Finished(proposed("Annat godkändes rapporten.")),
        Finished(proposed("Nämnden godkändes en annan sak.")),
    ],
)
def test_a_child_that_touches_more_than_the_marked_words_is_not_believed(presenter: Presenter, event: Event) -> None:
    presenter.choose([1])
    presenter.select(Selection(1, TEXT, 8, 16))
    presenter.ask("shorter")
    presenter.hear(1, event)
    assert (now(presenter).stage, now(presenter).proposals) == ("failed", ())


def test_work_for_a_document_that_is_not_shown_goes_on_and_is_there_later(presenter: Presenter, around: Around) -> None:
    presenter.choose([1])
    presenter.ask("shorter")
    presenter.open(8, result(SUPPORTED))
    shown = len(around.shown)
    presenter.hear(1, Finished(proposed(SHORT)))
    assert len(around.shown) == shown
    presenter.open(7, result())
    assert now(presenter).waiting == (0,)


def test_a_document_that_is_forgotten_stops_its_work(presenter: Presenter, around: Around) -> None:
    presenter.choose([1])
    presenter.ask("shorter")
    presenter.keep_only({8})
    assert around.stopped == [1]
    presenter.hear(1, Cancelled())
