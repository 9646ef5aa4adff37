from assistant.documents.build import Builder
from assistant.documents.document import ParagraphKind
from assistant.minutes.entries import Act, Entry
from assistant.minutes.hearing import Heard, hear
from tests.assistant.documents.make import document


def heard(*lines: str, language: str = "sv") -> Heard:
    source = document(*lines)
    return hear(source, source.paragraphs, language)


def of(act: Act, *lines: str, language: str = "sv") -> list[Entry]:
    return [entry for entry in heard(*lines, language=language).entries if entry.act is act]


def test_a_label_decides_and_who_answers_for_it_has_something_to_do() -> None:
    lines = ("Beslut: Taxan höjs.", "Ansvarig: Anna Berg", "Klart: 3 juni", "Förslag: Taxan sänks.")
    (decision,) = of(Act.DECISION, *lines)
    assert decision.stated.text == "Taxan höjs."
    (action,) = of(Act.ACTION, *lines)
    assert (action.stated.text, action.who, action.when) == ("Taxan höjs.", "Anna Berg", "3 juni")
    assert [entry.stated.text for entry in of(Act.PROPOSAL, *lines)] == ["Taxan sänks."]


def test_what_stands_under_a_heading_of_tasks_is_to_be_done() -> None:
    lines = ("# Att göra", "Anna: Boka lokal till den 3 juni", "Skriva rapport (Bo)", "Ringa runt.")
    assert [(entry.who, entry.when) for entry in of(Act.ACTION, *lines)] == [
        ("Anna", "till den 3 juni"),
        ("Bo", ""),
        ("", ""),
    ]


def test_an_answer_makes_a_request_an_action() -> None:
    lines = (
        "[0:01] Anna: Kan du ta fram en kostnad till den 3 juni?", "[0:05] Bo: Ja, det gör jag.", "[0:07] Anna: Bra. Kan någon kolla lokalen?",
        "[0:09] Bo: Hur mycket är klockan?",
    )  # fmt: skip
    (action,) = of(Act.ACTION, *lines)
    assert (action.who, action.when, action.exchange[0].text) == ("Bo", "till den 3 juni", "Ja, det gör jag.")
    assert [entry.stated.text for entry in of(Act.REQUEST, *lines)] == ["Kan någon kolla lokalen?"]


def test_a_proposal_that_all_agree_to_is_a_decision_and_one_that_nobody_answers_is_not() -> None:
    lines = (
        "[0:01] Chair: I propose that we adopt the budget. Is that agreed?", "[0:05] Holt: Agreed.", "[0:08] Cole: I propose that we close.",
        "[0:09] Chair: Not today.",
    )  # fmt: skip
    (decision,) = of(Act.DECISION, *lines, language="en")
    assert decision.stated.text == "I propose that we adopt the budget."
    assert [entry.stated.text for entry in of(Act.PROPOSAL, *lines, language="en")] == ["I propose that we close."]


def test_a_question_is_open_when_its_answer_says_so() -> None:
    lines = (
        "[0:01] Anna: Vem betalar?", "[0:03] Bo: Det vet vi inte än.", "[0:05] Anna: När öppnar det?", "[0:07] Bo: I maj.",
    )  # fmt: skip
    (question,) = of(Act.QUESTION, *lines)
    assert (question.stated.text, question.exchange[0].text) == ("Vem betalar?", "Det vet vi inte än.")


def test_in_notes_a_question_that_ends_a_paragraph_has_no_answer() -> None:
    lines = (
        "Hur betalar man? Anna svarade att det går med kort.",
        "Vem städar?",
        "Bo undrade om jouren. Frågan är öppen.",
    )
    assert [entry.stated.text for entry in of(Act.QUESTION, *lines)] == [
        "Vem städar?",
        "Bo undrade om jouren. Frågan är öppen.",
    ]


def test_who_took_part_is_listed_or_speaks() -> None:
    listed = heard("Närvarande: Anna Berg, Bo Ek. Frånvarande: Cilla Dahl", "Vi talade.")
    assert [(person.name, person.role.value) for person in listed.people] == [
        ("Anna Berg", "member"), ("Bo Ek", "member"), ("Cilla Dahl", "absent"),
    ]  # fmt: skip
    talk = heard("[0:01] Anna: Hej.", "[0:02] Bo: Hej.", "[0:03] Anna: Ja.")
    assert [speaker.text for speaker in talk.speakers] == ["Anna", "Bo"]


def test_a_row_of_a_table_of_tasks_has_its_columns_also_where_one_is_empty() -> None:
    builder = Builder()
    for cells in (("Åtgärd", "Ansvarig", "Klart"), ("Boka", "Anna", "3 juni"), ("Ringa", "Bo"), ("Skriva", "v. 43")):
        builder.add("", ParagraphKind.ROW, cells=cells)
    source = builder.finish("x.docx", "docx")
    found = [(entry.stated.text, entry.who, entry.when) for entry in hear(source, source.paragraphs, "sv").entries]
    assert found == [("Boka", "Anna", "3 juni"), ("Ringa", "Bo", ""), ("Skriva", "", "v. 43")]


def test_the_sentences_are_all_there_with_their_headings() -> None:
    said = heard(
        "# Möte", "Skolan", "Vi talade om skolan. Den är bra.", "2. Vägen", "Den är lång och smal och behöver lagas."
    ).said
    assert [(each.text, each.under) for each in said] == [
        ("Vi talade om skolan.", "Skolan"), ("Den är bra.", "Skolan"), ("Den är lång och smal och behöver lagas.", "Vägen"),
    ]  # fmt: skip
