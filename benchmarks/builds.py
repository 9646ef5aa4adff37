"""The build for all processors, as it is installed, against the one for this machine: ``python -m benchmarks builds``.

Each round has a process of its own for each of them, by turns and in both orders. Both build folders must be there: the set-up
makes the one, ``python -m scripts.bundle`` the other.
"""

import json
import subprocess
import sys
from pathlib import Path
from statistics import median
from typing import Final

from benchmarks import engine
from benchmarks.texts import pages
from scripts.bundle import IS_WINDOWS, WORK

ROUNDS: Final = 5
_PLACES: Final = ("read", "write")
_LIMIT: Final = 1_200


def measure(asked: str | None) -> list[dict[str, object]]:
    """Tokens a second, reading and writing, and how many times as long the build for all takes."""
    environment = WORK / "environment" / ("Scripts/python.exe" if IS_WINDOWS else "bin/python")
    assert environment.is_file(), "make the bundle first: python -m scripts.bundle"
    pythons = {"native": sys.executable, "portable": str(environment)}
    told: dict[str, list[list[float]]] = {name: [] for name in pythons}
    for round_ in range(ROUNDS):
        for name in list(pythons)[:: 1 if round_ % 2 else -1]:
            told[name].append(_child(pythons[name], asked))
    rows = []
    for place, what in enumerate(_PLACES):
        speeds = {name: median(each[place] for each in told[name]) for name in pythons}
        rows.append(
            {
                "what": what,
                **{f"{name} tokens/s": round(speed, 1) for name, speed in speeds.items()},
                "portable takes": round(speeds["native"] / speeds["portable"], 3),
            }
        )
    return rows


def _child(python: str, asked: str | None) -> list[float]:
    command = [python, "-m", "benchmarks.builds", *([asked] if asked else [])]
    here = Path(__file__).resolve().parent.parent
    done = subprocess.run(command, cwd=here, capture_output=True, text=True, check=True)
    speeds: list[float] = json.loads(done.stdout.splitlines()[-1])
    return speeds


def _speeds(asked: str | None) -> list[float]:
    """Of the build that is loaded here: tokens a second, reading and writing, after one go for warming up."""
    loaded = engine.opened(asked)
    prompt = loaded.tokens(pages(2))[:_LIMIT]
    engine.timed(loaded, prompt)
    read, wrote = engine.timed(loaded, prompt)
    loaded.close()
    return [len(prompt) / read, engine.WRITTEN / wrote]


if __name__ == "__main__":
    print(json.dumps(_speeds(sys.argv[1] if len(sys.argv) > 1 else None)))
