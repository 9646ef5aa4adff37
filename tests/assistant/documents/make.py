"""Documents of a few paragraphs, for tests of what comes after reading."""

from assistant.documents.build import Builder
from assistant.documents.document import Document, ParagraphKind


def document(*paragraphs: str, name: str = "x.txt", title: str = "", header: str = "") -> Document:
    """A document of these paragraphs; one that begins with ``#`` is a heading."""
    builder = Builder()
    builder.add(header, ParagraphKind.HEADER)
    for text in paragraphs:
        if text.startswith("# "):
            builder.add(text[2:], ParagraphKind.HEADING, level=1)
        else:
            builder.add(text)
    return builder.finish(name, "txt", title=title)
