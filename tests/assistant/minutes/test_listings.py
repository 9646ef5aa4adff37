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
