"""JSON keeps its contract with scripts."""

import dataclasses
import json

from assistant.export import as_json
from assistant.export.write import render
from assistant.tasks.task import Origin
from assistant.wording import Words
from tests.assistant.export.results import HARM, HOSTILE, RESULT, SHA256, TWO


def test_a_result_is_one_object_with_exactly_the_promised_members() -> None:
    assert json.loads(as_json.render(RESULT)) | {"blocks": None} == {
        "task": "summarise",
        "language": "sv",
        "document": {"name": "skrivelse.docx", "pages": 3, "paragraphs": 20},
        "blocks": None,
        "findings": [
            {"code": "amount-not-in-source", "facts": {"text": "14 miljoner"}, "block": 2},
            {"code": "statement-unsupported", "facts": {}, "block": 2},
            {"code": "answer-cut", "facts": {}},
        ],
        "coverage": {
            "paragraphs": 20,
            "read": 14,
            "weighed": 20,
            "left_out": [{"from": 1, "to": 2, "why": "header"}, {"from": 11, "to": 14, "why": "quick"}],
            "pages_unread": [3],
        },
        "notices": [
            {"document": "skrivelse.docx", "code": "comments-not-read", "facts": {"count": 2}},
            {"document": None, "code": "ocr-text", "facts": {}},
        ],
        "unread": [
            {"document": "skrivelse.docx", "why": "scanned", "page": 3, "name": ""},
            {"document": "skrivelse.docx", "why": "attachment", "page": None, "name": "karta.png"},
        ],
        "provenance": {
            "app": "0.1.0",
            "prompt": "summarise/general@1",
            "model": "qwen2.5-coder-1.5b",
            "model_sha256": SHA256,
            "model_imported": False,
            "seed": 7,
            "seconds": 12.345,
            "tokens_read": 3456,
            "tokens_written": 123,
            "made": "2026-11-23T21:10:00+01:00",
        },
    }


def test_blocks_carry_their_sources_and_a_status_that_is_a_name() -> None:
    blocks = json.loads(as_json.render(RESULT))["blocks"]
    assert blocks[3] == {
        "kind": "item",
        "text": "Fler handläggare",
        "sources": [{"document": "skrivelse.docx", "paragraph": 7, "page": 2, "quote": "fler handläggare"}],
        "status": "delvis",
    }
    assert blocks[6]["cells"] == ["2024", "3 100"]
    assert [block["status"] for block in blocks[:4]] == ["ej kontrollerat", "belagt", "ej belagt", "delvis"]


def test_the_interfaces_language_changes_nothing() -> None:
    assert render(RESULT, "json", Words("en")) == render(RESULT, "json", Words("sv"))


def test_several_documents_are_listed_and_the_first_stands_alone_too() -> None:
    written = json.loads(as_json.render(TWO))
    assert [document["name"] for document in written["documents"]] == ["skrivelse.docx", "bilaga.pdf"]
    assert written["document"] == written["documents"][0]
    assert "documents" not in json.loads(as_json.render(RESULT))


def test_texts_come_back_exactly_and_yet_cannot_steer_a_terminal() -> None:
    written = as_json.render(HOSTILE)
    assert [char for char in written if not char.isprintable() and char != "\n"] == []
    assert written.encode().decode() == written
    assert [block["text"] for block in json.loads(written)["blocks"][::4]] == list(HARM)


def test_letters_are_readable_as_they_stand() -> None:
    assert "Region Exempel föreslår att handläggningstiden" in as_json.render(RESULT)


def test_who_has_reworded_a_block_is_told_when_somebody_has() -> None:
    block = dataclasses.replace(RESULT.blocks[1], origin=Origin.HAND)
    written = json.loads(as_json.render(dataclasses.replace(RESULT, blocks=(block, RESULT.blocks[2]))))
    assert written["blocks"][0]["origin"] == "hand"
    assert "origin" not in written["blocks"][1]
