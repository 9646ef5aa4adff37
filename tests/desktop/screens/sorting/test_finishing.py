"""What is done with a batch in the end, and what is said of it, without Qt."""

from pathlib import Path

import pytest

from assistant.classify.desk import Desk
from assistant.errors import SchemeError
from desktop.screens.finishing import about as finishing_about
from desktop.screens.finishing import presenter as finishing
from tests.desktop.screens.sorting.conftest import EN, TEXTS, Office, named, opened


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
