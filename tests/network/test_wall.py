"""The wall, seen from outside: what system calls one real run makes."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.conftest import ROOT


def test_one_real_run_opens_no_socket_to_the_outside(small_model: Path, own_home: Path) -> None:
    if not shutil.which("strace"):
        pytest.skip("strace is not installed: not shown")
    (own_home / "models").symlink_to(small_model.parent)
    done = subprocess.run(
        ["sh", "tests/network/wall"], cwd=ROOT, capture_output=True, text=True, timeout=600, check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr
    assert "none could reach another machine" in done.stdout


#: Starts the window as its users do, has a document read and its model opened, and closes it.
WINDOW = """
import sys
from pathlib import Path
from desktop import launch

def documents(arguments):
    from assistant.worker.lockdown import no_network
    is_offline = no_network()
    from PySide6.QtCore import QTimer
    from assistant.job import Options
    from desktop import app
    made = app.App.__init__

    def look(window):
        rows = window.work.state.rows
        if not rows:
            window.work.want(Options(kind="extract"))
            window.work.add([Path(arguments[-1])])
        elif rows[0].stage == "ready":
            window.work.start()
        elif rows[0].stage in {"done", "failed"}:
            window.looks.stop()
            print(rows[0].stage, flush=True)
            window.window.close()

    def init(self, *given, **more):
        made(self, *given, **more)
        self.looks = QTimer()
        self.looks.timeout.connect(lambda: look(self))
        self.looks.start(50)

    app.App.__init__ = init
    return app.run(["kansli", "-platform", "offscreen"], is_offline=is_offline)

sys.exit(launch.launch(sys.argv, {launch.DOCUMENTS: documents}))
"""


def test_the_window_opens_no_socket_to_the_outside(small_model: Path, own_home: Path, tmp_path: Path) -> None:
    if not shutil.which("strace"):
        pytest.skip("strace is not installed: not shown")
    (own_home / "models").symlink_to(small_model.parent)
    (own_home / "settings.json").write_text('{"model": "smollm2-135m", "threads": 1}', encoding="utf-8")
    calls, sample = tmp_path / "calls", ROOT / "resources/examples/tjansteskrivelse-fardtjanst.docx"
    done = subprocess.run(
        ["strace", "--seccomp-bpf", "-f", "-qq", "-e", "trace=socket,socketpair,io_uring_setup", "-o", str(calls),
         sys.executable, "-c", WINDOW, str(sample)],
        cwd=ROOT, capture_output=True, text=True, timeout=600, check=False,
    )  # fmt: skip
    assert (done.returncode, done.stdout) == (0, "done\n"), done.stderr
    made = [line for line in calls.read_text().splitlines() if "socket" in line or "io_uring" in line]
    harmless = ("AF_UNIX", "= -1 E", "resumed", "unfinished")
    assert [line for line in made if not any(mark in line for mark in harmless)] == []
