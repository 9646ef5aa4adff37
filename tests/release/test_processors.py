"""What the trial on older processors reads out of a self-test."""

from typing import Any

import pytest

from scripts.try_processors import check, summary


def told(*, slow: bool = False, lacking: str = "") -> dict[str, Any]:
    """A self-test as ``kansli selftest --format json`` tells it."""
    if lacking:
        step = {"step": "processor", "passed": False, "code": "program_damaged", "facts": {"part": lacking}}
    else:
        known = ["avx", "sse4.2"] if slow else ["avx", "avx2", "sse4.2"]
        step = {"step": "processor", "passed": True, "instructions": known, "slow": slow}
    return {"passed": not lacking, "steps": [step]}


def test_one_that_is_new_enough_passes_and_a_slow_one_says_so() -> None:
    check("Haswell", told())
    check("SandyBridge", told(slow=True))
    assert "slow" not in summary(told())
    assert "slow" in summary(told(slow=True))


def test_what_an_old_one_lacks_is_named_by_the_self_test() -> None:
    check("Conroe", told(lacking="sse4.1, sse4.2"))
    assert "sse4.1, sse4.2" in summary(told(lacking="sse4.1, sse4.2"))


@pytest.mark.parametrize(
    ("processor", "report"),
    [
        ("Haswell", told(lacking="sse4.2")),
        ("Conroe", told(lacking="sse4.2")),
        ("Conroe", told()),
    ],
)
def test_anything_else_fails(processor: str, report: dict[str, Any]) -> None:
    with pytest.raises(AssertionError):
        check(processor, report)
