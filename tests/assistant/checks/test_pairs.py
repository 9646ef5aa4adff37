"""Statements beside a document, in pairs: fair retellings that must pass without a word, and mistakes that must not.

A finding on a fair retelling costs as much as a mistake that is missed: people stop reading findings.
"""

import pytest

from assistant.checks.check import check
from assistant.documents.document import Document
from assistant.language import detect
from assistant.tasks.task import Block, BlockKind, Coverage, Provenance, Result, Status
from tests.assistant.documents.make import document

SWEDISH = document(
    "# Remissvar om kortare köer i barn- och ungdomspsykiatrin",
    "Region Västerbotten har fått betänkandet SOU 2025:41 på remiss från Socialdepartementet. Svaret ska lämnas senast den 15 mars 2026.",
    "Hälso- och sjukvårdsnämnden behandlade ärendet den 12 februari 2026 (dnr HSN 2025-00731). Ordföranden Karin Ekmyr (S) yrkade bifall till förvaltningens förslag.",
    "Regionen har ratificerat överenskommelsen med kommunerna om samordnad individuell plan.",
    "Väntetiden till första besök har minskat från 74 till 52 dagar mellan 2023 och 2025. Målet om 30 dagar har inte uppnåtts.",
    "Förvaltningen föreslår att 12,5 miljoner kronor avsätts i budgeten för 2027 till fler psykologer. Det motsvarar 3,2 procent av nämndens ram.",
    "Nämnden avslog Per Lunds (M) yrkande om att upphandla vården av privata aktörer. Lund reserverade sig mot beslutet.",
    "Av 1 240 remisser under 2025 kom 430 från elevhälsan och 310 från vårdcentralerna.",
    "Ungdomsmottagningen i Lycksele ska öppna tisdagar och torsdagar kl. 13.00 från och med den 1 september 2026.",
    "Kostnaden för hyrpersonal uppgick till 48 mnkr, vilket är 6 mnkr lägre än året före.",
    "Utredaren bedömer att förslaget kan leda till undanträngning av andra patienter, men invänder inte mot att det prövas.",
    "Patientnämnden registrerade 87 klagomål, varav två tredjedelar gällde bemötande.",
    "Regionstyrelsen beslutade att uppdra åt regiondirektören att återkomma med en handlingsplan.",
)
ENGLISH = document(
    "# Annual review of the patient transport service",
    "The committee adopted the report on patient transport on 5 May 2025 and thanked Dr David Blaney for his work.",
    "The service carried 18,400 patients in 2024, up from 16,900 the year before. Costs rose by 7 per cent to £2.3 million.",
    "The government will introduce a new funding formula for rural areas in April 2026. It has not yet consulted the councils.",
    "The auditor found no evidence that the contract had been split to avoid procurement rules.",
    "Members asked the chief executive, Sarah Whitcombe, to report back within six weeks.",
    "Waiting times should not exceed 45 minutes, but in winter every third journey was late.",
    "The proposal to close the depot in Aberaeron was rejected by eleven votes to four.",
    "The trust intends to replace half of its vehicles with electric ones before 2030.",
)


def findings(statement: str, source: Document) -> tuple[Status, set[str]]:
    none = Provenance("", "", "", "", model_imported=False, seed=0, seconds=0, tokens_read=0, tokens_written=0, made="")
    language = detect(source.text) or "sv"
    after = check(
        Result("summarise", (source,), language, (Block(BlockKind.STATEMENT, statement),), Coverage(1, 1), none)
    )
    return after.blocks[0].status, {finding.code for finding in after.findings}


FAIR_SWEDISH = [
    "Region Västerbotten ska svara på betänkandet SOU 2025:41 senast 2026-03-15.",
    "Väntetiden har sjunkit från 74 till 52 dagar, men målet på 30 dagar är inte nått.",
    "Av remisserna kom 430 från elevhälsan.",
    "Mottagningen i Lycksele öppnar den 1 september 2026.",
    "Kostnaden för hyrpersonal var 48 miljoner kronor.",
    "Kostnaderna för hyrpersonal blev 6 miljoner kronor lägre än föregående år.",
    "Patientnämnden fick 87 klagomål och de flesta gällde bemötande.",
    "Hälso- och sjukvårdsnämnden (HSN) behandlade ärendet i februari 2026.",
    "Regiondirektören får i uppdrag att ta fram en handlingsplan.",
    "Utredaren ser en risk för undanträngning av andra patienter.",
    "Regionen har ratificerat överenskommelsen om samordnad individuell plan.",
    "Ärendet har diarienummer HSN 2025-00731.",
    "Socialdepartementet har skickat betänkandet på remiss till regionen.",
    "Lund (M) ville upphandla vården från privata aktörer, men hans yrkande avslogs.",
    "Avsättningen motsvarar 3,2 % av nämndens ram.",
]
FAIR_ENGLISH = [
    "The committee adopted the report on 5 May 2025.",
    "On 2025-05-05 the committee adopted the patient transport report.",
    "The service carried 18 400 patients in 2024.",
    "Costs increased by 7% to £2.3m.",
    "A new funding formula will be introduced in April 2026, but councils have not been consulted.",
    "The auditor found no evidence of contract splitting.",
    "Sarah Whitcombe was asked to report within 6 weeks.",
    "The committee's members want a report in six weeks.",
    "The plan to close the Aberaeron depot was rejected by 11 votes to 4.",
    "Half of the vehicles are to be replaced by electric ones before 2030.",
    "One in three winter journeys was late.",
]
WRONG_SWEDISH = [
    ("Svaret ska lämnas senast den 15 april 2026.", "date-not-in-source"),
    ("Väntetiden har minskat från 74 till 25 dagar.", "amount-not-in-source"),
    ("Väntetiden minskade mellan 2022 och 2025.", "number-not-in-source"),
    ("Förvaltningen föreslår att 15,2 miljoner kronor avsätts till fler psykologer.", "amount-not-in-source"),
    ("Förvaltningen föreslår att 12,5 miljarder kronor avsätts till fler psykologer.", "amount-not-in-source"),
    ("Ordföranden Karin Ekström yrkade bifall till förslaget.", "name-not-in-source"),
    (
        "Nämnden biföll Per Lunds yrkande om att upphandla vården av privata aktörer.",
        "negation-differs|certainty-differs|words-not-in-source",
    ),
    ("Målet om 30 dagar har uppnåtts.", "negation-differs"),
    ("Nämnden har beslutat att avsätta 12,5 miljoner kronor till fler psykologer.", "certainty-differs"),
    ("Regionen ratificerar överenskommelsen med kommunerna.", "certainty-differs"),
    ("Väntetiden mäts i psykokörordning för barnhabpatienter.", "words-not-in-source|statement-unsupported"),
    ("Nämnden upphandlar vården av privata aktörer i Umeå.", "name-not-in-source|certainty-differs"),
    ("Det motsvarar 2,3 procent av nämndens ram.", "amount-not-in-source"),
    ("Det motsvarar 3,2 promille av nämndens ram.", "amount-not-in-source"),
    ("Av 1 240 remisser kom 310 från elevhälsan och 430 från vårdcentralerna.", "figure-moved"),
    ("Per Lund (S) yrkade bifall till förvaltningens förslag.", "party-differs"),
    ("Kostnaden för hyrpersonal uppgick till 6 mnkr.", "figure-moved"),
    ("Kostnaden för hyrpersonal är 6 mnkr högre än året före.", "negation-differs"),
    ("Utredaren invänder mot att förslaget prövas.", "negation-differs"),
    ("Ärendet har diarienummer HSN 2025-00713.", "case-number-not-in-source"),
    (
        "Regionstyrelsen har avslagit en handlingsplan.",
        "words-not-in-source|certainty-differs|negation-differs|statement-partly",
    ),
    ("Mottagningen i Lycksele har öppnat på tisdagar och torsdagar.", "certainty-differs"),
    (
        "Patientnämnden registrerade 87 klagomål, varav hälften gällde bemötande.",
        "words-not-in-source|number-not-in-source",
    ),
]
WRONG_ENGLISH = [
    ("The committee adopted the report on 6 May 2025.", "date-not-in-source"),
    ("The service carried 14,800 patients in 2024.", "number-not-in-source"),
    ("Costs rose to £2.3 billion.", "amount-not-in-source"),
    ("The government introduced a new funding formula.", "certainty-differs"),
    ("The auditor found evidence that the contract had been split.", "negation-differs"),
    ("The government has consulted the councils.", "negation-differs"),
    (
        "The proposal to close the depot in Aberaeron was approved by eleven votes to four.",
        "words-not-in-source|certainty-differs",
    ),
    ("The trust has replaced half of its vehicles with electric ones.", "certainty-differs"),
    ("Dr David Bloom was thanked for his work.", "name-not-in-source"),
    (
        "Members asked Sarah Whitcombe to report back within six months.",
        "amount-not-in-source|words-not-in-source|statement-partly",
    ),
    ("Waiting times should exceed 45 minutes.", "negation-differs"),
]


@pytest.mark.parametrize("statement", FAIR_SWEDISH)
def test_a_fair_swedish_retelling_passes(statement: str) -> None:
    assert findings(statement, SWEDISH) == (Status.SUPPORTED, set())


@pytest.mark.parametrize("statement", FAIR_ENGLISH)
def test_a_fair_english_retelling_passes(statement: str) -> None:
    assert findings(statement, ENGLISH) == (Status.SUPPORTED, set())


@pytest.mark.parametrize(("statement", "codes"), WRONG_SWEDISH)
def test_a_swedish_mistake_is_found(statement: str, codes: str) -> None:
    status, found = findings(statement, SWEDISH)
    assert found & set(codes.split("|"))
    assert status is not Status.SUPPORTED


@pytest.mark.parametrize(("statement", "codes"), WRONG_ENGLISH)
def test_an_english_mistake_is_found(statement: str, codes: str) -> None:
    status, found = findings(statement, ENGLISH)
    assert found & set(codes.split("|"))
    assert status is not Status.SUPPORTED
