"""What stands around a command: its help, what argparse says, where results go, and a stop before anything has begun."""

import argparse
import errno
import io
import re
import subprocess
import sys
from pathlib import Path

import pytest

from assistant.cli import main
from assistant.commands import printing
from assistant.commands.arguments import SENTENCES
from assistant.commands.summarise import other_than
from assistant.errors import OutputError, UsageError
from assistant.wording import Words

WORDS = Words("sv")


@pytest.fixture(autouse=True)
def english_again(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(argparse, "_", vars(argparse)["_"])
    monkeypatch.setenv("KANSLI_LANGUAGE", "sv")


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["summarise"], "kansli summarise: fel: det här saknas: FIL"),
        (["summarise", "a", "--as", "x"], "--as: 'x' går inte att välja (välj bland"),
        (["summarise", "a", "--out"], "--out: ett värde måste anges"),
        (["summarise", "a", "--seed", "x"], "--seed: 'x' är inte av rätt slag (int)"),
        (["read", "a", "b"], "det här kan inte anges: b"),
    ],
)
def test_a_wrong_order_is_told_in_the_users_language(
    arguments: list[str], said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as stopped:
        main(arguments)
    assert stopped.value.code == 2
    error = capsys.readouterr().err
    assert said in error
    assert error.startswith("användning: ")


@pytest.mark.parametrize("command", ["", "read", "summarise", "excerpt", "called", "doctor", "queue", "models"])
def test_help_is_in_one_language(command: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as stopped:
        main([*command.split(), "--help"])
    assert stopped.value.code == 0
    said = capsys.readouterr().out
    assert "visa den här hjälpen och avsluta" in said
    assert not re.search(r"\b(?:the|usage|options|arguments|show|and|with)\b", said)


def test_the_sentences_are_those_of_argparse() -> None:
    source = Path(argparse.__file__).read_text(encoding="utf-8")
    there = re.sub(r"'\s*\n\s*'", "", source)
    missing = [sentence for sentence in SENTENCES if sentence.replace("\n", "\\n") not in there]
    assert missing == []


def test_a_result_is_not_written_over_its_own_document(tmp_path: Path) -> None:
    document = tmp_path / "a.docx"
    document.write_text("x", encoding="utf-8")
    with pytest.raises(UsageError) as refused:
        other_than(tmp_path / "." / "a.docx", (document,))
    assert "a.docx är själva dokumentet" in WORDS.error(refused.value)
    other_than(tmp_path / "b.docx", (document,))
    other_than(None, (document,))


class _Full(io.StringIO):
    def flush(self) -> None:
        raise OSError(errno.ENOSPC, "full")


def test_a_result_that_cannot_be_written_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdout", _Full())
    with pytest.raises(OutputError) as refused:
        printing.show("text", WORDS)
    assert refused.value.facts["reason"] == "disk-full"
    monkeypatch.setattr(sys, "stdout", None)
    printing.show("text", WORDS)


@pytest.mark.skipif(sys.platform == "win32", reason="signals of POSIX")
def test_a_stop_while_the_program_is_loaded_ends_it_without_a_word() -> None:
    early = "import os, signal; from assistant import early; early.listen(); os.kill(os.getpid(), signal.SIGINT); print('still here')"
    done = subprocess.run([sys.executable, "-c", early], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout, done.stderr) == (130, "", "")
