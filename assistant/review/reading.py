"""A paragraph as the rules read it: its sentences and words with their places, and which words are somebody else's."""

import functools
import re
from dataclasses import dataclass
from typing import Final

from assistant.documents.document import MARGINAL, Document, Paragraph, ParagraphKind
from assistant.sentences import sentences

_WORD: Final = re.compile(r"[^\W_]+(?:[-–:’'][^\W_]+)*")
#: Words that are quoted stand as they were written; a word or two in quotation marks are no quote.
_QUOTE: Final = re.compile(r"”[^”]{15,}”|“[^”“]{15,}”|\"[^\"]{15,}\"|»[^»«]{15,}[»«]")
#: Words of a line without a full stop up to which it may be a title.
_TITLE: Final = 9
#: Dots that lead from a title to its page in a table of contents.
_LEADERS: Final = re.compile(r"\.{4,}|(?: \.){4,}|…{2,}")


@dataclass(frozen=True)
class Word:
    """A word and its place in the paragraph's text."""

    text: str
    start: int
    end: int

    @functools.cached_property
    def lower(self) -> str:
        """The word without capitals."""
        return self.text.lower()


@dataclass(frozen=True)
class Sentence:
    """A sentence, its place in the paragraph's text, and its words."""

    text: str
    start: int
    end: int
    words: tuple[Word, ...]

    @property
    def is_whole(self) -> bool:
        """Whether it ends like a sentence; what does not may be a title, or a point of a list."""
        return self.text.endswith((".", "!", "?", ":", "…", "”", ")")) or len(self.words) > _TITLE


@dataclass(frozen=True)
class Read:
    """A paragraph with its sentences; ``quotes`` are the places of what is quoted."""

    paragraph: Paragraph
    sentences: tuple[Sentence, ...]
    quotes: tuple[tuple[int, int], ...]

    @property
    def text(self) -> str:
        """The paragraph's text."""
        return self.paragraph.text

    @property
    def is_heading(self) -> bool:
        """Whether it is a heading."""
        return self.paragraph.kind is ParagraphKind.HEADING

    @property
    def is_running(self) -> bool:
        """Whether it is running text: neither a heading nor a row of a table."""
        return self.paragraph.kind not in {ParagraphKind.HEADING, ParagraphKind.ROW}

    def is_quoted(self, start: int) -> bool:
        """Whether what begins here is quoted."""
        return any(first <= start < last for first, last in self.quotes)


def read(document: Document) -> list[Read]:
    """The paragraphs that somebody reads: no page heads and feet, and no table of contents."""
    return [
        _read(paragraph)
        for paragraph in document.paragraphs
        if paragraph.kind not in MARGINAL and not _LEADERS.search(paragraph.text)
    ]


def _read(paragraph: Paragraph) -> Read:
    text, place, found = paragraph.text, 0, []
    words = [Word(match.group(), match.start(), match.end()) for match in _WORD.finditer(text)]
    number = 0
    for sentence in sentences(text):
        start = text.find(sentence, place)
        end = start + len(sentence)
        first = number
        while number < len(words) and words[number].start < end:
            number += 1
        found.append(Sentence(sentence, start, end, tuple(words[first:number])))
        place = end
    quotes = tuple(match.span() for match in _QUOTE.finditer(text))
    return Read(paragraph, tuple(found), quotes)
