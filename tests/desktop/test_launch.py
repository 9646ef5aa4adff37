"""Two programs, one of which has no network for good; tried with real processes."""

import signal
import subprocess
import sys
from pathlib import Path

import pytest

from desktop import launch
from desktop.launch import DOCUMENTS, MODELS
from tests.conftest import ROOT

#: A socket that could reach another machine is asked for; it is not connected to anything.
PROBE = """
import os, socket, sys
from desktop import launch
from assistant.worker.lockdown import no_network
def tell(text):
    os.write(1, text.encode() + b"\\n")
def has_network():
    try:
        socket.socket(socket.AF_INET).close()
    except PermissionError:
        return "no network"
    return "network"
"""


def run(code: str, *arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-c", PROBE + code, *arguments], cwd=ROOT, capture_output=True, text=True, timeout=60, check=False
    )  # fmt: skip


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere nothing is given up for good")
def test_what_opens_documents_has_no_network_and_what_fetches_has_one_in_any_order(
    tmp_path: Path,
) -> None:
    done = run(
        """
def documents(arguments):
    no_network()
    tell(f"documents {has_network()}")
    return 7 if os.path.exists(arguments[0]) else launch.MODELS
def models(arguments):
    tell(f"models {has_network()}")
    os.mkdir(arguments[0])
    return launch.DOCUMENTS
sys.exit(launch.launch(sys.argv[1:], {launch.DOCUMENTS: documents, launch.MODELS: models}))
""",
        str(tmp_path / "seen"),
    )
    assert done.stdout.splitlines() == ["documents no network", "models network", "documents no network"], done.stderr
    assert done.returncode == 7


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere there is one process")
def test_the_process_that_waits_loads_nothing_of_the_window() -> None:
    done = run("""
def documents(arguments):
    import desktop.app
    os._exit(0)
code = launch.launch([], {launch.DOCUMENTS: documents})
loaded = [name for name in sys.modules if name.startswith("PySide6") or name.startswith("assistant.documents")]
tell(f"{code} {loaded}")
""")
    assert done.stdout == "0 []\n", done.stderr


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere there is one process")
def test_an_end_that_is_asked_of_the_one_that_waits_reaches_the_window() -> None:
    done = run("""
import signal
def documents(arguments):
    os.kill(os.getppid(), signal.SIGTERM)
    signal.pause()
code = launch.launch([], {launch.DOCUMENTS: documents})
tell(str(code))
""")
    assert done.stdout == f"{128 + signal.SIGTERM}\n", done.stderr


def test_where_nothing_is_given_up_for_good_one_process_does_both(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "platform", "win32")
    ran: list[str] = []

    def documents(_arguments: list[str]) -> int:
        ran.append("documents")
        return MODELS if len(ran) == 1 else 0

    def models(_arguments: list[str]) -> int:
        ran.append("models")
        return DOCUMENTS

    assert launch.launch([], {DOCUMENTS: documents, MODELS: models}) == 0
    assert ran == ["documents", "models", "documents"]


def test_the_window_that_may_use_a_network_knows_nothing_of_documents() -> None:
    done = subprocess.run(
        [sys.executable, "-c", "import sys, desktop.setup; print(*sys.modules)"],
        cwd=ROOT, capture_output=True, text=True, check=True,
    )  # fmt: skip
    loaded = set(done.stdout.split())
    assert not loaded & {"desktop.reading", "desktop.app", "assistant.documents.read", "assistant.export.write"}
    assert not {name for name in loaded if name.startswith(("desktop.screens.work", "desktop.screens.result"))}


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere there is one process")
def test_a_first_start_without_a_model_asks_for_the_program_that_fetches(own_home: Path) -> None:
    assert not list(own_home.iterdir())
    done = run("""
def models(arguments):
    tell(f"models {has_network()}")
    return 5
sys.exit(launch.launch(["kansli", "-platform", "offscreen"], {launch.DOCUMENTS: launch.documents, launch.MODELS: models}))
""")
    assert done.stdout == "models network\n", done.stderr
    assert done.returncode == 5
