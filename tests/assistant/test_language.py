"""Swedish and English are told apart, and their neighbours are left alone."""

import pytest

from assistant.language import detect

SWEDISH = (
    "Region Örebro län har under året tagit emot drygt tre tusen ansökningar, och handläggningstiden är nu sex veckor."
    " Nämnden beslutar därför att inrätta en särskild grupp som ska ta hand om de ärenden där underlaget är fullständigt."
)
ENGLISH = (
    "The region has received just over three thousand applications this year, and the handling time is now six weeks."
    " The board therefore decides to set up a group that will take care of the cases where the material is complete."
)
OTHERS = {
    "no": "Styret vedtar å godkjenne søknaden om transport for personer med nedsatt funksjonsevne. Kommunen har mottatt en"
    " rekke søknader, og behandlingstiden er nå seks uker. Det er et mål at saken skal være ferdig innen året.",
    "no without its own letters": "Jeg vet ikke hva som skjer med saken, men jeg har bedt om svar fra kommunen om dette.",
    "da": "Udvalget beslutter at imødekomme ansøgningen om kørsel. Kommunen har modtaget en række ansøgninger, og"
    " behandlingstiden er nu seks uger. Det er et mål, at sagen skal være færdig inden for året.",
    "de": "Der Ausschuss beschließt, dem Antrag stattzugeben. Die Bearbeitungszeit beträgt sechs Wochen, und es ist das"
    " Ziel, dass die Sache in diesem Jahr abgeschlossen wird.",
    "nl": "De commissie besluit de aanvraag goed te keuren. De behandeltijd is zes weken en het is de bedoeling dat de zaak"
    " in dit jaar wordt afgerond.",
    "fi": "Lautakunta päättää hyväksyä hakemuksen. Käsittelyaika on kuusi viikkoa, ja tavoitteena on, että asia saadaan"
    " valmiiksi vuoden aikana.",
}


@pytest.mark.parametrize(("text", "language"), [(SWEDISH, "sv"), (ENGLISH, "en")])
def test_running_text_is_recognised_in_small_and_capital_letters(text: str, language: str) -> None:
    assert detect(text) == language
    assert detect(text.upper()) == language


@pytest.mark.parametrize("language", OTHERS)
def test_neighbouring_languages_are_not_taken_for_swedish_or_english(language: str) -> None:
    assert detect(OTHERS[language]) is None


@pytest.mark.parametrize("text", ["", "Dnr KS-2025-00512", "2024 | 3 100 | 14 %", "Tkr Utfall Budget Prognos", "\n\t"])
def test_too_little_to_go_by_gives_no_answer(text: str) -> None:
    assert detect(text) is None


def test_half_of_each_gives_no_answer() -> None:
    assert detect(SWEDISH + " " + ENGLISH) is None


def test_some_foreign_names_and_quotes_do_not_disturb() -> None:
    assert detect(ENGLISH + " The region is Region Örebro län, and its office is at Södra Grev Rosengatan.") == "en"
    assert detect(SWEDISH + " Projektet heter Better Mobility for All.") == "sv"


def test_beginning_middle_and_end_of_a_long_text_all_count() -> None:
    rows = "2024 | 3 100 | 14 %\n" * 2_000
    assert detect(SWEDISH * 20 + rows + rows) == "sv"
    assert detect(rows + SWEDISH * 20 + rows) == "sv"
    assert detect(rows + rows + SWEDISH * 20) == "sv"
    assert detect(rows) is None
