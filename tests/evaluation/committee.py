"""English committee meetings against labels of our own: ``python -m tests.evaluation committee``.

The meetings lie outside the repository; a label is a few words of our own and the number of a turn, from 0. A decision, or something that
was asked for or promised (to be sent, looked up or brought back later), is found when a row rests on its turn; a topic when a topic or
a sentence of the overview has one of its words.
"""

import dataclasses
import re
import tomllib
from pathlib import Path
from typing import Any

from assistant.checks.claims import ClaimKind, claims
from assistant.documents.document import Document
from assistant.engine.session import Session
from assistant.job import Job, carry_out
from assistant.sentences import words
from assistant.tasks.options import Options
from assistant.tasks.task import Block, BlockKind, Result, Status
from tests.evaluation import sets

LABELS = Path(__file__).parent / "committee"
#: The headings of the tables, since the meetings are in English.
_DECISIONS, _TASKS, _REQUESTS, _TOPICS = "Decisions", "To do", "Asked for, and nobody took it on", "Topics"


@dataclasses.dataclass(frozen=True)
class Score:
    """What was made of one meeting. ``claims`` are names and numbers of the overview and topics, by the product's own count."""

    decisions: int
    decisions_found: int
    decisions_invented: int
    requests: int
    requests_found: int
    requests_invented: int
    topics: int
    topics_found: int
    next_wrong: int
    rows: int
    quoted: int
    claims: int
    claims_unsupported: int
    claims_unmarked: int
    not_covered: int
    seconds: float
    tokens_read: int

    @property
    def good(self) -> int:
        """What tells a better result from a worse: found less invented, and topics."""
        return (
            self.decisions_found + self.requests_found + self.topics_found - self.decisions_invented - self.requests_invented
            - self.next_wrong - 5 * self.claims_unmarked - self.not_covered - (self.rows - self.quoted)
        )  # fmt: skip


def cases(only: list[str]) -> list[tuple[str, Document, dict[str, Any]]]:
    """The meetings that are here, with their labels."""
    chosen = sets.chosen(sets.meetings(), only, lambda case: case.id)
    return [(case.id, case.document, tomllib.loads((LABELS / f"{case.id}.toml").read_text("utf-8"))) for case in chosen]


def score(document: Document, label: dict[str, Any], session: Session | None) -> tuple[Score, list[str]]:
    """One meeting against its label, and what differs in words."""
    result = carry_out(Job(document, Options("minutes")), session, lambda _event: None)
    decided, asked = rows_under(result, _DECISIONS), [*rows_under(result, _TASKS), *rows_under(result, _REQUESTS)]
    said = " ".join(block.text for block in [*statements(result), *rows_under(result, _TOPICS)]).casefold()
    missed = [name for name, turn in label["decisions"] if not _rests_on(decided, turn)]
    unasked = [name for name, turn in label["requests"] if not _rests_on(asked, turn)]
    # Without a model there are no topics of talk to be found.
    told_of = label["topics"] if session else []
    untold = [name for name, others in told_of if not any(word in said for word in others.split("|"))]
    invented = [row.text for row in decided if not _is_labelled(row, label["decisions"])]
    made_up = [row.text for row in asked if not _is_labelled(row, label["requests"])]
    rows = [block for block in result.blocks if block.kind is BlockKind.ROW and block.sources]
    every, wrong, unmarked = claimed(result)
    coverage = result.coverage
    out = sum(run.last - run.first + 1 for run in coverage.left_out)
    later = [block for block in result.blocks if block.kind is BlockKind.ITEM]
    wanted = label.get("next_meeting")
    made = Score(
        decisions=len(label["decisions"]), decisions_found=len(label["decisions"]) - len(missed), decisions_invented=len(invented),
        requests=len(label["requests"]), requests_found=len(label["requests"]) - len(unasked), requests_invented=len(made_up),
        topics=len(told_of), topics_found=len(told_of) - len(untold),
        next_wrong=int(not _rests_on(later, wanted) if wanted is not None else bool(later)),
        rows=len(rows), quoted=sum(block.status is Status.SUPPORTED for block in rows),
        claims=every, claims_unsupported=wrong, claims_unmarked=len(unmarked),
        not_covered=int(coverage.read + out != len(document.paragraphs)) + len(coverage.left_out),
        seconds=result.provenance.seconds, tokens_read=result.provenance.tokens_read,
    )  # fmt: skip
    told = [f"{what}: {each}" for what, several in (
        ("missed", missed), ("INVENTED", invented), ("not asked", unasked), ("asked besides", made_up), ("topic missed", untold), ("UNMARKED", unmarked),
    ) for each in several]  # fmt: skip
    return made, told


def rows_under(result: Result, heading: str) -> list[Block]:
    """The rows of the tables under a heading, without their head rows; a program's own row has no sources and is none."""
    found: list[Block] = []
    is_under = False
    for place, block in enumerate(result.blocks):
        if block.kind is BlockKind.HEADING:
            is_under = block.text == heading
        elif is_under and block.kind is BlockKind.ROW and result.blocks[place - 1].kind is BlockKind.ROW:
            found.append(block)
    return found


def statements(result: Result) -> list[Block]:
    """The sentences of the overview."""
    return [block for block in result.blocks if block.kind is BlockKind.STATEMENT]


def claimed(result: Result) -> tuple[int, int, list[str]]:
    """Names and numbers in what the model wrote: all, those that stand nowhere in the document, and of these the unmarked."""
    text = _plain("\n".join(each.text for each in result.documents[0].paragraphs))
    known, run_on = set(words(text)), text.replace(" ", "")  # *$252million* is 252 million
    every = wrong = 0
    unmarked: list[str] = []
    for number, block in enumerate(result.blocks):
        is_written = block.kind is BlockKind.STATEMENT or (block.kind is BlockKind.ROW and len(block.cells) == 1)
        is_counting = block.text.startswith(("Found in the text:", "Hittat i texten:"))  # the program's own sentence
        if is_counting or not is_written or not (block.sources or block.status is Status.UNSUPPORTED):
            continue
        flagged = block.status is not Status.SUPPORTED or any(finding.block == number for finding in result.findings)
        for claim in claims(block.text):
            if claim.kind is ClaimKind.NAME and claim.opens:
                continue
            every += 1
            said = re.sub(r"['’]s$", "", _plain(claim.text))
            is_there = said in text or said.replace(" ", "") in run_on or known.issuperset(words(said))
            if not is_there:
                wrong += 1
                unmarked += [] if flagged else [f"{claim.text} ({block.text})"]
    return every, wrong, unmarked


def _plain(text: str) -> str:
    return re.sub(r"[‐‑‒–—−]", "-", text).casefold()


def _rests_on(rows: list[Block], turn: int) -> bool:
    return any(source.paragraph == turn + 1 for row in rows for source in row.sources)


def _is_labelled(row: Block, labels: list[tuple[str, int]]) -> bool:
    return any(source.paragraph == turn + 1 for _, turn in labels for source in row.sources)
