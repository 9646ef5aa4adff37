"""One door to all formats, and to files."""

import io
import json
from pathlib import Path

import docx
import pytest

from assistant.errors import OutputError
from assistant.export.write import SUFFIXES, render, write
from assistant.wording import Words
from tests.assistant.export.results import HOSTILE, RESULT


@pytest.mark.parametrize("suffix", SUFFIXES)
def test_the_suffix_decides_the_format(tmp_path: Path, suffix: str) -> None:
    write(RESULT, tmp_path / f"ut{suffix.upper()}", Words("sv"))
    assert (tmp_path / f"ut{suffix.upper()}").read_bytes() == render(RESULT, SUFFIXES[suffix], Words("sv"))


def test_each_format_is_what_it_is_called() -> None:
    words = Words("sv")
    assert render(RESULT, "text", words).startswith(b"Sammanfattning: skrivelse.docx\n====")
    assert render(RESULT, "txt", words) == render(RESULT, "text", words)
    assert render(RESULT, "md", words).startswith(b"# Sammanfattning")
    assert json.loads(render(RESULT, "json", words))["task"] == "summarise"
    assert docx.Document(io.BytesIO(render(RESULT, "docx", words))).paragraphs


@pytest.mark.parametrize("format_", ["docx", "md", "text", "json"])
def test_anything_that_can_stand_in_a_result_can_be_written(format_: str) -> None:
    assert render(HOSTILE, format_, Words("en"))


@pytest.mark.parametrize("name", ["ut", "ut.pdf", "ut.docm", ".docx"])
def test_another_suffix_is_refused_and_nothing_written(tmp_path: Path, name: str) -> None:
    with pytest.raises(OutputError) as caught:
        write(RESULT, tmp_path / name, Words("sv"))
    assert caught.value.facts == {"name": name, "reason": "format"}
    assert list(tmp_path.iterdir()) == []


def test_another_format_is_refused() -> None:
    with pytest.raises(OutputError):
        render(RESULT, "pdf", Words("sv"))


def test_the_options_reach_the_file(tmp_path: Path) -> None:
    write(RESULT, tmp_path / "ut.docx", Words("sv"), banner=False, organisation="Region Exempel")
    document = docx.Document(str(tmp_path / "ut.docx"))
    assert document.core_properties.author == "Region Exempel"
    assert "Utkast" not in document.paragraphs[1].text
