"""Nominal style: *gör en bedömning av* for *bedömer*, *utbetalning sker*, *för genomförande av*, and nouns of doing in a row."""

import functools
import re
from collections.abc import Iterator, Sequence
from typing import Final

from assistant.errors import Fact
from assistant.review.reading import Read, Sentence, Word
from assistant.review.remark import Remark, Rule
from assistant.review.rules import data
from assistant.review.verbs import lexicon

#: The endings of nouns that are made of verbs, in all their forms.
_DOING: Final = re.compile(
    r"\w{2,}(?:(?:n|r|l)ing(?:en|ar|arna)?|(?:[ts]|k)ion(?:en|er|erna)?|else(?:n|r|rna)?|(?:ande|ende)t)s?$"
)
#: *Beviljande av*: an adjective in other places (*pågående*), a noun before *av*.
_DOING_OF: Final = re.compile(r"\w{3,}(?:ande|ende)$")
_FORMS: Final = ("", "en", "n", "ar", "arna", "er", "erna", "r", "rna", "t")
_ARTICLES: Final = frozenset("en ett den det".split())
#: Words between a preposition and its noun: *vid tidigare bedömning av*, *efter förnyad prövning av*.
_DESCRIBES: Final = re.compile(r"(?:[^nt]are|l?ig|l?iga|[^i]ell|ella|ad|ade|satt|ny|nya|djup)$")
_FOR: Final = frozenset("för vid efter genom under till med innan före mot inför trots".split())
_WITHIN: Final = 7
_OBJECT_WITHIN: Final = 4
#: *Kommer att ske* is one verb.
_COMING: Final = frozenset("kommer kom behöver planeras beräknas avses".split())
_STOPS: Final = re.compile(r"[,;:.()]|–| - ")
#: Words that end a phrase: what comes after is another part of the sentence.
_BREAKS: Final = frozenset(
    "som att om när och eller men eftersom så för i på vid under med till från efter inom utifrån enligt genom hos mot över"
    " utan via av innan sedan".split()
)


def nominal(read: Read) -> Iterator[Remark]:
    """The places of running text where a verb would say it."""
    if not read.is_running:
        return
    for sentence in read.sentences:
        taken: list[tuple[int, int]] = []
        for start, end, new in (*_done(read, sentence), *_happens(read, sentence), *_doing_of(read, sentence)):
            if read.is_quoted(start) or any(start < last and end > first for first, last in taken):
                continue
            taken.append((start, end))
            yield _remark(read, start, end, new)
        if not taken:
            yield from _crowded(read, sentence)


def is_doing(word: str) -> bool:
    """Whether a word in lower case is a noun that tells what is done."""
    if word in _also():
        return True
    exact, compounds = _things()
    return bool(_DOING.fullmatch(word)) and word.removesuffix("s") not in exact and not compounds.search(word)


def _done(read: Read, sentence: Sentence) -> Iterator[tuple[int, int, str]]:
    """A verb that says little, with the noun that says what: before it or after it."""
    words, verbs = sentence.words, _do()
    for place, word in enumerate(words):
        if word.lower not in verbs:
            continue
        after = _first(read, words[place : place + 1 + _OBJECT_WITHIN])
        if after:
            yield word.start, after.end, _verbal(words, place, after)
        elif word.lower.endswith("s") and (before := _last(read, words[max(0, place - _WITHIN) : place + 1])):
            yield before.start, word.end, ""
        elif word.lower.endswith("s") and place + 1 < len(words):
            later = _first(read, words[place : place + 1 + _WITHIN])
            if later:
                yield word.start, later.end, ""


def _happens(read: Read, sentence: Sentence) -> Iterator[tuple[int, int, str]]:
    """*Utbetalning sker*, *har en ökning skett*, *äger rum*."""
    words = sentence.words
    for place, word in enumerate(words):
        if word.lower not in _happen():
            continue
        if word.lower == "äger" and (place + 1 == len(words) or words[place + 1].lower != "rum"):
            continue
        before = _last(read, words[max(0, place - _WITHIN) : place + 1])
        if before:
            yield before.start, word.end, ""
            continue
        after = _first(read, words[place : place + 1 + _OBJECT_WITHIN])
        if after:
            yield word.start, after.end, ""


def _doing_of(read: Read, sentence: Sentence) -> Iterator[tuple[int, int, str]]:
    """*Genomförandet av*, *vid handläggning av*, *prövning av ansökan om beviljande av*."""
    words = sentence.words if sentence.is_whole else ()  # *Kartläggning av resor* may be what a report is called
    for place, word in enumerate(words[:-1]):
        is_gerund = bool(_DOING_OF.fullmatch(word.lower)) and word.lower not in _things()[0]
        if word.lower in _past() and place and words[place - 1].lower in _FOR and is_doing(words[place + 1].lower):
            yield words[place - 1].start, words[place + 1].end, ""
            continue
        if words[place + 1].lower != "av" or not (is_gerund or is_doing(word.lower)):
            continue
        if _STOPS.search(read.text[word.end : words[place + 1].start]):
            continue
        before = words[place - 1].lower if place else ""
        first = place - 1 if place > 1 and (before in _ARTICLES or _DESCRIBES.search(before)) else place
        preposition = words[first - 1] if first else None
        if is_gerund or word.lower.endswith("ndet"):
            yield (
                (preposition or word).start if preposition and preposition.lower in _FOR else word.start,
                words[place + 1].end,
                "",
            )
        elif preposition and preposition.lower in _FOR:
            yield preposition.start, words[place + 1].end, ""
        elif any(is_doing(each.lower) for each in words[place + 2 : place + 4]):
            yield word.start, words[place + 1].end, ""


def _crowded(read: Read, sentence: Sentence) -> Iterator[Remark]:
    """A sentence with many nouns of doing."""
    doing = [word for word in sentence.words if is_doing(word.lower) and not word.text[0].isupper()]
    if len(doing) >= int(data("rules")["nominal-style"]["most_nouns"]) and not read.is_quoted(sentence.start):
        paragraph, start, end = read.paragraph, doing[0].start, doing[-1].end
        text = read.text[start:end]
        facts: dict[str, Fact] = {
            "text": ", ".join(word.text for word in doing),
            "count": len(doing),
            "reason": "crowded",
        }
        yield Remark(Rule.NOMINAL, paragraph.number, paragraph.page, start, end, text, facts)


def _first(read: Read, words: Sequence[Word]) -> Word | None:
    """The first noun of doing after the first of the words, in the same phrase."""
    for number, word in enumerate(words[1:], 1):
        if _STOPS.search(read.text[words[number - 1].end : word.start]) or word.lower in _BREAKS:
            return None
        if is_doing(word.lower):
            return word
    return None


def _last(read: Read, words: Sequence[Word]) -> Word | None:
    """The noun of doing that stands before the last of the words, in the same clause."""
    for number in range(len(words) - 2, -1, -1):
        if _STOPS.search(read.text[words[number].end : words[number + 1].start]):
            return None
        said = words[number].lower
        if said in {"som", "när", "eftersom", "men"} or (said == "att" and words[number - 1].lower not in _COMING):
            return None
        if is_doing(words[number].lower):
            return words[number]
    return None


def _verbal(words: Sequence[Word], place: int, noun: Word) -> str:
    """*Gör en bedömning av* as *bedömer*: sure when nothing else stands between and *av* follows."""
    between = [word.lower for word in words[place + 1 : words.index(noun)]]
    following = words[words.index(noun) + 1].lower if noun is not words[-1] else ""
    name = data("nouns")["verbs"].get(noun.lower) or data("nouns")["verbs"].get(_indefinite(noun.lower))
    if following != "av" or any(word not in _ARTICLES for word in between) or not name or " " in name:
        return ""
    verb, saying = lexicon().find(name), lexicon()
    light = next(
        (
            each
            for each in map(saying.find, ("göra", "genomföra", "vidta", "företa", "utföra"))
            if each and words[place].lower in each.forms
        ),
        None,
    )
    if verb is None or light is None or not place:  # an order and a question look like a statement there
        return ""
    return verb.forms[light.forms.index(words[place].lower)]


def _indefinite(word: str) -> str:
    return word.removesuffix("en") if word.endswith("ingen") else word


def _remark(read: Read, start: int, end: int, new: str) -> Remark:
    paragraph = read.paragraph
    if new and read.text[end:].startswith(" av"):
        end += len(" av")
    text = read.text[start:end]
    return Remark(
        Rule.NOMINAL, paragraph.number, paragraph.page, start, end, text, {"text": text, "reason": "verb"}, new
    )


@functools.cache
def _do() -> frozenset[str]:
    return frozenset(data("nouns")["do"].split())


@functools.cache
def _past() -> frozenset[str]:
    return frozenset(data("nouns")["done"].split())


@functools.cache
def _happen() -> frozenset[str]:
    return frozenset(data("nouns")["happen"].split())


@functools.cache
def _also() -> frozenset[str]:
    return frozenset(data("nouns")["also"].split())


@functools.cache
def _things() -> tuple[frozenset[str], re.Pattern[str]]:
    """Nouns that are no doing in all their forms, and the pattern of compounds that end in such a noun."""
    nouns = data("nouns")
    exact = frozenset(thing + form for thing in (nouns["things"] + nouns["compounds"]).split() for form in _FORMS)
    heads = "|".join(nouns["compounds"].split())
    return exact, re.compile(rf"(?:{heads})(?:{'|'.join(_FORMS)})s?$")
