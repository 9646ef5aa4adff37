"""Which models there are: ``resources/models.toml`` as values, read strictly. Where their files lie is in ``models.py``."""

import dataclasses
import re
import tomllib
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from assistant import paths
from assistant.engine.templates import TEMPLATES
from assistant.errors import SettingsError

_PLAIN_NAME = re.compile(r"\w[\w.-]*")


@dataclass(frozen=True)
class Packages:
    """A model file cut into parts, each in a wheel: part ``n`` is the data file ``inside`` of package ``name``."""

    name: str
    version: str
    parts: int
    inside: str


@dataclass(frozen=True)
class Hub:
    """A model file in a repository of the publisher's hub, at one revision."""

    repository: str
    revision: str


@dataclass(frozen=True)
class Model:
    """One model of the catalogue.

    Attributes:
        role: ``default``, ``small``, ``test``, ``larger`` or ``imported``.
        languages: what it can be asked to answer in; nothing when that is not known.
        maker: who trained it.
    """

    id: str
    title: str
    role: str
    file: str
    bytes: int
    sha256: str
    licence: str
    family: str
    languages: tuple[str, ...]
    context: int
    kv_bytes: int
    maker: str = ""
    packages: Packages | None = None
    hub: Hub | None = None


_KINDS = {field.name: field.type for field in dataclasses.fields(Model)} | {"languages": list}


def catalogue(file: Path | None = None) -> tuple[Model, ...]:
    """The models of ``resources/models.toml``.

    Raises:
        SettingsError: a key is unknown or missing, or a value is not of its kind.
    """
    file = file or paths.resources() / "models.toml"
    try:
        entries = tomllib.loads(file.read_text(encoding="utf-8")).get("model", [])
    except ValueError as error:
        raise SettingsError(file=file.name, reason="unreadable") from error
    return tuple(read_model(entry, file.name) for entry in entries)


def read_model(entry: Any, file: str) -> Model:
    """The model of one entry; every key must be known, every value of its kind, and the file's name without a folder.

    Raises:
        SettingsError: with ``file``, and what is wrong.
    """
    if not isinstance(entry, dict):
        raise SettingsError(file=file, reason="unreadable")
    unknown = entry.keys() - _KINDS.keys()
    if unknown:
        raise SettingsError(file=file, reason=f"unknown key {min(unknown)}")
    try:
        values = dict(entry, languages=tuple(entry["languages"]))
        values |= {key: kind(**entry[key]) for key, kind in (("packages", Packages), ("hub", Hub)) if key in entry}
        model = Model(**values)
    except (KeyError, TypeError) as error:
        raise SettingsError(file=file, reason="missing or unknown key") from error
    wrong = _wrong(entry)
    if wrong:
        raise SettingsError(file=file, reason=f"wrong value of {wrong[0]}")
    return model


def _wrong(entry: dict[str, Any]) -> list[str]:
    """The keys of a whole entry whose values cannot be right."""
    wrong = [key for key, value in entry.items() if _KINDS[key] in (str, int, list) and type(value) is not _KINDS[key]]
    if not wrong and not _PLAIN_NAME.fullmatch(entry["file"]):
        wrong.append("file")
    if not wrong and entry["family"] not in TEMPLATES:
        wrong.append("family")
    return wrong
