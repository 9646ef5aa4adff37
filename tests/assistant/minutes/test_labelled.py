from pathlib import Path

import pytest

from assistant.documents.document import Document
from tests.evaluation.protokoll import OTHERS, Label, cases, decided_in, score

CASES = cases([])


@pytest.mark.parametrize(("name", "document", "label"), CASES, ids=[name for name, _, _ in CASES])
def test_labelled_minutes_are_read_as_they_are_labelled(name: str, document: Document, label: Label) -> None:
    """The evaluation counts faults; here none is let through, since no model and no chance takes part.

    A label may name how many are known of what a PDF does not tell; a decision is never among them.
    """
    made = score(document, label, name)
    assert made.faults == label.get("known", 0)
    assert (made.decisions_missed, made.decisions_invented, made.proposals_as_decisions) == (0, 0, 0)


def test_the_labels_hold_the_traps_that_they_are_for() -> None:
    labels = [label for _, _, label in CASES]
    assert len({label["kind"] for label in labels}) >= 6
    assert {label["format"] for label in labels} == {"docx", "pdf", "txt", "md"}
    assert sum(len(label["decisions"]) for label in labels) > 90
    for trap in ("proposals", "not_decisions", "open", "votes", "reservations", "partial", "findings"):
        assert any(label.get(trap) for label in labels), trap


@pytest.mark.parametrize("path", sorted(OTHERS.glob("*.txt")), ids=lambda path: path.stem)
def test_a_text_that_is_no_minutes_decides_nothing(path: Path) -> None:
    assert decided_in(path) == []
