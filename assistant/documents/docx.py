"""Word documents: the parts are walked with lxml, never with python-docx, whose rows one attribute can make hang for ever.

Element names are compared without their namespace, so that transitional and strict documents (ISO/IEC 29500) are the same.
"""

import re
from collections.abc import Iterator

from assistant.documents.build import Builder
from assistant.documents.document import Document, Notice, ParagraphKind, Unread
from assistant.documents.docx_line import DELETED, ELSEWHERE, TRANSPARENT, Lines, chosen
from assistant.documents.docx_numbering import Numbering
from assistant.documents.docx_styles import Look, Styles
from assistant.documents.limits import MAX_DEPTH
from assistant.documents.markup import Element, attribute, child, name_of
from assistant.documents.package import Package
from assistant.errors import DocumentDamaged, DocumentUnsafe

_ELSEWHERE_PARTS = re.compile(r"word/(?:embeddings/|charts/chart)")
#: Letters in a cell that are more than a table has: such a table lays out a page.
_LONGEST_CELL = 1_000


def read(data: bytes, name: str) -> Document:
    """Read a .docx, .docm, .dotx or .dotm.

    Raises:
        DocumentError: damaged, unsafe or too large; see ``Package``.
    """
    return _Reader(Package(data, name), name).read()


class _Reader:
    """One Word document being read."""

    def __init__(self, package: Package, name: str) -> None:
        self._package = package
        self._name = name
        self._styles = Styles(package.xml("word/styles.xml"))
        self._numbering = Numbering(package.xml("word/numbering.xml"))
        self._carried: list[str] = []
        self._builder = Builder()
        self._lines = Lines(self._styles)
        self._noticed = self._lines.noticed
        self._notes = {kind: self._note_parts(kind) for kind in ("footnote", "endnote")}
        self._title = ""

    def read(self) -> Document:
        """The whole document: headers, the text with its notes after each paragraph, footers."""
        root = self._package.xml(self._main_part())
        if root is None:
            raise DocumentDamaged(name=self._name, kind="docx")
        self._margins("header", ParagraphKind.HEADER)
        self._blocks(root, 0, ParagraphKind.TEXT)
        self._margins("footer", ParagraphKind.FOOTER)
        return self._builder.finish(
            self._name,
            "docx",
            title=self._title or self._core_title(),
            reader="kansli",
            unread=[*self._unread()],
            notices=[*self._notices()],
        )

    def _main_part(self) -> str:
        names = self._package.names
        return (
            "word/document.xml"
            if "word/document.xml" in names
            else min((n for n in names if re.match(r"word/document\d*\.xml$", n)), default="")
        )

    def _margins(self, kind: str, paragraph_kind: ParagraphKind) -> None:
        """Headers or footers, each distinct text once; what a form letter has for a page number is none."""
        seen: set[str] = set()
        for part in sorted(self._package.names):
            root = self._package.xml(part) if re.match(rf"word/{kind}\d*\.xml$", part) else None
            text = " ".join(" ".join(self._flat(root, 0)).split()) if root is not None else ""
            if text and text not in seen:
                seen.add(text)
                self._builder.add(text, paragraph_kind)

    def _flat(self, parent: Element, depth: int) -> Iterator[str]:
        """The text of all paragraphs below an element, with that of boxes."""
        for element in chosen(parent) if depth <= MAX_DEPTH else ():
            if name_of(element) == "p":
                line = self._lines.line(element, self._styles.of(element, self._numbering))
                yield "".join(line.text)
                for box in line.boxes:
                    yield from self._flat(box, depth + 1)
            elif name_of(element) in TRANSPARENT | {"tbl", "tr", "tc"}:
                yield from self._flat(element, depth + 1)

    def _blocks(self, parent: Element, depth: int, kind: ParagraphKind) -> None:
        """Paragraphs and tables below an element, in order."""
        if depth > MAX_DEPTH:
            raise DocumentUnsafe(name=self._name, reason="bomb")
        for element in chosen(parent):
            name = name_of(element)
            if name == "p":
                self._paragraph(element, depth, kind)
            elif name == "tbl":
                self._table(element, depth)
            elif name in DELETED:
                self._noticed.deletions += 1
            elif name in ELSEWHERE:
                self._noticed.objects += 1
            elif name in TRANSPARENT:
                self._blocks(element, depth + 1, kind)

    def _paragraph(self, element: Element, depth: int, kind: ParagraphKind) -> None:
        style = self._styles.of(element, self._numbering)
        line = self._lines.line(element, style)
        label = self._numbering.label(style.number, style.number_level) if style.number else ""
        self._carried.append("".join(line.text))
        mark = child(element, "pPr", "rPr")
        if child(mark, "del") is None and child(mark, "moveFrom") is None:
            text = " ".join(filter(None, (label, "".join(self._carried).strip())))
            self._carried = []
            self._add(text, kind, style, is_bold=bool(line.bold) and not line.plain)
        else:
            self._noticed.deletions += 1  # a deleted mark: the paragraph goes on in the next
        for box in line.boxes:
            self._blocks(box, depth + 1, ParagraphKind.BOX)
        for note_kind, number in line.notes:
            for note in self._notes[note_kind].pop(number, ()):
                self._blocks(note, depth + 1, ParagraphKind.NOTE)

    def _add(self, text: str, kind: ParagraphKind, style: Look, *, is_bold: bool) -> None:
        if kind is not ParagraphKind.TEXT:
            self._builder.add(text, kind)
        elif style.is_title and not self._title and text:
            self._title = text
            self._builder.add(text, ParagraphKind.HEADING, level=1)
        elif style.heading:
            self._builder.add(text, ParagraphKind.HEADING, level=style.heading)
        elif style.list_level:
            self._builder.add(text, ParagraphKind.ITEM, level=style.list_level)
        else:
            self._builder.add(text, is_bold=is_bold)

    def _table(self, table: Element, depth: int) -> None:
        """Row by row; a cell merged downwards is read where it begins. Tables within cells come after their row."""
        inner: list[Element] = []
        for row in chosen(table):
            if name_of(row) in TRANSPARENT:
                self._table(row, depth + 1)
                continue
            if name_of(row) != "tr" or depth > MAX_DEPTH:
                continue
            if child(row, "trPr", "del") is not None:
                self._noticed.deletions += 1
                continue
            if self._lays_out(row):
                for cell in _cells(row):
                    self._blocks(cell, depth + 1, ParagraphKind.TEXT)
                continue
            cells = [self._cell(cell, inner) for cell in _cells(row)]
            if any(cell.strip() for cell in cells):
                self._builder.add("", ParagraphKind.ROW, cells=cells)
            for nested in inner:
                self._table(nested, depth + 1)
            inner.clear()

    def _lays_out(self, row: Element) -> bool:
        """Whether a row is no row of a table but holds a page's text, paragraph by paragraph."""
        cells = [*_cells(row)]
        filled = []
        for cell in cells:
            lengths = [length for each in chosen(cell) if name_of(each) == "p" and (length := _length(each))]
            if lengths:
                filled.append(lengths)
        alone = len(cells) == 1 and len(filled) == 1 and len(filled[0]) > 1
        return alone or any(len(lengths) > 2 and sum(lengths) > _LONGEST_CELL for lengths in filled)  # noqa: PLR2004

    def _cell(self, cell: Element, inner: list[Element]) -> str:
        if _goes_on(cell, "vMerge"):
            return ""
        texts: list[str] = []
        self._cell_text(cell, texts, inner, 0)
        return " ".join(filter(None, (" ".join(text.split()) for text in texts)))

    def _cell_text(self, parent: Element, texts: list[str], inner: list[Element], depth: int) -> None:
        for element in chosen(parent):
            name = name_of(element)
            if name == "p":
                style = self._styles.of(element, self._numbering)
                line = self._lines.line(element, style)
                label = self._numbering.label(style.number, style.number_level) if style.number else ""
                texts.append(" ".join(filter(None, (label, "".join(line.text)))))
                for box in line.boxes:
                    self._cell_text(box, texts, inner, depth + 1)
                for kind, number in line.notes:
                    for note in self._notes[kind].pop(number, ()):
                        self._cell_text(note, texts, inner, depth + 1)
            elif name == "tbl":
                inner.append(element)
            elif name in TRANSPARENT and depth < MAX_DEPTH:
                self._cell_text(element, texts, inner, depth + 1)

    def _note_parts(self, kind: str) -> dict[str, list[Element]]:
        root = self._package.xml(f"word/{kind}s.xml")
        notes: dict[str, list[Element]] = {}
        for element in root if root is not None else ():
            if name_of(element) == kind and attribute(element, "type") not in {"separator", "continuationSeparator"}:
                notes.setdefault(attribute(element, "id"), []).append(element)
        return notes

    def _core_title(self) -> str:
        root = self._package.xml("docProps/core.xml")
        titles = [each.text or "" for each in root.iter() if name_of(each) == "title"] if root is not None else []
        return titles[0].strip() if titles else ""

    def _unread(self) -> Iterator[Unread]:
        if self._noticed.images:
            yield Unread("image")
        if self._noticed.objects or any(_ELSEWHERE_PARTS.match(part) for part in self._package.names):
            yield Unread("embedded")

    def _notices(self) -> Iterator[Notice]:
        names = self._package.names
        if self._noticed.insertions:
            yield Notice("tracked-insertions", {"count": self._noticed.insertions})
        if self._noticed.deletions:
            yield Notice("tracked-deletions", {"count": self._noticed.deletions})
        if self._noticed.hidden:
            yield Notice("hidden-text")
        if self._noticed.struck:
            yield Notice("struck-text")
        if any(part.endswith("vbaProject.bin") for part in names):
            yield Notice("macros-ignored")
        comments = self._package.xml("word/comments.xml")
        count = sum(name_of(each) == "comment" for each in comments) if comments is not None else 0
        if count:
            yield Notice("comments-not-read", {"count": count})


def _length(paragraph: Element) -> int:
    return sum(len(each.text or "") for each in paragraph.iter() if name_of(each) == "t")


def _cells(row: Element) -> Iterator[Element]:
    for element in chosen(row):
        if name_of(element) == "tc":
            if not _goes_on(element, "hMerge"):
                yield element
        elif name_of(element) in TRANSPARENT:
            yield from _cells(element)


def _goes_on(cell: Element, way: str) -> bool:
    """Whether a cell is merged with the one above it or before it."""
    merge = child(cell, "tcPr", way)
    return merge is not None and attribute(merge, "val") != "restart"
