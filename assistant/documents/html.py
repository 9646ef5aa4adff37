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
    " li main nav ol p pre section summary tbody td tfoot th thead tr ul html h1 h2 h3 h4 h5 h6".split()
)
_VOID = frozenset("area base br col embed hr img input link meta source track wbr".split())
_HEADING = re.compile(r"h([1-6])$")
_HIDDEN_STYLE = re.compile(
    r"display\s*:\s*none|visibility\s*:\s*hidden|(?:font-size|opacity)\s*:\s*0(?![.\d])|mso-hide\s*:\s*all",
    re.IGNORECASE,
)
#: A rule of a style sheet, and the classes and identities among its selectors.
_RULE = re.compile(r"([^{}]+)\{([^{}]*)\}")
_SELECTOR = re.compile(r"(?:^|,)\s*\w*([.#][\w-]+)\s*(?=,|$)")
_CHARSET = re.compile(rb"(?:charset|encoding)\s*=\s*[\"']?([\w-]+)", re.IGNORECASE)
_STRUCK = frozenset({"s", "strike", "del"})
#: Letters in a cell that are more than a table has: such a table lays out a page.
_LONGEST_CELL = 1_000

_Block = tuple[str, ParagraphKind, int]


def read(data: bytes, name: str) -> Document:
    """Read a web page.

    Raises:
        DocumentDamaged: it is no text.
    """
    text, notices = _decode(data, name)
    builder = Builder()
    page = add_markup(builder, text)
    notices += page.notices()
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
    coding = declared.group(1).decode("ascii").lower() if declared else ""
    # What calls itself Latin-1 on the web is Windows-1252 (WHATWG, Encoding).
    coding = "cp1252" if coding in {"iso-8859-1", "windows-1252", "latin1", "us-ascii"} else coding
    if (
        coding
        and not coding.startswith(("utf", "x-user"))
        and not data.startswith((b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff"))
    ):
        try:
            return data.decode(coding, "replace"), []
        except LookupError:
            pass
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
        self._lists: list[int | None] = []
        self._label = ""
        self._item = False
        self._row: list[list[_Block]] | None = None
        self._outer: list[bool] = []
        self._in: str = ""
        self._hidden: set[str] = set()
        self._hid = self._struck = False
        self.title = ""

    def notices(self) -> list[Notice]:
        """What a reader should know of the page."""
        return [Notice(code) for code, is_so in (("hidden-text", self._hid), ("struck-text", self._struck)) if is_so]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Open a block, a cell, or a part that is not seen."""
        if tag in {"title", "style"} and "svg" not in self._unseen:
            self._in = tag
        given = {name: value or "" for name, value in attrs}
        hidden = self._is_hidden(given)
        if self._unseen or tag in _UNSEEN or (hidden and tag not in _VOID):
            if tag not in _VOID:
                self._unseen.append(tag)
            self._hid = self._hid or (hidden and tag not in _UNSEEN)
            return
        self._struck = self._struck or tag in _STRUCK
        if tag in {"td", "th"}:
            self._begin_cell()
        elif tag == "tr":
            self._begin_row()
        elif tag == "table":
            self._begin_table()
        elif tag in _BLOCKS:
            self._begin(tag)
        elif tag == "img" and given.get("alt"):
            self._text.append(f" {given['alt']} ")

    def handle_endtag(self, tag: str) -> None:
        """Close what is open."""
        if tag == self._in:
            self._in = ""
        if self._unseen:
            if tag in self._unseen:
                del self._unseen[len(self._unseen) - 1 - self._unseen[::-1].index(tag) :]
            return
        if tag in {"td", "th"}:
            self.end_block()
        elif tag == "tr":
            self._end_row()
        elif tag == "table":
            self._end_table()
        elif tag in {"ul", "ol"}:
            self.end_block()
            self._lists[-1:] = []
            self._item = False
        elif tag in _BLOCKS:
            self.end_block()
            self._item = self._item and tag != "li"

    def handle_data(self, data: str) -> None:
        """Take visible text, and which classes a style sheet hides."""
        if self._in == "title":
            self.title += data
        elif self._in == "style":
            for selectors, rules in _RULE.findall(data):
                if _HIDDEN_STYLE.search(rules):
                    self._hidden |= set(_SELECTOR.findall(selectors))
        elif not self._unseen:
            self._text.append(data)

    def end_block(self) -> None:
        """The paragraph under way is whole."""
        text = "".join(self._text)
        block = (f"{self._label}{text}" if text.strip() else "", self._kind, self._level)
        self._text.clear()
        self._label = "" if text.strip() else self._label
        if self._item:  # a list item goes on in the paragraphs in it
            self._kind, self._level = (ParagraphKind.TEXT, 0) if block[0].strip() else (self._kind, self._level)
            self._item = not block[0].strip()
        else:
            self._kind, self._level = ParagraphKind.TEXT, 0
        if not block[0].strip():
            return
        if self._row is None:
            self._add(block)
        else:
            self._row = self._row or [[]]
            self._row[-1].append(block)

    def _add(self, block: _Block) -> None:
        self._builder.add(block[0], block[1], level=block[2])

    def _is_hidden(self, given: dict[str, str]) -> bool:
        names = {f".{name}" for name in given.get("class", "").split()} | {f"#{given.get('id', '')}"}
        return (
            "hidden" in given
            or bool(_HIDDEN_STYLE.search(given.get("style", "")))
            or not names.isdisjoint(self._hidden)
        )

    def _begin(self, tag: str) -> None:
        self.end_block()
        heading = _HEADING.match(tag)
        if heading:
            self._kind, self._level = ParagraphKind.HEADING, int(heading.group(1))
        elif tag in {"ul", "ol"}:
            self._lists.append(0 if tag == "ol" else None)
        elif tag == "li":
            self._kind, self._level, self._item = ParagraphKind.ITEM, max(1, len(self._lists)), True
            count = self._lists[-1] if self._lists else None
            self._label = "" if count is None else f"{count + 1}. "
            self._lists[-1:] = [None if count is None else count + 1]

    def _begin_table(self) -> None:
        """A table; one in a cell ends what its row has so far, since that lays out a page."""
        self.end_block()
        in_row = self._row is not None
        self._end_row()
        self._outer.append(in_row)

    def _end_table(self) -> None:
        self._end_row()
        self._row = [] if self._outer and self._outer.pop() else None

    def _begin_row(self) -> None:
        self._end_row()
        self._row = []

    def _begin_cell(self) -> None:
        self.end_block()
        if self._row is not None:
            self._row.append([])

    def _end_row(self) -> None:
        self.end_block()
        row, self._row = self._row or [], None
        filled = [cell for cell in row if cell]
        alone = len(filled) == 1 and (len(filled[0]) > 1 or filled[0][0][1] is not ParagraphKind.TEXT)
        if alone or any(len(cell) > 2 and sum(len(block[0]) for block in cell) > _LONGEST_CELL for cell in row):  # noqa: PLR2004
            for cell in row:
                for block in cell:
                    self._add(block)
        elif filled:
            self._builder.add("", ParagraphKind.ROW, cells=[" ".join(block[0] for block in cell) for cell in row])
