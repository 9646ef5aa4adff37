"""To whom a point is put: *föreslår kommunfullmäktige att …* decides nothing in the matter, nor does handing it up."""

import re
from collections.abc import Iterator

from assistant.minutes.bodies import is_above, is_same
from assistant.minutes.organs import BODY

_TO_BODY = re.compile(
    r"\b(?:föreslå\w*|rekommender\w*|hemställ\w*|anhåll\w*|förord\w*)(?:,[^,;.]{5,100},)?(?: om"
    r"| hos| till)?\s+(?:därför\s+|även\s+|vidare\s+)?(?:att\s+)?"
    rf"(?:{BODY} (?={BODY} att\b))?"  # who proposes, after the verb
    rf"(?:(?:\w+s|respektive|båda|berörda|samtliga)\s+){{0,2}}(?P<to>{BODY})s?\b"
    rf"|\b(?:hos|till) (?P<to4>(?:{BODY}s )?{BODY}) (?:hemställ|anhåll|begär|föreslå)\w*"
    r"|\b(?:rekommender|uppman)\w*\s+(?:\w+\s+){0,2}(?P<to5>(?:medlems)?kommuner(?:na)?|huvudmännen|medlemmarna|ägarna|parterna)\s+att\b"
    rf"|\b(?P<to0>{BODY})(?:,? som)? föreslås\b|\bför egen del.{{0,40}}föreslå\w*\s+(?P<to2>{BODY})"
    rf"|(?<!utan eget )\bförslag till (?:beslut i )?(?P<to3>{BODY})(?:\s*(?::|[.]?$)| (?:är|lyder)\b)",
    re.IGNORECASE,
)
#: Where a matter goes that another body is to decide; up it is a proposal, and down it is a decision to leave it there.
_HANDED = re.compile(
    rf"\b(?:till|för|inför) (?:(?:respektive|samtliga|berörda|\w+nas) )?(?P<to>{BODY})"
    r"(?: (?:för (?:[a-zåäö]+ ){0,3}?(?:beslut|ställningstagande|fastställ\w+|antagande|avgörande|godkännande|prövning)"
    r"|med (?:förslag|rekommendation|tillstyrkan|hemställan|begäran)"
    r"|att (?:besluta|fastställa|anta|avgöra))\b)",
    re.IGNORECASE,
)
#: It is handed on: by what is handed, or by what the meeting has said of it, another body is to decide on it.
_HANDED_ON = re.compile(
    r"\b(?:överlämn|hänskjut|översänd|insänd|skick|sänd|hänvis|vidarebefordr|lämna(?=\w* över\b))\w*?"
    rf"(?P<is>s\b|\b)(?P<what>[^.;]{{0,80}}?) till (?P<to>{BODY})",
    re.IGNORECASE,
)
_TO_BE_DECIDED = re.compile(r"(?:förslag|budget|äskande|framställan|hemställan|begäran)\w*\b", re.IGNORECASE)
_LAID_BEFORE = re.compile(
    rf"\b(?:lägg\w* fram|lade fram|framlägg\w*|framlade)\b[^.;]{{0,80}}? (?:till|för|inför|i|hos) (?P<to>{BODY})"
    rf"|\b(?:lägg\w*|lade) [^.;]{{3,60}} fram (?:till|för|inför|i|hos) (?P<to2>{BODY})"
    rf"|\bunderställ\w*\b[^.;]{{0,60}}? (?P<to3>{BODY})",
    re.IGNORECASE,
)
_ENDORSED = re.compile(
    r"\boch (?:hemställ|föreslå|anhåll|rekommender)\w*|\bförord\w+|\b(?:till|av)styrk\w+|\bställ\w+ sig bakom\b|\bför sin del\b",
    re.IGNORECASE,
)
#: To be for something decides nothing: it is said to whoever does.
_ENDORSES = re.compile(r"\b(?:till|av)styrk(?:er|a|te)\b", re.IGNORECASE)
#: Somebody else who is asked to do something, whatever it is called: *föreslår regeringen att*.
_TO_ANYBODY = re.compile(
    r"\b(?:föreslår?|föreslå|rekommenderar?)\s+(?P<to>(?!i |på |att |även |därför |därmed |för |som )(?:[\w-]+ ){0,2}?"
    r"[\w-]{3,}(?:en|an|et|na)|(?:respektive|varje|berörda?|samtliga|alla|övriga) [\w-]+) att\b",
    re.IGNORECASE,
)
#: The matter itself goes to another body, without a word of what that is to do with it.
_MATTER_GOES = re.compile(
    rf"\b(?:hänskjut|hänsköt)\w*\b[^.;]{{0,60}}? till (?P<to>{BODY})\b(?! utan eg)"
    r"|\b(?:ärendet|frågan) (?:överlämna|lämna|översänd|för|lyft|gå)\w*(?: vidare| upp)? till "
    rf"(?P<to2>{BODY})\b(?! (?:för (?!beslut|ställningstagande|avgörande)|utan eg|i samband))",
    re.IGNORECASE,
)
#: Proposing or asking, in the form that a main verb has.
_ASKS = re.compile(
    r"\b(?:föreslår?|hemställ(?:er|a)|anhåll(?:er|a)|förordar?|rekommenderar?)\b(?! i (?:sitt |yttrandet|svaret|remiss))",
    re.IGNORECASE,
)
#: What may stand before the verb of a sentence: who, and that it is decided.
_SUBJECT_ONLY = re.compile(
    rf"(?:[\W\d]|\b(?:att|samt|dels|och|även|därför|vidare|dessutom|härmed|beslutar?|beslutade|beslöt|mötet|gruppen|parterna"
    rf"|för sin del|{BODY})(?!\w))*$",
    re.IGNORECASE,
)
#: Proposed or recommended by somebody who is not named: *Motionen föreslås bifallas*.
_IS_PROPOSED = re.compile(r"^[^,;:]{3,80}?\b(?:föreslås|förordas|rekommenderas)\b", re.IGNORECASE)
#: The same in a clause that says what another thinks.
_IN_A_CLAUSE = re.compile(r"\b(?:som|vad|enligt|att) [^,;]*$", re.IGNORECASE)
#: Before such a verb: somebody else's words are meant.
_OTHERS_WORDS = re.compile(r"\b(?:som|vad|såsom|enligt)\b[^.,;]*$", re.IGNORECASE)
#: What an answer or a proposal says in another's words, or in a text that is decided on.
_QUOTED = re.compile(r"[\"”“»][^\"”“»«]{10,}[\"”“«]")
#: What somebody is to do, which may be to propose.
_TASK = re.compile(r"(\bi uppdrag|\buppdr(?:a|ar|as|og|ogs) (?:åt|till) [^.;]{2,80}?) att\b.*", re.IGNORECASE)
#: Where it is to be decided, on a line of its own: *I kommunfullmäktige:*.
_IN_BODY = re.compile(rf"(?:i|till|för) (?P<to>{BODY})\s*:?$", re.IGNORECASE)
#: What only a body above can do, in any verb: *Kommunfullmäktige anmodas att …*, *… antar taxan*; not what it has done.
_BY_BODY = re.compile(
    rf"(?:\d{{1,2}}[.)]? |[a-z]\) |att )?(?P<to>{BODY}) (?!(?:har|hade|ska|skall|är|var|får|kan)\b)"
    r"[a-zåäö]+(?:r|s)\b(?! av\b)",
    re.IGNORECASE,
)
#: Something is asked of a body above: money, permission, a decision.
_ASKED_OF = re.compile(
    rf"\b(?:äska|ansök|begär|anmod|vädja|framställ|ber\b|be\b)\w*\b[^.;]{{0,80}}?\b(?:hos|av|från|till|att) (?P<to>{BODY})\b"
    rf"|\b(?:ber|be|anmodar?|uppmanar?) (?P<to2>{BODY})\b",
    re.IGNORECASE,
)


def put_to(text: str, own: str) -> str:
    """The body that a text puts something to; ``?`` when it is not named. What is asked of the state is decided, not proposed."""
    said = _own_words(text)
    for match in _TO_BODY.finditer(said):
        to = next(filter(None, match.groups()), "?")
        if not _is_state(to):
            return to
    handed = _handed(said)
    if handed:
        return handed if is_above(handed, own) else ""
    if above := next((to for to in _named_above(said) if _decides_above(to, own)), ""):
        return above
    anybody = _TO_ANYBODY.search(said)
    return anybody["to"] if anybody and not _OTHERS_WORDS.search(said[: anybody.start()]) else ""


def _handed(said: str) -> str:
    """The body to which something is handed that another than the meeting is to decide on."""
    found = _HANDED.search(said) or _LAID_BEFORE.search(said)
    if not found and (on := _HANDED_ON.search(said)):
        what = f"{said[: on.start()] if on['is'] else ''} {on['what']}"  # *Budgeten överlämnas till …*
        found = on if _TO_BE_DECIDED.search(what) or _ENDORSED.search(said) else None
    return next((found[name] for name in ("to", "to2", "to3") if found and found.groupdict().get(name)), "")


def _own_words(text: str) -> str:
    """What a text says itself, without quotations and what somebody is given to do."""
    return _TASK.sub(r"\1", _QUOTED.sub("…", text))


def _is_state(body: str) -> bool:
    return body.casefold().startswith("länsstyrelse")


def _named_above(said: str) -> Iterator[str]:
    found = (_IN_BODY.match(said), _BY_BODY.match(said), _ASKED_OF.search(said))
    return (next(filter(None, match.groups())) for match in found if match)


def _decides_above(body: str, own: str) -> bool:
    return bool(own) and not _is_state(body) and not is_same(body, own) and is_above(body, own)


def is_handed_up(text: str, own: str) -> bool:
    """Whether a matter is left to a body above, which then is to decide on it."""
    match = _MATTER_GOES.search(_own_words(text))
    return match is not None and bool(own) and is_above(match["to"] or match["to2"], own)


def may_ask(text: str) -> bool:
    """Whether a text may be a proposal, though it names nobody to whom, or says no more than what the meeting is for."""
    said = _own_words(text)
    passive = _IS_PROPOSED.match(said)
    is_proposed = passive and not _IN_A_CLAUSE.search(passive.group())
    found = (_ASKS.search(said), _ENDORSES.search(said))
    return bool(is_proposed) or any(match and _SUBJECT_ONLY.match(said[: match.start()]) for match in found)
