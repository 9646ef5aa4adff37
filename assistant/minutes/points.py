"""The points that a § decides or proposes: what stands under *Beslut* is looked at point by point, since it may be a proposal.

*Kommunstyrelsen föreslår kommunfullmäktige att …* stands under the label *Beslut* and decides nothing in the matter: only the
body that it is put to can (kommunallagen 2017:725 5 kap. 1 §). To take it for a decision is the worst fault a reader can make.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from assistant.minutes.addressees import may_ask, put_to
from assistant.minutes.bodies import is_above, is_same
from assistant.minutes.labels import BODY
from assistant.minutes.protokoll import UNSTATED, Outcome, Part, PartKind, Point, Stated
from assistant.minutes.told import acts, decides
from assistant.sentences import sentences

#: An att-clause that proposes and says what: what stands beside it may be the meeting's own.
_WHOLE = re.compile(
    r"att (?:föreslå|rekommendera|hemställa|anhålla|uppmana)\b.{5,120}? att [\w-]+ [\w-]", re.IGNORECASE
)
#: A clause in the infinitive does something; one with a subject (*att taxan ska gälla*) says what the clause before it means.
_DOES = re.compile(
    r"(?:samt |och |dels )?att (?:inte |även |dels )?(?:[a-zåäö]{2,}a|ge|se|få|av(?:ge|slå|stå)|utse)\b(?! [a-zåäö]+r\b)",
    re.IGNORECASE,
)
_LISTED = re.compile(rf"(?<=[,;]) (?={_DOES.pattern})")
_GIVES = re.compile(
    r"(?:samt |och )?att (?:ge (?P<to>[^.;]{2,80}?) i uppdrag|uppdra (?:åt|till) (?P<to2>[^.;]{2,80}?)) att",
    re.IGNORECASE,
)
#: What a meeting does itself: it gives its own staff something to do, or has the § adjusted at once.
_OWN_ACT = re.compile(
    r"\b(?:får|ges|ger|uppdrar) (?:\w+ )?(?:i uppdrag|åt)\b|\bomedelbart? juster|\bjusteras omedelbart\b|\bför egen del\b",
    re.IGNORECASE,
)
#: The beginning of a sentence whose end stands in the paragraphs after it.
_LEADS = re.compile(
    r"(?:\b(?:beslutar?|beslutade|beslöt|besluta|föreslår|föreslå|följande|egen del|dels)|\batt)\s*[:,]?$|:$",
    re.IGNORECASE,
)
#: Where a sentence that decides goes on with a proposal, or the other way about.
_CLAUSE = re.compile(
    r"(?<=[a-zåäö\d]),? (?:och|samt) (?=(?:att )?(?:(?:dels )?föreslå|hemställa|anhålla"
    r"|för egen del)\b)",
    re.IGNORECASE,
)
#: A few words over some of the points: *Avsägelser*, *Val av ersättare*.
_SUBHEADING = re.compile(r"[A-ZÅÄÖ][a-zåäö-]+(?: [a-zåäö-]+){0,4}")
#: What becomes of a matter may stand where it would have been described.
_WITHDRAWN = re.compile(r"ärendet (?:utgår|utgick|utgår från|har utgått|dras tillbaka|drogs tillbaka)\b", re.IGNORECASE)
_DECIDING = re.compile(r"\b(?:beslut(?:ar|ade|at|a)|beslöt|föreslår|föreslog)\b", re.IGNORECASE)
_ALONE = re.compile(BODY, re.IGNORECASE)
#: Labels of a line that say nothing of how the rest of a § is set.
_OF_NO_WEIGHT = {PartKind.OTHER, PartKind.DISQUALIFIED, PartKind.NOTE}
#: Where the meeting's decision may be told among what else is told there.
_TELLS_TOO = {PartKind.PROCEDURE, PartKind.DISQUALIFIED, PartKind.VOTE}
_FINDS = re.compile(
    rf"\b(?:finner|fann|konstatera[rd]e?)\b.{{0,60}}?\batt (?P<body>{BODY}|mötet|sammanträdet|gruppen) (?:har )?"
    r"(?:(?:enhälligt|därmed) )?(?:besluta[rt]|beslutade|beslöt|bifall(?:er|it)|biföll|avslår|avslagit|avslog|anta[rg]it|antar"
    r"|godkän(?:ner|t)|fastställ(?:er|t)|återremittera[rt]|bordlägger|bordlagt)\b",
    re.IGNORECASE,
)
#: For a body to which a line is put: it may be the meeting's own as well.
_EITHER = "!"
#: A short sentence that a § is adjusted at once is the meeting's own, wherever it stands.
_ADJUSTED = re.compile(
    r"^(?:\d{1,2}[.)] )?(?:Paragrafen|Punkten|Ärendet|Beslutet)\b.{0,40}\bomedelbart?\b", re.IGNORECASE
)
_FOR_ITSELF = re.compile(r"\bför egen del\b", re.IGNORECASE)
_NUMBER = re.compile(r"(?:\d{1,2}|[a-z])[.)]")
_GOES_ON = re.compile(r"(?:att|samt|och|dels)\b")
#: A point that follows a sentence that leads to it.
_FOLLOWS = re.compile(r"(?:att|dels|samt|\d{1,2}[.)])\s")
_SUBJECT = re.compile(rf"(?P<body>{BODY}) (?:beslutar|beslutade|beslöt)\b", re.IGNORECASE)
#: The meeting itself proposes something.
_PROPOSES = re.compile(
    rf"(?P<body>{BODY}|mötet|gruppen|parterna)(?: ställ\w+ sig bakom [^.;]{{2,80}} och| (?:till|av)styrk\w+ [^.;]{{2,80}} och)?"
    r" (?:föreslår|föreslog|hemställer|hemställde|rekommenderar|rekommenderade|förordar"
    r"|förordade)\b",
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


def points(parts: Sequence[Part], own: str) -> Iterator[Point]:
    """The points of a § in the minutes of the body ``own`` (empty when it is not known).

    Text without labels is searched only when no label says *Beslut*, and a point found there says so.
    """
    labelled = [part for part in parts if part.kind in {PartKind.DECISION, PartKind.PROPOSAL}]
    for part in labelled:
        yield from _of_part(part, own)
    if not labelled:
        told = list(_told_anywhere(parts, own))
        yield from told or _found_by_the_chair(parts, own)


def _told_anywhere(parts: Sequence[Part], own: str) -> Iterator[Point]:
    """Decisions told without a label; in what others say (yrkanden, underlag) none is looked for."""
    is_bare = not any(part.label.paragraphs and part.kind not in _OF_NO_WEIGHT for part in parts)
    for part in parts:
        if part.kind is PartKind.OTHER:
            yield from _in_running_text(part, own, is_bare=is_bare)
        elif part.kind in _TELLS_TOO:
            yield from _in_running_text(part, own, is_bare=False)
        elif part.kind is PartKind.SUMMARY:
            withdrawn = (line for line in part.lines if _WITHDRAWN.match(line.text))
            yield from (Point(line, Outcome.DECIDED, is_labelled=False) for line in withdrawn)


def _found_by_the_chair(parts: Sequence[Part], own: str) -> Iterator[Point]:
    """The last that the chair finds to be decided, in a § that says it nowhere else."""
    found = [
        Stated(sentence, line.paragraphs)
        for part in parts
        if part.kind is PartKind.PROCEDURE
        for line in part.lines
        for sentence in sentences(line.text)
        if (match := _FINDS.search(sentence))
        and (not own or is_same(match["body"], own) or not _ALONE.fullmatch(match["body"]))
    ]
    yield from (Point(each, _outcome(each.text, put_to(each.text, own), own), is_labelled=False) for each in found[-1:])


def _of_part(part: Part, own: str) -> Iterator[Point]:
    """The points of one part. A lead-in (*Nämnden föreslår fullmäktige att*) governs the points until the next one."""
    begins = part.body or "?" if part.kind is PartKind.PROPOSAL else ""
    governs = before = begins
    lead: Stated | None = None
    said = False
    lines = [piece for line in part.lines for cut in _before_lead(line) for piece in _clauses(cut)]
    for place, line in enumerate(lines):
        # To which body this line is put; empty when the meeting itself decides.
        otherwise = before if _GOES_ON.match(line.text) else governs
        if otherwise and _DOES.match(line.text) and _is_beside(lines[:place], own):
            otherwise = governs if _is_own_too(line.text, otherwise, own) else _EITHER
        to = _put_to(line.text, own, otherwise, begins)
        if place + 1 < len(lines) and _is_lead(line.text, lines[place + 1].text):
            joined = lead is not None and not said
            lead = Stated(f"{lead.text} {line.text}", (*lead.paragraphs, *line.paragraphs)) if lead and joined else line
            governs, said = to, False
        else:
            begins_here = lead if lead is not None and not said else None
            said = True
            for words, put in _apart(line, otherwise, own, begins):
                whole = words
                if begins_here is not None:
                    whole = Stated(f"{begins_here.text} {words.text}", (*begins_here.paragraphs, *words.paragraphs))
                    begins_here = None
                outcome = _outcome(whole.text, put, "" if part.kind is PartKind.PROPOSAL else own)
                yield Point(whole, outcome, put.strip("?!"))
                to = put
        before = to


def _is_beside(above: Sequence[Stated], own: str) -> bool:
    """Whether an att-clause stands beside one that has proposed something and is whole."""
    return bool(above) and bool(_WHOLE.match(above[-1].text)) and bool(put_to(above[-1].text, own))


def _is_own_too(text: str, asked: str, own: str) -> bool:
    """Whether a clause beside a proposal is the meeting's own: those asked are outside, or it gives those below something to do."""
    given = _GIVES.match(text)
    body = _ALONE.search(given["to"] or given["to2"]) if given else None
    is_outside = not _ALONE.search(asked)
    return is_outside or (given is not None and not (body and is_above(body.group(), own)))


def _before_lead(line: Stated) -> list[Stated]:
    """A line cut before its last sentence when that begins what follows: a reader of plain text or PDF may have joined them."""
    said = _sentences(line.text)
    if len(said) < 2 or not _LEADS.search(said[-1]) or not _DECIDING.search(said[-1]):  # noqa: PLR2004 - something before it
        return [line]
    return [Stated(" ".join(said[:-1]), line.paragraphs), Stated(said[-1], line.paragraphs)]


def _clauses(line: Stated) -> list[Stated]:
    """The att-clauses of a line that begins with one and lists several: a reader of PDF may have joined them."""
    if not line.text.startswith("att "):
        return [line]
    return [Stated(piece, line.paragraphs) for piece in _LISTED.split(line.text)]


def _is_lead(text: str, after: str) -> bool:
    """Whether a line only begins what the lines after it say."""
    if _LEADS.search(text) or _ALONE.fullmatch(text):
        return True
    if _SUBHEADING.fullmatch(text) and len(after) > len(text) and decides(after, is_bare=True):
        return True
    is_open = not re.search(r"[.;,]$", text) or (text.endswith(",") and " att " not in text)
    return bool(_DECIDING.search(text)) and is_open and bool(_FOLLOWS.match(after))


def _apart(line: Stated, otherwise: str, own: str, begins: str) -> Iterator[tuple[Stated, str]]:
    """A line whose sentences are both proposal and decision, as two: a reader of plain text or PDF may have joined them.

    A sentence goes on as the one before it, unless it says whose it is or what the meeting alone can do.
    """
    run: list[str] = []
    said = _sentences(line.text)
    at = _put_to(said[0], own, otherwise, begins)
    for n, sentence in enumerate(said):
        put = _put_to(sentence, own, at, begins)
        if n and put == at and at and not begins and _OWN_ACT.search(sentence):
            put = ""
        if put != at and run:
            yield Stated(" ".join(run), line.paragraphs), at
            run = []
        at = put
        run.append(sentence)
    yield (Stated(" ".join(run), line.paragraphs) if run and " ".join(run) != line.text else line), at


def _sentences(text: str) -> list[str]:
    """The sentences of a line; a point's number belongs to the sentence after it."""
    found: list[str] = []
    for sentence in (clause for each in sentences(text) for clause in _CLAUSE.split(each)):
        if found and _NUMBER.fullmatch(found[-1]):
            found[-1] = f"{found[-1]} {sentence}"
        else:
            found.append(sentence)
    return found or [text]


def _put_to(text: str, own: str, otherwise: str, begins: str) -> str:
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
    subject = _SUBJECT.match(text)
    if subject is None:
        return otherwise
    if own and not is_same(subject["body"], own):
        return subject["body"]  # what only another body can decide is a proposal, whatever label it stands under
    return begins if begins and is_same(subject["body"], begins) else "" if own else otherwise


def _outcome(text: str, put: str, own: str) -> Outcome:
    """What a point is. What is proposed to the meeting itself, or asked of nobody who is named, may be either."""
    if put == _EITHER or (put and own and is_same(put, own)):
        return Outcome.UNCLEAR
    if put:
        return Outcome.PROPOSED
    if may_ask(text, own):
        return Outcome.UNCLEAR
    if _REMITTED.search(text) and not _REFUSED.search(text):
        return Outcome.REMITTED
    if _TABLED.search(text) and not _REFUSED.search(text):
        return Outcome.TABLED
    return Outcome.NOTED if _NOTED.search(text) else Outcome.DECIDED


def _in_running_text(part: Part, own: str, *, is_bare: bool) -> Iterator[Point]:
    """Decisions told in running text, and the points that such a sentence leads to."""
    place = 0
    while place < len(part.lines):
        line = part.lines[place]
        led = _led(part.lines, place)
        if led and _tells(sentences(line.text)[-1], own, is_bare=is_bare):
            made = Part(PartKind.DECISION, UNSTATED, (line, *led))
            yield from (replace(point, is_labelled=False) for point in _of_part(made, own))
        else:
            led = ()
            for sentence in sentences(line.text):
                if _tells(sentence, own, is_bare=is_bare):
                    yield from _told(sentence, line.paragraphs, own)
        place += 1 + len(led)


def _led(lines: Sequence[Stated], place: int) -> tuple[Stated, ...]:
    """The points after a line, where it leads to them."""
    following = []
    for line in lines[place + 1 :]:
        if not _FOLLOWS.match(line.text):
            break
        following.append(line)
    return tuple(following) if following and _is_lead(lines[place].text, following[0].text) else ()


def _tells(sentence: str, own: str, *, is_bare: bool) -> bool:
    subject = _SUBJECT.match(sentence)
    is_others = bool(own and subject and not is_same(subject["body"], own))
    proposes = _PROPOSES.match(sentence)
    if proposes:
        return not own or is_same(proposes["body"], own) or not _ALONE.fullmatch(proposes["body"])
    if is_others:
        return False
    who = acts(sentence) if is_bare else ""
    return decides(sentence, is_bare=is_bare) or bool(
        who and (not _ALONE.fullmatch(who) or (own and is_same(who, own)))
    )


def _told(sentence: str, paragraphs: tuple[int, ...], own: str) -> Iterator[Point]:
    for clause in [sentence] if _PROPOSES.match(sentence) else _CLAUSE.split(sentence):
        put = put_to(clause, own)
        outcome = _outcome(clause, put, own)
        yield Point(Stated(clause, paragraphs), outcome, put.rstrip("?"), is_labelled=False)
