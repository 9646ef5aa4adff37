"""Makes the templates of the shipped letters, in Swedish and English: real headings, one language, page numbers, no layout tables.

Run after a change here: ``python -m scripts.make_letters``. A test demands that the files are what this makes.
"""

from pathlib import Path
from typing import Final

from docx.document import Document
from docx.enum.text import WD_TAB_ALIGNMENT
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Pt
from docx.text.paragraph import Paragraph

from assistant import paths
from assistant.export import docx_file
from assistant.letters.kind import Kind
from assistant.letters.read import read
from assistant.tasks.options import LANGUAGES

#: What stands before a field in a letter's head.
LABELS: Final = {
    "date": ("Datum", "Date"),
    "case_number": ("Diarienummer", "Case number"),
    "their_number": ("Ert diarienummer", "Your case number"),
    "decision_date": ("Beslutsdatum", "Date of the decision"),
    "handler": ("Handläggare", "Case officer"),
    "phone": ("Telefon", "Telephone"),
}
PAGE: Final = {"sv": ("Sida ", " av "), "en": ("Page ", " of ")}
TITLES: Final = {"sv": "Mall: {name}", "en": "Template: {name}"}
#: Fields of the head, by type; the rest have those of an ordinary letter.
LETTER: Final = ("date", "case_number")
HEADS: Final = {
    "beslut": ("date", "decision_date", "case_number"),
    "fardtjanst": ("date", "decision_date", "case_number"),
    "remissvar": ("date", "case_number", "their_number"),
    "tjansteskrivelse": ("date", "case_number", "handler"),
    "pm": ("date", "case_number", "handler"),
}
_WIDTH: Final = Cm(16)


def main() -> None:
    """Write every template."""
    for path, data in templates():
        path.write_bytes(data)


def templates() -> list[tuple[Path, bytes]]:
    """Each template's path and bytes."""
    folder = paths.resources() / "letters"
    kinds = [read(file) for file in sorted(folder.glob("*.toml"))]
    return [(folder / f"{kind.id}.{language}.docx", made(kind, language)) for kind in kinds for language in LANGUAGES]


def made(kind: Kind, language: str) -> bytes:
    """One template."""
    document = docx_file.new(language, TITLES[language].format(name=kind.name[language]))
    _style(document)
    _head(document, language)
    _foot(document, kind)
    fields = {each.name for each in kind.fields}
    for name in HEADS.get(kind.id, LETTER):
        if name in fields | {"handler"}:
            _labelled(document, name, language)
    if "recipient" in fields:
        _address(document, fields)
    document.add_heading("{{title}}", level=1)
    document.add_paragraph("{{letter}}")
    return docx_file.to_bytes(document)


def _style(document: Document) -> None:
    document.sections[0].top_margin = Cm(3.6)  # the head has three lines, and some room below them
    normal = document.styles["Normal"]
    normal.font.size = Pt(11)
    normal.paragraph_format.line_spacing = 1.15
    normal.paragraph_format.keep_together = True
    for level, size in ((1, 18), (2, 13)):
        heading = document.styles[f"Heading {level}"]
        heading.font.size, heading.font.name = Pt(size), "Calibri"
        heading.paragraph_format.space_before = Pt(20 if level == 1 else 14)
        heading.paragraph_format.space_after = Pt(6)
        heading.paragraph_format.keep_with_next = True


def _head(document: Document, language: str) -> None:
    header = document.sections[0].header
    first = header.paragraphs[0]
    _tabs(first)
    first.add_run("{{organisation}}").bold = True
    first.add_run("\t{{letter_type}}")
    second = header.add_paragraph()
    _tabs(second)
    second.add_run("{{unit}}\t")
    before, between = PAGE[language]
    second.add_run(before)
    _field(second, "PAGE")
    second.add_run(between)
    _field(second, "NUMPAGES")
    header.add_paragraph().add_run("{{draft_mark}}").bold = True
    for paragraph in header.paragraphs:
        paragraph.paragraph_format.space_after = Pt(2)


def _foot(document: Document, kind: Kind) -> None:
    fields = {each.name for each in kind.fields}
    footer = document.sections[0].footer.paragraphs[0]
    _tabs(footer)
    footer.add_run("{{organisation}}")
    if {"phone", "email"} <= fields:
        footer.add_run("\t{{phone}}  {{email}}")
    for run in footer.runs:
        run.font.size = Pt(9)


def _labelled(document: Document, name: str, language: str) -> None:
    paragraph = document.add_paragraph()
    paragraph.paragraph_format.space_after = Pt(0)
    paragraph.add_run(f"{LABELS[name][LANGUAGES.index(language)]}: ").bold = True
    paragraph.add_run("{{sender_name}}" if name == "handler" else f"{{{{{name}}}}}")


def _address(document: Document, fields: set[str]) -> None:
    paragraph = document.add_paragraph("{{recipient}}")
    paragraph.paragraph_format.space_before = Pt(18)
    if "address" in fields:
        paragraph.paragraph_format.space_after = Pt(0)
        document.add_paragraph("{{address}}")


def _tabs(paragraph: Paragraph) -> None:
    if paragraph.style:
        paragraph.style.paragraph_format.tab_stops.clear_all()
    paragraph.paragraph_format.tab_stops.add_tab_stop(_WIDTH, WD_TAB_ALIGNMENT.RIGHT)


def _field(paragraph: Paragraph, instruction: str) -> None:
    field = OxmlElement("w:fldSimple")
    field.set(qn("w:instr"), instruction)
    run, text = OxmlElement("w:r"), OxmlElement("w:t")
    text.text = "1"
    run.append(text)
    field.append(run)
    paragraph._p.append(field)  # noqa: SLF001 - python-docx's documented way to elements it has no names for


if __name__ == "__main__":
    main()
