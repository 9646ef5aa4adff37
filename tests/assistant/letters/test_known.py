"""A file of facts is read strictly, by the fields' names or by what people call them."""

from pathlib import Path

import pytest

from assistant.errors import FactsError
from assistant.letters.known import read_facts
from assistant.letters.read import load


def facts(tmp_path: Path, text: str, kind: str = "svar") -> dict[str, tuple[str, ...]]:
    (tmp_path / "f.toml").write_text(text, encoding="utf-8")
    return read_facts(tmp_path / "f.toml", load(kind))


def test_facts_are_known_by_either_name(tmp_path: Path) -> None:
    read = facts(
        tmp_path,
        'Mottagare = "Anna"\ncase_number = "2026-1"\n"E-post" = "a@b.se"\ndate = 2026-03-02\nsvar = ["a", "b"]\n',
    )
    assert read == {
        "recipient": ("Anna",), "case_number": ("2026-1",), "email": ("a@b.se",), "date": ("2026-03-02",), "answer": ("a", "b"),
    }  # fmt: skip


def test_points_can_stand_a_line_each(tmp_path: Path) -> None:
    assert facts(tmp_path, 'svar = """\n- ett\n- två\n"""')["answer"] == ("ett", "två")
    assert facts(tmp_path, 'adress = ["Box 1", "701 16 Örebro"]')["address"] == ("Box 1\n701 16 Örebro",)


@pytest.mark.parametrize(
    ("text", "kind", "reason"),
    [
        ("nyckel = 1", "svar", "field"),
        ('datum = "snart"', "svar", "value-date"),
        ('outcome = "kanske"', "beslut", "value-choice"),
        ('e-post = "ingen"', "svar", "value-email"),
        ('diarienummer = "vet ej"', "svar", "value-case-number"),
        ('mottagare = ["a", "b"]', "svar", "value"),
        ('mottagare = "a"\nrecipient = "b"', "svar", "twice"),
        ("mottagare = ", "svar", "toml"),
    ],
)
def test_what_is_wrong_is_told(tmp_path: Path, text: str, kind: str, reason: str) -> None:
    with pytest.raises(FactsError) as caught:
        facts(tmp_path, text, kind)
    assert caught.value.facts["reason"] == reason


def test_a_key_may_be_any_words(tmp_path: Path) -> None:
    assert facts(tmp_path, 'Ärende = "en fråga"\nBrevets datum = 2026-03-02\n') == {
        "matter": ("en fråga",),
        "incoming_date": ("2026-03-02",),
    }


def test_an_empty_value_is_not_known(tmp_path: Path) -> None:
    assert facts(tmp_path, 'mottagare = ""\nsvar = []') == {}


def test_a_file_that_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(FactsError) as caught:
        read_facts(tmp_path / "f.toml", load("svar"))
    assert caught.value.facts["reason"] == "missing"
