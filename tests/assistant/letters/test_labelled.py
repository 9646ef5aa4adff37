"""The labelled letters without a model, which take seconds: what the program alone promises holds in every run."""

import dataclasses
from collections import Counter

from tests.evaluation import brev


def test_the_program_alone_keeps_its_promises() -> None:
    total: Counter[str] = Counter()
    for _, document, label in brev.cases([]):
        made, told = brev.score(document, label, None)
        assert made.forbidden == 0, told
        assert made.unmarked == 0, told
        assert made.missing_shown == made.missing, told
        assert made.fields_right == made.fields, told
        assert made.found == made.findings, told
        total.update(dataclasses.asdict(made))
    assert total["present"] >= 0.97 * total["required"]
    assert total["asked_right"] >= 0.9 * total["asked"]
    assert total["language_wrong"] == 0
