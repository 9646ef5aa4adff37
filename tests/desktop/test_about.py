"""What the work screen says about a document, before and while something is done with it."""

from assistant.documents.document import Document, Notice, Paragraph, Unread
from assistant.job import Outlook, Sight
from assistant.wording import Words
from assistant.worker.messages import Failed, Progress
from desktop.screens.work import about
from desktop.screens.work.presenter import Row, State

WORDS = Words("en")
DOCUMENT = Document("a\n.pdf", "pdf", (Paragraph(1, "Ett."), Paragraph(2, "Två.")), pages=3)
ROW = Row(1, "a\n.pdf", "ready", DOCUMENT, Sight("sv", is_formal=False))


def test_a_document_in_the_list_has_a_name_that_cannot_turn_the_line_its_kind_and_its_stage() -> None:
    assert about.line(ROW, WORDS).splitlines() == ["a�.pdf", "PDF · 3 pages · Swedish", "ready to be summarised"]
    running = Row(1, "a.pdf", "running", progress=Progress("reading", 1, 2, 0.256))
    assert about.line(running, WORDS).splitlines() == ["a.pdf", "being summarised · 26 %"]


def test_why_a_document_cannot_be_read_takes_the_place_of_what_it_is() -> None:
    assert about.facts(None, WORDS) == ""
    assert about.facts(Row(1, "a.pdf"), WORDS) == "The document is being opened."
    failed = Row(1, "a.pdf", "failed", problem=Failed("document-empty", {"name": "a.pdf"}))
    assert "a.pdf" in about.facts(failed, WORDS)


def test_notices_and_what_was_not_read_are_counted_in_the_list_and_told_beside_it() -> None:
    marked = Document("a.docx", "docx", (), unread=(Unread("scanned", page=2),), notices=(Notice("macros"),))
    row = Row(1, "a.docx", "ready", marked, Sight(None, is_formal=True))
    assert "2 remarks" in about.line(row, WORDS)
    lines = about.notices(row, WORDS).splitlines()
    assert len(lines) == 3
    assert "page 2" in lines[1]
    assert "formal minutes" in lines[2]


def test_what_is_to_come_is_told_in_parts_and_time() -> None:
    def told(expected: Outlook, seconds: float) -> str:
        return about.outlook(State((ROW,), 1, outlook=expected, seconds=seconds), WORDS)

    assert told(Outlook("sv", 0, reads_all=True, cost=0), 0).startswith("The program does this by itself")
    assert (
        told(Outlook("sv", 1, reads_all=True, cost=1), 30)
        == "All of it is read at once. It takes about 30 s on this computer."
    )
    assert "about 4 parts" in told(Outlook("sv", 4, reads_all=True, cost=1), 240)
    assert "about 4 min" in told(Outlook("sv", 4, reads_all=True, cost=1), 240)
    assert "most important" in told(Outlook("sv", 1, reads_all=False, cost=1), 30)


def test_progress_tells_the_part_and_the_time_left_when_they_are_known() -> None:
    row = Row(1, "a.pdf", "running", progress=Progress("writing", 2, 5, 0.5), seconds_left=90.0)
    assert about.progress(row, WORDS) == "Writing, part 2 of 5 · 50 % · about 2 min left"
    assert (
        about.progress(Row(1, "a.pdf", "running", progress=Progress("reading", 1, 1, 0.01)), WORDS) == "Reading · 1 %"
    )
    assert about.progress(ROW, WORDS) == ""
