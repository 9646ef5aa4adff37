import pytest

from assistant.minutes.told import decides


@pytest.mark.parametrize(
    "sentence",
    [
        "Beslöts att godkänna rapporten.",
        "Till ny ledamot utsågs Britt Sund (L).",
        "Att jämte ordföranden justera protokollet valdes Siri Ed.",
        "Motionen remitterades till regionstyrelsen.",
        "Kommunstyrelsen beslutade att ge förvaltningen i uppdrag att utreda frågan.",
        "Protokollet lades till handlingarna.",
    ],
)
def test_these_decide_wherever_they_stand(sentence: str) -> None:
    assert decides(sentence, is_bare=False)


@pytest.mark.parametrize(
    "sentence",
    [
        "Dagordningen fastställs med ett tillägg.",
        "Informationen noteras.",
        "Nämnden tackar för informationen.",
        "Ärendet överlämnas till förvaltningen för beredning.",
        "1. Ärende nr 11 utgår och behandlas vid nästa sammanträde.",
    ],
)
def test_these_decide_only_where_no_label_stands(sentence: str) -> None:
    assert decides(sentence, is_bare=True)
    assert not decides(sentence, is_bare=False)


@pytest.mark.parametrize(
    "sentence",
    [
        "Ordföranden föreslår att dagordningen fastställs.",
        "Den plan som fastställdes i mars gäller.",
        "Ingen åtgärd bestämdes.",
        "Regiondirektören informerar om att avtalet godkänns i juni.",
        "När planen antogs fanns inga invändningar.",
        "Nämnden beslutade den 3 mars 2026, § 9, att avslå ansökan.",
        "Utredningen föreslog att avgiften fastställs till 100 kronor.",
    ],
)
def test_these_decide_nothing(sentence: str) -> None:
    assert not decides(sentence, is_bare=True)
