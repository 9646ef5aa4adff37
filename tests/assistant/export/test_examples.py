"""The examples are what their script makes, and are read without loss."""

import io
import zipfile
from collections.abc import Callable

import pytest

from assistant import paths
from assistant.documents.document import ParagraphKind
from assistant.documents.read import read
from assistant.language import detect
from scripts.make_examples import protokoll, selftest, tjansteskrivelse

EXAMPLES = {"tjansteskrivelse-fardtjanst.docx": tjansteskrivelse, "protokoll-namnd.docx": protokoll}


def parts(content: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(content)) as opened:
        return {name: opened.read(name) for name in opened.namelist()}


@pytest.mark.parametrize(("name", "make"), EXAMPLES.items())
def test_an_example_is_made_again_bit_for_bit(name: str, make: Callable[[], bytes]) -> None:
    assert make() == make()
    # Compared part by part: how they are packed depends on the system's zlib.
    assert parts(make()) == parts((paths.resources() / "examples" / name).read_bytes())


@pytest.mark.parametrize("name", EXAMPLES)
def test_an_example_is_read_whole(name: str) -> None:
    document = read(paths.resources() / "examples" / name)
    assert (document.unread, document.notices) == ((), ())
    assert detect(document.text) == "sv"


def test_the_minutes_have_eight_items_and_the_proposal_its_table_and_footnote() -> None:
    minutes = read(paths.resources() / "examples" / "protokoll-namnd.docx")
    headings = [each.text for each in minutes.paragraphs if each.kind is ParagraphKind.HEADING and each.level == 1]
    assert [text.split()[1] for text in headings if text.startswith("§")] == [str(number) for number in range(21, 29)]
    proposal = read(paths.resources() / "examples" / "tjansteskrivelse-fardtjanst.docx")
    rows = [each.cells for each in proposal.paragraphs if each.kind is ParagraphKind.ROW]
    assert ("2025", "3 412", "7,9 veckor", "52 procent") in rows
    assert [each.kind for each in proposal.paragraphs].count(ParagraphKind.NOTE) == 1


def test_each_list_of_decisions_counts_from_one() -> None:
    document = parts(protokoll())["word/document.xml"].decode()
    lists = {piece.split('"')[0] for piece in document.split('<w:numId w:val="')[1:]}
    assert len(lists) == 3


def test_the_page_of_the_self_test_is_made_again_bit_for_bit() -> None:
    file = paths.resources() / "examples" / "sjalvtest.pdf"
    assert selftest() == file.read_bytes()
    assert "färdtjänst" in read(file).text
