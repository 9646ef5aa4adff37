"""OpenDocument text (.odt): walked with lxml like Word's, with the same care for changes, hidden text and notes."""

from collections.abc import Iterator

from assistant.documents.build import Builder
from assistant.documents.document import Document, Notice, ParagraphKind, Unread
from assistant.documents.limits import MAX_DEPTH
from assistant.documents.markup import Element, attribute, child, name_of
from assistant.documents.package import Package
from assistant.errors import DocumentDamaged, DocumentLocked, DocumentUnsafe

_SKIPPED = frozenset(
    {"tracked-changes", "annotation", "annotation-end", "forms", "sequence-decls", "bibliography-mark", "meta"}
)
#: A run of spaces is written as a count; more than these say nothing.
_MOST_REPEATED = 100


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
        self._insertions = sum(name_of(each) == "insertion" for each in root.iter())
        self._deletions = sum(name_of(each) == "deletion" for each in root.iter())
        self._comments = sum(name_of(each) == "annotation" for each in root.iter())
        self._parents = {
            attribute(each, "name"): attribute(each, "parent-style-name")
            for each in root.iter()
            if name_of(each) == "style"
        }
        self._hidden_styles = {
            attribute(each, "name")
            for each in root.iter()
            if name_of(each) == "style" and any(attribute(inner, "display") == "none" for inner in each.iter())
        }
        self._hid = False
        self._images = 0

    def read(self, body: Element) -> Document:
        """The whole document: headers, text, footers."""
        styles = self._package.xml("styles.xml")
        self._margins(styles, "header", ParagraphKind.HEADER)
        self._blocks(body, 0, 0)
        self._margins(styles, "footer", ParagraphKind.FOOTER)
        meta = self._package.xml("meta.xml")
        title = (
            next((each.text or "" for each in meta.iter() if name_of(each) == "title"), "") if meta is not None else ""
        )
        unread = [Unread("image")] if self._images else []
        return self._builder.finish(
            self._name, "odt", title=title, reader="kansli", unread=unread, notices=[*self._notices()]
        )

    def _margins(self, styles: Element | None, kind: str, paragraph_kind: ParagraphKind) -> None:
        seen: set[str] = set()
        for element in styles.iter() if styles is not None else ():
            if name_of(element) == kind:
                text = " ".join("".join(self._inline(element, [], 0)).split())
                if text and text not in seen:
                    seen.add(text)
                    self._builder.add(text, paragraph_kind)

    def _blocks(self, parent: Element, depth: int, list_level: int) -> None:
        if depth > MAX_DEPTH:
            raise DocumentUnsafe(name=self._name, reason="bomb")
        for element in parent:
            name = name_of(element)
            if name == "h":
                level = attribute(element, "outline-level")
                self._add(element, ParagraphKind.HEADING, int(level) if level.isdecimal() and len(level) == 1 else 1)
            elif name == "p":
                self._paragraph(element, list_level)
            elif name == "list":
                self._blocks(element, depth + 1, list_level + 1)
            elif name == "table":
                self._table(element, depth)
            elif name and name not in _SKIPPED and not self._is_hidden(element):
                self._blocks(element, depth + 1, list_level)

    def _paragraph(self, element: Element, list_level: int) -> None:
        style = attribute(element, "style-name")
        if self._parents.get(style, style) == "Title":
            self._add(element, ParagraphKind.HEADING, 1)
        elif list_level:
            self._add(element, ParagraphKind.ITEM, list_level)
        else:
            self._add(element, ParagraphKind.TEXT, 0)

    def _add(self, element: Element, kind: ParagraphKind, level: int) -> None:
        notes: list[Element] = []
        if attribute(element, "style-name") in self._hidden_styles:
            self._hid = True
            return
        self._builder.add("".join(self._inline(element, notes, 0)), kind, level=level)
        for note in notes:
            self._builder.add(" ".join("".join(self._inline(note, [], 0)).split()), ParagraphKind.NOTE)

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
            cells = [
                " ".join("".join(self._inline(cell, [], 0)).split()) for cell in row if name_of(cell) == "table-cell"
            ]
            self._builder.add("", ParagraphKind.ROW, cells=[cell for cell in cells if cell])
            for cell in row:
                for inner in cell:
                    if name_of(inner) == "table":
                        self._table(inner, depth + 1)

    def _inline(self, element: Element, notes: list[Element], depth: int) -> Iterator[str]:
        """The text below an element. Frames with text boxes are read where they are anchored."""
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
                yield from self._inline(each, notes, depth + 1)
            elif name == "note":
                notes += [inner for inner in each if name_of(inner) == "note-body"]
            elif name == "image":
                self._images += 1
            elif name and name not in _SKIPPED and name != "table" and not self._is_hidden(each):
                yield from self._inline(each, notes, depth + 1)
            yield each.tail or ""

    def _is_hidden(self, element: Element) -> bool:
        hidden = attribute(element, "style-name") in self._hidden_styles or attribute(element, "display") == "none"
        hidden = hidden or name_of(element) in {"hidden-text", "hidden-paragraph"}
        self._hid = self._hid or hidden
        return hidden

    def _notices(self) -> Iterator[Notice]:
        if self._insertions:
            yield Notice("tracked-insertions", {"count": self._insertions})
        if self._deletions:
            yield Notice("tracked-deletions", {"count": self._deletions})
        if self._hid:
            yield Notice("hidden-text")
        if any(part.startswith("Basic/") for part in self._package.names):
            yield Notice("macros-ignored")
        if self._comments:
            yield Notice("comments-not-read", {"count": self._comments})
