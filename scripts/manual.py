"""The manual pages and the completion of the shell, made of the parser that the command line really uses."""

import argparse
import re
import shlex
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final

from assistant.cli import parser
from assistant.version import VERSION
from assistant.wording import Words

_HEADS: Final = {
    "en": ("local assistant for administrative documents", "NAME", "SYNOPSIS", "DESCRIPTION", "COMMANDS", "OPTIONS", "EXIT STATUS",
           "ENVIRONMENT", "FILES"),
    "sv": ("lokal assistent för administrativa dokument", "NAMN", "SYNOPSIS", "BESKRIVNING", "KOMMANDON", "FLAGGOR", "SLUTKODER",
           "MILJÖ", "FILER"),
}  # fmt: skip
_SURROUNDINGS: Final = {
    "en": [("KANSLI_LANGUAGE", "sv or en: the language of what is said."), ("KANSLI_HOME", "where settings and models are kept."),
           ("KANSLI_MODELS", "more folders with models, which are only read.")],
    "sv": [("KANSLI_LANGUAGE", "sv eller en: språket i det som sägs."), ("KANSLI_HOME", "var inställningar och modeller sparas."),
           ("KANSLI_MODELS", "fler mappar med modeller, som bara läses.")],
}  # fmt: skip
_FILES: Final = {
    "en": [("/etc/kansli/policy.json", "what IT has fixed."), ("~/.local/share/kansli", "settings, models and what is kept.")],
    "sv": [("/etc/kansli/policy.json", "det som IT styr."), ("~/.local/share/kansli", "inställningar, modeller och det sparade.")],
}  # fmt: skip
_WINDOW: Final = {
    "en": "Starts the window of Kansli. It takes no arguments that matter to users; all is done in the window.",
    "sv": "Startar Kanslis fönster. Inga argument behövs; allt görs i fönstret.",
}


@dataclass(frozen=True)
class Command:
    """A command, or an action of one, with its parser."""

    words: tuple[str, ...]
    parser: argparse.ArgumentParser


def commands(language: str) -> Iterator[Command]:
    """All commands, and their actions, in order."""
    yield from _below((), parser(Words(language)))


def _below(words: tuple[str, ...], whole: argparse.ArgumentParser) -> Iterator[Command]:
    for action in whole._actions:  # noqa: SLF001 - argparse has no other way to tell what it was told
        if isinstance(action, argparse._SubParsersAction):  # noqa: SLF001 - as above
            for name, below in action.choices.items():
                yield Command((*words, name), below)
                yield from _below((*words, name), below)


def options(whole: argparse.ArgumentParser) -> list[argparse.Action]:
    """What a command takes besides its own commands."""
    return [each for each in whole._actions if not isinstance(each, argparse._SubParsersAction)]  # noqa: SLF001 - as above


def page(language: str, date: str) -> str:
    """The manual page of ``kansli``."""
    what, name, synopsis, description, listed, flags, codes, around, files = _HEADS[language]
    whole = parser(Words(language))
    lines = [_head("KANSLI", date), f".SH {name}", f"kansli \\- {_roff(what)}", f".SH {synopsis}", ".B kansli",
             r"\fICOMMAND\fR [\fIARGUMENT\fR...]", f".SH {description}", _roff(whole.description or "")]  # fmt: skip
    lines += [f".SH {flags}", *_options(whole), f".SH {listed}"]
    for command in commands(language):
        lines += [f".SS {_roff('kansli ' + ' '.join(command.words))}", _roff(command.parser.description or "")]
        lines += _options(command.parser)
    lines += [f".SH {codes}", _roff(whole.epilog or "")]
    for title, table in ((around, _SURROUNDINGS[language]), (files, _FILES[language])):
        lines += [f".SH {title}"]
        for each, means in table:
            lines += [".TP", f"\\fB{_roff(each)}\\fR", _roff(means)]
    return "\n".join([*lines, ".SH SEE ALSO", ".BR kansli-desktop (1)", ""])


def window_page(language: str, date: str) -> str:
    """The manual page of ``kansli-desktop``."""
    what, name, synopsis, description, *_ = _HEADS[language]
    lines = [_head("KANSLI\\-DESKTOP", date), f".SH {name}", f"kansli\\-desktop \\- {_roff(what)}", f".SH {synopsis}",
             ".B kansli\\-desktop", f".SH {description}", _roff(_WINDOW[language])]  # fmt: skip
    return "\n".join([*lines, ".SH SEE ALSO", ".BR kansli (1)", ""])


def completion() -> str:
    """The completion of bash."""
    known = list(commands("en"))
    every = [Command((), parser(Words("en"))), *known]
    lines = ["# bash completion for kansli, made of its own parser", "_kansli() {",
             '    local now=${COMP_WORDS[COMP_CWORD]} before=${COMP_WORDS[COMP_CWORD-1]} path="" word',
             '    for word in "${COMP_WORDS[@]:1:COMP_CWORD-1}"; do', '        case "$path $word" in']  # fmt: skip
    lines += [
        f'            "{_path(each.words[:-1])} {each.words[-1]}") path="{_path(each.words)}" ;;' for each in known
    ]
    lines += ["        esac", "    done", '    case "$path $before" in']
    lines += [
        f'        "{_path(each.words)} {flag}") {_offer(map(str, action.choices))}; return ;;'
        for each in every
        for action in options(each.parser)
        if action.choices
        for flag in action.option_strings
    ]
    lines += ["    esac", '    case "$path" in']
    for each in every:
        below = [one.words[-1] for one in known if one.words[:-1] == each.words]
        flags = [flag for action in options(each.parser) for flag in action.option_strings]
        lines.append(f'        "{_path(each.words)}") {_offer([*below, *flags])} ;;')
    lines += ["    esac", '    [[ $now == -* ]] || COMPREPLY+=($(compgen -f -- "$now"))', "}",
              "complete -o filenames -F _kansli kansli", ""]  # fmt: skip
    return "\n".join(lines)


def _offer(words: Iterable[str]) -> str:
    return f'COMPREPLY=($(compgen -W {shlex.quote(" ".join(words))} -- "$now"))'


def _path(words: tuple[str, ...]) -> str:
    return "".join(f"/{word}" for word in words)


def _head(name: str, date: str) -> str:
    return f'.TH {name} 1 "{date}" "kansli {VERSION}"'


def _options(whole: argparse.ArgumentParser) -> list[str]:
    lines = []
    for action in options(whole):
        if action.help == argparse.SUPPRESS or "--help" in action.option_strings:
            continue
        value = action.metavar or (f"{{{','.join(map(str, action.choices))}}}" if action.choices else "")
        value = " ".join(value) if isinstance(value, tuple) else value
        if action.option_strings:
            takes = f" \\fI{_roff(value or action.dest.upper())}\\fR" if action.nargs != 0 else ""
            called = ", ".join(f"\\fB{_roff(flag)}\\fR" for flag in action.option_strings) + takes
        else:
            called = f"\\fI{_roff(value or action.dest)}\\fR"
        lines += [".TP", called, _roff(action.help or "")]
    return lines


def _roff(text: str) -> str:
    """The text as roff has it: no accidental escapes or requests."""
    text = re.sub(r"\s+", " ", text).replace("\\", "\\e").replace("-", "\\-")
    return f"\\&{text}" if text[:1] in {".", "'"} else text
