"""What the screen on which a batch is looked through decides and says, without Qt."""

from assistant.documents.read import read
from assistant.schemes.read import load
from assistant.worker.messages import Failed
from desktop.reading import Opened
from desktop.screens.review import about as review_about
from desktop.screens.review import presenter as review
from tests.desktop.screens.sorting.conftest import EN, Office, named, opened


def test_the_least_sure_is_looked_at_first(sorted_: Office) -> None:
    state = opened(sorted_)
    shares = [line.confidence for line in state.lines]
    assert shares == sorted(shares)
    assert state.place == 0
    assert [number for number, _ in sorted_.reads] == [line.number for line in state.lines[:2]], (
        "and the next is read ahead"
    )


def test_the_text_comes_when_it_is_read_and_only_to_its_own_place(sorted_: Office) -> None:
    state = opened(sorted_)
    assert state.line
    second = state.lines[1]
    sorted_.review.hear_document(second.number, Opened(read(second.path), None))  # type: ignore[arg-type]
    assert sorted_.review.state.document is None
    sorted_.review.next()
    assert sorted_.review.state.document
    assert sorted_.review.state.document.name == second.path.name
    sorted_.review.hear_document(state.line.number, Failed("document-damaged", {"name": "x"}))
    sorted_.review.previous()
    assert sorted_.review.state.problem == Failed("document-damaged", {"name": "x"})
    sorted_.review.hear_document(999, Failed("document-damaged", {"name": "x"}))
    assert 999 not in sorted_.review._documents


def test_confirming_goes_on_and_is_learnt_from(sorted_: Office) -> None:
    opened(sorted_)
    sorted_.review.choose(named(sorted_, "faktura.txt"))
    assert sorted_.review.state.proposed == "faktura"
    assert "Faktura" in review_about.accept(sorted_.review.state, EN)
    place = sorted_.review.state.place
    sorted_.review.accept()
    state = sorted_.review.state
    assert state.lines[place].confirmed == "faktura"
    assert state.place == min(place + 1, len(state.lines) - 1)
    assert state.looked_through == 1
    assert sorted_.works.learnt(load("handlingstyp")) == 1
    assert "✓" in review_about.line(state.lines[place], state.scheme, EN)


def test_another_class_none_and_taking_back(sorted_: Office) -> None:
    opened(sorted_)
    place = named(sorted_, "kallelse.txt")
    sorted_.review.choose(place)
    sorted_.review.say("protokoll")
    assert sorted_.review.state.lines[place].confirmed == "protokoll"
    sorted_.review.choose(place)
    assert review_about.heading(sorted_.review.state, EN).startswith("Confirmed: Protokoll")
    sorted_.review.say("")
    assert sorted_.review.state.lines[place].confirmed == ""
    assert sorted_.works.learnt(load("handlingstyp")) == 0, "what is of no class teaches no class"
    sorted_.review.choose(place)
    sorted_.review.take_back()
    assert sorted_.review.state.lines[place].confirmed is None
    assert sorted_.review.state.place == place


def test_a_runner_up_is_chosen_by_its_place(sorted_: Office) -> None:
    opened(sorted_)
    place = named(sorted_, "protokoll.txt")
    sorted_.review.choose(place)
    second = sorted_.review.state.runners[0].label
    assert review_about.runner(0, sorted_.review.state.runners[0], sorted_.review.state, EN).startswith("&2 ")
    sorted_.review.runner(0)
    assert sorted_.review.state.lines[place].confirmed == second
    sorted_.review.runner(99)


def test_what_is_not_known_is_said_with_the_reason(sorted_: Office) -> None:
    opened(sorted_)
    sorted_.review.choose(named(sorted_, "tom.txt"))
    assert review_about.heading(sorted_.review.state, EN) == "Not known"
    assert "hardly any text" in review_about.said(sorted_.review.state, EN)
    assert review_about.accept(sorted_.review.state, EN) == "&Confirm: not known", (
        "nothing is confirmed that was not found"
    )
    assert len(sorted_.review.state.runners) == review.RUNNERS
    place = sorted_.review.state.place
    sorted_.review.accept()
    assert sorted_.review.state.lines[place].confirmed == ""


def test_what_nobody_has_looked_at_is_decided_anew(sorted_: Office) -> None:
    opened(sorted_)
    for name in ("faktura.txt", "protokoll.txt"):
        sorted_.review.choose(named(sorted_, name))
        sorted_.review.accept()
    sorted_.sorting.refresh()
    assert sorted_.sorting.state.can_decide
    sorted_.sorting.decide_anew()
    sorted_.tell()
    assert sorted_.sorting.state.ended
    assert sorted_.sorting.state.ended.is_anew
    lines = {line.path.name: line for line in sorted_.works.desk(sorted_.sorting.state.chosen).lines()}
    assert lines["faktura.txt"].confirmed == "faktura"
