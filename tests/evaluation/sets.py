"""The documents to judge by, from ``../shared/data``: Swedish texts with their editor's ingress, and committee meetings."""

import json
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from assistant.documents.document import Document
from assistant.documents.read import read_bytes

T = TypeVar("T")
SHARED = Path(__file__).resolve().parents[2].parent / "shared" / "data"


@dataclass(frozen=True)
class Case:
    """One document and what a person wrote of it."""

    id: str
    document: Document
    reference: str


def pairs() -> list[Case]:
    """Swedish texts from an authority: title and text, and the ingress that was taken out of it."""
    lines = (SHARED / "g0v_summary_pairs" / "pairs.jsonl").read_text(encoding="utf-8").splitlines()
    cases = []
    for line in lines:
        entry = json.loads(line)
        text = f"# {entry['title'].strip()}\n\n{entry['source']}"
        cases.append(Case(entry["id"], read_bytes(text.encode(), f"{entry['id']}.md"), entry["reference_ingress"]))
    return cases


def meetings() -> list[Case]:
    """Committee meetings of 10 000 to 20 000 words, a turn a paragraph."""
    cases = []
    for file in sorted((SHARED / "qmsum_committee").glob("*/*.json")):
        entry = json.loads(file.read_text(encoding="utf-8"))
        turns = [f"{turn['speaker']}: {' '.join(turn['content'].split())}" for turn in entry["meeting_transcripts"]]
        document = read_bytes("\n\n".join(turns).encode(), f"{file.stem}.txt")
        cases.append(Case(file.stem, document, entry["general_query_list"][0]["answer"]))
    return cases


def chosen(every: Sequence[T], only: Sequence[str], name: Callable[[T], str]) -> list[T]:
    """Those that are named, or all; a name that none of them has ends the run and is told."""
    unknown = set(only) - set(map(name, every))
    if unknown:
        sys.exit(f"No case is called {', '.join(sorted(unknown))}. There are: {', '.join(map(name, every))}")
    return [each for each in every if not only or name(each) in only]
