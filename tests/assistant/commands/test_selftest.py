"""The self-test tells the truth: what fails is told as failed, with an exit code for scripts."""

import json
from pathlib import Path
from typing import Any

import pytest

from assistant import cli, processor
from assistant.commands import selftest
from assistant.commands.exits import Exit
from assistant.documents.document import Document
from assistant.worker import client
from assistant.worker.lockdown import Protection


@pytest.fixture(autouse=True)
def its_networks_are_left_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    """The tests' own process must keep its networks; that the program gives them up is shown by tests/network."""
    monkeypatch.setattr(selftest, "no_network", lambda: True)


def report(capsys: pytest.CaptureFixture[str], *arguments: str) -> tuple[int, dict[str, Any]]:
    code = cli.main(["selftest", "--format", "json", *arguments])
    return code, json.loads(capsys.readouterr().out)


def steps(said: dict[str, Any]) -> dict[str, bool]:
    return {each["step"]: each["passed"] for each in said["steps"]}


def test_without_a_model_all_else_is_tried_and_the_exit_code_says_what_is_missing(
    capsys: pytest.CaptureFixture[str],
) -> None:
    code, said = report(capsys)
    assert code == Exit.NO_MODEL
    assert steps(said) == {"processor": True, "store": True, "word": True, "pdf": True, "model": False}
    assert said["steps"][-1]["code"] == "model-missing"
    assert not said["passed"]
    assert set(said["protection"]) == {"program", "reader"}


def test_a_real_model_is_loaded_and_its_protection_told(capsys: pytest.CaptureFixture[str], small_model: Path) -> None:
    code, said = report(capsys, "--model", str(small_model))
    assert code == Exit.DONE
    assert all(steps(said).values())
    assert said["steps"][-1]["written"] > 0
    assert said["protection"]["model"]["network"] is True


def test_a_processor_that_is_too_old_is_named(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(processor, "lacking", lambda: ("sse4.2",))
    code, said = report(capsys)
    assert code == Exit.BUG
    assert said["steps"][0]["facts"] == {"part": "sse4.2", "reason": "processor"}
    assert cli.main(["selftest"]) == Exit.BUG
    assert "it lacks sse4.2" in capsys.readouterr().out


def test_a_document_that_is_read_wrongly_fails_the_step(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(client, "read", lambda path: Document(path.name, "docx", ()))
    monkeypatch.setattr(client, "protection", Protection)
    code, said = report(capsys)
    assert code == Exit.BUG
    assert not steps(said)["word"]
    assert said["missing"] == ["calls", "files", "limits", "network", "no_dump"]
