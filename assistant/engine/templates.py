"""Our own chat template per model family; the one inside a model file is never run.

A template is a constant, so a model file cannot bring code (CVE-2024-34359). Only the role marks are tokenised as
control tokens: a document that holds ``<|im_start|>`` stays text.
"""

import struct
from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True)
class Message:
    """One turn of a conversation; ``role`` is ``system``, ``user`` or ``assistant``."""

    role: str
    text: str


@dataclass(frozen=True)
class Piece:
    """A run of a rendered prompt, and whether it is a control mark of the template."""

    text: str
    control: bool


@dataclass(frozen=True)
class Template:
    """The marks around a turn. ``roles`` renames roles; a family without system turns puts that text first in the user's."""

    begin: str
    opening: str
    closing: str
    roles: dict[str, str]
    has_system: bool = True


TEMPLATES = {
    # https://github.com/QwenLM/Qwen2.5 and SmolLM2's model card
    "chatml": Template("", "<|im_start|>", "<|im_end|>", {}),
    # Gemma 1 to 3: https://ai.google.dev/gemma/docs/core/prompt-structure
    "gemma": Template("<bos>", "<start_of_turn>", "<end_of_turn>", {"assistant": "model"}, has_system=False),
    # Gemma 4 has marks of its own and a system turn. Not tried here: the model could not be fetched.
    "gemma4": Template("<bos>", "<|turn>", "<turn|>", {"assistant": "model"}),
}


#: Before a template's text stand the type of the value and its length.
_KEY, _LENGTH = b"tokenizer.chat_template", struct.Struct("<IQ")
_TEXT = 8


def family_in(head: bytes) -> str | None:
    """The family whose marks the chat template in the beginning of a GGUF file uses; None where it is none of ours.

    Source of the form: https://github.com/ggml-org/ggml/blob/master/docs/gguf.md
    """
    at = head.find(_KEY) + len(_KEY)
    if at < len(_KEY) or at + _LENGTH.size > len(head):
        return None
    kind, length = _LENGTH.unpack_from(head, at)
    text = head[at + _LENGTH.size :][:length].decode("utf-8", "replace") if kind == _TEXT else ""
    return next((family for family, template in TEMPLATES.items() if template.opening in text), None)


def render(family: str, messages: Sequence[Message]) -> list[Piece]:
    """The pieces of a prompt that ends where the model is to answer."""
    template = TEMPLATES[family]
    pieces = [Piece(template.begin, control=True)] if template.begin else []
    for message in messages if template.has_system else _without_system(messages):
        pieces += [
            Piece(template.opening, control=True),
            Piece(f"{template.roles.get(message.role, message.role)}\n{message.text}", control=False),
            Piece(template.closing, control=True),
            Piece("\n", control=False),
        ]
    answerer = template.roles.get("assistant", "assistant")
    return [*pieces, Piece(template.opening, control=True), Piece(f"{answerer}\n", control=False)]


def _without_system(messages: Sequence[Message]) -> list[Message]:
    system = "\n\n".join(message.text for message in messages if message.role == "system")
    others = [message for message in messages if message.role != "system"]
    if not system or not others:
        return others
    return [Message(others[0].role, f"{system}\n\n{others[0].text}"), *others[1:]]
