"""A result as an accessible Word document: real headings, lists, tables with head rows, footnotes, and its language."""

import dataclasses
from collections.abc import Sequence
from typing import Final

from docx.document import Document
from docx.shared import Pt
from docx.text.paragraph import Paragraph

from assistant.export import docx_file, parts
from assistant.tasks.task import Block, BlockKind, Result, Source
from assistant.wording import Words

#: Word refuses to open a table with more columns.
_MOST_COLUMNS: Final = 63
#: A table of so many columns is read with the page on its side.
_WIDE: Final = 6
#: The notes of a table of more rows than this are listed after the text.
_LONG: Final = 8


def render(result: Result, words: Words, *, banner: bool = True, organisation: str = "") -> bytes:
    """The file's bytes; the same result gives the same bytes. ``organisation`` stands as the author."""
    return _Writing(result, words).whole(banner=banner, organisation=organisation)


class _Writing:
    """One document being written."""

    def __init__(self, result: Result, words: Words) -> None:
        self._result = result
        self._words = words
        self._listed: list[Block] = []

    def whole(self, *, banner: bool, organisation: str) -> bytes:
        title = parts.title(self._result, self._words)
        self._document: Document = docx_file.new(self._result.language, title, organisation, parts.moment(self._result))
        if max((len(block.cells) for block in self._result.blocks), default=0) >= _WIDE:
            docx_file.turn(self._document)
        self._notes = docx_file.Footnotes(self._document)
        self._say(self._document.add_heading(level=1), title)
        if banner:
            self._say(self._document.add_paragraph(), parts.banner(self._result, self._words), bold=True)
        for kind, run in parts.runs(self._result.blocks):
            self._add(kind, run)
        self._sources()
        self._doubts()
        self._making()
        return docx_file.to_bytes(self._document)

    def _add(self, kind: BlockKind, blocks: Sequence[Block]) -> None:
        if kind is BlockKind.ROW and max(len(block.cells) for block in blocks) <= _MOST_COLUMNS:
            self._table(blocks)
            return
        for block in blocks:
            if kind is BlockKind.HEADING:
                self._document.add_heading(parts.line(block.text), level=2)
            else:
                paragraph = self._document.add_paragraph(style="List Bullet" if kind is BlockKind.ITEM else None)
                text = " | ".join(block.cells) if kind is BlockKind.ROW else block.text
                for number, line in enumerate(parts.lines(text)):
                    if number:
                        paragraph.add_run().add_break()
                    paragraph.add_run(line)
                self._support(paragraph, block)

    def _table(self, blocks: Sequence[Block]) -> None:
        rows = [parts.cells(block) for block in blocks]
        table = self._document.add_table(rows=0, cols=max(map(len, rows)), style="Table Grid")
        # The notes of a large table would take more of each page than the table.
        size = Pt(9) if max(map(len, rows)) >= _WIDE else None
        in_notes = len(rows) <= _LONG and max(map(len, rows)) < _WIDE
        for number, (row, block) in enumerate(zip(rows, blocks, strict=True)):
            added = table.add_row()
            docx_file.whole_row(added)
            cells = added.cells
            for cell, text in zip(cells, row, strict=False):
                run = cell.paragraphs[0].add_run(text)
                run.bold, run.font.size = (None if number else True), size
            if in_notes:
                self._support(cells[len(row) - 1].paragraphs[0], block)
            elif block.sources or parts.doubt(block, self._words):
                last = cells[len(row) - 1].paragraphs[0]
                self._say(last, f" {parts.mark(block, self._result, self._words)}")
                last.runs[-1].font.size = size
                self._listed.append(block)
            if not number:
                docx_file.head_row(added)
        docx_file.set_widths(self._document, table, rows)

    def _support(self, paragraph: Paragraph, block: Block) -> None:
        """The doubt in words, then a footnote with every source."""
        doubt = parts.doubt(block, self._words)
        if doubt:
            self._say(paragraph, f" {doubt}", italic=True)
        if block.sources:
            self._notes.add(paragraph, list(dict.fromkeys(self._note(source, block) for source in block.sources)))

    def _note(self, source: Source, block: Block) -> str:
        place = parts.place(source, self._result, self._words)
        if parts.is_verbatim(source, block):
            return self._words("{place}, word for word", place=place)
        return f"{place}: {self._words.quoted(parts.line(source.quote))}"

    def _sources(self) -> None:
        """What the rows of large tables rest on, word for word."""
        result = dataclasses.replace(self._result, blocks=tuple(self._listed))
        quotes = parts.quotes(result, self._words) if self._listed else []
        if quotes:
            self._heading("Sources")
        for place, quote in quotes:
            paragraph = self._document.add_paragraph(style="List Bullet")
            self._say(paragraph, f"{place}: ")
            paragraph.add_run(self._words.quoted(quote))

    def _doubts(self) -> None:
        found = parts.findings(self._result, self._words)
        if found:
            self._heading("To check")
        for excerpt, said in found:
            if excerpt:
                paragraph = self._document.add_paragraph(self._words.quoted(excerpt))
                paragraph.paragraph_format.keep_with_next = True
            self._list(said)

    def _making(self) -> None:
        """The last page: how this was made, and what was read."""
        self._heading("How this was made").paragraph_format.page_break_before = True
        self._list([f"{label}: {value}" for label, value in parts.making(self._result, self._words)])
        self._heading("Read")
        self._list([*parts.documents(self._result), *parts.reading(self._result, self._words)])

    def _heading(self, msgid: str) -> Paragraph:
        heading: Paragraph = self._document.add_heading(level=2)
        self._say(heading, self._words(msgid))
        return heading

    def _list(self, texts: Sequence[str]) -> None:
        for text in texts:
            self._say(self._document.add_paragraph(style="List Bullet"), text)

    def _say(self, paragraph: Paragraph, text: str, *, bold: bool = False, italic: bool = False) -> None:
        """Add the program's own words, in the interface's language where the document's is another."""
        run = paragraph.add_run(text)
        run.bold, run.italic = bold or None, italic or None
        if self._words.language != self._result.language:
            docx_file.set_language(run, self._words.language)
