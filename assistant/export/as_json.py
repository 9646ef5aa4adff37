"""A result as one JSON object, the contract with scripts: identifiers never change with the interface's language."""

import json
import re
from collections.abc import Mapping
from typing import Any, Final

from assistant.documents.document import Document
from assistant.tasks.task import Block, Origin, Result, Source, Status

#: The statuses as scripts know them. They are names, not words: they stay Swedish in every language.
_STATUSES: Final = {
    Status.SUPPORTED: "belagt",
    Status.PARTLY: "delvis",
    Status.UNSUPPORTED: "ej belagt",
    Status.NOT_CHECKED: "ej kontrollerat",
}
_NOT_ASCII: Final = re.compile(r"[^\n -~]")


def render(result: Result, more: Mapping[str, Any] | None = None) -> str:
    """The object with what more there is to say, indented, with a line feed at the end."""
    said = {**_result(result), **(more or {})}
    return _NOT_ASCII.sub(_safe, json.dumps(said, ensure_ascii=False, indent=2, allow_nan=False)) + "\n"


def _safe(match: re.Match[str]) -> str:
    """Letters as they stand; what is invisible or could steer a terminal as an escape, which JSON reads as the same."""
    char = match.group()
    return char if char.isprintable() else json.dumps(char)[1:-1]


def _result(result: Result) -> dict[str, Any]:
    made = result.provenance
    documents = [_document(document) for document in result.documents]
    return {
        "task": result.task,
        "language": result.language,
        "document": documents[0] if documents else None,
        **({"documents": documents} if len(documents) > 1 else {}),
        "blocks": [_block(block) for block in result.blocks],
        "findings": [
            {
                "code": finding.code,
                "facts": finding.facts,
                **({} if finding.block is None else {"block": finding.block}),
            }
            for finding in result.findings
        ],
        "coverage": {
            "paragraphs": result.coverage.paragraphs,
            "read": result.coverage.read,
            "weighed": result.coverage.weighed,
            "left_out": [{"from": run.first, "to": run.last, "why": run.why} for run in result.coverage.left_out],
            "pages_unread": list(result.coverage.pages_unread),
        },
        "notices": _notices(result),
        "unread": [
            {"document": document.name, "why": unread.why, "page": unread.page, "name": unread.name}
            for document in result.documents
            for unread in document.unread
        ],
        "provenance": {
            "app": made.app,
            "prompt": made.prompt,
            "model": made.model,
            "model_sha256": made.model_sha256,
            "model_imported": made.model_imported,
            "seed": made.seed,
            "seconds": made.seconds,
            "tokens_read": made.tokens_read,
            "tokens_written": made.tokens_written,
            "made": made.made,
        },
    }


def _document(document: Document) -> dict[str, Any]:
    return {"name": document.name, "pages": document.pages, "paragraphs": len(document.paragraphs)}


def _block(block: Block) -> dict[str, Any]:
    return {
        "kind": block.kind.value,
        "text": block.text,
        **({"cells": list(block.cells)} if block.cells else {}),
        "sources": [_source(source) for source in block.sources],
        "status": _STATUSES[block.status],
        **({"origin": block.origin.value} if block.origin is not Origin.TASK else {}),
    }


def _source(source: Source) -> dict[str, Any]:
    return {
        "document": source.document,
        "paragraph": source.paragraph,
        "page": source.page,
        "quote": source.quote,
    }


def _notices(result: Result) -> list[dict[str, Any]]:
    """The documents' notices and the result's own; the latter have no document."""
    of_documents = [(document.name, notice) for document in result.documents for notice in document.notices]
    return [
        {"document": name, "code": notice.code, "facts": notice.facts}
        for name, notice in [*of_documents, *((None, notice) for notice in result.notices)]
    ]
