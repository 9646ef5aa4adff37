"""The window: seconds until it is visible, of which for imports, and its idle memory. Needs a screen, or QT_QPA_PLATFORM."""

import json
import os
import statistics
import subprocess
import sys
import tempfile
from typing import Any

#: Runs in a fresh interpreter, so that each run imports everything anew.
_ONCE = """
import time; began = time.monotonic()
from assistant.worker.lockdown import no_network
no_network()
from desktop.app import App
from PySide6.QtWidgets import QApplication
from assistant.settings import Settings
imported = time.monotonic() - began
application = QApplication(["kansli"]); app = App(Settings(language="sv")); app.dress(); app.window.show()
while not app.window.isVisible() or app.window.grab().isNull():
    application.processEvents()
application.processEvents()
visible = time.monotonic() - began
status = dict(line.split(":", 1) for line in open("/proc/self/status") if ":" in line)
import json; print(json.dumps({"visible": visible, "imports": imported, "mb": int(status["VmRSS"].split()[0]) / 1024}))
app.window.close()
"""


def measure(runs: int = 5) -> dict[str, Any]:
    """Medians of some runs; Linux only, which tells the memory in /proc."""
    found = []
    with tempfile.TemporaryDirectory() as home:
        for _ in range(runs):
            done = subprocess.run(
                [sys.executable, "-c", _ONCE], capture_output=True, check=True, env={**os.environ, "KANSLI_HOME": home}
            )
            found.append(json.loads(done.stdout))
    return {name: round(statistics.median(each[name] for each in found), 3) for name in found[0]}


if __name__ == "__main__":
    print(json.dumps(measure()))
