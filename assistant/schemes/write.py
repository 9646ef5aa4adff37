"""A scheme as a TOML file, so that one that came as a table, or was edited, can be used by its name."""

import dataclasses
import json
import re
from pathlib import Path

from assistant import paths
from assistant.saving import save
from assistant.schemes.scheme import Label, Scheme


def as_toml(scheme: Scheme) -> str:
    """The file's text; reading it gives the same scheme."""
    heads = ("name", "purpose", "question", "language", "decides", "version")
    lines = [f"{key} = {_value(getattr(scheme, key))}" for key in heads if getattr(scheme, key)]
    for label in scheme.labels:
        lines += ["", "[[class]]", *_lines(label)]
    return "\n".join(lines) + "\n"


def keep(scheme: Scheme) -> Path:
    """Keep a scheme in the user's folder, where it is found by its name; the file.

    Raises:
        OutputError: it cannot be written.
    """
    file = paths.home() / "schemes" / f"{slug(scheme.id)}.toml"
    file.parent.mkdir(parents=True, exist_ok=True)
    save(file, as_toml(scheme).encode())
    return file


def slug(text: str) -> str:
    """A name that a command takes without quotation marks."""
    return re.sub(r"[^\w-]+", "-", text).strip("-").lower() or "schema"


def _lines(label: Label) -> list[str]:
    values = [(field.name, getattr(label, field.name)) for field in dataclasses.fields(label)]
    return [f"{name} = {_value(value)}" for name, value in values if value]


def _value(value: object) -> str:
    if isinstance(value, tuple):
        return "[" + ", ".join(_value(each) for each in value) + "]"
    # A JSON string is a TOML basic string, but for the one control character that JSON lets through.
    return str(value) if isinstance(value, int) else json.dumps(value, ensure_ascii=False).replace("\x7f", "\\u007F")
