"""Swedish verbs and their forms: which words are passive, and how a verb is inflected like another.

The verbs are data: ``resources/review/verbs.toml``. Verbs with something before them (*överklaga*, *återuppta*) are known by
what stands before and the verb that is left.
"""

import functools
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any, Final

from assistant.review.rules import data

#: Consonants after which the past of the second conjugation has *te*.
_HARD: Final = "kpstx"
_VOWELS: Final = "aeiouyåäö"
#: The most that can stand before a verb: åter-upp-ta.
_DEEPEST: Final = 2
_SHORTEST: Final = 2
#: Letters of a passive by which any compound is known: pant-sattes, snö-röjdes, diarie-förs.
_SHORTEST_ENDING: Final = 4


@dataclass(frozen=True)
class Verb:
    """A verb by its principal parts; ``participle`` is empty where there is none."""

    infinitive: str
    present: str
    past: str
    supine: str
    participle: str = ""

    @property
    def forms(self) -> tuple[str, str, str, str]:
        """Infinitive, present, past and supine, in this order."""
        return self.infinitive, self.present, self.past, self.supine

    @property
    def passives(self) -> tuple[str, ...]:
        """The forms in -s that are passive."""
        if self.infinitive.endswith("a") and self.present.endswith("er"):
            present = self.present.removesuffix("er")
            present = present.removesuffix("m") if present.endswith("mm") else present
            now = (f"{present}es",) if present.endswith("s") else (f"{present}s",)
        elif self.present.endswith("r") and not self._keeps_r:
            now = (f"{self.present.removesuffix('r')}s",)
        else:
            now = (f"{self.present}s",)
        return *now, f"{self.infinitive}s", f"{self.past}s", f"{self.supine}s"

    @property
    def participles(self) -> tuple[str, ...]:
        """The forms that stand after *bli*: bedömd, bedömt, bedömda; skriven, skrivet, skrivna."""
        one = self.participle
        if not one:
            return ()
        if one.endswith("en"):
            return one, f"{one[:-1]}t", f"{one[:-2]}na"
        if one.endswith("ad"):
            return one, f"{one[:-1]}t", f"{one}e"
        if one.endswith("d"):
            return one, self.supine, f"{one}a"
        return one, f"{one}a"

    @property
    def _keeps_r(self) -> bool:
        """*Hyr*, *kör*: the *r* belongs to the verb."""
        return self.infinitive == f"{self.present}a" or self.present == "gör"


@dataclass(frozen=True)
class Lexicon:
    """Every verb, and what is looked up in them."""

    verbs: dict[str, Verb] = field(default_factory=dict)
    passives: frozenset[str] = frozenset()
    endings: frozenset[str] = frozenset()
    participles: frozenset[str] = frozenset()
    before: tuple[str, ...] = ()

    def is_passive(self, word: str) -> bool:
        """Whether a word in lower case is the passive of a verb that is known, perhaps with something before it."""
        if self._is(word, self.passives):
            return True
        ends = (word[start:] for start in range(_SHORTEST, len(word) - _SHORTEST_ENDING + 2))
        return not word.endswith("fförs") and any(end in self.endings for end in ends)

    def is_participle(self, word: str) -> bool:
        """Whether it is a verb's past participle."""
        return self._is(word, self.participles)

    def find(self, infinitive: str) -> Verb | None:
        """The verb, inflected like the one that it is made of; None when that is not known."""
        if infinitive in self.verbs:
            return self.verbs[infinitive]
        for before in self.before:
            inner = self.verbs.get(infinitive.removeprefix(before)) if infinitive.startswith(before) else None
            if inner:
                infinitive, present, past, supine = (before + form for form in inner.forms)
                return Verb(infinitive, present, past, supine, before + inner.participle)
        return None

    def _is(self, word: str, known: frozenset[str], deep: int = _DEEPEST) -> bool:
        if word in known:
            return True
        return deep > 0 and any(
            self._is(word[len(before) :], known, deep - 1)
            for before in self.before
            if word.startswith(before) and len(word) > len(before) + _SHORTEST
        )


@functools.cache
def lexicon() -> Lexicon:
    """The verbs of the data.

    Raises:
        SettingsError: it cannot be read.
    """
    verbs = list(_verbs(data("verbs")))
    return Lexicon(
        {verb.infinitive: verb for verb in reversed(verbs)},
        frozenset(form for verb in verbs for form in verb.passives),
        frozenset(_endings(verbs)),
        frozenset(form for verb in verbs for form in verb.participles)
        | frozenset(data("verbs")["participles"].split()),
        tuple(data("verbs")["before"].split()),
    )


def _verbs(entry: dict[str, Any]) -> Iterator[Verb]:
    for infinitive in entry["first"].split():
        yield Verb(infinitive, f"{infinitive}r", f"{infinitive}de", f"{infinitive}t", f"{infinitive}d")
    for stem in entry["second"].split():
        yield second(stem)
    for parts in entry["strong"]:
        infinitive, present, past, supine, participle = parts.split()
        yield Verb(infinitive, present, past, supine, participle.strip("–"))


def _endings(verbs: Sequence[Verb]) -> Iterator[str]:
    """Passives by which any compound is known: every past one, and all of the verbs that most compounds are made with."""
    heads = frozenset(data("verbs")["heads"].split())
    for verb in verbs:
        if len(verb.past) >= _SHORTEST_ENDING and verb.past != "sade":
            yield f"{verb.past}s"
        if verb.infinitive in heads:
            yield from verb.passives


def second(stem: str) -> Verb:
    """A verb of the second conjugation: *bedöm*, *köp*, *använd*, *led*, *byt*, *lyft*, *känn*, *hyr*."""
    last, is_after_vowel = stem[-1], stem[-2] in _VOWELS
    bare = stem[:-1] if stem.endswith(("nn", "mm")) else stem
    if last == "d":
        past, supine = (f"{stem}de", f"{stem[:-1]}tt") if is_after_vowel else (f"{stem}e", f"{stem[:-1]}t")
        participle = f"{stem}d" if is_after_vowel else stem
    elif last == "t":
        past, supine = (f"{stem}te", f"{stem}t") if is_after_vowel else (f"{stem}e", stem)
        participle = supine
    elif last in _HARD:
        past, supine, participle = f"{stem}te", f"{stem}t", f"{stem}t"
    else:
        past, supine, participle = f"{bare}de", f"{bare}t", f"{bare}d"
    present = stem if last == "r" else f"{stem}er"
    return Verb(f"{stem}a", present, past, supine, participle)
