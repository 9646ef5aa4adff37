"""Differences put both texts together again, and say what went and what came."""

import pytest

from desktop.screens.result.difference import Part, between, between_results
from tests.desktop.screens.result.make import INVENTED, OTHER, SUPPORTED, result


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("Nämnden godkände rapporten.", "Nämnden avslog hela rapporten."),
        ("", "Allt är nytt."),
        ("Allt är borta.", ""),
        ("Rad ett\nrad två", "Rad ett, rad två"),
        ("samma", "samma"),
    ],
)
def test_the_parts_give_both_texts_again(old: str, new: str) -> None:
    parts = between(old, new)
    assert "".join(part.text for part in parts if part.kind != "new") == old
    assert "".join(part.text for part in parts if part.kind != "gone") == new


def test_whole_words_differ() -> None:
    assert between("den 3 maj", "den 13 maj") == (
        Part("same", "den "),
        Part("gone", "3"),
        Part("new", "13"),
        Part("same", " maj"),
    )


def test_statements_are_the_same_changed_gone_or_new() -> None:
    old, new = result(SUPPORTED, INVENTED, OTHER), result(SUPPORTED, INVENTED)
    assert [entry.kind for entry in between_results(old, new)] == ["same", "same", "gone"]
    assert [entry.kind for entry in between_results(new, old)] == ["same", "same", "new"]
    changed = between_results(result(SUPPORTED, INVENTED), result(SUPPORTED, OTHER))
    assert [entry.kind for entry in changed] == ["same", "changed"]
    assert "".join(part.text for part in changed[1].parts if part.kind != "gone") == OTHER.text
