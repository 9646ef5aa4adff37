"""What the user has chosen, in ``settings.json`` in the user's folder. What IT has fixed will be in ``policy.py``."""

import dataclasses
import json
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from assistant import paths


@dataclass(frozen=True)
class Settings:
    """The user's choices; empty or 0 means that the program decides.

    Attributes:
        language: of the interface, ``sv`` or ``en``.
        model: the model's id.
        threads: for the model; the default is measured in ``engine/llama.py``.
    """

    language: str = ""
    model: str = ""
    threads: int = 0


def load(folder: Path | None = None) -> tuple[Settings, str]:
    """The settings, and the name a file was given that could not be read.

    Such a file is set aside, never overwritten; keys that this version does not know are left in the file.
    """
    file = (folder or paths.home()) / "settings.json"
    if not file.is_file():
        return Settings(), ""
    try:
        return _settings(json.loads(file.read_text(encoding="utf-8"))), ""
    except (OSError, ValueError, TypeError):
        aside = file.with_name(f"settings.bad-{datetime.now(UTC):%Y-%m-%d-%H%M%S}.json")
        file.rename(aside)
        return Settings(), aside.name


def _settings(entry: Any) -> Settings:
    """Settings of a JSON object. Raises TypeError or ValueError when a value is not of its kind."""
    if not isinstance(entry, dict):
        raise TypeError
    known = {field.name: field.type for field in dataclasses.fields(Settings)}
    chosen = {key: value for key, value in entry.items() if key in known}
    for key, value in chosen.items():
        if type(value) is not known[key]:
            raise TypeError
    settings = Settings(**chosen)
    if settings.language not in {"", "sv", "en"} or not 0 <= settings.threads <= 256:  # noqa: PLR2004 - more than any workstation
        raise ValueError
    return settings
