"""What decisions give somebody to do: *ger förvaltningen i uppdrag att …*, with whom and by when as worded."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from assistant.minutes import acts
from assistant.minutes.protokoll import Point, Section, Stated
from assistant.sentences import sentences

_GIVEN = re.compile(
    r"\b(?:ger|ge|ges|gav|lämnar|lämna)\s+(?P<who>[^.;]{2,90}?)\s+(?:i\s+)?uppdrag(?:et)?\s+att\b"
    r"|\b(?:ger|ge|ges|gav)\s+i uppdrag (?:åt|till)\s+(?P<who4>[^.;]{2,90}?)\s+att\b"
    r"|\buppdr(?:a|ar|as|aga|ags|og|ogs)\s+(?:åt|till)\s+(?P<who2>[^.;]{2,90}?)\s+att\b"
    r"|(?:^|(?<=\d\. )|(?<=, )|(?<=: )|(?<=att ))(?P<who3>[A-ZÅÄÖa-zåäö][\wåäö-]+(?: [\wåäö-]+){0,5}?)\s+(?:får|ges|fick|uppdras)"
    r"(?:\s+i\s+uppdrag)?\s+att\b"
    r"|^(?:\d{1,2}[.)] )?(?P<who6>[A-ZÅÄÖ][\w-]+(?:en|n|et|na)) (?:ska|skall) (?=senast\b)"
    r"|\b(?:får|fick) (?P<who5>[\w-]+(?:en|n|et)(?: [\w-]+){0,2}?) i uppdrag att\b",
    re.IGNORECASE,
)
_IS_TASK = re.compile(r"\buppdr[ao]|\bskal{0,2} senast\b", re.IGNORECASE)


@dataclass(frozen=True)
class Task:
    """One thing to do that a § decides: as worded, whom it is given to, and by when where that is said."""

    stated: Stated
    who: str
    when: str


def tasks(section: Section) -> Iterator[Task]:
    """The tasks that the decisions of a § give; a proposal to another body gives none."""
    for point in section.decisions:
        yield from _of(point)


def _of(point: Point) -> Iterator[Task]:
    for sentence in sentences(point.stated.text):
        match = _GIVEN.search(sentence) if _IS_TASK.search(sentence) else None
        if match:
            who = next(group for group in match.groups() if group)
            stated = Stated(sentence, point.stated.paragraphs)
            yield Task(stated, re.sub(r"^(?:att|även|samt|därför) ", "", who.strip()), acts.when_of(sentence, "sv"))
