"""Fills a queue, kills the program that works it and its children at random, and judges what came of it.

On demand, as long as design and README say: ``python -m tests.chaos.harness 1000 200 100``.
"""

import contextlib
import json
import os
import random
import signal
import subprocess
import sys
import tempfile
from collections import Counter
from dataclasses import dataclass
from pathlib import Path

from assistant.store.queue import Queue
from assistant.store.vault import open_vault
from assistant.tasks.options import Options
from tests.chaos.app import keyring

ROOT = Path(__file__).resolve().parents[2]
#: Seconds that a program lives at most before it is killed; it needs some tenths to start.
LIFE = 2.5


@dataclass(frozen=True)
class Outcome:
    """What was found after the last run."""

    jobs: int
    lost: int
    torn: int
    double: int
    different: int
    redone: int
    left: int
    killed: int
    children_killed: int


def run(folder: Path, jobs: int, kills: int, child_kills: int, seed: int = 0) -> Outcome:
    """Work ``jobs`` jobs while killing the program ``kills`` times and a child of it ``child_kills`` times."""
    documents, out = folder / "in", folder / "out"
    documents.mkdir()
    out.mkdir()
    os.environ["KANSLI_HOME"] = str(folder / "home")
    vault = open_vault(keyring())
    queue = Queue(vault)
    for number in range(jobs):
        path = documents / f"{number}.txt"
        path.write_text(
            f"Ärende {number}\n\nFörvaltningen har berett ärende {number}. Nämnden beslutar i maj.\n", encoding="utf-8"
        )
        queue.add(path, out / f"{number}.json", Options("bullets"))
    vault.close()
    log = folder / "log.txt"
    killed, children_killed = _killed_until_done(log, kills, child_kills, random.Random(seed))
    return _judged(jobs, out, log, killed, children_killed)


def _killed_until_done(log: Path, kills: int, child_kills: int, chance: random.Random) -> tuple[int, int]:
    """A job whose children have died three times is given up, and rightly; so between two of them a job has begun or ended."""
    killed = children_killed = 0
    hit = -1
    while True:
        app = subprocess.Popen([sys.executable, "-m", "tests.chaos.app", str(log)], cwd=ROOT)
        while app.poll() is None:
            with contextlib.suppress(subprocess.TimeoutExpired):
                app.wait(chance.uniform(0.1, LIFE / 3))
                break
            noted = log.stat().st_size if log.exists() else 0
            if children_killed < child_kills and noted != hit and (child := _a_child(app.pid, chance)):
                with contextlib.suppress(ProcessLookupError):
                    os.kill(child, signal.SIGKILL)
                    children_killed += 1
                    hit = noted
            if killed < kills and chance.random() < 0.5:
                app.kill()
                killed += 1
        if app.wait() == 0:
            return killed, children_killed
        if app.returncode != -signal.SIGKILL:
            raise SystemExit(f"the program ended with {app.returncode}")


def _a_child(parent: int, chance: random.Random) -> int | None:
    with contextlib.suppress(OSError):
        found = [
            int(number)
            for task in Path(f"/proc/{parent}/task").iterdir()
            for number in (task / "children").read_text().split()
            # Not the helper that multiprocessing keeps for itself.
            if b"resource_tracker" not in Path(f"/proc/{number}/cmdline").read_bytes()
        ]
        return chance.choice(found) if found else None
    return None


def _judged(jobs: int, out: Path, log: Path, killed: int, children_killed: int) -> Outcome:
    found = {path.stem: path for path in out.iterdir() if path.suffix == ".json" and not path.name.startswith(".")}
    torn = different = 0
    for number, path in found.items():
        try:
            result = json.loads(path.read_text(encoding="utf-8"))
        except ValueError:
            torn += 1
            continue
        different += [block["text"] for block in result["blocks"]] != [f"Ärende {number} har beretts av förvaltningen."]
    double, finished = 0, set()
    begun: Counter[str] = Counter()
    for line in log.read_text(encoding="utf-8").splitlines():
        what, name = line.split()[:2]
        if what == "begun":
            begun[name] += 1
            double += name in finished
        else:
            finished.add(name)
    vault = open_vault(keyring())
    left = len(Queue(vault).entries())
    vault.close()
    litter = sum(path.name.startswith(".") for path in out.iterdir())
    return Outcome(
        jobs, jobs - len(found), torn, double, different, sum(count - 1 for count in begun.values()), left + litter,
        killed, children_killed,
    )  # fmt: skip


def main() -> None:
    """Run with the numbers given and print the outcome."""
    jobs, kills, child_kills = map(int, sys.argv[1:])
    with tempfile.TemporaryDirectory() as folder:
        print(run(Path(folder), jobs, kills, child_kills))


if __name__ == "__main__":
    main()
