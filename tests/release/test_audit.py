"""What the look-up among vulnerabilities says is judged strictly: exceptions are dated and needed."""

from datetime import date
from typing import Any

from scripts.audit import Excepted, exceptions, judged

TODAY = date(2026, 1, 1)
KNOWN = Excepted("CVE-1", "diskcache", "never used", date(2026, 6, 1))


def told(*vulnerabilities: dict[str, Any]) -> dict[str, Any]:
    return {"dependencies": [{"name": "diskcache", "version": "5.6.3", "vulns": list(vulnerabilities)}]}


def test_what_is_found_without_an_exception_is_told() -> None:
    assert judged(told({"id": "CVE-2", "fix_versions": ["6.0"]}), [], TODAY) == [
        "diskcache 5.6.3: CVE-2, mended in 6.0"
    ]


def test_what_is_excepted_is_not_by_any_of_its_names() -> None:
    assert judged(told({"id": "GHSA-x", "aliases": ["CVE-1"], "fix_versions": []}), [KNOWN], TODAY) == []


def test_an_exception_that_is_old_or_not_needed_is_told() -> None:
    (old,) = judged(told({"id": "CVE-1"}), [KNOWN], date(2026, 7, 1))
    assert "looked at again" in old
    (unneeded,) = judged(told(), [KNOWN], TODAY)
    assert "not needed" in unneeded


def test_a_package_that_was_not_looked_up_is_told() -> None:
    skipped = {"dependencies": [{"name": "llama-cpp-python", "skip_reason": "not found"}]}
    assert judged(skipped, [], TODAY) == ["llama-cpp-python: not looked up: not found"]


def test_every_exception_has_its_reason_and_its_day() -> None:
    for each in exceptions():
        assert len(each.why) > 20
        assert isinstance(each.until, date)
