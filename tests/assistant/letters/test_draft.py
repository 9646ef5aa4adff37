"""A draft is whole without a model; what is missing is visible, and what the letter asks is followed up."""

from assistant.letters.draft import begin
from assistant.letters.known import Given
from assistant.letters.read import kinds, load
from assistant.letters.understood import understand
from assistant.tasks.task import Block, BlockKind, Origin, Status
from tests.assistant.letters.make import TODAY, reply


def texts(draft: object) -> list[str]:
    return [block.text for block in draft.blocks]  # type: ignore[attr-defined]


def test_the_program_writes_all_that_needs_no_model() -> None:
    draft = begin(reply())
    assert draft.title == "Svar om din ansökan om färdtjänst"
    assert "Tack för ditt brev den 2 mars 2026 om din ansökan om färdtjänst." in texts(draft)
    assert "Beslut senast 30 april 2026." in texts(draft)
    assert draft.waiting == ("answer",)
    assert not draft.is_open


def test_every_filled_field_has_a_source() -> None:
    draft = begin(reply())
    said = next(block for block in draft.blocks if block.text.startswith("Tack"))
    assert {source.quote for source in said.sources} == {
        "2026-03-02",
        "Angående min ansökan om färdtjänst, dnr 2026-00417",
    }


def test_a_missing_fact_is_visible_and_stops_the_letter_until_it_is_left() -> None:
    understood = reply(sender_name=(), answer=())
    draft = begin(understood)
    assert "[UPPGIFT SAKNAS: svar]" in texts(draft)
    assert any("[UPPGIFT SAKNAS: handläggare]" in text for text in texts(draft))
    assert draft.is_open
    assert {each.facts["field"] for each in draft.result().findings if each.code == "fact-missing"} == {
        "Svar",
        "Handläggare",
    }
    left = begin(understood.without(["sender_name", "answer"]))
    assert not left.is_open
    assert "[UPPGIFT SAKNAS: svar]" in texts(left)
    assert "[MISSING: answer]" in texts(begin(reply(language="en", answer=())))


def test_a_mark_that_a_person_types_stops_the_letter_too() -> None:
    draft = begin(reply())
    block = Block(BlockKind.STATEMENT, "Beslut kommer [UPPGIFT SAKNAS: datum].", status=Status.NOT_CHECKED)
    assert draft.edited("answer", [block]).is_open


def test_an_optional_fact_that_is_not_known_takes_its_sentence_with_it() -> None:
    contact = next(text for text in texts(begin(reply())) if "kontakta" in text)
    assert "Telefon" not in contact
    assert "Telefon: 019-1" in next(text for text in texts(begin(reply(phone=("019-1",)))) if "kontakta" in text)


def test_each_question_is_followed_up() -> None:
    status = {each.asked.text.split("?")[0].split(",")[0]: each.status for each in begin(reply()).answers}
    assert status["När får jag ett beslut"] == "answered"
    assert status["Jag undrar också om jag behöver skicka in ett nytt läkarintyg."] == "answered"
    assert status["Kan jag ta med min rullator i bilen"] == "unanswered"
    assert status["PS."] == "unanswered" if "PS." in status else True
    codes = [each.code for each in begin(reply()).result().findings]
    assert codes.count("asked-unanswered") == 3


def test_the_answer_is_not_the_sentence_that_names_the_matter() -> None:
    draft = begin(reply(answer=("vi återkommer",)))
    assert all(each.block is None for each in draft.answers)


def test_corrections_keep_the_wording_of_what_is_the_same() -> None:
    draft = begin(reply())
    worded = draft.edited("answer", [Block(BlockKind.STATEMENT, "Du får beslut senast den 30 april 2026.")])
    anew = worded.anew(worded.understood.with_values("sender_name", ["Bo Ek"]))
    assert "Du får beslut senast den 30 april 2026." in texts(anew)
    assert any("Bo Ek" in text for text in texts(anew))
    other = worded.anew(worded.understood.with_values("answer", ["Vi vet inte än"]))
    assert "Vi vet inte än." in texts(other)


def test_every_type_shows_what_is_missing_in_both_languages() -> None:
    for kind in kinds():
        for language, mark in (("sv", "[UPPGIFT SAKNAS: "), ("en", "[MISSING: ")):
            draft = begin(understand(kind, [], Given(), language=language, today=TODAY))
            text = "\n".join(texts(draft))
            assert draft.is_open, kind.id
            assert mark in text, kind.id
            assert draft.title


def test_the_decision_that_a_person_chose_is_told_with_how_to_appeal() -> None:
    facts = {
        "recipient": ("Anna Lindqvist",), "case_number": ("2026-00417",), "outcome": ("avslag",), "application_date": ("2026-01-12",),
        "decision": ("Regionen avslår ansökan om färdtjänst.",), "decided_by": ("Eva Holm, enhetschef",), "decision_date": ("2026-03-04",),
        "reasons": ("du kan åka buss själv enligt utredningen den 2 februari 2026",), "court": ("Förvaltningsrätten i Karlstad",),
        "appeal_to": ("Region Örebro län, Färdtjänstenheten",), "sender_name": ("Karin Ek",), "organisation": ("Region Örebro län",),
    }  # fmt: skip
    draft = begin(understand(load("fardtjanst"), [], Given(facts), today=TODAY))
    text = "\n".join(texts(draft))
    assert "Vi har beslutat att avslå din ansökan om färdtjänst." in text
    assert "bifalla" not in text
    assert "7 § lagen (1997:736) om färdtjänst" in text
    assert "inom tre veckor från den dag då du fick del av beslutet" in text
    assert "inte domstolen som ska ha det" in text
    assert not draft.is_open
    granted = begin(understand(load("fardtjanst"), [], Given({**facts, "appeal": ("nej",)}), today=TODAY))
    assert "överklaga" not in "\n".join(texts(granted))


def test_a_review_by_a_named_person_is_undone_by_a_change() -> None:
    draft = begin(reply()).reviewed(" Karin  Ek ")
    assert draft.reviewed_by == "Karin Ek"
    assert draft.edited("answer", []).reviewed_by == ""


def test_a_paragraph_that_is_changed_is_looked_up_anew() -> None:
    draft = begin(reply())
    changed = draft.reworded("answer", 0, "Du får beslut senast den 30 april 2026.")
    block = changed.blocks[draft.place("answer")]
    assert (block.text, block.origin, bool(block.sources)) == (
        "Du får beslut senast den 30 april 2026.",
        Origin.HAND,
        True,
    )
    invented = draft.reworded("answer", 0, "Du får beslut den 3 maj 2026 av Bo Rask.")
    codes = {each.code for each in invented.result().findings if each.block == draft.place("answer")}
    assert {"date-not-in-source", "name-not-in-source"} <= codes
    assert len(draft.reworded("answer", 0, "").blocks) == len(draft.blocks) - 1


def test_a_letter_in_the_other_language_has_its_fixed_sentences_and_waits_for_the_rest() -> None:
    draft = begin(reply(answer=("Du får ett beslut om din ansökan senast den 30 april 2026.",)))
    english = draft.into("en")
    assert english.title == "Reply about din ansökan om färdtjänst"
    assert english.waiting == ("answer",)
    assert english.writing("answer").language == "en"
    codes = [each.code for each in english.result().findings]
    assert {"letter-translated", "letter-value-as-it-was", "wrong-language"} <= set(codes)
    assert english.answers == ()


def test_a_list_in_another_language_than_the_letter_waits_too() -> None:
    facts = {"needed": ("Läkarintyg som är högst sex månader gammalt", "Uppgift om hur långt du kan gå på plan mark")}
    english = begin(understand(load("komplettering"), [], Given(facts), language="en", today=TODAY))
    swedish = begin(understand(load("komplettering"), [], Given(facts), today=TODAY))
    assert (english.waiting, swedish.waiting) == (("needed",), ())


def test_what_the_letter_rests_on_is_one_document_for_a_change() -> None:
    basis = begin(reply()).basis
    assert "beslut senast 30 april 2026" in basis.text
    assert "rullator" in basis.text


def test_a_decision_letter_is_checked_for_what_the_law_asks() -> None:
    facts = {
        "recipient": ("Anna Lindqvist",), "case_number": ("2026-00417",), "outcome": ("avslag",), "application_date": ("2026-01-12",),
        "decision": ("Regionen avslår din ansökan om färdtjänst.",), "decided_by": ("Eva Holm, enhetschef",),
        "decision_date": ("2026-03-04",), "court": ("Förvaltningsrätten i Karlstad",), "sender_name": ("Karin Ek",),
        "reasons": ("du kan åka buss själv, enligt ditt läkarintyg den 2 februari 2026",), "organisation": ("Region Örebro län",),
        "appeal_to": ("Region Örebro län, Färdtjänstenheten",),
    }  # fmt: skip

    def codes(**more: tuple[str, ...]) -> list[str]:
        draft = begin(understand(load("fardtjanst"), [], Given({**facts, **more}), today=TODAY))
        return [each.code for each in draft.result().findings if each.code.startswith("decision-")]

    assert codes() == []
    assert codes(law=("13 § lagen (1997:736) om färdtjänst",)) == ["decision-statute-gone"]
    assert "decision-no-appeal" in codes(appeal=("nej",))
    hidden = codes(names_left_out=("ja",), decided_by=())
    assert "decision-no-maker" not in hidden
