"""The window opens where it was, and a file about that which makes no sense is no trouble."""

import json
from pathlib import Path

import pytest

from desktop.placement import Placement, remember, remembered

PLACE = Placement(10, 20, 800, 600, is_maximised=True)


def test_where_the_window_was_is_remembered_and_nothing_else(own_home: Path) -> None:
    assert remembered() is None
    remember(PLACE)
    assert remembered() == PLACE
    kept = json.loads((own_home / "window.json").read_text(encoding="utf-8"))
    assert kept == {"x": 10, "y": 20, "width": 800, "height": 600, "is_maximised": True}


@pytest.mark.parametrize(
    "text",
    ["", "[1]", "{}", '{"x": 1, "y": 2, "width": 3, "height": "4"}', '{"x": 1, "y": 2, "width": 3, "height": 9999999}',
     '{"x": 1, "y": 2, "width": 3, "height": 4, "more": 5}', '{"x": true, "y": 2, "width": 3, "height": 4}'],
)  # fmt: skip
def test_what_makes_no_sense_is_not_followed(own_home: Path, text: str) -> None:
    (own_home / "window.json").write_text(text, encoding="utf-8")
    assert remembered() is None


def test_where_it_cannot_be_kept_it_is_not(own_home: Path) -> None:
    (own_home / "window.json").mkdir()
    remember(PLACE)
    assert remembered() is None
