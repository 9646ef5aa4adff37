"""Results built by hand: one with something of everything, one over two documents, and one that tries to do harm."""

import dataclasses

from assistant.documents.document import Document, Notice, Paragraph, Unread
from assistant.tasks.task import (
    Block,
    BlockKind,
    Coverage,
    Finding,
    LeftOut,
    Provenance,
    Result,
    Source,
    Status,
)

NAME = "skrivelse.docx"
SHA256 = "cc324af070c2ecbfd324a30884d2f951a7ff756aba85cb811a6ec436933bb046"

DOCUMENT = Document(
    name=NAME,
    format="docx",
    paragraphs=tuple(Paragraph(number, f"Stycke {number}.") for number in range(1, 21)),
    pages=3,
    unread=(Unread("scanned", page=3), Unread("attachment", name="karta.png")),
    notices=(Notice("comments-not-read", {"count": 2}),),
)
PROVENANCE = Provenance(
    app="0.1.0",
    prompt="summarise/general@1",
    model="qwen2.5-coder-1.5b",
    model_sha256=SHA256,
    model_imported=False,
    seed=7,
    seconds=12.345,
    tokens_read=3456,
    tokens_written=123,
    made="2026-11-23T21:10:00+01:00",
)


def source(paragraph: int, page: int | None, quote: str, document: str = NAME) -> Source:
    return Source(document, paragraph, page, quote)


RESULT = Result(
    task="summarise",
    documents=(DOCUMENT,),
    language="sv",
    blocks=(
        Block(BlockKind.HEADING, "Bakgrund"),
        Block(
            BlockKind.STATEMENT,
            "Region Exempel föreslår att handläggningstiden för färdtjänst kortas från sex till fyra veckor, och att en ny "
            "grupp av handläggare inrättas.",
            sources=(source(5, 2, "En ny grupp inrättas."), source(3, 1, "Tiden kortas från sex till fyra veckor.")),
            status=Status.SUPPORTED,
        ),
        Block(BlockKind.STATEMENT, "Kostnaden är 14 miljoner kronor.", status=Status.UNSUPPORTED),
        Block(BlockKind.ITEM, "Fler handläggare", sources=(source(7, 2, "fler handläggare"),), status=Status.PARTLY),
        Block(BlockKind.ITEM, "Ny e-tjänst", sources=(source(8, None, "en ny e-tjänst"),), status=Status.SUPPORTED),
        Block(BlockKind.ROW, "År | Antal", ("År", "Antal"), status=Status.SUPPORTED),
        Block(BlockKind.ROW, "2024 | 3 100", ("2024", "3 100"), (source(9, 2, "2024 | 3 100"),), Status.SUPPORTED),
    ),
    coverage=Coverage(20, 14, (LeftOut(1, 2, "header"), LeftOut(11, 14, "quick")), weighed=20, pages_unread=(3,)),
    provenance=PROVENANCE,
    findings=(
        Finding("amount-not-in-source", {"text": "14 miljoner"}, 2),
        Finding("statement-unsupported", {}, 2),
        Finding("answer-cut"),
    ),
    notices=(Notice("ocr-text"),),
)

TWO = dataclasses.replace(
    RESULT,
    documents=(DOCUMENT, dataclasses.replace(DOCUMENT, name="bilaga.pdf", notices=(), unread=())),
    blocks=(
        Block(
            BlockKind.STATEMENT,
            "Båda säger det.",
            sources=(source(2, 1, "Det.", "bilaga.pdf"), source(4, None, "Det också.")),
            status=Status.SUPPORTED,
        ),
    ),
    findings=(),
)

EXTRACT = dataclasses.replace(
    RESULT,
    provenance=dataclasses.replace(PROVENANCE, model="", model_sha256="", prompt="extract@1", tokens_read=0),
)

#: What hostile documents and models may write.
HARM = (
    "![bild](file:////server/share/a.png)",
    "[klicka](https://example.org/)",
    "<img src=x onerror=alert(1)> &lt;b&gt; <!-- -->",
    "https://example.org/ www.example.org <mailto:a@example.org>",
    "# rubrik",
    "1. ett",
    "- punkt",
    "> citat",
    "```kod``` `kod` ~~struken~~ **fet** __fet__",
    "a | b \\| c",
    "rad ett\n---\n# rad tre\n\n\n+ rad sex",
    "\x1b[31mröd\x07 \x9b2J \u202eomvänd\u200b \ud800 \x00",
)
HOSTILE = dataclasses.replace(
    RESULT,
    documents=(dataclasses.replace(DOCUMENT, name="<b>a</b>\x1b[2J.docx"),),
    blocks=tuple(
        Block(kind, text, (text, text) if kind is BlockKind.ROW else (), (source(1, None, text),))
        for text in HARM
        for kind in BlockKind
    ),
    findings=tuple(Finding("name-not-in-source", {"text": text}, number) for number, text in enumerate(HARM)),
)
