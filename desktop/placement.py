"""Where the window was, so that it opens there again; in ``window.json`` in the user's folder. Numbers alone. Knows no Qt."""

import contextlib
import dataclasses
import json
from dataclasses import dataclass
from typing import Any, Final

from assistant import paths
from assistant.errors import OutputError
from assistant.saving import save

#: No screen reaches farther; a file that says so is not to be followed.
_FARTHEST: Final = 100_000


@dataclass(frozen=True)
class Placement:
    """The window's place and size when it does not fill the screen, and whether it does."""

    x: int
    y: int
    width: int
    height: int
    is_maximised: bool = False


def remembered() -> Placement | None:
    """Where the window was; None when that is not known, which is no reason to trouble anybody."""
    try:
        entry: Any = json.loads((paths.home() / "window.json").read_text(encoding="utf-8"))
        place = Placement(**entry)
    except (OSError, ValueError, TypeError):
        return None
    kinds = {field.name: field.type for field in dataclasses.fields(Placement)}
    values = dataclasses.asdict(place)
    if any(type(value) is not kinds[name] or abs(value) > _FARTHEST for name, value in values.items()):
        return None
    return place


def remember(place: Placement) -> None:
    """Keep where the window is; where that cannot be kept, it is not."""
    with contextlib.suppress(OutputError):
        save(paths.home() / "window.json", json.dumps(dataclasses.asdict(place)).encode())
