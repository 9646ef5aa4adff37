"""A wording is put in exactly where the old words stand, or not at all."""

import dataclasses

from assistant.documents.document import Document, Paragraph, ParagraphKind
from assistant.review.apply import applied, fits, replaced
from assistant.review.remark import Remark, Rule
from assistant.review.review import of_text, review


def remark(text: str, old: str, new: str) -> Remark:
    start = text.index(old)
    return Remark(Rule.OLD_WORD, 1, None, start, start + len(old), old, {}, new)


def test_wordings_are_put_in_where_they_belong_in_any_order() -> None:
    text = "Du skall erhålla svar, och du skall erhålla det snart."
    remarks = [each for each in review(of_text(text)).remarks if each.proposal]
    assert len(remarks) == 4
    new, left = replaced(text, remarks[::-1])
    assert new == "Du ska få svar, och du ska få det snart."
    assert left == []


def test_only_what_is_accepted_is_changed() -> None:
    text = "Du skall erhålla svar, och du skall erhålla det snart."
    remarks = [each for each in review(of_text(text)).remarks if each.proposal]
    assert replaced(text, remarks[3:])[0] == "Du skall erhålla svar, och du skall få det snart."


def test_a_place_whose_words_have_changed_is_left() -> None:
    text = "Du skall svara."
    wanted = remark(text, "skall", "ska")
    assert not fits("Du måste svara.", wanted)
    assert replaced("Du måste svara.", [wanted]) == ("Du måste svara.", [wanted])
    assert replaced("Du", [wanted]) == ("Du", [wanted])


def test_of_two_that_overlap_one_is_put_in_and_the_other_told() -> None:
    text = "i enlighet med reglerna"
    whole, part = remark(text, "i enlighet med", "enligt"), remark(text, "enlighet", "x")
    new, left = replaced(text, [whole, part])
    assert new == "i x med reglerna"
    assert left == [whole]


def test_a_remark_without_a_wording_changes_nothing() -> None:
    text = "Det beslutas här."
    wanted = dataclasses.replace(remark(text, "beslutas", "x"), proposal="")
    assert replaced(text, [wanted]) == (text, [wanted])


def test_a_document_keeps_all_else_and_its_rows_keep_their_columns() -> None:
    row = Paragraph(
        2, "Samtliga resor | skall betalas", ParagraphKind.ROW, cells=("Samtliga resor", "", "skall betalas")
    )
    document = Document("a.txt", "txt", (Paragraph(1, "Vi skall svara."), row, Paragraph(3, "Slut.")))
    changed, left = applied(document, [each for each in review(document).remarks if each.proposal])
    assert [paragraph.text for paragraph in changed.paragraphs] == [
        "Vi ska svara.",
        "Alla resor | ska betalas",
        "Slut.",
    ]
    assert changed.paragraphs[1].cells == ("Alla resor", "", "ska betalas")
    assert left == []
    elsewhere = dataclasses.replace(remark("Vi skall svara.", "skall", "ska"), paragraph=9)
    assert applied(document, [elsewhere]) == (document, [elsewhere])
