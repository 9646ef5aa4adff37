import json
from pathlib import Path

import pytest

from assistant.errors import OutputError
from assistant.export.copying import JOURNAL, carry_out, planned, undo
from assistant.schemes.scheme import Label, Scheme

SCHEME = Scheme(
    "s", "S", (Label("1", "Styrning"), Label("1.1", "Protokoll", parent="1"), Label("a", "Avtal: köp/sälj"))
)


@pytest.fixture
def documents(tmp_path: Path) -> list[tuple[Path, Label]]:
    made = []
    for place, (folder, label) in enumerate((("x", "1.1"), ("y", "1.1"), ("x2", "a"))):
        path = tmp_path / folder / "brev.txt"
        path.parent.mkdir()
        path.write_text(f"innehåll {place}", "utf-8")
        made.append((path, SCHEME.label(label)))
    return made


def files(folder: Path) -> dict[str, str]:
    return {
        path.relative_to(folder).as_posix(): path.read_text("utf-8")
        for path in sorted(folder.rglob("*"))
        if path.is_file() and path.name != JOURNAL
    }


def test_copies_stand_in_folders_of_their_labels_and_the_originals_stay(
    tmp_path: Path, documents: list[tuple[Path, Label]]
) -> None:
    to = tmp_path / "to"
    assert [error for _, error in carry_out(planned(documents, SCHEME, to), to)] == [None] * 3
    assert files(to) == {
        "1 Styrning/1.1 Protokoll/brev (2).txt": "innehåll 1",
        "1 Styrning/1.1 Protokoll/brev.txt": "innehåll 0",
        "a Avtal- köp-sälj/brev.txt": "innehåll 2",
    }
    assert all(path.is_file() for path, _ in documents)


def test_nothing_is_written_over(tmp_path: Path, documents: list[tuple[Path, Label]]) -> None:
    to = tmp_path / "to"
    for _ in range(2):
        list(carry_out(planned(documents[:1], SCHEME, to), to))
    assert sorted(files(to)) == ["1 Styrning/1.1 Protokoll/brev (2).txt", "1 Styrning/1.1 Protokoll/brev.txt"]
    copies = planned(documents[:1], SCHEME, to)
    copies[0].target.write_text("kom emellan", "utf-8")
    ((_, error),) = carry_out(copies, to)
    assert isinstance(error, OutputError)
    assert copies[0].target.read_text("utf-8") == "kom emellan"


def test_names_are_made_by_a_pattern(tmp_path: Path, documents: list[tuple[Path, Label]]) -> None:
    to = tmp_path / "to"
    list(carry_out(planned(documents, SCHEME, to, "{number} {code} {name}"), to))
    assert sorted(files(to)) == ["0001 1.1 brev.txt", "0002 1.1 brev.txt", "0003 a brev.txt"]
    for wrong in ("{size}", "{name} {x}", "all"):
        with pytest.raises(OutputError):
            planned(documents, SCHEME, to, wrong)


def test_undoing_takes_away_only_what_was_made_and_is_unchanged(
    tmp_path: Path, documents: list[tuple[Path, Label]]
) -> None:
    to = tmp_path / "to"
    to.mkdir()
    (to / "eget.txt").write_text("mitt", "utf-8")
    list(carry_out(planned(documents, SCHEME, to), to))
    changed = to / "a Avtal- köp-sälj" / "brev.txt"
    changed.write_text("ändrad", "utf-8")
    gone, left = undo(to)
    assert (len(gone), left) == (2, [changed])
    assert sorted(files(to)) == ["a Avtal- köp-sälj/brev.txt", "eget.txt"]
    changed.unlink()
    assert undo(to) == ([], [])
    assert not (to / JOURNAL).exists()
    assert sorted(files(to)) == ["eget.txt"]
    with pytest.raises(OutputError):
        undo(to)


def test_a_journal_that_was_tampered_with_reaches_nothing_outside(tmp_path: Path) -> None:
    to, outside = tmp_path / "to", tmp_path / "outside.txt"
    to.mkdir()
    outside.write_text("x", "utf-8")
    sha256 = "2d711642b726b04401627ca9fbac32f5c8530fb1903cc4db02258717921a4881"
    lines = [
        {"target": "../outside.txt", "sha256": sha256},
        {"target": str(outside), "sha256": sha256},
        {"target": 3, "sha256": ""},
        [],
    ]
    (to / JOURNAL).write_text("\n".join(map(json.dumps, lines)) + "\n{torn", "utf-8")
    assert undo(to) == ([], [])
    assert outside.is_file()


def test_a_document_that_has_gone_is_told_and_the_others_are_copied(
    tmp_path: Path, documents: list[tuple[Path, Label]]
) -> None:
    to = tmp_path / "to"
    copies = planned(documents, SCHEME, to)
    documents[0][0].unlink()
    outcomes = [error for _, error in carry_out(copies, to)]
    assert [error is None for error in outcomes] == [False, True, True]
