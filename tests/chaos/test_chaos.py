"""The short form of the chaos; the long one is run on demand: see ``harness.py``."""

import sys
from pathlib import Path

import pytest

from tests.chaos.harness import run


@pytest.mark.skipif(sys.platform != "linux", reason="looks for processes in /proc")
def test_nothing_is_lost_torn_or_done_twice(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("KANSLI_HOME", str(tmp_path / "home"))
    outcome = run(tmp_path, jobs=40, kills=6, child_kills=4, seed=1)
    assert (outcome.lost, outcome.torn, outcome.double, outcome.different, outcome.left) == (0, 0, 0, 0, 0)
    assert outcome.killed
