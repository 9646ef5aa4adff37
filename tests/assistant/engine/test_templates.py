from assistant.engine.templates import Message, Piece, render

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
