"""What makes a new version of an old one."""

import dataclasses

import pytest

from assistant.tasks.task import Finding, Origin, Status
from desktop.screens.result.versions import TEXT, is_head_row, kind_of, text_of, with_block, with_text, without
from tests.desktop.screens.result.make import FINDINGS, HEAD, ROW, SUPPORTED, result


@pytest.mark.parametrize(
    ("prompts", "kind"),
    [
        ("summarise/general@1", "general"),
        ("summarise/part@2, summarise/opening@1", "general"),
        ("summarise/part@1, summarise/bullets@1", "bullets"),
        ("extract@1", "extract"),
        ("minutes@1", "minutes"),
    ],
)
def test_the_kind_of_a_result_is_known_by_its_prompts(prompts: str, kind: str) -> None:
    made = result()
    assert kind_of(dataclasses.replace(made, provenance=dataclasses.replace(made.provenance, prompt=prompts))) == kind


def test_reworded_text_rests_on_nothing() -> None:
    block = with_text(ROW, 1, "M", Origin.HAND)
    assert (block.cells, block.text, block.status, block.sources) == (("Ada", "M"), "Ada | M", Status.NOT_CHECKED, ())
    assert (text_of(block, 0), text_of(block, TEXT), text_of(SUPPORTED, 3)) == ("Ada", "Ada | M", SUPPORTED.text)


def test_findings_follow_their_blocks() -> None:
    left = without(result(), frozenset({0, 2}))
    assert left.findings == (dataclasses.replace(FINDINGS[1], block=1), FINDINGS[2])
    other = with_block(result(), 3, SUPPORTED, [Finding("negation-differs", {}, 0)])
    assert other.findings == (FINDINGS[0], FINDINGS[2], Finding("negation-differs", {}, 3))


def test_only_the_first_row_of_a_table_is_its_head() -> None:
    assert [is_head_row(result(SUPPORTED, HEAD, ROW), index) for index in range(3)] == [False, True, False]
