from pathlib import Path

import pytest

from assistant.engine import memory
from assistant.engine.catalogue import catalogue
from assistant.errors import ModelTooBig
from tests.assistant.engine.test_models import DATA, model

FILES = {
    2: ("memory.max", "memory.current", "inactive_file"),
    1: ("memory.limit_in_bytes", "memory.usage_in_bytes", "total_inactive_file"),
}


def group(folder: Path, version: int, limit: str, used: int = 900_000) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    limit_name, used_name, cached = FILES[version]
    (folder / limit_name).write_text(f"{limit}\n", encoding="ascii")
    (folder / used_name).write_text(f"{used}\n", encoding="ascii")
    (folder / "memory.stat").write_text(f"anon 1\n{cached} 5000\n", encoding="ascii")


@pytest.fixture
def groups(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty tree of control groups; where this process stands in it is for the test to say in ``own``."""
    root = tmp_path / "cgroup"
    root.mkdir()
    monkeypatch.setattr(memory, "_CGROUP", root)
    monkeypatch.setattr(memory, "_OWN_GROUPS", tmp_path / "own")
    monkeypatch.setattr(memory, "_told_by_linux", lambda _name: 10**12)
    return root


def own(groups: Path, *lines: str) -> None:
    (groups.parent / "own").write_text("\n".join(lines), encoding="ascii")


@pytest.mark.parametrize(("name", "measured"), [("qwen2.5-coder-1.5b", 2_014), ("smollm2-135m", 358)])
def test_the_need_is_what_was_measured_and_little_more(name: str, measured: int) -> None:
    told = memory.need(next(each for each in catalogue() if each.id == name), 8_192) / 1_048_576
    assert measured <= told <= measured + 80


def test_the_need_grows_with_the_context_by_its_cache() -> None:
    default = next(each for each in catalogue() if each.role == "default")
    assert memory.need(default, 8_192) - memory.need(default, 4_096) == 4_096 * 28 * 1_024


def test_a_model_that_does_not_fit_is_refused_with_figures(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(memory, "free", lambda: 500 << 20)
    memory.check(model(), 8_192)
    with pytest.raises(ModelTooBig) as caught:
        memory.check(model(), 8_192_000)
    assert caught.value.facts["free_mb"] == 500
    assert caught.value.facts["needed_mb"] == ((int(len(DATA) * 1.6) + 819_200_000) >> 20) + 100


def test_unknown_free_memory_is_no_hindrance(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(memory, "free", lambda: None)
    memory.check(model(), 1 << 40)


def test_free_memory_is_known_here() -> None:
    there = memory.free()
    assert there is None or there > 1 << 20


@pytest.mark.parametrize("version", [1, 2])
def test_a_containers_limit_counts(groups: Path, version: int) -> None:
    group(groups / "memory" if version == 1 else groups, version, "1000000")
    assert memory.free() == 105_000


@pytest.mark.parametrize("version", [1, 2])
def test_the_tightest_of_the_groups_one_stands_in_counts(groups: Path, version: int) -> None:
    root = groups / "memory" if version == 1 else groups
    group(root / "user" / "app", version, "5000000")
    group(root / "user", version, "1000000")
    group(root / "other", version, "900001")
    own(groups, "3:cpu,cpuacct:/other", "4:memory:/user/app" if version == 1 else "0::/user/app")
    assert memory.free() == 105_000


def test_a_group_that_is_over_its_limit_has_nothing_free(groups: Path) -> None:
    group(groups, 2, "1000", used=10_000_000)
    assert memory.free() == 0


def test_a_group_without_limit_is_no_hindrance(groups: Path) -> None:
    group(groups, 2, "max")
    own(groups, "0::/elsewhere")
    assert memory.free() == 10**12


def test_a_system_that_tells_nothing_leaves_it_unknown(groups: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(memory, "_told_by_linux", lambda _name: None)
    assert groups.is_dir()
    assert memory.free() is None
    assert memory.total() is None


@pytest.mark.parametrize("version", [1, 2])
def test_the_memory_in_all_is_the_tightest_limit_there_is(groups: Path, version: int) -> None:
    root = groups / "memory" if version == 1 else groups
    assert memory.total() == 10**12
    group(root / "app", version, "5000000")
    group(root, version, "7000000")
    own(groups, "4:memory:/app" if version == 1 else "0::/app")
    assert memory.total() == 5_000_000


def test_there_is_no_more_free_than_there_is_in_all() -> None:
    there, free = memory.total(), memory.free()
    assert there is None or free is None or free <= there
