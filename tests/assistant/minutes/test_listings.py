from tests.assistant.minutes.make import only


def texts(*lines: str) -> list[str]:
    return [point.stated.text for point in only("# § 1 Anmälningar", "# Beslut", *lines).points]


def test_what_is_filed_is_not_decided_by_being_listed() -> None:
    filed = "Kommunstyrelsen lägger anmälningarna till handlingarna."
    assert texts(
        filed, "a) Kommunfullmäktiges beslut 2026-02-23 § 31, Taxa", "b) Granskningsrapport från revisorerna"
    ) == [filed]
    assert texts(
        filed, "Följande har inkommit:", "26RS7466 Protokoll från rådet, där rådet beslutade om en ny ordning"
    ) == [filed]


def test_a_point_beside_it_stays() -> None:
    beside = [
        "1. Informationen noteras.",
        "2. Förvaltningen ges i uppdrag att återkomma.",
        "3. att rapporten skickas till revisionen",
    ]
    assert texts(*beside) == beside
    assert texts("Följande avsägelser godkänns:", "Anna Berg (S), ledamot i nämnden.")[0].startswith(
        "Följande avsägelser"
    )


def test_an_account_is_no_decision_though_it_stands_under_beslut() -> None:
    filed = "Kommunstyrelsen lägger informationen till handlingarna."
    assert texts(filed, "Regiondirektören informerar om att kollektivtrafiknämnden beslutat att höja taxan.") == [filed]


def test_what_is_sent_on_or_announced_is_named_and_not_decided() -> None:
    remitted = "Motionerna remitteras till kommunstyrelsen."
    assert texts(remitted, "Anna Berg (S) om tolktjänst", "Bo Ek (M) om att regionen beslutar införa klimatbudget") == [
        remitted
    ]
    filed = "Anmälningarna läggs till handlingarna."
    assert texts(filed, "Följande anmäls:", "Länsstyrelsens beslut att utse Kim Ryd (M) till ny ersättare") == [filed]


def test_those_elected_are_no_list_of_that_kind() -> None:
    assert len(texts("Till ombud väljs:", "Anna Berg (S)", "Bo Ek (M)")) == 2


def test_a_list_that_a_reader_has_joined_to_the_decision_is_cut_off() -> None:
    filed = "Besluten redovisas och läggs till handlingarna."
    assert texts(f"{filed} Sjukhuschefens beslut om att teckna avtal med Norrtvätt AB") == [filed]
    noted = "Nämnden har tagit del av följande meddelanden:"
    assert texts(f"{noted} Regionfullmäktiges beslut § 98, Policy") == [noted]


def test_what_does_something_beside_a_note_is_a_point() -> None:
    notes = "Godkänna redovisningen."
    for point in (
        "Uppdra åt förvaltningen att återkomma om avtalet.", "Bevilja Almstads Fastighets AB utökad borgen om 60 miljoner.", "Ge Anna Berg rätt att teckna avtal.",
        "Positivt planbesked om bostäder.", "Bifall till yrkandet från S.",
    ):  # fmt: skip
        assert texts(notes, point) == [notes, point]
    numbered = ["1. Informationen noteras.", "2. Nytt avtal om drift, enligt bilaga."]
    assert texts(*numbered) == numbered
