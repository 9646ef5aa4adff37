import pytest

from assistant.checks.check import check
from assistant.checks.terms import lost, terms
from assistant.engine.scripted import ScriptedEngine
from assistant.engine.session import Session
from assistant.job import Job, carry_out
from assistant.tasks.options import Options
from tests.assistant.documents.make import document

SOURCE = "Ärendet om färdtjänst i Hagby återremitteras till förvaltningen för ny beräkning av kostnaden."


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        ("Ärendet om färdtjänst i Hagby skickas tillbaka till förvaltningen för ny beräkning.", ["återremiss"]),
        ("Ärendet om färdtjänst i Hagby återremitteras, alltså skickas tillbaka till förvaltningen.", []),
        ("Kostnaden är hög.", []),
    ],
)
def test_a_term_is_lost_when_its_sentence_is_retold_without_it(sentence: str, found: list[str]) -> None:
    assert lost(sentence, SOURCE, "") == found


def test_a_term_may_stand_elsewhere_in_the_text() -> None:
    assert (
        lost("Ärendet om färdtjänst i Hagby skickas tillbaka till förvaltningen.", SOURCE, "Det är en återremiss.")
        == []
    )


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("En jävla bra inviterad gäst.", set()),
        ("Hon är jävig och får ett vite.", {"jäv", "vite"}),
        ("Tillståndsbeviset gäller tills vidare.", {"tillstånd", "tills vidare"}),
        ("Bordläggningen bifölls enhälligt.", {"bordläggning", "bifall", "enhälligt beslut"}),
    ],
)
def test_a_term_stands_in_its_forms_and_compounds_and_in_no_other_words(text: str, found: set[str]) -> None:
    assert {name for name, pattern in terms() if pattern.search(text)} == found
    assert len(terms()) > 25


@pytest.mark.parametrize("kind", ["plain", "bullets"])
def test_a_lost_term_is_a_finding_of_the_plain_text_and_of_bullets(kind: str) -> None:
    source = document(
        "# Färdtjänst i Hagby", SOURCE, "Kostnaden för resorna har ökat med tio procent under året enligt rapporten."
    )
    answer = "- Ärendet om färdtjänst i Hagby skickas tillbaka till förvaltningen för ny beräkning av kostnaden."
    result = carry_out(Job(source, Options(kind)), Session(ScriptedEngine([answer])), lambda _event: None)
    assert ("legal-term-lost", {"text": "återremiss"}, 0) in [
        (each.code, each.facts, each.block) for each in result.findings
    ]
    assert check(result).blocks[0].text == result.blocks[0].text
