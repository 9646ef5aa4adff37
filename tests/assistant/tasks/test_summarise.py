import pytest

from assistant.documents.document import Document
from assistant.engine.scripted import ScriptedEngine
from assistant.engine.session import Session
from assistant.errors import ModelMissing, Stopped, UsageError
from assistant.job import Job, carry_out
from assistant.tasks.options import Options
from assistant.tasks.task import BlockKind, Result, Status
from assistant.worker.messages import Event, Progress
from tests.assistant.documents.make import document

SHORT = document(
    "# Kortare tider i färdtjänsten",
    "Nämnden godkänner handlingsplanen för kortare tider i färdtjänsten och ger förvaltningen i uppdrag att följa den.",
    "Tiden har ökat tre år i rad, från fem veckor till åtta veckor, och många sökande har klagat på väntan.",
    header="Region Exempel",
)
NOTE = "Delen handlar om avtalet och nämnden godkänner det."
LAST = "Dokumentet gäller avtalet om resor. Nämnden godkänner avtalet med leverantören."


def long(paragraphs: int = 200) -> Document:
    return document(
        *(
            f"Ärende {n}. Nämnden godkänner avtalet om resor med leverantören i område {n} under året."
            + " Mer text följer här." * 12
            for n in range(paragraphs)
        )
    )


def made(source: Document, answers: object, events: list[Event] | None = None, **options: str) -> Result:
    session = Session(ScriptedEngine(answers))  # type: ignore[arg-type]
    return carry_out(Job(source, Options(**options)), session, (events if events is not None else []).append)


def by_prompt(prompt: str) -> str:
    return NOTE if is_for_a_part(prompt) else LAST


def is_for_a_part(prompt: str) -> bool:
    return "tre korta meningar" in prompt.rsplit("\n\n", maxsplit=1)[-1]


def is_exact(result: Result) -> bool:
    coverage = result.coverage
    left_out = sum(run.last - run.first + 1 for run in coverage.left_out)
    return coverage.paragraphs == len(result.documents[0].paragraphs) == coverage.read + left_out


def test_a_short_document_is_read_in_one_pass_and_headers_are_named_as_left_out() -> None:
    result = made(SHORT, [LAST])
    assert is_exact(result)
    assert [(run.first, run.last, run.why) for run in result.coverage.left_out] == [(1, 1, "header")]
    assert result.provenance.prompt == "summarise/general@1"
    assert result.provenance.tokens_read > 0


def test_the_summary_begins_with_the_documents_own_weightiest_sentence() -> None:
    first = made(SHORT, [LAST]).blocks[0]
    assert first.text in SHORT.text
    assert first.status is Status.SUPPORTED


@pytest.mark.parametrize("kind", ["general", "plain"])
def test_every_part_of_a_long_document_is_read(kind: str) -> None:
    engine = ScriptedEngine(by_prompt)
    result = carry_out(Job(long(), Options(kind)), Session(engine), lambda _event: None)
    assert is_exact(result)
    assert result.coverage.read == result.coverage.paragraphs
    parts = [prompt for prompt in engine.prompts if is_for_a_part(prompt)]
    assert len(parts) > 3
    assert all(any(f"Ärende {n}. " in prompt for prompt in parts) for n in range(200))
    if kind == "plain":  # which is written anew, from all notes
        assert engine.prompts[-1].count(NOTE) == len(parts)


def test_every_part_has_its_say_in_the_summary_of_a_long_document() -> None:
    subjects = [
        "skolan",
        "vården",
        "vägarna",
        "vattnet",
        "parken",
        "biblioteket",
        "bussarna",
        "badhuset",
        "hamnen",
        "torget",
    ]
    notes = [f"Nämnden beslutar om {subject} och vad som följer." for subject in subjects]
    engine = ScriptedEngine(notes)
    blocks = carry_out(Job(long(), Options()), Session(engine), lambda _event: None).blocks
    assert 3 < len(engine.prompts) < len(notes)
    texts = [block.text for block in blocks]
    assert texts[0] in long().text
    assert texts[1:] == notes[: len(engine.prompts)][: len(texts) - 1]


@pytest.mark.parametrize(
    "who", ["Anna Berg (S)", "Hon. Mary Ng (Minister)", "Right Hon. Justin Trudeau", "ORDFÖRANDEN"]
)
def test_what_was_said_at_a_meeting_is_opened_by_the_model(who: str) -> None:
    talk = document(*(f"{who}: Vi godkänner avtal {n} om resor i år." + " Mer text följer." * 60 for n in range(60)))
    engine = ScriptedEngine(by_prompt)
    result = carry_out(Job(talk, Options()), Session(engine), lambda _event: None)
    assert result.blocks[0].text == LAST.partition(". ")[0] + "."
    assert engine.prompts[-1].count(NOTE) == len(engine.prompts) - 1
    assert "summarise/opening@1" in result.provenance.prompt


def test_hundreds_of_notes_are_condensed_in_levels() -> None:
    engine = ScriptedEngine(by_prompt, context=2_000)
    result = carry_out(Job(long(900), Options("plain")), Session(engine), lambda _event: None)
    assert result.coverage.read == result.coverage.paragraphs
    assert all(len(prompt.split()) < 2_000 for prompt in engine.prompts)


def test_a_part_that_fails_is_tried_again_and_then_named() -> None:
    def script(prompt: str) -> str:
        return "" if "Ärende 3. " in prompt and is_for_a_part(prompt) else by_prompt(prompt)

    engine = ScriptedEngine(script)
    result = carry_out(Job(long(), Options()), Session(engine), lambda _event: None)
    assert is_exact(result)
    failed = [finding for finding in result.findings if finding.code == "part-failed"]
    assert len(failed) == 1
    assert [(run.first, run.last) for run in result.coverage.left_out if run.why == "failed"] == [
        (failed[0].facts["first"], failed[0].facts["last"])
    ]
    assert sum("Ärende 3. " in prompt and is_for_a_part(prompt) for prompt in engine.prompts) == 3


def test_an_answer_that_says_the_instruction_again_is_none() -> None:
    engine = ScriptedEngine(lambda prompt: prompt.rsplit("\n\n", maxsplit=1)[-1].split("<|im_end|>")[0])
    result = carry_out(Job(long(), Options("plain")), Session(engine), lambda _event: None)
    assert "no-answer" in {finding.code for finding in result.findings}
    assert "part-failed" in {finding.code for finding in result.findings}
    assert all(block.text in long().text for block in result.blocks)


def test_the_quick_way_reads_once_and_says_what_it_left() -> None:
    engine = ScriptedEngine([LAST])
    result = carry_out(Job(long(), Options(depth="quick")), Session(engine), lambda _event: None)
    assert len(engine.prompts) == 1
    assert is_exact(result)
    assert result.coverage.weighed == 200
    assert 0 < result.coverage.read < 100
    assert {run.why for run in result.coverage.left_out} == {"quick"}


def test_an_extract_needs_no_model_and_is_its_own_source() -> None:
    result = carry_out(Job(SHORT, Options(kind="extract", length="long")), None, lambda _event: None)
    assert result.blocks
    for block in result.blocks:
        assert block.sources[0].quote == block.text
        assert block.text in SHORT.text
    assert result.provenance.model == ""
    assert not result.findings


def test_everything_else_needs_a_model() -> None:
    with pytest.raises(ModelMissing):
        carry_out(Job(SHORT, Options()), None, lambda _event: None)


def test_an_answer_in_the_wrong_language_is_asked_for_again() -> None:
    english = "The committee approves the plan for shorter times and the administration has been told that it should follow it."
    engine = ScriptedEngine([english, LAST])
    result = carry_out(Job(SHORT, Options()), Session(engine), lambda _event: None)
    assert len(engine.prompts) == 2
    assert "wrong-language" not in {finding.code for finding in result.findings}
    assert "wrong-language" in {finding.code for finding in made(SHORT, [english], kind="plain").findings}


def test_bullets_are_items_and_what_repeats_is_said_once() -> None:
    result = made(
        SHORT,
        ["- Nämnden godkänner planen.\n- Tiden har ökat tre år i rad.\n- Nämnden godkänner planen."],
        kind="bullets",
        length="long",
    )
    assert [(block.kind, block.text) for block in result.blocks] == [
        (BlockKind.ITEM, "Nämnden godkänner planen."), (BlockKind.ITEM, "Tiden har ökat tre år i rad."),
    ]  # fmt: skip


def test_a_sentence_that_was_torn_off_is_left_out() -> None:
    answer = "Planen gäller färdtjänsten. " + "Den innehåller " + "mycket " * 600
    assert made(SHORT, [answer], kind="plain").blocks[-1].text == "Planen gäller färdtjänsten."


def test_progress_never_goes_back_and_a_stop_is_obeyed() -> None:
    events: list[Event] = []
    made(long(), by_prompt, events)
    shares = [event.share for event in events if isinstance(event, Progress)]
    assert shares == sorted(shares)
    assert 0.5 < shares[-1] <= 1
    asked = iter([False] * 30)
    session = Session(ScriptedEngine(by_prompt), stopping=lambda: next(asked, True))
    with pytest.raises(Stopped):
        carry_out(Job(long(), Options()), session, lambda _event: None)


@pytest.mark.parametrize("option", [{"kind": "poem"}, {"length": "huge"}, {"depth": "deep"}, {"language": "fi"}])
def test_an_option_that_there_is_not_is_refused(option: dict[str, str]) -> None:
    with pytest.raises(UsageError):
        Options(**option)


def test_a_model_that_gives_no_answer_leaves_the_documents_own_words() -> None:
    result = made(SHORT, [""], kind="plain")
    assert result.blocks
    assert all(block.text in SHORT.text for block in result.blocks)
    assert [finding.code for finding in result.findings] == ["no-answer"]
