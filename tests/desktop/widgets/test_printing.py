"""Paper: a PDF of a result holds its words, its tables and what is said around it, and no file is opened for them."""

from pathlib import Path

import pypdf
import pytest
from PySide6.QtGui import QPdfWriter
from PySide6.QtWidgets import QApplication

from assistant.export.plain import lines
from assistant.wording import Words
from desktop.widgets.printing import laid_out, print_to
from tests.assistant.export.results import HOSTILE, RESULT


@pytest.fixture
def pdf(application: QApplication, tmp_path: Path) -> str:
    assert application
    writer = QPdfWriter(str(tmp_path / "ut.pdf"))
    print_to(writer, lines(RESULT, Words("sv")))
    del writer
    return "\n".join(page.extract_text() for page in pypdf.PdfReader(tmp_path / "ut.pdf").pages)


def test_a_printed_result_holds_all_of_it(pdf: str) -> None:
    said = " ".join(pdf.split())
    for text in ("skrivelse.docx", "Bakgrund", "Granska före användning", "ej belagt", "3 100", "Källor", "qwen2.5"):
        assert text in said


def test_what_a_text_says_is_printed_as_it_stands(application: QApplication) -> None:
    assert application
    assert "<img src=x" in laid_out(lines(HOSTILE, Words("sv"))).toPlainText()
