"""The manual and the completion tell of every command and option that the real parser has."""

import shutil
import subprocess

import pytest

from assistant.cli import COMMANDS
from scripts.manual import commands, completion, options, page, window_page


@pytest.mark.parametrize("language", ["en", "sv"])
def test_the_manual_names_every_command_and_option(language: str) -> None:
    text = page(language, "2026-01-01").replace("\\-", "-")
    known = list(commands(language))
    assert {command.words[0] for command in known} == set(COMMANDS)
    for command in known:
        assert f".SS kansli {' '.join(command.words)}\n" in text
        for action in options(command.parser):
            for flag in action.option_strings:
                assert f"\\fB{flag}\\fR" in text or flag in {"-h", "--help"}


@pytest.mark.parametrize("language", ["en", "sv"])
def test_the_manual_is_right_for_the_formatter(language: str) -> None:
    if not shutil.which("man"):
        pytest.skip("there is no man to format it")
    for text in (page(language, "2026-01-01"), window_page(language, "2026-01-01")):
        done = subprocess.run(
            ["man", "--warnings", "-E", "UTF-8", "-l", "-Tutf8", "-Z", "-"],
            input=text.encode(), capture_output=True, check=False, env={"MANWIDTH": "80", "LC_ALL": "C.UTF-8", "PATH": "/usr/bin:/bin"},
        )  # fmt: skip
        assert (done.returncode, done.stderr) == (0, b"")


@pytest.mark.skipif(not shutil.which("bash"), reason="there is no bash")
@pytest.mark.parametrize(
    ("typed", "offered"),
    [
        ("kansli ", "summarise"),
        ("kansli summarise --as ", "minutes"),
        ("kansli summarise --le", "--length"),
        ("kansli models ", "verify"),
        ("kansli models get --", "--from"),
        ("kansli policy che", "check"),
    ],
)
def test_the_completion_offers_what_the_parser_takes(typed: str, offered: str) -> None:
    words = typed.split(" ")
    asked = f"COMP_WORDS=({' '.join(word or chr(34) * 2 for word in words)}); COMP_CWORD={len(words) - 1}; _kansli"
    done = subprocess.run(
        ["bash", "-c", f'{completion()}\n{asked}\nprintf "%s\\n" "${{COMPREPLY[@]}}"'],
        capture_output=True,
        text=True,
        check=True,
    )
    assert offered in done.stdout.splitlines()
