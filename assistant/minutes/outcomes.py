"""What a point is: decided, proposed to another body, put off, noted, or not clear, by its verb and whom it names."""

import re

from assistant.minutes.addressees import is_handed_up, may_ask, put_to
from assistant.minutes.bodies import is_same
from assistant.minutes.organs import BODY
from assistant.minutes.protokoll import Outcome

#: For a body to which a line is put: it may be the meeting's own as well.
EITHER = "!"
#: A short sentence that a § is adjusted at once is the meeting's own, wherever it stands.
_ADJUSTED = re.compile(
    r"^(?:\d{1,2}[.)] )?(?:Paragrafen|Punkten|Ärendet|Beslutet)\b.{0,40}\bomedelbart?\b", re.IGNORECASE
)
_FOR_ITSELF = re.compile(r"\bför egen del\b", re.IGNORECASE)
SUBJECT = re.compile(rf"(?P<body>{BODY}) (?:beslutar|beslutade|beslöt)\b", re.IGNORECASE)
#: A matter that comes again another day: *Ärendet bereds vidare till mötet i november*, *flyttar ärendet till nästa möte*.
_ANOTHER_DAY = (
    r"(?:till|vid|på|under|inför|i samband med) (?:ett |[a-zåäö]+s )?"
    r"(?:(?:nästa|nästkommande|kommande|senare) \w+|(?:mötet|sammanträdet?) (?:i|den)\b)"
)
_PUT_OFF = re.compile(
    r"^(?:\d{1,2}[.)] )?(?:beslut(?:et)?(?: i| om)? )?"
    r"(?:ärende(?:t|na)|frågan|frågorna|punkten|motionen|valet|beslut(?:et)?)\b[^.;]{0,40}?"
    r"\b(?:hänskjut\w*|hänsköts|flytta\w*|lyft\w*|skjut\w*|sköts|förs|fördes|tas|togs|fattas|behandlas|bered\w*|vilar|återkommer"
    rf"|återupptas)\b[^.;]{{0,25}}?\b{_ANOTHER_DAY}"
    rf"|\b(?:hänskjut|hänsköt|flytta|skjut|sköt)\w*\b [^.;]{{0,40}}?\b{_ANOTHER_DAY}",
    re.IGNORECASE,
)
_TABLED = re.compile(r"\bbord(?:lägg|lag|lad)\w*|\bskjut\w* upp\b|\bsköts? upp\b|\buppskjut\w*", re.IGNORECASE)
_REMITTED = re.compile(r"\båterremi\w+", re.IGNORECASE)
_NOTED = re.compile(
    r"\b(?:noterar|antecknar|noteras|antecknas|tar del av|tagit del av)\b.{0,200}?\b(?:information\w*|protokollet"
    r"|rapport\w*|redovisning\w*)"
    r"|\blägg(?:er|s)\b.{0,200}?\btill handlingarna\b|\binformationen (?:noteras|antecknas|läggs)\b|\btackar för informationen\b",
    re.IGNORECASE,
)
_REFUSED = re.compile(r"\b(?:avslår?|avslå|avslås|avslag på|inte)\b", re.IGNORECASE)


def governed_by(text: str, own: str, otherwise: str, begins: str) -> str:
    """The body that a line puts a proposal to; ``?`` when it is not named, empty when the line decides."""
    put = put_to(text, own)
    if _ADJUSTED.search(text):
        return ""
    if put:
        return (
            begins if is_same(put, begins) else put
        )  # also when it is the meeting's own body: somebody else has proposed it then
    if _FOR_ITSELF.search(text):
        return ""
    subject = SUBJECT.match(text)
    if subject is None:
        return otherwise
    if own and not is_same(subject["body"], own):
        return subject["body"]  # what only another body can decide is a proposal, whatever label it stands under
    return begins if begins and is_same(subject["body"], begins) else "" if own else otherwise


def outcome(text: str, put: str, own: str) -> Outcome:
    """What a point is. What is proposed to the meeting itself, or asked of nobody who is named, may be either."""
    if put == EITHER or (put and own and is_same(put, own)):
        return Outcome.UNCLEAR
    if put:
        return Outcome.PROPOSED
    if may_ask(text) or is_handed_up(text, own):
        return Outcome.UNCLEAR
    if _REMITTED.search(text) and not _REFUSED.search(text):
        return Outcome.REMITTED
    if (_TABLED.search(text) or _PUT_OFF.search(text)) and not _REFUSED.search(text):
        return Outcome.TABLED
    return Outcome.NOTED if _NOTED.search(text) else Outcome.DECIDED
