"""Whether a sentence says that something is done, decided, planned or denied, by its verbs; compared between statement and source.

Small models turn *har ratificerat* into *ratificerar* and a proposal into a decision with every name and number right,
so the check of names and numbers does not see it.
"""

import re
from enum import StrEnum

from assistant.sentences import stem, words


class Mood(StrEnum):
    """How certain a verb's action is."""

    DONE = "done"
    NOW = "now"
    PLANNED = "planned"


_DONE = {"sv": frozenset({"har", "hade", "blivit", "blev"}), "en": frozenset({"has", "have", "had", "was", "were"})}
_PLANNED = {
    "sv": frozenset(
        "ska skall kommer bör borde kan kunde måste vill föreslår föreslås föreslog avser planerar planeras överväger yrkar"
        " yrkade skulle tänker få".split()
    ),
    "en": frozenset(
        "will shall would should could may might must proposes proposed intends plans wants to can".split()
    ),
}
_NEGATIONS = {
    "sv": frozenset("inte ej icke ingen inget inga aldrig varken saknar saknas utan avslår avslås".split()),
    "en": frozenset(
        "not no never none neither nor without cannot can't don't doesn't didn't won't isn't aren't".split()
    ),
}
_DECIDED = {
    "sv": re.compile(
        r"\b(?:beslut(?:ar|ade|at|ats|ades)|fastställ(?:er|de|t|des)|antog|antagit|bifall(?:er|it)|biföll)\b"
    ),
    "en": re.compile(r"\b(?:decided|decides|approved|adopted|resolved|passed)\b"),
}
_PROPOSED = {
    "sv": re.compile(
        r"\b(?:förslag(?:et|en)?|före(?:slår|slås|slog|slogs|slagit)|yrka(?:r|de|t|nde)|bör|överväg\w*|utred\w*)\b"
    ),
    "en": re.compile(r"\b(?:propos\w*|suggest\w*|recommend\w*|motion|consider\w*|should)\b"),
}
#: What a Swedish verb may end with: what has none of these (*person*, *ändringen*) is a noun, whatever its plural ends with.
_SWEDISH_FORM = re.compile(r"(?:[ae]|as|[ae]r|a[dt]|ade|ades|ats?|its?|ts?|[dt]es?|[dt]de|tt?s?)$")
_YEAR = re.compile(r"\b20\d{2}\b")
#: How many words may stand between an auxiliary and its verb ("ska under våren införa").
_REACH = 4
_SHORTEST = 5


def moods(sentence: str, language: str) -> dict[str, Mood]:
    """The mood of each word long enough to be a verb, by its stem; words ruled by no auxiliary are NOW."""
    found: dict[str, Mood] = {}
    ruling, left = Mood.NOW, 0
    for word in words(sentence):
        if word in _DONE[language]:
            ruling, left = Mood.DONE, _REACH
        elif word in _PLANNED[language]:
            ruling, left = Mood.PLANNED, _REACH
        else:
            if len(word) >= _SHORTEST:
                found[stem(word, language)] = _of_word(word, ruling if left else Mood.NOW, language)
            left = max(0, left - 1)
    return found


def certainty_differs(statement: str, source: str, language: str) -> str:
    """The word whose certainty differs between a statement and its source, empty when none does."""
    if decides(statement, language) and not decides(source, language) and _PROPOSED[language].search(source.lower()):
        match = _DECIDED[language].search(statement.lower())
        return match.group() if match else ""
    said, stands = moods(statement, language), moods(source, language)
    written = {stem(word, language): word for word in words(statement)}
    stood = {stem(word, language): word for word in words(source)}
    is_dated = bool(_YEAR.search(statement)) and not _PROPOSED[language].search(source.lower())
    for verb, mood in said.items():
        was = stands.get(verb)
        # The same form in both is no verb, or says the same: *psykologer* is not what somebody does.
        if was is None or was is mood or written[verb] == stood[verb]:
            continue
        if not _is_verb(written[verb], language) or (language == "sv" and not _SWEDISH_FORM.search(stood[verb])):
            continue
        if is_dated and mood is Mood.NOW and was is Mood.PLANNED:  # what happens on a day to come, in the present tense
            continue
        if Mood.PLANNED in (was, mood) or (was is Mood.DONE and mood is Mood.NOW):
            return written[verb]
    return ""


def negates(sentence: str, language: str) -> bool:
    """Whether a sentence denies something."""
    return bool(_NEGATIONS[language] & set(words(sentence)))


def decides(sentence: str, language: str) -> bool:
    """Whether a sentence says that something is decided, and proposes nothing."""
    return bool(_DECIDED[language].search(sentence.lower())) and not _PROPOSED[language].search(sentence.lower())


def _of_word(word: str, ruling: Mood, language: str) -> Mood:
    if ruling is not Mood.NOW:
        return ruling
    past = word.endswith(("ades", "ade", "erades")) if language == "sv" else word.endswith("ed")
    return Mood.DONE if past else Mood.NOW


def _is_verb(word: str, language: str) -> bool:
    """A guess from the ending: present, past and supine of regular verbs."""
    if language == "sv":
        return word.endswith(("ar", "er", "ade", "ades", "at", "ats", "it", "its"))
    return word.endswith(("s", "ed"))
