import pytest

from assistant.engine.engine import Engine, Sampling
from assistant.engine.scripted import ScriptedEngine
from assistant.engine.session import Session
from assistant.engine.templates import Message
from tests.assistant.engine.contract import EngineContract


class TestScripted(EngineContract):
    @pytest.fixture
    def engine(self) -> Engine:
        return ScriptedEngine(["one two three four five six seven eight nine ten"], context=4_096)


def test_answers_come_in_turn_and_the_last_again() -> None:
    session = Session(ScriptedEngine(["first", "second"]))
    assert [session.ask([Message("user", "x")], 9).text for _ in range(3)] == ["first", "second", "second"]


def test_a_function_sees_the_prompt_with_its_marks() -> None:
    engine = ScriptedEngine(lambda prompt: "yes" if "<|im_start|>user\nHello" in prompt else "no")
    assert Session(engine).ask([Message("user", "Hello")], 9).text == "yes"


def test_an_answer_ends_where_the_caller_has_enough() -> None:
    answer = Session(ScriptedEngine(["a b c d e"])).ask([Message("user", "x")], 9, enough=lambda text: "c" in text)
    assert (answer.text, answer.cut) == ("a b c", False)


def test_a_script_says_as_much_as_the_grammar_lets_it() -> None:
    session = Session(ScriptedEngine(["yes it is"]))
    assert session.ask([Message("user", "x")], 9, sampling=Sampling(grammar='root ::= "yes" " it"?')).text == "yes it"
    with pytest.raises(ValueError, match="yes"):
        session.ask([Message("user", "x")], 9, sampling=Sampling(grammar='root ::= "no"'))
