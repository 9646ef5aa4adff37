"""Looks for many phrases at once, word by word, so that a thousand of them cost no more than a few."""

import re
from collections.abc import Iterable, Iterator
from typing import Final

_WORD: Final = re.compile(r"[^\W_]+(?:-[^\W_]+)*")
#: A word with an ending is met by as many of its first letters.
_SHORTEST: Final = 3
#: Words that are looked for one by one at most.
_FEW: Final = 60
#: What stands before a place that is within a word.
_WITHIN: Final = re.compile(r".?[^\W_]\Z|[^\W_]-\Z", re.DOTALL)

_Meaning = tuple[re.Pattern[str] | None, str]


class Phrases:
    """Phrases, each with what it means; ``*`` stands for the rest of a word, and case does not matter."""

    def __init__(self, phrases: Iterable[tuple[str, str]]) -> None:
        self._whole: dict[str, list[_Meaning]] = {}
        self._begun: dict[str, list[tuple[str, re.Pattern[str] | None, str]]] = {}
        for phrase, meaning in phrases:
            self._add(phrase.lower().strip(), meaning)

    def _add(self, phrase: str, meaning: str) -> None:
        first = re.match(r"[^\W_]+(?:-[^\W_]+)*(?:-?\*)?", phrase)
        if not first:
            return
        rest = phrase[first.end() :]
        pattern = re.compile(_as_pattern(rest)) if rest.strip(" .!:") else None
        word = first.group()
        if word.endswith("*"):
            begin = word.rstrip("*-")
            self._begun.setdefault(begin[:_SHORTEST], []).append((begin, pattern, meaning))
        else:
            self._whole.setdefault(word, []).append((pattern, meaning))

    def find(self, text: str) -> Iterator[tuple[int, int, str]]:
        """Where a phrase begins and ends in a text, and what it means."""
        lower = text.lower()
        # Each word is judged once, however often it stands there.
        meant = {word: meanings for word in set(_WORD.findall(lower)) if (meanings := tuple(self._meant(word)))}
        if not meant:
            return
        for match in _places(lower, list(meant)):
            for pattern, meaning in meant.get(match.group(), ()):
                rest = pattern.match(lower, match.end()) if pattern else match
                if rest:
                    yield match.start(), rest.end(), meaning

    def _meant(self, word: str) -> Iterator[_Meaning]:
        yield from self._whole.get(word, ())
        for begin, pattern, meaning in self._begun.get(word[:_SHORTEST], ()):
            if word.startswith(begin):
                yield pattern, meaning


def _places(text: str, words: list[str]) -> Iterator[re.Match[str]]:
    """Where these words may stand in a text, in order: a few are each looked for, of many every word is looked at."""
    if len(words) > _FEW:
        yield from _WORD.finditer(text)
        return
    starts: set[int] = set()
    for word in words:
        start = text.find(word)
        while start >= 0:
            if not _WITHIN.match(text, max(0, start - 2), start):
                starts.add(start)
            start = text.find(word, start + 1)
    for start in sorted(starts):
        if match := _WORD.match(text, start):
            yield match


def _as_pattern(rest: str) -> str:
    words = [re.escape(word.rstrip("*")) + (r"\w*" if word.endswith("*") else r"(?!\w)") for word in rest.split()]
    return (r"\s+" if rest.startswith(" ") else "") + r"\s+".join(words)
