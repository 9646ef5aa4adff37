"""Reads formal minutes by their structure: from a Document to who met, what each § decides, and what was not understood.

A § is cut at its labels (``labels.py``), and its decisions are looked at point by point (``points.py``). No model takes part.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from assistant.documents.document import MARGINAL, Document, Paragraph, ParagraphKind
from assistant.minutes import attendance
from assistant.minutes import heads as heading
from assistant.minutes.bodies import body_in, deciding_body
from assistant.minutes.front import front_page, is_field
from assistant.minutes.genres import is_before_a_decision
from assistant.minutes.heads import Head
from assistant.minutes.labels import label_of
from assistant.minutes.listed import written_out
from assistant.minutes.pages import furniture
from assistant.minutes.people import names_of, numbers, within
from assistant.minutes.protokoll import FrontPage, PartKind, Protokoll, Reading, Section, Stated
from assistant.minutes.sections import section
from assistant.minutes.signatures import is_name, role_first, signature
from assistant.minutes.votelists import begins, with_lists

_SIGNED = re.compile(
    r"(?:justerat|digitalt (?:justerat|signerat)).{0,40}\d{4}.{0,20}$|(?:vid protokollet|justera[st]"
    r"|justeras av|justerare|protokollet justeras|mötesordförande|ordförande"
    r"|sekreterare|underskrifter"
    r"|vid pennan|protokolljusterare)(?::.*|\s*[.…_]{3,}.*|\s+[A-ZÅÄÖ].{2,60})?$",
    re.IGNORECASE,
)
_CHAIR = re.compile(r"(?<!vice )(?<!v\. )(?<!v )\b(?:mötes)?ordf(?:örande\b|\.|\b)", re.IGNORECASE)
_ADJUSTS = re.compile(r"justera", re.IGNORECASE)
_CHOOSES = re.compile(r"\b(?:utse[rs]?|utsåg[s]?|väljs?|väljer|valdes?|välja)\b", re.IGNORECASE)
_SECRETARY = re.compile(r"\b\w*sekreterare\b|\bprotokollförare\b", re.IGNORECASE)
#: Fields of a first page that must stand near each other where minutes begin anew.
_FIELDS = 3
_NEAR = 16
#: The titles that may stand above a first page.
_TITLES = (
    ("form", re.compile(r".{0,60}(?:protokoll|minnesanteckningar)\b.{0,60}", re.IGNORECASE)),
    (
        "date",
        re.compile(r"(?:sammanträdesdatum:? )?(?:\d{4}-\d{2}-\d{2}|(?:den )?\d{1,2} [a-z]+ \d{4})", re.IGNORECASE),
    ),
    ("appendix", re.compile(r"bilaga\b.{0,40}", re.IGNORECASE)),
    ("field", re.compile(r"uppgift \| innehåll", re.IGNORECASE)),
)
#: The heading of notes that stand after the last § of minutes.
_NOTES = re.compile(
    r"(?:minnes|mötes)?anteckningar\b(?! till protokollet).{0,80}$"
    r"|.{0,40}\b(?:diskussion|samtal|dialog)\w* efter (?:mötet|sammanträdet).{0,40}$",
    re.IGNORECASE,
)
#: The page that a service for digital signing puts last.
_SIGNING = re.compile(
    r"(?:följande (?:handling|dokument)\w* (?:har|är) (?:undertecknat|signera)\w*|(?:digitala? "
    r"|elektroniska? )?(?:underskrifter|signaturer|signatursida)"
    r"|signera[dt] av\b.*|undertecknat av\b.*|deltagare i signeringen|(?:detta "
    r"|ovanstående )?dokument(?:et)? (?:är|har) (?:digitalt |elektroniskt )?"
    r"(?:signera|underteckna)\w*.*|verifikat\b.*|transaktions?(?:-id| \d).*|signeringslogg.*)$",
    re.IGNORECASE,
)
_TAIL = 14
_SPACED = re.compile(r"\ba t t\b|\bA T T\b")


def read(document: Document) -> Reading:
    """What of the document is formal minutes. No meeting is found in one that does not have the form."""
    if is_before_a_decision(document):
        return Reading(())
    headers = [each for each in document.paragraphs if each.kind in MARGINAL]
    running = furniture([each for each in document.paragraphs if each.kind not in MARGINAL])
    text = [_unspaced(each) for each in document.paragraphs if each.kind not in MARGINAL and each.number not in running]
    if not heading.heads(text)[0]:
        text = written_out(text)
    paragraphs = [piece for each in text for piece in heading.apart(each)]
    if not any("§" in each.text for each in paragraphs):
        paragraphs = heading.numbered_apart(paragraphs)
    found = _Found(contents=set(running))
    meetings: list[Protokoll] = []
    for start, end in _meetings(paragraphs):
        meeting = _meeting(paragraphs[start:end], headers if not meetings else [], found)
        if meeting is not None:
            meetings.append(meeting)
    return Reading(
        tuple(meetings), tuple(sorted(found.contents)), tuple(sorted(found.appendix)), tuple(sorted(found.outside))
    )


def _unspaced(paragraph: Paragraph) -> Paragraph:
    """A paragraph with its *a t t* written as a word, as some authorities space it out in what they decide."""
    return replace(paragraph, text=_SPACED.sub(lambda match: match.group().replace(" ", ""), paragraph.text))


@dataclass
class _Found:
    """The numbers of paragraphs that are no part of a §."""

    contents: set[int] = field(default_factory=set)
    appendix: set[int] = field(default_factory=set)
    outside: set[int] = field(default_factory=set)


def _meetings(paragraphs: Sequence[Paragraph]) -> list[tuple[int, int]]:
    """Where the minutes of each meeting begin and end: a first page after a § begins minutes anew."""
    first = next((head.place for head in heading.heads(paragraphs)[0]), None)
    starts = [0]
    if first is not None:
        place = first + 1
        while place < len(paragraphs):
            if _is_first_page(paragraphs, place):
                starts.append(_opening(paragraphs, place, first))
                place += _NEAR
            place += 1
    return list(zip(starts, [*starts[1:], len(paragraphs)], strict=True))


def _is_first_page(paragraphs: Sequence[Paragraph], place: int) -> bool:
    """Whether the fields of a first page begin here, with a time and place or a date among them."""
    if not is_field(paragraphs[place]):
        return False
    near = [each for each in paragraphs[place : place + _NEAR] if is_field(each)]
    begins = {(each.cells[0] if each.cells else each.text).split()[0].casefold() for each in near}
    return len(begins) >= _FIELDS and bool(begins & {"plats", "tid", "datum", "sammanträdesdatum", "mötesdatum"})


def _opening(paragraphs: Sequence[Paragraph], place: int, first: int) -> int:
    """Where the titles above a first page begin: what it is, of whom, and when, each at most once."""
    start, seen = place, set[str]()
    while start - 1 > first:
        text = paragraphs[start - 1].text.strip()
        what = next((name for name, pattern in _TITLES if pattern.fullmatch(text)), "")
        what = what or ("body" if body_in(text) == text else "")
        if not what or what in seen:
            return start
        seen.add(what)
        start -= 1
    return start


def _meeting(paragraphs: Sequence[Paragraph], headers: Sequence[Paragraph], found: _Found) -> Protokoll | None:
    """The minutes of one meeting; None when there is no § in these paragraphs."""
    marks, contents = heading.heads(paragraphs)
    if not marks:
        found.outside |= {each.number for each in paragraphs}
        return None
    before = [each for n, each in enumerate(paragraphs[: marks[0].place]) if n not in contents]
    found.contents |= {paragraphs[n].number for n in contents}
    found.contents |= {each.number for each in before if heading.is_contents(each)}
    before = [each for each in before if not heading.is_contents(each)]
    front, understood = front_page(before, headers)
    known = found.contents | understood
    found.outside |= {each.number for each in before if each.number not in known}
    front = replace(front, body=deciding_body(paragraphs[marks[0].place :], front.body))
    own = front.body.text if front.body else ""
    stretches = _without_appendix(paragraphs, marks, front, found)
    inside, beyond = _beyond(paragraphs[stretches[-1][0].place], stretches[-1][1])
    (found.contents if beyond and _SIGNING.match(beyond[0].text) else found.outside).update(
        each.number for each in beyond
    )
    inside, listed_last = attendance.apart(inside)
    people, at = attendance.present([*listed_last, *(each for each in paragraphs if each.number in found.appendix)])
    found.appendix -= at
    found.outside |= {each.number for each in listed_last} - at
    front = replace(front, people=front.people or people)
    body, tail = _tail(inside)
    stretches[-1] = (stretches[-1][0], body)
    made = [section(paragraphs[head.place], head, lines, own) for head, lines in stretches]
    whole, listed = with_lists(made, [each for each in paragraphs if each.number in found.appendix])
    found.appendix -= listed
    every = [each.number for each in whole]
    front = replace(front, people=tuple(within(person, every) for person in front.people))
    return Protokoll(_signed(front, [*tail, *listed_last], whole), whole)


def _without_appendix(
    paragraphs: Sequence[Paragraph], marks: Sequence[Head], front: FrontPage, found: _Found
) -> list[tuple[Head, list[Paragraph]]]:
    """Each head with the paragraphs under it, less appendices: those go on until the next § of the meeting's own."""
    last = max(numbers(f"§§ {front.range.text.replace('§', '')}") if front.range else (), default=None)
    kept: list[tuple[Head, list[Paragraph]]] = []
    is_inside = False
    for n, head in enumerate(marks):
        end = marks[n + 1].place if n + 1 < len(marks) else len(paragraphs)
        stretch = list(paragraphs[head.place + 1 : end])
        if is_inside:
            follows = head.number == kept[-1][0].number + 1 and (last is None or head.number <= last)
            if not (follows and (heading.has_structure(stretch) or heading.case_numbers(head.rest))):
                found.appendix |= {paragraphs[head.place].number, *(each.number for each in stretch)}
                continue
        cut = _appendix_at(stretch)
        is_inside = cut is not None
        if cut is not None:
            found.appendix |= {each.number for each in stretch[cut:]}
        kept.append((head, stretch[:cut]))
    return kept


def _appendix_at(stretch: Sequence[Paragraph]) -> int | None:
    """Where an appendix begins in a §. In a list of documents (*Beslutsunderlag*) its name is only mentioned."""
    listing = False
    for place, each in enumerate(stretch):
        label = label_of(each)
        if begins(stretch, place):
            return place
        if heading.is_appendix(each):
            if each.kind is ParagraphKind.HEADING or not listing:
                return place
        elif label is not None:
            listing = label.kind.value in {"basis", "sent-to", "decision"} or label.text.casefold() == "bilagor"
    return None


def _beyond(head: Paragraph, lines: Sequence[Paragraph]) -> tuple[list[Paragraph], list[Paragraph]]:
    """The last § without what is no part of it any more: notes under a heading of their own, higher than that of the §."""
    for place, each in enumerate(lines):
        is_higher = each.kind is head.kind is ParagraphKind.HEADING and each.level < head.level
        if (
            (place and _NOTES.match(each.text))
            or (place and _SIGNING.match(each.text))
            or (is_higher and _unlabelled(each))
        ):
            return list(lines[:place]), list(lines[place:])
    return list(lines), []


def _unlabelled(paragraph: Paragraph) -> bool:
    label = label_of(paragraph)
    return label is None or label.kind is PartKind.OTHER


def _tail(lines: Sequence[Paragraph]) -> tuple[list[Paragraph], list[Paragraph]]:
    """The last § without the signatures under it, and these."""
    for place in range(max(0, len(lines) - _TAIL), len(lines)):
        is_end = _SIGNED.match(lines[place].text.strip()) or signature(lines[place].text)[0]
        if is_end and not any(map(label_of, lines[place:])):
            start = place - 1 if place and is_name(lines[place - 1].text) else place  # the name stands above its role
            return list(lines[:start]), list(lines[start:])
    return list(lines), []


def _signed(front: FrontPage, tail: Sequence[Paragraph], sections: Sequence[Section]) -> FrontPage:
    """The first page with what only the signatures, the list of those present or a § say: who chairs, writes and adjusts."""
    signed, _ = front_page(role_first(tail), ())
    return replace(
        front,
        secretary=front.secretary or signed.secretary or _noted(front, _SECRETARY),
        chair=front.chair or signed.chair or _noted(front, _CHAIR),
        adjusters=front.adjusters
        or signed.adjusters
        or ((signed.adjustment,) if signed.adjustment and names_of(signed.adjustment.text) else ())
        or _chosen(sections),
    )


def _chosen(sections: Sequence[Section]) -> tuple[Stated, ...]:
    """Who is chosen to adjust, as the first § about it decides."""
    for each in sections:
        for point in each.decisions:
            if _ADJUSTS.search(f"{each.title} {point.stated.text}") and _CHOOSES.search(point.stated.text):
                return tuple(Stated(name, point.stated.paragraphs) for name in names_of(point.stated.text))
    return ()


def _noted(front: FrontPage, pattern: re.Pattern[str]) -> tuple[Stated, ...]:
    return tuple(Stated(each.name, each.paragraphs) for each in front.people if pattern.search(each.note))[:1]
