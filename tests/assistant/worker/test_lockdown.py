"""What a locked-down process can no longer do, tried in a process of its own."""

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from assistant.worker.lockdown import Protection, missing, program_folders
from tests.conftest import ROOT

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="the wall is Linux's; see docs/security.md")


def probe(which: str, folder: Path) -> dict[str, Any]:
    (folder / "secret.txt").write_text("hemligt")
    (folder / "allowed.txt").write_text("modell")
    command = [sys.executable, "-m", "tests.assistant.worker.probes", which, str(folder)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, timeout=60, check=False)
    assert done.stdout, done.stderr
    found: dict[str, Any] = json.loads(done.stdout)
    return found


def test_a_child_can_only_read_what_it_was_given(tmp_path: Path) -> None:
    found = probe("lockdown", tmp_path)
    came = found["came"]
    assert found["held"]["files"] >= 1
    assert missing(Protection(**found["held"])) == []
    assert {name for name, what in came.items() if what == "done"} == {"read allowed", "late import", "thread"}
    assert came["much memory"] == "MemoryError"
    assert came["fork"] == "PermissionError"
    assert sorted(path.name for path in tmp_path.iterdir()) == ["allowed.txt", "secret.txt"]
    assert (tmp_path / "allowed.txt").read_text() == "modell"


def test_a_thread_that_was_there_before_is_not_left_free_and_is_told(tmp_path: Path) -> None:
    found = probe("thread-before", tmp_path)
    assert found["came"]["thread before"] == "PermissionError"
    assert found["held"]["threads"] == 2
    assert missing(Protection(**found["held"])) == ["files"]


def test_the_whole_program_has_no_network_and_keeps_its_files(tmp_path: Path) -> None:
    found = probe("no-network", tmp_path)
    assert found["held"] is True
    done = {name for name, what in found["came"].items() if what == "done"}
    assert done == {"unix", "pair", "read"}


def test_a_layer_that_is_missing_is_named() -> None:
    assert missing(Protection()) == ["limits", "no_dump", "files", "calls", "network"]
    assert missing(Protection(limits=True, no_dump=True, files=7, calls=True, network=True, threads=2)) == ["files"]
    assert not Protection().whole


def test_no_home_and_no_root_is_a_program_folder() -> None:
    assert not set(program_folders()) & {Path("/"), Path.home()}
