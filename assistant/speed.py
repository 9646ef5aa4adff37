"""How fast each model has been on this computer, so that the time of the next job can be told before it is begun.

A model that has not worked here yet is reckoned from its size, and from another that has. Kept in ``speed.json`` in the
user's folder: models' names and tokens a second, nothing of any document.
"""

import contextlib
import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from assistant import paths
from assistant.engine.catalogue import Model, catalogue
from assistant.errors import OutputError
from assistant.saving import save
from assistant.tasks.pace import Pace
from assistant.tasks.task import Provenance

#: Tokens of reading a second that are reckoned with before anything was measured: two cores and the default model.
_UNKNOWN: Final = 90.0
_THREADS: Final = 2
_SIZE: Final = 1_117_320_768
#: Half the size is twice as fast, but a model smaller than this is no faster (measured: 98 MB reads 3 times as fast as 1 117).
_SMALLEST: Final = _SIZE // 3
#: A job that cost less says little: most of its time went to something else.
_LEAST: Final = 800
#: How much the newest job counts.
_SHARE: Final = 0.5


#: What a short summary of two pages costs: some 600 tokens a page in Swedish, and 200 in the answer.
_TWO_PAGES: Final = Pace.cost_of(1_200, 200)


@dataclass(frozen=True)
class Speed:
    """How fast a model is here.

    Attributes:
        rate: tokens of reading a second.
        is_measured: whether it has worked here; otherwise it is reckoned.
    """

    rate: float
    is_measured: bool

    @property
    def two_pages(self) -> float:
        """About how many seconds a short summary of two pages takes."""
        return _TWO_PAGES / self.rate


def of(model: Model, threads: int = _THREADS) -> Speed:
    """How fast a model has been here, or is reckoned to be with so many threads."""
    known = _known()
    if model.id in known:
        return Speed(known[model.id], is_measured=True)
    rate, size = _yardstick(known, threads)
    return Speed(rate * max(size, _SMALLEST) / max(model.bytes, _SMALLEST), is_measured=False)


def seconds(cost: int, model: str) -> float:
    """About how long work of this cost (``Pace.cost_of``) takes; an estimate."""
    known = _known()
    if model in known:
        return cost / known[model]
    listed = next((each for each in catalogue() if each.id == model), None)
    return cost / (of(listed).rate if listed else _UNKNOWN)


def remember(made: Provenance) -> None:
    """Learn from a job that is done. What cannot be kept is not: the next estimate is then as good as this one was."""
    cost = Pace.cost_of(made.tokens_read, made.tokens_written)
    if not made.model or cost < _LEAST or made.seconds <= 0:
        return
    known = _known()
    now = cost / made.seconds
    before = known.get(made.model, now)
    known[made.model] = round(before + _SHARE * (now - before), 1)
    with contextlib.suppress(OutputError):
        save(_file(), json.dumps(known, indent=1, sort_keys=True).encode())


def _yardstick(known: Mapping[str, float], threads: int) -> tuple[float, int]:
    """The speed and size of a model to reckon from: the largest that has worked here, else the default one elsewhere."""
    worked = [(known[model.id], model.bytes) for model in catalogue() if model.id in known]
    return max(worked, key=lambda each: each[1], default=(_UNKNOWN * threads / _THREADS, _SIZE))


def _known() -> dict[str, float]:
    try:
        entry: Any = json.loads(_file().read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    if not isinstance(entry, dict):
        return {}
    return {str(name): float(value) for name, value in entry.items() if isinstance(value, int | float) and value > 0}


def _file() -> Path:
    return paths.home() / "speed.json"
