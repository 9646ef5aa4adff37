"""What the model is asked, of short schemes and long ones, and what a session makes of it."""

import math

import pytest

from assistant.classify.asking import TOGETHER, scores
from assistant.classify.prior import Prior, found, neutral, shipped
from assistant.classify.question import Question, question, weigh
from assistant.engine.scripted import ScriptedEngine
from assistant.engine.session import Session
from assistant.schemes.read import load
from assistant.schemes.read import shipped as schemes
from assistant.schemes.scheme import Label, Scheme
from tests.assistant.classify.samples import TEXTS, scheme

#: The SHA-256 of the default model's file.
DEFAULT = "cc324af070c2ecbfd324a30884d2f951a7ff756aba85cb811a6ec436933bb046"
TREE = Scheme(
    "tree", "Tree",
    tuple(label for group in range(9) for label in (Label(f"{group}", f"Grupp {group}"), *(Label(f"{group}.{n}", f"Klass {group} {n}", parent=f"{group}") for n in range(9)))),
)  # fmt: skip


def likes(*wanted: str) -> tuple[list[Question], object]:
    asked: list[Question] = []

    def ask(one: Question) -> list[float]:
        asked.append(one)
        weights = [20.0 if any(word in answer for word in wanted) else 1.0 for answer in one.answers]
        return [math.log(weight / sum(weights)) for weight in weights]

    return asked, ask


def test_a_short_list_is_asked_about_at_once() -> None:
    asked, ask = likes("Faktura")
    likely = scores(scheme(), "text", ask)  # type: ignore[arg-type]
    assert len(asked) == 1
    assert set(likely) == set(TEXTS)
    assert max(likely, key=lambda code: likely[code]) == "faktura"


def test_a_long_list_is_asked_about_level_by_level() -> None:
    assert len(TREE.answers) > TOGETHER
    asked, ask = likes("Grupp 4", "Klass 4 7")
    likely = scores(TREE, "text", ask)  # type: ignore[arg-type]
    assert [len(one.answers) for one in asked] == [9, 9, 9]
    assert set(likely) == {label.code for label in TREE.answers}
    assert max(likely, key=lambda code: likely[code]) == "4.7"
    assert sum(map(math.exp, likely.values())) == pytest.approx(1)


def test_a_flat_list_of_hundreds_is_asked_about_in_parts() -> None:
    flat = Scheme("flat", "Flat", tuple(Label(f"{n}", f"Klass {n}") for n in range(150)))
    asked, ask = likes("Klass 77")
    likely = scores(flat, "text", ask)  # type: ignore[arg-type]
    assert [len(one.answers) for one in asked] == [60, 60, 30]
    assert max(likely, key=lambda code: likely[code]) == "77"
    assert sum(map(math.exp, likely.values())) == pytest.approx(1)


def test_the_list_comes_before_the_document_and_names_differ() -> None:
    labels = (
        Label("a", "Avtal"),
        Label("a1", "Övrigt", parent="a"),
        Label("b", "Beslut"),
        Label("b1", "Övrigt", "Resten.", parent="b"),
    )
    asked = question(Scheme("s", "S", labels, question="Vad?"), labels[1::2], 'text """ slut')
    assert asked.answers == ("Avtal – Övrigt", "Beslut – Övrigt")
    assert asked.labels == "- Avtal – Övrigt\n- Beslut – Övrigt: Resten."
    assert '"""' not in asked.passage


def test_a_session_gives_the_scores_and_shares_the_list() -> None:
    engine = ScriptedEngine(lambda prompt: "Faktura" if "räkning" in prompt else "Rutin eller instruktion")
    session = Session(engine)
    for text, label in (("en räkning", "faktura"), ("annat", "rutin")):
        likely = scores(scheme(), text, lambda asked: weigh(asked, session))
        assert max(likely, key=lambda code: likely[code]) == label
    first, second = engine.prompts
    assert first.index("Faktura") < first.index("en räkning")
    assert first[: first.index("en räkning")] == second[: second.index("annat")]


def test_a_start_value_is_found_by_asking_about_texts_of_no_type() -> None:
    asked, ask = likes("Faktura")
    start = found(scheme(), ask)  # type: ignore[arg-type]
    assert len(asked) == len(neutral()) >= 4
    assert Prior(start).value() == start
    assert max(start, key=lambda code: start[code]) == "faktura"


def test_shipped_start_values_fit_the_shipped_schemes() -> None:
    assert shipped(scheme(), DEFAULT) is None
    for name in schemes():
        whole = load(name)
        start = shipped(whole, DEFAULT)
        right = {label.code for label in whole.answers}
        assert whole.decides != "one" or (start and set(start) == right), "run python -m scripts.priors"
