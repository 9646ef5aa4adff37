"""Markdown holds everything, and what others wrote stays text."""

import dataclasses
import re

import pytest

from assistant.export import markdown
from assistant.tasks.task import Block, BlockKind
from assistant.wording import Words
from tests.assistant.export.results import HARM, HOSTILE, RESULT

# What CommonMark and GitHub's dialect would act on, when no backslash stands before it.
BARE = re.compile(r"(?<!\\)(?:\\\\)*([*_`\[\]<>&~|])")
ADDRESS = re.compile(r"(?i)https?://|www\.|\w@\w|mailto:")


def test_blocks_become_headings_paragraphs_lists_and_tables() -> None:
    written = markdown.render(RESULT, Words("sv"))
    assert written.startswith(
        "# Sammanfattning: skrivelse.docx\n\n*Utkast gjort med AI-stöd. Granska före användning.*\n\n"
    )
    assert "\n\n## Bakgrund\n\nRegion Exempel " in written
    assert "inrättas. \\[¶ 5, s. 2; ¶ 3, s. 1\\]\n\nKostnaden är 14 miljoner kronor. (ej belagt)\n\n" in written
    assert "- Fler handläggare \\[¶ 7, s. 2\\] (delvis belagt)\n- Ny e-tjänst \\[¶ 8\\]\n\n" in written
    assert "| År | Antal |  |\n| --- | --- | --- |\n| 2024 | 3 100 | \\[¶ 9, s. 2\\] |\n\n" in written


def test_sources_doubts_reading_and_making_follow() -> None:
    written = markdown.render(RESULT, Words("sv"))
    headings = re.findall(r"^## (.*)$", written, re.MULTILINE)
    assert headings == ["Bakgrund", "Källor", "Att kontrollera", "Läst", "Så gjordes detta"]
    assert "- ¶ 5, s. 2: ”En ny grupp inrättas.”\n" in written
    assert "”Kostnaden är 14 miljoner kronor.”\n\n- Uppgiften 14 miljoner finns inte i dokumentet.\n" in written


@pytest.mark.parametrize("text", HARM)
def test_nothing_in_a_text_means_anything(text: str) -> None:
    escaped = markdown.escaped(text)
    assert BARE.search(escaped) is None
    assert ADDRESS.search(escaped) is None
    assert not re.match(r"\s|#|[-+=]|\d+[.)](\s|$)", escaped)
    assert "\n" not in escaped


@pytest.mark.parametrize(
    ("text", "escaped"),
    [
        ("example.org", r"example\.org"),
        ("Se EXAMPLE.COM/sida", r"Se EXAMPLE\.COM/sida"),
        ("region.se.", r"region\.se."),
        ("//server/share", r"/\/server/share"),
        ("example.org_", r"example\.org\_"),
    ],
)
def test_a_bare_domain_does_not_become_a_link(text: str, escaped: str) -> None:
    assert markdown.escaped(text) == escaped


def test_a_heading_stays_one_heading_and_keeps_all_its_text() -> None:
    heading = Block(BlockKind.HEADING, "Bilaga\n# C #")
    written = markdown.render(dataclasses.replace(RESULT, blocks=(heading,), findings=()), Words("sv"))
    assert "\n\n## Bilaga # C \\#\n\n" in written


def test_ordinary_text_is_left_readable() -> None:
    plain = "Den 3 maj 2025 beslutade nämnden (§ 12) om 2,5 mnkr: ja! Se s. 3 – 14.30."
    assert markdown.escaped(plain) == plain


def test_escaping_takes_nothing_away() -> None:
    text = r"a*b [c](d) \ <e> https://f.g h@i # - 1."
    assert re.sub(r"\\(.)", r"\1", markdown.escaped(text)) == text


def test_a_hostile_result_has_only_our_own_structure() -> None:
    written = markdown.render(HOSTILE, Words("sv"), banner=False)
    ours = re.sub(r"^(\|( --- \|)+|\| .* \|)$", "", written, flags=re.MULTILINE)
    hard_breaks = re.sub(r"\\\n", "\n", ours)
    assert BARE.search(hard_breaks) is None
    assert len(re.findall(r"^# ", written, re.MULTILINE)) == 1
    assert [char for char in written if not char.isprintable() and char not in "\n\u00a0"] == []
    tables = [line for line in written.splitlines() if line.startswith("|")]
    assert {len(re.findall(r"(?<!\\)\|", re.sub(r"\\\\", "", line))) for line in tables} == {4}
