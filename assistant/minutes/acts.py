"""What one sentence of notes or talk does: it decides, proposes, takes something on, asks for it, or leaves it open.

Found by its words and mood, never by a model: a model may point at a sentence, but what it is gets decided here. In doubt it
decides nothing.
"""

import re
from collections.abc import Collection
from functools import cache

from assistant.minutes.acts_en import CUES as ENGLISH
from assistant.minutes.acts_sv import CUES as SWEDISH
from assistant.minutes.cues import Cues
from assistant.sentences import STOP_WORDS

#: How many letters after a verb are looked at for a word that makes it a thought.
_NEAR = 18
_CAPITAL = r"[A-ZÅÄÖÉÜ][\wåäöé-]+"
#: Words with a capital that begin a sentence and are nobody.
_NOBODY = (
    STOP_WORDS["sv"]
    | STOP_WORDS["en"]
    | frozenset(
        "vi man det den de detta dessa en ett alla ingen någon här där nu då sedan om när frågan förslaget beslutet mötet gruppen"
        " därefter dessutom slutligen samtidigt vidare idag vid ja nej okej bra tack både dokumentet"
        " we it this that there they the a an all no nobody someone here now then if when what who how item i".split()
    )
)
#: A body that meets: what it does in its own notes is no task that somebody has taken on.
_MEETS = re.compile(
    r"[\wåäö-]*(?:utskott|nämnd|styrelse|fullmäktige|möte|råd|committee|board|council|meeting)(?:e[nt]|n|t|s)?",
    re.IGNORECASE,
)
#: Who does it, after a passive: *gås igenom av Anna*.
_AGENT = re.compile(r"\b[a-zåäö]{2,}s (?:\w+ ){0,2}av (?P<who>[A-ZÅÄÖ][\wåäö-]+(?: [A-ZÅÄÖ][\wåäö-]+)?)\b")
_EVERYBODY = re.compile(r"(?P<who>Alla|Samtliga|Everyone|Everybody) ")
#: Roles and units that can be given something to do.
_ROLE = re.compile(
    r"[\wåäö-]*(?:chef|ordförande|sekreterare|direktör|förvaltning|kontor|enhet|avdelning|grupp|handläggare|ledare|samordnare"
    r"|strateg|kommun|region|leverantör|beställare|konsult|chair|secretary|manager|team|officer|director|supplier|department)(?:en|n|et"
    r"|na|erna)?$",
    re.IGNORECASE,
)


def cues(language: str) -> Cues:
    """The words of a language, ``sv`` or ``en``."""
    return ENGLISH if language == "en" else SWEDISH


def decides(sentence: str, language: str, *, in_talk: bool) -> bool:
    """Whether a sentence says that this meeting decides. In talk a past tense tells of another day, in notes of this one."""
    known = cues(language)
    if sentence.rstrip().endswith("?"):
        return False
    now = known.decides_now.search(sentence)
    then = None if in_talk else known.decides_then.search(sentence)
    match = now or then
    if match is None or known.proposes.search(match.group()):
        return False
    clause = known.clause.search(sentence, match.end())
    about = sentence[: clause.start()] if clause else sentence
    vetoes = [known.denial, known.condition, known.hedge, known.other_body, known.later if now else known.elsewhere]
    return not any(veto.search(about) for veto in vetoes)


def may_decide(sentence: str, language: str) -> bool:
    """Whether nothing speaks against a sentence deciding; of no weight unless something else points at it."""
    return bool(cues(language).weakly.search(sentence)) and not _spoken_against(sentence, language)


def may_take_on(sentence: str, language: str) -> bool:
    """Whether the speaker says that something will be done; of no weight unless something else points at it."""
    return bool(cues(language).plans.search(sentence)) and not _spoken_against(sentence, language)


def _spoken_against(sentence: str, language: str) -> bool:
    """Whether a sentence asks, denies, wishes, proposes, sets a condition, or tells of somebody else or another day."""
    known = cues(language)
    if sentence.rstrip().endswith("?"):
        return True
    against = (
        known.denial,
        known.hedge,
        known.proposes,
        known.moves,
        known.condition,
        known.other_body,
        known.elsewhere,
    )
    return any(veto.search(sentence) for veto in against)


def proposes(sentence: str, language: str, *, in_talk: bool) -> bool:
    """Whether a sentence puts something forward; in talk only as it is said, since people tell of proposals all the time."""
    known = cues(language)
    return bool(known.moves.search(sentence) or (not in_talk and known.proposes.search(sentence)))


def wishes(sentence: str, language: str) -> bool:
    """Whether a sentence only wishes, thinks or proposes."""
    known = cues(language)
    return any(pattern.search(sentence) for pattern in (known.hedge, known.proposes, known.moves))


def takes_on(sentence: str, language: str, names: Collection[str]) -> str | None:
    """Who takes something on by a sentence of notes, as named there; None when nobody does."""
    known = cues(language)
    if sentence.rstrip().endswith("?"):
        return None
    for match in _named(language, tuple(sorted(names))).finditer(sentence):
        who = _from_first_known(match["who"], names)
        first = re.split(r"[ ,(]", who)[0]
        is_known = first in names or who in names
        does = sentence[match.start("does") :]
        if (
            first.casefold() in _NOBODY
            or _MEETS.fullmatch(first)
            or (not is_known and not _may_be_told_to(first, does))
        ):
            continue
        if known.hedge.search(sentence[match.start() : match.end() + _NEAR]):
            continue
        if known.denial.match(sentence, match.end() + 1):
            continue
        return who
    return _does(sentence, language, names) or _by_whom(sentence, language, names)


def _by_whom(sentence: str, language: str, names: Collection[str]) -> str | None:
    """Who is to have done something by a day that is said: somebody after a passive, or all who took part."""
    known = cues(language)
    if not known.by.search(sentence) and not known.when.search(sentence):
        return None
    agent = _AGENT.search(sentence) if known.by.search(sentence) else None
    if agent and agent["who"] in names:
        return agent["who"]
    every = _EVERYBODY.match(sentence)
    return (
        every["who"] if every and re.match(known.someone_does.pattern, sentence[every.end() :], re.IGNORECASE) else None
    )


def _does(sentence: str, language: str, names: Collection[str]) -> str | None:
    """Somebody known who does anything, whatever the verb, unless it only tells what was said or how things are."""
    known = cues(language)
    words = sentence.split()
    if known.hedge.search(sentence) or known.denial.search(sentence):
        return None
    for count in (2, 1):
        who = " ".join(words[:count])
        rest = " ".join(words[count:])
        if who in names and known.doing.match(rest) and not known.tells.match(rest):
            return who
    return None


def speaker_takes_on(sentence: str, language: str) -> bool:
    """Whether the speaker takes something on."""
    known = cues(language)
    if sentence.rstrip().endswith("?"):
        return False
    match = known.i_do.search(sentence)
    if match is None:
        # Any doing counts where it is said when: *I'll ring him this afternoon*.
        match = known.i_do_any.search(sentence)
        if match is None or known.condition.search(sentence) or not known.when.search(sentence, match.end()):
            return False
    near = f"{sentence[max(0, match.start() - _NEAR) : match.start()]} {sentence[match.end() : match.end() + _NEAR]}"
    return not (known.hedge.search(near) or known.denial.search(sentence[match.end() : match.end() + 5]))


def asks_for(sentence: str, language: str) -> bool:
    """Whether a sentence asks somebody to do something that takes longer than an answer."""
    return bool(cues(language).asks_for.search(sentence))


def asks_any(sentence: str, language: str) -> bool:
    """Whether a sentence asks somebody for anything but words; of no weight unless somebody takes it on."""
    return bool(cues(language).asks_any.search(sentence))


def leaves_open(sentence: str, language: str) -> bool:
    """Whether a sentence says that something is not known or not settled."""
    return bool(cues(language).open_question.search(sentence))


def when_of(sentence: str, language: str) -> str:
    """The time a sentence gives, as worded: one by which, else any; empty when it gives none."""
    known = cues(language)
    match = known.by.search(sentence) or known.when.search(sentence)
    return match.group().strip() if match else ""


def _from_first_known(who: str, names: Collection[str]) -> str:
    """Of several joined, those from the first known name on: *Oklart, Lisa* is Lisa."""
    parts = re.split(r"(, | och | samt | and )", who)
    known = [n for n, part in enumerate(parts) if part in names or part.split()[0] in names]
    return "".join(parts[known[0] :]) if known else who


def _may_be_told_to(word: str, does: str) -> bool:
    """Whether a word with a capital that is no known name may have a task: a role, or any name before a verb of doing."""
    return bool(_ROLE.match(word)) or not re.match(r"(?:ska|skall|to|is|are)\b", does)


@cache
def _named(language: str, names: tuple[str, ...]) -> re.Pattern[str]:
    """Somebody, perhaps several, and what somebody with a task does."""
    join = {"sv": "och|samt", "en": "and"}.get(language, "och")
    one = "|".join(
        [*(re.escape(name) for name in sorted(names, key=len, reverse=True)), rf"{_CAPITAL}(?: {_CAPITAL})?"]
    )
    who = rf"(?P<who>(?:{one})(?:(?:, | (?:{join}) )(?:{one})){{0,3}})(?: \([^()]{{1,40}}\))?"
    # Names have capitals, what they do has none: only that part of the pattern does not mind them.
    return re.compile(rf"(?:^|(?<=[\s(“\"])){who} (?P<does>(?i:{cues(language).someone_does.pattern}))\b")
