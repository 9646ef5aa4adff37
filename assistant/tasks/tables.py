"""Tables of a result as blocks: a heading, a row that names the columns, and rows that bring their quotes from the document."""

from collections.abc import Iterator, Sequence
from typing import Final

from assistant.documents.document import Document
from assistant.minutes.protokoll import Stated
from assistant.tasks.task import Block, BlockKind, Finding, Source, Status

#: What a cell holds that has nothing to say.
NOTHING: Final = "–"


class Tables:
    """The blocks being made, and what was found on the way."""

    def __init__(self, document: Document) -> None:
        self._document = document
        self._texts = {each.number: each for each in document.paragraphs}
        self.blocks: list[Block] = []
        self.findings: list[Finding] = []

    def title(self, text: str) -> None:
        """A heading over several tables."""
        self.blocks.append(Block(BlockKind.HEADING, text))

    def heading(self, text: str, heads: tuple[str, ...]) -> None:
        """A table's heading and its first row, which the program writes: there is nothing to find in the document."""
        self.title(text)
        self.blocks.append(Block(BlockKind.ROW, " | ".join(heads), heads, status=Status.SUPPORTED))

    def row(self, cells: tuple[str, ...], stated: Sequence[Stated]) -> None:
        """A row of the table under way."""
        self.add(BlockKind.ROW, " | ".join(cells), cells, stated)

    def add(self, kind: BlockKind, text: str, cells: tuple[str, ...], stated: Sequence[Stated]) -> None:
        """A block that rests on what is stated."""
        sources = tuple(dict.fromkeys(source for each in stated for source in self._sources(each)))
        self.blocks.append(Block(kind, text, cells, sources, Status.SUPPORTED))

    def _sources(self, stated: Stated) -> Iterator[Source]:
        """The words themselves where they stand in one paragraph, else each paragraph whole."""
        for number in stated.paragraphs:
            paragraph = self._texts[number]
            is_whole = bool(stated.text) and stated.text in paragraph.text and len(stated.paragraphs) == 1
            quote = stated.text if is_whole else paragraph.text
            yield Source(self._document.name, number, paragraph.page, quote)
