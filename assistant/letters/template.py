"""A letter's template: found, opened with care, and looked through for what would stop or spoil a letter.

A template is a Word file that somebody has made, so it is opened with the limits of any document, and one with macros, or that
fetches something from elsewhere, is refused.
"""

import io
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Final

import docx
from docx.document import Document
from docx.oxml.ns import qn

from assistant.documents.opening import open_bytes
from assistant.documents.package import Package
from assistant.errors import DocumentError, DocumentMissing, Fact, TemplateError
from assistant.letters import placeholders
from assistant.letters.kind import Kind
from assistant.letters.read import folders

#: Names that every template can use, beside the type's fields and parts.
LETTER: Final = "letter"
TITLE: Final = "title"
MARK: Final = "draft_mark"
TYPE: Final = "letter_type"
_SUFFIXES: Final = (".docx", ".dotx")
_TEMPLATE_TYPE: Final = b"wordprocessingml.template.main+xml"
_DOCUMENT_TYPE: Final = b"wordprocessingml.document.main+xml"
_TYPES: Final = "[Content_Types].xml"
#: Codes that stop a letter from being written; the others only spoil it.
STOPS: Final = frozenset({"template-unknown", "template-broken", "template-no-letter", "template-not-alone"})
#: What may lie outside the file without anything being fetched when it is opened.
_HARMLESS: Final = frozenset({"hyperlink"})


@dataclass(frozen=True)
class Template:
    """A template, opened; its placeholders are all written as ``{{name}}``."""

    name: str
    document: Document


@dataclass(frozen=True)
class Fault:
    """Something wrong with a template; ``code`` has words in ``phrases.py``."""

    code: str
    facts: dict[str, Fact] = field(default_factory=dict)

    @property
    def stops(self) -> bool:
        """Whether no letter can be written with it."""
        return self.code in STOPS


def find(kind: Kind, language: str) -> Path:
    """The type's template in a language: of the first folder that has one.

    Raises:
        TemplateError: there is none (reason ``missing``).
    """
    names = [f"{kind.id}.{language}{suffix}" for suffix in _SUFFIXES] + [f"{kind.id}{suffix}" for suffix in _SUFFIXES]
    for folder in dict.fromkeys((*folders(), Path(kind.folder))):
        for name in names:
            if (folder / name).is_file():
                return folder / name
    raise TemplateError(name=names[0], reason="missing")


def open_template(path: Path, kind: Kind | None = None) -> Template:
    """Open a template.

    Raises:
        TemplateError: it is no Word file (``unreadable``), has macros (``macros``), or fetches something (``outside``).
    """
    name = path.name
    if path.suffix.lower() not in _SUFFIXES:
        raise TemplateError(name=name, reason="macros" if path.suffix.lower() in {".docm", ".dotm"} else "unreadable")
    try:
        data = open_bytes(path)
        package = Package(data, name)
        for part in sorted(package.names):
            if part.endswith((".xml", ".rels")):
                package.xml(part)
            else:
                package.part(part)
    except DocumentMissing as error:
        raise TemplateError(name=name, reason="missing") from error
    except DocumentError as error:
        raise TemplateError(name=name, reason="unreadable") from error
    if any(part.lower().endswith("vbaproject.bin") for part in package.names):
        raise TemplateError(name=name, reason="macros")
    try:
        document = docx.Document(io.BytesIO(_as_document(data)))
        outside = [each for each in _relations(document) if each.is_external]
    except (KeyError, ValueError, AttributeError, TypeError, zipfile.BadZipFile) as error:
        raise TemplateError(name=name, reason="unreadable") from error
    if any(each.reltype.rpartition("/")[2] not in _HARMLESS for each in outside):
        raise TemplateError(name=name, reason="outside")
    placeholders.normalise(document, known_names(kind))
    return Template(name, document)


def known_names(kind: Kind | None) -> frozenset[str]:
    """The names that a template of the type can use."""
    fixed = {LETTER, TITLE, MARK, TYPE}
    if kind is None:
        return frozenset(fixed)
    return frozenset(
        fixed | {each.name for each in kind.fields} | {f"part.{each.name}" for each in kind.parts if each.name != TITLE}
    )


def check(template: Template, kind: Kind, language: str = "") -> list[Fault]:
    """What is wrong with a template for letters of this type, what stops them first.

    ``language`` is that of the letters; empty when the template is for both.
    """
    found = [*_stops(template, kind), *_misses(template, kind)]
    found += _accessibility(template.document, language)
    return found


def _stops(template: Template, kind: Kind) -> Iterator[Fault]:
    known, places = known_names(kind), list(placeholders.places(template.document))
    names = {name for place in places for name in place.names}
    if unknown := sorted(names - known):
        yield Fault("template-unknown", {"names": ", ".join(unknown)})
    if broken := placeholders.broken(template.document):
        yield Fault("template-broken", {"text": broken[0]})
    if not any(name == LETTER or name.startswith("part.") for name in names):
        yield Fault("template-no-letter", {"place": "{{letter}}"})
    for place in places:
        text = next((name for name in place.names if name == LETTER or name.startswith("part.")), "")
        if text and not (place.is_alone and place.where == "body"):
            yield Fault("template-not-alone", {"name": text})


def _misses(template: Template, kind: Kind) -> Iterator[Fault]:
    """Facts that are required and that no part and no place of the template shows."""
    names = {name for place in placeholders.places(template.document) for name in place.names}
    shown = {name for part in kind.parts for name in (part.field, *_holes(part.text.values()))}
    missing = [each.name for each in kind.fields if each.is_required and each.name not in names | shown]
    if missing:
        yield Fault("template-field-not-shown", {"names": ", ".join(missing)})
    if LETTER not in names:
        placed = {name.removeprefix("part.") for name in names}
        parts = [each.name for each in kind.parts if each.name not in placed | {TITLE}]
        if parts:
            yield Fault("template-part-not-shown", {"names": ", ".join(parts)})
    if MARK not in names:
        yield Fault("template-no-mark", {"place": "{{draft_mark}}"})


def _holes(texts: Any) -> Iterator[str]:
    from string import Template as Holes  # noqa: PLC0415 - its name is taken here

    for text in texts:
        yield from Holes(text).get_identifiers()


def _accessibility(document: Document, language: str) -> Iterator[Fault]:
    """What would make a letter hard to use for who cannot see it, or cannot see it well."""
    spoken = {lang.get(qn("w:val"), "")[:2] for lang in document.styles.element.iter(qn("w:lang"))} - {""}
    if not spoken or (language and language not in spoken):
        yield Fault("template-language", {"language": language or "sv"})
    if not document.core_properties.title:
        yield Fault("template-no-title")
    for level in (1, 2):
        if f"Heading {level}" not in {style.name for style in document.styles}:
            yield Fault("template-no-heading-style", {"level": level})
    for table in document.element.body.iter(qn("w:tbl")):
        if table.find(f"{qn('w:tr')}/{qn('w:trPr')}/{qn('w:tblHeader')}") is None:
            yield Fault("template-table-without-head")
            break
    roots = [root for root, _ in placeholders.roots(document)]
    drawn = [each for root in roots for each in root.iter() if str(each.tag).endswith("}docPr")]
    if any(not (each.get("descr") or "").strip() for each in drawn):
        yield Fault("template-picture-without-text")
    instructions = [each.get(qn("w:instr"), "") for root in roots for each in root.iter(qn("w:fldSimple"))]
    instructions += [each.text or "" for root in roots for each in root.iter(qn("w:instrText"))]
    if not any("PAGE" in each.split() for each in instructions):
        yield Fault("template-no-page-number")


def _relations(document: Document) -> Iterator[Any]:
    for part in document.part.package.iter_parts():
        yield from part.rels.values()


def _as_document(data: bytes) -> bytes:
    """A template's bytes as those of a document, which python-docx opens."""
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        if _TEMPLATE_TYPE not in package.read(_TYPES):
            return data
        changed = io.BytesIO()
        with zipfile.ZipFile(changed, "w", zipfile.ZIP_DEFLATED) as written:
            for name in package.namelist():
                part = package.read(name)
                written.writestr(name, part.replace(_TEMPLATE_TYPE, _DOCUMENT_TYPE) if name == _TYPES else part)
    return changed.getvalue()
