import pytest

from assistant.engine.grammar import expression


@pytest.mark.parametrize(
    ("grammar", "allowed", "refused"),
    [
        ('root ::= "maybe" | "never"', ["maybe", "never"], ["", "maybe never", "Maybe"]),
        ('root ::= "a" ("," "b"){0,2} "."', ["a.", "a,b.", "a,b,b."], ["a,b,b,b.", "a"]),
        ('root ::= "\\"" [^"\\n]+ "\\""', ['"x"', '"å ä"'], ['""', '"x\n"']),
        ('root ::= item (", " item)*\nitem ::= [a-z] "1"? ', ["a", "a1, b"], ["a1,b", "A"]),
        ('root ::= "*" [.(]', ["*.", "*("], ["**"]),
    ],
)
def test_an_answer_is_told_from_what_the_grammar_does_not_allow(
    grammar: str, allowed: list[str], refused: list[str]
) -> None:
    pattern = expression(grammar)
    assert all(pattern.fullmatch(text) for text in allowed)
    assert not any(pattern.fullmatch(text) for text in refused)


@pytest.mark.parametrize("grammar", ["root ::= other", "root ::= root", 'roof ::= "x"', "root ::= %"])
def test_a_grammar_that_cannot_be_read_is_refused(grammar: str) -> None:
    with pytest.raises(ValueError, match=r"\w"):
        expression(grammar)
