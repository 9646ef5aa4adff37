"""The time told before a job is begun comes from the jobs before it."""

from pathlib import Path

import pytest

from assistant import paths, speed
from assistant.tasks.pace import WRITING
from assistant.tasks.task import Provenance


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("KANSLI_HOME", str(tmp_path))
    return tmp_path


def made(read: int, written: int, took: float, model: str = "m") -> Provenance:
    return Provenance(
        "0", "p@1", model, "", model_imported=False, seed=0, seconds=took, tokens_read=read, tokens_written=written, made=""
    )  # fmt: skip


def test_a_job_that_is_done_teaches_how_long_the_next_takes() -> None:
    before = speed.seconds(1_000, "m")
    speed.remember(made(1_000, 200, 10.0))
    assert speed.seconds(1_000 + WRITING * 200, "m") == pytest.approx(10.0, abs=0.1)
    assert speed.seconds(1_000, "another") == before


def test_the_newest_job_does_not_decide_alone() -> None:
    speed.remember(made(1_000, 0, 10.0))
    speed.remember(made(1_000, 0, 5.0))
    assert 5.0 < speed.seconds(1_000, "m") < 10.0


def test_what_was_done_without_a_model_or_almost_without_work_teaches_nothing(home: Path) -> None:
    speed.remember(made(5_000, 0, 1.0, model=""))
    speed.remember(made(10, 1, 1.0))
    assert not (home / "speed.json").exists()


@pytest.mark.parametrize("text", ["", "[]", '{"m": "fast"}', '{"m": -1}', "\x00"])
def test_a_damaged_record_counts_as_none(home: Path, text: str) -> None:
    before = speed.seconds(900, "m")
    (home / "speed.json").write_text(text, encoding="utf-8")
    assert speed.seconds(900, "m") == before
    assert paths.home() == home
