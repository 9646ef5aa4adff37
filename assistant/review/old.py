"""Old and stiff words: each with a better one, put in its place where the inflection and the order of words leave no doubt."""

import functools
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from assistant.review.reading import Read, Word
from assistant.review.remark import Remark, Rule
from assistant.review.rules import data
from assistant.review.verbs import lexicon

_NONE: Final = "–"
_NEAR: Final = 4


@dataclass(frozen=True)
class _Entry:
    """What is known of one form of a word."""

    new: str
    initial: str
    better: str
    next: frozenset[str]
    unless: frozenset[str]
    after: frozenset[str]
    intends: bool


@dataclass(frozen=True)
class _Phrase:
    new: str
    better: str
    after: frozenset[str]


@functools.cache
def _words() -> dict[str, _Entry]:
    entries = {}
    for word in data("words")["word"]:
        new = [each.replace("_", " ") for each in word["new"].split()]
        initial = [each.replace("_", " ") for each in word.get("initial", word["new"]).split()]
        for place, old in enumerate(word["old"].split()):
            entries[old] = _Entry(
                new[place].strip(_NONE),
                initial[place].strip(_NONE),
                word["better"],
                frozenset(word.get("next", "").split()),
                frozenset(word.get("unless", "").split()),
                frozenset(word.get("after", "").split()),
                bool(word.get("intends")),
            )
    return entries


@functools.cache
def _phrases() -> tuple[re.Pattern[str], dict[str, _Phrase]]:
    phrases = {
        old: _Phrase(new, entry.get("better", new), frozenset(entry.get("after", "").split()))
        for entry in data("words")["phrase"]
        for old, new in inflected(entry["old"], entry.get("new", ""))
    }
    every = "|".join(re.escape(old) for old in sorted(phrases, key=len, reverse=True))
    return re.compile(rf"\b(?:{every})\b", re.IGNORECASE), phrases


def inflected(old: str, new: str) -> Iterator[tuple[str, str]]:
    """A phrase in every form of its first word, with its wording in the same form: *göra|gör gällande*, *hävda|hävdar*."""
    first, _, rest = old.partition(" ")
    forms = first.split("|")
    better, _, after = new.partition(" ")
    wordings = better.split("|") if "|" in better else [better] * len(forms)
    for form, wording in zip(forms, wordings, strict=True):
        yield f"{form} {rest}", f"{wording} {after}".rstrip()


def old_words(read: Read) -> Iterator[Remark]:
    """The old words and phrases of a paragraph, but for those that are quoted."""
    taken: list[tuple[int, int]] = []
    pattern, phrases = _phrases()
    for match in pattern.finditer(read.text):
        phrase = phrases[match.group().lower()]
        before = re.findall(r"[^\W\d_]+", read.text[: match.start()].lower())[-1:]
        if read.is_quoted(match.start()) or (before and before[0] in phrase.after):
            continue
        taken.append(match.span())
        yield _remark(read, match.start(), match.end(), phrase.new, phrase.better)
    for sentence in read.sentences:
        for place, word in enumerate(sentence.words):
            entry = _words().get(word.lower)
            if entry is None or read.is_quoted(word.start) or any(a <= word.start < b for a, b in taken):
                continue
            if _is_kept(read, sentence.words, place, entry):
                continue
            is_sure = not entry.next or _next(read, sentence.words, place) in entry.next
            is_sure = is_sure and not (entry.intends and _plans(sentence.words, place))
            new = (entry.initial if place == 0 else entry.new) if is_sure and not read.is_heading else ""
            yield _remark(read, word.start, word.end, new, entry.better)


def _is_kept(read: Read, words: Sequence[Word], place: int, entry: _Entry) -> bool:
    """Whether the word means something else here, or is a name."""
    word = words[place]
    if place and word.text[0].isupper() and not read.is_heading:
        return True
    following = words[place + 1].lower if place + 1 < len(words) else ""
    before = words[place - 1].lower if place else ""
    return following in entry.unless or before in entry.after


def _plans(words: Sequence[Word], place: int) -> bool:
    """Whether an infinitive follows: *avser regeringen att lämna*, *avser lämna*."""
    following = [word.lower for word in words[place + 1 : place + 1 + _NEAR]]
    return "att" in following or bool(following and lexicon().find(following[0]))


def _next(read: Read, words: Sequence[Word], place: int) -> str:
    """The word that follows at once, or a full stop for a mark or the end."""
    between = read.text[words[place].end : words[place + 1].start] if place + 1 < len(words) else "."
    return words[place + 1].lower if not between.strip() else "."


def _remark(read: Read, start: int, end: int, new: str, better: str) -> Remark:
    text = read.text[start:end]
    if new and text[0].isupper():
        new = new.upper() if text.isupper() and len(text) > 1 else new[0].upper() + new[1:]
    paragraph = read.paragraph
    facts = {"text": text, "better": better}
    return Remark(Rule.OLD_WORD, paragraph.number, paragraph.page, start, end, text, dict(facts), new)
