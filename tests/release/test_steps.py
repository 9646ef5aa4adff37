"""What a build needs of the system: fetched by an administrator, told to everyone else."""

import os
import shutil

import pytest

from scripts import steps


@pytest.fixture
def ran(monkeypatch: pytest.MonkeyPatch) -> list[list[str]]:
    """The programs that would have been run, on a Debian where only *binutils* is installed."""
    commands: list[list[str]] = []
    monkeypatch.setattr(shutil, "which", lambda name: f"/usr/bin/{name}")
    monkeypatch.setattr(steps, "_is_installed", lambda package: package == "binutils")
    monkeypatch.setattr(steps, "run", lambda _step, command, **_: commands.append(command))
    return commands


def test_an_administrator_gets_what_is_missing_and_nothing_else(
    ran: list[list[str]], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(os, "geteuid", lambda: 0, raising=False)
    steps.need("To make the package", "binutils", "dpkg-dev")
    assert [command[1] for command in ran] == ["update", "install"]
    assert "dpkg-dev" in ran[1]
    assert "binutils" not in ran[1]


def test_others_are_told_what_to_ask_for(
    ran: list[list[str]], monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(os, "geteuid", lambda: 1000, raising=False)
    with pytest.raises(SystemExit) as stopped:
        steps.need("To make the package", "binutils", "dpkg-dev")
    assert stopped.value.code == 1
    assert "To make the package an administrator has to run" in capsys.readouterr().err
    assert not ran


def test_nothing_is_done_where_all_is_there(ran: list[list[str]]) -> None:
    steps.need("To make the package", "binutils")
    assert not ran
