import dataclasses
import random

import pytest

from assistant.classify.decide import Example, Knowledge, decide, knowledge
from assistant.classify.features import features
from assistant.classify.look import Looking
from assistant.classify.prior import START, Prior
from assistant.classify.seen import Seen
from assistant.schemes.scheme import Label, Scheme
from tests.assistant.classify.samples import TEXTS, document, scheme

PLAIN = Scheme("s", "S", (Label("a", "A"), Label("b", "B"), Label("c", "C")))


def seen(**scores: float) -> Seen:
    return Seen(features("något att gå efter här"), scores=scores)


def test_the_likeliest_is_given_and_doubt_is_none() -> None:
    known = knowledge(PLAIN, {})
    sure, unsure = decide(known, seen(a=-0.1, b=-4.0, c=-5.0)), decide(known, seen(a=-1.1, b=-1.1, c=-1.1))
    assert (sure.label, sure.why, sure.ranking[0].label) == ("a", "", "a")
    assert (unsure.label, unsure.why) == ("", "doubt")
    assert decide(known, seen(a=-1.1, b=-1.1, c=-1.1), threshold=0.0).label == "a"


def test_without_text_there_is_no_label() -> None:
    empty = dataclasses.replace(seen(a=0.0, b=-9.0, c=-9.0), has_text=False)
    assert (decide(knowledge(PLAIN, {}), empty).label, decide(knowledge(PLAIN, {}), empty).why) == ("", "no-text")


def test_what_the_model_says_of_any_document_is_taken_away() -> None:
    liked = {"a": -0.2, "b": -2.5, "c": -2.5}
    assert decide(knowledge(PLAIN, {}), seen(a=-0.4, b=-1.2, c=-3.0)).label == "a"
    assert decide(knowledge(PLAIN, liked), seen(a=-0.4, b=-1.2, c=-3.0)).label == "b"


def test_a_label_of_which_a_part_knows_nothing_is_not_hurt() -> None:
    known = knowledge(PLAIN, {})
    two = decide(known, seen(a=-0.7, b=-0.7), threshold=0).ranking
    assert {each.label for each in two} == {"a", "b", "c"}
    assert max(each.p for each in two) < 0.4


def test_examples_teach() -> None:
    looking = Looking(scheme())
    examples = [
        Example("faktura", looking.look(document(f"Hej! Här är räkningen nummer {number} från oss till er")).seen)
        for number in range(3)
    ]
    examples += [Example("rutin", looking.look(document(text)).seen) for text in (TEXTS["rutin"], TEXTS["ansokan"])]
    text = looking.look(document("Hej! Här är räkningen nummer 9 från oss till er")).seen
    before, after = decide(knowledge(scheme(), {}), text), decide(knowledge(scheme(), {}, examples), text)
    assert before.label == ""
    assert after.label == "faktura"
    assert not after.is_calibrated


def test_an_example_of_a_label_that_is_gone_is_passed_over() -> None:
    assert knowledge(PLAIN, {}, [Example("gone", seen())]).learnt is None


def test_probabilities_are_held_against_confirmed_examples() -> None:
    chance = random.Random(1)
    words = {
        "a": "häst hage galopp hö stall".split(),
        "b": "båt hav segel vind hamn".split(),
        "c": "bil väg däck motor bensin".split(),
    }
    common = "och det är en som på den här".split()

    def text(code: str, share: float) -> str:
        return " ".join(chance.choice(words[code] if chance.random() < share else common) for _ in range(25))

    def examples(count: int, share: float) -> list[Example]:
        return [Example(code, Seen(features(text(code, share)))) for code in words for _ in range(count)]

    known = knowledge(PLAIN, {}, examples(12, 0.06))
    assert known.is_calibrated
    tried = [(decide(known, each.seen, 0.0), each.label) for each in examples(40, 0.06)]
    right = sum(decision.label == label for decision, label in tried) / len(tried)
    claimed = sum(decision.confidence for decision, _ in tried) / len(tried)
    assert 0.5 < right < 1
    assert abs(right - claimed) < 0.15


def test_knowledge_is_a_value() -> None:
    assert Knowledge(("a",), {}) == Knowledge(("a",), {})


def test_a_prior_begins_with_its_start_and_moves_a_bounded_way() -> None:
    prior = Prior({"a": -1.0, "b": -2.0})
    assert prior.value() == {"a": -1.0, "b": -2.0}
    for _ in range(START):
        prior = prior.seen({"a": -0.2, "b": -2.4})
    assert prior.value()["a"] > -0.7
    for _ in range(2_000):
        prior = prior.seen({"a": 0.0, "b": -8.0})
    assert prior.value() == pytest.approx({"a": -0.3, "b": -2.7}), (
        "a folder of one type does not make its own type unlikely"
    )
    assert prior.count <= 400
