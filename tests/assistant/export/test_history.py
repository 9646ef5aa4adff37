"""What was changed in a batch, as a table and as lines."""

import zipfile
from pathlib import Path

import pytest

from assistant.errors import OutputError
from assistant.export.history import line, names, row, write
from assistant.schemes.scheme import Label, Scheme
from assistant.store.history import ACTS, Change
from assistant.wording import Words

EN, SV = Words("en"), Words("sv")
SCHEME = Scheme("s", "Våra handlingar", (Label("1.1", "Avtal"), Label("brev", "Brev")))
NAMES = names(SCHEME)
MADE = "2026-03-02T10:00:00+00:00"


def test_classes_are_named_and_codes_that_are_numbers_stay() -> None:
    said = Change(MADE, Path("/in/a.txt"), "said", "brev", "1.1")
    assert row(said, NAMES, SV)[2:] == ["Klass angiven för hand", "Brev", "1.1 Avtal"]
    assert line(said, NAMES, EN).endswith("a.txt  Class said by hand: Brev → 1.1 Avtal")
    assert row(Change(MADE, Path("/in/a.txt"), "said", "", "gone"), NAMES, EN)[3:] == ["not known", "gone"]


def test_a_copy_says_where_it_was_put() -> None:
    assert row(Change(MADE, Path("/in/a.txt"), "copied", "", "/out/a.txt"), NAMES, EN)[3:] == ["", "/out/a.txt"]


@pytest.mark.parametrize("act", ACTS)
def test_everything_that_can_be_done_has_words(act: str) -> None:
    assert (
        row(Change(MADE, Path("a"), act, "", ""), NAMES, EN)[2]
        != row(Change(MADE, Path("a"), act, "", ""), NAMES, SV)[2]
    )


def test_it_is_written_as_a_table_in_which_nothing_is_a_formula(tmp_path: Path) -> None:
    changes = [Change(MADE, Path("=1+1.txt"), "said", "", "brev")]
    write(changes, tmp_path / "a.csv", SCHEME, EN)
    lines = (tmp_path / "a.csv").read_text(encoding="utf-8-sig").splitlines()
    assert lines[0] == "When;File;What was done;From;To"
    assert ";'=1+1.txt;" in lines[1]
    write(changes, tmp_path / "a.xlsx", SCHEME, EN)
    with zipfile.ZipFile(tmp_path / "a.xlsx") as book:
        assert "Class said by hand" in book.read("xl/worksheets/sheet1.xml").decode()
    with pytest.raises(OutputError):
        write(changes, tmp_path / "a.docx", SCHEME, EN)
