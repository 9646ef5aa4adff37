"""What python-docx lacks for our files: footnotes, a document language, an A4 page, and the same bytes every time.

Knows nothing of results; ``docx.py`` says what is written.
"""

import io
import zipfile
from collections.abc import Sequence
from datetime import UTC, datetime
from html import escape
from typing import Final

import docx
from docx.document import Document
from docx.enum.section import WD_ORIENT
from docx.enum.style import WD_STYLE_TYPE
from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import XmlPart
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Cm, Emu, Pt, RGBColor
from docx.table import Table
from docx.text.paragraph import Paragraph
from docx.text.run import Run

#: What Word calls our languages.
LOCALES: Final = {"sv": "sv-SE", "en": "en-GB"}
_FONT: Final = "Calibri"
#: Dark enough for contrast of more than 12:1 on white; the template's blue has 4:1.
_HEADING_COLOUR: Final = RGBColor(0x1F, 0x2A, 0x44)
#: The earliest time a zip file can hold, for parts and for documents whose time is not known.
_NO_TIME: Final = datetime(1980, 1, 1)  # noqa: DTZ001 - zip files and core properties have no zone here
#: The width of a letter in a table, in python-docx's unit; letters of a word that a column has room for; letters of a text
#: that make it wide.
_LETTER: Final = Pt(5.5)
_LONGEST_WORD: Final = 18
_MOST_SAID: Final = 200
#: Parts of python-docx's template that say something untrue or nothing.
_UNWANTED: Final = ("thumbnail", "extended-properties", "stylesWithEffects", "customXml")
_SEPARATORS: Final = f"""<w:footnotes {nsdecls("w")}>
<w:footnote w:type="separator" w:id="-1"><w:p><w:r><w:separator/></w:r></w:p></w:footnote>
<w:footnote w:type="continuationSeparator" w:id="0"><w:p><w:r><w:continuationSeparator/></w:r></w:p></w:footnote>
</w:footnotes>"""
_FOOTNOTE_PROPERTIES: Final = f"""<w:footnotePr {nsdecls("w")}>
<w:footnote w:id="-1"/><w:footnote w:id="0"/></w:footnotePr>"""


def new(language: str, title: str, author: str = "", made: datetime | None = None) -> Document:
    """An empty A4 document in a language (``sv`` or ``en``), with heading, list and footnote styles."""
    document = docx.Document()
    for rels in (document.part.rels, document.part.package.rels):
        for key in [key for key, rel in rels.items() if rel.reltype.rpartition("/")[2] in _UNWANTED]:
            del rels[key]
    _lay_out(document)
    _speak(document, LOCALES[language])
    core = document.core_properties
    core.title, core.author, core.last_modified_by, core.comments = title, author, author, ""
    core.language = LOCALES[language]
    core.created = core.modified = _utc(made) if made else _NO_TIME
    return document


def set_language(run: Run, language: str) -> None:
    """Say that a run is in another language than the document."""
    lang = OxmlElement("w:lang")
    lang.set(qn("w:val"), LOCALES[language])
    run._r.get_or_add_rPr().append(lang)  # noqa: SLF001 - python-docx's documented way to elements it has no names for


def head_row(row: object) -> None:
    """Flag a table's row as its head: read out with each cell, repeated on each page."""
    properties = row._tr.get_or_add_trPr()  # type: ignore[attr-defined]  # noqa: SLF001
    properties.append(OxmlElement("w:tblHeader"))


def whole_row(row: object) -> None:
    """Keep a table's row on one page."""
    row._tr.get_or_add_trPr().append(OxmlElement("w:cantSplit"))  # type: ignore[attr-defined]  # noqa: SLF001


def turn(document: Document) -> None:
    """Lay the page on its side, for tables of many columns."""
    section = document.sections[0]
    section.orientation = WD_ORIENT.LANDSCAPE
    section.page_width, section.page_height = section.page_height, section.page_width


def set_widths(document: Document, table: Table, rows: Sequence[Sequence[str]]) -> None:
    """Share the page's width among a table's columns: room for the longest word of each, the rest by how much each says."""
    section = document.sections[0]
    room = (section.page_width or 0) - (section.left_margin or 0) - (section.right_margin or 0)
    columns = [[row[place] for row in rows if place < len(row)] for place in range(len(table.columns))]
    least = [
        min(_LONGEST_WORD, max((len(word) for text in column for word in text.split()), default=1)) + 2
        for column in columns
    ]
    says = [min(_MOST_SAID, max(map(len, column), default=1)) for column in columns]
    left = max(0, room // _LETTER - sum(least))
    table.autofit = False
    for place, column in enumerate(table.columns):
        letters = least[place] + left * says[place] / sum(says)
        column.width = Emu(int(room * letters / (sum(least) + left)))
        for cell in column.cells:
            cell.width = column.width


class Footnotes:
    """A document's footnotes; its part is added to the document at once."""

    def __init__(self, document: Document) -> None:
        self._root = parse_xml(_SEPARATORS)
        self._last = 0
        part = XmlPart(PackURI("/word/footnotes.xml"), CONTENT_TYPE.WML_FOOTNOTES, self._root, document.part.package)
        document.part.relate_to(part, RELATIONSHIP_TYPE.FOOTNOTES)
        # The schema has a fixed order, and footnotePr stands before compat.
        document.settings.element.find(qn("w:compat")).addprevious(parse_xml(_FOOTNOTE_PROPERTIES))
        text = document.styles.add_style("footnote text", WD_STYLE_TYPE.PARAGRAPH, builtin=True)
        text.base_style = document.styles["Normal"]
        text.font.size = Pt(9)
        text.paragraph_format.space_after = Pt(2)
        mark = document.styles.add_style("footnote reference", WD_STYLE_TYPE.CHARACTER, builtin=True)
        mark.font.superscript = True
        self._text_style, self._mark_style = text.style_id, mark.style_id

    def add(self, paragraph: Paragraph, texts: Sequence[str]) -> None:
        """End a paragraph with a mark whose note holds one paragraph for each text."""
        self._last += 1
        mark = self._mark(f'<w:footnoteReference w:id="{self._last}"/>', nsdecls("w"))
        paragraph._p.append(parse_xml(mark))  # noqa: SLF001 - as above
        begins = self._mark("<w:footnoteRef/>")
        notes = "".join(self._paragraph(text, "" if number else begins) for number, text in enumerate(texts))
        self._root.append(parse_xml(f'<w:footnote {nsdecls("w")} w:id="{self._last}">{notes}</w:footnote>'))

    def _mark(self, content: str, declared: str = "") -> str:
        return f'<w:r {declared}><w:rPr><w:rStyle w:val="{self._mark_style}"/></w:rPr>{content}</w:r>'

    def _paragraph(self, text: str, begins: str) -> str:
        words = f'<w:r><w:t xml:space="preserve">{" " if begins else ""}{escape(text, quote=False)}</w:t></w:r>'
        return f'<w:p><w:pPr><w:pStyle w:val="{self._text_style}"/></w:pPr>{begins}{words}</w:p>'


def to_bytes(document: Document) -> bytes:
    """The file's bytes; the same for the same document, since every part gets the same time."""
    saved = io.BytesIO()
    document.save(saved)
    packed = io.BytesIO()
    with zipfile.ZipFile(saved) as parts, zipfile.ZipFile(packed, "w") as steady:
        for name in parts.namelist():
            part = zipfile.ZipInfo(name, _NO_TIME.timetuple()[:6])
            part.compress_type = zipfile.ZIP_DEFLATED
            part.create_system = 0  # whichever system this is
            steady.writestr(part, parts.read(name))
    return packed.getvalue()


def _utc(moment: datetime) -> datetime:
    """As core properties hold it: without a zone, and meaning UTC."""
    return moment.astimezone(UTC).replace(tzinfo=None) if moment.tzinfo else moment


def _lay_out(document: Document) -> None:
    section = document.sections[0]
    section.page_width, section.page_height = Cm(21), Cm(29.7)
    section.left_margin = section.right_margin = section.top_margin = section.bottom_margin = Cm(2.5)
    styles = document.styles
    # A theme's font goes before a style's own, so the theme's is taken away where ours is to be seen.
    fonts = styles.element.find(f".//{qn('w:docDefaults')}//{qn('w:rFonts')}")
    fonts.attrib.clear()
    for script in ("w:ascii", "w:hAnsi", "w:cs"):
        fonts.set(qn(script), _FONT)
    styles["Normal"].paragraph_format.space_after = Pt(8)
    for level in (1, 2, 3):
        styles[f"Heading {level}"].font.color.rgb = _HEADING_COLOUR
    for style in [style for style in styles if style.type is WD_STYLE_TYPE.TABLE]:
        if style.name not in ("Normal Table", "Table Grid"):
            style.delete()


def _speak(document: Document, locale: str) -> None:
    for lang in document.styles.element.iter(qn("w:lang")):
        lang.set(qn("w:val"), locale)
    for lang in document.settings.element.iter(qn("w:themeFontLang")):
        lang.set(qn("w:val"), locale)
