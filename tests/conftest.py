"""What every test can rely on: a home of its own, no litter left behind, and real models where they are asked for."""

import logging
import multiprocessing
import os
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from assistant.engine.models import Store
from assistant.errors import ModelMissing

ROOT = Path(__file__).resolve().parent.parent
#: Real documents for trying things, beside the repository where there are such.
SHARED = ROOT.parent / "shared" / "data"
#: The user's own model store, before tests get a home of their own.
_STORE = Store()


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
    logged = [record for record in caplog.get_records("call") if record.levelno >= logging.WARNING]
    assert not logged, f"logged: {[(record.name, record.msg) for record in logged]}"


@pytest.fixture(autouse=True)
def no_process_left() -> Iterator[None]:
    """A child process that outlives its test fails it."""
    yield
    left = multiprocessing.active_children()
    for child in left:
        child.kill()
    assert not left, f"left running: {left}"


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
