"""The parent's side with real child processes: every job ends once, whatever happens to the child that does it."""

import os
import signal
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from assistant.classify.question import Question
from assistant.documents.document import Document
from assistant.documents.read import read_bytes as read_here
from assistant.errors import (
    ChildBug,
    DocumentDamaged,
    DocumentDefeats,
    DocumentMissing,
    ModelChanged,
    ModelDied,
    ModelMissing,
    ModelUnreadable,
    Stopped,
)
from assistant.job import Job
from assistant.tasks.draft import Writing
from assistant.tasks.options import Options
from assistant.tasks.points import Point
from assistant.tasks.task import Source
from assistant.worker import client
from assistant.worker.client import ModelChild
from assistant.worker.lockdown import missing
from assistant.worker.messages import Again, Event, Piece
from assistant.worker.model import Opening
from tests.assistant.worker import openers
from tests.conftest import ROOT, children
from tests.samples.pdfs import column, pdf

EXAMPLE = ROOT / "resources" / "examples" / "tjansteskrivelse-fardtjanst.docx"
DOCUMENT = read_here("Rapporten\n\nRapporten om färdtjänsten godkänns av nämnden. Den gäller året.".encode(), "a.txt")
#: As bullets, since the other kinds begin with the document's own words.
JOB = Job(DOCUMENT, Options(kind="bullets"))


@pytest.fixture
def faults(tmp_path: Path) -> Path:
    """A folder where a file with a fault's name makes the child have it; see ``openers.py``."""
    return tmp_path


@pytest.fixture
def child(faults: Path) -> Iterator[ModelChild]:
    with ModelChild(Opening(str(faults)), openers.scripted) as child:
        yield child


def nothing(_event: Event) -> None:
    """Listen to nothing."""


def test_a_document_is_the_same_from_a_child() -> None:
    assert client.read(EXAMPLE) == read_here(EXAMPLE.read_bytes(), EXAMPLE.name)


def test_what_cannot_be_read_comes_back_as_the_same_error(tmp_path: Path) -> None:
    torn = tmp_path / "torn.docx"
    torn.write_bytes(b"PK\x03\x04" + bytes(40))
    with pytest.raises(DocumentDamaged) as caught:
        client.read(torn)
    assert caught.value.facts["name"] == "torn.docx"
    with pytest.raises(DocumentMissing):
        client.read(tmp_path / "none.txt")


def test_what_pypdf_cannot_open_is_read_by_pdfium() -> None:
    whole = pdf(column(["Rapporten godkändes av nämnden i april."]))
    torn = whole.replace(b"/Type/Catalog", b"/Type Catalog")
    with pytest.raises(DocumentDamaged):
        read_here(torn, "a.pdf")
    document = client.read_bytes(torn, "a.pdf")
    assert "Rapporten godkändes av nämnden i april." in document.text
    assert document.reader.startswith("pdfium")
    assert [notice.code for notice in document.notices] == ["second-reader"]


@pytest.mark.parametrize("limit", ["STARTING", "READING"])
def test_a_reader_that_takes_too_long_is_ended(limit: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(client, limit, -1.0)
    monkeypatch.setattr(client, "_LOOK", 0.0)  # no reader has answered by then
    with pytest.raises(DocumentDefeats) as caught:
        client.read(EXAMPLE)
    assert caught.value.facts == {"name": EXAMPLE.name, "reason": "time"}
    assert not children()


@pytest.mark.skipif(os.name != "posix", reason="tells a killed process by its signal")
@pytest.mark.parametrize("times", [1, client.TRIES])
def test_a_reader_that_somebody_kills_is_tried_again(times: int, monkeypatch: pytest.MonkeyPatch) -> None:
    killed: list[int] = []
    tell = client._Child.send

    def kill_first(child: client._Child, value: object) -> None:
        if len(killed) < times:
            killed.extend(children())
            os.kill(killed[-1], signal.SIGKILL)
        tell(child, value)

    monkeypatch.setattr(client._Child, "send", kill_first)
    if times < client.TRIES:
        assert client.read(EXAMPLE).text
    else:
        with pytest.raises(DocumentDefeats) as caught:
            client.read(EXAMPLE)
        assert caught.value.facts["reason"] == "memory"
    assert len(killed) == times


def test_reading_is_stopped_on_request() -> None:
    with pytest.raises(Stopped):
        client.read(EXAMPLE, lambda: True)
    assert not children()


@pytest.mark.skipif(os.name != "posix", reason="Linux's wall")
def test_everything_takes_hold_in_a_reader() -> None:
    assert missing(client.protection()) == []


def test_a_job_is_done_with_the_parents_own_document(child: ModelChild) -> None:
    events: list[Event] = []
    result = child.carry_out(JOB, events.append)
    assert result.documents[0] is DOCUMENT
    assert openers.SUMMARY in [block.text for block in result.blocks]
    assert any(isinstance(event, Piece) for event in events)
    assert child.protection is not None
    assert missing(child.protection) == []
    first = children()
    child.carry_out(JOB, nothing)
    assert children() == first


@pytest.mark.parametrize(("fault", "why"), [("segfault", "crash"), ("killed", "memory"), ("exit", "crash")])
def test_a_job_that_the_child_dies_of_is_tried_three_times_and_ends_once(
    faults: Path, child: ModelChild, fault: str, why: str
) -> None:
    (faults / fault).touch()
    events: list[Event] = []
    with pytest.raises(ModelDied) as caught:
        child.carry_out(JOB, events.append)
    assert caught.value.facts == {"model": "scripted", "reason": why}
    assert [event.attempt for event in events if isinstance(event, Again)] == [2, 3]
    assert not children()
    (faults / fault).unlink()
    assert child.carry_out(JOB, nothing).blocks


def test_a_child_that_is_killed_once_costs_one_more_try(faults: Path, child: ModelChild) -> None:
    (faults / "slow").touch()
    events: list[Event] = []

    def hear(event: Event) -> None:
        events.append(event)
        if not any(isinstance(each, Again) for each in events):
            os.kill(next(iter(children())), signal.SIGKILL)
        else:
            (faults / "slow").unlink(missing_ok=True)

    result = child.carry_out(JOB, hear)
    assert sum(isinstance(event, Again) for event in events) == 1
    undisturbed = child.carry_out(JOB, nothing)
    assert result.blocks == undisturbed.blocks


def test_a_stop_is_heard_by_the_child_which_stays(faults: Path, child: ModelChild) -> None:
    child.carry_out(JOB, nothing)
    before = children()
    (faults / "slow").touch()
    with pytest.raises(Stopped):
        child.carry_out(JOB, nothing, lambda: True)
    assert children() == before
    (faults / "slow").unlink()
    assert child.carry_out(JOB, nothing).blocks


def test_a_child_that_does_not_hear_a_stop_is_killed(
    faults: Path, child: ModelChild, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(client, "GRACE", 0.2)
    child.carry_out(JOB, nothing)
    (faults / "deaf").touch()
    began = time.monotonic()
    with pytest.raises(Stopped):
        child.carry_out(JOB, nothing, lambda: time.monotonic() > began)
    assert not children()
    (faults / "deaf").unlink()
    assert child.carry_out(JOB, nothing).blocks


def test_a_stop_while_the_model_is_opened_ends_the_child(child: ModelChild) -> None:
    with pytest.raises(Stopped):
        child.carry_out(JOB, nothing, lambda: True)
    assert not children()


def test_a_model_that_cannot_be_opened_is_told(faults: Path, child: ModelChild) -> None:
    (faults / "unreadable").touch()
    with pytest.raises(ModelUnreadable):
        child.carry_out(JOB, nothing)
    assert not children()


def test_a_model_whose_file_has_changed_does_not_answer(faults: Path, child: ModelChild) -> None:
    child.carry_out(JOB, nothing)
    (faults / "changed").touch()
    with pytest.raises(ModelChanged):
        child.carry_out(JOB, nothing)
    assert not children()


def test_a_bug_in_the_child_is_told_by_its_place_and_not_by_its_words(faults: Path, child: ModelChild) -> None:
    (faults / "bug").touch()
    with pytest.raises(ChildBug) as caught:
        child.carry_out(JOB, nothing)
    assert caught.value.facts["kind"] == "KeyError"
    assert "openers.py" in str(caught.value.facts["where"])
    assert "hemliga" not in str(caught.value.facts)


def test_a_listener_that_fails_leaves_no_job_behind(child: ModelChild) -> None:
    def fail(_event: Event) -> None:
        raise BrokenPipeError

    with pytest.raises(BrokenPipeError):
        child.carry_out(JOB, fail)
    assert not children()
    assert child.carry_out(JOB, nothing).blocks


def test_minutes_are_made_without_a_model_where_none_is_installed() -> None:
    job = Job(DOCUMENT, Options(kind="minutes"))
    with ModelChild(Opening()) as bare:
        codes = [finding.code for finding in bare.carry_out(job, nothing).findings]
        with pytest.raises(ModelMissing):
            bare.carry_out(JOB, nothing)
    assert "tables-alone" in codes
    with ModelChild(Opening("qwen2.5-coder-1.5b")) as asked, pytest.raises(ModelMissing):
        asked.carry_out(job, nothing)


QUESTION = Question("sv", "Vad är det?", "- Ja\n- Nej", "text", ("Ja", openers.SUMMARY))


def test_a_part_of_a_letter_is_worded_in_the_child(child: ModelChild) -> None:
    point = "nämnden beslutade att godkänna rapporten om färdtjänsten"
    letter = Writing("draft/letter", (Point(point, Source("Uppgifter", 1, None, point)),), "sv")
    result = child.carry_out(Job(Document("", "txt", ()), letter=letter), nothing)
    assert [block.text for block in result.blocks] == [openers.SUMMARY]
    assert result.blocks[0].sources == (Source("Uppgifter", 1, None, point),)
    assert result.documents == letter.documents


def test_a_question_is_weighed_in_the_child(child: ModelChild, faults: Path) -> None:
    scores = child.weigh(QUESTION, nothing)
    assert scores[1] > scores[0]
    (faults / "segfault").touch()
    with pytest.raises(ModelDied):
        child.weigh(QUESTION, nothing)
    (faults / "segfault").unlink()
    assert child.weigh(QUESTION, nothing) == scores
    assert child.carry_out(JOB, nothing).task == "summarise"
