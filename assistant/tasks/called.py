"""A notice of meeting against the minutes: what became of each matter called, and what was taken up besides. No model."""

import re
from collections.abc import Sequence

from assistant.documents.document import Document
from assistant.errors import DocumentNotMinutes
from assistant.minutes.agenda import Called, read_agenda
from assistant.minutes.protokoll import Outcome, Point, Section
from assistant.minutes.read import read
from assistant.sentences import topics
from assistant.tasks.provenance import Account
from assistant.tasks.task import Block, BlockKind, Coverage, LeftOut, Result, Source, Status
from assistant.wording import Words

_NOTHING = "–"
#: Two titles with this share of their words in common are taken for the same matter. A title that differs more is not matched:
#: to leave a matter unmatched is told, to match the wrong one is not.
_ALIKE = 0.6
_WITHDRAWN = re.compile(r"\butgår\b|\butgick\b|\bdras? (?:tillbaka|ur)\b", re.IGNORECASE)


def called(notice: Document, minutes: Document, language: str = "") -> Result:
    """A table with a row for each matter called, and one for each § that was not called.

    Raises:
        DocumentNotMinutes: the minutes have no §, or the notice no list of matters (reason ``agenda``).
    """
    account = Account()
    matters = read_agenda(notice)
    if not matters:
        raise DocumentNotMinutes(name=notice.name, reason="agenda")
    sections = list(read(minutes).sections)
    if not sections:
        raise DocumentNotMinutes(name=minutes.name)
    words = Words(language or "sv")
    blocks = _blocks(notice, minutes, matters, sections, words)
    return Result(
        task="called",
        documents=(notice, minutes),
        language="sv",
        blocks=tuple(blocks),
        coverage=_coverage(notice, minutes, blocks),
        provenance=account.provenance(["called@1"]),
    )


def _blocks(
    notice: Document, minutes: Document, matters: Sequence[Called], sections: Sequence[Section], words: Words
) -> list[Block]:
    heads = (
        words("No."),
        words("Matter called"),
        words("Case number"),
        "§",
        words("What became of it"),
        words("As worded"),
        words("Matched by"),
    )
    blocks = [Block(BlockKind.ROW, " | ".join(heads), heads, status=Status.SUPPORTED)]
    matched = match(matters, sections)
    for matter, (section, by) in zip(matters, matched, strict=True):
        became, worded, at = _became(matter, section, sections, words)
        cells = (
            str(matter.number), matter.title, ", ".join(matter.case_numbers) or _NOTHING,
            f"§ {section.number}" if section else _NOTHING, became, worded or _NOTHING, words(by) if by else _NOTHING,
        )  # fmt: skip
        sources = [_source(notice, n) for n in matter.paragraphs]
        sources += [_source(minutes, n) for n in (*(section.heading.paragraphs if section else ()), *at)]
        blocks.append(Block(BlockKind.ROW, " | ".join(cells), cells, tuple(dict.fromkeys(sources)), Status.SUPPORTED))
    taken = {id(section) for section, _ in matched if section}
    return [*blocks, *_others(minutes, [section for section in sections if id(section) not in taken], words)]


def _others(minutes: Document, sections: Sequence[Section], words: Words) -> list[Block]:
    """The § that nobody was called to."""
    if not sections:
        return []
    heads = ("§", words("Matter"), words("Case number"), words("What became of it"), words("As worded"))
    blocks = [
        Block(BlockKind.HEADING, words("Not in the notice")),
        Block(BlockKind.ROW, " | ".join(heads), heads, status=Status.SUPPORTED),
    ]
    for section in sections:
        became, worded, at = _outcome(section, words)
        cases = ", ".join(number.text for number in section.case_numbers) or _NOTHING
        cells = (f"§ {section.number}", section.title or _NOTHING, cases, became, worded or _NOTHING)
        sources = [_source(minutes, n) for n in dict.fromkeys((*section.heading.paragraphs, *at))]
        blocks.append(Block(BlockKind.ROW, " | ".join(cells), cells, tuple(sources), Status.SUPPORTED))
    return blocks


def match(matters: Sequence[Called], sections: Sequence[Section]) -> list[tuple[Section | None, str]]:
    """The § of each matter, by case number or else by title, and by which; no § stands for two matters."""
    found: list[tuple[Section | None, str]] = [(None, "")] * len(matters)
    free = list(sections)
    for place, matter in enumerate(matters):
        cases = {_bare(case) for case in matter.case_numbers}
        hits = [section for section in free if cases & {_bare(number.text) for number in section.case_numbers}]
        if len(hits) == 1 or (hits and _likeness(matter.title, hits[0].title) > 0):
            best = max(hits, key=lambda section: _likeness(matter.title, section.title))
            found[place] = (best, "case number")
            free.remove(best)
    for place, matter in enumerate(matters):
        if found[place][0] is None and free:
            best = max(free, key=lambda section: _likeness(matter.title, section.title))
            if _likeness(matter.title, best.title) >= _ALIKE:
                found[place] = (best, "title")
                free.remove(best)
    return found


def _likeness(one: str, other: str) -> float:
    """The share of the words of two titles that both have."""
    left, right = set(topics(one, "sv")), set(topics(other, "sv"))
    return len(left & right) / len(left | right) if left and right else 0.0


def _bare(case: str) -> str:
    return re.sub(r"[\s-]", "", case).casefold()


def _became(
    matter: Called, section: Section | None, sections: Sequence[Section], words: Words
) -> tuple[str, str, tuple[int, ...]]:
    """What became of a matter, as worded, and where. One that has no § may be withdrawn when the agenda is settled."""
    if section is not None:
        return _outcome(section, words)
    for each in sections:
        for point in each.points:
            numbers = re.findall(r"(?:ärende|punkt)(?:na|en)?\s+(\d{1,3})", point.stated.text, re.IGNORECASE)
            if _WITHDRAWN.search(point.stated.text) and str(matter.number) in numbers:
                return words("withdrawn"), point.stated.text, point.stated.paragraphs
    return words("no § found for it"), "", ()


def _outcome(section: Section, words: Words) -> tuple[str, str, tuple[int, ...]]:
    if not section.points:
        return words("no decision found"), "", ()
    said = [_named(point, words) for point in section.points]
    worded = [
        f"{words('Proposal')}: {point.stated.text}" if point.outcome is Outcome.PROPOSED else point.stated.text
        for point in section.points
    ]
    text = worded[0] if len(worded) == 1 else " ".join(f"({n}) {each}" for n, each in enumerate(worded, 1))
    return ", ".join(dict.fromkeys(said)), text, tuple(n for point in section.points for n in point.stated.paragraphs)


def _named(point: Point, words: Words) -> str:
    """What a point is, in a word."""
    if point.outcome is Outcome.PROPOSED:
        return words("proposed to {body}", body=point.body) if point.body else words("proposed")
    if point.outcome is Outcome.DECIDED:
        return words("withdrawn") if _WITHDRAWN.search(point.stated.text) else words("decided")
    return {
        Outcome.TABLED: words("tabled"),
        Outcome.REMITTED: words("sent back"),
        Outcome.NOTED: words("noted"),
        Outcome.UNCLEAR: words("decided or proposed: look in the document"),
    }[point.outcome]


def _source(document: Document, number: int) -> Source:
    paragraph = document.paragraphs[number - 1]
    return Source(document.name, number, paragraph.page, paragraph.text)


def _coverage(notice: Document, minutes: Document, blocks: Sequence[Block]) -> Coverage:
    """Over both documents; the numbers of the minutes' paragraphs go on where the notice's end."""
    used = {(source.document, source.paragraph) for block in blocks for source in block.sources}
    shift = len(notice.paragraphs)
    total = shift + len(minutes.paragraphs)
    read_ = {n for name, n in used if name == notice.name} | {n + shift for name, n in used if name == minutes.name}
    runs: list[LeftOut] = []
    for number in (n for n in range(1, total + 1) if n not in read_):
        if runs and runs[-1].last == number - 1:
            runs[-1] = LeftOut(runs[-1].first, number, "background")
        else:
            runs.append(LeftOut(number, number, "background"))
    return Coverage(total, len(read_), tuple(runs))
