"""Labelled letters: facts, what came in, and what must and must not stand in the letter. See ``letters/``."""

import dataclasses
import re
import tomllib
from datetime import date
from pathlib import Path
from string import Template
from typing import Any

from assistant.checks.claims import ClaimKind, claims, is_known, keys
from assistant.documents.document import Document
from assistant.documents.read import read_bytes
from assistant.engine.session import Session
from assistant.job import Job, carry_out
from assistant.language import detect
from assistant.letters.draft import Draft, begin
from assistant.letters.filled import MISSING, mark
from assistant.letters.known import Given, facts_of
from assistant.letters.read import load
from assistant.letters.understood import understand
from assistant.sentences import words
from assistant.tasks.task import Status
from tests.evaluation import sets

FOLDER = Path(__file__).parent / "letters"
TODAY = date(2026, 3, 5)
#: By which a model can have said more or less than it should.
_DOUBTFUL = frozenset({Status.PARTLY, Status.UNSUPPORTED})


@dataclasses.dataclass(frozen=True)
class Score:
    """How a letter came out. ``good`` counts what is right, less what is wrong; ``worded`` are sentences the model worded."""

    required: int = 0
    present: int = 0
    forbidden: int = 0
    unmarked: int = 0
    marked: int = 0
    missing: int = 0
    missing_shown: int = 0
    fields: int = 0
    fields_right: int = 0
    language_wrong: int = 0
    findings: int = 0
    found: int = 0
    asked: int = 0
    asked_right: int = 0
    sentences: int = 0
    worded: int = 0
    seconds: float = 0.0

    @property
    def good(self) -> int:
        right = self.present + self.missing_shown + self.fields_right + self.found + self.asked_right
        return right - 5 * (self.forbidden + self.unmarked + self.language_wrong)


def cases(only: list[str]) -> list[tuple[str, Document, dict[str, Any]]]:
    """The cases with their documents; one without has an empty document."""
    found = []
    for file in sets.chosen(sorted(FOLDER.glob("*.toml")), only, lambda each: each.stem):
        label = tomllib.loads(file.read_text(encoding="utf-8"))
        name = "källa.md" if label.get("source", "").lstrip().startswith("#") else "källa.txt"
        source = label.get("source", "")
        document = read_bytes(source.encode(), name) if source else Document(name, "txt", ())
        found.append((file.stem, document, label))
    return found


def drafted(document: Document, label: dict[str, Any], session: Session | None) -> Draft:
    """The draft of a case, its parts worded where there is a model."""
    kind = load(label["letter"])
    given = Given(facts_of(label["facts"], kind, "facts"), label.get("say", ""))
    documents = [document] if document.paragraphs else []
    understood = understand(
        kind, documents, given, language=label.get("language", "sv"), tone=label.get("tone", ""), today=TODAY
    )
    draft = begin(understood)
    for part in draft.waiting if session else ():
        draft = draft.worded(part, carry_out(Job(document, letter=draft.writing(part)), session, lambda _event: None))
    return draft


def score(document: Document, label: dict[str, Any], session: Session | None) -> tuple[Score, list[str]]:
    """What is right and wrong in a case's letter, and the details of what is wrong."""
    draft, expect = drafted(document, label, session), label["expect"]
    understood, result = draft.understood, draft.result()
    text = "\n".join(block.text for block in draft.blocks)
    plain = _plain(text)
    told: list[str] = []

    def count(name: str, wanted: list[Any], right: list[Any]) -> int:
        told.extend(f"{name}: {each}" for each in wanted if each not in right)
        return len([each for each in wanted if each in right])

    must = list(expect.get("must", []))
    codes = {each.code for each in result.findings}
    fields = [f"{name}={value}" for name, value in expect.get("fields", {}).items()]
    fields += [f"{name}=" for name in expect.get("empty", [])]
    marks = [mark(understood.kind.field(name), understood.language) for name in expect.get("missing", [])]
    shown = [match.group() for match in MISSING.finditer(text)]
    forbidden = [each for each in expect.get("must_not", []) if _plain(each) in plain]
    told += [f"must not: {each}" for each in forbidden]
    told += [f"not expected to be missing: {each}" for each in set(shown) - set(marks)]
    marked, unmarked = _unsupported(draft, label)
    told += [f"unmarked: {each}" for each in unmarked]
    asked = _asked(draft, expect)
    told += [f"asked: {each}" for each, is_right in asked if not is_right]
    is_wrong = detect(text) not in (None, expect.get("language", label.get("language", "sv")))
    points = {v.text for known in understood.known for v in known.values}
    worded = [b for each in draft.written if each.stamps for b in each.blocks[each.lead :]]
    told += [f"worded: {block.text}" for block in worded]
    made = Score(
        required=len(must),
        present=count("lacks", must, [each for each in must if _plain(each) in plain]),
        forbidden=len(forbidden),
        unmarked=len(unmarked),
        marked=len(marked),
        missing=len(marks),
        missing_shown=count("not shown", marks, shown),
        fields=len(fields),
        fields_right=count("field", fields, [f"{name.split('=')[0]}={understood.of(name.split('=')[0]).text}" for name in fields]),
        language_wrong=int(is_wrong),
        findings=len(expect.get("findings", [])),
        found=count("finding", expect.get("findings", []), sorted(codes)),
        asked=len(asked),
        asked_right=sum(is_right for _, is_right in asked),
        sentences=len(worded),
        worded=sum(_plain(block.text) not in {_plain(p) for p in points} for block in worded),
        seconds=round(sum(each.seconds for each in draft.made), 1),
    )  # fmt: skip
    return made, told


def _unsupported(draft: Draft, label: dict[str, Any]) -> tuple[list[str], list[str]]:
    """Figures, dates and names that stand in no fact, document or word of the user's: marked and unmarked ones."""
    kind = draft.understood.kind
    own = [value.text for known in draft.understood.known for value in known.values]
    fixed = [Template(text).template for part in kind.parts for text in (*part.text.values(), *part.heading.values())]
    fixed += [
        text for field in kind.fields for texts in (field.label, *field.choices.values()) for text in texts.values()
    ]
    known_text = "\n".join([label.get("source", ""), label.get("say", ""), *own, *fixed])
    known, spoken = keys(known_text), frozenset(words(known_text))
    flagged = {each.block for each in draft.result().findings}
    marked: list[str] = []
    unmarked: list[str] = []
    for number, block in enumerate(draft.blocks):
        for claim in claims(MISSING.sub("", block.text)):
            if claim.kind is ClaimKind.NAME:
                is_there = (
                    claim.opens or spoken.issuperset(words(claim.text)) or claim.text.rstrip("s").casefold() in spoken
                )
            else:
                is_there = is_known(claim, known)
            if not is_there:
                is_marked = number in flagged or block.status in _DOUBTFUL
                (marked if is_marked else unmarked).append(claim.text)
    return marked, unmarked


def _asked(draft: Draft, expect: dict[str, Any]) -> list[tuple[str, bool]]:
    """Each expected question, and whether it was found and its answer seen or missed as it should be."""
    if "asked" not in expect:
        return []
    unanswered = expect.get("unanswered", [])
    found = [("how many are asked", len(draft.answers) == expect["asked"])]
    for each in draft.answers:
        should_lack = any(part in each.asked.text for part in unanswered)
        found.append((f"{each.status}: {each.asked.text}", (each.status == "unanswered") is should_lack))
    return found


def _plain(text: str) -> str:
    return re.sub(r"\s+", " ", text).casefold()
