"""What the processor can do is told by the system, and what is not known is not made up."""

import ctypes
import platform
from pathlib import Path

import pytest

from assistant import processor


def test_what_is_told_agrees_with_the_system(monkeypatch: pytest.MonkeyPatch) -> None:
    listed = Path("/proc/cpuinfo")
    if platform.machine() != "x86_64" or not listed.is_file():
        pytest.skip("this system does not list them in the same words")
    words = set(listed.read_text(encoding="utf-8").split())
    names = {"ssse3": "ssse3", "sse4.1": "sse4_1", "sse4.2": "sse4_2", "avx": "avx", "avx2": "avx2"}
    assert processor.instructions() == frozenset(name for name, listed_as in names.items() if listed_as in words)
    assert processor.is_slow() == ("avx2" not in words)
    monkeypatch.setattr(processor, "_has", lambda *place: place == processor._PLACES["avx"])
    assert processor.lacking() == ("ssse3", "sse4.1", "sse4.2")


def test_another_kind_of_processor_lacks_nothing_that_is_known(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(platform, "machine", lambda: "aarch64")
    assert processor.instructions() is None
    assert processor.lacking() == ()
    assert not processor.is_slow()


def test_a_system_that_does_not_tell_is_no_hindrance(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(platform, "machine", lambda: "x86_64")
    monkeypatch.setattr(ctypes, "CDLL", lambda _name: object())
    if not hasattr(ctypes, "windll"):
        assert processor.instructions() is None
        assert processor.lacking() == ()
