"""Whether a text is Swedish or English, by its function words and letters; another language, or doubt, is no answer.

The neighbours are in the table so that Norwegian and Danish are not taken for Swedish, nor Dutch and German for
English.
"""

import re
from collections import Counter
from collections.abc import Mapping
from typing import Final

#: Characters read from each of the beginning, the middle and the end of a long text.
_SAMPLE: Final = 3_000
#: Fewer function words than this decide nothing.
_FEWEST: Final = 3
#: Running text in any of these languages holds a quarter to a half function words; lists and tables far fewer.
_SHARE: Final = 0.10
#: How much better than the next language the best must be.
_LEAD: Final = 1.5

_WORD: Final = re.compile(r"[^\W\d_]+")

#: Words that are common in the language. One shared by several counts for each, and decides nothing between them.
_FUNCTION_WORDS: Final = {
    "sv": "och att det i som på en är av för med till den har de inte om ett han men var jag sig från så vid"
    " kan hade nu då ska eller när där under upp än också efter vara enligt inom samt dessa denna detta"
    " vilket blir blev blivit hos mellan genom utan mot även bör skall sedan alla andra många mycket"
    " endast sin sina hur",
    "en": "the of and to in a is that for it as was with be by on not he his but at are this have from or had"
    " an they which you were their been has will would there we when who so if its shall should can may"
    " must our these those under",
    "no": "og i det på som er en til å for av at med de ikke den har jeg om et var fra han men seg vi skal ble"
    " kan eller være hadde nå da etter også når der under ved blir mellom uten mot alle andre mange meget"
    " bare sin hvor dette denne disse",
    "da": "og i at det er en til af på de som den med for ikke der et har jeg om var fra han men sig vi skal"
    " blev kan eller være havde nu da efter også når ved bliver mellem uden mod alle andre mange meget kun"
    " sin hvor dette denne disse",
    "de": "der die und in den von zu das mit sich des auf für ist im dem nicht ein eine als auch es an werden"
    " aus er hat dass sie nach wird bei einer um am sind noch wie einem über einen so zum war haben nur"
    " oder aber vor zur bis mehr durch man",
    "nl": "de van het een en in is dat op te zijn met voor niet aan er om ook als dan maar bij of uit nog naar"
    " heeft worden wordt door over ze tot deze die werd was had kan zal hun geen wel",
    "fi": "ja on ei että se oli hän mutta joka ovat myös kun tai sekä niin kuin ole jos voi mukaan sen siitä"
    " tämä tässä olla",
    "fr": "le la les de des du et à un une en est que qui dans pour sur pas par au avec ce il ne se plus sont"
    " cette aux ou",
    "es": "el la los las de del y a un una en es que por con para se no su al lo como más pero sus le ha o este esta",
}
_WORDS: Final = {language: frozenset(words.split()) for language, words in _FUNCTION_WORDS.items()}
#: Letters that the Nordic languages do not share; one of a neighbour counts as a function word less.
_FOREIGN: Final = {"sv": frozenset("æøßœ"), "no": frozenset("äöß"), "da": frozenset("äöß")}


def detect(text: str) -> str | None:
    """``sv`` or ``en``, or None for other languages and for texts that are too short or too mixed to tell."""
    words = _WORD.findall(_sample(text).lower())
    letters = Counter("".join(words))
    scores = {language: _score(language, words, letters) for language in _WORDS}
    best, second = sorted(scores, key=lambda language: scores[language], reverse=True)[:2]
    enough = scores[best] >= max(_FEWEST, _SHARE * len(words))
    clear = scores[best] >= _LEAD * scores[second]
    return best if best in ("sv", "en") and enough and clear else None


def _score(language: str, words: list[str], letters: Mapping[str, int]) -> int:
    """How many of the words are the language's function words, less the letters that it does not use."""
    known = _WORDS[language]
    return sum(word in known for word in words) - sum(letters[letter] for letter in _FOREIGN.get(language, ()))


def _sample(text: str) -> str:
    if len(text) <= 3 * _SAMPLE:
        return text
    middle = len(text) // 2
    return " ".join((text[:_SAMPLE], text[middle - _SAMPLE // 2 : middle + _SAMPLE // 2], text[-_SAMPLE:]))
