"""Reads types of letters, which are data: TOML, strictly. What is wrong is told with the place, never mended in silence."""

import re
import tomllib
from collections import Counter
from collections.abc import Mapping
from pathlib import Path
from string import Template
from typing import Any, Final

from assistant import paths, policy, prompts
from assistant.errors import LetterError, PromptError
from assistant.letters.kind import CHECKS, SEVERAL, TONES, Field, FieldKind, Fill, Kind, Part, Reads, is_right
from assistant.tasks.options import LANGUAGES
from assistant.toml_line import line_of

_KEYS: Final = {"version", "name", "purpose", "also", "tone", "answers", "checks", "field", "part"}
_FIELD_KEYS: Final = {"name", "label", "kind", "required", "pattern", "choices", "reads", "default", "when"}
_PART_KEYS: Final = {"name", "label", "fill", "heading", "text", "field", "prompt", "retells", "when"}
_NAME: Final = re.compile(r"[a-z][a-z0-9_]{0,39}")
_ID: Final = re.compile(r"[\w-]{1,60}")
_LONGEST: Final = 4_000
#: Files beside the types that are none.
_NOT_TYPES: Final = frozenset({"sender"})


def folders() -> tuple[Path, ...]:
    """Where types and templates are looked for: IT's folder first, then the user's own, then what comes with the program.

    Raises:
        PolicyError: what IT has fixed cannot be read.
    """
    fixed = policy.in_force().templates_folder
    own = (paths.home() / "letters", paths.resources() / "letters")
    return (fixed, *own) if fixed else own


def shipped() -> tuple[str, ...]:
    """The ids of all types there are."""
    return tuple(
        sorted({file.stem for folder in folders() if folder.is_dir() for file in folder.glob("*.toml")} - _NOT_TYPES)
    )


def kinds() -> tuple[Kind, ...]:
    """All types there are.

    Raises:
        LetterError: one is wrong.
    """
    return tuple(load(name) for name in shipped())


def load(asked: str) -> Kind:
    """The type with that id or that other name; of two with the same id, that of the folder that is looked in first.

    Raises:
        LetterError: there is none (reason ``missing``), or it is wrong.
    """
    if _ID.fullmatch(asked) and asked not in _NOT_TYPES:
        for folder in folders():
            if (folder / f"{asked}.toml").is_file():
                return read(folder / f"{asked}.toml")
    named = [kind for kind in kinds() if asked.casefold() in {each.casefold() for each in kind.also}]
    if len(named) == 1:
        return named[0]
    raise LetterError(letter=asked, reason="missing", detail=", ".join(shipped()))


def read(file: Path) -> Kind:
    """Read one type.

    Raises:
        LetterError: it cannot be read, or is wrong; the reason says what, and the detail where.
    """
    text = ""
    try:
        text = file.read_text(encoding="utf-8-sig")
        entry = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise LetterError(letter=file.name, reason="toml", detail=line_of(error, text)) from error
    except (OSError, ValueError) as error:
        raise LetterError(letter=file.name, reason="unreadable", detail="") from error
    return _Reading(file).kind(entry)


class _Reading:
    """One type being read; every fault is told with its place."""

    def __init__(self, file: Path) -> None:
        self._file = file

    def kind(self, entry: Mapping[str, Any]) -> Kind:
        self._only(entry, _KEYS, "")
        for key in ("version", "name", "purpose", "field", "part"):
            self._demand(key in entry, "key", key)
        self._demand(isinstance(entry["version"], int), "value", "version")
        self._demand(entry.get("tone", "formal") in TONES, "value", "tone")
        rows = entry["field"], entry["part"]
        self._demand(all(isinstance(each, list) and each for each in rows), "value", "field, part")
        self._demand(set(self._strings(entry, "checks", "")) <= CHECKS, "value", "checks")
        fields = tuple(self._field(row, place) for place, row in enumerate(rows[0], 1))
        parts = tuple(self._part(row, place) for place, row in enumerate(rows[1], 1))
        kind = Kind(
            id=self._file.stem,
            version=entry["version"],
            name=self._texts(entry, "name", ""),
            purpose=self._texts(entry, "purpose", ""),
            fields=fields,
            parts=parts,
            also=self._strings(entry, "also", ""),
            tone=entry.get("tone", "formal"),
            answers=bool(entry.get("answers", False)),
            checks=self._strings(entry, "checks", ""),
            folder=str(self._file.parent),
        )
        self._fits(kind)
        return kind

    def _field(self, row: Mapping[str, Any], place: int) -> Field:
        where = f"field {place} ({row.get('name', '?')})"
        self._only(row, _FIELD_KEYS, where)
        name = str(row.get("name", ""))
        self._demand(_NAME.fullmatch(name) is not None, "name", where)
        self._demand(row.get("kind", "text") in set(FieldKind), "value", f"{where}: kind")
        self._demand(row.get("reads", "") in set(Reads), "value", f"{where}: reads")
        pattern = str(row.get("pattern", ""))
        try:
            re.compile(pattern)
        except re.error as error:
            raise LetterError(letter=self._file.name, reason="value", detail=f"{where}: pattern") from error
        choices = row.get("choices", {})
        self._demand(isinstance(choices, dict), "value", f"{where}: choices")
        found = Field(
            name=name,
            label=self._texts(row, "label", where),
            kind=FieldKind(row.get("kind", "text")),
            is_required=bool(row.get("required", False)),
            pattern=pattern,
            choices={value: self._texts(choices, value, f"{where}: choices") for value in choices},
            reads=Reads(row.get("reads", "")),
            default=self._texts(row, "default", where) if "default" in row else {},
            when=self._strings(row, "when", where),
        )
        self._demand(bool(found.choices) == (found.kind is FieldKind.CHOICE), "value", f"{where}: choices")
        self._demand(all(is_right(found, text) for text in found.default.values()), "value", f"{where}: default")
        return found

    def _part(self, row: Mapping[str, Any], place: int) -> Part:
        where = f"part {place} ({row.get('name', '?')})"
        self._only(row, _PART_KEYS, where)
        name = str(row.get("name", ""))
        self._demand(_NAME.fullmatch(name) is not None, "name", where)
        self._demand(row.get("fill") in set(Fill), "value", f"{where}: fill")
        text = row.get("text", {})
        self._demand(isinstance(text, dict), "value", f"{where}: text")
        known = {*LANGUAGES, *(f"{language}.{tone}" for language in LANGUAGES for tone in TONES)}
        self._demand(not text or set(LANGUAGES) <= set(text) <= known, "value", f"{where}: text")
        self._demand(
            all(isinstance(each, str) and len(each) <= _LONGEST for each in text.values()), "value", f"{where}: text"
        )
        part = Part(
            name=name,
            label=self._texts(row, "label", where),
            fill=Fill(row["fill"]),
            heading=self._texts(row, "heading", where) if "heading" in row else {},
            text=dict(text),
            field=str(row.get("field", "")),
            prompt=str(row.get("prompt", "")),
            retells=bool(row.get("retells", False)),
            when=self._strings(row, "when", where),
        )
        self._demand(bool(part.text) or part.fill is not Fill.FIXED, "value", f"{where}: text")
        self._demand(bool(part.prompt) == (part.fill is Fill.WRITTEN), "value", f"{where}: prompt")
        return part

    def _fits(self, kind: Kind) -> None:
        """Names stand once, holes and conditions are fields, and prompts are there."""
        for names in ([each.name for each in kind.fields], [each.name for each in kind.parts]):
            twice = [name for name, count in Counter(names).items() if count > 1]
            self._demand(not twice, "twice", ", ".join(twice))
        fields = {each.name: each for each in kind.fields}
        for part in kind.parts:
            where = f"part {part.name}"
            holes = {name for text in part.text.values() for name in Template(text).get_identifiers()}
            self._demand(all(Template(text).is_valid() for text in part.text.values()), "hole", where)
            self._demand(holes <= set(fields), "hole", f"{where}: {', '.join(sorted(holes - set(fields)))}")
            if part.fill is Fill.FIXED:
                self._demand(not part.field, "value", f"{where}: field")
            else:
                wanted = FieldKind.LIST if part.fill is Fill.LISTED else FieldKind.POINTS
                self._demand(part.field in fields and fields[part.field].kind is wanted, "value", f"{where}: field")
            self._has_prompt(part, where)
        conditions = [(each.name, each.when) for each in kind.fields] + [(each.name, each.when) for each in kind.parts]
        for name, when in conditions:
            for condition in when:
                self._condition(condition, fields, name)

    def _has_prompt(self, part: Part, where: str) -> None:
        if part.prompt:
            try:
                for language in LANGUAGES:
                    prompts.load(part.prompt, language)
            except PromptError as error:
                raise LetterError(letter=self._file.name, reason="value", detail=f"{where}: prompt") from error

    def _condition(self, condition: str, fields: Mapping[str, Field], where: str) -> None:
        name, equals, value = condition.removeprefix("!").partition("=")
        is_right_one = name in fields and (not equals or value in fields[name].choices)
        self._demand(is_right_one, "value", f"{where}: when")
        self._demand(not equals or fields[name].kind not in SEVERAL, "value", f"{where}: when")

    def _texts(self, row: Mapping[str, Any], key: str, where: str) -> dict[str, str]:
        value = row.get(key)
        place = f"{where}: {key}" if where else key
        self._demand(isinstance(value, dict) and set(value) == set(LANGUAGES), "languages", place)
        assert isinstance(value, dict)
        texts = {language: value[language] for language in LANGUAGES}
        self._demand(all(isinstance(text, str) and text.strip() for text in texts.values()), "value", place)
        return {language: text.strip() for language, text in texts.items()}

    def _strings(self, row: Mapping[str, Any], key: str, where: str) -> tuple[str, ...]:
        value = row.get(key, [])
        is_list = isinstance(value, list) and all(isinstance(each, str) and each for each in value)
        self._demand(is_list, "value", f"{where}: {key}" if where else key)
        return tuple(value)

    def _only(self, row: Mapping[str, Any], known: set[str], where: str) -> None:
        wrong = sorted(set(row) - known)
        self._demand(not wrong, "key", f"{where}: {', '.join(wrong)}" if where else ", ".join(wrong))

    def _demand(self, is_so: object, reason: str, detail: str) -> None:
        if not is_so:
            raise LetterError(letter=self._file.name, reason=reason, detail=detail)
