"""People as minutes list them: name, party, title, whom a substitute serves for, and at which § they were present."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from assistant.minutes.protokoll import Person, Role, Stated

_WORD = r"[A-ZÅÄÖÉÜØÆ][\wÀ-ÿ’'.]*(?:-[A-ZÅÄÖÉÜa-zåäö][\wÀ-ÿ]*)*"
_PARTICLE = r"(?:von|af|av|de|van|el|al|der|da|ter)"
NAME = rf"{_WORD}(?: (?:{_PARTICLE} )?{_WORD}){{1,3}}"
PARTY = r"\((?P<party>(?!ordf|sekr|vice|tjg|ers)[A-ZÅÄÖa-zåäö]{1,5}|-|–|opol|partilös)\)"
_PERSON = re.compile(rf"(?P<before>(?:[a-zåäö0-9:]|Vice )[^,()§]*? )?(?P<name>{NAME})(?: {PARTY})?(?P<after>.*)$")
#: Words that have a capital and are no name: what follows them is a place or an organisation.
_NO_NAME = re.compile(
    r"(?:[A-ZÅÄÖ]{3,} (?![A-ZÅÄÖ]{2})|Region|Kommunal|Sveriges|Vision|Lärarförbundet|Bilaga|Plats|Kl|Se|Paragraf)\b"
)
#: What ties a name to the person before it instead of beginning another.
_TIED = re.compile(
    r"\(?(?:för|ersätter|ersätts av|ersättare för|i stället för|istället för|tjänstgör(?:ande)?(?: för)?|ers|tjg|vice(?! ordf))\b",
    re.IGNORECASE,
)
_SERVES = re.compile(
    rf"\(?\b(?:ersätter|tjänstgör(?:ande)?(?: ersättare)?(?: för)?|för|i stället för|istället för|ers\.?(?: för)?"
    rf"|tjg\.?(?: ers(?:\.|ättare)?)?(?: för)?) {NAME}",
    re.IGNORECASE,
)
#: A substitute of whom only it is said that he or she served.
_SERVED = re.compile(
    r"(?<!ej )(?<!inte )(?<!icke )\b(?:tjänstgör|tjänstgjorde|tjänstgörande|tjg)\b(?! (?:ej"
    r"|inte|icke))",
    re.IGNORECASE,
)
_AS_SUBSTITUTE = re.compile(r"\(?(?:ersättare för\b|(?:tjänstgörande|tjg\.?) ers)", re.IGNORECASE)
_SERVES_NOT = re.compile(r"\b(?:ej|inte|icke)\b|(?<!tjg )(?<!tjänstgörande )\bersättare för\b", re.IGNORECASE)
_OFFICE = re.compile(r"^(?:Ordföranden?|Ledamoten|Ersättaren|Vice|Gruppledaren|Regionrådet|Kommunalrådet) ")
#: A title that has a capital because it begins a line or an abbreviation.
_TITLE = re.compile(
    r"[\w-]*(?i:direktör|chef|strateg|sekreterare|ordförande|handläggare|ekonom|controller|ingenjör|arkitekt|jurist|planerare"
    r"|samordnare|utredare|rektor|läkare|ledare|råd|kamrer|assistent|konsult|revisor|specialist|inspektör|ordf)(?:en|n|et)? "
)
_BARE_PARTY = re.compile(r"(?P<party>s|m|c|l|fp|kd|v|sd|mp|S|M|C|L|FP|KD|V|SD|MP)(?:,\s*|$)")
#: Whom those on a line represent: ``Vårdförbundet: Sofia Ek``.
_GROUP = re.compile(r"(?P<name>[A-ZÅÄÖ][\w .-]{2,40}):\s+(?=[A-ZÅÄÖ])")
_NAME_FIRST = re.compile(rf"{NAME}(?<![a-zåäö]en), [a-zåäö]")
_NEXT_LINE = re.compile(
    r"(, (?:[a-zåäö-]+ ){0,3}?[a-zåäö-]*(?:direktör|chef|strateg|sekreterare|ordförande|handläggare|ekonom"
    r"|controller|ingenjör|jurist"
    rf"|utredare|planerare|rektor|läkare|ledare|samordnare|utvecklare|§§? ?[\d, –-]+)"
    rf"|, Region [A-ZÅÄÖ][\w-]+|, [A-ZÅÄÖ][\w-]+ (?:kommun|stad)) (?={NAME}(?:,|;|$))"
)
_MEMBER_FIRST = re.compile(rf"{NAME} \([A-ZÅÄÖa-zåäö]{{1,5}}\)")
_NEXT_MEMBER = re.compile(rf"\b(ordförande|ordf\.?|ledamot|ersättare) (?={NAME} \()")
#: Somebody else on the same line, after the § of the one before.
_PERSON_NEXT = rf"{NAME}(?: \([A-ZÅÄÖ]{{1,5}}\)|, [a-zåäö])"
_MARKS = re.compile(r"^[*•\s]+|[\s.;,]+$")
_RANGE = re.compile(r"(\d{1,4})(?:\s*[-–—]\s*(\d{1,4}))?")
_SECTIONS = re.compile(r"§§?\s*((?:\d{1,4}(?:\s*[-–—]\s*\d{1,4})?(?:\s*(?:,|och|samt|&)\s*)?)+)")
_NOT = re.compile(r"(?:\bej|\binte|utom|jäv\w*(?: i| vid)?|förutom|med undantag för)\s*$", re.IGNORECASE)
#: Presence from a §, to one, or at all but some; *från* and *till* before the § that was on when somebody came or left.
_OPEN = re.compile(
    r"(?:(?P<first>fr\.?\s*o\.?\s*m\.?|från och med|från|(?:kom|anslöt|anländer|ansluter) (?:till |vid "
    r"|under )*(?:till|vid|under))|(?P<last>t\.?\s*o\.?\s*m\.?|till och med|(?:lämnade|lämnar|gick"
    r"|går) (?:mötet |sammanträdet )?(?:efter|vid|under))|(?:ej|inte"
    r"|utom|förutom|med undantag för|jäv(?: i| vid)?))"
    r"\s+(?P<but>§§?\s*(?P<n>\d{1,4})(?:\s*[-–,]\s*\d{1,4}|\s*och\s*\d{1,4})*)",
    re.IGNORECASE,
)
_FROM = re.compile(
    r"(?:fr\.?\s*o\.?\s*m\.?|från och med|från|till och med|t\.?\s*o\.?\s*m\.?|del av|vid|under|efter)\s*$",
    re.IGNORECASE,
)


def people(lines: Iterable[Stated], role: Role) -> list[Person]:
    """The people that lines list, apart by line, semicolon, comma or *och*."""
    found: list[Person] = []
    for line in lines:
        group = _GROUP.match(line.text)
        for piece in _pieces(line.text[group.end() :] if group else line.text):
            person = _person(piece, role, line.paragraphs)
            if person is not None:
                found.append(_with_note(person, group["name"]) if group else person)
            elif found and found[-1].paragraphs == line.paragraphs:
                found[-1] = _with_note(found[-1], piece)
    return [_serving(person) for person in found]


def _serving(person: Person) -> Person:
    """A substitute of whom it is said whom he or she serves for takes part in decisions, whatever list it stands in."""
    if person.role is Role.MEMBER and _AS_SUBSTITUTE.match(person.note):
        return replace(person, role=Role.SERVING)
    may = person.role is Role.SUBSTITUTE or (person.role is Role.MEMBER and _SERVES.match(person.note))
    served = person.role is Role.SUBSTITUTE and _SERVED.search(person.note)
    if served and (only := numbers(person.note[served.end() :])):  # *§§ 61–64; tjänstgör §§ 65–67*
        return replace(person, role=Role.SERVING, sections=only)
    serves = may and (served or _SERVES.search(person.note)) and not _SERVES_NOT.search(person.note)
    return replace(person, role=Role.SERVING) if serves else person


def numbers(text: str) -> frozenset[int]:
    """The § numbers that a text names as ``§ 5``, ``§§ 5–8`` or ``§§ 5, 7 och 9``."""
    found: set[int] = set()
    for match in _SECTIONS.finditer(text):
        for first, last in _RANGE.findall(match.group(1)):
            found |= set(range(int(first), int(last or first) + 1)) if int(last or first) - int(first) < 1000 else set()  # noqa: PLR2004 - longer is no range
    return frozenset(found)


def limited(note: str) -> frozenset[int]:
    """The § that somebody was present at, where a note limits it in plain numbers; empty where it does not."""
    for match in _SECTIONS.finditer(note):
        before = note[: match.start()]
        if _NOT.search(before) or _FROM.search(before):
            return frozenset()
    return numbers(note)


def within(person: Person, every: Iterable[int]) -> Person:
    """The person with the § that an open note limits presence to: *från § 60*, *t.o.m. § 54*, *ej § 62*."""
    if person.sections:
        return person
    kept = set(every)
    for match in _OPEN.finditer(person.note):
        bound = int(match["n"])
        if match["first"]:
            kept = {n for n in kept if n >= bound}
        elif match["last"]:
            kept = {n for n in kept if n <= bound}
        else:
            kept -= numbers(match["but"])
    return person if kept == set(every) or not kept else replace(person, sections=frozenset(kept))


def names_in(text: str) -> list[str]:
    """The names that stand with a party in brackets, without the genitive's *s* where the party follows it."""
    found = [match.group(1) for match in re.finditer(rf"({NAME}) {PARTY.replace('?P<party>', '?:')}", text)]
    return [_OFFICE.sub("", name) for name in found]


def names_of(text: str) -> list[str]:
    """Whatever may be a name in a text: two words or more with capitals."""
    found = [match.group() for match in re.finditer(NAME, text)]
    return [name for name in found if not _NO_NAME.match(name)]


def same(name: str, other: str) -> bool:
    """Whether two names are the same, one of them perhaps in the genitive."""
    left, right = name.casefold(), other.casefold()
    return right in {left, f"{left}s"} or left == f"{right}s"


def _pieces(text: str) -> Iterator[str]:
    """The text cut where another person begins; what only adds to a person stays a piece of its own."""
    if _NAME_FIRST.match(text) and not _TITLE.match(
        text
    ):  # a cell's lines joined: *Eva Falk, kommundirektör Bo Ek, ekonomichef*
        text = _NEXT_LINE.sub(r"\1; ", text)
    if _MEMBER_FIRST.match(text):
        text = _NEXT_MEMBER.sub(r"\1; ", text)
    for part in re.split(r";|\s\|\s|\t", text):
        piece = ""
        for token in re.split(
            rf",(?![^(]*\))|\s(?:och|samt)\s(?=[A-ZÅÄÖ])|(?<=\))\s+(?=[A-ZÅÄÖ])|(?<=\d)\s+(?={_PERSON_NEXT})", part
        ):
            added = token.strip()
            if piece and added and _begins(added):
                yield piece
                piece = added
            else:
                piece = ", ".join(filter(None, (piece, added)))
        if piece:
            yield piece


def _begins(token: str) -> bool:
    if _TIED.match(token) or _NO_NAME.match(token):
        return False
    match = _PERSON.match(token)
    return bool(match) and not _NO_NAME.match(match["name"] if match else "")


def _person(piece: str, role: Role, paragraphs: tuple[int, ...]) -> Person | None:
    piece = _MARKS.sub("", piece)
    match = _PERSON.match(piece)
    if not match or _NO_NAME.match(match["name"]) or _TIED.match(piece):
        return None
    name = match["name"].rstrip(".")
    office = _TITLE.match(name)
    if office and " " in name[office.end() :]:
        name = name[office.end() :]
    elif office:
        office = None
    title = " ".join(filter(None, ((match["before"] or "").strip(" :"), office.group().strip() if office else "")))
    after = match["after"].strip(" ,:–-")
    party = match["party"] or ""
    bare = None if party else _BARE_PARTY.match(after)
    if bare:  # *Birgitta Bolin, s, ersätter …*
        party, after = bare["party"], after[bare.end() :]
    note = ", ".join(filter(None, (title, after)))
    return Person(name, party, role, note, limited(note), paragraphs)


def _with_note(person: Person, piece: str) -> Person:
    note = ", ".join(filter(None, (person.note, _MARKS.sub("", piece))))
    return Person(person.name, person.party, person.role, note, limited(note), person.paragraphs)
