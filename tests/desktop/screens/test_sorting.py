"""What the screens that sort decide and say, without Qt; the store is a real one in memory, and the program decides alone."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from assistant.classify.desk import Desk
from assistant.documents.read import read
from assistant.errors import DocumentMissing, SchemeError, Stopped
from assistant.schemes.read import load
from assistant.wording import Words
from assistant.worker.messages import Failed
from desktop.reading import Opened
from desktop.screens.finishing import about as finishing_about
from desktop.screens.finishing import presenter as finishing
from desktop.screens.review import about as review_about
from desktop.screens.review import presenter as review
from desktop.screens.sorting import about, presenter
from desktop.sorting import Ended, Order, Sorting, Step
from tests.desktop.sorting import alone

EN = Words("en")
TEXTS = {
    "protokoll.txt": "Protokoll\n\n§ 1 Val av justerare\n\nNämnden beslutar att välja Anna Ek till justerare.\n\nVid protokollet",
    "faktura.txt": "Faktura\n\nFakturanummer 123. Att betala 500 kr. Förfallodag 2026-04-01. Bankgiro 5050-1055.",
    "kallelse.txt": "Kallelse till nämndens sammanträde\n\nFöredragningslista\n\nÄrende 1 Upprop. Ärende 2 Val av justerare.",
    "tom.txt": "Hej.",
}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "in"
    made.mkdir()
    for name, text in TEXTS.items():
        (made / name).write_text(text, encoding="utf-8")
    return made


class Office:
    """The three presenters over one store; orders are carried out when they are given, in this thread."""

    def __init__(self, works: Sorting) -> None:
        self.works = works
        self.now = 0.0
        self.held: list[Order] | None = None
        self.events: list[tuple[Order, object]] = []
        self.sorting = presenter.Presenter(
            works, lambda: [load("bradskande"), load("handlingstyp")], lambda _state: None, lambda: self.now
        )
        self.review = review.Presenter(works, self.read, lambda _state: None)
        self.finishing = finishing.Presenter(works, self.sorting.run, lambda _state: None)
        self.reads: list[tuple[int, Path]] = []

    def read(self, number: int, path: Path) -> None:
        self.reads.append((number, path))

    def hear(self, order: Order, event: Step | Ended) -> None:
        self.events.append((order, event))

    def tell(self) -> None:
        """Wait for the thread, and hand over what it has said, as the bridge does."""
        self.works._wait()
        for order, event in self.events:
            self.sorting.hear(order, event)  # type: ignore[arg-type]
            self.finishing.hear(order, event)  # type: ignore[arg-type]
        self.events.clear()


@pytest.fixture
def office(own_home: Path) -> Iterator[Office]:
    assert own_home
    events: list[tuple[Order, object]] = []
    works = alone(lambda order, event: events.append((order, event)))
    made = Office(works)
    made.events = events
    yield made
    works.close()


@pytest.fixture
def sorted_(office: Office, folder: Path) -> Office:
    """With the folder sorted."""
    office.sorting.refresh()
    office.sorting.take([folder])
    office.sorting.start()
    office.tell()
    assert office.sorting.state.problem is None
    return office


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


def opened(office: Office) -> review.State:
    office.review.open(office.sorting.state.chosen)
    return office.review.state


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


def named(office: Office, name: str) -> int:
    return next(place for place, line in enumerate(office.review.state.lines) if line.path.name == name)


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


def test_the_copies_are_shown_made_and_taken_away(sorted_: Office, tmp_path: Path) -> None:
    number = sorted_.sorting.state.chosen
    sorted_.finishing.open(number)
    state = sorted_.finishing.state
    assert state.total + state.without == len(TEXTS)
    assert not state.can_carry_out, "it is not said where to"
    out = tmp_path / "out"
    sorted_.finishing.put(out)
    assert sorted_.finishing.state.can_carry_out
    assert any("faktura.txt" in source for source, _ in sorted_.finishing.state.plan)
    assert not out.exists(), "nothing is done before it is ordered"
    assert "nothing is written over" in finishing_about.promise(sorted_.finishing.state, EN)
    sorted_.finishing.carry_out()
    sorted_.tell()
    made = list(out.rglob("*.txt"))
    assert len(made) == state.total
    assert finishing_about.outcome(sorted_.finishing.state, EN) == f"{state.total} copies were made."
    made[0].write_text("changed", encoding="utf-8")
    sorted_.finishing.undo()
    sorted_.tell()
    assert list(out.rglob("*.txt")) == made[:1]
    assert "Left, since they have been changed" in finishing_about.outcome(sorted_.finishing.state, EN)


def test_copies_are_taken_away_also_after_the_window_was_closed(sorted_: Office, tmp_path: Path) -> None:
    sorted_.finishing.open(sorted_.sorting.state.chosen)
    assert not sorted_.finishing.state.can_undo
    sorted_.finishing.put(tmp_path / "out")
    sorted_.finishing.carry_out()
    sorted_.tell()
    later = finishing.Presenter(sorted_.works, sorted_.sorting.run, lambda _state: None)
    later.open(sorted_.sorting.state.chosen)
    later.put(tmp_path / "out")
    assert later.state.can_undo
    later.undo()
    sorted_.works._wait()
    assert not list((tmp_path / "out").rglob("*.txt"))
    later.put(tmp_path / "out")
    assert not later.state.can_undo


def test_a_pattern_that_names_nothing_is_told_before_anything_is_done(sorted_: Office, tmp_path: Path) -> None:
    sorted_.finishing.open(sorted_.sorting.state.chosen)
    sorted_.finishing.put(tmp_path)
    sorted_.finishing.go_by("names")
    assert sorted_.finishing.state.can_carry_out
    sorted_.finishing.name_by("{nothing}")
    assert not sorted_.finishing.state.can_carry_out
    assert "{nothing}" in finishing_about.outcome(sorted_.finishing.state, EN)
    sorted_.finishing.name_by("{code} {name}")
    assert sorted_.finishing.state.can_carry_out
    assert any(target.startswith("faktura ") for _, target in sorted_.finishing.state.plan)


def test_a_table_holds_what_a_person_has_said(sorted_: Office, tmp_path: Path) -> None:
    opened(sorted_)
    sorted_.review.choose(named(sorted_, "kallelse.txt"))
    sorted_.review.say("protokoll")
    sorted_.finishing.open(sorted_.sorting.state.chosen)
    sorted_.finishing.go_by("table")
    assert sorted_.finishing.state.path is None
    file = tmp_path / "table.csv"
    sorted_.finishing.put(file)
    sorted_.finishing.carry_out()
    sorted_.tell()
    row = next(line for line in file.read_text(encoding="utf-8-sig").splitlines() if "kallelse.txt" in line)
    assert ";protokoll;" in row
    assert finishing_about.outcome(sorted_.finishing.state, EN) == "The table is written."


def test_what_was_changed_is_shown_and_written_as_a_table(sorted_: Office, tmp_path: Path) -> None:
    number = sorted_.sorting.state.chosen
    sorted_.finishing.open(number)
    sorted_.finishing.go_by("history")
    file = tmp_path / "history.csv"
    sorted_.finishing.put(file)
    assert not sorted_.finishing.state.can_carry_out, "nothing has been changed"
    assert finishing_about.changes(sorted_.finishing.state, EN) == ""
    opened(sorted_)
    sorted_.review.choose(named(sorted_, "kallelse.txt"))
    sorted_.review.say("protokoll")
    sorted_.finishing.open(number)
    sorted_.finishing.go_by("folders")
    sorted_.finishing.put(tmp_path / "out")
    sorted_.finishing.carry_out()
    sorted_.tell()
    sorted_.finishing.undo()
    sorted_.tell()
    state = sorted_.finishing.state
    assert state.changed == 1 + 2 * state.total
    assert [change.act for change in reversed(state.changes)] == [
        "said",
        *["copied"] * state.total,
        *["undone"] * state.total,
    ]
    lines = finishing_about.changes(state, EN).splitlines()
    assert "kallelse.txt  Class said by hand" in lines[-1]
    assert lines[-1].endswith("→ Protokoll")
    sorted_.finishing.go_by("history")
    sorted_.finishing.put(file)
    assert sorted_.finishing.state.can_carry_out
    sorted_.finishing.carry_out()
    sorted_.tell()
    rows = file.read_text(encoding="utf-8-sig").splitlines()
    assert rows[0] == "When;File;What was done;From;To"
    assert len(rows) == 1 + state.changed
    assert finishing_about.outcome(sorted_.finishing.state, EN) == "The table is written."


def test_a_batch_whose_scheme_is_gone_says_so(sorted_: Office, monkeypatch: pytest.MonkeyPatch) -> None:
    def gone(_number: int) -> Desk:
        raise SchemeError(scheme="mine", reason="missing", detail="")

    monkeypatch.setattr(sorted_.works, "desk", gone)
    sorted_.review.open(sorted_.sorting.state.chosen)
    assert sorted_.review.state.problem
    assert sorted_.review.state.lines == ()
    sorted_.review.accept()
    sorted_.review.next()
    sorted_.finishing.open(sorted_.sorting.state.chosen)
    assert sorted_.finishing.state.problem
