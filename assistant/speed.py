"""How fast each model has been on this computer, so that the time of the next job can be told before it is begun.

Kept in ``speed.json`` in the user's folder: models' names and tokens a second, nothing of any document.
"""

import contextlib
import json
from pathlib import Path
from typing import Any, Final

from assistant import paths
from assistant.errors import OutputError
from assistant.saving import save
from assistant.tasks.pace import Pace
from assistant.tasks.task import Provenance

#: Tokens of reading a second that are reckoned with before anything was measured: two cores and the default model.
_UNKNOWN: Final = 90.0
#: A job that cost less says little: most of its time went to something else.
_LEAST: Final = 800
#: How much the newest job counts.
_SHARE: Final = 0.5


def seconds(cost: int, model: str) -> float:
    """About how long work of this cost (``Pace.cost_of``) takes; an estimate."""
    return cost / _known().get(model, _UNKNOWN)


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
