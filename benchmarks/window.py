"""The window: seconds until it is visible, its idle memory, and a real job in it. Runs ``in_window`` on a screen of its own."""

import json
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
from typing import Any, Final

from assistant.engine.models import Store

_RUNS: Final = 5


def start(_asked: str | None) -> list[dict[str, object]]:
    """Medians of some starts: seconds until the window is visible, of which imports, and idle memory. No model is loaded."""
    found = [_run("start") for _ in range(_RUNS)]
    return [{name: round(statistics.median(each[name] for each in found), 3) for name in found[0]}]


def job(asked: str | None) -> list[dict[str, object]]:
    """A document of two pages is read ahead and then summarised: seconds to the model's first word, and the longest stall."""
    found = Store().find(asked)
    return [_run("job", found.model.id, KANSLI_MODELS=str(found.path.parent))]


def _run(*arguments: str, **more: str) -> dict[str, Any]:
    """What ``in_window`` measures, under Xvfb where that is installed, else on no screen at all."""
    command = [sys.executable, "-m", "benchmarks.in_window", *arguments]
    environment = {**os.environ, **more}
    if shutil.which("xvfb-run"):
        command = ["xvfb-run", "-a", "-s", "-screen 0 1366x768x24", *command]
        environment.pop("QT_QPA_PLATFORM", None)
    else:
        environment["QT_QPA_PLATFORM"] = "offscreen"
    with tempfile.TemporaryDirectory() as home:
        environment["KANSLI_HOME"] = home
        done = subprocess.run(command, capture_output=True, check=True, env=environment)
    measured: dict[str, Any] = json.loads(done.stdout)
    return measured
