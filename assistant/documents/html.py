"""Web pages: the visible text, with its headings, lists and tables. Scripts, styles and hidden parts are not read."""

import re
from html.parser import HTMLParser

from assistant.documents.build import Builder
from assistant.documents.document import Document, Notice, ParagraphKind
from assistant.documents.text import decode

_UNSEEN = frozenset(
    {"script", "style", "noscript", "template", "svg", "math", "iframe", "object", "head", "select", "textarea"}
)
_BLOCKS = frozenset(
    "address article aside blockquote body br dd details dialog div dl dt fieldset figcaption figure footer form header hr"
    " li main nav ol p pre section summary table tbody td tfoot th thead tr ul html h1 h2 h3 h4 h5 h6".split()
)
_VOID = frozenset("area base br col embed hr img input link meta source track wbr".split())
_HEADING = re.compile(r"h([1-6])$")
_HIDDEN_STYLE = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden|font-size\s*:\s*0(?![.\d])", re.IGNORECASE)
_CHARSET = re.compile(rb"charset\s*=\s*[\"']?([\w-]+)", re.IGNORECASE)


def read(data: bytes, name: str) -> Document:
    """Read a web page.

    Raises:
        DocumentDamaged: it is no text.
    """
    text, notices = _decode(data, name)
    builder = Builder()
    page = add_markup(builder, text)
    if page.hid:
        notices.append(Notice("hidden-text"))
    return builder.finish(name, "html", title=page.title, reader="kansli", notices=notices)


def add_markup(builder: Builder, text: str) -> "Page":
    """Add the visible paragraphs of a page to a document."""
    page = Page(builder)
    page.feed(text)
    page.close()
    page.end_block()
    return page


def _decode(data: bytes, name: str) -> tuple[str, list[Notice]]:
    declared = _CHARSET.search(data[:2048])
    if declared and declared.group(1).lower() in {b"iso-8859-1", b"windows-1252", b"latin1", b"cp1252"}:
        return data.decode("cp1252", "replace"), []
    return decode(data, name)


class Page(HTMLParser):
    """Turns tags into paragraphs as they come; nothing is kept of the tree but what is open."""

    def __init__(self, builder: Builder) -> None:
        super().__init__(convert_charrefs=True)
        self._builder = builder
        self._text: list[str] = []
        self._unseen: list[str] = []
        self._kind = ParagraphKind.TEXT
        self._level = 0
        self._lists = 0
        self._cells: list[str] | None = None
        self._in_title = False
        self.title = ""
        self.hid = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Open a block, a cell, or a part that is not seen."""
        if tag == "title":
            self._in_title = True
        given = {name: value or "" for name, value in attrs}
        hidden = "hidden" in given or bool(_HIDDEN_STYLE.search(given.get("style", "")))
        if self._unseen or tag in _UNSEEN or (hidden and tag not in _VOID):
            if tag not in _VOID:
                self._unseen.append(tag)
            self.hid = self.hid or (hidden and tag not in _UNSEEN)
            return
        if tag in {"td", "th"}:
            self._flush_cell()
        elif tag == "tr":
            self.end_block()
            self._cells = []
        elif tag in _BLOCKS:
            self._begin(tag)
        elif tag == "img" and given.get("alt"):
            self._text.append(f" {given['alt']} ")

    def handle_endtag(self, tag: str) -> None:
        """Close what is open."""
        if tag == "title":
            self._in_title = False
        if self._unseen:
            if tag in self._unseen:
                del self._unseen[len(self._unseen) - 1 - self._unseen[::-1].index(tag) :]
            return
        if tag in {"td", "th"}:
            self._flush_cell()
        elif tag in {"tr", "table"}:
            self._end_row()
        elif tag in {"ul", "ol"}:
            self.end_block()
            self._lists = max(0, self._lists - 1)
        elif tag in _BLOCKS:
            self.end_block()

    def handle_data(self, data: str) -> None:
        """Take visible text."""
        if self._in_title:
            self.title += data
        elif not self._unseen:
            self._text.append(data)

    def end_block(self) -> None:
        """The paragraph under way is whole."""
        if self._cells is not None:  # a block within a cell
            self._text.append(" ")
            return
        self._builder.add("".join(self._text), self._kind, level=self._level)
        self._text.clear()
        self._kind, self._level = ParagraphKind.TEXT, 0

    def _begin(self, tag: str) -> None:
        self.end_block()
        heading = _HEADING.match(tag)
        if heading:
            self._kind, self._level = ParagraphKind.HEADING, int(heading.group(1))
        elif tag in {"ul", "ol"}:
            self._lists += 1
        elif tag == "li":
            self._kind, self._level = ParagraphKind.ITEM, max(1, self._lists)

    def _flush_cell(self) -> None:
        text = "".join(self._text)
        self._text.clear()
        if self._cells is None:
            self._builder.add(text)
        elif text.strip():
            self._cells.append(text)

    def _end_row(self) -> None:
        if self._cells is None:
            return
        self._flush_cell()
        if self._cells:
            self._builder.add("", ParagraphKind.ROW, cells=self._cells)
        self._cells = None
