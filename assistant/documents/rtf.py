"""Rich Text Format: the paragraphs of its stream, with headings, lists, tables, notes, heads and feet, each in its place."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field

from assistant.documents.build import Builder
from assistant.documents.document import Document, Notice, ParagraphKind, Unread
from assistant.documents.limits import MAX_PART
from assistant.documents.rtf_text import Run, Said, read_runs
from assistant.errors import DocumentDamaged, DocumentTooLarge

_HEADING_NAME = re.compile(r"(?:heading|rubrik|överskrift|overskrift|überschrift)\s*(\d)(?!\d)", re.IGNORECASE)
_TITLE_NAMES = frozenset({"title", "titel"})
#: Pictures are long runs of hexadecimal digits, which nobody has to read.
_BINARY = re.compile(r"(?:[0-9a-fA-F]{2}\s*){64,}")
_ITEM = re.compile(r"\s*[•·▪–-]\s+")
_BULLET = re.compile(r"[^\w§]*$|o$")
_MARGINS = frozenset({"header", "footer"})
_PARTS = {
    "": ParagraphKind.TEXT, "note": ParagraphKind.NOTE, "box": ParagraphKind.BOX, "header": ParagraphKind.HEADER,
    "footer": ParagraphKind.FOOTER,
}  # fmt: skip


def read(data: bytes, name: str) -> Document:
    """Read an .rtf file.

    Raises:
        DocumentDamaged: it is no RTF.
        DocumentTooLarge: there is more of it than any letter or report has.
    """
    if len(data) > MAX_PART:
        raise DocumentTooLarge(name=name, limit=MAX_PART >> 20, unit="MB")
    source = data.decode("latin-1")
    if not source.lstrip().startswith("{\\rtf"):
        raise DocumentDamaged(name=name, kind="rtf")
    reader = _Reader()
    for said in read_runs(_BINARY.sub("", source)):
        reader.take(said)
    return reader.finish(name)


@dataclass
class _Open:
    """A paragraph under way, with the cells of its row before it."""

    text: list[str] = field(default_factory=list)
    label: str = ""
    bold: int = 0
    plain: int = 0
    cells: list[str] = field(default_factory=list)


@dataclass(frozen=True)
class _Paragraph:
    """A paragraph that is whole."""

    text: str
    kind: ParagraphKind = ParagraphKind.TEXT
    level: int = 0
    cells: tuple[str, ...] = ()
    is_bold: bool = False


class _Reader:
    """One file's paragraphs being put together."""

    def __init__(self) -> None:
        self._whole: list[_Paragraph] = []
        self._waiting: list[_Paragraph] = []
        self._margins: list[_Paragraph] = []
        self._open: defaultdict[int, _Open] = defaultdict(_Open)
        self._styles: defaultdict[int, str] = defaultdict(str)
        self._before = Run()
        self._seen: Counter[str] = Counter()
        self._title = ""

    def take(self, said: Said) -> None:
        """The next of the stream."""
        part = said.run.part
        if part == "styles":
            self._styles[said.run.style] += said.text
        elif part == "title":
            self._title += said.text
        elif part == "label":
            self._open[0].label += said.text
        elif part in {"picture", "object"}:
            self._seen[part] += 1
        elif part == "comment":
            self._seen["comment"] += said.word == "end"
        elif part in _PARTS:
            self._in_text(said)

    def finish(self, name: str) -> Document:
        """The whole document."""
        self._end(Run(), "par")
        builder = Builder()
        margins = list(dict.fromkeys(self._margins))
        heads = [each for each in margins if each.kind is ParagraphKind.HEADER]
        feet = [each for each in margins if each.kind is ParagraphKind.FOOTER]
        for each in (*heads, *self._whole, *self._waiting, *feet):
            builder.add(each.text, each.kind, level=each.level, cells=each.cells, is_bold=each.is_bold)
        unread = [Unread(why) for why, mark in (("embedded", "object"), ("image", "picture")) if self._seen[mark]]
        return builder.finish(
            name, "rtf", title=self._title, reader="kansli", unread=unread, notices=[*self._notices()]
        )

    def _in_text(self, said: Said) -> None:
        run, paragraph = said.run, self._open[said.run.group if said.run.part else 0]
        if said.word:
            self._end(run, said.word)
            return
        if not said.text.strip() or not self._is_read(run):
            paragraph.text.append(said.text if self._is_read(run) else "")
            return
        paragraph.text.append(said.text)
        length = len(said.text.strip())
        paragraph.bold += length * run.is_bold
        paragraph.plain += length * (not run.is_bold)

    def _is_read(self, run: Run) -> bool:
        """Whether text with these properties is read; what is not, and what has been changed, is counted once a stretch."""
        before, self._before = self._before, run
        for state in ("is_inserted", "is_deleted", "is_hidden", "is_struck"):
            self._seen[state] += getattr(run, state) and not getattr(before, state)
        return not (run.is_deleted or run.is_hidden)

    def _end(self, run: Run, word: str) -> None:
        """What ends: a cell, a row, a paragraph, or a whole part."""
        paragraph = self._open[run.group if run.part else 0]
        text = "".join(paragraph.text)
        if word in {"nestcell", "nestrow"} or (word == "par" and run.in_table and not run.part):
            paragraph.text.append(" ")
        elif word == "cell":
            paragraph.cells.append(f"{paragraph.label.strip()} {text}".strip())
            paragraph.text, paragraph.label = [], ""
        elif word == "row":
            self._put(_Paragraph("", ParagraphKind.ROW, cells=tuple(paragraph.cells)), run)
            self._open.pop(0, None)
        elif word in {"par", "sect", "end"}:
            self._put(self._paragraph(text, paragraph, run), run)
            self._open.pop(run.group if run.part else 0, None)

    def _put(self, paragraph: _Paragraph, run: Run) -> None:
        if run.part in _MARGINS:
            self._margins.append(paragraph)
        elif run.part:
            self._waiting.append(paragraph)  # a note or box stands after the paragraph it is anchored in
        else:
            self._whole += [paragraph, *self._waiting]
            self._waiting = []

    def _paragraph(self, text: str, paragraph: _Open, run: Run) -> _Paragraph:
        if run.part:
            return _Paragraph(" ".join(text.split()), _PARTS[run.part])
        label = paragraph.label.strip()
        name = self._styles[run.style].strip("; \t")
        named = _HEADING_NAME.match(name)
        level = int(named.group(1)) if named else run.outline + 1
        if name.lower() in _TITLE_NAMES:
            level = level or 1
        if level:
            return _Paragraph(f"{label} {text}", ParagraphKind.HEADING, level)
        item = _ITEM.match(text)
        if label or item:
            label = "" if _BULLET.match(label) else label
            return _Paragraph(f"{label} {text[item.end() :] if item else text}", ParagraphKind.ITEM, 1)
        return _Paragraph(text, is_bold=bool(paragraph.bold) and not paragraph.plain)

    def _notices(self) -> Iterator[Notice]:
        for code, state in (("tracked-insertions", "is_inserted"), ("tracked-deletions", "is_deleted")):
            if self._seen[state]:
                yield Notice(code, {"count": self._seen[state]})
        if self._seen["is_hidden"]:
            yield Notice("hidden-text")
        if self._seen["is_struck"]:
            yield Notice("struck-text")
        if self._seen["comment"]:
            yield Notice("comments-not-read", {"count": self._seen["comment"]})
