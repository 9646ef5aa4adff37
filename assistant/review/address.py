"""Who is spoken to: *du* and *ni* in one text, or *du* and *sökanden* for the same reader. The rarer form is told."""

import re
from collections.abc import Iterable, Iterator
from typing import Final

from assistant.review.reading import Read, Sentence, Word
from assistant.review.remark import Remark, Rule

_DU: Final = frozenset("du dig din ditt dina".split())
_NI: Final = frozenset("ni er ert era eder".split())
#: A reader told as somebody else.
_THIRD: Final = frozenset("sökanden sökandens sökande klaganden klagandens".split())
#: Before *er* these are signs of the end of a word or of a list, not of somebody.
_NOT_YOU: Final = re.compile(r"[-–/]$")
#: Several are spoken to.
_SEVERAL: Final = re.compile(r"\s+(?:båda|bägge|alla|två|tre)\b")
#: *Ni* is sure to be *du* where no word is inflected after it.
_INFLECTED: Final = frozenset("är var blir blev vara bli varit blivit känner själva alla båda".split())
_SURE: Final = {"ni": "du", "ert": "ditt", "era": "dina"}


def mixed_address(reads: Iterable[Read]) -> Iterator[Remark]:
    """The forms of address that are rarer than the other in the same text."""
    found: dict[str, list[tuple[Read, Sentence, Word]]] = {"du": [], "ni": [], "third": []}
    for read in reads:
        if read.is_heading:
            continue
        for sentence in read.sentences:
            for word in sentence.words:
                kind = _kind(read, word)
                if kind:
                    found[kind].append((read, sentence, word))
    if found["du"] and found["ni"]:
        rarer = "du" if len(found["du"]) < len(found["ni"]) else "ni"
        for read, sentence, word in found[rarer]:
            yield _remark(
                read, word, "ni" if rarer == "ni" else "du", _instead(sentence, word) if rarer == "ni" else ""
            )
    for read, _, word in found["third"] if found["du"] or found["ni"] else ():
        yield _remark(read, word, "third", "")


def _kind(read: Read, word: Word) -> str:
    if read.is_quoted(word.start) or _NOT_YOU.search(read.text[: word.start]):
        return ""
    low = word.lower
    if word.text.isupper() and len(word.text) > 1 and low in _NI:
        return ""
    if low in _DU:
        return "du"
    if low in _NI:
        return "" if _SEVERAL.match(read.text, word.end) else "ni"
    return "third" if low in _THIRD and _is_somebody(read, word) else ""


def _is_somebody(read: Read, word: Word) -> bool:
    """*Sökande* alone is a role in a form; *den sökande* and *sökanden* are somebody."""
    return word.lower != "sökande" or bool(re.search(r"\bden\s+$", read.text[: word.start], re.IGNORECASE))


def _instead(sentence: Sentence, word: Word) -> str:
    new = _SURE.get(word.lower, "")
    if not new or (word.lower == "ni" and any(each.lower in _INFLECTED for each in sentence.words)):
        return ""
    return new[0].upper() + new[1:] if word.text[0].isupper() and word is sentence.words[0] else new


def _remark(read: Read, word: Word, reason: str, new: str) -> Remark:
    paragraph = read.paragraph
    return Remark(
        Rule.ADDRESS, paragraph.number, paragraph.page, word.start, word.end, word.text,
        {"text": word.text, "reason": reason}, new,
    )  # fmt: skip
