"""What a letter may say: values of its fields and points in the user's own words, each with where it comes from.

A file of facts is TOML: a key for each field that is known. Values only, and the reading of that file.
"""

import dataclasses
import datetime as dt
import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import Any, Final

from assistant.errors import FactsError
from assistant.letters.kind import SEVERAL, Field, FieldKind, Kind, is_right
from assistant.tasks.task import Source
from assistant.toml_line import line_of

#: Characters of a file of facts at most, and of what is said.
MOST: Final = 40_000
_WORDY_KEY: Final = re.compile(r"^[ \t]*([^\W\d_][^\n\"'=#\[\]]*?)[ \t]*=", re.MULTILINE)


class From(StrEnum):
    """Where something that a letter may say comes from."""

    FACTS = "facts"
    SAID = "said"
    HAND = "hand"
    SOURCE = "source"
    PROGRAM = "program"


#: What a person has stated, which goes before what a document says.
STATED: Final = (From.HAND, From.FACTS, From.SAID)


@dataclass(frozen=True)
class Value:
    """One value, and where it comes from; ``source`` when that is a document."""

    text: str
    origin: From
    source: Source | None = None


@dataclass(frozen=True)
class Known:
    """What is known of one field.

    Attributes:
        field: the field's name.
        values: what counts: one, or several for a field of several values.
        others: what was stated elsewhere for the same thing and differs.
    """

    field: str
    values: tuple[Value, ...] = ()
    others: tuple[Value, ...] = ()

    @property
    def text(self) -> str:
        """The value, or the values a line each; empty when nothing is known."""
        return "\n".join(value.text for value in self.values)


@dataclass(frozen=True)
class Given:
    """What the user has given: facts by field, what was said in running words, and what always holds for the sender."""

    facts: Mapping[str, tuple[str, ...]] = dataclasses.field(default_factory=dict)
    said: str = ""
    standing: Mapping[str, tuple[str, ...]] = dataclasses.field(default_factory=dict)


def read_facts(file: Path, kind: Kind) -> dict[str, tuple[str, ...]]:
    """The facts in a file, by the names of the type's fields; a key may be a field's name or what people call it.

    Raises:
        FactsError: it cannot be read, names a field that there is not, or a value is not one that the field can have.
    """
    return facts_of(entry_of(file), kind, file.name)


def entry_of(file: Path) -> dict[str, Any]:
    """A file of facts as it stands, not yet checked against a type.

    Raises:
        FactsError: it cannot be read.
    """
    text = ""
    try:
        text = file.read_text(encoding="utf-8-sig")
        entry = _parsed(text) if len(text) <= MOST else None
    except tomllib.TOMLDecodeError as error:
        raise FactsError(file=file.name, reason="toml", detail=line_of(error, text)) from error
    except FileNotFoundError as error:
        raise FactsError(file=file.name, reason="missing", detail="") from error
    except (OSError, ValueError) as error:
        raise FactsError(file=file.name, reason="unreadable", detail="") from error
    if entry is None:
        raise FactsError(file=file.name, reason="unreadable", detail="")
    return entry


def _parsed(text: str) -> dict[str, Any]:
    """What the file says. Keys may be words with any letters and spaces, which TOML wants in quotation marks."""
    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError:
        return tomllib.loads(_WORDY_KEY.sub(r'"\1" =', text))


def facts_of(entry: Mapping[str, Any], kind: Kind, name: str) -> dict[str, tuple[str, ...]]:
    """Facts as they were read, checked against the type.

    Raises:
        FactsError: as ``read_facts``.
    """
    called = {plain(each): field for field in kind.fields for each in (field.name, *field.label.values())}
    facts: dict[str, tuple[str, ...]] = {}
    for key, value in entry.items():
        field = called.get(plain(key))
        if field is None:
            known = ", ".join(each.name for each in kind.fields)
            raise FactsError(file=name, reason="field", detail=key, known=known)
        values = tuple(filter(None, (_text(each) for each in _listed(value, field))))
        wrong = [each for each in values if not is_right(field, each)]
        if wrong or (len(values) > 1 and field.kind not in SEVERAL):
            raise FactsError(file=name, reason=_reason(field), detail=key, known=", ".join(field.choices))
        if field.name in facts:
            raise FactsError(file=name, reason="twice", detail=key)
        if values:
            facts[field.name] = values
    return facts


def _listed(value: Any, field: Field) -> list[Any]:
    if isinstance(value, list):
        return ["\n".join(map(_text, value))] if field.kind is FieldKind.LINES else value
    if isinstance(value, str) and field.kind in SEVERAL:
        return [line.strip().lstrip("-•* ") for line in value.splitlines()]
    return [value]


def _text(value: Any) -> str:
    if isinstance(value, dt.date | dt.time):
        return value.isoformat()[:16]
    if isinstance(value, str | int | float) and not isinstance(value, bool):
        return "\n".join(" ".join(line.split()) for line in str(value).strip().splitlines())
    return ""


def _reason(field: Field) -> str:
    """Which sentence says what the field can have: ``value-date``, ``value-choice``, else ``value``."""
    special = {FieldKind.DATE, FieldKind.TIME, FieldKind.CHOICE, FieldKind.EMAIL, FieldKind.CASE_NUMBER}
    return f"value-{field.kind}" if field.kind in special and not field.pattern else "value"


def plain(name: str) -> str:
    """A field's name in a form in which case and marks do not matter."""
    return re.sub(r"[\W_]+", " ", name).strip().casefold()
