"""What Kansli does not do: say how a case should end, score or rank people or applications, or recommend a decision.

A person decides; Kansli helps with the text afterwards. Whoever asks for it is told so, and a document that asks for it gets
a finding and nothing else. How such requests are worded is data: ``resources/declined.toml``.
"""

import functools
import re
import tomllib
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from assistant import paths
from assistant.errors import Declined, SettingsError
from assistant.sentences import sentences
from assistant.tasks.task import Finding

_FILE: Final = "declined.toml"
#: Characters of a sentence that are looked at, and of it that a finding tells.
_LOOKED_AT: Final = 1_000
_TOLD: Final = 120


class Asked(StrEnum):
    """What was asked for."""

    OUTCOME = "outcome"
    SCORE = "score"
    RECOMMENDATION = "recommendation"


def asked(text: str) -> Asked | None:
    """What a user's own words ask for that is not given; None when there is no such thing in them."""
    for sentence in _sentences(text):
        for ask in _patterns().asks:
            if all(map(_in(sentence), ask.every)) and not any(map(_in(sentence), ask.none)):
                return ask.kind
    return None


def decline(text: str) -> None:
    """Refuse an order whose words ask for it.

    Raises:
        Declined: they do; the reason says for what.
    """
    kind = asked(text)
    if kind is Asked.OUTCOME:
        raise Declined(reason="outcome")
    if kind is Asked.SCORE:
        raise Declined(reason="score")
    if kind is Asked.RECOMMENDATION:
        raise Declined(reason="recommendation")


def hidden(paragraphs: Iterable[str]) -> list[Finding]:
    """The requests that a document's text makes to a program that reads it; ``block`` is the paragraph's place, from 0.

    What people ask an authority (*Har jag rätt till färdtjänst?*) is no such request.
    """
    found = []
    for place, paragraph in enumerate(paragraphs):
        parts = _sentences(paragraph)
        found += [
            Finding("asks-for-outcome", {"text": _shortened(part)}, place)
            for number, part in enumerate(parts)
            if _is_hidden(parts, number)
        ]
    return found


def _is_hidden(parts: Sequence[str], number: int) -> bool:
    patterns, part = _patterns(), parts[number]
    if patterns.reader.search(part):
        return True
    if not patterns.ordered.search(part) and not asked(part):
        return False
    # Who is spoken to may be said in the sentence before.
    return any(patterns.addressed.search(each) for each in parts[max(0, number - 1) : number + 1])


def _sentences(text: str) -> list[str]:
    return [part[:_LOOKED_AT] for line in text.splitlines() for part in sentences(line)]


def _shortened(text: str) -> str:
    return text if len(text) <= _TOLD else text[: _TOLD - 1].rstrip() + "…"


def _in(sentence: str) -> Callable[[re.Pattern[str]], bool]:
    return lambda pattern: pattern.search(sentence) is not None


@dataclass(frozen=True)
class _Ask:
    """A sentence asks for it that has every pattern and none of the others."""

    kind: Asked
    every: tuple[re.Pattern[str], ...]
    none: tuple[re.Pattern[str], ...]


@dataclass(frozen=True)
class _Patterns:
    asks: tuple[_Ask, ...]
    addressed: re.Pattern[str]
    ordered: re.Pattern[str]
    reader: re.Pattern[str]


@functools.cache
def _patterns() -> _Patterns:
    """The patterns of the file.

    Raises:
        SettingsError: it cannot be read.
    """
    try:
        entry = tomllib.loads((paths.resources() / _FILE).read_text(encoding="utf-8"))
        parts: dict[str, str] = {}
        for name, pattern in entry["parts"].items():
            parts[name] = _filled(pattern, parts)

        def compiled(patterns: Iterable[str]) -> tuple[re.Pattern[str], ...]:
            return tuple(re.compile(_filled(pattern, parts), re.IGNORECASE) for pattern in patterns)

        def together(name: str) -> re.Pattern[str]:
            every = "|".join(f"(?:{_filled(pattern, parts)})" for pattern in entry["documents"][name])
            return re.compile(every, re.IGNORECASE)

        asks = (
            _Ask(Asked(each["kind"]), compiled(each["all"]), compiled(each.get("none", ()))) for each in entry["ask"]
        )
        return _Patterns(tuple(asks), together("addressed"), together("ordered"), together("reader"))
    except (OSError, ValueError, KeyError, re.error) as error:
        raise SettingsError(file=_FILE, reason="unreadable") from error


def _filled(pattern: str, parts: Mapping[str, str]) -> str:
    for name, part in parts.items():
        pattern = pattern.replace(f"{{{name}}}", f"(?:{part})")
    return pattern
