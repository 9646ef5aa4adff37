"""A fixed part of a letter: sentences with fields, filled by the program. What is missing stays visible, or the sentence goes."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from string import Template
from typing import Final

from assistant.letters.kind import Field, FieldKind
from assistant.letters.known import Known
from assistant.letters.understood import Understood
from assistant.tasks.task import Source

#: What stands where a fact is missing, in the letter's language; see ``MISSING``.
_MARKS: Final = {"sv": "[UPPGIFT SAKNAS: {label}]", "en": "[MISSING: {label}]"}
#: Finds such a mark in a text.
MISSING: Final = re.compile(r"\[(?:UPPGIFT SAKNAS|MISSING): ([^\]]+)\]")
_MONTHS: Final = {
    "sv": "januari februari mars april maj juni juli augusti september oktober november december".split(),
    "en": "January February March April May June July August September October November December".split(),
}
_ISO: Final = re.compile(r"(\d{4})-(\d{2})-(\d{2})")
#: What a sentence begins with that is to stand on a line of its own.
_NEW_LINE: Final = "/"
_BLANK: Final = re.compile(r"\n\s*\n")


@dataclass(frozen=True)
class Paragraph:
    """One paragraph as it is to stand, where what it says comes from, and the labels of what is missing in it."""

    text: str
    sources: tuple[Source, ...] = ()
    missing: tuple[str, ...] = ()


def mark(field: Field, language: str) -> str:
    """What stands in the letter where this fact is missing."""
    label = field.label[language]
    return _MARKS[language].format(label=label[:1].lower() + label[1:])


def paragraphs(text: str, understood: Understood) -> Iterator[Paragraph]:
    """The paragraphs of a text with its fields filled; one of which nothing is left is left out."""
    for written in _BLANK.split(text.strip()):
        said: list[str] = []
        sources: dict[Source, None] = {}
        missing: dict[str, None] = {}
        for line in map(str.strip, written.splitlines()):
            sentence = _sentence(line.removeprefix(_NEW_LINE).strip(), understood)
            if sentence and sentence.text:
                between = "\n" if line.startswith(_NEW_LINE) else " "
                said += [between, sentence.text] if said else [sentence.text]
                sources |= dict.fromkeys(sentence.sources)
                missing |= dict.fromkeys(sentence.missing)
        if said:
            yield Paragraph("".join(said), tuple(sources), tuple(missing))


def _sentence(line: str, understood: Understood) -> Paragraph | None:
    """A sentence filled; None when it needs an optional field that is not known."""
    values, sources, missing = {}, [], []
    for name in Template(line).get_identifiers():
        field, known = understood.kind.field(name), understood.of(name)
        if known.values:
            values[name] = shown(field, known, understood.language)
            sources += [value.source for value in known.values if value.source]
        elif understood.needs(field):
            values[name] = mark(field, understood.language)
            missing.append(field.label[understood.language])
        else:
            return None
    return Paragraph(Template(line).substitute(values), tuple(sources), tuple(missing))


def shown(field: Field, known: Known, language: str) -> str:
    """A field's value as it stands in running text: a date in words, a choice by its name."""
    if field.kind is FieldKind.CHOICE:
        return ", ".join(field.choices.get(value.text, {}).get(language, value.text) for value in known.values)
    text = ", ".join(value.text.replace("\n", ", ") for value in known.values)
    return in_words(text, language) if field.kind is FieldKind.DATE else text


def in_words(text: str, language: str) -> str:
    """``2026-03-02`` as ``2 mars 2026`` or ``2 March 2026``; another form is left as it is."""
    match = _ISO.fullmatch(text.strip())
    if not match or not 1 <= int(match.group(2)) <= len(_MONTHS[language]):
        return text.removeprefix("den ")
    return f"{int(match.group(3))} {_MONTHS[language][int(match.group(2)) - 1]} {match.group(1)}"
