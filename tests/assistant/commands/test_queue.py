"""The queue on the command line, kept by a keyring of the test's own."""

from pathlib import Path

import pytest

from assistant import cli
from assistant.commands.exits import Exit
from assistant.store import keys
from tests.assistant.store.keyrings import Good


@pytest.fixture(autouse=True)
def kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    keyring = Good()
    monkeypatch.setenv("KANSLI_HOME", str(tmp_path / "home"))
    monkeypatch.setenv("KANSLI_LANGUAGE", "en")
    monkeypatch.setattr(keys, "system", lambda: keyring)


def said(capsys: pytest.CaptureFixture[str], *order: str) -> str:
    assert cli.main(["queue", *order]) == Exit.DONE
    return capsys.readouterr().out


def test_a_job_that_failed_can_be_tried_again_once_its_document_is_there(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    late = tmp_path / "late.txt"
    said(capsys, "add", "--to", str(tmp_path), "--suffix", "txt", "--as", "extract", str(late))
    assert cli.main(["queue", "run"]) == Exit.SOME_FAILED
    assert "late.txt  failed: " in said(capsys, "list")
    late.write_text("Nämnden godkände rapporten. Den gäller hela året.", encoding="utf-8")
    assert "late.txt  waiting" in said(capsys, "retry")
    said(capsys, "run")
    assert "Nämnden godkände rapporten." in (tmp_path / "late (2).txt").read_text(encoding="utf-8")
    assert said(capsys, "list") == ""


def test_only_what_is_named_is_tried_again_or_forgotten(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    said(capsys, "add", "--to", str(tmp_path), "--as", "extract", *(str(tmp_path / f"{name}.txt") for name in "abc"))
    assert cli.main(["queue", "run"]) == Exit.SOME_FAILED
    listed = said(capsys, "retry", "2")
    assert [line.split()[2].rstrip(":") for line in listed.splitlines()] == ["failed", "waiting", "failed"]
    said(capsys, "discard", "2")
    assert [line.split()[0] for line in said(capsys, "list").splitlines()] == ["1", "3"]
    said(capsys, "discard")
    assert said(capsys, "list") == ""
