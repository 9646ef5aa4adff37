"""A document's words and name are found on the disk only where the user put them, also after crashes."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from assistant.store.queue import Queue
from assistant.store.vault import open_vault
from assistant.tasks.options import Options
from tests.chaos.app import keyring
from tests.conftest import ROOT

MARK = "Xyzzyvik"


def test_no_trace_is_left_outside_what_the_user_chose(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    documents, out = tmp_path / "documents", tmp_path / "out"
    places = {name: tmp_path / name for name in ("home", "kansli", "temporary", "cache", "config", "state")}
    for folder in (documents, out, *places.values()):
        folder.mkdir()
    for variable, name in {
        "HOME": "home", "KANSLI_HOME": "kansli", "TMPDIR": "temporary", "XDG_CACHE_HOME": "cache", "XDG_CONFIG_HOME": "config",
        "XDG_STATE_HOME": "state",
    }.items():  # fmt: skip
        monkeypatch.setenv(variable, str(places[name]))
    letter = documents / f"Brev till {MARK}.txt"
    letter.write_text(
        f"Ärende 7\n\nFörvaltningen i {MARK} har berett ärende 7. Nämnden beslutar i maj.\n", encoding="utf-8"
    )
    torn = documents / f"{MARK}.docx"
    torn.write_bytes(b"PK\x03\x04" + MARK.encode() * 9)

    for arguments in (("read", letter), ("read", torn), ("summarise", letter, "--as", "extract"), ("doctor",)):
        done = _run("assistant", *arguments)
        assert (done.returncode == 0) == (torn not in arguments), done.stderr
    vault = open_vault(keyring())
    for number in range(200):
        Queue(vault).add(letter, out / f"{number}.json", Options("bullets"))
    vault.close()
    killed = 0
    for _ in range(3):
        app = subprocess.Popen([sys.executable, "-m", "tests.chaos.app", str(tmp_path / "log")], cwd=ROOT)
        while not (tmp_path / "log").exists() and app.poll() is None:
            os.sched_yield()
        app.kill()
        killed += app.wait() != 0
        (tmp_path / "log").unlink()
    assert killed == 3

    held = [path for folder in places.values() for path in folder.rglob("*")]
    assert places["kansli"] / "store.db" in held
    for path in held:
        assert MARK not in path.name
        if path.is_file():
            data = path.read_bytes()
            assert MARK.encode() not in data, path
            assert MARK.encode("utf-16-le") not in data, path


def _run(module: str, *arguments: object) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", module, *map(str, arguments)]
    return subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=60, check=False)
