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


def is_installed() -> bool:
    """Whether this is the installed program, which holds nothing that uses a network, and not the source."""
    return bool(getattr(sys, "frozen", False))


def guide(language: str) -> Path:
    """The guide for users in that language, or in Swedish where there is none."""
    asked = bundle() / "docs" / f"guide.{language}.md"
    return asked if asked.is_file() else asked.with_name("guide.sv.md")


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


def system_models() -> Path:
    """Where packages of the system put models for all users; it is only read, and need not be there."""
    if sys.platform == "win32":
        return Path(sys.executable).parent / "models"
    return Path("/usr/share") / _NAME / "models"


def extra_models() -> tuple[Path, ...]:
    """Read-only model folders named by ``KANSLI_MODELS``, separated as the system separates paths."""
    chosen = os.environ.get("KANSLI_MODELS", "")
    return tuple(Path(part).absolute() for part in chosen.split(os.pathsep) if part)


def policy() -> Path:
    """The file in which IT fixes settings for all users of this computer. No variable leads elsewhere."""
    if sys.platform != "win32":
        return Path("/etc") / _NAME / "policy.json"
    import winreg  # noqa: PLC0415 - Windows only

    # Not the variable %ProgramData%, which any user may set for himself.
    folders = r"SOFTWARE\Microsoft\Windows\CurrentVersion\Explorer\Shell Folders"
    with winreg.OpenKey(winreg.HKEY_LOCAL_MACHINE, folders) as key:
        return Path(winreg.QueryValueEx(key, "Common AppData")[0]) / "Kansli" / "policy.json"
