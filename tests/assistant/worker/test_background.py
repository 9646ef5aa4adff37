"""Jobs in the background end exactly once each, in order, whatever happens."""

import queue
from collections.abc import Iterator
from pathlib import Path

import pytest

from assistant.classify.question import Question
from assistant.errors import ModelUnreadable, Stopped
from assistant.worker.background import Background
from assistant.worker.client import ModelChild
from assistant.worker.messages import Cancelled, Event, Failed, Finished, ReadAhead
from assistant.worker.model import Opening
from tests.assistant.worker import openers
from tests.assistant.worker.test_client import JOB
from tests.conftest import children

ENDS = (Finished, ReadAhead, Cancelled, Failed)


class Heard:
    """What the background has said; waits for ends."""

    def __init__(self) -> None:
        self.events: queue.SimpleQueue[tuple[int, Event]] = queue.SimpleQueue()
        self.ends: list[tuple[int, Event]] = []

    def hear(self, number: int, event: Event) -> None:
        self.events.put((number, event))

    def until(self, count: int) -> list[tuple[int, Event]]:
        """All ends, once there are so many."""
        while len(self.ends) < count:
            number, event = self.events.get(timeout=30)
            if isinstance(event, ENDS):
                self.ends.append((number, event))
        return self.ends

    def next(self) -> tuple[int, Event]:
        return self.events.get(timeout=30)


@pytest.fixture
def heard() -> Heard:
    return Heard()


@pytest.fixture
def background(tmp_path: Path, heard: Heard) -> Iterator[Background]:
    made = Background(ModelChild(Opening(str(tmp_path)), openers.scripted), heard.hear)
    yield made
    made.close()
    assert not children()


def test_orders_end_in_turn(background: Background, heard: Heard) -> None:
    numbers = [background.order(JOB) for _ in range(3)]
    ends = heard.until(3)
    assert [number for number, _ in ends] == numbers
    assert all(isinstance(event, Finished) for _, event in ends)


def test_one_that_waits_can_be_stopped_and_the_others_go_on(
    tmp_path: Path, background: Background, heard: Heard
) -> None:
    (tmp_path / "slow").touch()
    first, second, third = (background.order(JOB) for _ in range(3))
    heard.next()
    background.stop(second)
    background.stop(first)
    heard.until(1)
    (tmp_path / "slow").unlink()
    assert [(number, type(event)) for number, event in heard.until(3)] == [
        (first, Cancelled), (second, Cancelled), (third, Finished),
    ]  # fmt: skip


def test_a_child_that_dies_is_told_and_the_next_order_is_done(
    tmp_path: Path, background: Background, heard: Heard
) -> None:
    (tmp_path / "segfault").touch()
    background.order(JOB)
    ((_, event),) = heard.until(1)
    assert isinstance(event, Failed)
    assert event.code == "model-died"
    (tmp_path / "segfault").unlink()
    background.order(JOB)
    assert isinstance(heard.until(2)[1][1], Finished)


def test_closing_ends_every_order(tmp_path: Path, heard: Heard) -> None:
    (tmp_path / "slow").touch()
    background = Background(ModelChild(Opening(str(tmp_path)), openers.scripted), heard.hear)
    numbers = [background.order(JOB) for _ in range(3)]
    heard.next()
    background.close()
    assert [(number, type(event)) for number, event in heard.until(3)] == [(number, Cancelled) for number in numbers]
    assert not children()


def test_what_is_read_ahead_ends_with_that_and_the_job_is_still_to_do(background: Background, heard: Heard) -> None:
    ahead = background.read_ahead(JOB)
    assert heard.until(1) == [(ahead, ReadAhead())]
    job = background.order(JOB)
    number, event = heard.until(2)[1]
    assert number == job
    assert isinstance(event, Finished)
    assert event.result.provenance.tokens_read == 0, "all of it had been read"


def test_reading_ahead_gives_way_to_whatever_is_ordered_after_it(
    tmp_path: Path, background: Background, heard: Heard
) -> None:
    (tmp_path / "slow").touch()
    first, ahead, last = background.order(JOB), background.read_ahead(JOB), background.order(JOB)
    heard.next()
    (tmp_path / "slow").unlink()
    assert [(number, type(event)) for number, event in heard.until(3)] == [
        (first, Finished), (ahead, Cancelled), (last, Finished),
    ]  # fmt: skip


def test_what_cannot_be_read_ahead_is_told(tmp_path: Path, background: Background, heard: Heard) -> None:
    (tmp_path / "unreadable").touch()
    background.read_ahead(JOB)
    ((_, event),) = heard.until(1)
    assert isinstance(event, Failed)
    assert event.code == "model-unreadable"


def test_another_child_does_what_is_ordered_after_it_and_no_order_is_lost(
    tmp_path: Path, background: Background, heard: Heard
) -> None:
    other = tmp_path / "other"
    other.mkdir()
    (other / "unreadable").touch()  # so that it can be told which child has answered
    (tmp_path / "slow").touch()
    first, second = background.order(JOB), background.order(JOB)
    heard.next()
    background.use(ModelChild(Opening(str(other)), openers.scripted))
    third = background.order(JOB)
    background.use(ModelChild(Opening(str(tmp_path)), openers.scripted))
    fourth = background.order(JOB)
    (tmp_path / "slow").unlink()
    assert [(number, type(event)) for number, event in heard.until(4)] == [
        (first, Finished), (second, Finished), (third, Failed), (fourth, Finished),
    ]  # fmt: skip
    assert len(children()) == 1, "the child that is used no longer has ended"


def test_reading_ahead_gives_way_to_another_child(tmp_path: Path, background: Background, heard: Heard) -> None:
    (tmp_path / "slow").touch()
    background.order(JOB)
    ahead = background.read_ahead(JOB)
    background.use(ModelChild(Opening(str(tmp_path)), openers.scripted))
    heard.next()
    (tmp_path / "slow").unlink()
    assert heard.until(2)[1] == (ahead, Cancelled())


QUESTION = Question("en", "What is it?", "- a\n- b", "Text.", ("a", "b"))


def test_a_question_waits_for_its_turn_and_is_answered(background: Background, heard: Heard) -> None:
    background.order(JOB)
    scores = background.weigh(QUESTION, lambda: False)
    assert len(scores) == 2
    assert len(heard.until(1)) == 1, "what was ordered before is done"


def test_a_question_that_nobody_wants_answered_any_more_is_stopped(
    tmp_path: Path, background: Background, heard: Heard
) -> None:
    (tmp_path / "slow").touch()
    number = background.order(JOB)
    heard.next()
    wanted = iter([False, False, True])

    def stopping() -> bool:
        is_over = next(wanted, True)
        if is_over:
            background.stop(number)
        return is_over

    with pytest.raises(Stopped):
        background.weigh(QUESTION, stopping)
    heard.until(1)


def test_a_question_to_a_model_that_cannot_be_opened_tells_why(tmp_path: Path, background: Background) -> None:
    (tmp_path / "unreadable").touch()
    with pytest.raises(ModelUnreadable):
        background.weigh(QUESTION, lambda: False)
