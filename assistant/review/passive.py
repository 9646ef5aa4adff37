"""Passives: *beslutet fattas*, *ansökan blev avslagen*; not nouns in the genitive, nor verbs that only look passive (*finns*).

A verb in -s is told from a noun by the verbs that are known, by its ending, and by the words beside it.
"""

import functools
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from assistant.review.reading import Read, Sentence, Word
from assistant.review.remark import Remark, Rule
from assistant.review.rules import data
from assistant.review.verbs import lexicon

#: Genitives of nouns and of what is named as a noun: lagarnas, ärendenas, anhörigas.
_GENITIVE: Final = re.compile(
    r"(?:rnas|enas|igas|[ln]das|skas|(?:^|syr|bio|lust|natur|av|växthus|rök|tår|ädel|råd)gas|kameras|operas)$"
)
_NOT_SUPINE: Final = re.compile(
    r"(?:plats|sats|stats|mats|resultats|mandats|formats|dats|vokats|krats|certifikats|iats|senats|citats|referats|apparats|automats|internats|åtgärdats|nats|salats|fats|krats|skats|hats|rats)$"
)
_AUXILIARIES: Final = frozenset(
    "ska skall skulle kan kunde måste bör borde får fick har hade ha att behöver behövde vill ville lär torde må månde"
    " kommer kunna få brukar brukade böra".split()
)
_BLI: Final = frozenset("bli blir blev blivit bliva bleve".split())
#: The participles of the first conjugation, but for nouns in -nad (*kostnad*) and -at (*resultat*).
_PARTICIPLE: Final = re.compile(r"\w{4,}(?:[^n]ad|(?:er|[klnprv]|is|tt)at|(?:er|[klprv]|is|tt)ade)")
#: Pronouns and the like.
_NO_VERBS: Final = frozenset(
    "deras allas andras bådas mångas någras vissas samtligas vilkas dessas flestas egnas enskildes särskildes".split()
)
#: Words that can stand between an auxiliary and its verb.
_BETWEEN: Final = frozenset(
    "inte ej även också då nu redan endast bara sedan alltid aldrig ofta därefter därför normalt dock således alltså inte"
    " sällan snarast främst särskilt fortfarande fortsatt successivt kontinuerligt regelbundet årligen samtidigt"
    " istället ändå därmed åter slutligen helt delvis både antingen varken det den de detta dessa han hon".split()
)
#: Before a noun, and not before a verb.
_DETERMINERS: Final = frozenset(
    "en ett någon något varje ingen inget vår vårt våra min mitt din ditt sin sitt sina".split()
)
#: What follows a verb, and seldom the genitive of a noun.
_AFTER_VERB: Final = frozenset(
    "av i på till från med för om under vid inom enligt inte även också och eller som att när den det de en ett alla"
    " vissa varje genom utan efter innan senast därefter alltid ut in upp ned ner bort tillbaka mellan mot över hos åt"
    " både dels samt bara endast här där nu då sedan årligen månadsvis löpande automatiskt dock ofta inte ej minst högst"
    " först sist så mycket vidare bland dessa denna detta man vi du ni han hon dem oss dig er kontinuerligt fortlöpande"
    " regelbundet särskilt digitalt elektroniskt skriftligt skriftligen muntligt muntligen omgående snarast direkt".split()
)
_NEAR: Final = 6
_AGENT_WITHIN: Final = 6
_SHORTEST: Final = 3


@dataclass(frozen=True)
class _Sometimes:
    """A form that is passive only beside certain words."""

    forms: frozenset[str]
    next: frozenset[str]
    near: frozenset[str]
    auxiliary: bool


@functools.cache
def _deponents() -> frozenset[str]:
    return frozenset(data("verbs")["deponents"].split())


@functools.cache
def _sometimes() -> tuple[_Sometimes, ...]:
    return tuple(
        _Sometimes(
            frozenset(entry["forms"].split()),
            frozenset(entry.get("next", "").split()),
            frozenset(entry.get("near", "").split()),
            bool(entry.get("auxiliary")),
        )
        for entry in data("verbs")["sometimes"]
    )


def passives(read: Read) -> Iterator[Remark]:
    """The passives of running text."""
    if not read.is_running:
        return
    for sentence in read.sentences:
        for place, word in enumerate(sentence.words):
            if read.is_quoted(word.start):
                continue
            if _is_passive(sentence, place):
                yield _remark(read, word, word.end)
            elif word.lower in _BLI and (end := _bli(read, sentence.words, place)):
                yield _remark(read, word, end)


def _remark(read: Read, word: Word, end: int) -> Remark:
    paragraph = read.paragraph
    text = paragraph.text[word.start : end]
    return Remark(Rule.PASSIVE, paragraph.number, paragraph.page, word.start, end, text, {"text": text})


def _is_passive(sentence: Sentence, place: int) -> bool:
    words, word = sentence.words, sentence.words[place]
    low = word.lower
    if not low.endswith("s") or len(low) < _SHORTEST or not low.isalpha() or low in _NO_VERBS:
        return False
    if word.text[0].isupper() and (place or word.text.isupper()):  # a name, or an abbreviation
        return False
    if low in _deponents():
        return _is_passive_here(words, place)
    before = words[place - 1].lower if place else ""
    if before in _DETERMINERS:
        return False
    return lexicon().is_passive(low) or _is_unknown_verb(words, place)


def _is_passive_here(words: Sequence[Word], place: int) -> bool:
    """Whether a form that is passive only sometimes is so here."""
    low = words[place].lower
    following = [word.lower for word in words[place + 1 : place + 1 + _AGENT_WITHIN]]
    for each in _sometimes():
        if low in each.forms:
            near = {word.lower for word in words[max(0, place - _NEAR) : place + _NEAR + 1]}
            return (
                bool(each.near & near)
                or bool(following and following[0] in each.next)
                or ("av" in each.next and "av" in following[:3])
                or (each.auxiliary and _follows_auxiliary(words, place))
            )
    return False


def _is_unknown_verb(words: Sequence[Word], place: int) -> bool:
    """Whether a word that is no known verb is one by its ending and the words beside it."""
    low = words[place].lower
    if _GENITIVE.search(low):
        return False
    if low.endswith(("ades", "eras", "erats")):
        return True
    if not place:
        return False
    if low.endswith("ats"):
        return not _NOT_SUPINE.search(low) and _follows_auxiliary(words, place)
    if not low.endswith("as"):
        return False
    return _follows_auxiliary(words, place) or place + 1 == len(words) or words[place + 1].lower in _AFTER_VERB


def _follows_auxiliary(words: Sequence[Word], place: int) -> bool:
    place -= 1
    while place >= 0 and words[place].lower in _BETWEEN:
        place -= 1
    return place >= 0 and words[place].lower in _AUXILIARIES


def _bli(read: Read, words: Sequence[Word], place: int) -> int:
    """Where *blev … avslagen* ends; 0 where no participle follows."""
    for number, word in enumerate(words[place + 1 : place + 5], place + 1):
        if re.search(r"[,;:()]", read.text[words[place].end : word.start]) or word.lower in _DETERMINERS:
            return 0
        if word.lower not in _adjectives() and word.text.islower() and _is_participle(word.lower):
            return words[number].end
    return 0


def _is_participle(word: str) -> bool:
    """Whether a word after *bli* is a verb's participle: one that is known, or that ends like one (*förankrat*)."""
    return lexicon().is_participle(word) or bool(_PARTICIPLE.fullmatch(word))


@functools.cache
def _adjectives() -> frozenset[str]:
    """In all their forms: *isolerad*, *isolerat*, *isolerade*."""
    given = data("verbs")["adjectives"].split()
    return frozenset(given) | {f"{each[:-1]}t" for each in given if each.endswith("d")} | {f"{each}e" for each in given}
