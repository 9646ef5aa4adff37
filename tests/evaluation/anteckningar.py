"""Notes and transcripts of our own against their labels: ``python -m tests.evaluation notes``, in seconds without a model.

Each case is a text in ``notes/`` with a ``.toml`` beside it. ``.md`` texts are made into the format that the label names. A label
holds pieces of the sentences that decide, that give somebody something to do, that ask, and of those that only seem to decide.
"""

import dataclasses
import tomllib
from pathlib import Path
from typing import Any

from assistant.documents.document import Document
from assistant.documents.read import read_bytes
from assistant.engine.session import Session
from assistant.job import Job, carry_out
from assistant.tasks.options import Options
from assistant.tasks.task import Block, BlockKind, Result, Status
from tests.evaluation import sets
from tests.evaluation.committee import claimed, rows_under, statements
from tests.evaluation.protokoll import as_docx, as_pdf

CASES = Path(__file__).parent / "notes"
Label = dict[str, Any]
#: The headings of the tables in both languages.
_DECISIONS, _TASKS = ("Beslut", "Decisions"), ("Att göra", "To do")
_REQUESTS = ("Efterfrågat, utan att någon tog på sig det", "Asked for, and nobody took it on")
_QUESTIONS, _TOPICS, _PEOPLE = ("Öppna frågor", "Open questions"), ("Ämnen", "Topics"), ("Närvaro", "Attendance")
_PERHAPS = (
    "Kanske beslut eller löften: texten säger det inte rakt ut",
    "Perhaps decided or taken on: the text does not say so in plain words",
)
_ABSENT, _UNSTATED = {"frånvarande", "absent"}, {"framgår inte", "not stated"}


@dataclasses.dataclass(frozen=True)
class Score:
    """What was made of one case. All but the totals count faults or misses.

    ``perhaps`` are rows that may be decisions or promises by the model's pointing; ``perhaps_rightly`` those that are labelled so
    and were missed by the program.
    """

    decisions: int
    decisions_missed: int
    decisions_invented: int
    proposals_as_decisions: int
    actions: int
    actions_missed: int
    actions_invented: int
    owners_wrong: int
    dates_wrong: int
    questions: int
    questions_missed: int
    questions_invented: int
    requests_wrong: int
    people_wrong: int
    next_wrong: int
    topics: int
    topics_missed: int
    rows: int
    quoted: int
    claims: int
    claims_unsupported: int
    claims_unmarked: int
    not_covered: int
    perhaps: int = 0
    perhaps_rightly: int = 0

    @property
    def good(self) -> int:
        """Minus all faults together; a proposal as a decision weighs most."""
        return -(
            self.decisions_missed + self.decisions_invented + 10 * self.proposals_as_decisions + self.actions_missed
            + self.actions_invented + self.owners_wrong + self.dates_wrong + self.questions_missed + self.questions_invented
            + self.requests_wrong + self.people_wrong + self.next_wrong + self.topics_missed + self.rows - self.quoted
            + 5 * self.claims_unmarked + self.not_covered
        )  # fmt: skip


def cases(only: list[str]) -> list[tuple[str, Document, Label]]:
    """The labelled notes, read as the format that each label names."""
    found = []
    for path in sets.chosen(sorted(CASES.glob("*.toml")), only, lambda each: each.stem):
        label = tomllib.loads(path.read_text(encoding="utf-8"))
        ends = (".md", ".txt", ".vtt", ".srt")
        text = next(path.with_suffix(end) for end in ends if path.with_suffix(end).exists()).read_text("utf-8")
        data = {"docx": as_docx, "pdf": as_pdf}.get(label["format"], str.encode)(text)
        found.append((path.stem, read_bytes(data, f"{path.stem}.{label['format']}"), label))
    return found


def score(document: Document, label: Label, session: Session | None) -> tuple[Score, list[str]]:
    """One case against its label, and what differs in words."""
    result = carry_out(Job(document, Options("minutes")), session, lambda _event: None)
    decided, todo = _rows(result, _DECISIONS), _rows(result, _TASKS)
    asked, open_, topics = _rows(result, _REQUESTS), _rows(result, _QUESTIONS), _rows(result, _TOPICS)
    actions = [tuple(each) for each in label["actions"]]
    found = {each: next((row for row in todo if each[0] in row.cells[0]), None) for each in actions}
    rows = [block for block in result.blocks if block.kind is BlockKind.ROW and block.sources and len(block.cells) > 1]
    said = " ".join(block.text for block in [*topics, *statements(result)]).casefold()
    overview = [block.text for block in statements(result)]
    every, wrong, unmarked = claimed(result)
    coverage = result.coverage
    out = sum(run.last - run.first + 1 for run in coverage.left_out)
    later = " ".join(block.text for block in result.blocks if block.kind is BlockKind.ITEM)
    told: list[str] = []
    perhaps = _rows(result, _PERHAPS)
    wanted = [*label["decisions"], *(each[0] for each in actions)]

    def count(what: str, differing: list[Any]) -> int:
        told.extend(f"{what}: {each}" for each in differing)
        return len(differing)

    made = Score(
        decisions=len(label["decisions"]),
        decisions_missed=count("missed", _missed(label["decisions"], decided)),
        decisions_invented=count("INVENTED", _invented(label["decisions"], decided)),
        proposals_as_decisions=count(
            "PROPOSAL AS DECISION", [text for text in label["not_decisions"] for row in decided if text in row.text]
        ),
        actions=len(actions),
        actions_missed=count("action missed", [each for each, row in found.items() if row is None]),
        actions_invented=count("action invented", _invented([each[0] for each in actions], todo)),
        owners_wrong=count("owner", [row.text for each, row in found.items() if row and not _is_cell(row.cells[1], each[1])]),
        dates_wrong=count("date", [row.text for each, row in found.items() if row and not _is_cell(row.cells[2], each[2])]),
        questions=len(label["questions"]),
        questions_missed=count("question missed", _missed(label["questions"], open_)),
        questions_invented=count("question invented", _invented(label["questions"], open_)),
        requests_wrong=count("request", [*_missed(label["requests"], asked), *_invented(label["requests"], asked)]),
        people_wrong=count("people", _people(result, label)),
        next_wrong=count("next meeting", [later] if (label["next_meeting"] not in later or bool(later) != bool(label["next_meeting"])) else []),
        topics=len(label["topics"]),
        topics_missed=count("topic missed", [each for each in label["topics"] if each.casefold() not in said] if session or topics else []),
        rows=len(rows),
        quoted=len(rows) - count("doubt", [row.text for row in rows if row.status is not Status.SUPPORTED]),
        claims=every, claims_unsupported=wrong, claims_unmarked=len(unmarked),
        not_covered=count("coverage", [str(coverage)] if coverage.read + out != len(document.paragraphs) else []),
        perhaps=len(perhaps),
        perhaps_rightly=sum(any(text in row.cells[0] for text in wanted) for row in perhaps),
    )  # fmt: skip
    told.extend(f"perhaps: {row.cells[0]}" for row in perhaps)
    told.extend(f"overview: {each}" for each in overview)
    return made, told


def _rows(result: Result, headings: tuple[str, ...]) -> list[Block]:
    return [row for heading in headings for row in rows_under(result, heading)]


def _missed(wanted: list[str], rows: list[Block]) -> list[str]:
    return [text for text in wanted if not any(text in row.cells[0] for row in rows)]


def _invented(wanted: list[str], rows: list[Block]) -> list[str]:
    return [row.text for row in rows if not any(text in row.cells[0] for text in wanted)]


def _is_cell(cell: str, wanted: str) -> bool:
    return wanted in cell if wanted else cell in _UNSTATED


def _people(result: Result, label: Label) -> list[str]:
    rows = _rows(result, _PEOPLE)
    here = {row.cells[0] for row in rows if row.cells[1] not in _ABSENT}
    absent = {row.cells[0] for row in rows if row.cells[1] in _ABSENT}
    return sorted((here ^ set(label["present"])) | (absent ^ set(label.get("absent", ()))))
