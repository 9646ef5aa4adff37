"""Labelled documents to judge sorting by: messages of our own, 16 types with and without their scheme's phrases, two foreign schemes."""

import dataclasses
import json
import tomllib
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from assistant.documents.document import Document
from assistant.documents.read import read_bytes
from assistant.schemes.read import load
from assistant.schemes.scheme import Scheme
from tests.evaluation.sets import SHARED

_SCHEMES = Path(__file__).parent / "schemes"
TYPES = SHARED / "g0v_doctype" / "docs.jsonl"
_ROUTINES = SHARED / "botkyrka_rutiner" / "docs.jsonl"
_AREAS = {
    "Boendestöd": "boendestod", "Hälso- och sjukvård": "halso-sjukvard", "Korttidsvistelse för unga (LSS)": "korttidsvistelse",
    "Vård- och omsorgsboende": "vard-omsorgsboende", "Hemtjänst": "hemtjanst", "Serviceboende (LSS)": "serviceboende", "Servicehus (SoL)": "servicehus",
}  # fmt: skip


@dataclass(frozen=True)
class Labelled:
    """A document and its right label."""

    id: str
    document: Document
    label: str


@dataclass(frozen=True)
class Task:
    """A scheme and the documents to sort by it."""

    name: str
    scheme: Scheme
    cases: tuple[Labelled, ...]


def tasks(file: Path = TYPES) -> dict[str, Task]:
    """What is judged: ``post`` are messages of our own; of the real documents, where they are, ``types`` are the 16 types, ``all`` the same among every label of the shipped scheme, ``bare`` without phrases."""
    made = [_post()]
    if not file.is_file():
        return {task.name: task for task in made}
    whole = load("handlingstyp")
    entries = list(_entries(file))
    types = whole.only({entry["label"] for entry in entries})
    cases = tuple(Labelled(entry["id"], _without_title(entry), entry["label"]) for entry in entries)
    bare = dataclasses.replace(
        types, labels=tuple(dataclasses.replace(label, phrases=(), patterns=()) for label in types.labels)
    )
    made += [Task("types", types, cases), Task("all", whole, cases), Task("bare", bare, cases)]
    made.append(_ministries(entries))
    if _ROUTINES.is_file():
        areas = load(str(_SCHEMES / "serviceomrade.toml"))
        routines = [entry for entry in _entries(_ROUTINES) if entry["unique_folder"] in _AREAS]
        made.append(
            Task(
                "areas",
                areas,
                tuple(
                    Labelled(each["id"], _read(each["text"], each["id"]), _AREAS[each["unique_folder"]])
                    for each in routines
                ),
            )
        )
    return {task.name: task for task in made}


def _post() -> Task:
    messages = tomllib.loads((_SCHEMES / "post.toml").read_text(encoding="utf-8"))["message"]
    return Task(
        "post",
        load("arendeslag"),
        tuple(Labelled(each["id"], _read(each["text"], each["id"]), each["label"]) for each in messages),
    )


def _ministries(entries: Sequence[dict[str, Any]]) -> Task:
    scheme = load(str(_SCHEMES / "departement.toml"))
    codes = {label.code for label in scheme.answers}
    cases = []
    for entry in entries:
        senders = [sender for sender in entry["senders"] or [] if sender in codes]
        if len(senders) == 1:
            cases.append(Labelled(entry["id"], _without_title(entry), senders[0]))
    return Task("ministries", scheme, tuple(cases))


def _entries(file: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in file.read_text(encoding="utf-8").splitlines()]


def _without_title(entry: dict[str, Any]) -> Document:
    """The title line gives the type away."""
    first, _, rest = entry["text"].partition("\n")
    return _read(rest if first.startswith("#") else entry["text"], entry["id"])


def _read(text: str, name: str) -> Document:
    return read_bytes(text.strip().encode(), f"{name}.md")
