"""What every written format says around a result's blocks: sources, doubts, what was read and how it was made.

Here is decided what is said and in which order; the formats decide only how it looks.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import datetime, timedelta
from itertools import groupby
from typing import Final

from assistant.documents.document import Unread
from assistant.phrases import TASKS
from assistant.tasks.task import Block, BlockKind, Coverage, LeftOut, Origin, Result, Source, Status
from assistant.wording import Words, ranges, visible

#: Characters of a block's text that are enough to recognise it by.
_EXCERPT: Final = 70


def lines(text: str) -> list[str]:
    """The text's lines, without what could steer a terminal or is not allowed in XML; at least one."""
    return [visible(line.replace("\t", " ")).strip() for line in text.splitlines()] or [""]


def line(text: str) -> str:
    """The text on one line, cleaned in the same way."""
    return " ".join(filter(None, lines(text)))


def title(result: Result, words: Words) -> str:
    """What was made of which documents."""
    task = words(TASKS.get(result.task, result.task))
    return f"{task}: {', '.join(line(document.name) for document in result.documents)}" if result.documents else task


def banner(result: Result, words: Words) -> str:
    """The reminder that a person must read this before it is used."""
    if result.provenance.model:
        return words("A draft made with the support of AI. Review it before use.")
    return words("A draft made by a program. Review it before use.")


def runs(blocks: Sequence[Block]) -> Iterator[tuple[BlockKind, list[Block]]]:
    """The blocks in order, neighbours of the same kind together, so that lists and tables hold together."""
    for kind, run in groupby(blocks, key=lambda block: block.kind):
        yield kind, list(run)


def cells(block: Block) -> tuple[str, ...]:
    """A row's cells, each on one line; a row without cells is one cell."""
    return tuple(line(cell) for cell in block.cells or (block.text,))


def place(source: Source, result: Result, words: Words) -> str:
    """``¶ 12, s. 3``; with several documents the document's number first: ``2: ¶ 12``."""
    where = f"¶ {source.paragraph}"
    if source.page is not None:
        where += words(", p. {page}", page=source.page)
    names = [document.name for document in result.documents]
    if len(names) > 1 and source.document in names:
        return f"{names.index(source.document) + 1}: {where}"
    return where


def mark(block: Block, result: Result, words: Words) -> str:
    """Where a block has its support, in brackets, and in words how far when it is not fully: what follows its text."""
    places = dict.fromkeys(place(source, result, words) for source in block.sources)
    found = f"[{'; '.join(places)}]" if places else ""
    return " ".join(filter(None, (found, doubt(block, words))))


def doubt(block: Block, words: Words) -> str:
    """``(ej belagt)``, ``(ändrad för hand)`` and the like; empty for headings, and for what is supported as the task wrote it."""
    if block.kind is BlockKind.HEADING:
        return ""
    said = [] if block.status is Status.SUPPORTED else [words.status(block.status)]
    if block.origin is Origin.HAND:
        said.append(words.origin(block.origin))
    return f"({', '.join(said)})" if said else ""


def is_verbatim(source: Source, block: Block) -> bool:
    """Whether a block is nothing but its source's own words; to quote them under it would say them twice."""
    return line(source.quote) == line(block.text)


def quotes(result: Result, words: Words) -> list[tuple[str, str]]:
    """Every place that a block rests on, once, in the documents' order, with the words that stand there."""
    order = {document.name: number for number, document in enumerate(result.documents)}
    cited = (source for block in result.blocks for source in block.sources if not is_verbatim(source, block))
    ordered = sorted(
        dict.fromkeys(cited), key=lambda source: (order.get(source.document, len(order)), source.paragraph)
    )
    return [(place(source, result, words), line(source.quote)) for source in ordered]


def findings(result: Result, words: Words) -> list[tuple[str, list[str]]]:
    """What the checks found: first on the whole result (under an empty excerpt), then under the beginning of each block."""
    grouped: dict[int, list[str]] = {}
    for finding in result.findings:
        known = finding.block is not None and 0 <= finding.block < len(result.blocks)
        grouped.setdefault(finding.block if known and finding.block is not None else -1, []).append(
            words.finding(finding)
        )
    return [
        ("" if number < 0 else _excerpt(result.blocks[number].text), list(dict.fromkeys(grouped[number])))
        for number in sorted(grouped)
    ]


def documents(result: Result) -> list[str]:
    """The documents' names with the numbers that the marks use, when there are several."""
    names = [line(document.name) for document in result.documents]
    return [f"{number}: {name}" for number, name in enumerate(names, 1)] if len(names) > 1 else []


def reading(result: Result, words: Words) -> list[str]:
    """What was read, what was left out and where, what could not be read, and what the reader noticed."""
    said = [words.share_read(result.coverage)]
    ordered = sorted(result.coverage.left_out, key=lambda run: (run.why, run.first))
    said += [_left_out(why, list(run), words) for why, run in groupby(ordered, key=lambda run: run.why)]
    said += filter(None, [words.pages_unread(result.coverage)])
    for document in result.documents:
        begins = f"{line(document.name)}: " if len(result.documents) > 1 else ""
        unread = dict.fromkeys(words.unread(each) for each in document.unread if not _is_told(each, result.coverage))
        if unread:
            said.append(begins + words("Could not be read: {what}.", what="; ".join(unread)))
        said += [begins + words.notice(notice) for notice in document.notices if notice not in result.notices]
    return said + [words.notice(notice) for notice in result.notices]


def making(result: Result, words: Words) -> list[tuple[str, str]]:
    """How the result was made, as pairs of a label and a value."""
    made = result.provenance
    seconds = round(made.seconds, 1)
    model = made.model or words("none; the program chose the sentences")
    if made.model_imported:
        model = words("{model} (imported by the user, not on Kansli's list)", model=model)
    facts = [
        (words("Program"), f"Kansli {made.app}"),
        (words("Prompt"), made.prompt or words("none")),
        (words("Language model"), model),
        (words("The model's SHA-256"), made.model_sha256),
        (words("Made"), _minute(result)),
        (words("Time"), words("{seconds} seconds", seconds=seconds) if seconds else ""),
        *_reworded(result, words),
    ]
    if made.model:
        spent = words("{read} read, {written} written", read=made.tokens_read, written=made.tokens_written)
        facts += [(words("Tokens"), spent), (words("Seed"), str(made.seed))]
    return [(label, line(value)) for label, value in facts if value]


def _reworded(result: Result, words: Words) -> list[tuple[str, str]]:
    """How many statements are not worded as the task wrote them, and by whom."""
    counts = Counter(block.origin for block in result.blocks)
    return [
        (words.origin(origin).capitalize(), words.count("{count} statement", "{count} statements", counts[origin]))
        for origin in (Origin.HAND, Origin.MODEL)
        if counts[origin]
    ]


def moment(result: Result) -> datetime | None:
    """When the result was made, None when it is not told as ISO 8601."""
    try:
        return datetime.fromisoformat(result.provenance.made)
    except ValueError:
        return None


def _minute(result: Result) -> str:
    """``2026-11-23 21:10``, by the clock that the result was made by; the seconds say nothing to a reader."""
    made = moment(result)
    if made is None:
        return result.provenance.made
    return f"{made:%Y-%m-%d %H:%M}" + (" UTC" if made.utcoffset() == timedelta(0) else "")


def _excerpt(text: str) -> str:
    whole = line(text)
    if len(whole) <= _EXCERPT:
        return whole
    return whole[: _EXCERPT + 1].rsplit(" ", 1)[0].rstrip(" ,.;:")[:_EXCERPT] + " …"


def _is_told(unread: Unread, coverage: Coverage) -> bool:
    """A page without text, which the sentence on such pages names."""
    return unread.why in {"scanned", "page-empty"} and unread.page in coverage.pages_unread


def _left_out(why: str, left_out: Sequence[LeftOut], words: Words) -> str:
    numbers = [number for run in left_out for number in range(run.first, run.last + 1)]
    return words("Paragraphs {which}: {why}.", which=ranges(numbers), why=words.why_left_out(why))
