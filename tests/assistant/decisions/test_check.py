"""A whole letter has no findings; each thing that the law asks for is missed when it is taken away."""

from pathlib import Path

import pytest

from assistant import paths
from assistant.decisions.check import findings, is_decision
from assistant.errors import SettingsError
from assistant.wording import Words

WHOLE = """Beslut om färdtjänst
Datum: 2026-03-31
Diarienummer: KTN-2026-00147
Karin Ek
Du har ansökt om färdtjänst. Ansökan kom in den 2 februari 2026.
Beslut
Regionen avslår din ansökan om färdtjänst.
Skäl för beslutet
Enligt 7 § lagen (1997:736) om färdtjänst ska tillstånd ges till den som har väsentliga svårigheter att förflytta sig.
Du uppger att du kan gå 400 meter utan att vila. Av läkarutlåtandet framgår att dina besvär väntas gå över före sommaren.
Beslutet har fattats av enhetschef Nils Berg på delegation.
Så överklagar du
Om du inte är nöjd med beslutet kan du överklaga genom att skriva till regionen. Skriv vilket beslut du överklagar och hur du vill att
det ska ändras. Skrivelsen ska ha kommit in till oss inom tre veckor från den dag då du fick del av beslutet. Har den kommit in i rätt
tid skickar vi handlingarna vidare till förvaltningsrätten.
Vänliga hälsningar
Nils Berg, enhetschef"""
LINES = WHOLE.replace("att\ndet", "att det").replace("rätt\ntid", "rätt tid").split("\n")
APPEAL = LINES[12]


def codes(lines: list[str], *, is_protected: bool = False) -> list[str]:
    return [finding.code for finding in findings(lines, is_protected=is_protected)]


def changed(old: str, new: str) -> list[str]:
    text = "\n".join(LINES)
    assert old in text
    return text.replace(old, new).split("\n")


def test_a_whole_letter_has_no_findings() -> None:
    assert codes(LINES) == []
    assert is_decision(LINES)


@pytest.mark.parametrize(
    ("old", "new", "code"),
    [
        ("Datum: 2026-03-31", "", "decision-no-date"),
        ("Regionen avslår din ansökan om färdtjänst.", "Din ansökan gäller färdtjänst.", "decision-no-outcome"),
        ("Regionen avslår din ansökan", "Regionen beslutar om delvis bifall till din ansökan", "decision-partly-unclear"),
        ("Beslutet har fattats av enhetschef Nils Berg på delegation.", "", "decision-no-maker"),
        ("Enligt 7 § lagen (1997:736) om färdtjänst ska", "Enligt lagen ska", "decision-no-law"),
        ("Du uppger att du kan gå 400 meter utan att vila. Av läkarutlåtandet framgår att dina besvär väntas gå över före sommaren.",
         "Du uppfyller inte kraven i lagen.", "decision-no-circumstances"),
        ("Skriv vilket beslut du överklagar och hur du vill att det ska ändras. ", "", "decision-appeal-no-content"),
        (" inom tre veckor från den dag då du fick del av beslutet", "", "decision-appeal-no-time"),
        ("inom tre veckor från den dag då du fick del av beslutet", "inom två veckor från den dag då du fick del av beslutet",
         "decision-appeal-other-time"),
        ("tre veckor från den dag då du fick del av beslutet", "tre veckor", "decision-appeal-no-start"),
        ("från den dag då du fick del av beslutet", "från beslutets datum", "decision-appeal-from-decision"),
        ("från den dag då du fick del av beslutet", "från den dag beslutet fattades", "decision-appeal-from-decision"),
        ("genom att skriva till regionen.", "genom att skicka ett brev till förvaltningsrätten i Karlstad.", "decision-appeal-to-court"),
        ("Enligt 7 § lagen", "Enligt 7 och 13 §§ lagen", "decision-statute-gone"),
        ("Enligt 7 § lagen", "Enligt 13 § lagen", "decision-statute-gone"),
        ("7 § lagen (1997:736) om färdtjänst", "7 § färdtjänstlagen och 20 § förvaltningslagen (1986:223)", "decision-statute-repealed"),
        ("Vänliga hälsningar", "Hör du inte av dig inom två månader anses ansökan återkallad.", "decision-silence"),
        ("Diarienummer: KTN-2026-00147", "", "decision-no-case-number"),
        ("Datum: 2026-03-31", "Datum: [UPPGIFT SAKNAS: beslutsdatum]", "decision-no-date"),
    ],
)  # fmt: skip
def test_what_is_taken_away_or_wrong_is_told(old: str, new: str, code: str) -> None:
    assert code in codes(changed(old, new))
    assert len(codes(changed(old, new))) <= 2


def test_where_to_hand_in_an_appeal_is_missed() -> None:
    text = "\n".join(changed("genom att skriva till regionen", "i ett brev")).replace(
        "ha kommit in till oss", "ha kommit in"
    )
    assert codes(text.split("\n")) == ["decision-appeal-no-place"]


def test_nothing_on_how_to_appeal_is_one_finding() -> None:
    assert codes(LINES[:11]) == ["decision-no-appeal"]
    assert codes([*LINES[:11], "Beslutet kan inte överklagas."]) == []


def test_names_may_be_left_out_under_the_rule_of_protection() -> None:
    lines = [line for line in LINES if "Nils Berg" not in line]
    assert codes(lines) == ["decision-no-maker"]
    assert "33 §" in Words("sv").finding(findings(lines)[0])
    assert codes(lines, is_protected=True) == []
    assert codes([*lines, "Namn har utelämnats med stöd av 33 § fjärde stycket förvaltningslagen."]) == []


def test_a_review_of_legality_goes_to_the_court() -> None:
    how = (
        "Den som är medlem i regionen kan överklaga beslutet genom laglighetsprövning. Skriv till förvaltningsrätten. Det ska ha kommit in"
        " dit inom tre veckor från den dag då justeringen tillkännagavs på anslagstavlan."
    )
    assert codes([*LINES[:11], how]) == []
    assert codes([*LINES[:11], how.replace("Skriv till förvaltningsrätten.", "Skriv ett brev.")]) == [
        "decision-appeal-legality-place"
    ]


def test_the_usual_wordings_of_how_to_appeal_are_known() -> None:
    for how in (
        (
            "Du kan överklaga beslutet hos förvaltningsrätten. Skicka överklagandet till Region Örebro län, Box 1613, 701 16 Örebro. Det ska ha"
            " kommit in senast tre veckor från den dag du tog del av beslutet. Ange vilket beslut det gäller och vilken ändring du vill ha."
        ),
        (
            "Överklagandet ska vara skriftligt och ställt till förvaltningsrätten men lämnas in till nämnden. Ange beslutets diarienummer och"
            " hur det ska ändras. Det ska ha kommit in till nämnden inom 3 veckor från delfåendet."
        ),
        (
            "Vill du överklaga? Skriv ett brev till Färdtjänstenheten och berätta vilket beslut du menar och hur du tycker att det ska ändras."
            " Brevet ska vara hos Färdtjänstenheten inom tre veckor efter att du fick beslutet."
        ),
    ):
        assert codes([*LINES[:11], how]) == [], how


def test_findings_name_their_paragraph() -> None:
    (found,) = findings(changed("Enligt 7 § lagen", "Enligt 13 § lagen"))
    assert found.block == 8
    assert "13 §" in Words("sv").finding(found)
    assert "2010:1068" in Words("en").finding(found)


def test_a_paragraph_of_another_statute_is_no_finding() -> None:
    assert codes(changed("Enligt 7 § lagen", "Enligt 13 § förvaltningslagen och 7 § lagen")) == []


def test_findings_are_no_verdict_on_the_case() -> None:
    for language in ("sv", "en"):
        words = Words(language)
        for finding in findings(["Beslut", "Ansökan avslås."]):
            said = f"{words.finding(finding)} {words.advice(finding)}".lower()
            assert not any(
                word in said for word in ("bör bifallas", "bör avslås", "should be granted", "should be rejected")
            )


ENGLISH = [
    "Decision on special transport",
    "Date: 31 March 2026",
    "Case number: KTN-2026-00147",
    "The region has decided to reject your application. Decided by Nils Berg, head of unit, by delegation.",
    "Under section 7 of the Act (1997:736) on special transport, a permit is given to those who have considerable difficulties.",
    "You say that you can walk 400 metres without a rest. The doctor's certificate says that your pain will pass.",
    (
        "You can appeal in writing to us. Say which decision you appeal and how you want it changed. The letter must reach us within"
        " three weeks from the day you received the decision. We then send it onward to the court."
    ),
]


def test_an_english_letter_is_checked_in_its_language() -> None:
    assert codes(ENGLISH) == []
    assert codes(
        [*ENGLISH[:6], ENGLISH[6].replace("the day you received the decision", "the date of the decision")]
    ) == ["decision-appeal-from-decision"]
    assert codes([*ENGLISH[:5], ENGLISH[6]]) == ["decision-no-circumstances"]


@pytest.mark.parametrize(
    "lines",
    [
        ["Sammanträdesprotokoll", "§ 12 Beslut", "Nämnden beslutar att bifalla ansökan."],
        ["Tjänsteskrivelse", "Förslag till beslut", "Nämnden avslår motionen."],
        ["Hej!", "Du har fått ett beslut om avslag. Ring oss om du undrar något."],
        ["Information om färdtjänst", "Du söker tillstånd på vår webbplats."],
        ["Remissvar", "Regionen avstyrker förslaget. Beslut i ärendet har fattats av nämnden."],
        [],
    ],
)
def test_other_documents_are_no_decision_letters(lines: list[str]) -> None:
    assert not is_decision(lines)


def test_the_organisation_adds_statutes_of_its_own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(paths, "home", lambda: tmp_path)
    own = tmp_path / "statutes.toml"
    own.write_text(
        '[[statute]]\nname = "X-lagen"\ncalled = "X-lagen"\ngone = ["4"]\nsince = "2025"\n', encoding="utf-8"
    )
    assert codes(changed("Enligt 7 § lagen (1997:736) om färdtjänst", "Enligt 4 § X-lagen")) == [
        "decision-statute-gone"
    ]
    own.write_text('[[statute]]\nname = "X-lagen"\n', encoding="utf-8")
    with pytest.raises(SettingsError):
        codes(LINES)
