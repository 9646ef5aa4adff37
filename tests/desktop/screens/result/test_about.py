"""Every act, wish, answer and stage has words."""

from datetime import UTC, datetime

import pytest

from assistant.errors import OutputError
from assistant.job import WISHES, Change, Marked
from assistant.tasks.task import Finding, Status
from assistant.wording import Words
from assistant.worker.messages import Failed, Progress
from desktop.screens.result import about
from desktop.screens.result.changing import Changing, Place, Proposal
from desktop.screens.result.difference import between, between_results
from desktop.screens.result.state import Spot, State
from desktop.screens.result.versions import TEXT, Version
from desktop.told import Told
from tests.desktop.screens.result.make import INVENTED, OTHER, SUPPORTED, result

SV = Words("sv")
WHEN = datetime(2026, 5, 3, 10, 42, tzinfo=UTC)


def state(**more: object) -> State:
    return State(versions=(Version(1, result(), "made", WHEN),), shown=1, **more)  # type: ignore[arg-type]


def test_every_wish_has_words() -> None:
    assert set(about.WISHES) == set(WISHES)


@pytest.mark.parametrize("act", ["made", "again", "edited", "removed", "changed"])
def test_every_version_is_told(act: str) -> None:
    what = {"changed": "formal", "made": "general", "again": "bullets"}.get(act, "Ett. " * 50)
    said = about.version(Version(3, result(), act, WHEN, 2, what), SV)
    assert what not in said
    assert said.startswith("3. ")
    assert f"{WHEN.astimezone():%H:%M}" in said
    assert len(said) < 150


@pytest.mark.parametrize("code", ["saved", "printed", "undecided", "nothing-marked", "no-instruction", "copied"])
def test_everything_told_has_words(code: str) -> None:
    assert about.told(state(told=Told(code, "ut.docx", 2)), SV)
    assert about.told(state(), SV) == ""
    assert "inte spara" in about.told(state(problem=OutputError(name="ut.docx", reason="forbidden")), SV)


def test_what_is_marked_is_told_in_words() -> None:
    assert about.marked(state(), SV) == ""
    chosen = state(blocks=frozenset({1}), sources=SUPPORTED.sources)
    assert about.marked(chosen, SV) == "Markerat: ¶\u00a02, s. 1"
    assert "Inget ställe" in about.marked(state(blocks=frozenset({2})), SV)
    assert "vilar" in about.marked(state(spots=frozenset({Spot("a.txt", 3)})), SV)


def test_what_remains_is_counted() -> None:
    assert about.remaining(state(), SV).startswith("2 ej belagda påståenden")
    assert about.remaining(state(kept=frozenset({INVENTED.text})), SV).startswith("1 ej belagt påstående")
    assert about.remaining(state(kept=frozenset({INVENTED.text, OTHER.text})), SV) == ""


def test_a_finding_says_what_to_do_and_on_which_statement() -> None:
    said = about.finding(Finding("amount-not-in-source", {"text": "4 kronor"}, 3), result(), SV).splitlines()
    assert said[0] == "! Uppgiften 4 kronor finns inte i dokumentet."
    assert said[1].startswith("Jämför")
    assert said[2] == "”Kostnaden är 4 kronor.”"
    assert len(about.finding(Finding("answer-cut"), result(), SV).splitlines()) == 2


@pytest.mark.parametrize("stage", ["waiting", "running", "stopped", "failed"])
def test_every_stage_of_a_change_is_told(stage: str) -> None:
    change = Change((Marked("x"),), "shorter")
    problem = Failed("model-missing", {"model": "x"}) if stage == "failed" else None
    assert about.work(Changing(change, (), 1, stage, Progress("writing", 1, 1, 0.5), problem=problem), SV)


@pytest.mark.parametrize("answer", ["", "accepted", "refused", "stale"])
def test_every_answer_to_a_proposal_is_told(answer: str) -> None:
    proposal = Proposal(Place(1, TEXT, Marked("x")), SUPPORTED, (Finding("change-lost", {"text": "3 maj"}),), answer)
    said = about.proposal(proposal, (), SV)
    assert ("3 maj" in said) is (answer == "")
    assert (Words("sv").status(Status.SUPPORTED) in said) is (answer == "")


def test_differences_have_signs_and_words() -> None:
    assert about.parts(between("en bil", "en cykel")) == "en [−bil−][+cykel+]"
    said = about.entries(between_results(result(SUPPORTED, INVENTED, OTHER), result(SUPPORTED)), SV)
    assert said.splitlines()[0] == f"− Borttaget: {INVENTED.text}"
    assert said.splitlines()[-1] == "= 1 påstående är lika."


def test_what_would_be_changed_is_told() -> None:
    assert "Välj först" in about.asked((), SV)
    assert "”Ett.”" in about.asked(("Ett.",), SV)
    assert "2" in about.asked(("Ett.", "Två."), SV)


def test_a_suggested_name_is_a_name_on_every_system() -> None:
    assert about.file_name(state(), SV) == "a – sammanfattning"
    assert about.file_name(State(), SV) == ""
