"""A draft in a terminal and for scripts: the letter with what it rests on, its fields, and what answers each question."""

import dataclasses
from typing import Any

from assistant.export import as_json, parts, text
from assistant.letters.draft import Draft
from assistant.letters.known import Known
from assistant.letters.phrases import ANSWERS, FROM
from assistant.tasks.task import Source
from assistant.wording import Words


def as_text(draft: Draft, words: Words) -> str:
    """The draft as plain text, with a table of questions and answers after it."""
    said = text.render(draft.result(), words, banner=not draft.reviewed_by)
    table = followed_up(draft, words)
    if not table:
        return said
    heading = words("Questions and demands in the letter")
    return f"{said}\n{heading}\n{'-' * len(heading)}\n" + "\n".join(table) + "\n"


def followed_up(draft: Draft, words: Words) -> list[str]:
    """A line for each question and demand of the incoming letter, and what answers it."""
    blocks = draft.blocks
    return [
        f"- {parts.line(each.asked.text)} → "
        + (
            words(ANSWERS[each.status])
            if each.block is None
            else f"{words(ANSWERS[each.status])}: {words.quoted(parts.line(blocks[each.block].text))}"
        )
        for each in draft.answers
    ]


def understood(draft: Draft, words: Words) -> list[str]:
    """What the program has understood before writing, a line each: facts with their origin, what is asked, what is missing."""
    known = draft.understood
    language = words.language
    said = []
    for each in known.known:
        label = known.kind.field(each.field).label[language]
        said += [
            f"{label}: {parts.line(value.text)} ({_origin(value.source, value.origin, words)})" for value in each.values
        ]
    said += [f"{words('Asked')}: {parts.line(each.text)} (¶ {each.source.paragraph})" for each in known.asked]
    said += [words("Missing: {field}", field=each.label[language]) for each in known.missing]
    return said


def _origin(source: Source | None, origin: str, words: Words) -> str:
    where = words(FROM[origin])
    return f"{source.document}, ¶ {source.paragraph}" if source and origin == "source" else where


def render_json(draft: Draft) -> str:
    """The draft as one JSON object: a result like any other, and the letter's own matters under ``letter``."""
    return as_json.render(draft.result(), {"letter": _letter(draft)})


def _letter(draft: Draft) -> dict[str, Any]:
    known = draft.understood
    return {
        "type": known.kind.id,
        "version": known.kind.version,
        "title": draft.title,
        "tone": known.tone,
        "length": known.length,
        "fields": {each.field: [_value(value) for value in each.values] for each in known.known if each.values},
        "differing": {each.field: [value.text for value in each.others] for each in _differing(draft)},
        "missing": [field.name for field in known.missing],
        "left": sorted(known.left),
        "asked": [
            {
                "kind": each.asked.kind,
                "text": each.asked.text,
                "paragraph": each.asked.source.paragraph,
                "deadline": each.asked.deadline,
                "status": each.status,
                "block": each.block,
            }
            for each in draft.answers
        ],
        "parts": [
            {"name": each.part.name, "first": draft.place(each.part.name), "blocks": len(each.blocks)}
            for each in draft.written
        ],
        "is_open": draft.is_open,
        "translated_from": draft.translated,
        "reviewed_by": draft.reviewed_by,
    }


def _value(value: Any) -> dict[str, Any]:
    source = dataclasses.asdict(value.source) if value.source and value.origin == "source" else None
    return {"text": value.text, "from": value.origin.value, "source": source}


def _differing(draft: Draft) -> list[Known]:
    return [each for each in draft.understood.known if each.others]
