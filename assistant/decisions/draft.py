"""The checks of a decision letter on a draft: its text, and what its template shows beside it."""

import dataclasses

from assistant.decisions.check import findings
from assistant.letters.draft import Draft
from assistant.letters.kind import FieldKind
from assistant.tasks.task import Finding

#: The check's name in a type of letter.
DECISION = "decision"


def of_draft(draft: Draft, *, is_protected: bool = False) -> list[Finding]:
    """What is not found in a draft whose type asks for this check; ``block`` is the index of the draft's block."""
    understood = draft.understood
    if DECISION not in understood.kind.checks:
        return []
    head = [
        f"{understood.kind.field(known.field).label[understood.language]}: {known.text}"
        for known in understood.known
        if known.values and understood.kind.field(known.field).kind not in {FieldKind.CHOICE, FieldKind.POINTS}
    ]
    texts = [*head, *(block.text for block in draft.blocks)]
    return [
        dataclasses.replace(
            each, block=None if each.block is None or each.block < len(head) else each.block - len(head)
        )
        for each in findings(
            texts,
            language=understood.language,
            is_protected=is_protected,
            has_case_number=bool(understood.of("case_number").values),
        )
    ]
