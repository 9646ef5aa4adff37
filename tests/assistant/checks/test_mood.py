import pytest

from assistant.checks.mood import certainty_differs, decides, negates


@pytest.mark.parametrize(
    ("sentence", "language"),
    [
        ("Nämnden beslutar enligt förvaltningens förslag.", "sv"),
        ("Ordföranden yrkade bifall, och nämnden beslutade enligt yrkandet.", "sv"),
        ("Nämnden beslutar att kontoret bör återkomma.", "sv"),
        ("The proposal was approved.", "en"),
    ],
)
def test_a_decision_that_follows_a_proposal_is_one(sentence: str, language: str) -> None:
    assert decides(sentence, language)


@pytest.mark.parametrize(
    ("sentence", "language"),
    [
        ("Kontoret föreslår att nämnden beslutar om taxan.", "sv"),
        ("Förslag till beslut nämnden beslutar att höja taxan.", "sv"),
        ("Nämnden diskuterar taxan.", "sv"),
        ("The officer recommends that the plan is approved.", "en"),
    ],
)
def test_a_decision_that_somebody_proposes_is_none(sentence: str, language: str) -> None:
    assert not decides(sentence, language)


@pytest.mark.parametrize(
    ("statement", "source"),
    [
        ("Nämnden beslutade om taxan.", "Nämnden beslutar enligt förslaget om taxan."),
        ("Nämnden godkände planen.", "Nämnden godkänner förslaget till plan."),
    ],
)
def test_a_decision_by_the_proposal_may_be_told_as_a_decision(statement: str, source: str) -> None:
    assert not certainty_differs(statement, source, "sv")


@pytest.mark.parametrize(
    ("sentence", "language", "denied"),
    [
        ("Målet nås inte.", "sv", True),
        ("Målet kan inte nås utan fler åtgärder.", "sv", False),
        ("Målet kan nås utan fler åtgärder.", "sv", True),
        ("utan i Sala", "sv", False),
        ("The target cannot be met without more money.", "en", False),
        ("The target is met without more money.", "en", True),
    ],
)
def test_a_denial_of_a_denial_is_none(sentence: str, language: str, *, denied: bool) -> None:
    assert negates(sentence, language) is denied
