"""Whole letters that came in, told by their writers' own habits: every question and demand is found, and nothing else."""

import tomllib
from pathlib import Path
from typing import Any

import pytest

from assistant.documents.read import read_bytes
from assistant.letters.incoming import read
from assistant.letters.kind import Reads

LETTERS = [
    letter
    for name in ("incoming.toml", "incoming_others.toml")
    for letter in tomllib.loads((Path(__file__).parent / name).read_text(encoding="utf-8"))["letter"]
]
FIELDS = {"sender": Reads.SENDER, "date": Reads.DATE, "case": Reads.CASE_NUMBER, "matter": Reads.MATTER}


@pytest.mark.parametrize("label", LETTERS, ids=lambda label: label["sender"])
def test_what_a_letter_asks_and_says_of_itself(label: dict[str, Any]) -> None:
    said = read([read_bytes(label["text"].encode(), f"brev{label['suffix']}")])
    found = [each.text for each in said.asked]
    assert len(found) == len(label["asked"]), found
    assert all(text.startswith(begins) for text, begins in zip(found, label["asked"], strict=True)), found
    for name, reads in FIELDS.items():
        if name in label:
            assert [value.text for value in said.values.get(reads, ())] == ([label[name]] if label[name] else [])
