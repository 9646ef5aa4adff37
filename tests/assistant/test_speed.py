"""The time told before a job is begun comes from the jobs before it."""

from pathlib import Path

import pytest

from assistant import paths, speed
from assistant.engine.catalogue import Model, catalogue
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


def listed(name: str) -> Model:
    return next(model for model in catalogue() if model.id == name)


def test_a_model_that_has_not_worked_here_is_reckoned_from_its_size() -> None:
    usual, small, large = (speed.of(listed(name)) for name in ("qwen2.5-coder-1.5b", "qwen2.5-coder-0.5b", "qwen3-4b"))
    assert not usual.is_measured
    assert small.rate > 2 * usual.rate > 4 * large.rate
    assert small.two_pages < usual.two_pages < large.two_pages
    assert speed.of(listed("qwen2.5-coder-1.5b"), 4).rate == pytest.approx(2 * usual.rate)
    assert speed.seconds(1_000, "qwen3-4b") == pytest.approx(1_000 / large.rate)


def test_a_model_that_has_worked_here_is_measured_and_the_others_are_reckoned_from_it() -> None:
    before = speed.of(listed("qwen3-4b"))
    speed.remember(made(10_000, 0, 50.0, "qwen2.5-coder-1.5b"))
    assert speed.of(listed("qwen2.5-coder-1.5b")) == speed.Speed(200.0, is_measured=True)
    after = speed.of(listed("qwen3-4b"), 16)
    assert not after.is_measured
    assert after.rate == pytest.approx(before.rate * 200 / 90, rel=0.01), (
        "threads say nothing more once something is known"
    )


def test_a_very_small_model_does_not_promise_wonders_nor_make_large_ones_hopeless() -> None:
    assert speed.of(listed("smollm2-135m")).rate == pytest.approx(270, rel=0.01)
    speed.remember(made(2_760, 0, 10.0, "smollm2-135m"))
    assert speed.of(listed("qwen2.5-coder-1.5b")).rate == pytest.approx(92, rel=0.01)
