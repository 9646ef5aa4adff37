"""``kansli draft`` and ``kansli letters``: the draft on stdout, what was understood on stderr, and files only when nothing is missing."""

import json
from pathlib import Path

import docx
import pytest

from assistant import paths
from assistant.cli import main
from tests.assistant.letters.make import LETTER

FACTS = 'svar = ["beslut senast 30 april 2026", "nytt läkarintyg behövs inte"]\nhandläggare = "Karin Ek"\norganisation = "Regionen"\n'


@pytest.fixture
def files(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> tuple[str, str]:
    monkeypatch.setenv("KANSLI_LANGUAGE", "sv")
    (tmp_path / "brev.txt").write_text(LETTER, encoding="utf-8")
    (tmp_path / "f.toml").write_text(FACTS, encoding="utf-8")
    return str(tmp_path / "brev.txt"), str(tmp_path / "f.toml")


def order(files: tuple[str, str], *more: str) -> list[str]:
    return ["draft", "--letter", "svar", "--source", files[0], "--facts", files[1], "--without-model", *more]


def test_a_draft_is_printed_and_what_was_understood_is_told(
    files: tuple[str, str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(order(files)) == 0
    said = capsys.readouterr()
    assert "Tack för ditt brev den 2 mars 2026 om din ansökan om färdtjänst." in said.out
    assert "Kan jag ta med min rullator i bilen? → obesvarad" in said.out
    assert "Mottagare: Anna Lindqvist (brev.txt, ¶ " in said.err
    assert "Svar: nytt läkarintyg behövs inte (dina uppgifter)" in said.err


def test_scripts_get_one_object(files: tuple[str, str], capsys: pytest.CaptureFixture[str]) -> None:
    assert main(order(files, "--format", "json", "--say", "Rullatorn får tas med i bilen.")) == 0
    made = json.loads(capsys.readouterr().out)
    assert {"task", "document", "blocks", "findings", "coverage", "provenance", "letter"} <= set(made)
    assert made["task"] == "draft"
    letter = made["letter"]
    assert letter["fields"]["recipient"][0]["source"]["document"] == "brev.txt"
    assert [each["text"] for each in letter["fields"]["answer"]][-1] == "Rullatorn får tas med i bilen."
    assert {each["status"] for each in letter["asked"]} == {"answered", "unanswered"}
    assert made["blocks"][letter["asked"][0]["block"]]["text"] == "Beslut senast 30 april 2026."
    assert sum(each["blocks"] for each in letter["parts"]) == len(made["blocks"])


def test_a_word_file_is_written_when_nothing_is_missing(files: tuple[str, str], tmp_path: Path) -> None:
    assert main(order(files, "--out", str(tmp_path / "ut.docx"))) == 0
    assert "Utkast" in docx.Document(str(tmp_path / "ut.docx")).sections[0].header.paragraphs[-1].text
    assert main(order(files, "--out", str(tmp_path / "ut.docx"), "--reviewed-by", "Karin Ek")) == 0
    assert docx.Document(str(tmp_path / "ut.docx")).core_properties.last_modified_by == "Karin Ek"


@pytest.mark.parametrize("suffix", ["docx", "txt", "json"])
def test_a_missing_fact_stops_the_file_until_it_is_left(
    files: tuple[str, str], tmp_path: Path, capsys: pytest.CaptureFixture[str], suffix: str
) -> None:
    Path(files[1]).write_text(FACTS.replace('handläggare = "Karin Ek"\n', ""), encoding="utf-8")
    out = tmp_path / f"ut.{suffix}"
    assert main(order(files, "--out", str(out))) == 2
    assert "Handläggare" in capsys.readouterr().err
    assert not out.exists()
    assert main(order(files, "--out", str(out), "--leave", "sender_name")) == 0
    assert out.exists()


@pytest.mark.parametrize(
    ("more", "code"),
    [
        (["--say", "Avgör om ansökan ska beviljas eller avslås."], 2),
        (["--leave", "finns_inte"], 2),
        (["--out", "ut.pdf"], 2),
        (["--template", "finns-inte.docx", "--out", "ut.docx"], 2),
    ],
)
def test_an_order_that_cannot_be_carried_out_is_told(
    files: tuple[str, str], capsys: pytest.CaptureFixture[str], more: list[str], code: int
) -> None:
    assert main(order(files, *more)) == code
    assert capsys.readouterr().err.strip()


def test_the_sender_is_always_the_same_where_a_file_says_so(
    files: tuple[str, str], own_home: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (own_home / "letters").mkdir()
    (own_home / "letters" / "sender.toml").write_text('enhet = "Färdtjänstenheten"\nbudget = "x"\n', encoding="utf-8")
    assert main(order(files)) == 0
    assert "Färdtjänstenheten" in capsys.readouterr().out


def test_the_types_are_listed_and_shown(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("KANSLI_LANGUAGE", "sv")
    assert main(["letters", "list"]) == 0
    assert "remissvar" in capsys.readouterr().out
    assert main(["letters", "show", "svar"]) == 0
    shown = capsys.readouterr().out
    assert '# Mottagare (krävs)\nrecipient = ""' in shown


def test_a_template_is_checked(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("KANSLI_LANGUAGE", "sv")
    document = docx.Document()
    document.add_paragraph("{{recipent}}")
    document.save(str(tmp_path / "svar.docx"))
    assert main(["letters", "check", str(tmp_path / "svar.docx")]) == 2
    said = capsys.readouterr().out
    assert "Fel: Det finns inga sådana fält eller delar: recipent." in said
    assert "Fel: Det finns ingen plats för själva brevet. Skriv {{letter}} på en egen rad." in said
    document.save(str(tmp_path / "något.docx"))
    assert main(["letters", "check", str(tmp_path / "något.docx")]) == 2
    assert "--letter" in capsys.readouterr().err


def test_the_shipped_templates_and_types_pass(capsys: pytest.CaptureFixture[str]) -> None:
    folder = paths.resources() / "letters"
    for file in sorted(folder.glob("beslut.*")):
        assert main(["letters", "check", str(file)]) == 0
    assert "right" in capsys.readouterr().out
