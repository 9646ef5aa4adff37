"""Lines under a label cut into what each of them says, and which of them only begin what the next ones say.

A reader of plain text or PDF may have joined lines, and a sentence may both decide and propose.
"""

import re

from assistant.minutes.organs import A_BODY, BODY
from assistant.minutes.protokoll import Stated
from assistant.minutes.told import decides
from assistant.sentences import sentences

#: A clause in the infinitive does something; one with a subject (*att taxan ska gälla*) says what the clause before it means.
DOES = re.compile(
    r"(?:samt |och |dels )?att (?:inte |även |dels )?(?:[a-zåäö]{2,}a|ge|se|få|av(?:ge|slå|stå)|utse)\b(?! [a-zåäö]+r\b)",
    re.IGNORECASE,
)
_LISTED = re.compile(rf"(?<=[,;]) (?={DOES.pattern})")
#: The beginning of a sentence whose end stands in the paragraphs after it.
_LEADS = re.compile(
    r"(?:\b(?:beslutar?|beslutade|beslöt|besluta|föreslår|föreslå|följande|egen del|dels)|\batt)\s*[:,]?$|:$",
    re.IGNORECASE,
)
#: A whole sentence that leads: to what follows, or to numbered points with the words of the proposal that it names.
_AS_PROPOSED = re.compile(
    r"\bbeslut(?:ar|ade)? (?:enligt|i enlighet med) [^.;]{3,80}\bförslag(?:et)?\.$",
    re.IGNORECASE,
)
_FOLLOWING = re.compile(r"\b(?:beslut(?:ar|ade|a)|beslöt|föreslår|föreslog)\b[^.;]*\bföljande\.$", re.IGNORECASE)
_FIRST = re.compile(r"(?:1[.)]|[aA]\)|att\b)")
#: Where a sentence that decides goes on with a proposal, or the other way about.
_CLAUSE = re.compile(
    r"(?<=[a-zåäö\d]),? (?:och|samt|dels) (?=(?:att )?(?:(?:dels )?föreslå|hemställa|anhålla"
    rf"|för egen del)\b|föreslår {BODY} (?:att )?besluta:?$)",
    re.IGNORECASE,
)
_OWN_PART = re.compile(
    rf"(?<=[a-zåäö\d])(?<!\batt)(?<!\bsamt)(?<!\boch) (?=(?=[A-ZÅÄÖ])(?i:{BODY}) (?:beslutar )?för egen del\b)"
)
#: A clause that does something itself, before one that proposes: *godkänner avtalet samt rekommenderar kommunerna att …*.
_ACTS_THEN_ASKS = re.compile(
    r"^(?P<own>.*?\b(?:beslutar|godkänner|antar|fastställer|beviljar|avslår|avger|uppdrar|ger|avsätter|anvisar|utser)\b"
    r"(?:(?! att ).)*?),? (?:och|samt) (?P<asks>(?:att )?(?:föreslår|hemställer|anhåller|rekommenderar|förordar|begär)\b.*)$",
    re.IGNORECASE,
)
#: A few words over some of the points: *Avsägelser*, *Val av ersättare*.
_SUBHEADING = re.compile(r"[A-ZÅÄÖ][a-zåäö-]+(?: [a-zåäö-]+){0,4}")
#: Such words may be the whole decision.
_IN_A_WORD = re.compile(r"(?:avsl|bifall|återremi|bord|enligt|godkänn|utgå|beviljas|notera)", re.IGNORECASE)
_VERB = re.compile(r"\b(?:att|ska|bör|får|är|har|beslutar|gäller)\b|[a-zåäö](?:as|es|ns|ls|ts|ås|rs)\b")
_DECIDING = re.compile(r"\b(?:beslut(?:ar|ade|at|a)|beslöt|föreslår|föreslog)\b", re.IGNORECASE)
_NUMBER = re.compile(r"(?:\d{1,2}|[a-z])[.)]")
#: A point that follows a sentence that leads to it.
FOLLOWS = re.compile(r"(?:att|dels|samt|\d{1,2}[.)])\s")


def pieces(line: Stated) -> list[Stated]:
    """The clauses of a line that stand for themselves."""
    return [piece for own in _for_itself(line) for cut in _before_lead(own) for piece in _listed(cut)]


def _for_itself(line: Stated) -> list[Stated]:
    """A line cut before a body decides for its own part: a reader may have joined the paragraphs of a cell."""
    return [Stated(piece, line.paragraphs) for piece in _OWN_PART.split(line.text)]


def _before_lead(line: Stated) -> list[Stated]:
    """A line cut before its last sentence when that begins what follows: a reader of plain text or PDF may have joined them."""
    said = sentences_of(line.text)
    if len(said) < 2 or not _LEADS.search(said[-1]) or not _DECIDING.search(said[-1]):  # noqa: PLR2004 - something before it
        return [line]
    return [Stated(" ".join(said[:-1]), line.paragraphs), Stated(said[-1], line.paragraphs)]


def _listed(line: Stated) -> list[Stated]:
    """The att-clauses of a line that begins with one and lists several: a reader of PDF may have joined them."""
    if not line.text.startswith("att "):
        return [line]
    return [Stated(piece, line.paragraphs) for piece in _LISTED.split(line.text)]


def opens(text: str) -> bool:
    """Whether a text ends with the beginning of what it decides."""
    return bool(_LEADS.search(text) and _DECIDING.search(text))


def is_lead(text: str, after: str) -> bool:
    """Whether a line only begins what the lines after it say."""
    if (
        _LEADS.search(text)
        or _FOLLOWING.search(text)
        or (_AS_PROPOSED.search(text) and _FIRST.match(after))
        or A_BODY.fullmatch(text)
    ):
        return True
    may_stand_over = _SUBHEADING.fullmatch(text) and len(after) > len(text) and not _IN_A_WORD.match(text)
    if may_stand_over and (decides(after, is_bare=True) or (after.endswith(".") and not _VERB.search(text))):
        return True
    is_open = not re.search(r"[.;,]$", text) or (text.endswith(",") and " att " not in text)
    return bool(_DECIDING.search(text)) and is_open and bool(FOLLOWS.match(after))


def sentences_of(text: str) -> list[str]:
    """The sentences of a line; a point's number belongs to the sentence after it."""
    found: list[str] = []
    for sentence in (clause for each in sentences(text) for clause in clauses_of(each)):
        if found and _NUMBER.fullmatch(found[-1]):
            found[-1] = f"{found[-1]} {sentence}"
        else:
            found.append(sentence)
    return found or [text]


def clauses_of(sentence: str) -> list[str]:
    """A sentence cut where the meeting goes on from what it does to what it asks of others."""
    match = _ACTS_THEN_ASKS.match(sentence)
    return [match["own"], match["asks"]] if match else _CLAUSE.split(sentence)
