"""``kansli letters …``: which types of letters there are, what each needs to know, and whether a template is right."""

import argparse
from pathlib import Path

from assistant.commands.exits import Exit
from assistant.errors import LetterError, UsageError
from assistant.letters import template
from assistant.letters.kind import FieldKind, Kind
from assistant.letters.phrases import TEMPLATES
from assistant.letters.read import kinds, load, read
from assistant.tasks.options import LANGUAGES
from assistant.wording import Words, visible


def add_to(parser: argparse.ArgumentParser, words: Words) -> None:
    """Declare the arguments."""
    actions = parser.add_subparsers(dest="action", metavar=words("ACTION"))
    actions.add_parser("list", help=words("which types there are"))
    shown = actions.add_parser("show", help=words("what a type needs to know, as the beginning of a file of facts"))
    shown.add_argument("type", metavar=words("TYPE"), help=words("a type's name"))
    check = actions.add_parser("check", help=words("whether a template or a type is right, and what is wrong with it"))
    check.add_argument("template", metavar="TEMPLATE", type=Path, help=words("a .docx, .dotx or .toml file"))
    check.add_argument("--letter", metavar=words("TYPE"), help=words("for which type; default as the file is called"))


def run(order: argparse.Namespace, words: Words) -> Exit:
    """Carry out one action; without one, list."""
    if order.action == "check":
        return _check(order, words)
    if order.action == "show":
        print(facts_file(load(order.type), words))
        return Exit.DONE
    for kind in kinds():
        print(f"{kind.id:16} {kind.name[words.language]}: {kind.purpose[words.language]}")
    return Exit.DONE


def facts_file(kind: Kind, words: Words) -> str:
    """A file of facts to fill in: a key for each field, with what it is for."""
    language = words.language
    lines = [f"# {kind.name[language]}"]
    for field in kind.fields:
        need = words("required") if field.is_required else words("optional")
        choices = f": {', '.join(field.choices)}" if field.choices else ""
        is_list = field.kind in {FieldKind.LIST, FieldKind.POINTS}
        lines += ["", f"# {field.label[language]} ({need}{choices})", f"{field.name} = " + ("[]" if is_list else '""')]
    return "\n".join(lines)


def _check(order: argparse.Namespace, words: Words) -> Exit:
    if order.template.suffix.lower() == ".toml":
        kind = read(order.template)
        print(words("The type {name} is right.", name=kind.name[words.language]))
        return Exit.DONE
    name = order.template.stem
    stem, _, language = name.rpartition(".")
    language = language if language in LANGUAGES else ""
    try:
        kind = load(order.letter or (stem if language else name))
    except LetterError as error:
        if order.letter:
            raise
        raise UsageError(reason="letter-of-template") from error
    found = template.check(template.open_template(order.template, kind), kind, language)
    for each in found:
        print(visible(f"{_weight(each, words)}: {words(TEMPLATES[each.code], **each.facts)}"))
    if not found:
        print(words("The template is right."))
    return Exit.USAGE if any(each.stops for each in found) else Exit.DONE


def _weight(found: template.Fault, words: Words) -> str:
    return words("Error") if found.stops else words("To check")
