"""What is told before a summary is begun agrees with what is then done."""

import pytest

from assistant.engine.scripted import ScriptedEngine
from assistant.engine.session import Session
from assistant.job import Job, Options, carry_out, outlook
from assistant.worker.messages import Event, Progress
from tests.assistant.tasks.test_summarise import SHORT, by_prompt, long


def test_a_short_document_is_read_in_one_part() -> None:
    expected = outlook(SHORT, Options())
    assert (expected.language, expected.parts, expected.reads_all) == ("sv", 1, True)
    assert expected.cost > 0


@pytest.mark.parametrize("kind", ["extract", "minutes"])
def test_what_the_program_does_alone_costs_nothing(kind: str) -> None:
    assert (outlook(SHORT, Options(kind)).parts, outlook(SHORT, Options(kind)).cost) == (0, 0)


def test_the_quick_way_says_that_it_does_not_read_all_and_costs_less() -> None:
    source = long(1_000)
    quick, thorough = outlook(source, Options(depth="quick")), outlook(source, Options())
    assert (quick.parts, quick.reads_all) == (1, False)
    assert thorough.reads_all
    assert quick.cost < thorough.cost / 2


def test_the_parts_told_are_about_those_that_are_read() -> None:
    source, events = long(1_000), list[Event]()
    carry_out(Job(source), Session(ScriptedEngine(by_prompt)), events.append)
    read = max(event.parts for event in events if isinstance(event, Progress))
    # The scripted engine's tokens are words, each of about two of a model's.
    assert read / 2 <= outlook(source, Options()).parts <= read * 4
