"""The labelled minutes as PDFs that an office program makes of them: ``python -m tests.evaluation office``. Needs LibreOffice.

Each of those that are written as Word files is set in several forms and printed into a PDF, and must be read as it is labelled: what
a table, a heading and a paragraph are has to be seen from where the letters stand. It takes some minutes.
"""

import io
import shutil
import subprocess
import sys
import tempfile
import tomllib
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Final

import docx
from docx.document import Document as Word
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.shared import Cm, Pt

from assistant.documents.document import Document
from assistant.documents.read import read_bytes
from tests.evaluation import sets
from tests.evaluation.protokoll import CASES, Label, as_docx

_LINED: Final = "Table Grid"
#: LibreOffice leaves files out without a word when it is given too many.
_AT_ONCE: Final = 40


def cases(only: list[str]) -> Iterator[tuple[str, Document, Label]]:
    """Each of the minutes in each form, by its name and the form's."""
    program = shutil.which("soffice") or sys.exit("It needs LibreOffice (soffice), which is not here.")
    chosen = sets.chosen(sorted(CASES.glob("*.md")), only, lambda each: each.stem)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        for source in chosen:
            for form, set_in in FORMS.items():
                word = docx.Document(io.BytesIO(as_docx(source.read_text(encoding="utf-8"))))
                set_in(word)
                word.save(str(folder / f"{source.stem}--{form}.docx"))
        written = sorted(folder.glob("*.docx"))
        for start in range(0, len(written), _AT_ONCE):
            files = map(str, written[start : start + _AT_ONCE])
            order = [program, "--headless", "--convert-to", "pdf", "--outdir", name, *files]
            subprocess.run(order, check=True, capture_output=True)
        printed = sorted(folder.glob("*.pdf"))
        if len(printed) != len(written):
            sys.exit(f"LibreOffice has printed {len(printed)} of {len(written)} files.")
        for made in printed:
            label = tomllib.loads((CASES / f"{made.stem.split('--')[0]}.toml").read_text(encoding="utf-8"))
            yield made.stem, read_bytes(made.read_bytes(), made.name), label


def _plain(word: Word) -> None:
    """Tables without lines, as Word files are made."""
    _edges(word, "Sammanträdesprotokoll\tDiarieförs\tSida 1 (9)", "Justerandes sign\t\tUtdragsbestyrkande")


def _lined(word: Word) -> None:
    """The same with lines in the tables."""
    _plain(word)
    _tables(word, _LINED)


def _close(word: Word) -> None:
    """No room between paragraphs."""
    for paragraph in word.paragraphs:
        paragraph.paragraph_format.space_before = paragraph.paragraph_format.space_after = Pt(0)
    _tables(word, _LINED)
    _edges(word, "Region Mittland\tPROTOKOLL\t2026-05-05", "Ordförandens signatur\tJusterarnas signatur")


def _wide(word: Word) -> None:
    """Lines far apart, another font, larger letters."""
    for paragraph in word.paragraphs:
        paragraph.paragraph_format.line_spacing = 1.5
        paragraph.paragraph_format.space_after = Pt(6)
    word.styles["Normal"].font.name, word.styles["Normal"].font.size = "Liberation Serif", Pt(12)
    _tables(word, _LINED)
    _edges(word, "Sida 1", "Utdragsbestyrkande")


def _justified(word: Word) -> None:
    """Lines stretched to both margins."""
    for paragraph in word.paragraphs:
        paragraph.alignment = WD_ALIGN_PARAGRAPH.JUSTIFY
    word.styles["Normal"].font.name = "Liberation Sans"
    _edges(word, "Region Mittland\tPROTOKOLL\t2026-05-05", "Ordförandens signatur\tJusterarnas signatur")


def _narrow(word: Word) -> None:
    """Short lines between wide margins, which tables go beyond."""
    word.sections[0].left_margin, word.sections[0].right_margin = Cm(5), Cm(3.5)
    for paragraph in word.paragraphs:
        paragraph.paragraph_format.space_after = Pt(3)
    _edges(word, "Sida 1", "Utdragsbestyrkande")


def _tables(word: Word, style: str) -> None:
    for table in word.tables:
        table.style = style


def _edges(word: Word, head: str, foot: str) -> None:
    word.sections[0].header.paragraphs[0].text = head
    word.sections[0].footer.paragraphs[0].text = foot


FORMS: Final[dict[str, Callable[[Word], None]]] = {
    "plain": _plain, "lined": _lined, "close": _close, "wide": _wide, "justified": _justified, "narrow": _narrow,
}  # fmt: skip
