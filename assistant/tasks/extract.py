"""The document's own weightiest sentences, chosen by the program; and how long a summary of it is to be."""

from assistant.documents.document import Document, ParagraphKind
from assistant.documents.split import running
from assistant.tasks.options import LENGTHS, Options
from assistant.tasks.task import Block, BlockKind, Source, Status
from assistant.tasks.weigh import choose, weigh

#: Words of the document up to which a row applies, then sentences of a short, medium and long summary.
_SENTENCES = ((700, (1, 2, 4)), (2_000, (2, 3, 6)), (6_000, (2, 5, 9)), (1 << 30, (3, 7, 14)))


def extract(document: Document, options: Options, language: str) -> tuple[Block, ...]:
    """The document's own weightiest sentences, each its own source."""
    weighed = weigh(running(document.paragraphs), language, heading_of(document))
    chosen = choose(weighed, amount_of(document, options.length))
    return tuple(
        Block(
            BlockKind.STATEMENT,
            sentence.told,
            sources=(Source(document.name, sentence.paragraph.number, sentence.paragraph.page, sentence.text),),
            status=Status.SUPPORTED,
        )
        for sentence in chosen
    )


def heading_of(document: Document) -> str:
    """The document's title, else its first heading, else nothing."""
    if document.title:
        return document.title
    return next((each.text for each in document.paragraphs if each.kind is ParagraphKind.HEADING), "")


def amount_of(document: Document, length: str) -> int:
    """How many sentences a short, medium or long summary of the document has."""
    words = sum(len(paragraph.text.split()) for paragraph in document.paragraphs)
    row = next(counts for most, counts in _SENTENCES if words <= most)
    return row[LENGTHS.index(length)]
