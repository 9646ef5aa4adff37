"""What every test can rely on: a home of its own, no litter left behind, and real models where they are asked for."""

import atexit
import logging
import multiprocessing
import os
import signal
import sys
from collections.abc import Callable, Iterator
from multiprocessing import resource_tracker
from pathlib import Path

import pytest

from assistant.engine.models import Store
from assistant.errors import ModelMissing

ROOT = Path(__file__).resolve().parent.parent
#: Real documents for trying things, beside the repository where there are such.
SHARED = ROOT.parent / "shared" / "data"
#: The user's own model store, before tests get a home of their own.
_STORE = Store()


def pytest_sessionfinish(session: pytest.Session) -> None:
    """End the process with the result as soon as Python begins to end.

    Hundreds of windows have been made and left in it by then, and Qt and Python take their parts down in an order that is
    neither's: now and then that ends in a crash, after all is done and told. The program's own end is tested in its own process.
    """
    atexit.register(_end, session)


def _end(session: pytest.Session) -> None:
    sys.stdout.flush()
    sys.stderr.flush()
    os._exit(int(session.exitstatus))


@pytest.fixture(autouse=True)
def own_home(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A home of its own for each test, and a fixed language for what is said to the user."""
    home = tmp_path_factory.mktemp("home")
    monkeypatch.setenv("KANSLI_HOME", str(home))
    monkeypatch.setenv("KANSLI_LANGUAGE", "en")
    monkeypatch.delenv("KANSLI_MODELS", raising=False)
    return home


@pytest.fixture(autouse=True)
def nothing_logged(caplog: pytest.LogCaptureFixture) -> Iterator[None]:
    """A warning in the log fails the test: either it matters and is handled, or it should not be logged."""
    yield
    records = [*caplog.get_records("setup"), *caplog.get_records("call")]
    logged = [(record.name, record.msg) for record in records if record.levelno >= logging.WARNING]
    assert not logged, f"logged: {logged}"


@pytest.fixture(autouse=True)
def no_process_left() -> Iterator[None]:
    """A child process that outlives its test fails it, and is ended so that it cannot disturb the others."""
    before = children()
    yield
    for child in multiprocessing.active_children():
        child.join(timeout=5)  # one that is on its way out may leave
    left = children() - before
    for number in left:
        os.kill(number, signal.SIGTERM)
    assert not left, f"left running: {left}"


def children() -> set[int]:
    """This process's children by number, less the one that multiprocessing keeps for itself.

    The system knows all of them, also those that ``subprocess`` started; where it does not tell, multiprocessing does.
    """
    tasks = Path("/proc/self/task")
    try:
        found = {int(number) for task in tasks.iterdir() for number in (task / "children").read_text().split()}
    except OSError:
        found = {child.pid for child in multiprocessing.active_children() if child.pid}
    return found - {getattr(resource_tracker._resource_tracker, "_pid", None)}


@pytest.fixture(scope="session")
def shared() -> Callable[[str], Path]:
    """Where a set of real documents lies; skips, saying so, where there are none."""

    def find(name: str) -> Path:
        folder = SHARED / name
        if not folder.is_dir():
            pytest.skip(f"the real documents are not here: {folder}")
        return folder

    return find


@pytest.fixture(scope="session")
def small_model() -> Path:
    """The small real model's file."""
    return _model("smollm2-135m")


@pytest.fixture(scope="session")
def default_model() -> Path:
    """The default model's file."""
    return _model("qwen2.5-coder-1.5b")


def _model(name: str) -> Path:
    if os.environ.get("KANSLI_TEST_QUICK"):
        pytest.skip(f"quick: without the real model {name}")
    try:
        return _STORE.find(name).path
    except ModelMissing:
        # A missing model must not pass for a test that was passed.
        pytest.fail(f"the model {name} is not installed: sh scripts/setup --dev --model {name}")
