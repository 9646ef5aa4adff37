"""The guided first task knows how far the user has come."""

import dataclasses

import pytest

from assistant.tasks.task import Coverage, Provenance, Result
from desktop.screens.work.presenter import Row, State
from desktop.tour import step
from desktop.window import STEPS
from tests.desktop.test_presenters import DOCUMENT

RESULT = Result(
    "summarise", (DOCUMENT,), "sv", (), Coverage(2, 2),
    Provenance("0", "p@1", "", "", model_imported=False, seed=0, seconds=0, tokens_read=0, tokens_written=0, made=""),
)  # fmt: skip
SAMPLE = Row(2, "exempel.docx", document=DOCUMENT)


def state(stage: str) -> State:
    row = dataclasses.replace(SAMPLE, stage=stage, result=RESULT if stage == "done" else None)
    return State((Row(1, "annat.txt"), row), chosen=2)


@pytest.mark.parametrize(
    ("stage", "place", "said"),
    [
        ("opening", "documents", "opening"),
        ("ready", "documents", "start"),
        ("stopped", "documents", "start"),
        ("waiting", "documents", "wait"),
        ("running", "documents", "wait"),
        ("done", "documents", "result"),
        ("done", "result", "trace"),
        ("failed", "documents", "failed"),
        ("running", "settings", "back"),
        ("running", "result", "back"),
    ],
)
def test_the_step_follows_what_the_screens_show(stage: str, place: str, said: str) -> None:
    assert step(state(stage), 2, place) == said
    assert said in STEPS


def test_another_document_leads_back_to_the_example() -> None:
    assert step(dataclasses.replace(state("ready"), chosen=1), 2, "documents") == "choose"
    assert "choose" in STEPS


def test_an_example_that_has_been_taken_out_of_the_list_ends_it() -> None:
    assert step(state("ready"), 3, "documents") == ""
