"""What is built here is taken out of the lock whole, with its hashes, and a kept wheel is known by all it depends on."""

import re

import pytest

from scripts import wheels
from scripts.wheels import LLAMA, LOCKS, NUMPY, split


def test_the_lock_is_split_without_loss() -> None:
    lock = LOCKS / "runtime.txt"
    built, others = split(lock, LLAMA, NUMPY)
    assert set(re.findall(r"^[a-z0-9.-]+(?===)", built, re.MULTILINE)) == {LLAMA, NUMPY}
    assert "--hash=sha256:" in built
    assert sorted((built + others).splitlines()) == sorted(lock.read_text(encoding="utf-8").splitlines())


def test_a_key_changes_with_what_the_wheel_depends_on(monkeypatch: pytest.MonkeyPatch) -> None:
    before = wheels.llama_key()
    assert before == wheels.llama_key()
    monkeypatch.setattr(wheels, "_cpu_flags", lambda: "another processor")
    assert wheels.llama_key() != before


def test_the_generation_with_amx_is_left_out_by_its_own_line() -> None:
    source = "  ggml_add_cpu_backend_variant(icelake X)\n   ggml_add_cpu_backend_variant(sapphirerapids X AMX_TILE)\n endif()\n"
    text, count = wheels._AMX_VARIANT.subn("", source)
    assert (text, count) == ("  ggml_add_cpu_backend_variant(icelake X)\n endif()\n", 1)
