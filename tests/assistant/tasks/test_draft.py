"""A part of a letter is worded by a model from its points; what it adds is left out, and what it loses stands as it was."""

from collections.abc import Sequence

import pytest

from assistant.engine.scripted import ScriptedEngine
from assistant.engine.session import Session
from assistant.errors import ModelMissing
from assistant.job import Job, carry_out
from assistant.letters.draft import begin
from assistant.prompts import load
from assistant.tasks.draft import Writing
from assistant.tasks.points import Point, whole
from assistant.tasks.task import Result, Source, Status
from assistant.worker.messages import Piece
from tests.assistant.letters.make import letter, reply

POINTS = ("beslut senast 30 april 2026", "nytt läkarintyg behövs inte", "rullator får tas med i bilen")


def writing(points: Sequence[str] = POINTS, language: str = "sv", length: str = "medium") -> Writing:
    made = tuple(Point(text, Source("Uppgifter", number, None, text)) for number, text in enumerate(points, 1))
    return Writing("draft/letter", made, language, length=length)


def worded(answers: Sequence[str], wanted: Writing | None = None) -> Result:
    session = Session(ScriptedEngine(answers))
    return carry_out(Job(letter(), letter=wanted or writing()), session, lambda _event: None)


def texts(result: Result) -> list[str]:
    return [block.text for block in result.blocks]


def test_sentences_that_say_the_points_are_kept() -> None:
    said = (
        "Du får ett beslut senast den 30 april 2026. Du behöver inget nytt läkarintyg. Rullatorn får tas med i bilen."
    )
    result = worded([said])
    assert " ".join(texts(result)) == said
    assert all(block.sources and block.status is not Status.UNSUPPORTED for block in result.blocks)
    assert [each.code for each in result.findings] == []


def test_what_the_model_adds_is_left_out_and_told() -> None:
    good = "Du får ett beslut senast den 30 april 2026. Nytt läkarintyg behövs inte. Rullator får tas med i bilen."
    result = worded([f"{good} Avgiften är 400 kronor per månad. Nämnden sammanträder i Karlskoga."])
    assert "400" not in " ".join(texts(result))
    assert "Karlskoga" not in " ".join(texts(result))
    assert [each.code for each in result.findings] == ["letter-sentences-left-out"]


def test_what_the_model_loses_or_turns_stands_in_its_own_words() -> None:
    result = worded(["Du får ett beslut senast den 3 april 2026. Du behöver ett nytt läkarintyg."])
    assert texts(result) == [
        "Beslut senast 30 april 2026.",
        "Nytt läkarintyg behövs inte.",
        "Rullator får tas med i bilen.",
    ]
    assert [each.code for each in result.findings] == ["letter-own-words"]


@pytest.mark.parametrize(
    ("point", "said"),
    [
        ("planen gäller från 1 juli 2026", "Din planen gäller från den 1 juli 2026."),
        ("beslut senast 30 april 2026", "Beslut har kommit senast den 30 april 2026."),
        ("beslut senast 30 april 2026", "Din beslut kommer senast den 30 april 2026."),
    ],
)
def test_what_is_made_done_or_yours_is_left_out(point: str, said: str) -> None:
    assert texts(worded([said], writing((point,)))) == [whole(point)]


def test_what_a_point_says_of_you_or_of_what_is_done_stays() -> None:
    said = "Din plan har gällt från den 1 juli 2026."
    assert texts(worded([said], writing(("din plan har gällt från 1 juli 2026",)))) == [said]


def test_an_answer_in_the_wrong_language_or_none_leaves_the_points() -> None:
    for answer in ("You will have a decision by 30 April 2026 and the certificate is not needed for this.", ""):
        assert texts(worded([answer]))[0] == "Beslut senast 30 april 2026."


def test_a_second_try_is_made_when_the_first_is_not_good() -> None:
    good = "Du får ett beslut senast den 30 april 2026. Nytt läkarintyg behövs inte. Rullator får tas med i bilen."
    assert " ".join(texts(worded(["Jag vet inte.", good]))) == good


def test_a_point_that_was_said_with_another_that_goes_is_not_lost() -> None:
    points = ("besöket är den 4 maj 2026 klockan 10.15 i Nora", "tolk är bokad")
    result = worded(["Besöket är den 4 maj 2026 i Nora, och tolk är bokad."], writing(points))
    assert texts(result) == ["Besöket är den 4 maj 2026 klockan 10.15 i Nora.", "Tolk är bokad."]


def test_a_word_that_no_point_has_is_marked_and_another_form_of_one_is_not() -> None:
    points = ("rullator får tas med i bilen vid alla resor i länet",)
    result = worded(["Rullatorn får tas med i bilen vid alla sjukhusresor i länet."], writing(points))
    assert [(each.code, each.facts, each.block) for each in result.findings] == [
        ("words-not-in-source", {"text": "sjukhusresor"}, 0)
    ]
    assert worded(["Rullatorn får tas med i bilen vid alla resor i länet."], writing(points)).findings == ()


def test_short_takes_the_points_own_words_where_they_are_fewer() -> None:
    said = "Vi meddelar härmed att du får ett beslut senast den 30 april 2026."
    assert texts(worded([said], writing(POINTS[:1], length="short"))) == ["Beslut senast 30 april 2026."]


def test_many_points_are_worded_a_few_at_a_time_and_none_is_lost() -> None:
    points = tuple(f"punkt om ärende {number} kostar {number}00 kronor" for number in range(1, 13))
    result = worded(["Jag vet inte."], writing(points))
    assert texts(result) == [f"Punkt om ärende {number} kostar {number}00 kronor." for number in range(1, 13)]


def test_points_that_the_model_has_no_room_for_stand_in_their_own_words() -> None:
    long = "ordet " * 300 + "slut"
    session = Session(ScriptedEngine(["Svar."], context=200))
    result = carry_out(Job(letter(), letter=writing((long,))), session, lambda _event: None)
    assert texts(result) == [whole(long)]


def test_points_in_the_other_language_keep_their_figures_or_stand_as_they_are() -> None:
    points = (
        "Du får ett beslut om din ansökan senast den 30 april 2026.",
        "Avgiften för en resa är 45 kronor och du betalar i bilen.",
    )
    right = ["You will have a decision on your application by 30 April 2026.", "The fare is 54 kronor."]
    result = worded(right, writing(points, "en"))
    assert texts(result)[0] == right[0]
    assert texts(result)[1] == points[1]
    assert result.blocks[0].status is Status.PARTLY
    assert "wrong-language" in [each.code for each in result.findings]


def test_no_text_of_a_document_reaches_the_model() -> None:
    engine = ScriptedEngine(["Beslut senast 30 april 2026. Nytt läkarintyg behövs inte."])
    draft = begin(reply())
    carry_out(Job(letter(), letter=draft.writing("answer")), Session(engine), lambda _event: None)
    assert engine.prompts
    assert not any("Jag ansökte" in prompt or "Lindqvist" in prompt for prompt in engine.prompts)


def test_a_worded_part_takes_its_place_in_the_draft() -> None:
    draft = begin(reply())
    said = "Du får ett beslut senast den 30 april 2026. Nytt läkarintyg behövs inte."
    heard: list[str] = []
    session = Session(ScriptedEngine([said]))
    result = carry_out(
        Job(letter(), letter=draft.writing("answer")),
        session,
        lambda event: heard.append(event.text) if isinstance(event, Piece) else None,
    )
    assert "".join(heard).strip() == said, "it is heard as it comes"
    whole = draft.worded("answer", result)
    assert whole.waiting == ()
    assert "Du får ett beslut senast den 30 april 2026." in [block.text for block in whole.blocks]
    assert whole.result().provenance.prompt == f"letter/svar@1, {load('draft/letter', 'sv').stamp}"
    assert whole.result().provenance.model == "scripted"


def test_without_a_model_it_says_so() -> None:
    with pytest.raises(ModelMissing):
        carry_out(Job(letter(), letter=writing()), None, lambda _event: None)
