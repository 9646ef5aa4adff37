"""Formal minutes against their labels: ``python -m tests.evaluation minutes``. No model takes part, so it takes seconds.

Each case is a text in ``minutes/`` with a ``.toml`` beside it, written before the reader was tried on it. ``.md`` texts are made
into the format that the label names, so that Word files and PDFs are read as such; PDFs there were made by an office program.
"""

import dataclasses
import io
import json
import sys
import textwrap
import tomllib
from collections import Counter
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import docx

from assistant.documents.document import Document
from assistant.documents.read import read_bytes
from assistant.job import Job, carry_out
from assistant.minutes.protokoll import Outcome, Protokoll, Role
from assistant.minutes.read import read
from assistant.minutes.tasks import tasks
from assistant.tasks.options import Options
from assistant.tasks.task import BlockKind, Result, Status
from tests.evaluation import sets
from tests.evaluation.committee import rows_under
from tests.samples.pdfs import pdf

CASES = Path(__file__).parent / "minutes"
#: Texts that are no minutes: letters, notices, policies, proposals by officials.
OTHERS = Path(__file__).parent / "no_minutes"
Label = dict[str, Any]


@dataclasses.dataclass(frozen=True)
class Score:
    """What was made of one case. All but ``decisions``, ``proposals``, ``rows`` and ``quoted`` count faults or misses."""

    decisions: int
    decisions_missed: int
    decisions_invented: int
    proposals: int
    proposals_missed: int
    proposals_as_decisions: int
    open_wrong: int
    votes_wrong: int
    people_wrong: int
    details_wrong: int
    findings_wrong: int
    rows: int
    quoted: int
    not_covered: int
    tasks_wrong: int = 0
    unclear_wrong: int = 0

    @property
    def faults(self) -> int:
        """All faults together; a proposal as a decision weighs most."""
        return (
            self.decisions_missed + self.decisions_invented + self.proposals_missed + 10 * self.proposals_as_decisions
            + self.open_wrong + self.votes_wrong + self.people_wrong + self.details_wrong + self.findings_wrong + self.tasks_wrong
            + self.unclear_wrong
            + self.rows - self.quoted + self.not_covered
        )  # fmt: skip


def cases(only: list[str]) -> list[tuple[str, Document, Label]]:
    """The labelled minutes, read as the format that each label names."""
    found = []
    for path in sets.chosen(sorted(CASES.glob("*.toml")), only, lambda each: each.stem):
        label = tomllib.loads(path.read_text(encoding="utf-8"))
        source = next(
            path.with_suffix(end) for end in (".pdf", ".docx", ".md", ".txt") if path.with_suffix(end).exists()
        )
        if source.suffix in {".pdf", ".docx"}:
            data = source.read_bytes()
        else:
            data = {"docx": as_docx, "pdf": as_pdf}.get(label["format"], str.encode)(source.read_text("utf-8"))
        found.append((path.stem, read_bytes(data, f"{path.stem}.{label['format']}"), label))
    return found


def main(only: list[str], baseline: Path, *, save: bool) -> None:
    """Score every case, print, compare with the baseline, and save it if asked to."""
    judge("minutes", cases(only), baseline, save=save)
    if not only:
        told = {path.stem: decided_in(path) for path in sorted(OTHERS.glob("*.txt"))}
        print(f"no minutes: {sum(map(len, told.values()))} decisions told  ({len(told)} cases)")
        for name, found in told.items():
            for each in found:
                print(f"    {name}: told as decided: {each}", file=sys.stderr)


def judge(key: str, given: Iterable[tuple[str, Document, Label]], baseline: Path, *, save: bool) -> None:
    """Score these minutes, print, compare with what the baseline holds under the key, and save it if asked to."""
    stored = json.loads(baseline.read_text(encoding="utf-8")) if baseline.is_file() else {}
    before = stored.get(key, {})
    scores = {name: score(document, label, name) for name, document, label in given}
    total = Counter[str]()
    for name, made in scores.items():
        total.update(dataclasses.asdict(made))
        print(f"  {name:26} {_line(Counter(dataclasses.asdict(made)))}")
    print(f"{key}: {_line(total)}  ({len(scores)} cases)")
    faults = {name: Score(**before[name]).faults for name in scores if name in before}
    for word, names in (
        ("improved", [name for name in faults if scores[name].faults < faults[name]]),
        ("regressed", [name for name in faults if scores[name].faults > faults[name]]),
    ):
        if names:
            print(f"  {word}: " + ", ".join(f"{name} {faults[name]} to {scores[name].faults} faults" for name in names))
    if save:
        stored[key] = before | {name: dataclasses.asdict(made) for name, made in scores.items()}
        baseline.write_text(json.dumps(stored, indent=1, sort_keys=True) + "\n", encoding="utf-8")


def score(document: Document, label: Label, name: str = "") -> Score:
    """One case against its label; what differs is told on stderr."""
    meetings = read(document).meetings
    result = carry_out(Job(document, Options("minutes")), None, lambda _event: None)
    told = _Told(name)
    decisions = [(s.number, p.stated.text) for m in meetings for s in m.sections for p in s.decisions]
    proposals = [(s.number, p.stated.text) for m in meetings for s in m.sections for p in s.proposals]
    missed, invented = _compared(label["decisions"], decisions)
    lost, _ = _compared(label["proposals"], proposals)
    wrong = [*label["proposals"], *((None, text) for text in label.get("not_decisions", ()))]
    as_decisions = [at for at in decisions if any(text in at[1] and number in {None, at[0]} for number, text in wrong)]
    unsure = _compared(
        label.get("unclear", []), [(s.number, p.stated.text) for m in meetings for s in m.sections for p in s.unclear]
    )
    rows = [b for b in result.blocks if b.kind is BlockKind.ROW and b.sources]
    return Score(
        decisions=len(label["decisions"]),
        decisions_missed=told("missed", missed),
        decisions_invented=told("invented", invented),
        proposals=len(label["proposals"]),
        proposals_missed=told("proposal missed", lost),
        proposals_as_decisions=told("PROPOSAL AS DECISION", as_decisions),
        open_wrong=told("open", _differ(label["open"], _open(meetings))),
        votes_wrong=told("votes", _differ(map(tuple, label["votes"]), _votes(meetings)) + _names(meetings, label)),
        people_wrong=told("people", _people(meetings, label)),
        details_wrong=told("details", _details(meetings, result, label)),
        findings_wrong=told("findings", _differ(label["findings"], {f.code for f in result.findings} - _NOT_LABELLED)),
        tasks_wrong=told("tasks", _differ(map(tuple, label.get("tasks", ())), _tasks(meetings))),
        unclear_wrong=told("unclear", [*unsure[0], *unsure[1]]),
        rows=len(rows),
        quoted=len(rows) - told("doubt", [b.text for b in rows if b.status is not Status.SUPPORTED]),
        not_covered=told("coverage", _uncovered(result)),
    )


def decided_in(path: Path) -> list[str]:
    """What a text is said to decide: the rows of the tables of decisions."""
    document = read_bytes(path.read_bytes(), path.name)
    result = carry_out(Job(document, Options("minutes")), None, lambda _event: None)
    return [row.text for table in ("Beslut", "Decisions") for row in rows_under(result, table) if row.sources]


#: Findings on how the document was read, not on what is wrong in it.
_NOT_LABELLED = {
    "decision-without-label",
    "heading-guessed",
    "decision-may-be-proposal",
    "not-in-form",
    "tables-alone",
    "read-as-notes",
}


class _Told:
    """Prints differences and counts them."""

    def __init__(self, case: str) -> None:
        self._case = case

    def __call__(self, what: str, differing: list[Any]) -> int:
        for each in differing:
            print(f"    {self._case}: {what}: {each}", file=sys.stderr)
        return len(differing)


def _compared(wanted: list[Any], found: list[tuple[int, str]]) -> tuple[list[Any], list[Any]]:
    """What was wanted and not found, and what was found and not wanted. A found point may hold several that were wanted."""

    def answers(want: Any, point: tuple[int, str]) -> bool:
        return bool(point[0] == want[0] and want[1] in point[1])

    missed = [tuple(want) for want in wanted if not any(answers(want, point) for point in found)]
    return missed, [point for point in found if not any(answers(want, point) for want in wanted)]


def _differ(wanted: Any, found: Any) -> list[Any]:
    left, right = Counter(wanted), Counter(found)
    return [("-", each) for each in (left - right).elements()] + [("+", each) for each in (right - left).elements()]


def _open(meetings: tuple[Protokoll, ...]) -> list[int]:
    put_off = {Outcome.TABLED, Outcome.REMITTED}
    return [s.number for m in meetings for s in m.sections if any(p.outcome in put_off for p in s.points)]


def _votes(meetings: tuple[Protokoll, ...]) -> list[tuple[int, int, int, int]]:
    return [(s.number, b.yes, b.no, b.abstained) for m in meetings for s in m.sections for b in s.ballots]


def _names(meetings: tuple[Protokoll, ...], label: Label) -> list[Any]:
    """Where the label counts those named as voting ja, nej and avstår, what differs from what was read."""
    wanted = [("named", *each) for each in label.get("named", ())]
    sections = {each[1] for each in wanted}
    counted = [
        ("named", s.number, *(sum(vote == how for _, vote in b.names) for how in ("ja", "nej", "avstår")))
        for m in meetings for s in m.sections for b in s.ballots if s.number in sections
    ]  # fmt: skip
    return _differ(wanted, counted)


def _tasks(meetings: tuple[Protokoll, ...]) -> list[tuple[int, str, str]]:
    return [(s.number, task.who, task.when) for m in meetings for s in m.sections for task in tasks(s)]


def _people(meetings: tuple[Protokoll, ...], label: Label) -> list[Any]:
    differing = []
    for key, role in (
        ("members", Role.MEMBER),
        ("serving", Role.SERVING),
        ("substitutes", Role.SUBSTITUTE),
        ("others", Role.OTHER),
        ("absent", Role.ABSENT),
    ):
        found = [person.name for m in meetings for person in m.front.having(role)]
        differing += [(key, *each) for each in _differ(label.get(key, ()), found)]
    partial = [(p.name, tuple(sorted(p.sections))) for m in meetings for p in m.front.people if p.sections]
    differing += _differ([(name, tuple(numbers)) for name, numbers in label["partial"]], partial)
    for key in ("chair", "secretary"):
        found = [stated.text for m in meetings for stated in getattr(m.front, key)]
        differing += (
            [] if all(label[key] in text for text in found) and bool(found) == bool(label[key]) else [(key, found)]
        )
    adjusters = " ".join(stated.text for m in meetings for stated in m.front.adjusters)
    return differing + [("adjuster", name) for name in label["adjusters"] if name not in adjusters]


def _details(meetings: tuple[Protokoll, ...], result: Result, label: Label) -> list[Any]:
    sections = [s for m in meetings for s in m.sections]
    differing = [
        ("body", *each)
        for each in _differ(label["bodies"], [m.front.body.text if m.front.body else "" for m in meetings])
    ]
    cases = [(s.number, number.text) for s in sections for number in s.case_numbers]
    differing += [("case", *each) for each in _differ(map(tuple, label["cases"]), cases)]
    reserved = [s.number for s in sections if any(part.kind == "reservation" for part in s.parts)]
    differing += [("reservation", *each) for each in _differ(label["reservations"], reserved)]
    sent = [(s.number, part.text) for s in sections for part in s.parts if part.kind == "sent-to"]
    differing += [("sent", n, to) for n, to in label["sent_to"] if not any(n == at and to in text for at, text in sent)]
    later = " ".join(block.text for block in result.blocks if block.kind is BlockKind.ITEM)
    return differing + ([("next meeting", later)] if label.get("next_meeting", "") not in later else [])


def _uncovered(result: Result) -> list[str]:
    coverage = result.coverage
    out = sum(run.last - run.first + 1 for run in coverage.left_out)
    is_exact = coverage.paragraphs == len(result.documents[0].paragraphs) == coverage.read + out
    return [] if is_exact else [f"{coverage.read} + {out} of {coverage.paragraphs}"]


def _line(made: Counter[str]) -> str:
    return (
        f"decisions {made['decisions'] - made['decisions_missed']}/{made['decisions']}, {made['decisions_invented']} invented; "
        f"proposals {made['proposals'] - made['proposals_missed']}/{made['proposals']}, {made['proposals_as_decisions']} as decisions; "
        f"wrong: open {made['open_wrong']}, votes {made['votes_wrong']}, people {made['people_wrong']}, "
        f"details {made['details_wrong']}, findings {made['findings_wrong']}, tasks {made['tasks_wrong']}, unclear {made['unclear_wrong']}; "
        f"rows verified {made['quoted']}/{made['rows']}; not covered {made['not_covered']}"
    )


def as_docx(text: str) -> bytes:
    """A Word file of a text with ``#`` headings, ``|`` rows, ``-`` items, and ``**`` around what begins a line in bold."""
    document = docx.Document()
    table = None
    for line in text.splitlines():
        if line.startswith("|"):
            cells = [cell.strip() for cell in line.strip()[1:-1].split("|")]
            if table is None or len(table.columns) != len(cells):
                table = document.add_table(rows=0, cols=len(cells))
            for cell, content in zip(table.add_row().cells, cells, strict=True):
                cell.text = content
            continue
        table = None
        if line.startswith("#"):
            marks, _, content = line.partition(" ")
            document.add_heading(content, len(marks))
        elif line.startswith("- "):
            document.add_paragraph(line[2:], style="List Bullet")
        elif line.startswith("**"):
            bold, _, rest = line[2:].partition("**")
            paragraph = document.add_paragraph()
            paragraph.add_run(bold).bold = True
            paragraph.add_run(rest)
        elif line.strip():
            document.add_paragraph(line)
    data = io.BytesIO()
    document.save(data)
    return data.getvalue()


def as_pdf(text: str) -> bytes:
    """A PDF of the same, with a running head and page numbers."""
    pages: list[list[tuple[float, float, float, str]]] = []
    y = 0.0
    for line in text.splitlines():
        plain = "  ".join(cell.strip() for cell in line.strip("| ").split("|")) if line.startswith("|") else line
        marks, _, content = plain.partition(" ") if line.startswith("#") else ("", "", plain)
        size = {1: 14.0, 2: 12.0}.get(len(marks), 10.0)
        gap = 26.0 if marks else 15.0 if line.strip() else 6.0
        for n, piece in enumerate(textwrap.wrap(content.removeprefix("- ").replace("**", ""), 88) or [""]):
            y -= gap if not n else 12.5
            if y < 70:
                pages.append([(430.0, 805.0, 9.0, f"Sida {len(pages) + 1}"), (70.0, 805.0, 9.0, "Ekbacka kommun")])
                y = 770.0
            if piece:
                pages[-1].append((70.0, y, size, piece))
    return pdf(*pages)
