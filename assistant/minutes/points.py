"""The points that a § decides or proposes: what stands under *Beslut* is looked at point by point, since it may be a proposal.

*Kommunstyrelsen föreslår kommunfullmäktige att …* stands under the label *Beslut* and decides nothing in the matter: only the
body that it is put to can (kommunallagen 2017:725 5 kap. 1 §). To take it for a decision is the worst fault a reader can make.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from assistant.minutes.addressees import put_to
from assistant.minutes.bodies import is_same
from assistant.minutes.clauses import FOLLOWS, clauses_of, is_lead
from assistant.minutes.organs import A_BODY, BODY
from assistant.minutes.outcomes import SUBJECT, outcome
from assistant.minutes.protokoll import UNSTATED, Outcome, Part, PartKind, Point, Stated
from assistant.minutes.told import acts, decides
from assistant.minutes.under import under
from assistant.sentences import sentences

#: A decision that only says by what it is decided.
_AS_PROPOSED = re.compile(
    rf"(?:Beslut |(?:{BODY}) beslutar )?(?:enligt|i enlighet med) [\w\s-]*förslag(?:et)?(?: till beslut)?\.?",
    re.IGNORECASE,
)
#: What becomes of a matter may stand where it would have been described.
_WITHDRAWN = re.compile(r"ärendet (?:utgår|utgick|utgår från|har utgått|dras tillbaka|drogs tillbaka)\b", re.IGNORECASE)
#: Labels of a line that say nothing of how the rest of a § is set.
_OF_NO_WEIGHT = {PartKind.OTHER, PartKind.DISQUALIFIED, PartKind.NOTE, PartKind.EARLIER}
#: Where the meeting's decision may be told among what else is told there.
_TELLS_TOO = {PartKind.PROCEDURE, PartKind.DISQUALIFIED, PartKind.VOTE}
_FINDS = re.compile(
    rf"\b(?:finner|fann|konstatera[rd]e?)\b.{{0,60}}?\batt (?P<body>{BODY}|mötet|sammanträdet|gruppen) (?:har )?"
    r"(?:(?:enhälligt|därmed) )?(?:besluta[rt]|beslutade|beslöt|bifall(?:er|it)|biföll|avslår|avslagit|avslog|anta[rg]it|antar"
    r"|tagit del av|tar del av|noterat|noterar|lagt|lägger"
    r"|godkän(?:ner|t)|fastställ(?:er|t)|återremittera[rt]|bordlägger|bordlagt)\b",
    re.IGNORECASE,
)
_NO_DECISION = re.compile(
    r"\b(?:inget|ej|inte något) (?:formellt )?beslut (?:fatta[sd]\w*|tas|togs)\b|\bingen (?:formell )?beslutspunkt\b",
    re.IGNORECASE,
)
#: The meeting itself proposes something.
_PROPOSES = re.compile(
    rf"(?P<body>{BODY}|mötet|gruppen|parterna)(?: ställ\w+ sig bakom [^.;]{{2,80}} och| (?:till|av)styrk\w+ [^.;]{{2,80}} och)?"
    r" (?:föreslår|föreslog|hemställer|hemställde|rekommenderar|rekommenderade|förordar"
    r"|förordade)\b",
    re.IGNORECASE,
)


def points(parts: Sequence[Part], own: str) -> Iterator[Point]:
    """The points of a § in the minutes of the body ``own`` (empty when it is not known).

    Text without labels is searched only when no label says *Beslut*, and a point found there says so.
    """
    labelled = [part for part in parts if part.kind in {PartKind.DECISION, PartKind.PROPOSAL}]
    for part in labelled:
        yield from _referred(part, parts, own) or under(part, own)
    if not labelled and not any(_NO_DECISION.search(part.text) for part in parts):
        told = list(_told_anywhere(parts, own))
        yield from told or _found_by_the_chair(parts, own)


def _referred(part: Part, parts: Sequence[Part], own: str) -> list[Point]:
    """What *Beslut enligt förslaget* means, where the § holds one proposal to the meeting and that proposes to a body above.

    The words of such a decision do not say what it is, so they would be taken for a decision in the matter.
    """
    put = [each for each in parts if each.kind is PartKind.SUBMITTED]
    if part.kind is not PartKind.DECISION or len(put) != 1 or not _AS_PROPOSED.fullmatch(part.text):
        return []
    meant = under(replace(put[0], kind=PartKind.DECISION, body=""), own)
    return meant if meant and all(point.outcome is Outcome.PROPOSED for point in meant) else []


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
        if (match := _FINDS.search(sentence)) and _may_be_own(match["body"], own)
    ]
    yield from (Point(each, outcome(each.text, put_to(each.text, own), own), is_labelled=False) for each in found[-1:])


def _in_running_text(part: Part, own: str, *, is_bare: bool) -> Iterator[Point]:
    """Decisions told in running text, and the points that such a sentence leads to."""
    place = 0
    while place < len(part.lines):
        line = part.lines[place]
        led = _led(part.lines, place)
        if led and (_tells(sentences(line.text)[-1], own, is_bare=is_bare) or _FINDS.search(line.text)):
            made = Part(PartKind.DECISION, UNSTATED, (line, *led))
            yield from (replace(point, is_labelled=False) for point in under(made, own))
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
        if not FOLLOWS.match(line.text):
            break
        following.append(line)
    is_listed = bool(following) and lines[place].text.endswith(",")  # its first point stands on the same line
    return tuple(following) if following and (is_listed or is_lead(lines[place].text, following[0].text)) else ()


def _tells(sentence: str, own: str, *, is_bare: bool) -> bool:
    subject = SUBJECT.match(sentence)
    is_others = bool(own and subject and not is_same(subject["body"], own))
    proposes = _PROPOSES.match(sentence)
    if proposes:
        return _may_be_own(proposes["body"], own)
    if is_others:
        return False
    who = acts(sentence) if is_bare else ""
    return decides(sentence, is_bare=is_bare) or bool(
        who and (not A_BODY.fullmatch(who) or (own and is_same(who, own)))
    )


def _may_be_own(body: str, own: str) -> bool:
    """Whether who acts is the meeting, or nothing is known against it: *mötet* and *gruppen* are any meeting's."""
    return not own or is_same(body, own) or not A_BODY.fullmatch(body)


def _told(sentence: str, paragraphs: tuple[int, ...], own: str) -> Iterator[Point]:
    for clause in [sentence] if _PROPOSES.match(sentence) else clauses_of(sentence):
        put = put_to(clause, own)
        what = outcome(clause, put, own)
        yield Point(Stated(clause, paragraphs), what, put.rstrip("?"), is_labelled=False)
