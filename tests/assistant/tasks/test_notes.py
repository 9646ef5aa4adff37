"""Notes and transcripts through a whole job, with a model by script: what it says is looked up, and what is asked is asked once."""

import json

import pytest

from assistant.documents.document import Document
from assistant.documents.split import Passage
from assistant.engine.grammar import expression
from assistant.engine.scripted import ScriptedEngine
from assistant.engine.session import Session
from assistant.job import Job, carry_out, read_ahead
from assistant.tasks.listening import TOPICS, distinct, marked_grammar
from assistant.tasks.options import Options
from assistant.tasks.task import Block, BlockKind, Result, Status
from assistant.worker.messages import Event, Progress
from tests.assistant.documents.make import document
from tests.assistant.tasks.test_minutes import rows_under

TALK = (
    "[0:01] Anna Berg: Vi börjar med busshållplatsen vid sjukhuset.", "[0:15] Bo Ek: Jag tycker att vi borde flytta den till norra entrén.",
    "[0:29] Anna Berg: Kan du ta fram en kostnad till den 12 november?", "[0:40] Bo Ek: Ja, det gör jag.",
    "[0:58] Anna Berg: Då beslutar vi att skyltarna byts. Och så kör vi på den gamla tidtabellen.",
    "[1:14] Bo Ek: Vi ska se över taket. Vi ses igen den 20 november.",
)  # fmt: skip
NOTE = "Mötet handlar om busshållplatsen vid sjukhuset och om skyltarna."
MARKED = [
    {"art": "beslut", "citat": "då  beslutar VI att skyltarna byts."},
    {"art": "beslut", "citat": "Jag tycker att vi borde flytta den till norra entrén."},
    {"art": "beslut", "citat": "Och så kör vi på den gamla"},
    {"art": "löfte", "citat": "Vi ska se över taket."},
    {"art": "beslut", "citat": "Mötet höjer taxan med tio kronor."},
]


def listed(rows: list[dict[str, str]]) -> str:
    return "[" + ",\n".join(json.dumps(row, ensure_ascii=False) for row in rows) + "]"


def by_question(prompt: str, note: str = NOTE) -> str:
    question = prompt.rsplit("\n\n", 1)[-1]
    if "Vilka ämnen" in question:
        return '["Busshållplatsen", "Flygplatsen i Kiruna"]'
    if "Leta i texten" in question:
        return listed(MARKED)
    return note


def made(source: Document, script: object = by_question, events: list[Event] | None = None, **options: str) -> Result:
    session = Session(ScriptedEngine(script))  # type: ignore[arg-type]
    return carry_out(Job(source, Options("minutes", **options)), session, (events if events is not None else []).append)


def statements(result: Result) -> list[Block]:
    """The model's sentences, without the one that the program counts in."""
    blocks = [block for block in result.blocks if block.kind is BlockKind.STATEMENT]
    return [block for block in blocks if not block.text.startswith("Hittat i texten: ")]


def long(turns: int = 300) -> Document:
    lines = (
        f"[{n // 60}:{n % 60:02d}] {('Anna Berg', 'Bo Ek')[n % 2]}: Vi talar om ärende {n} och vad det kostar."
        + " Mer om det här." * 10
        for n in range(turns)
    )
    return document(*lines)


def test_the_overview_is_the_models_and_the_tables_the_programs() -> None:
    result = made(document(*TALK))
    assert result.blocks[0].text == "Hittat i texten: 1 uttryckligt beslut, 1 sak att göra."
    assert [block.text for block in statements(result)] == [NOTE]
    assert statements(result)[0].sources
    assert [row.cells for row in rows_under(result, "Beslut")[1:]] == [
        ("Då beslutar vi att skyltarna byts.", "Anna Berg", "0:58")
    ]
    (action,) = rows_under(result, "Att göra")[1:]
    assert action.cells == (
        "Kan du ta fram en kostnad till den 12 november? – Ja, det gör jag.", "Bo Ek", "till den 12 november", "0:29",
    )  # fmt: skip
    assert result.provenance.model == "scripted"
    assert result.provenance.prompt == "minutes@2, summarise/part@2, minutes/topics@1, minutes/marked@2"


def test_a_proposal_does_not_become_a_decision_by_being_pointed_at() -> None:
    result = made(document(*TALK))
    written = " ".join(row.text for row in result.blocks if row.kind is BlockKind.ROW)
    assert "norra entrén" not in written
    doubtful = rows_under(result, "Kanske beslut eller löften: texten säger det inte rakt ut")[1:]
    assert [row.cells[:2] for row in doubtful] == [
        ("Och så kör vi på den gamla tidtabellen.", "kanske beslutat"),
        ("Vi ska se över taket.", "kanske ett löfte"),
    ]


def test_a_quote_that_does_not_stand_in_the_document_is_set_apart_and_marked() -> None:
    result = made(document(*TALK))
    (row,) = rows_under(result, "Finns inte i texten")[1:]
    assert (row.text, row.status, row.sources) == ("Mötet höjer taxan med tio kronor.", Status.UNSUPPORTED, ())
    assert "statement-unsupported" in [
        finding.code for finding in result.findings if result.blocks.index(row) == finding.block
    ]


def test_a_topic_that_the_document_does_not_hold_is_marked() -> None:
    found = {row.text: row.status for row in rows_under(made(document(*TALK)), "Ämnen")[1:]}
    assert found == {"Busshållplatsen": Status.SUPPORTED, "Flygplatsen i Kiruna": Status.UNSUPPORTED}


def test_every_other_row_has_quotes_that_stand_in_the_document() -> None:
    result = made(document(*TALK))
    texts = {each.number: each.text for each in result.documents[0].paragraphs}
    rows = [block for block in result.blocks if block.sources and block.kind is BlockKind.ROW and len(block.cells) > 1]
    assert len(rows) == 6
    for row in rows:
        assert row.status is Status.SUPPORTED, row
        assert all(source.quote and source.quote in texts[source.paragraph] for source in row.sources)


@pytest.mark.parametrize(
    ("note", "kept"),
    [
        ("Mötet beslutade att flytta busshållplatsen till norra entrén.", 0),
        ("Mötet beslutade att skyltarna byts vid sjukhuset.", 1),
        ("Regeringen köper flygplan av främmande makt.", 0),
        ("Bo beslutar att skyltarna byts.", 0),
        ("Anna beslutar att skyltarna byts.", 1),
        ("Busshållplatsen vid sjukhuset ska flyttas till norra entrén.", 0),
    ],
)
def test_the_overview_says_nothing_decided_that_is_not(note: str, kept: int) -> None:
    result = made(document(*TALK), lambda prompt: by_question(prompt, note))
    assert len(statements(result)) == kept
    assert [finding.facts for finding in result.findings if finding.code == "overview-left-out"] == [{"count": 1}][
        kept:
    ]


def test_no_part_is_read_twice() -> None:
    source = long()
    engine = ScriptedEngine(by_question)
    session = Session(engine)
    result = carry_out(Job(source, Options("minutes")), session, lambda _event: None)
    parts = len({prompt.split("\n\n")[0] for prompt in engine.prompts})
    text = session.count(Passage(source.paragraphs).text)
    assert parts > 2
    assert len(engine.prompts) == 3 * parts
    instructions = 60 * len(engine.prompts)  # words of the system's turn, of a question, and of the marks
    assert text <= result.provenance.tokens_read <= text + instructions


def test_what_is_read_ahead_is_what_the_job_begins_with() -> None:
    source, session = long(40), Session(ScriptedEngine(by_question))
    read_ahead(Job(source, Options("minutes")), session, lambda _event: None)
    ahead = session.spent.read
    carry_out(Job(source, Options("minutes")), session, lambda _event: None)
    assert ahead > 0
    assert session.spent.read - ahead < session.count(source.text) - ahead / 2


def test_coverage_is_exact_and_a_part_that_fails_is_tried_again_and_named() -> None:
    source, asked = long(), []

    def script(prompt: str) -> str:
        if "ärende 0 " in prompt and "Leta" not in prompt and "Vilka" not in prompt:
            asked.append(prompt)
            return ""
        return by_question(prompt)

    result = made(source, script)
    (failed,) = [finding for finding in result.findings if finding.code == "part-failed"]
    assert len(asked) == 3
    assert failed.facts["first"] == 1
    (out,) = result.coverage.left_out
    assert (out.first, out.last, out.why) == (1, failed.facts["last"], "failed")
    assert result.coverage.paragraphs == len(source.paragraphs) == result.coverage.read + out.last


def test_progress_goes_through_the_parts_and_never_back() -> None:
    events: list[Event] = []
    made(long(), events=events)
    shares = [event.share for event in events if isinstance(event, Progress)]
    assert shares == sorted(shares)
    assert {event.part for event in events if isinstance(event, Progress)} == set(range(1, events[-1].parts + 1))  # type: ignore[union-attr]


def test_the_quick_way_is_the_tables_alone_without_a_model() -> None:
    engine = ScriptedEngine(by_question)
    result = carry_out(Job(document(*TALK), Options("minutes", depth="quick")), Session(engine), lambda _event: None)
    assert (engine.prompts, result.provenance.model, statements(result)) == ([], "", [])
    assert [finding.facts for finding in result.findings if finding.code == "tables-alone"] == [{"reason": "quick"}]


def test_notes_name_their_topics_themselves() -> None:
    source = document(
        "# Möte",
        "Skolan",
        "Vi talade om skolan och om alla barn som går i den.",
        "Vägen",
        "Den är lång och smal. Anna lagar den.",
    )
    engine = ScriptedEngine(by_question)
    result = carry_out(Job(source, Options("minutes")), Session(engine), lambda _event: None)
    assert [row.text for row in rows_under(result, "Ämnen")[1:]] == ["Skolan", "Vägen"]
    assert not [prompt for prompt in engine.prompts if "Vilka ämnen" in prompt]


@pytest.mark.parametrize("language", ["sv", "en"])
def test_the_grammars_allow_what_is_asked_for_and_nothing_else(language: str) -> None:
    rows = (
        [{"art": "beslut", "citat": "Vi höjer taxan."}]
        if language == "sv"
        else [{"kind": "promise", "quote": "I will do so."}]
    )
    marked, topics = expression(marked_grammar(language)), expression(TOPICS)
    for text in ("[]", listed(rows), listed(rows * 5)):
        assert marked.fullmatch(text), text
    for text in ("", "[", listed(rows * 6), '[{"art": "annat", "citat": "Vi höjer taxan."}]', "Visst!"):
        assert not marked.fullmatch(text), text
    assert topics.fullmatch('["Bussen", "Vägen till Ås"]')
    assert not topics.fullmatch('["B"]')


def alone(*lines: str) -> Result:
    return carry_out(Job(document(*lines), Options("minutes")), None, lambda _event: None)


def test_numbered_headings_alone_make_no_formal_minutes() -> None:
    lines = (
        "Anteckningar",
        "1. Skolan",
        "Vi talade om skolan och lokalerna.",
        "2. Vägen",
        "Vi talade om vägen och bron.",
        "3. Övrigt",
        "Anna mejlar Bo.",
    )
    result = alone(*lines)
    assert [row.text for row in rows_under(result, "Beslut")] == ["Inget uttryckligt beslut hittades i texten."]
    assert [row.cells[:2] for row in rows_under(result, "Att göra")[1:]] == [("Anna mejlar Bo.", "Anna")]
    assert not statements(result)


@pytest.mark.parametrize(
    ("lines", "told"),
    [
        (("Rutin för beställning", "Enhetschefen skickar fakturan varje månad."), True),
        (("Minnesanteckningar", "Enhetschefen skickar fakturan."), False),
        (("Om fakturor", "Närvarande: Anna Berg, Bo Ek", "Anna skickar fakturan."), False),
    ],
)
def test_a_text_that_is_from_no_meeting_is_told_as_such(lines: tuple[str, ...], told: bool) -> None:  # noqa: FBT001 - a case
    assert ("perhaps-no-meeting" in [finding.code for finding in alone(*lines).findings]) is told


def test_an_english_document_is_not_read_by_the_swedish_form() -> None:
    lines = (
        "# Notes",
        "§ 1 Budget",
        "The group agreed to adopt the budget of the committee for the year.",
        "§ 2 Roads",
        "Nothing was decided.",
    )
    result = alone(*lines)
    assert result.language == "en"
    assert [row.cells[0] for row in rows_under(result, "Decisions")[1:]] == [
        "The group agreed to adopt the budget of the committee for the year."
    ]


def test_the_headings_are_in_the_language_ordered_and_the_words_the_documents() -> None:
    result = carry_out(Job(document(*TALK), Options("minutes", language="en")), None, lambda _event: None)
    assert [row.cells[0] for row in rows_under(result, "Decisions")[1:]] == ["Då beslutar vi att skyltarna byts."]
    assert "wrong-language" not in [finding.code for finding in result.findings]


def test_topics_of_several_parts_are_each_said_once() -> None:
    said = [
        "Workforce",
        "Workforce planning",
        "Transition",
        "Transitions",
        "Welsh language",
        "Lynne: No, I think that is fine.",
        "Item 3 is papers.",
    ]
    assert distinct(said, "en") == ["Workforce planning", "Transition", "Welsh language"]


def test_a_transcript_without_times_has_no_column_of_them() -> None:
    lines = ("Anna Berg: Då beslutar vi att skyltarna byts.", "Bo Ek: Ja.", "Anna Berg: Bra.", "Bo Ek: Då så.")
    assert [row.cells for row in rows_under(alone(*lines), "Beslut")] == [
        ("Beslut", "Sagt av"),
        ("Då beslutar vi att skyltarna byts.", "Anna Berg"),
    ]
