"""A batch that is killed, at random or at every point of its work, loses no document, sorts none twice, and ends as an undisturbed one does."""

import random
import signal
import subprocess
import sys
from collections import Counter
from pathlib import Path

import pytest

from assistant.classify.result import Sorted
from assistant.store.batches import open_batch
from assistant.store.queue import State
from assistant.store.vault import open_vault
from tests.chaos.app import keyring
from tests.chaos.points import POINTS
from tests.chaos.sorting import NAME
from tests.conftest import ROOT

COUNT = 30
#: Each point at which it is killed, and the how many-eth time that it comes there.
KILLS = (("failing", 1), ("failed", 1), ("begun", 1), ("taken", 4), ("decided", 3), ("writing", 2), ("kept", 3))


def run(folder: Path, log: Path, patience: float | None) -> int | None:
    """Run the program, and kill it after some seconds; its exit code, None when it was killed."""
    app = subprocess.Popen([sys.executable, "-m", "tests.chaos.sorting", str(folder), str(log)], cwd=ROOT)
    try:
        return app.wait(patience)
    except subprocess.TimeoutExpired:
        app.kill()
        app.wait()
        return None


@pytest.mark.skipif(sys.platform != "linux", reason="children end with their parent on Linux")
def test_a_batch_is_resumed_without_loss_or_double_work(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("KANSLI_HOME", str(tmp_path / "home"))
    folder, log, chance = tmp_path / "in", tmp_path / "log.txt", random.Random(3)
    folder.mkdir()
    for number in range(COUNT):
        (folder / f"{number:02d}.txt").write_text(f"Ärende {number}. Svara senast den {number % 28 + 1} maj.", "utf-8")
    (folder / "torn.docx").write_bytes(b"PK\x03\x04")
    killed = 0
    while (code := run(folder, log, chance.uniform(0.8, 2.5) if killed < 5 else None)) is None:
        killed += 1
    assert code == 0
    vault = open_vault(keyring())
    batch, was_there = open_batch(vault, NAME, "bradskande", [])
    outcomes = [outcome for _, outcome in batch.outcomes()]
    assert was_there
    assert batch.counts() == {State.DONE: COUNT, State.FAILED: 1}
    assert all(outcome.decision.label == "snart" for outcome in outcomes if isinstance(outcome, Sorted))
    vault.close()
    noted = Counter(log.read_text("utf-8").splitlines())
    finished = {line: count for line, count in noted.items() if line.startswith("finished")}
    # One that was kept just before the kill may not have been noted; none is finished twice.
    assert set(finished.values()) == {1}
    assert len(finished) >= COUNT - killed
    assert killed


def held(state: State) -> set[str]:
    """The documents that the store holds in a state."""
    vault = open_vault(keyring())
    batch, _ = open_batch(vault, NAME, "bradskande", [])
    names = {line.path.name for line in batch.lines() if line.state is state}
    vault.close()
    return names


@pytest.mark.skipif(sys.platform == "win32", reason="there a program cannot kill itself so")
def test_a_batch_killed_at_each_point_of_its_work_does_what_is_left_and_no_more(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("KANSLI_HOME", str(tmp_path / "home"))
    folder, log = tmp_path / "in", tmp_path / "log.txt"
    folder.mkdir()
    names = {f"{number:02d}.txt" for number in range(COUNT)}
    for name in names:
        (folder / name).write_text(f"Ärende {name}. Svara senast den 3 maj.", "utf-8")
    # Three that cannot be read: at the beginning, so that the kills at such a one are reached.
    torn = {f"00-{number}.docx" for number in range(3)}
    for name in torn:
        (folder / name).write_bytes(b"PK\x03\x04")
    command = [sys.executable, "-m", "tests.chaos.points", str(folder), str(log)]
    for point, nth in KILLS:
        before = log.read_text("utf-8").splitlines() if log.exists() else []
        kept = held(State.DONE) | held(State.FAILED) if before else set()
        assert subprocess.run([*command, point, str(nth)], cwd=ROOT, check=False).returncode == -signal.SIGKILL, point
        noted = log.read_text("utf-8").splitlines()[len(before) :] if log.exists() else []
        assert not kept & {line.split()[-1] for line in noted}, f"{point}: what was kept is not done again"
        assert kept <= held(State.DONE) | held(State.FAILED), f"{point}: what was kept stays"
    kept = held(State.DONE)
    assert {point for point, _ in KILLS} == set(POINTS)
    assert 0 < len(kept) < COUNT, "it was killed in the middle of its work"
    before = log.read_text("utf-8").splitlines()
    assert subprocess.run(command, cwd=ROOT, check=False).returncode == 0
    noted = log.read_text("utf-8").splitlines()[len(before) :]
    assert {line.split()[-1] for line in noted if line.startswith("begun")} == names - kept
    assert (held(State.DONE), held(State.FAILED)) == (names, torn)
