import pytest

from assistant.checks.check import check
from assistant.documents.document import Document
from assistant.errors import DocumentNotMinutes
from assistant.minutes.agenda import read_agenda
from assistant.tasks.called import called
from assistant.tasks.task import BlockKind, Result, Status
from tests.assistant.documents.make import document as plain
from tests.assistant.minutes.make import FRONT, document

MINUTES = (
    "# § 1 Dagordning", "# Beslut", "Dagordningen fastställs med ändringen att ärende 5 utgår.",
    "# § 2 Ny brandstation", "Dnr KS 2025/00412", "# Beslut", "Kommunstyrelsen föreslår kommunfullmäktige att bygga stationen.",
    "# § 3 Taxa för vatten", "Dnr KS 2026/00002", "# Beslut", "Ärendet återremitteras.",
    "# § 4 Extra ärende om snöröjning", "Dnr KS 2026/00009", "# Beslut", "Informationen läggs till handlingarna.",
)  # fmt: skip
NOTICE = plain(
    "# Kallelse till kommunstyrelsen", "1. Fastställande av dagordning", "2. Brandstation i Norrviken", "Dnr KS 2025/00412",
    "3. Taxa för vatten och avlopp, KS 2026/00002", "4. Köp av mark", "5. Borgen", name="kallelse.txt",
)  # fmt: skip


def made(notice: Document = NOTICE) -> Result:
    return check(called(notice, document(*MINUTES)))


def rows(result: Result) -> list[tuple[str, ...]]:
    return [block.cells for block in result.blocks if block.kind is BlockKind.ROW and block.sources]


def test_every_matter_called_has_a_row_with_what_became_of_it() -> None:
    assert [(row[0], row[3], row[4], row[6]) for row in rows(made())[:5]] == [
        ("1", "–", "ingen paragraf hittad", "–"), ("2", "§ 2", "förslag till kommunfullmäktige", "diarienummer"),
        ("3", "§ 3", "återremitterat", "diarienummer"), ("4", "–", "ingen paragraf hittad", "–"), ("5", "–", "utgick", "–"),
    ]  # fmt: skip


def test_what_was_not_called_is_told_too() -> None:
    assert [row[0] for row in rows(made())[5:]] == ["§ 1", "§ 4"]


def test_a_proposal_among_decisions_is_named_as_one() -> None:
    assert rows(made())[1][5].startswith("Förslag: ")


def test_every_row_has_its_quotes_in_both_documents() -> None:
    result = made()
    assert all(block.status is Status.SUPPORTED for block in result.blocks if block.kind is BlockKind.ROW)
    assert {source.document for block in result.blocks for source in block.sources} == {
        "kallelse.txt",
        "protokoll.docx",
    }
    out = sum(run.last - run.first + 1 for run in result.coverage.left_out)
    assert (
        result.coverage.read + out
        == result.coverage.paragraphs
        == len(NOTICE.paragraphs) + len(document(*MINUTES).paragraphs)
    )


@pytest.mark.parametrize(
    "lines",
    [
        ("| Nr | Ärende | Dnr | Tid |", "| 1 | Ny brandstation | KS 2025/00412 | 09.00 |", "| 2 | Taxa för vatten | KS 2026/00002 | 09.20 |"),
        ("Ärenden", "- Ny brandstation (dnr KS 2025/00412)", "- Taxa för vatten KS 2026/00002"),
        ("1. Ny brandstation", "KS 2025/00412", "2. Taxa för vatten, KS 2026/00002"),
    ],
)  # fmt: skip
def test_matters_are_read_from_tables_lists_and_lines(lines: tuple[str, ...]) -> None:
    matters = read_agenda(document(*lines, front=FRONT[:2]))
    assert [(each.number, each.title, each.case_numbers) for each in matters] == [
        (1, "Ny brandstation", ("KS 2025/00412",)), (2, "Taxa för vatten", ("KS 2026/00002",)),
    ]  # fmt: skip


def test_a_notice_without_matters_is_refused() -> None:
    with pytest.raises(DocumentNotMinutes):
        called(plain("Välkommen på fredag."), document(*MINUTES))
