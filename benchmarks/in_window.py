"""Measures inside the window's own process; ``window.py`` runs it anew for each measurement. It prints one JSON object.

``python -m benchmarks.in_window start`` or ``job MODEL``. What is imported late is what a start must not pay for twice.
"""

import json
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from desktop.app import App

#: Milliseconds between two looks at the clock; a stall is what a look comes late by.
_LOOK = 5


def _app(model: str = "") -> "App":
    from PySide6.QtWidgets import QApplication  # noqa: PLC0415 - measured

    from assistant.settings import Settings  # noqa: PLC0415
    from desktop.app import App  # noqa: PLC0415

    QApplication(["kansli"])
    app = App(Settings(language="sv", model=model))
    app.dress()
    app.window.show()
    return app


def start() -> dict[str, Any]:
    """Seconds from the first line until the window is painted, of which imports, and resident memory in MB (Linux)."""
    began = time.monotonic()
    from assistant.worker.lockdown import no_network  # noqa: PLC0415 - measured

    no_network()
    import desktop.app  # noqa: F401, PLC0415

    imported = time.monotonic() - began
    from PySide6.QtWidgets import QApplication  # noqa: PLC0415

    app = _app()
    while not app.window.isVisible() or app.window.grab().isNull():
        QApplication.processEvents()
    QApplication.processEvents()
    visible = time.monotonic() - began
    lines = Path("/proc/self/status").read_text(encoding="ascii").splitlines()
    resident = next(int(line.split()[1]) for line in lines if line.startswith("VmRSS:"))
    app.window.close()
    return {"visible s": visible, "imports s": imported, "idle MB": resident / 1024}


def job(model: str) -> dict[str, Any]:
    """Read a document ahead, summarise it, and show the result; the clock is looked at all the while."""
    from PySide6.QtCore import QEventLoop, QTimer  # noqa: PLC0415
    from PySide6.QtWidgets import QApplication  # noqa: PLC0415

    from benchmarks.texts import pages  # noqa: PLC0415

    app = _app(model)
    looked, stalls = [time.monotonic()], [0.0]

    def look() -> None:
        now = time.monotonic()
        stalls.append((now - looked[0]) * 1000 - _LOOK)
        looked[0] = now

    clock = QTimer()
    clock.setInterval(_LOOK)
    clock.timeout.connect(look)
    clock.start()

    def until(is_so: Any) -> float:
        while not is_so():
            QApplication.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents, 100)
        return time.monotonic()

    def row() -> Any:
        return app.work.state.rows[0]

    app.work.paste(pages(2), "two pages.txt")
    began = time.monotonic()
    ahead = until(lambda: row().ahead == 1.0 or row().stage == "failed") - began
    began = time.monotonic()
    app.work_view.start_button.click()
    first = until(lambda: (row().progress and row().progress.stage == "writing") or row().stage != "waiting") - began
    word = until(lambda: (row().progress and row().progress.stage == "writing") or row().stage == "done") - began
    until(lambda: row().stage in {"done", "failed"})
    app.work_view.result_button.click()
    QApplication.processEvents()
    look()
    stage = row().stage
    app.window.close()
    return {
        "stage": stage,
        "read ahead s": round(ahead, 2),
        "answered s": round(first, 2),
        "first word s": round(word, 2),
        "longest stall ms": round(max(stalls)),
    }


if __name__ == "__main__":
    print(json.dumps(start() if sys.argv[1] == "start" else job(sys.argv[2])))
