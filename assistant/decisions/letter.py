"""A decision letter as the checks read it: its paragraphs without what is missing, its reasons, and how to appeal."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from assistant.decisions.data import patterns
from assistant.language import detect
from assistant.sentences import sentences

#: The mark of a fact that is missing: nothing is stated there.
_MISSING: Final = re.compile(r"\[[^\[\]]*(?:SAKNAS|MISSING)[^\[\]]*\]")
#: Paragraphs at the beginning among which the title stands, and the characters of a line that may be one.
_TITLE_WITHIN: Final = 15
_LONGEST_TITLE: Final = 90
#: Paragraphs after one that speaks of appeal that may belong to it.
_AFTER_APPEAL: Final = 4
_NO_SENTENCE: Final = re.compile(r"^.{0,60}[^.!?:]$")


@dataclass(frozen=True)
class Letter:
    """A letter to be checked.

    Attributes:
        language: ``sv`` or ``en``.
        paragraphs: its text; what was missing is empty there.
        appeal: the places of the paragraphs that tell how to appeal.
    """

    language: str
    paragraphs: tuple[str, ...]
    appeal: frozenset[int]

    @property
    def text(self) -> str:
        """All of it."""
        return "\n".join(self.paragraphs)

    @property
    def body(self) -> str:
        """All but how to appeal."""
        return "\n".join(text for place, text in enumerate(self.paragraphs) if place not in self.appeal)

    @property
    def appealing(self) -> str:
        """How to appeal."""
        return "\n".join(text for place, text in enumerate(self.paragraphs) if place in self.appeal)

    def has(self, name: str, text: str | None = None) -> bool:
        """Whether the pattern of that name is in the letter, or in a text of it."""
        return patterns(self.language)[name].search(self.text if text is None else text) is not None

    def place(self, found: str) -> int | None:
        """The place of the paragraph in which some words stand."""
        return next((place for place, text in enumerate(self.paragraphs) if found in text), None)

    def appeal_sentences(self) -> list[str]:
        """The sentences on how to appeal."""
        return [sentence for place in sorted(self.appeal) for sentence in sentences(self.paragraphs[place])]


def read(paragraphs: Sequence[str], language: str = "") -> Letter:
    """A letter of these paragraphs; its language is found where it is not told."""
    texts = tuple(_MISSING.sub("", text) for text in paragraphs)
    spoken = language or detect("\n".join(texts)) or "sv"
    return Letter(spoken, texts, _appeal(texts, patterns(spoken)["appeal"]))


def is_decision(paragraphs: Sequence[str]) -> bool:
    """Whether a text is a letter that tells somebody of a decision, by its title and its words."""
    letter = read(paragraphs)
    lines = [text for text in letter.paragraphs[:_TITLE_WITHIN] if 0 < len(text) <= _LONGEST_TITLE]
    titles = [text for text in lines if letter.has("title", text) and _NO_SENTENCE.match(text)]
    if not titles or any(letter.has("not_title", text) for text in lines):
        return False
    return letter.has("ends", letter.body) and letter.has("decided", letter.body)


def _appeal(texts: Sequence[str], pattern: re.Pattern[str]) -> frozenset[int]:
    """The paragraphs that speak of appeal, and those after the last of them that may go on with it."""
    places = [place for place, text in enumerate(texts) if pattern.search(text)]
    after = range(places[-1] + 1, min(len(texts), places[-1] + 1 + _AFTER_APPEAL)) if places else ()
    between = range(places[0], places[-1]) if places and places[-1] - places[0] <= 2 * _AFTER_APPEAL else ()
    return frozenset([*places, *between, *after])
