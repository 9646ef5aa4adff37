"""What came of sorted documents, as lines of JSON for programs and as tables for people."""

import json
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, Final

from assistant.classify.result import Sorted
from assistant.documents.document import Notice
from assistant.errors import AssistantError, OutputError
from assistant.export.permitted import require
from assistant.export.sheet import Row, as_csv, as_xlsx
from assistant.phrases import WHY_NOT
from assistant.saving import save
from assistant.schemes.scheme import Scheme
from assistant.wording import Words, visible

SUFFIXES: Final = (".csv", ".xlsx")
#: Labels that are told besides the likeliest: those that may well be right, and at least the next two.
_LEAST: Final = 0.01
_FEWEST, _MOST = 3, 8
_SHORT: Final = 90
_WIDTHS: Final = (46, 22, 22, 30, 11, 22, 11, 24, 70, 8, 8, 40)

Outcome = tuple[Path, Sorted | AssistantError]
Columns = tuple[str, ...]


def as_json(path: Path, outcome: Sorted | AssistantError, scheme: Scheme) -> str:
    """One document as a line; a label of null is *vet ej*, or a document that could not be read."""
    if isinstance(outcome, AssistantError):
        told: dict[str, Any] = {
            "path": str(path), "label": None, "confidence": 0.0, "ranking": [], "quote": "", "paragraph": None, "page": None,
            "coverage": None, "problem": outcome.code,
        }  # fmt: skip
        return json.dumps(told, ensure_ascii=False)
    decision, evidence, coverage = outcome.decision, outcome.evidence, outcome.coverage
    ranking = [each for place, each in enumerate(decision.ranking[:_MOST]) if place < _FEWEST or each.p >= _LEAST]
    told = {
        "path": str(path),
        "label": decision.label or None,
        "name": scheme.label(decision.label).name if decision.label else None,
        "confidence": round(decision.confidence, 4),
        "ranking": [{"label": each.label, "p": round(each.p, 4)} for each in ranking],
        "quote": evidence.quote,
        "paragraph": evidence.paragraph,
        "page": evidence.page,
        "coverage": {
            "paragraphs": coverage.paragraphs,
            "read": coverage.read,
            "weighed": coverage.weighed,
            "left_out": [{"from": run.first, "to": run.last, "why": run.why} for run in coverage.left_out],
        },
        "calibrated": decision.is_calibrated,
    }
    if decision.why:
        told["why"] = decision.why
    if outcome.notices:
        told["notices"] = list(outcome.notices)
    return json.dumps(told, ensure_ascii=False)


def head(words: Words) -> Row:
    """The names of a table's columns; the second is for whoever looks it through to fill in."""
    heads = [words("File"), words("Right label"), words("Label"), words("Name"), words("Confidence"), words("Next")]
    heads += [words("Its confidence"), words("Undecided because"), words("Quote"), words("Page"), words("Paragraph")]
    return [*heads, words("Problem")]


def row(
    path: Path, outcome: Sorted | AssistantError, scheme: Scheme, words: Words, confirmed: str | None = None
) -> Row:
    """One document as a row of a table; ``confirmed`` is the label that a person has said, empty for *vet ej*."""
    if isinstance(outcome, AssistantError):
        return [str(path), "", "", "", "", "", "", "", "", "", "", words.error(outcome)]
    decision, evidence = outcome.decision, outcome.evidence
    second = decision.ranking[1] if len(decision.ranking) > 1 else None
    return [
        str(path),
        words("Not known").lower() if confirmed == "" else confirmed or "",
        decision.label,
        scheme.label(decision.label).name if decision.label else "",
        round(decision.confidence, 2),
        second.label if second else "",
        round(second.p, 2) if second else "",
        words(WHY_NOT[decision.why]) if decision.why else "",
        evidence.quote,
        evidence.page if evidence.page is not None else "",
        evidence.paragraph if evidence.paragraph is not None else "",
        "; ".join(words.notice(Notice(notice)) for notice in outcome.notices),
    ]


def line(path: Path, outcome: Sorted | AssistantError, scheme: Scheme, words: Words, root: Path) -> str:
    """One document as a line for the eye."""
    name = str(path.relative_to(root)) if path.is_relative_to(root) else path.name
    if isinstance(outcome, AssistantError):
        return visible(f"{name}  –  {words.error(outcome)}")
    decision = outcome.decision
    said = (
        scheme.label(decision.label).name
        if decision.label
        else f"{words('Not known').lower()} ({words(WHY_NOT[decision.why])})"
    )
    quote = outcome.evidence.quote if len(outcome.evidence.quote) <= _SHORT else f"{outcome.evidence.quote[:_SHORT]}…"
    return visible(
        f"{name}  {said}  {round(decision.confidence * 100)} %  {words.quoted(quote) if quote else ''}".rstrip()
    )


def write(
    outcomes: Iterable[Outcome],
    path: Path,
    scheme: Scheme,
    words: Words,
    confirmed: Mapping[Path, str] | None = None,
) -> None:
    """Save a table with a row for each document, and what a person has said of some in its column.

    Raises:
        OutputError: the suffix is none of ``SUFFIXES`` (reason ``table-format``), IT does not allow the kind of file
            (``fixed-format``), or the file cannot be saved.
    """

    def rows() -> Iterator[Row]:
        yield head(words)
        for file, outcome in outcomes:
            yield row(file, outcome, scheme, words, (confirmed or {}).get(file))

    save_table(rows(), path, scheme.name, _WIDTHS)


def save_table(rows: Iterable[Row], path: Path, name: str, widths: Sequence[int]) -> None:
    """Save rows as a .csv or a workbook with one sheet of that name.

    Raises:
        OutputError: as ``write``.
    """
    forms: dict[str, Callable[[Iterable[Row]], bytes]] = {
        ".csv": as_csv,
        ".xlsx": lambda lines: as_xlsx(lines, name, widths),
    }
    form = forms.get(path.suffix.lower())
    if form is None:
        raise OutputError(name=path.name, reason="table-format")
    require(path)
    save(path, form(rows))
