"""Reads schemes, which are data: TOML, strictly. What is wrong is told with the place, never mended in silence."""

import contextlib
import dataclasses
import re
import tomllib
from collections import Counter
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any, Final

from assistant import paths
from assistant.errors import SchemeError
from assistant.identifiers.found import Kind
from assistant.policy import in_force
from assistant.schemes.scheme import DECIDES, Label, Scheme
from assistant.toml_line import line_of

#: How many labels a scheme has; one is no choice, and more than this is no list that anybody knows.
FEWEST, MOST = 2, 2_000
_KEYS: Final = {"name", "purpose", "question", "language", "decides", "version", "class"}
_LABEL_KEYS: Final = {field.name for field in dataclasses.fields(Label)}
_LISTS: Final = {"examples", "phrases", "patterns", "words", "finds"}
#: A code becomes the name of a folder, on every system.
_CODE: Final = re.compile(r"[\wÅÄÖåäö][\w.,+() -]{0,78}[\w)]|\w")
_RESERVED: Final = {"con", "prn", "aux", "nul"} | {
    f"{port}{number}" for port in ("com", "lpt") for number in range(1, 10)
}
_LONGEST: Final = {"name": 120, "definition": 600, "include": 600, "exclude": 600, "question": 200, "purpose": 600}


def shipped() -> tuple[str, ...]:
    """The names of the schemes that come with the program, of those in the user's folder, and of those that IT has provided."""
    return tuple(sorted({file.stem for folder in _folders() if folder.is_dir() for file in folder.glob("*.toml")}))


def all_schemes() -> list[Scheme]:
    """The shipped schemes and the user's own that can be read, by what people call them."""
    found = []
    for name in shipped():
        with contextlib.suppress(SchemeError):  # whoever asks for that one by name is told why
            found.append(load(name))
    return sorted(found, key=lambda scheme: scheme.name.casefold())


def load(asked: str) -> Scheme:
    """The scheme with that name or in that file: .toml, .csv or .xlsx. IT's goes first, then the user's own.

    Raises:
        SchemeError: there is none, or it is wrong.
    """
    file = Path(asked)
    if file.suffix.lower() in {".csv", ".xlsx"}:
        from assistant.schemes.table import read as read_table  # noqa: PLC0415 - it reads with this module's checks

        return read_table(file)
    if file.suffix.lower() == ".toml":
        return read(file)
    kept = place(asked)
    if kept is None:
        raise SchemeError(scheme=asked, reason="missing", detail="")
    return read(kept)


def place(name: str) -> Path | None:
    """The file of the scheme with that name; None when there is none."""
    if not re.fullmatch(r"[\w-]+", name):
        return None
    return next((file for folder in _folders() if (file := folder / f"{name}.toml").is_file()), None)


def _folders() -> tuple[Path, ...]:
    provided = in_force().schemes_folder
    return (*((provided,) if provided else ()), paths.home() / "schemes", paths.resources() / "schemes")


def read(file: Path) -> Scheme:
    """Read a scheme's TOML file.

    Raises:
        SchemeError: it cannot be read, or it is wrong; the reason says what, and the detail where.
    """
    text = ""
    try:
        text = file.read_text(encoding="utf-8-sig")
        entry = tomllib.loads(text)
    except FileNotFoundError as error:
        raise SchemeError(scheme=file.name, reason="missing", detail="") from error
    except tomllib.TOMLDecodeError as error:
        raise SchemeError(scheme=file.name, reason="toml", detail=line_of(error, text)) from error
    except (OSError, ValueError) as error:
        raise SchemeError(scheme=file.name, reason="unreadable", detail="") from error
    return built(file.stem, file.name, entry)


def built(identity: str, name: str, entry: Mapping[str, Any]) -> Scheme:
    """A scheme from its parts as they were read, checked.

    Raises:
        SchemeError: as ``read``.
    """
    if wrong := set(entry) - _KEYS:
        raise SchemeError(scheme=name, reason="key", detail=", ".join(sorted(wrong)))
    values = {key: value for key, value in entry.items() if key != "class"}
    for key, value in values.items():
        if not isinstance(value, int if key == "version" else str) or len(str(value)) > _LONGEST.get(key, 120):
            raise SchemeError(scheme=name, reason="value", detail=key)
    rows = entry.get("class", [])
    if not isinstance(rows, list) or not all(isinstance(row, dict) for row in rows):
        raise SchemeError(scheme=name, reason="value", detail="class")
    if values.get("decides", "one") not in DECIDES or values.get("language", "sv") not in ("sv", "en"):
        raise SchemeError(scheme=name, reason="value", detail="decides, language")
    labels = [_label(row, name, place) for place, row in enumerate(rows, 1)]
    _check(labels, name)
    return Scheme(identity, values.pop("name", identity), tuple(labels), **values)


def _label(row: Mapping[str, Any], scheme: str, place: int) -> Label:
    where = f"class {place} ({row.get('code', row.get('name', '?'))})"
    if wrong := set(row) - _LABEL_KEYS:
        raise SchemeError(scheme=scheme, reason="key", detail=f"{where}: {', '.join(sorted(wrong))}")
    for key, value in row.items():
        is_right = (
            _is_texts(value) if key in _LISTS else isinstance(value, str) and len(value) <= _LONGEST.get(key, 120)
        )
        if not is_right:
            raise SchemeError(scheme=scheme, reason="value", detail=f"{where}: {key}")
    code, name = str(row.get("code", "")).strip(), str(row.get("name", "")).strip()
    if not name or not code:
        raise SchemeError(scheme=scheme, reason="nameless", detail=where)
    if not _CODE.fullmatch(code) or code.split(".")[0].lower() in _RESERVED:
        raise SchemeError(scheme=scheme, reason="code", detail=where)
    if set(row.get("finds", ())) - set(Kind) or not all(map(_is_pattern, row.get("patterns", ()))):
        raise SchemeError(scheme=scheme, reason="value", detail=f"{where}: finds, patterns")
    texts = {key: tuple(row[key]) if key in _LISTS else " ".join(row[key].split()) for key in row}
    return Label(**{**texts, "code": code, "name": name})  # type: ignore[arg-type]


def _is_texts(value: Any) -> bool:
    return isinstance(value, list | tuple) and all(isinstance(each, str) and each.strip() for each in value)


def _is_pattern(text: str) -> bool:
    try:
        re.compile(text)
    except re.error:
        return False
    return True


def _check(labels: Sequence[Label], scheme: str) -> None:
    """A closed list is one only when its codes are different and its levels lead somewhere."""
    codes = {label.code for label in labels}
    twice = [code for code, count in Counter(label.code.casefold() for label in labels).items() if count > 1]
    if twice:
        raise SchemeError(scheme=scheme, reason="twice", detail=twice[0])
    if not FEWEST <= len(labels) <= MOST:
        raise SchemeError(scheme=scheme, reason="count", detail=str(len(labels)))
    parents = {label.code: label.parent for label in labels}
    for label in labels:
        if label.parent and label.parent not in codes:
            raise SchemeError(scheme=scheme, reason="parent", detail=f"{label.code}: {label.parent}")
        seen, above = {label.code}, label.parent
        while above:
            if above in seen:
                raise SchemeError(scheme=scheme, reason="circle", detail=label.code)
            seen.add(above)
            above = parents[above]
    _check_names(labels, set(parents.values()), scheme)


def _check_names(labels: Sequence[Label], parents: set[str], scheme: str) -> None:
    """Two labels that are called the same under the same label cannot be told apart by anybody."""
    names = Counter((label.parent, label.name.casefold()) for label in labels if label.code not in parents)
    for (_, name), count in names.items():
        if count > 1:
            raise SchemeError(scheme=scheme, reason="same-name", detail=name)
