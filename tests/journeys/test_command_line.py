"""The command line as scripts, IT and users meet it: a process of its own, exit codes, stdout and stderr."""

import json
import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from tests.assistant.engine.test_templates import chat_template
from tests.conftest import ROOT
from tests.samples.pdfs import column, locked, pdf
from tests.samples.word import docx, p, package

EXAMPLE = ROOT / "resources" / "examples" / "tjansteskrivelse-fardtjanst.docx"
OLE2 = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600)
BAD = {
    "empty.txt": b"",
    "noise.txt": bytes(range(32)) * 20,
    "old.doc": OLE2,
    "secret.docx": OLE2 + "EncryptedPackage".encode("utf-16-le"),
    "sheet.xlsx": package({"xl/workbook.xml": "<x/>"}),
    "photo.png": b"\x89PNG\r\n\x1a\n",
    "torn.docx": b"PK\x03\x04" + bytes(40),
    "doctype.docx": docx(p("x"), doctype="<!DOCTYPE w>"),
    "bomb.docx": docx(p("a" * 20_000_000)),
    "locked.pdf": locked(pdf(column(["Text."])), "x"),
    "blank.pdf": pdf([]),
    "broken.pdf": b"%PDF-1.7 nothing",
}


def kansli(*arguments: object, **environment: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "assistant", *map(str, arguments)]
    return subprocess.run(
        command,
        cwd=ROOT,
        env=os.environ | environment,
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=120,
        check=False,
    )


def test_an_extract_is_printed_as_the_contract_says(tmp_path: Path) -> None:
    done = kansli("summarise", EXAMPLE, "--as", "extract", "--format", "json")
    assert done.returncode == 0, done.stderr
    result = json.loads(done.stdout)
    assert result["task"] == "summarise"
    assert set(result["document"]) == {"name", "pages", "paragraphs"}
    assert {"blocks", "findings", "coverage", "provenance"} <= set(result)
    for block in result["blocks"]:
        assert {"kind", "text", "sources", "status"} <= set(block)
        assert block["status"] == "belagt"
        assert set(block["sources"][0]) == {"document", "paragraph", "page", "quote"}
    assert {"paragraphs", "read", "left_out"} <= set(result["coverage"])
    assert {"app", "prompt", "model", "model_sha256", "seed", "seconds", "tokens_read", "tokens_written"} <= set(
        result["provenance"]
    )
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("suffix", [".docx", ".md", ".txt", ".json"])
def test_a_result_is_written_to_a_file(tmp_path: Path, suffix: str) -> None:
    out = tmp_path / f"out{suffix}"
    done = kansli("summarise", EXAMPLE, "--as", "extract", "--out", out)
    assert (done.returncode, done.stdout) == (0, "")
    assert out.stat().st_size > 500
    assert [path.name for path in tmp_path.iterdir()] == [out.name]


@pytest.mark.parametrize("name", sorted(BAD))
def test_what_cannot_be_read_is_one_sentence_and_exit_3(tmp_path: Path, name: str) -> None:
    file, out = tmp_path / name, tmp_path / "out.txt"
    file.write_bytes(BAD[name])
    done = kansli("summarise", file, "--as", "extract", "--out", out)
    assert done.returncode == 3
    assert done.stdout == ""
    assert name in done.stderr
    assert "Traceback" not in done.stderr
    assert len(done.stderr.splitlines()) == 1
    assert not out.exists()


def test_what_is_no_file_is_exit_3(tmp_path: Path) -> None:
    fifo, link = tmp_path / "fifo.txt", tmp_path / "link.docx"
    os.mkfifo(fifo)
    link.symlink_to(EXAMPLE)
    for path in (fifo, link, tmp_path, tmp_path / "none.txt", "/dev/null", "/dev/zero"):
        done = kansli("read", path)
        assert (done.returncode, done.stdout, len(done.stderr.splitlines())) == (3, "", 1), path


def test_some_failed_is_exit_5_and_the_others_are_done(tmp_path: Path) -> None:
    done = kansli("summarise", tmp_path / "none.txt", EXAMPLE, "--as", "extract", "--format", "json")
    assert done.returncode == 5
    assert json.loads(done.stdout)["document"]["name"] == EXAMPLE.name
    assert "none.txt" in done.stderr


@pytest.mark.parametrize(
    "arguments",
    [[], ["unknown"], ["summarise"], ["summarise", EXAMPLE, "--as", "poem"], ["summarise", EXAMPLE, "--as", "extract", "--out", "x.xls"],
     ["summarise", EXAMPLE, EXAMPLE, "--as", "extract", "--out", "x.txt"]],
)  # fmt: skip
def test_an_order_that_makes_no_sense_is_exit_2(arguments: list[object]) -> None:
    done = kansli(*arguments)
    assert done.returncode == 2
    assert "Traceback" not in done.stderr


def test_without_a_model_is_exit_4() -> None:
    done = kansli("summarise", EXAMPLE)
    assert (done.returncode, done.stdout, len(done.stderr.splitlines())) == (4, "", 1)
    assert kansli("summarise", EXAMPLE, "--model", "no-such").returncode == 4


def test_a_file_that_was_not_imported_never_answers(tmp_path: Path) -> None:
    file = tmp_path / "stranger.gguf"
    file.write_bytes(b"GGUF" + bytes(1000))
    assert kansli("summarise", EXAMPLE, "--model", file).returncode == 4
    assert kansli("models", "import", file, "--yes").returncode == 4, "no one knows how to speak to it"
    file.write_bytes(b"GGUF" + chat_template("<|im_start|>") + bytes(1000))
    assert kansli("models", "import", file).returncode == 2
    assert kansli("models", "import", file, "--yes").returncode == 0
    assert kansli("summarise", EXAMPLE, "--model", file).returncode == 4  # it is known now, but no model


def test_messages_are_in_the_users_language() -> None:
    swedish, english = (kansli("read", "none.txt", KANSLI_LANGUAGE=language).stderr for language in ("sv", "en"))
    assert "none.txt" in swedish
    assert swedish != english


def test_ctrl_c_while_a_model_reads_ends_with_130_and_leaves_nothing(tmp_path: Path, small_model: Path) -> None:
    document, out = tmp_path / "long.txt", tmp_path / "out.txt"
    document.write_text(
        "\n\n".join(f"The board heard item {n} about transport and costs for the year." * 8 for n in range(400)),
        encoding="utf-8",
    )
    command = [
        sys.executable,
        "-m",
        "assistant",
        "summarise",
        str(document),
        "--model",
        str(small_model),
        "--out",
        str(out),
    ]
    with subprocess.Popen(command, cwd=ROOT, stderr=subprocess.PIPE, text=True) as child:
        assert child.stderr
        told = child.stderr.readline()  # the first progress: the model is at work
        child.send_signal(signal.SIGINT)
        rest = child.stderr.read()
        assert child.wait(timeout=60) == 130
    assert told
    assert "Traceback" not in rest
    assert [path.name for path in tmp_path.iterdir()] == ["long.txt"]


def test_the_small_model_summarises_from_end_to_end(tmp_path: Path, small_model: Path) -> None:
    document = tmp_path / "short.txt"
    document.write_text(
        "The board met on 5 May 2026. It approved the budget of 2.5 million for transport.", encoding="utf-8"
    )
    done = kansli("summarise", document, "--model", small_model, "--format", "json", "--language", "en")
    assert done.returncode == 0, done.stderr
    result = json.loads(done.stdout)
    assert result["provenance"]["model"] == "smollm2-135m"
    assert result["provenance"]["tokens_written"] > 0
    assert result["coverage"]["read"] == result["coverage"]["paragraphs"] == 1


def test_the_default_model_summarises_the_shipped_sample(default_model: Path) -> None:
    done = kansli("summarise", EXAMPLE, "--model", default_model, "--format", "json", "--length", "short")
    assert done.returncode == 0, done.stderr
    result = json.loads(done.stdout)
    assert result["language"] == "sv"
    assert any(block["sources"] for block in result["blocks"])
    assert (
        result["coverage"]["read"] + sum(run["to"] - run["from"] + 1 for run in result["coverage"]["left_out"])
        == result["coverage"]["paragraphs"]
    )


def test_minutes_become_tables_an_excerpt_and_a_comparison(tmp_path: Path) -> None:
    minutes = ROOT / "resources" / "examples" / "protokoll-namnd.docx"
    told = kansli("summarise", minutes, "--as", "minutes", "--format", "json")
    assert told.returncode == 0, told.stderr
    result = json.loads(told.stdout)
    assert result["task"] == "minutes"
    assert {block["status"] for block in result["blocks"] if block["sources"]} == {"belagt"}
    assert kansli("excerpt", minutes, "--section", "22", "--out", tmp_path / "utdrag.docx").returncode == 0
    assert (tmp_path / "utdrag.docx").stat().st_size
    assert kansli("excerpt", minutes, "--section", "99", "--out", tmp_path / "no.docx").returncode == 3
    notice = tmp_path / "kallelse.txt"
    notice.write_text(
        "Kallelse\n\n1. Egenavgifter i färdtjänsten 2027\nKTN-2026-00162\n\n2. Köp av buss\n", encoding="utf-8"
    )
    compared = kansli("called", notice, minutes, "--format", "json")
    assert compared.returncode == 0, compared.stderr
    rows = [block["cells"] for block in json.loads(compared.stdout)["blocks"] if block["kind"] == "row"]
    assert [(row[0], row[3]) for row in rows[1:3]] == [("1", "§ 24"), ("2", "–")]


def test_a_document_that_decides_nothing_is_told_to_have_no_decision() -> None:
    told = kansli("summarise", EXAMPLE, "--as", "minutes", "--depth", "quick")
    assert told.returncode == 0, told.stderr
    assert "Inget uttryckligt beslut hittades" in told.stdout
