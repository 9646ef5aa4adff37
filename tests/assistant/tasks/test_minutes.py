import io
import json
from collections.abc import Sequence

import docx
import pytest

from assistant import paths
from assistant.documents.document import Document
from assistant.documents.read import read_bytes
from assistant.export.write import render
from assistant.job import Job, carry_out
from assistant.tasks.options import Options
from assistant.tasks.task import Block, BlockKind, Result, Status
from assistant.wording import Words
from tests.assistant.documents.make import document as plain
from tests.assistant.minutes.make import document

LINES = (
    "# § 1 Ny brandstation", "Dnr KS 2025/00412", "## Beslut", "Kommunstyrelsen avsätter 450 000 kronor.",
    "Kommunstyrelsen föreslår kommunfullmäktige att bygga stationen.", "## Sammanfattning av ärendet", "Lokalerna är slitna.",
    "## Omröstning", "Ja-röst för förslaget. Nej-röst för avslag.", "Omröstningen utfaller med 2 ja-röster mot en nej-röst.",
    "## Reservation", "Bo Ek (M) reserverar sig mot beslutet. Skälet är kostnaden.", "## Beslutet skickas till", "Räddningstjänsten",
    "# § 2 Bidrag", "Dnr KS 2025/00413", "## Beslut", "Ärendet bordläggs till nästa sammanträde den 14 april 2026.",
    "# Bilaga 1", "Nämnden köper huset.",
)  # fmt: skip


def made(*lines: str, language: str = "") -> Result:
    return carry_out(Job(document(*lines), Options("minutes", language)), None, lambda _event: None)


def table(result: Result, heading: str) -> list[Block]:
    """The rows under a heading, without the head row."""
    return rows_under(result, heading)[1:]


def rows_under(result: Result, heading: str) -> list[Block]:
    """The rows under a heading."""
    start = next(n for n, block in enumerate(result.blocks) if block.text == heading)
    rows = []
    for block in result.blocks[start + 1 :]:
        if block.kind is not BlockKind.ROW:
            break
        rows.append(block)
    return rows


def test_a_decision_stands_with_its_number_votes_dissent_and_addressees() -> None:
    decided, _ = table(made(*LINES), "Beslut")
    assert decided.cells == (
        "§ 1", "Ny brandstation", "KS 2025/00412", "Kommunstyrelsen avsätter 450 000 kronor.", "2 ja, 1 nej",
        "Bo Ek (M) reserverar sig mot beslutet.", "Räddningstjänsten",
    )  # fmt: skip


def test_a_proposal_stands_in_a_table_of_its_own_with_whom_it_is_put_to() -> None:
    result = made(*LINES)
    (proposed,) = table(result, "Förslag som ett annat organ beslutar om")
    assert proposed.cells[3:5] == (
        "Kommunstyrelsen föreslår kommunfullmäktige att bygga stationen.",
        "kommunfullmäktige",
    )
    assert not any("föreslår" in row.text for row in table(result, "Beslut"))


def test_what_was_put_off_and_the_next_meeting_are_told() -> None:
    result = made(*LINES)
    (row,) = table(result, "Bordlagda och återremitterade ärenden")
    assert row.cells[:3] == ("§ 2", "Bidrag", "bordlagt")
    assert result.blocks[-1].text == "Ärendet bordläggs till nästa sammanträde den 14 april 2026."


def test_every_row_has_quotes_that_stand_in_the_document() -> None:
    result = made(*LINES)
    texts = {each.number: each.text for each in result.documents[0].paragraphs}
    rows = [block for block in result.blocks if block.sources]
    assert len(rows) > 8
    for row in rows:
        assert row.status is Status.SUPPORTED, row
        assert all(source.quote and source.quote in texts[source.paragraph] for source in row.sources)


def test_coverage_adds_up_and_says_why() -> None:
    coverage = made(*LINES).coverage
    left_out = {number: run.why for run in coverage.left_out for number in range(run.first, run.last + 1)}
    assert coverage.paragraphs == len(document(*LINES).paragraphs) == coverage.read + len(left_out)
    assert set(left_out.values()) == {"background", "appendix"}


def test_what_was_not_read_is_a_finding() -> None:
    codes = [finding.code for finding in made(*LINES).findings]
    assert "appendix-not-read" in codes


def test_a_finding_on_a_section_is_tied_to_its_row() -> None:
    result = made(*LINES[:10], "## Reservation", "Kurt Alm (SD) reserverar sig.", *LINES[14:18])
    (finding,) = [finding for finding in result.findings if finding.code == "person-not-present"]
    assert finding.block is not None
    assert result.blocks[finding.block].cells[0] == "§ 1"


def test_a_decision_in_running_text_is_told_as_such() -> None:
    result = made("# § 1 Ekonomi", "Kommunstyrelsen beslutade att godkänna bokslutet.")
    assert ("decision-without-label", {"section": 1}) in [(finding.code, finding.facts) for finding in result.findings]


@pytest.mark.parametrize("lines", [("En rapport om bussar.",), ("Vi ses på tåget.", "Ta med kaka.")])
def test_a_document_that_decides_nothing_is_said_to(lines: Sequence[str]) -> None:
    result = carry_out(Job(plain(*lines), Options("minutes")), None, lambda _event: None)
    assert [row.cells for row in rows_under(result, "Beslut")] == [("Inget uttryckligt beslut hittades i texten.",)]
    assert ("tables-alone", {"reason": "no-model"}) in [(finding.code, finding.facts) for finding in result.findings]


def test_what_stands_after_the_minutes_is_read_as_notes_and_named() -> None:
    notes = (
        "# Anteckningar från samtalet efter sammanträdet", "Vi talade om öppettiderna i växeln och om bemanningen under sommaren.",
        "Bo Ek tar fram statistik till den 3 maj 2026.", "Anna Berg föreslog att växeln har öppet på lördagar, vilket flera ville.",
        "Hur ska de som saknar telefon nå växeln? Frågan lämnades öppen.",
    )  # fmt: skip
    result = made(*LINES[:14], *notes)
    (_, *todo) = rows_under(result, "Att göra")
    assert [row.cells[:3] for row in todo] == [
        ("Bo Ek tar fram statistik till den 3 maj 2026.", "Bo Ek", "till den 3 maj 2026")
    ]
    assert [row.cells[0] for row in rows_under(result, "Beslut")[1:]] == ["§ 1"]
    assert "Förslag" not in [block.text for block in result.blocks]
    (finding,) = [finding for finding in result.findings if finding.code == "read-as-notes"]
    numbers = [
        each.number for each in result.documents[0].paragraphs if each.text in {line.lstrip("# ") for line in notes}
    ]
    assert finding.facts == {"which": f"{numbers[0]}–{numbers[-1]}"}
    assert all(run.first not in numbers for run in result.coverage.left_out)


def test_what_decisions_give_to_do_is_a_table_with_whom_and_by_when() -> None:
    result = made(
        "# § 1 Bussar", "# Beslut", "Kommunstyrelsen ger kommundirektören i uppdrag att senast den 3 juni 2026 redovisa kostnaden.",
        "Förvaltningen får i uppdrag att teckna avtal.", "Kommunstyrelsen föreslår kommunfullmäktige att uppdra åt nämnden att utreda frågan.",
    )  # fmt: skip
    assert [row.cells[2:] for row in rows_under(result, "Att göra")[1:]] == [
        ("kommundirektören", "senast den 3 juni 2026"),
        ("Förvaltningen", "framgår inte"),
    ]


def test_headings_are_in_the_language_ordered_and_the_decisions_as_worded() -> None:
    result = made(*LINES, language="en")
    assert table(result, "Decisions")[0].cells[3] == "Kommunstyrelsen avsätter 450 000 kronor."


@pytest.mark.parametrize("form", ["text", "md", "json"])
def test_tables_are_written_whole(form: str) -> None:
    written = render(made(*LINES), form, Words("sv")).decode()
    for cell in ("Ny brandstation", "KS 2025/00412", "2 ja, 1 nej", "Räddningstjänsten"):
        assert cell in " ".join(written.split())
    if form == "json":
        blocks = json.loads(written)["blocks"]
        assert ["§ 1", "Ny brandstation"] in [block.get("cells", [])[:2] for block in blocks]


def test_tables_are_tables_in_word() -> None:
    written = docx.Document(io.BytesIO(render(made(*LINES), "docx", Words("sv"))))
    heads = [table.rows[0].cells[0].text for table in written.tables]
    assert heads == ["§", "§", "§", "Namn"]
    assert written.tables[0].rows[1].cells[3].text.startswith("Kommunstyrelsen avsätter 450 000 kronor.")


def test_the_shipped_example_is_read() -> None:
    document = _example()
    result = carry_out(Job(document, Options("minutes")), None, lambda _event: None)
    assert [row.cells[0] for row in table(result, "Beslut")] == [f"§ {number}" for number in range(21, 29)]
    assert [row.cells[4] for row in table(result, "Förslag som ett annat organ beslutar om")] == ["regionfullmäktige"]
    assert [finding.code for finding in result.findings] == [
        "tables-alone", "sections-without-case-number", "decision-may-be-proposal",
    ]  # fmt: skip


def _example() -> Document:
    path = paths.resources() / "examples" / "protokoll-namnd.docx"
    return read_bytes(path.read_bytes(), path.name)


def test_the_tables_of_two_bodies_stand_under_their_names() -> None:
    other = (
        "# Protokoll",
        "Arbetsutskottet",
        "Plats och tid: Rum 2",
        "Beslutande: Anna Berg (S)",
        "Justerare: Bo Ek",
        "Paragrafer: 1",
    )
    result = made(*LINES[:4], *other, "# § 1 Bidrag", "# Beslut", "Utskottet beviljar bidraget.")
    headings = [block.text for block in result.blocks if block.kind is BlockKind.HEADING]
    assert [text for text in headings if text in {"Kommunstyrelsen", "Arbetsutskottet"}] == [
        "Kommunstyrelsen",
        "Arbetsutskottet",
    ]
    assert headings.count("Beslut") == 2
