"""Abbreviations that nobody has explained: the first time they stand in a text."""

import functools
import re
from collections.abc import Iterable, Iterator
from typing import Final

from assistant.review.reading import Read, Word
from assistant.review.remark import Remark, Rule
from assistant.review.rules import data
from assistant.sentences import STOP_WORDS

#: LSS, SoL, IVO: two capitals or more, and not many letters.
_CAPITALS: Final = re.compile(r"[A-ZÅÄÖ](?:[a-zåäö]{0,3}[A-ZÅÄÖ]){1,5}[a-z]?")
_ROMAN: Final = re.compile(r"[IVXLC]+")
_LONGEST: Final = 7
#: A word of more capitals than this is a word that is shouted.
_LONGEST_CAPITALS: Final = 5
_SHOUTED: Final = frozenset("nej ja nytt viktigt vad vem hur obs tack hej beslut svar datum namn".split())
#: From this share of capitals on, a line is written in capitals and says nothing of its words.
_MOSTLY: Final = 0.6
_EXPLAINS: Final = r"(?:står för|betyder|är en förkortning|förkortas?|kallad|nedan|i det följande|här kallat)"


def unexplained(reads: Iterable[Read]) -> Iterator[Remark]:
    """The abbreviations of a text that need explaining."""
    seen: set[str] = set()
    for read in reads:
        yield from _short(read)
        if _is_in_capitals(read.text):
            continue
        for sentence in read.sentences:
            for word in sentence.words:
                name = _name(word)
                if name is None or name in seen:
                    continue
                if _is_reference(read.text, word, name):
                    continue
                seen.add(name)
                if not _is_explained(read.text, word, name):
                    yield _remark(read, word.start, word.start + len(name), "", "capitals")


def _name(word: Word) -> str | None:
    """The abbreviation that a word is or begins with (*LSS-insats*, *IVO:s*); None when it is none or is known."""
    name, _, rest = re.sub(r"[:’'–]", "-", word.text).partition("-")
    if not _CAPITALS.fullmatch(name) or len(name) > _LONGEST or rest[:1].isdigit() or any(map(str.isdigit, word.text)):
        return None
    low = name.lower()
    if name.isupper() and len(name) > _LONGEST_CAPITALS:
        return None
    if name in _known() or _ROMAN.fullmatch(name) or low in STOP_WORDS["sv"] or low in _SHOUTED:
        return None
    return name


def _is_reference(text: str, word: Word, name: str) -> bool:
    """*SFS 2017:900*, *JO 6344-2011*; a part of a case number (*KS 2025/12*)."""
    before, after = text[: word.start], text[word.end :]
    if re.match(r"\s?[/:.-]?\s?\d{2,}", after) and (
        name in _references() or re.match(r"[\s/:-]{0,2}\d{2,4}[-/:]\d", after)
    ):
        return True
    return bool(re.search(r"[\d/:-]$", before)) or bool(re.match(r"[/-]\d", after))


def _is_explained(text: str, word: Word, name: str) -> bool:
    before, after = text[: word.start], text[word.start + len(name) :]
    if before.endswith("(") and re.search(r"[a-zåäö]{2,}\s*\($", before):
        return True  # lagen om stöd och service (LSS)
    inside = re.match(r"(?::s|s|-\w+)?\s*\(([^)]*)\)", after)
    if inside and len(re.findall(r"[^\W\d_]{2,}", inside.group(1))) > 1:
        return True  # LSS (lagen om stöd och service)
    if re.search(r"\([^()]*[a-zåäö]{3,}[^()]*,\s*$", before):
        return True  # lagen (1993:387) om stöd (nedan kallad LSS)
    if re.search(rf"{_EXPLAINS}\s+$", before, re.IGNORECASE) or re.match(rf",?\s+{_EXPLAINS}", after, re.IGNORECASE):
        return True
    # Inspektionen för vård och omsorg, IVO, …
    said = re.search(r"([^.;:(]+),\s*$", before)
    is_apart = re.match(r"\s*[,.)]", after)
    return bool(said and is_apart and _fits(name, said.group(1)))


def _fits(name: str, said: str) -> bool:
    """Whether the letters of the abbreviation begin words, or parts of words, that stand right before it, in order."""
    letters, rest = name.lower(), said.lower().split()[-10:]
    text = " ".join(rest)
    place = 0
    for letter in letters:
        place = text.find(letter, place) + 1
        if not place:
            return False
    return any(word.startswith(letters[0]) for word in rest)


def _short(read: Read) -> Iterator[Remark]:
    pattern, whole = _forms()
    for match in pattern.finditer(read.text):
        if read.is_quoted(match.start()):
            continue
        form = re.sub(r"\s", "", match.group().lower())
        new = whole[form]
        if match.group()[0].isupper():
            new = new[0].upper() + new[1:]
        ends = re.match(r"\s+[A-ZÅÄÖ]|\s*$", read.text[match.end() :]) and form.endswith(".")
        yield _remark(
            read, match.start(), match.end(), f"{new}." if ends and match.end() == len(read.text) else new, "short"
        )


def _remark(read: Read, start: int, end: int, new: str, reason: str) -> Remark:
    paragraph, text = read.paragraph, read.text[start:end]
    return Remark(
        Rule.ABBREVIATION, paragraph.number, paragraph.page, start, end, text, {"text": text, "reason": reason}, new
    )


def _is_in_capitals(text: str) -> bool:
    letters = [char for char in text if char.isalpha()]
    return sum(map(str.isupper, letters)) >= _MOSTLY * len(letters)


@functools.cache
def _known() -> frozenset[str]:
    return frozenset(data("abbreviations")["known"].split())


@functools.cache
def _references() -> frozenset[str]:
    return frozenset(data("abbreviations")["references"].split())


@functools.cache
def _forms() -> tuple[re.Pattern[str], dict[str, str]]:
    """The pattern of the short words, with or without spaces after their full stops, and each one's whole form."""
    whole = {entry["short"]: entry["whole"] for entry in data("abbreviations")["short"]}
    every = "|".join(
        r"\.\s?".join(map(re.escape, short.removesuffix(".").split("."))) + (r"\." if short.endswith(".") else r"\b")
        for short in sorted(whole, key=len, reverse=True)
    )
    return re.compile(rf"(?<![\w.])(?:{every})(?!\w)", re.IGNORECASE), whole
