"""Sorting, finding and masking as scripts, IT and users meet them on the command line, by the program alone."""

import csv
import json
from pathlib import Path

import pytest

from assistant.schemes.sheet import rows
from tests.assistant.classify.samples import TEXTS
from tests.journeys.test_command_line import EXAMPLE, kansli

NUMBER = "811218-9876"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "in"
    (made / "under").mkdir(parents=True)
    for name, text in TEXTS.items():
        (made / "under" / f"{name}.txt" if name == "rutin" else made / f"{name}.txt").write_text(text, "utf-8")
    (made / ".hidden.txt").write_text("x", "utf-8")
    (made / "~$lock.docx").write_bytes(b"x")
    return made


def sorted_(*arguments: object) -> list[dict[str, object]]:
    done = kansli("classify", *arguments, "--without-model", "--format", "jsonl")
    return [json.loads(line) for line in done.stdout.splitlines()]


def test_a_folder_is_sorted_as_the_contract_says(folder: Path) -> None:
    done = kansli("classify", folder, "--scheme", "handlingstyp", "--without-model", "--format", "jsonl")
    assert done.returncode == 0, done.stderr
    lines = [json.loads(line) for line in done.stdout.splitlines()]
    assert {Path(line["path"]).stem: line["label"] for line in lines} == {name: name for name in TEXTS}
    for line in lines:
        assert {"path", "label", "confidence", "ranking", "quote", "paragraph", "coverage"} <= set(line)
        assert 0 < line["confidence"] <= 1
        assert {"label", "p"} == set(line["ranking"][0])
        assert line["ranking"][0]["label"] == line["label"]
        assert line["quote"] in Path(line["path"]).read_text("utf-8").replace("\n", " ")
        assert {"paragraphs", "read", "left_out"} <= set(line["coverage"])


def test_what_cannot_be_read_is_named_and_the_rest_is_done(folder: Path) -> None:
    (folder / "torn.docx").write_bytes(b"PK\x03\x04")
    done = kansli("classify", folder, "--scheme", "handlingstyp", "--without-model", "--format", "jsonl")
    assert done.returncode == 5
    assert [json.loads(line)["problem"] for line in done.stdout.splitlines() if "torn" in line] == ["document-damaged"]
    assert kansli("classify", folder / "torn.docx", "--scheme", "handlingstyp", "--without-model").returncode == 3
    assert kansli("classify", folder / "none", "--scheme", "handlingstyp", "--without-model").returncode == 3


def test_orders_that_make_no_sense_are_exit_2(folder: Path, tmp_path: Path) -> None:
    (tmp_path / "bad.toml").write_text("x = 1", "utf-8")
    (tmp_path / "empty").mkdir()
    for arguments in (
        [folder, "--scheme", "none"], [folder, "--scheme", tmp_path / "bad.toml"], [folder], [folder, "--scheme", "handlingstyp", "--out", "x.pdf"],
        [folder, "--scheme", "handlingstyp", "--threshold", "7"], [tmp_path / "empty", "--scheme", "handlingstyp"],
    ):  # fmt: skip
        done = kansli("classify", *arguments, "--without-model")
        assert (done.returncode, done.stdout) == (2, ""), done.stderr
        assert "Traceback" not in done.stderr


def test_without_a_model_is_exit_4(folder: Path) -> None:
    done = kansli("classify", folder, "--scheme", "handlingstyp")
    assert (done.returncode, done.stdout) == (4, "")


@pytest.mark.parametrize("suffix", [".csv", ".xlsx"])
def test_a_table_is_looked_through_and_copied_by_and_undone(folder: Path, tmp_path: Path, suffix: str) -> None:
    table, to = tmp_path / f"out{suffix}", tmp_path / "to"
    assert kansli("classify", folder, "--scheme", "handlingstyp", "--without-model", "--out", table).returncode == 0
    head, *body = rows(table)
    assert head[:3] == ["File", "Right label", "Label"]
    assert len(body) == len(TEXTS)
    body[0][1] = "Brev eller e-post"  # a person corrects the first
    looked = tmp_path / "looked.csv"
    with looked.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file, delimiter=";").writerows([head, *body])
    shown = kansli("sort", looked, "--scheme", "handlingstyp", "--to", to, "--dry-run")
    assert shown.returncode == 0
    assert not to.exists()
    assert kansli("sort", looked, "--scheme", "handlingstyp", "--to", to).returncode == 0
    copied = sorted(path.relative_to(to).as_posix() for path in to.rglob("*.txt"))
    assert len(copied) == len(TEXTS)
    assert any("Brev eller e-post/" in path for path in copied)
    assert kansli("sort", "--undo", to).returncode == 0
    assert [path.name for path in to.rglob("*")] == []
    assert len(list(folder.rglob("*.txt"))) == len(TEXTS) + 1


def test_examples_are_learnt_from(tmp_path: Path) -> None:
    odd = "Här är räkningen nummer {} från oss till er nu igen"
    for number in range(3):
        for label in ("faktura", "Rutin eller instruktion"):
            path = tmp_path / "shown" / label / f"{number}.txt"
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(odd.format(number) if label == "faktura" else TEXTS["rutin"] + str(number), "utf-8")
    (tmp_path / "new.txt").write_text(odd.format(9), "utf-8")
    before = sorted_(tmp_path / "new.txt", "--scheme", "handlingstyp")
    after = sorted_(tmp_path / "new.txt", "--scheme", "handlingstyp", "--examples", tmp_path / "shown")
    assert before[0]["label"] != "faktura"
    assert after[0]["ranking"][0]["label"] == "faktura"  # type: ignore[index]
    (tmp_path / "shown" / "nothing-like-it").mkdir()
    (tmp_path / "shown" / "nothing-like-it" / "a.txt").write_text("x", "utf-8")
    done = kansli(
        "classify",
        tmp_path / "new.txt",
        "--scheme",
        "handlingstyp",
        "--examples",
        tmp_path / "shown",
        "--without-model",
    )
    assert done.returncode == 2
    assert "nothing-like-it" in done.stderr


def test_a_scheme_from_a_table_is_checked_imported_and_used(folder: Path, tmp_path: Path) -> None:
    table = tmp_path / "Vår plan.csv"
    table.write_text(
        "Kod;Handlingstyp;Beskrivning;Förvaring\n1;Protokoll;Möten\n2;Faktura;Begär betalning\n3;Övrigt;\n", "utf-8"
    )
    checked = kansli("scheme", "check", table)
    assert (checked.returncode, len(checked.stdout.splitlines())) == (0, 3)
    assert "Förvaring" in checked.stderr
    assert kansli("scheme", "import", table).returncode == 0
    assert kansli("scheme", "import", table).returncode == 2
    assert kansli("scheme", "import", table, "--replace").returncode == 0
    assert "vår-plan" in kansli("scheme", "list").stdout
    labels = {Path(str(line["path"])).stem: line["label"] for line in sorted_(folder, "--scheme", "vår-plan")}
    assert (labels["protokoll"], labels["faktura"]) == ("1", "2")


def test_signals_are_found_without_a_model(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(f"Anna, {NUMBER}, har skyddad folkbokföring och demens.", "utf-8")
    (tmp_path / "b.txt").write_text("Nämnden godkänner rapporten om budgeten för nästa år.", "utf-8")
    done = kansli("classify", tmp_path, "--scheme", "signals", "--format", "jsonl")
    one, two = (json.loads(line) for line in done.stdout.splitlines())
    assert done.returncode == 0
    assert one["label"] == "skyddade-personuppgifter"
    assert [each["label"] for each in one["ranking"]] == ["skyddade-personuppgifter", "halsa", "personnummer"]
    assert (two["label"], two["why"]) == (None, "no-signal")


def test_what_is_found_is_printed(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(f"Sökande {NUMBER}, org.nr 212000-2882, har demens.", "utf-8")
    done = kansli("find", tmp_path / "a.txt", "--format", "json")
    assert [(find["kind"], find["text"], find["certainty"]) for find in json.loads(done.stdout)["finds"]] == [
        ("personal-number", NUMBER, "sure"), ("signal", "demens", "possible")]  # fmt: skip
    text = kansli("find", tmp_path / "a.txt", KANSLI_LANGUAGE="sv").stdout
    assert "möjlig sekretess, pröva" in text
    assert "sekretessbelag" not in text
    assert kansli("find", EXAMPLE, tmp_path / "none.txt").returncode == 5


def test_a_masked_copy_is_written_only_when_ordered(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(f"Anna Ek, {NUMBER}, tel 019-602 70 00", "utf-8")
    assert kansli("mask", tmp_path / "a.txt").stdout.count("\n") == 2
    assert len(list(tmp_path.iterdir())) == 1
    done = kansli("mask", tmp_path / "a.txt", "--also", "Anna Ek", "--keep", "3", "--out", tmp_path / "b.txt")
    assert done.returncode == 0, done.stderr
    assert (tmp_path / "b.txt").read_text("utf-8") == "[masked], [masked], tel 019-602 70 00\n"
    assert kansli("mask", tmp_path / "a.txt", "--keep", "9").returncode == 2
    assert kansli("mask", tmp_path / "a.txt", "--out", tmp_path / "b.pdf").returncode == 2
