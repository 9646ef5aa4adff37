"""The points that stand under one label, each with what it is. A lead-in governs the points after it until the next one."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from assistant.minutes.addressees import may_ask, put_to
from assistant.minutes.bodies import is_above
from assistant.minutes.clauses import DOES, is_lead, pieces, sentences_of
from assistant.minutes.listings import without_accounts
from assistant.minutes.organs import A_BODY
from assistant.minutes.outcomes import EITHER, governed_by, outcome
from assistant.minutes.protokoll import Outcome, Part, PartKind, Point, Stated

#: An att-clause that proposes and says what: what stands beside it may be the meeting's own.
_WHOLE = re.compile(
    r"att (?:föreslå|rekommendera|hemställa|anhålla|uppmana)\b.{5,120}? att [\w-]+ [\w-]", re.IGNORECASE
)
_GIVES = re.compile(
    r"(?:samt |och )?att (?:ge (?P<to>[^.;]{2,80}?) i uppdrag|uppdra (?:åt|till) (?P<to2>[^.;]{2,80}?)) att",
    re.IGNORECASE,
)
#: What a meeting does itself: it gives its own staff something to do, or has the § adjusted at once.
_OWN_ACT = re.compile(
    r"\b(?:får|ges|ger|uppdrar) (?:\w+ )?(?:i uppdrag|åt)\b|\bomedelbart? juster|\bjusteras omedelbart\b"
    r"|\bför egen del\b|^i övrigt\b",
    re.IGNORECASE,
)
#: A lead-in that only says by whose proposal it is decided.
_BY_WHOM = re.compile(r"(?:enligt|på förslag|i enlighet)\b", re.IGNORECASE)
_SUPPORTS = re.compile(
    r"\batt (?:till|av)styrka\b|^(?:\d{1,2}[.)] )?(?:[\w-]+ ){0,4}(?:till|av)styrker\b", re.IGNORECASE
)
_GOES_ON = re.compile(r"(?:att|samt|och|dels)\b")


def under(part: Part, own: str) -> list[Point]:
    """The points of one part. What is only supported goes where the points beside it are put, if to any body."""
    found = list(_read(part, own))
    asked = next((point.body for point in found if point.outcome is Outcome.PROPOSED), None)
    if asked is None:
        return found
    return [replace(point, outcome=Outcome.PROPOSED, body=asked) if _supports(point) else point for point in found]


def _supports(point: Point) -> bool:
    """Whether a point says no more than what the meeting thinks of what another decides."""
    return point.outcome in {Outcome.DECIDED, Outcome.UNCLEAR} and bool(_SUPPORTS.search(point.stated.text))


def _read(part: Part, own: str) -> Iterator[Point]:
    """The points one by one. A lead-in (*Nämnden föreslår fullmäktige att*) governs the points until the next one."""
    begins = part.body or "?" if part.kind is PartKind.PROPOSAL else ""
    governs = before = begins
    lead: Stated | None = None
    said = False
    stated = without_accounts(part.lines) if part.kind is PartKind.DECISION else part.lines
    lines = [piece for line in stated for piece in pieces(line)]
    for place, line in enumerate(lines):
        # To which body this line is put; empty when the meeting itself decides.
        otherwise = before if _GOES_ON.match(line.text) else governs
        if otherwise and DOES.match(line.text) and _is_beside(lines[:place], own):
            otherwise = governs if _is_own_too(line.text, otherwise, own) else EITHER
        if place + 1 < len(lines) and is_lead(line.text, lines[place + 1].text):
            joined = lead is not None and not said
            lead = Stated(f"{lead.text} {line.text}", (*lead.paragraphs, *line.paragraphs)) if lead and joined else line
            to = governs = governed_by(line.text, own, otherwise, begins)
            said = False
        else:
            begins_here = lead if lead is not None and not said else None
            said = True
            for words, put in _apart(line, otherwise, own, begins):
                whole = words
                if begins_here is not None:
                    whole = Stated(f"{begins_here.text} {words.text}", (*begins_here.paragraphs, *words.paragraphs))
                    begins_here = None
                what = outcome(whole.text, put, "" if part.kind is PartKind.PROPOSAL else own)
                if what is Outcome.DECIDED and lead and _BY_WHOM.match(lead.text) and may_ask(words.text):
                    what = Outcome.UNCLEAR
                yield Point(whole, what, put.strip("?!"))
                to = put
        before = to


def _is_beside(above: Sequence[Stated], own: str) -> bool:
    """Whether an att-clause stands beside one that has proposed something and is whole."""
    return bool(above) and bool(_WHOLE.match(above[-1].text)) and bool(put_to(above[-1].text, own))


def _is_own_too(text: str, asked: str, own: str) -> bool:
    """Whether a clause beside a proposal is the meeting's own: those asked are outside, or it gives those below something to do."""
    given = _GIVES.match(text)
    body = A_BODY.search(given["to"] or given["to2"]) if given else None
    is_outside = not A_BODY.search(asked)
    return is_outside or (given is not None and not (body and is_above(body.group(), own)))


def _apart(line: Stated, otherwise: str, own: str, begins: str) -> Iterator[tuple[Stated, str]]:
    """A line whose sentences are both proposal and decision, as two: a reader of plain text or PDF may have joined them.

    A sentence goes on as the one before it, unless it says whose it is or what the meeting alone can do.
    """
    run: list[str] = []
    said = sentences_of(line.text)
    at = governed_by(said[0], own, otherwise, begins)
    for n, sentence in enumerate(said):
        put = governed_by(sentence, own, at, begins)
        if n and put == at and at and not begins and _OWN_ACT.search(sentence):
            put = ""
        if put != at and run:
            yield Stated(_span(line.text, run), line.paragraphs), at
            run = []
        at = put
        run.append(sentence)
    yield (Stated(_span(line.text, run), line.paragraphs) if run else line), at


def _span(text: str, run: Sequence[str]) -> str:
    """The text from the first of some of its sentences to the last, as worded."""
    start, end = text.find(run[0]), text.rfind(run[-1])
    return text[start : end + len(run[-1])] if 0 <= start <= end else " ".join(run)
