"""What can be checked in minutes without judgement. Each check says which rule or custom it rests on; none corrects anything."""

import datetime as dt
import re
from collections.abc import Iterator
from dataclasses import dataclass

from assistant.checks.claims import ClaimKind, claims
from assistant.errors import Fact
from assistant.minutes.people import names_in, numbers, same
from assistant.minutes.protokoll import FrontPage, PartKind, Protokoll, Section
from assistant.sentences import sentences
from assistant.tasks.task import Finding
from assistant.wording import ranges

#: Kommunallagen (2017:725) 5 kap. 69 §; for a nämnd by 6 kap. 35 §.
_DAYS_TO_ADJUST = 14
#: Kommunallagen (2017:725) 8 kap. 12 §: announced no later than the second day after the adjustment.
_DAYS_TO_ANNOUNCE = 2
_WEEKDAYS = ("måndag", "tisdag", "onsdag", "torsdag", "fredag", "lördag", "söndag")
_WEEKDAY = re.compile(rf"\b(?P<day>{'|'.join(_WEEKDAYS)})(?:en)?(?: den)? (?P<rest>\d.{{0,30}})", re.IGNORECASE)
_ACTS = re.compile(r"\b(?:yrkar|yrkade|reserverar|reserverade|anmäler|instämmer|lämnar)\b")
_NOUNS = "tjänsteskrivelse tjänsteutlåtande skrivelse ansökan yttrande rapport remiss protokollsutdrag".split()
_DATED = re.compile(
    rf"\b(?P<noun>{'|'.join(_NOUNS)})(?:n|en|et)?,? (?:daterad |från |av |den |inkommen )*(?P<rest>\d.{{0,20}})",
    re.IGNORECASE,
)
#: That somebody present takes no part in the decision, so that fewer vote than are present.
_STANDS_ASIDE = re.compile(
    r"\bdelt(?:ar|og|agit) (?:inte|ej|icke)\b|\bjäv|\bavst(?:år|od)\b|\blämna(?:r|de)\b.{0,30}\b(?:sal|rum|möte|sammanträde)",
    re.IGNORECASE,
)
#: Bodies that kommunallagen binds; an association's minutes follow its own statutes.
_BOUND = re.compile(r"fullmäktige|nämnd|kommunstyrelse|regionstyrelse|utskott|direktion", re.IGNORECASE)


@dataclass(frozen=True)
class Remark:
    """A finding, and the § that it concerns."""

    finding: Finding
    section: Section | None = None


def check(minutes: Protokoll) -> list[Remark]:
    """What is wrong or missing, in the order of the minutes."""
    front = minutes.front
    remarks = [Remark(finding) for finding in (*_numbering(minutes), *_signatures(front), *_adjustment(front))]
    remarks += [Remark(finding) for finding in _lacking(minutes)]
    for section in minutes.sections:
        found = (*_votes(section, front), *_presence(section, front), *_dates(section))
        remarks += [Remark(finding, section) for finding in found]
    for stated in filter(None, (front.place, front.date)):
        found = tuple(_weekdays(stated.text))
        remarks += [Remark(finding) for finding in found if finding not in [remark.finding for remark in remarks]]
    return remarks


def date_in(text: str) -> dt.date | None:
    """The first whole date in a text."""
    for claim in claims(text):
        if claim.kind is ClaimKind.DATE and claim.key.count("-") == 2:  # noqa: PLR2004 - year, month, day
            try:
                return dt.date.fromisoformat(claim.key)
            except ValueError:
                continue
    return None


def _numbering(minutes: Protokoll) -> Iterator[Finding]:
    """Every § once and in order, and as the first page says. Custom: kommunallagen does not speak of numbers."""
    found = [section.number for section in minutes.sections]
    missing = sorted(set(range(min(found), max(found) + 1)) - set(found)) if found else []
    if missing and len(missing) <= len(found):
        yield Finding("section-missing", {"sections": ranges(missing)})
    twice = sorted({number for number in found if found.count(number) > 1})
    if twice:
        yield Finding("section-twice", {"sections": ranges(twice)})
    if sorted(found) != found:
        yield Finding("section-order")
    stated = minutes.front.range
    wanted = numbers(f"§§ {stated.text.replace('§', '').strip()}") if stated else frozenset()
    if wanted and found and (min(wanted), max(wanted)) != (min(found), max(found)):
        facts: dict[str, Fact] = {"stated": ranges([*wanted]), "found": ranges([*set(found)])}
        yield Finding("section-range-differs", facts)


def _signatures(front: FrontPage) -> Iterator[Finding]:
    """Chair, secretary and adjusters are named. Kommunallagen 5 kap. 65 §: kept on the chair's responsibility; 69 §: adjusted."""
    for who, code in (
        (front.chair, "chair-missing"),
        (front.secretary, "secretary-missing"),
        (front.adjusters, "adjuster-missing"),
    ):
        if not who and _is_bound(front):
            yield Finding(code)


def _adjustment(front: FrontPage) -> Iterator[Finding]:
    """Adjusted within 14 days (kommunallagen 5 kap. 69 §, 6 kap. 35 §) and announced by the second day after (8 kap. 12 §)."""
    met = _met(front)
    adjusted = date_in(front.adjustment.text) if front.adjustment else None
    announced = date_in(front.notice.text) if front.notice else None
    if not _is_bound(front) or adjusted is None:
        return
    if met is not None:
        days = (adjusted - met).days
        if days < 0:
            yield Finding("adjusted-before-meeting")
        elif days > _DAYS_TO_ADJUST:
            yield Finding("adjusted-late", {"days": days, "most": _DAYS_TO_ADJUST})
    if announced is not None and (announced - adjusted).days > _DAYS_TO_ANNOUNCE:
        yield Finding("announced-late", {"days": (announced - adjusted).days, "most": _DAYS_TO_ANNOUNCE})


def _lacking(minutes: Protokoll) -> Iterator[Finding]:
    """Every § has a case number and decides or proposes something. Custom; § of mere formalities often have no number."""
    if any(section.case_numbers for section in minutes.sections):
        bare = [section.number for section in minutes.sections if not section.case_numbers]
        if bare:
            yield Finding("sections-without-case-number", {"sections": ranges(bare)})
    if 2 * sum(bool(section.of(PartKind.DECISION, PartKind.PROPOSAL)) for section in minutes.sections) >= len(
        minutes.sections
    ):
        undecided = [section.number for section in minutes.sections if not section.points]
        if undecided:
            yield Finding("sections-without-decision", {"sections": ranges(undecided)})


def _votes(section: Section, front: FrontPage) -> Iterator[Finding]:
    """As many votes as there are who decide, and as many names as votes (kommunallagen 5 kap. 67 §, 3 and 5)."""
    deciding = [
        person
        for person in front.people
        if person.decides and (not person.sections or section.number in person.sections)
    ]
    replaced = sum(1 for person in deciding if _is_replaced_part_time(person.note))
    for ballot in section.ballots:
        total = ballot.yes + ballot.no + ballot.abstained
        if deciding and total > len(deciding) + replaced:
            yield Finding("votes-differ", {"votes": total, "deciding": len(deciding)})
        elif (
            deciding
            and total < len(deciding)
            and not any(_STANDS_ASIDE.search(part.label.text + part.text) for part in section.parts)
        ):
            yield Finding("votes-fewer", {"votes": total, "deciding": len(deciding)})
        listed = [vote for _, vote in ballot.names]
        counts = (listed.count("ja"), listed.count("nej"), listed.count("avstår"))
        stated = (ballot.yes, ballot.no, ballot.abstained)
        # Minutes may name one side only.
        if all(listed) and any(count and count != number for count, number in zip(counts, stated, strict=True)):
            yield Finding("votes-list-differs", {"yes": counts[0], "no": counts[1], "abstained": counts[2]})


def _is_replaced_part_time(note: str) -> bool:
    return "§" in note


def _presence(section: Section, front: FrontPage) -> Iterator[Finding]:
    """Who moves, reserves or has a note taken is on the first page (kommunallagen 5 kap. 66 §, 4 kap. 27 §)."""
    if not any(person.decides for person in front.people):
        return
    told: set[str] = set()
    for part in section.of(PartKind.MOTIONS, PartKind.RESERVATION, PartKind.NOTE):
        for sentence in sentences(part.text):
            act = _ACTS.search(sentence)
            for name in names_in(sentence[: act.start()]) if act else ():
                if name in told:
                    continue
                told.add(name)
                people = [person for person in front.people if same(name, person.name)]
                if not people:
                    yield Finding("person-not-present", {"name": name, "section": section.number})
                elif all(person.sections and section.number not in person.sections for person in people):
                    yield Finding("person-absent-then", {"name": name, "section": section.number})


def _dates(section: Section) -> Iterator[Finding]:
    """A document has one date in a §, and a weekday fits its date. Plain arithmetic."""
    dates: dict[str, set[dt.date]] = {}
    listed: dict[str, int] = {}
    for part in section.parts:
        for line in part.lines:
            yield from _weekdays(line.text)
            for match in _DATED.finditer(line.text):
                day = date_in(match["rest"])
                if day is not None:
                    noun = match["noun"].casefold()
                    dates.setdefault(noun, set()).add(day)
                    listed[noun] = listed.get(noun, 0) + (part.kind is PartKind.BASIS)
    for noun, days in dates.items():
        if len(days) > 1 and listed[noun] == 1:  # several listed may well be several documents
            facts: dict[str, Fact] = {"what": noun, "dates": ", ".join(map(str, sorted(days)))}
            yield Finding("dates-differ", facts)


def _weekdays(text: str) -> Iterator[Finding]:
    for match in _WEEKDAY.finditer(text):
        day = date_in(match["rest"])
        if day is not None and _WEEKDAYS[day.weekday()] != match["day"].casefold():
            yield Finding("weekday-differs", {"date": str(day), "weekday": match["day"].casefold()})


def _met(front: FrontPage) -> dt.date | None:
    for stated in (front.date, front.place):
        day = date_in(stated.text) if stated else None
        if day is not None:
            return day
    return None


def _is_bound(front: FrontPage) -> bool:
    return bool(front.body and _BOUND.search(front.body.text) and "presidi" not in front.body.text.casefold())
