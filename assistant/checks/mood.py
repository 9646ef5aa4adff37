"""Whether a sentence says that something is done, decided, planned or denied, by its verbs; compared between statement and source.

Small models turn *har ratificerat* into *ratificerar* and a proposal into a decision with every name and number right,
so the check of names and numbers does not see it.
"""

import re
from enum import StrEnum

from assistant.checks.clauses import clauses
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
        "will shall would should could may might must proposes proposed intends plans wants recommends to can".split()
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
        r"\b(?:beslut(?:ar|ade|at|ats|ades)|fastställ(?:er|de|t|des)|antog|antagit|bifall(?:er|it)|biföll|godkän(?:ner|de|t|ts|des))\b"
    ),
    "en": re.compile(r"\b(?:decided|decides|approved|adopted|resolved|passed)\b"),
}
#: Verbs of who does not decide; what comes after them in a clause is only proposed.
_PROPOSING = {
    "sv": re.compile(
        r"\b(?:före(?:slår|slås|slog|slogs|slagit)|yrka(?:r|de|t)|bör|överväg\w*|utred(?:er|s|as|de)"
        r"|förslag till beslut|beslutsförslag)\b"
    ),
    "en": re.compile(r"\b(?:propose[sd]?|suggest(?:s|ed)?|recommend(?:s|ed)?|consider(?:s|ed|ing)?|should|draft)\b"),
}
_PROPOSAL = {
    "sv": re.compile(r"\b(?:förslag(?:et|en)?|yrkande\w*|utredning\w*)\b"),
    "en": re.compile(r"\b(?:proposals?|suggestions?|recommendations?|motions?)\b"),
}
#: Headings of what is proposed for decision; *§ 45 Förslag till ny taxa* is the name of a matter.
_OF_PROPOSALS = {
    "sv": re.compile(
        r"(?:[\d.]+ )?(?:\w+s )?(?:förslag(?:et)? till beslut(?: i .+)?|beslutsförslag|förslag|yrkanden?)\W*"
    ),
    "en": re.compile(
        r"(?:[\d.]+ )?(?:proposals?|recommendations?|(?:proposed|recommended|draft) decisions?)(?: to .+)?\W*"
    ),
}
#: The number of a heading or of a point.
_POINT = re.compile(r"^(?:\d+(?:\.\d+)*[.)]?|[a-z]\))\s+")
#: *Cannot be reached without more money* denies nothing.
_NOT_WITHOUT = {
    "sv": re.compile(r"\b(?:inte|ej|aldrig|ingen|inget|inga)\b[^,;]*?\b(?:utan|förrän)\b"),
    "en": re.compile(r"\b(?:not|cannot|never|no)\b[^,;]*?\b(?:without|unless|until)\b"),
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


def is_told_as_done(word: str, sentence: str) -> bool:
    """Whether a word comes right after *har* or *was*, so that somebody has done it."""
    return bool(
        re.search(rf"\b(?:har|hade|blev|has|have|had|was|were)\s+(?:\w+\s+)?{re.escape(word)}\b", sentence.lower())
    )


def certainty_differs(statement: str, source: str, language: str) -> str:
    """The word whose certainty differs between a statement and its source, empty when none does."""
    if decides(statement, language) and not decides(source, language) and _proposes(source, language):
        match = _DECIDED[language].search(statement.lower())
        return match.group() if match else ""
    said, stands = moods(statement, language), moods(source, language)
    written = {stem(word, language): word for word in words(statement)}
    stood = {stem(word, language): word for word in words(source)}
    is_dated = bool(_YEAR.search(statement)) and not _proposes(source, language)
    for verb, mood in said.items():
        was = stands.get(verb)
        if (
            was is None
            or was is mood
            or (written[verb] == stood[verb] and not _is_passive(written[verb], statement, source))
        ):
            continue
        if not _is_verb(written[verb], language) or (language == "sv" and not _SWEDISH_FORM.search(stood[verb])):
            continue
        if is_dated and mood is Mood.NOW and was is Mood.PLANNED:  # what happens on a day to come, in the present tense
            continue
        if Mood.PLANNED in (was, mood) or (was is Mood.DONE and mood is Mood.NOW):
            return written[verb]
    return ""


def is_proposed_under(heading: str, sentence: str, language: str) -> bool:
    """Whether what a sentence tells is only proposed, by the heading that it stands under, and the sentence does not say so.

    Under *Förslag till beslut* a report sets out decisions in the very words that the board may take them in.
    """
    if not _OF_PROPOSALS[language].fullmatch(heading.lower().strip()):
        return False
    return not _proposes(sentence, language) and not sentence.startswith(f"{_bare(heading)}:")


def as_proposed(heading: str, sentence: str, language: str) -> str:
    """A document's own sentence so that it can be told by itself: with its heading before it where that alone says *proposed*."""
    if not is_proposed_under(heading, sentence, language):
        return sentence
    return f"{_bare(heading)}: {_POINT.sub('', sentence)}"


def _is_passive(verb: str, *sentences: str) -> bool:
    """Whether a form that stands alike in both is a verb in each: *psykologer* is not what somebody does."""
    return all(
        re.search(rf"\b(?:be|been|was|were|has|have|had)\s+{re.escape(verb)}\b", each.lower()) for each in sentences
    )


def _bare(heading: str) -> str:
    """A heading without its number and what it ends with."""
    return _POINT.sub("", heading.strip()).rstrip(" :.-–")


def negates(sentence: str, language: str) -> bool:
    """Whether a sentence denies something."""
    spoken = words(_NOT_WITHOUT[language].sub(" ", sentence.lower()))
    # After a comma *utan* is *but*.
    return not _NEGATIONS[language].isdisjoint(spoken[1:] if spoken[:1] == ["utan"] else spoken)


def decides(sentence: str, language: str) -> bool:
    """Whether a sentence says that something is decided, and not only that somebody proposes to."""
    return any(_decides(clause, language) for clause in clauses(sentence.lower()))


def _decides(clause: str, language: str) -> bool:
    decided, proposing = _DECIDED[language].search(clause), _PROPOSING[language].search(clause)
    return bool(decided) and not (decided and proposing and proposing.start() < decided.start())


def _proposes(sentence: str, language: str) -> bool:
    low = sentence.lower()
    return bool(_PROPOSING[language].search(low) or _PROPOSAL[language].search(low))


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
