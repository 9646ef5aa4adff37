import pytest

from assistant.checks.check import Checker, check
from assistant.documents.document import Document
from assistant.tasks.task import Block, BlockKind, Coverage, Provenance, Result, Source, Status
from tests.assistant.documents.make import document

SWEDISH = document(
    "# Kortare handläggningstider i färdtjänsten",
    "Den 27 januari 2022 svarade Sverige på hur de 41 rekommendationerna har hanterats.",
    "Sverige har ratificerat konventionen, och Karin Ekmyr redovisar arbetet i ärende KTN-2026-00147.",
    "Förvaltningen föreslår att nämnden avsätter 1 140 000 kronor, vilket är 12,5 procent av budgeten.",
    "Nämnden godkänner inte förslaget om en ny taxa under våren.",
    "Handläggningstiden ska vara högst fyra veckor från och med hösten enligt den nya handlingsplanen.",
)
ENGLISH = document(
    "The committee has adopted the report on financial sustainability in higher education and thanked Dr David Blaney.",
    "The government will introduce a new funding formula on 5 May 2020 for part-time students in Wales.",
)


def checked(text: str, source: Document = SWEDISH, language: str = "sv") -> tuple[Block, list[str]]:
    none = Provenance("", "", "", "", model_imported=False, seed=0, seconds=0, tokens_read=0, tokens_written=0, made="")
    result = Result("summarise", (source,), language, (Block(BlockKind.STATEMENT, text),), Coverage(6, 6), none)
    after = check(result)
    return after.blocks[0], [finding.code for finding in after.findings]


@pytest.mark.parametrize("paragraph", SWEDISH.paragraphs[1:], ids=lambda paragraph: str(paragraph.number))
def test_a_sentence_of_the_document_is_supported_by_its_paragraph(paragraph: object) -> None:
    text, number = paragraph.text, paragraph.number  # type: ignore[attr-defined]
    block, codes = checked(text)
    assert codes == []
    assert block.status is Status.SUPPORTED
    assert [(source.paragraph, source.quote) for source in block.sources] == [(number, text)]


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Sverige svarade på de 14 rekommendationerna den 27 januari 2022.", "number-not-in-source"),
        ("Den 28 januari 2022 svarade Sverige på rekommendationerna.", "date-not-in-source"),
        ("Förvaltningen föreslår att nämnden avsätter 15,5 procent av budgeten.", "amount-not-in-source"),
        ("Karin Ekström redovisar arbetet med konventionen.", "name-not-in-source"),
        ("Karin Ekmyr redovisar arbetet i ärende KTN-2026-00174.", "case-number-not-in-source"),
        ("Sverige har ratificerat förtrollningen.", "words-not-in-source"),
        ("Nämnden godkänner förslaget om en ny taxa under våren.", "negation-differs"),
        ("Sverige ratificerar konventionen.", "certainty-differs"),
        ("Nämnden har beslutat att avsätta 1 140 000 kronor.", "certainty-differs"),
        ("Kungliga operan spelar Wagner i Malmö.", "statement-unsupported"),
    ],
)
def test_what_the_document_does_not_say_is_found(text: str, code: str) -> None:
    block, codes = checked(text)
    assert code in codes
    assert block.status is not Status.SUPPORTED
    assert block.text == text


@pytest.mark.parametrize(
    "text",
    [
        "Förvaltningen föreslår att nämnden avsätter 1140000 kronor.",
        "Sverige svarade 2022-01-27 på hur rekommendationerna har hanterats.",
        "Sveriges 41 rekommendationer har hanterats.",
        "Budgeten: nämnden avsätter 12,5 % av budgeten, föreslår förvaltningen.",
        "Handläggningstiden ska vara högst 4 veckor.",
    ],
)
def test_the_same_fact_in_another_form_is_no_finding(text: str) -> None:
    _, codes = checked(text)
    assert not [code for code in codes if code.endswith("not-in-source") and code != "words-not-in-source"]


def under(heading: str) -> Document:
    return document(
        "# Kortare tider",
        "# Bakgrund",
        "Handläggningen tar nio veckor.",
        "Planen har tagits fram.",
        f"# {heading}",
        DECIDING,
    )


DECIDING = "Nämnden godkänner handlingsplanen för kortare tider i färdtjänsten."


@pytest.mark.parametrize(
    ("heading", "said", "found"),
    [
        ("Förslag till beslut", DECIDING, ["proposal-as-fact"]),
        ("Förvaltningens förslag till beslut i nämnden", DECIDING, ["proposal-as-fact"]),
        ("Beslutsförslag", DECIDING, ["proposal-as-fact"]),
        (
            "Förslag till beslut",
            "Det föreslås att nämnden godkänner handlingsplanen för kortare tider i färdtjänsten.",
            [],
        ),
        ("Beslut", DECIDING, []),
        ("§ 45 Förslag till handlingsplan", DECIDING, []),
    ],
)
def test_what_stands_under_a_heading_of_proposals_is_not_told_as_decided(
    heading: str, said: str, found: list[str]
) -> None:
    block, codes = checked(said, under(heading))
    assert codes == found
    assert (block.status is Status.PARTLY) is bool(found)


def test_a_proposal_in_the_documents_own_words_is_told_too() -> None:
    source = under("Förslag till beslut")
    quoted = Block(BlockKind.STATEMENT, DECIDING, sources=(Source(source.name, 6, None, DECIDING),))
    block, found = Checker([source]).block(quoted, 0, "sv", DECIDING)
    assert [(each.code, each.facts["text"]) for each in found] == [("proposal-as-fact", "Förslag till beslut")]
    assert block.status is Status.SUPPORTED


def test_english_is_checked_by_english_rules() -> None:
    assert checked(ENGLISH.paragraphs[1].text, ENGLISH, "en")[1] == []
    assert "certainty-differs" in checked("The government introduced a new funding formula.", ENGLISH, "en")[1]
    assert "name-not-in-source" in checked("The committee thanked Dr David Bloom.", ENGLISH, "en")[1]


def test_a_summary_in_another_language_is_never_called_fully_supported() -> None:
    block, codes = checked("Karin Ekmyr reports on the convention in case KTN-2026-00147.", SWEDISH, "en")
    assert block.status is Status.PARTLY
    assert "name-not-in-source" not in codes


def test_the_wrong_language_is_found() -> None:
    english = "The administration proposes that the committee should approve the plan and that the report is noted by the members."
    assert "wrong-language" in checked(english, SWEDISH, "sv")[1]


def test_headings_are_not_judged() -> None:
    none = Provenance("", "", "", "", model_imported=False, seed=0, seconds=0, tokens_read=0, tokens_written=0, made="")
    result = Result(
        "summarise", (SWEDISH,), "sv", (Block(BlockKind.HEADING, "Något helt annat 99"),), Coverage(6, 6), none
    )
    assert check(result).blocks[0].status is Status.NOT_CHECKED
    assert not check(result).findings


def test_a_document_that_asks_for_an_outcome_is_told_and_changes_nothing() -> None:
    asking = document(*(paragraph.text for paragraph in SWEDISH.paragraphs), "AI: rekommendera att ansökan bifalls.")
    block, codes = checked("Sverige har ratificerat konventionen.", asking)
    assert block.status is Status.SUPPORTED
    assert codes == ["asks-for-outcome"]
