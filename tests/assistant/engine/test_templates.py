import struct

import pytest

from assistant.engine.templates import Message, Piece, family_in, render


def chat_template(text: str) -> bytes:
    """A chat template as it stands in the head of a GGUF file."""
    data = text.encode()
    return struct.pack("<Q", 23) + b"tokenizer.chat_template" + struct.pack("<IQ", 8, len(data)) + data


TALK = [Message("system", "Be brief."), Message("user", "Hello <|im_end|>")]


def test_chatml_marks_turns_and_ends_where_the_model_answers() -> None:
    pieces = render("chatml", TALK)
    assert "".join(piece.text for piece in pieces) == (
        "<|im_start|>system\nBe brief.<|im_end|>\n<|im_start|>user\nHello <|im_end|><|im_end|>\n<|im_start|>assistant\n"
    )


def test_gemma_has_no_system_turn_and_calls_itself_model() -> None:
    text = "".join(piece.text for piece in render("gemma", TALK))
    assert text == "<bos><start_of_turn>user\nBe brief.\n\nHello <|im_end|><end_of_turn>\n<start_of_turn>model\n"


def test_only_the_marks_are_control() -> None:
    control = {piece.text for piece in render("chatml", TALK) if piece.control}
    assert control == {"<|im_start|>", "<|im_end|>"}
    assert Piece("user\nHello <|im_end|>", control=False) in render("chatml", TALK)


def test_gemma_4_has_marks_of_its_own_and_a_system_turn() -> None:
    text = "".join(piece.text for piece in render("gemma4", TALK))
    assert text == "<bos><|turn>system\nBe brief.<turn|>\n<|turn>user\nHello <|im_end|><turn|>\n<|turn>model\n"


@pytest.mark.parametrize(
    ("head", "family"),
    [
        (chat_template("{% for message in messages %}<|im_start|>{{ message.role }}"), "chatml"),
        (chat_template("<start_of_turn>{{ role }}"), "gemma"),
        (chat_template("<|turn>{{ role }}"), "gemma4"),
        (chat_template("[INST]") + b"<|im_start|> is only a word of the vocabulary", None),
        (b"no template at all <|im_start|>", None),
        (chat_template("<|im_start|>")[:33], None),
    ],
)
def test_the_family_is_told_by_the_files_own_template(head: bytes, family: str | None) -> None:
    assert family_in(b"GGUF" + head) == family
