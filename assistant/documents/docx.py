"""Word documents: the parts are walked with lxml, never with python-docx, whose rows one attribute can make hang for ever.

Element names are compared without their namespace, so that transitional and strict documents (ISO/IEC 29500) are the same.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from lxml import etree

from assistant.documents.build import Builder
from assistant.documents.document import Document, Notice, ParagraphKind, Unread
from assistant.documents.docx_styles import Styles, attribute, child, is_on, name_of
from assistant.documents.limits import MAX_DEPTH
from assistant.documents.package import Package
from assistant.errors import DocumentDamaged, DocumentUnsafe

Element = etree._Element  # noqa: SLF001 - lxml has no other name for the type

_BREAKS = {"tab": " ", "br": " ", "cr": " ", "noBreakHyphen": "-", "softHyphen": "", "ptab": " "}
#: Read through as if they were not there.
_TRANSPARENT = frozenset(
    "sdt sdtContent smartTag customXml hyperlink fldSimple ins moveTo bdo dir subDoc AlternateContent Choice Fallback"
    " txbxContent body document hdr ftr footnote endnote".split()
)
_DELETED = frozenset({"del", "moveFrom"})
_OBJECTS = frozenset({"object", "control"})


@dataclass
class _Noticed:
    """What is counted on the way."""

    insertions: int = 0
    deletions: int = 0
    hidden: bool = False
    images: int = 0
    objects: int = 0


@dataclass
class _Line:
    """One paragraph's text, and what stands in it that is read as paragraphs of its own."""

    text: list[str] = field(default_factory=list)
    notes: list[tuple[str, str]] = field(default_factory=list)
    boxes: list[Element] = field(default_factory=list)


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
        self._styles = Styles(package.xml("word/styles.xml"), package.xml("word/numbering.xml"))
        self._builder = Builder()
        self._noticed = _Noticed()
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
        """Headers or footers, each distinct text once."""
        seen: set[str] = set()
        for part in sorted(self._package.names):
            if not re.match(rf"word/{kind}\d*\.xml$", part):
                continue
            root = self._package.xml(part)
            text = (
                " ".join(filter(None, (self._flat(p) for p in root.iter() if name_of(p) == "p")))
                if root is not None
                else ""
            )
            text = " ".join(text.split())
            if text and text not in seen and not re.fullmatch(r"[\d\s()/|-]+", text):
                seen.add(text)
                self._builder.add(text, paragraph_kind)

    def _flat(self, paragraph: Element) -> str:
        return "".join(self._line(paragraph).text)

    def _blocks(self, parent: Element, depth: int, kind: ParagraphKind) -> None:
        """Paragraphs and tables below an element, in order."""
        if depth > MAX_DEPTH:
            raise DocumentUnsafe(name=self._name, reason="bomb")
        for element in _chosen(parent):
            name = name_of(element)
            if name == "p":
                self._paragraph(element, depth, kind)
            elif name == "tbl":
                self._table(element, depth)
            elif name in _DELETED:
                self._noticed.deletions += 1
            elif name in _TRANSPARENT:
                self._blocks(element, depth + 1, kind)

    def _paragraph(self, element: Element, depth: int, kind: ParagraphKind) -> None:
        line = self._line(element)
        text = "".join(line.text)
        if kind is ParagraphKind.TEXT:
            style = self._styles.of(element)
            if style.is_title and not self._title and text.strip():
                self._title = text
                self._builder.add(text, ParagraphKind.HEADING, level=1)
            elif style.heading:
                self._builder.add(text, ParagraphKind.HEADING, level=style.heading)
            elif style.list_level:
                self._builder.add(text, ParagraphKind.ITEM, level=style.list_level)
            else:
                self._builder.add(text)
        else:
            self._builder.add(text, kind)
        for box in line.boxes:
            self._blocks(box, depth + 1, ParagraphKind.BOX)
        for note_kind, number in line.notes:
            for note in self._notes[note_kind].pop(number, ()):
                self._blocks(note, depth + 1, ParagraphKind.NOTE)

    def _table(self, table: Element, depth: int) -> None:
        """Row by row; a cell merged downwards is read where it begins. Tables within cells come after their row."""
        inner: list[Element] = []
        for row in _chosen(table):
            if name_of(row) in _TRANSPARENT:
                self._table(row, depth + 1)
                continue
            if name_of(row) != "tr" or depth > MAX_DEPTH:
                continue
            if child(row, "trPr", "del") is not None:
                self._noticed.deletions += 1
                continue
            cells = [self._cell(cell, inner) for cell in _cells(row)]
            if any(cell.strip() for cell in cells):
                self._builder.add("", ParagraphKind.ROW, cells=[cell for cell in cells if cell.strip()])
            for nested in inner:
                self._table(nested, depth + 1)
            inner.clear()

    def _cell(self, cell: Element, inner: list[Element]) -> str:
        merge = child(cell, "tcPr", "vMerge")
        if merge is not None and attribute(merge, "val") != "restart":
            return ""
        texts: list[str] = []
        self._cell_text(cell, texts, inner, 0)
        return " ".join(filter(None, (" ".join(text.split()) for text in texts)))

    def _cell_text(self, parent: Element, texts: list[str], inner: list[Element], depth: int) -> None:
        for element in _chosen(parent):
            name = name_of(element)
            if name == "p":
                line = self._line(element)
                texts.append("".join(line.text))
                for box in line.boxes:
                    self._cell_text(box, texts, inner, depth + 1)
                for kind, number in line.notes:
                    for note in self._notes[kind].pop(number, ()):
                        self._cell_text(note, texts, inner, depth + 1)
            elif name == "tbl":
                inner.append(element)
            elif name in _TRANSPARENT and depth < MAX_DEPTH:
                self._cell_text(element, texts, inner, depth + 1)

    def _line(self, paragraph: Element) -> _Line:
        line = _Line()
        self._inline(paragraph, line, 0)
        return line

    def _inline(self, parent: Element, line: _Line, depth: int) -> None:
        """The text of what stands in a line."""
        if depth > MAX_DEPTH:
            return
        for element in _chosen(parent):
            name = name_of(element)
            if name == "r":
                self._run(element, line, depth)
            elif name in _DELETED:
                self._noticed.deletions += 1
            elif name in _TRANSPARENT:
                self._noticed.insertions += name in {"ins", "moveTo"}
                self._inline(element, line, depth + 1)
            elif name in {"oMath", "oMathPara"}:
                line.text += [each.text or "" for each in element.iter() if name_of(each) == "t"]

    def _run(self, run: Element, line: _Line, depth: int) -> None:
        properties = child(run, "rPr")
        if is_on(child(properties, "vanish")) or self._styles.hides(properties):
            self._noticed.hidden = self._noticed.hidden or any((each.text or "").strip() for each in run)
            return
        for element in _chosen(run):
            name = name_of(element)
            if name == "t":
                line.text.append(element.text or "")
            elif name in _BREAKS:
                line.text.append(_BREAKS[name])
            elif name == "sym":
                line.text.append(_symbol(element))
            elif name in {"footnoteReference", "endnoteReference"}:
                line.notes.append((name.removesuffix("Reference"), attribute(element, "id")))
            elif name in {"drawing", "pict"} or name in _OBJECTS:
                self._drawing(element, line, name)
            elif name in _TRANSPARENT:
                self._run_like(element, line, depth + 1)

    def _run_like(self, element: Element, line: _Line, depth: int) -> None:
        """What AlternateContent within a run holds."""
        if depth <= MAX_DEPTH:
            for inner in _chosen(element):
                if name_of(inner) in {"drawing", "pict"} | _OBJECTS:
                    self._drawing(inner, line, name_of(inner))
                elif name_of(inner) in _TRANSPARENT:
                    self._run_like(inner, line, depth + 1)

    def _drawing(self, element: Element, line: _Line, name: str) -> None:
        boxes = [each for each in element.iter() if name_of(each) == "txbxContent" and not _within(each, element)]
        line.boxes += boxes
        if name in _OBJECTS:
            self._noticed.objects += 1
        elif not boxes and any(name_of(each) in {"blip", "imagedata"} for each in element.iter()):
            self._noticed.images += 1

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
        if self._noticed.objects or any(part.startswith("word/embeddings/") for part in self._package.names):
            yield Unread("embedded")

    def _notices(self) -> Iterator[Notice]:
        names = self._package.names
        if self._noticed.insertions:
            yield Notice("tracked-insertions", {"count": self._noticed.insertions})
        if self._noticed.deletions:
            yield Notice("tracked-deletions", {"count": self._noticed.deletions})
        if self._noticed.hidden:
            yield Notice("hidden-text")
        if any(part.endswith("vbaProject.bin") for part in names):
            yield Notice("macros-ignored")
        comments = self._package.xml("word/comments.xml")
        count = sum(name_of(each) == "comment" for each in comments) if comments is not None else 0
        if count:
            yield Notice("comments-not-read", {"count": count})


def _chosen(parent: Element) -> Iterator[Element]:
    """The children; of alternatives for old and new programs only the first (ECMA-376 part 3)."""
    if name_of(parent) == "AlternateContent":
        choices = [each for each in parent if name_of(each) in {"Choice", "Fallback"}]
        yield from choices[:1]
        return
    yield from (each for each in parent if isinstance(each.tag, str))


def _cells(row: Element) -> Iterator[Element]:
    for element in _chosen(row):
        if name_of(element) == "tc":
            yield element
        elif name_of(element) in _TRANSPARENT:
            yield from _cells(element)


def _within(box: Element, top: Element) -> bool:
    """Whether a text box stands in another one, or in the alternative that is not read."""
    for above in box.iterancestors():
        if above is top:
            return False
        if name_of(above) == "txbxContent":
            return True
        if name_of(above) == "Fallback" and any(
            name_of(each) == "Choice" for each in above.itersiblings(preceding=True)
        ):
            return True
    return False


def _symbol(element: Element) -> str:
    try:
        code = int(attribute(element, "char"), 16)
    except ValueError:
        return ""
    # Symbol fonts keep their characters in the private use area; there is no telling what they look like.
    return "•" if 0xE000 <= code <= 0xF8FF else chr(code) if code <= 0x10FFFF else ""  # noqa: PLR2004
