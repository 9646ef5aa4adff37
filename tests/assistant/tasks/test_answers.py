import pytest

from assistant.tasks.answers import bare, beyond, inline, unechoed, whole

PROMPT = "Avtalet gäller resor.\n\nSammanfatta texten ovan i tre korta meningar. Använd textens egna ord."


def test_a_torn_end_is_taken_away() -> None:
    assert whole("Nämnden godkände avtalet. Den beslutade också att") == "Nämnden godkände avtalet."
    assert whole("- Första punkten\n- Andra punkt") == "- Första punkten"


def test_a_long_list_that_was_torn_off_ends_at_its_last_comma() -> None:
    torn = "Nämnden tackade " + ", ".join(f"personalen vid enhet {n}" for n in range(10)) + ", och dessutom de"
    assert whole(torn).endswith("enhet 9.")
    assert whole("Ett kort svar, utan") == "Ett kort svar, utan"


def test_the_instruction_said_again_is_taken_away_and_the_documents_words_are_kept() -> None:
    assert not unechoed("Sammanfatta texten ovan i tre korta meningar. Använd textens egna ord.", PROMPT)
    assert unechoed("Avtalet gäller resor. Använd textens egna ord.", PROMPT) == "Avtalet gäller resor."
    assert (
        unechoed("- Avtalet gäller resor.\n- Det gäller i år.", PROMPT) == "- Avtalet gäller resor.\n- Det gäller i år."
    )


def test_what_the_lead_has_said_is_not_said_again() -> None:
    lead = "Nämnden godkänner avtalet om resor med färdtjänst."
    answer = "Nämnden godkänner avtalet om resor. Taxan höjs från januari. Förvaltningen följer upp."
    assert beyond(answer, lead, 1, "sv") == "Taxan höjs från januari."


@pytest.mark.parametrize(
    ("sentence", "left"),
    [
        ("The document also discusses the plan for 2026.", "The plan for 2026."),
        ("Delen handlar om avtalet och nämnden godkänner det.", "Avtalet och nämnden godkänner det."),
        ("Texten handlar om att bygga vidare.", "Texten handlar om att bygga vidare."),
        ("Nämnden godkänner avtalet.", "Nämnden godkänner avtalet."),
    ],
)
def test_words_that_say_only_that_the_document_says_it_go(sentence: str, left: str) -> None:
    assert bare(sentence) == left


def test_a_list_in_a_note_loses_its_marks_but_no_words() -> None:
    assert (
        inline("Topics include:\n1. Masks.\n2. Tests in 2026. 3. Travel.")
        == "Topics include: Masks. Tests in 2026. Travel."
    )
    assert inline("Beslut: 1. Avtalet godkänns.") == "Beslut: Avtalet godkänns."
    assert inline("Det kostar 12 kr. 5 000 kr återstår.") == "Det kostar 12 kr. 5 000 kr återstår."
