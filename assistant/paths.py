"""The only module that knows where bundled data and the user's folders are, from source and when frozen."""

import os
import sys
from pathlib import Path

import platformdirs

_NAME = "kansli"


def bundle() -> Path:
    """The folder that holds ``prompts/`` and ``resources/``."""
    frozen = getattr(sys, "_MEIPASS", None)
    return Path(frozen) if frozen else Path(__file__).resolve().parent.parent


def prompts() -> Path:
    """The folder of prompt files."""
    return bundle() / "prompts"


def resources() -> Path:
    """The folder of models.toml, translations, templates and examples."""
    return bundle() / "resources"


def home() -> Path:
    """The user's own folder: ``KANSLI_HOME``, else the system's place for local application data.

    Local and never roaming, because model files are gigabytes and locks must not travel between machines.
    """
    chosen = os.environ.get("KANSLI_HOME")
    return (
        Path(chosen).absolute() if chosen else Path(platformdirs.user_data_dir(_NAME, appauthor=False, roaming=False))
    )


def models() -> Path:
    """The folder the model store writes to."""
    return home() / "models"


def extra_models() -> tuple[Path, ...]:
    """Read-only model folders named by ``KANSLI_MODELS``, separated as the system separates paths."""
    chosen = os.environ.get("KANSLI_MODELS", "")
    return tuple(Path(part).absolute() for part in chosen.split(os.pathsep) if part)
