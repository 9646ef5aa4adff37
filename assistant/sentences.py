"""Sentences, words and stems of Swedish and English text: the small linguistics that weighing and checking share."""

import functools
import re
from collections.abc import Iterator

import snowballstemmer

# Abbreviations after which a full stop does not end a sentence (Myndigheternas skrivregler lists the Swedish ones).
_ABBREVIATIONS = frozenset(
    "bl a ang art avd bil bl.a ca d.v.s dvs dnr dr e.d el em enl etc ev f.d f.n f.ö fig fr.o.m fm forts gm hon i.e inkl"
    " jr jfr kap kl kr m.a.o m.fl m.m max min mm mom mr mrs ms nr o.d o.s.v obs osv p.g.a ph pkt prof resp rev s s.k sid"
    " sk sr st t.ex t.o.m t.v tel tf tom u.a ung v vol vs å.k".split()
)
_END = re.compile(r"[.!?…]+[\"”’»)\]]*(?=\s+[\"“”’«(\[–—-]*\s*[A-ZÅÄÖÉÜ0-9§]|\s*$)")
_WORD = re.compile(r"[^\W_]+(?:[-–:.’'][^\W_]+)*")
_LAST_WORD = re.compile(r"([^\s(\[\"“”]+)$")


def sentences(text: str) -> list[str]:
    """The sentences of one paragraph, in order; joined with spaces they give the paragraph again."""
    return list(_sentences(text))


def _sentences(text: str) -> Iterator[str]:
    start = 0
    for match in _END.finditer(text):
        if match.group().startswith(".") and _is_abbreviation(text[start : match.start()]):
            continue
        sentence = text[start : match.end()].strip()
        if sentence:
            yield sentence
        start = match.end()
    rest = text[start:].strip()
    if rest:
        yield rest


def _is_abbreviation(before: str) -> bool:
    match = _LAST_WORD.search(before)
    if not match:
        return False
    word = match.group(1).lower()
    # A single letter is an initial; digits are left alone, since years end sentences more often than ordinals do.
    return word.rstrip(".") in _ABBREVIATIONS or (len(word) == 1 and word.isalpha())


def words(text: str) -> list[str]:
    """The words of a text in lower case, numbers among them."""
    return [match.group().lower() for match in _WORD.finditer(text)]


@functools.lru_cache(maxsize=100_000)
def stem(word: str, language: str) -> str:
    """A word without its inflection, by the Snowball rules for ``sv`` or ``en``."""
    return str(_stemmer(language).stemWord(word))


@functools.cache
def _stemmer(language: str) -> snowballstemmer.stemmer:
    return snowballstemmer.stemmer("swedish" if language == "sv" else "english")


# The words that carry no topic: articles, pronouns, prepositions, conjunctions, auxiliaries.
STOP_WORDS = {
    "sv": frozenset(
        "alla allt att av bara bli blir blev blivit bland både de dem den denna deras dess dessa det detta dig din dina"
        " ditt du där därför då efter ej eller en er era ett från för ha hade han hans har henne hennes hon honom hur här"
        " i icke in inom inte ja jag ju kan kunde kommer man med mellan men mig min mina mitt mot mycket ni nu när någon"
        " något några och också om oss på samt sedan sig sin sina sitt ska skall skulle som så sådan sådana till under"
        " upp ut utan vad var vara varit vart vem vi vid vilka vilken vilket vår våra vårt än är även åt över genom mer"
        " enligt hos både bör måste får ge gör göra finns andra annan annat dock hela vilka där".split()
    ),
    "en": frozenset(
        "a about after again all also am an and any are as at be because been before being between both but by can could"
        " did do does doing don down for from further get go going got had has have having he her here hers him his how i"
        " if in into is it its just know like me more most my no nor not now of off on once one only or other our out"
        " over own really right said same say she should so some such than that the their them then there these they"
        " thing things think this those through to too under until up us very want was we were what when where which"
        " while who whom why will with would yes you your it's that's we're we've i'm don't mr ms mrs much lot".split()
    ),
}


def topics(text: str, language: str) -> list[str]:
    """The stems of the words that carry a topic, in order."""
    stop = STOP_WORDS.get(language, STOP_WORDS["sv"])
    return [stem(word, language) for word in words(text) if word not in stop and (len(word) > 1 or word.isdigit())]
