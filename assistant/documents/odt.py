"""OpenDocument text (.odt): walked with lxml like Word's, with the same care for changes, hidden text and notes."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field

from assistant.documents.build import Builder
from assistant.documents.document import Document, Notice, ParagraphKind, Unread
from assistant.documents.limits import MAX_DEPTH
from assistant.documents.markup import Element, attribute, child, name_of
from assistant.documents.odt_styles import Counted, Styles
from assistant.documents.package import Package
from assistant.errors import DocumentDamaged, DocumentLocked, DocumentUnsafe

_SKIPPED = frozenset(
    "tracked-changes annotation annotation-end forms sequence-decls bibliography-mark meta title desc ruby-text".split()
)
_OBJECTS = frozenset({"object", "object-ole", "plugin", "applet", "floating-frame"})
#: A run of spaces is written as a count; more than these say nothing.
_MOST_REPEATED = 100
#: Cells that are alike are written once, with their number; a sheet as wide as there are columns is no table.
_REPEATED = frozenset(map(str, range(2, 64)))


def read(data: bytes, name: str) -> Document:
    """Read an .odt or .ott.

    Raises:
        DocumentError: damaged, unsafe, locked or too large; see ``Package``.
    """
    package = Package(data, name)
    manifest = package.part("META-INF/manifest.xml")
    if b"encryption-data" in manifest:
        raise DocumentLocked(name=name)
    root = package.xml("content.xml")
    body = child(root, "body", "text")
    if root is None or body is None:
        raise DocumentDamaged(name=name, kind="odt")
    return _Reader(package, name, root).read(body)


class _Reader:
    """One OpenDocument text being read."""

    def __init__(self, package: Package, name: str, root: Element) -> None:
        self._package = package
        self._name = name
        self._builder = Builder()
        self._counts = Counter(name_of(each) for each in root.iter())
        self._sheet = package.xml("styles.xml")
        self._styles = Styles([each for each in (self._sheet, root) if each is not None])
        self._lists: list[Counted] = []
        self._last: Counted | None = None
        self._label = ""
        self._outline = Counted(self._styles.outline)
        self._hid = self._struck = False
        self._images = self._objects = 0

    def read(self, body: Element) -> Document:
        """The whole document: headers, text, footers."""
        self._margins("header", ParagraphKind.HEADER)
        self._blocks(body, 0, ParagraphKind.TEXT)
        self._margins("footer", ParagraphKind.FOOTER)
        meta = self._package.xml("meta.xml")
        title = (
            next((each.text or "" for each in meta.iter() if name_of(each) == "title"), "") if meta is not None else ""
        )
        unread = [Unread(why) for why, is_so in (("image", self._images), ("embedded", self._objects)) if is_so]
        return self._builder.finish(
            self._name, "odt", title=title, reader="kansli", unread=unread, notices=[*self._notices()]
        )

    def _margins(self, kind: str, paragraph_kind: ParagraphKind) -> None:
        seen: set[str] = set()
        for element in self._sheet.iter() if self._sheet is not None else ():
            if name_of(element) == kind:
                text = " ".join("".join(self._inline(element, _Aside(), 0)).split())
                if text and text not in seen:
                    seen.add(text)
                    self._builder.add(text, paragraph_kind)

    def _blocks(self, parent: Element, depth: int, kind: ParagraphKind) -> None:
        if depth > MAX_DEPTH:
            raise DocumentUnsafe(name=self._name, reason="bomb")
        for element in parent:
            name = name_of(element)
            if name in {"h", "p"}:
                self._paragraph(element, depth, kind)
            elif name == "list":
                self._list(element, depth, kind)
            elif name == "table":
                self._table(element, depth)
            elif name in {"frame", "custom-shape", "text-box"}:  # anchored to the page
                self._blocks(element, depth + 1, ParagraphKind.BOX)
            elif name == "image" or name in _OBJECTS:
                self._see(name)
            elif name and name not in _SKIPPED and not self._is_hidden(element):
                self._blocks(element, depth + 1, kind)

    def _list(self, element: Element, depth: int, kind: ParagraphKind) -> None:
        """A list, whose numbers go on from the one before where it says so."""
        if self._lists:
            self._lists.append(self._lists[-1])
        else:
            style = attribute(element, "style-name")
            goes_on = attribute(element, "continue-numbering") == "true" or attribute(element, "continue-list")
            self._last = self._last if goes_on and self._last else Counted(self._styles.lists.get(style, {}))
            self._lists.append(self._last)
        for item in element:
            if name_of(item) == "list-item":
                self._label = self._lists[-1].label(len(self._lists), attribute(item, "start-value"))
            self._blocks(item, depth + 1, kind)
        self._lists.pop()

    def _paragraph(self, element: Element, depth: int, kind: ParagraphKind) -> None:
        style = attribute(element, "style-name")
        if self._styles.is_hidden(style):
            self._hid = True
            return
        aside = _Aside()
        text = "".join(self._inline(element, aside, 0)).strip()
        label, self._label = self._label, ""
        if kind is not ParagraphKind.TEXT:
            self._builder.add(f"{label} {text}", kind)
        elif name_of(element) == "h":
            value = attribute(element, "outline-level")
            level = int(value) if value.isdecimal() and len(value) == 1 else 1
            label = label or (self._outline.label(level, "") if attribute(element, "is-list-header") != "true" else "")
            self._builder.add(f"{label} {text}" if text else "", ParagraphKind.HEADING, level=level)
        elif self._styles.is_title(style):
            self._builder.add(text, ParagraphKind.HEADING, level=1)
        elif self._lists:
            self._builder.add(f"{label} {text}" if text else "", ParagraphKind.ITEM, level=len(self._lists))
        else:
            self._builder.add(text, is_bold=self._is_bold(element, style))
        self._add_aside(aside, depth)

    def _add_aside(self, aside: "_Aside", depth: int) -> None:
        lists, self._lists = self._lists, []
        for box in aside.boxes:
            self._blocks(box, depth + 1, ParagraphKind.BOX)
        for note in aside.notes:
            self._builder.add(" ".join("".join(self._inline(note, _Aside(), 0)).split()), ParagraphKind.NOTE)
        self._lists = lists

    def _is_bold(self, element: Element, style: str) -> bool:
        if (element.text or "").strip() or not len(element):
            return self._styles.is_bold(style)
        parts = [each for each in element if name_of(each) == "span" and any(map(str.strip, map(str, each.itertext())))]
        return bool(parts) and all(
            self._styles.is_bold(attribute(each, "style-name"), style) and not (each.tail or "").strip()
            for each in parts
        )

    def _table(self, table: Element, depth: int) -> None:
        """Row by row; covered cells are those that another cell was merged over."""
        if depth > MAX_DEPTH:
            raise DocumentUnsafe(name=self._name, reason="bomb")
        for row in table.iter():
            if (
                name_of(row) != "table-row"
                or next((each for each in row.iterancestors() if name_of(each) == "table"), None) is not table
            ):
                continue
            aside = _Aside()
            cells = [text for cell in _shown(row) for text in self._cell(cell, aside)]
            self._builder.add("", ParagraphKind.ROW, cells=cells)
            self._add_aside(aside, depth)
            for cell in row:
                for inner in cell:
                    if name_of(inner) == "table":
                        self._table(inner, depth + 1)

    def _cell(self, cell: Element, aside: "_Aside") -> list[str]:
        if name_of(cell) != "table-cell":  # covered by a cell above
            return [""]
        repeated = attribute(cell, "number-columns-repeated")
        text = " ".join("".join(self._inline(cell, aside, 0)).split())
        return [text] * (int(repeated) if repeated in _REPEATED else 1)

    def _inline(self, element: Element, aside: "_Aside", depth: int) -> Iterator[str]:
        """The text below an element; notes and boxes in it are read beside it."""
        if depth > MAX_DEPTH:
            return
        yield element.text or ""
        for each in element:
            name = name_of(each)
            if name == "s":
                count = attribute(each, "c")
                yield " " * (min(int(count), _MOST_REPEATED) if count.isdecimal() and len(count) < 4 else 1)  # noqa: PLR2004
            elif name in {"tab", "line-break", "p", "h", "list-item"}:
                yield " "
                if not self._is_hidden(each):
                    yield from self._inline(each, aside, depth + 1)
            elif name == "note":
                aside.notes += [inner for inner in each if name_of(inner) == "note-body"]
            elif name in {"text-box", "custom-shape"}:
                aside.boxes.append(each)
            elif name == "image" or name in _OBJECTS:
                self._see(name)
            elif name and name not in _SKIPPED and name != "table" and not self._is_hidden(each):
                self._struck = self._struck or self._styles.is_struck(attribute(each, "style-name"))
                yield from self._inline(each, aside, depth + 1)
            yield each.tail or ""

    def _see(self, name: str) -> None:
        self._images += name == "image"
        self._objects += name != "image"

    def _is_hidden(self, element: Element) -> bool:
        hidden = self._styles.is_hidden(attribute(element, "style-name")) or attribute(element, "display") == "none"
        hidden = hidden or name_of(element) in {"hidden-text", "hidden-paragraph"}
        self._hid = self._hid or hidden
        return hidden

    def _notices(self) -> Iterator[Notice]:
        for code, what in (("tracked-insertions", "insertion"), ("tracked-deletions", "deletion")):
            if self._counts[what]:
                yield Notice(code, {"count": self._counts[what]})
        if self._hid:
            yield Notice("hidden-text")
        if self._struck:
            yield Notice("struck-text")
        if any(part.startswith("Basic/") for part in self._package.names):
            yield Notice("macros-ignored")
        if self._counts["annotation"]:
            yield Notice("comments-not-read", {"count": self._counts["annotation"]})


def _shown(row: Element) -> Iterator[Element]:
    """A row's cells, without those that a cell beside them was merged over."""
    covered = 0
    for cell in row:
        name = name_of(cell)
        if name == "table-cell":
            spanned = attribute(cell, "number-columns-spanned")
            covered = int(spanned) - 1 if spanned in _REPEATED else 0
            yield cell
        elif name == "covered-table-cell":
            if covered <= 0:
                yield cell
            covered -= 1


@dataclass
class _Aside:
    """What stands in a line but is read beside it."""

    notes: list[Element] = field(default_factory=list)
    boxes: list[Element] = field(default_factory=list)
