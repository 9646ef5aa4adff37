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


@pytest.mark.parametrize("options", [Options("extract"), Options("minutes", depth="quick")])
def test_what_the_program_does_alone_costs_nothing(options: Options) -> None:
    assert (outlook(SHORT, options).parts, outlook(SHORT, options).cost) == (0, 0)


def test_a_meeting_costs_its_text_and_a_few_questions_about_each_part() -> None:
    source = long(1_000)
    few, many = outlook(SHORT, Options("minutes")), outlook(source, Options("minutes"))
    assert few.parts == 1
    assert many.parts > 1
    assert outlook(source, Options()).cost < many.cost < 2 * outlook(source, Options()).cost


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
