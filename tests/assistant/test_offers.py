from dataclasses import replace
from pathlib import Path

import pytest

from assistant.engine.catalogue import Model
from assistant.machine import Machine
from assistant.offers import Fit, Offer, best, in_use, offers
from tests.assistant.engine.test_models import DATA, model, store

GB = 1 << 30
ROOMY = Machine(memory=16 * GB, memory_free=8 * GB, disk_free=100 * GB, cores=4, threads=4)


def sized(name: str, size: int, role: str = "larger") -> Model:
    return replace(model(name, role=role), bytes=size)


def named(made: tuple[Offer, ...]) -> dict[str, Offer]:
    return {offer.model.id: offer for offer in made}


def test_a_model_fits_now_or_when_other_programs_have_been_closed_or_never(tmp_path: Path) -> None:
    kept = store(tmp_path / "s", sized("small", GB), sized("middle", 8 * GB), sized("large", 20 * GB))
    made = named(offers(kept, ROOMY))
    assert [made[name].fit for name in ("small", "middle", "large")] == [Fit.NOW, Fit.LATER, Fit.NEVER]
    assert [made[name].suits for name in ("small", "middle", "large")] == [True, True, False]


def test_what_the_system_does_not_tell_is_no_hindrance(tmp_path: Path) -> None:
    kept = store(tmp_path / "s", sized("large", 20 * GB))
    offer = offers(kept, Machine(None, None, None, 1, 1))[0]
    assert offer.fit is Fit.NOW
    assert offer.suits


def test_a_disk_without_room_hinders_only_what_is_not_here(tmp_path: Path) -> None:
    kept = store(tmp_path / "s", model("here"), sized("there", 2 * GB))
    (kept.folder / "here.gguf").write_bytes(DATA)
    full = replace(ROOMY, disk_free=GB)
    made = named(offers(kept, full))
    assert made["here"].suits
    assert made["here"].is_own
    assert not made["there"].suits
    with (kept.folder / "there.gguf.part").open("wb") as part:
        part.truncate(GB + 1)
    assert named(offers(kept, full))["there"].suits, "what has been fetched already needs no more room"


def test_a_model_that_it_has_provided_is_here_but_not_the_users(tmp_path: Path) -> None:
    (tmp_path / "it").mkdir()
    (tmp_path / "it" / "little.gguf").write_bytes(DATA)
    offer = offers(store(tmp_path / "s", extra=(tmp_path / "it",)), ROOMY)[0]
    assert (offer.path, offer.is_own) == (tmp_path / "it" / "little.gguf", False)


def test_a_model_for_tests_is_offered_only_where_it_is(tmp_path: Path) -> None:
    kept = store(tmp_path / "s", model("tiny", role="test"))
    assert not offers(kept, ROOMY)
    (kept.folder / "tiny.gguf").write_bytes(DATA)
    assert [offer.model.id for offer in offers(kept, ROOMY)] == ["tiny"]
    assert best(offers(kept, ROOMY)) is None


@pytest.mark.parametrize(
    ("memory", "free", "recommended"),
    [(16, 8, "usual"), (4, 1.2, "small"), (4, 0.1, "usual"), (1.7, 1.7, "small"), (0.5, 0.5, "")],
)
def test_the_best_is_the_default_one_where_it_fits(
    tmp_path: Path, memory: float, free: float, recommended: str
) -> None:
    kept = store(
        tmp_path / "s", sized("usual", 2 * GB, "default"), sized("small", GB // 2, "small"), sized("big", 4 * GB)
    )
    here = replace(ROOMY, memory=int(memory * GB), memory_free=int(free * GB))
    found = best([offer for offer in offers(kept, here) if offer.model.id != "big"])
    assert (found.model.id if found else "") == recommended


def test_the_model_in_use_is_the_chosen_one_or_the_best_that_is_installed(tmp_path: Path) -> None:
    kept = store(tmp_path / "s", model("usual"), model("other", DATA * 2, "larger"))
    assert in_use(kept, "") == ""
    (kept.folder / "other.gguf").write_bytes(DATA * 2)
    assert in_use(kept, "") == "other"
    (kept.folder / "usual.gguf").write_bytes(DATA)
    assert in_use(kept, "") == "usual"
    assert in_use(kept, "other") == "other"
    assert in_use(kept, "gone") == ""
