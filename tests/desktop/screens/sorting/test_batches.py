"""What the screen with the batches decides and says, without Qt."""

from dataclasses import replace
from pathlib import Path

import pytest

from assistant.classify.desk import Desk
from assistant.documents.read import read
from assistant.errors import DocumentMissing, Stopped
from assistant.schemes.read import load
from assistant.worker.messages import Failed
from desktop.screens.sorting import about, presenter
from desktop.sorting import Ended, Order, Step
from tests.desktop.screens.sorting.conftest import EN, TEXTS, Office


def test_nothing_can_be_sorted_before_documents_are_chosen(office: Office, folder: Path) -> None:
    office.sorting.refresh()
    assert office.sorting.state.scheme == "handlingstyp"
    assert not office.sorting.state.can_start
    office.sorting.start()
    assert office.sorting.state.running is None
    office.sorting.take([folder])
    assert office.sorting.state.count == len(TEXTS)
    assert office.sorting.state.can_start
    assert "4 documents: in" in about.chosen(office.sorting.state, EN)


def test_a_folder_that_is_gone_is_told(office: Office, tmp_path: Path) -> None:
    office.sorting.take([tmp_path / "gone"])
    assert office.sorting.state.problem == Failed(DocumentMissing.code, {"name": "gone"})
    assert not office.sorting.state.can_start
    assert "gone" in about.outcome(office.sorting.state, EN)


def test_a_batch_is_sorted_and_told_of(sorted_: Office) -> None:
    state = sorted_.sorting.state
    assert state.running is None
    assert state.pile
    assert (state.pile.total, state.pile.waiting, state.pile.failed) == (len(TEXTS), 0, 0)
    assert state.pile.undecided >= 1, "a text of one dot is of no type"
    assert (state.sources, state.count) == ((), 0)
    assert state.ended
    assert state.ended.without_model
    assert "alone" in about.outcome(state, EN)
    assert "4 documents sorted" in about.line(state.pile, state, EN)
    assert state.not_kept == "keyring"
    assert "keyring" in about.kept(state, EN)


def test_the_time_left_is_told_when_it_is_no_guess(office: Office, folder: Path) -> None:
    order = Order(1, "sort")
    office.sorting.state = presenter.State(running=presenter.Running(order))
    office.sorting._began = (0.0, -1)
    office.sorting.hear(order, Step(10, 100))
    assert office.sorting.state.running
    assert office.sorting.state.running.seconds_left is None
    office.now = 40.0
    office.sorting.hear(order, Step(20, 100))
    assert office.sorting.state.running.seconds_left == pytest.approx(320)
    assert about.progress(office.sorting.state.running, EN) == "Sorting · 20 of 100 · about 5 min left"
    assert folder


def test_a_paused_batch_goes_on_where_it_was(office: Office, folder: Path) -> None:
    office.sorting.refresh()
    office.sorting.take([folder])
    number = office.works.lay_out(load("handlingstyp"), [folder])
    desk = Desk(office.works.vault, number)
    seen = []

    def told(*_each: object) -> None:
        seen.append(1)

    with pytest.raises(Stopped):
        desk.carry_out(read, told, lambda: len(seen) == 2)
    office.sorting.refresh()
    office.sorting.choose(number)
    pile = office.sorting.state.pile
    assert pile
    assert pile.waiting == 2
    assert office.sorting.state.can_go_on
    assert office.sorting.state.can_review
    office.sorting.go_on()
    office.tell()
    assert office.sorting.state.pile
    assert office.sorting.state.pile.waiting == 0


def test_pausing_is_told_until_the_document_is_done(office: Office) -> None:
    order = Order(1, "sort")
    office.sorting.state = presenter.State(running=presenter.Running(order, 3, 10, 60.0))
    office.sorting.pause()
    assert office.sorting.state.running
    assert office.sorting.state.running.is_ending
    assert about.progress(office.sorting.state.running, EN) == "Sorting · ending with the document under way · 3 of 10"
    office.sorting.hear(order, Ended("stopped"))
    assert "Paused" in about.outcome(office.sorting.state, EN)


def test_what_is_sorted_can_be_looked_through_while_the_rest_is(office: Office, folder: Path) -> None:
    number = office.works.lay_out(load("handlingstyp"), [folder])
    office.sorting.refresh()
    order = Order(number, "sort")
    office.sorting.state = replace(office.sorting.state, running=presenter.Running(order))
    assert not office.sorting.state.can_review
    Desk(office.works.vault, number).carry_out(read, lambda *_each: None, lambda: False)
    office.now = 2.0
    office.sorting.hear(order, Step(2, len(TEXTS)))
    assert office.sorting.state.can_review
    assert office.sorting.state.running


def test_one_thing_at_a_time(sorted_: Office) -> None:
    order = Order(1, "sort")
    sorted_.sorting.state = presenter.State(running=presenter.Running(order))
    assert not sorted_.sorting.run(Order(2, "copy"))
    assert sorted_.sorting.state.running == presenter.Running(order)


def test_a_batch_is_forgotten_only_after_a_yes(sorted_: Office) -> None:
    sorted_.sorting.discard()
    assert sorted_.sorting.state.question == "discard"
    sorted_.sorting.answer(is_yes=False)
    assert len(sorted_.sorting.state.piles) == 1
    sorted_.sorting.discard()
    sorted_.sorting.answer(is_yes=True)
    assert not sorted_.sorting.state.piles
    assert sorted_.sorting.state.chosen == 0
