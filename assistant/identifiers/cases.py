"""Numbers of cases, by patterns in data: ``resources/identifiers.toml`` and the organisation's own beside it."""

import functools
import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from assistant import paths
from assistant.errors import SettingsError
from assistant.identifiers.found import Kind, Span
from assistant.identifiers.near import before

NAME: Final = "identifiers.toml"
_KEYS: Final = {"words", "others", "case"}
#: A list of numbers after one word: ``Dnr 12-2024, 13-2024 och 14-2024``.
#: Where a number of a case can begin. Looked for before any pattern is tried, which makes a long text quick.
_BEGIN: Final = re.compile(r"[A-ZÅÄÖ0-9](?<!\w.)(?<!\d[-/:.].)")
_LED: Final = re.compile(r"([A-Za-zÅÄÖåäö]+) ")
_LISTED: Final = re.compile(r"(?:,|;| och| samt| and)? ?$")


@dataclass(frozen=True)
class Rules:
    """What numbers of cases look like.

    Attributes:
        bare: forms that need no word before them.
        any: those, and the forms that do.
        words: the words that say that a case's number follows.
        others: the words that say that something else does.
    """

    bare: re.Pattern[str]
    any: re.Pattern[str]
    words: re.Pattern[str]
    others: re.Pattern[str]


def detect(text: str, rules: Rules) -> Iterator[Span]:
    """The numbers of cases in a text. They are never mended: an odd one is as the organisation has written it."""
    last, taken = -1, 0
    for begin in _BEGIN.finditer(text):
        start = begin.start()
        if start < taken or not (match := rules.any.match(text, start)):
            continue
        told = before(text, start)
        is_labelled = rules.words.search(told) is not None
        follows = last >= 0 and _LISTED.fullmatch(text, last, start) is not None
        if not is_labelled:
            led = _LED.match(match.group())
            if rules.others.search(told) or (led and rules.others.search(f"{led.group(1).lower()} ")):
                continue
            if not follows and not (match := rules.bare.match(text, start)):
                continue
        yield Span(Kind.CASE_NUMBER, *match.span())
        taken = match.end()
        last = match.end() if is_labelled or follows else -1


@functools.cache
def rules() -> Rules:
    """The shipped rules with those of the organisation.

    Raises:
        SettingsError: the organisation's file is wrong; it is told, never passed over.
    """
    return read(paths.resources() / NAME, paths.home() / NAME)


def read(*files: Path) -> Rules:
    """The rules in these files together; one that is not there is none.

    Raises:
        SettingsError: a file cannot be read, has unknown keys, or a pattern is not one.
    """
    entries = [_entry(file) for file in files if file.is_file()]
    cases = [case for entry in entries for case in entry.get("case", [])]
    words = [word for entry in entries for word in entry.get("words", [])]
    others = [word for entry in entries for word in entry.get("others", [])]
    return Rules(
        _pattern([case["pattern"] for case in cases if not case.get("labelled")]),
        _pattern([case["pattern"] for case in cases]),
        re.compile(rf"\b(?:{_any(words)})[.:]?(?: (?:nr|är|nummer)[.:]?)? ?\(?$"),
        re.compile(rf"(?:^|[\s(])(?:{_any(others)})[.:]? ?\(?$"),
    )


def _entry(file: Path) -> dict[str, Any]:
    try:
        entry = tomllib.loads(file.read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise SettingsError(file=file.name, reason="unreadable") from error
    wrong = set(entry) - _KEYS
    for case in entry.get("case", []):
        wrong |= set(case) - {"pattern", "labelled"} or ({"pattern"} - set(case))
        try:
            re.compile(str(case.get("pattern", "")))
        except re.error as error:
            raise SettingsError(file=file.name, reason=f"pattern {case.get('pattern')}") from error
    if wrong:
        raise SettingsError(file=file.name, reason=f"key {min(wrong)}")
    return entry


def _pattern(patterns: list[str]) -> re.Pattern[str]:
    return re.compile(rf"(?:{'|'.join(patterns) or '(?!)'})(?!\w)(?![-/:]\d)")


def _any(words: list[str]) -> str:
    return "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True)) or "(?!)"
