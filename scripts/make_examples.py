"""Makes the example documents in ``resources/examples``, and the self-test's page: ``python -m scripts.make_examples [FOLDER]``.

Their words are in ``example_texts.py``. Made again, the files are the same byte for byte.
"""

import re
import sys
from datetime import datetime
from pathlib import Path
from typing import Any

from docx.document import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.text.paragraph import Paragraph

from assistant.export import docx_file
from scripts.example_texts import PROTOKOLL, SELFTEST, TJANSTESKRIVELSE
from tests.samples.pdfs import column, pdf

_FOOTNOTE = re.compile(r"\^\[(.+)\]$")


def tjansteskrivelse() -> bytes:
    """An official's proposal to a board: two pages with a table, lists and a footnote."""
    document = docx_file.new(
        "sv",
        "Kortare handläggningstider i färdtjänsten",
        "Region Mellansjö",
        datetime(2026, 3, 12, 9),  # noqa: DTZ001 - a file's own time
    )
    _head(document, "Region Mellansjö\tKTN-2026-00147", "Kollektivtrafikförvaltningen, Box 214, Mellansjö\tSida ")
    return _write(document, TJANSTESKRIVELSE)


def protokoll() -> bytes:
    """A board's minutes: five pages and eight items, with motions, a vote, a reservation and a referral back."""
    document = docx_file.new("sv", "Kollektivtrafiknämnden 2026-04-16", "Region Mellansjö", datetime(2026, 4, 23, 9))  # noqa: DTZ001 - as above
    _head(
        document,
        "Region Mellansjö, kollektivtrafiknämnden\tSammanträdesprotokoll 2026-04-16",
        "Justerat digitalt\tSida ",
    )
    return _write(document, PROTOKOLL)


def selftest() -> bytes:
    """The page that the self-test reads and summarises: short, so that any model is done soon."""
    return pdf(column(SELFTEST.strip().splitlines()))


def _head(document: Document, header: str, footer: str) -> None:
    section = document.sections[0]
    section.header.paragraphs[0].text = header.replace("\t", "\t\t")
    paragraph = section.footer.paragraphs[0]
    paragraph.text = footer.replace("\t", "\t\t")
    page = OxmlElement("w:fldSimple")
    page.set(qn("w:instr"), "PAGE")
    page.append(paragraph.add_run("1")._r)  # noqa: SLF001 - fields have no name in python-docx
    paragraph._p.append(page)  # noqa: SLF001 - as above


def _write(document: Document, text: str) -> bytes:
    notes = docx_file.Footnotes(document)
    new_page, rows, numbered = False, list[list[str]](), list[Paragraph]()
    for line in [*re.sub(r"\n +", " ", text.strip()).splitlines(), ""]:
        if line.startswith("|"):
            rows.append([cell.strip() for cell in line.strip("|").split("|")])
            continue
        if rows:
            _table(document, rows)
            rows = []
        if not line.startswith("+") and numbered:
            _number_from_one(document, numbered)
            numbered = []
        if line == "=":
            new_page = True
        elif line:
            paragraph = _paragraph(document, notes, line)
            paragraph.paragraph_format.page_break_before = True if new_page else None
            numbered += [paragraph] if line.startswith("+") else []
            new_page = False
    return docx_file.to_bytes(document)


def _number_from_one(document: Document, paragraphs: list[Paragraph]) -> None:
    """A list style alone goes on counting from the list before."""
    numbering = document.part.numbering_part.element
    style = document.styles["List Number"].element.pPr.numPr.numId.val
    same = next(num for num in numbering.num_lst if num.numId == style)
    own = numbering.add_num(same.abstractNumId.val)
    own.add_lvlOverride(ilvl=0).add_startOverride(1)
    for paragraph in paragraphs:
        properties: Any = paragraph._p.get_or_add_pPr()  # noqa: SLF001 - as above
        numbers = properties.get_or_add_numPr()
        numbers.get_or_add_ilvl().val = 0
        numbers.get_or_add_numId().val = own.numId


def _paragraph(document: Document, notes: docx_file.Footnotes, line: str) -> Paragraph:
    mark, _, rest = line.partition(" ")
    styles = {"#": "Heading 1", "##": "Heading 2", "-": "List Bullet", "+": "List Number"}
    note = _FOOTNOTE.search(line)
    text = _FOOTNOTE.sub("", rest if mark in styles else line)
    paragraph = document.add_paragraph(text, style=styles.get(mark))
    if note:
        notes.add(paragraph, [note[1]])
    return paragraph


def _table(document: Document, rows: list[list[str]]) -> None:
    table = document.add_table(rows=0, cols=len(rows[0]), style="Table Grid")
    for number, row in enumerate(rows):
        added = table.add_row()
        for cell, text in zip(added.cells, row, strict=True):
            paragraph = cell.paragraphs[0]
            paragraph.add_run(text).bold = True if not number else None
            if re.fullmatch(r"-?[\d ]+", text):
                paragraph.alignment = WD_ALIGN_PARAGRAPH.RIGHT
    docx_file.head_row(table.rows[0])


def main(arguments: list[str]) -> None:
    """Write the files to the folder, by default ``resources/examples``."""
    folder = Path(arguments[0]) if arguments else Path(__file__).parent.parent / "resources" / "examples"
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "tjansteskrivelse-fardtjanst.docx").write_bytes(tjansteskrivelse())
    (folder / "protokoll-namnd.docx").write_bytes(protokoll())
    (folder / "sjalvtest.pdf").write_bytes(selftest())


if __name__ == "__main__":
    main(sys.argv[1:])
