"""What the user has chosen, in ``settings.json`` in the user's folder. What IT has fixed is in ``policy.py``.

A field says by itself which values it may have (``allowed``): reading, the settings screen and the policy go by that.
"""

import contextlib
import dataclasses
import json
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from assistant import paths
from assistant.saving import save as write

#: What a field may be: one of some values, or any whole number in a range; a text may be any where there is neither.
Allowed = tuple[str, ...] | tuple[int, ...] | range | None


def choice(default: Any, allowed: Allowed = None) -> Any:
    """A field with the values it may have."""
    return field(default=default, metadata={"allowed": allowed})


@dataclass(frozen=True)
class Settings:
    """The user's choices; empty or 0 means that the program decides.

    Attributes:
        language: of the interface.
        look: of the window; without one as the system has it.
        text_size: of the window, in per cent.
        reads_ahead: whether a document is read while the user chooses what to do with it.
        model: the model's id.
        threads: for the model; the default is measured in ``engine/llama.py``.
        asks_for_model: whether the window offers to fetch a model when it is started and there is none.
    """

    language: str = choice("", ("", "sv", "en"))
    look: str = choice("", ("", "light", "dark", "contrast-light", "contrast-dark"))
    text_size: int = choice(100, (100, 125, 150, 175, 200))
    reads_ahead: bool = choice(default=True)
    model: str = choice("")
    threads: int = choice(0, range(257))
    asks_for_model: bool = choice(default=True)


FIELDS = {each.name: each for each in dataclasses.fields(Settings)}


def is_right(name: str, value: Any) -> bool:
    """Whether the field with that name may have that value."""
    allowed: Allowed = FIELDS[name].metadata["allowed"]
    return type(value) is FIELDS[name].type and (allowed is None or value in allowed)


def load(folder: Path | None = None) -> tuple[Settings, str]:
    """The settings, and the name a file was given that could not be read.

    Such a file is set aside, never overwritten; keys that this version does not know are left in the file.
    """
    entry, aside = _entry((folder or paths.home()) / "settings.json")
    return Settings(**{key: value for key, value in entry.items() if key in FIELDS}), aside


def save(settings: Settings, folder: Path | None = None) -> None:
    """Keep the settings. Keys that a later version has written stay; what is as the program has it is not written.

    Raises:
        OutputError: the system does not take the file.
    """
    file = (folder or paths.home()) / "settings.json"
    entry, _ = _entry(file)
    for name, value in dataclasses.asdict(settings).items():
        if value == FIELDS[name].default:
            entry.pop(name, None)
        else:
            entry[name] = value
    with contextlib.suppress(OSError):  # then the file cannot be written either, which is told
        file.parent.mkdir(parents=True, exist_ok=True)
    write(file, json.dumps(entry, indent=1, ensure_ascii=False).encode())


def _entry(file: Path) -> tuple[dict[str, Any], str]:
    """The object in a settings file, and the name it was given if it had to be set aside."""
    if not file.is_file():
        return {}, ""
    try:
        entry: Any = json.loads(file.read_text(encoding="utf-8"))
        if not isinstance(entry, dict) or not all(is_right(*each) for each in entry.items() if each[0] in FIELDS):
            raise ValueError  # noqa: TRY301 - what is wrong with it makes no difference
    except (OSError, ValueError, RecursionError):
        aside = file.with_name(f"settings.bad-{datetime.now(UTC):%Y-%m-%d-%H%M%S}.json")
        file.rename(aside)
        return {}, aside.name
    return entry, ""
