import pytest

from assistant.documents.document import Paragraph
from assistant.minutes.headings import kind_of
from assistant.minutes.labels import label_of
from assistant.minutes.protokoll import PartKind
from tests.assistant.minutes.make import only


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Utskottets ställningstagande", PartKind.DECISION),
        ("Fattat beslut", PartKind.DECISION),
        ("Beslut i ärendet", PartKind.DECISION),
        ("Kultur- och fritidsnämndens beslut", PartKind.DECISION),
        ("Tidigare fattade beslut", PartKind.EARLIER),
        ("Inkomna yrkanden", PartKind.MOTIONS),
        ("Avvikande mening", PartKind.RESERVATION),
    ],
)
def test_the_noun_of_a_heading_says_what_stands_under_it(text: str, kind: PartKind) -> None:
    found = kind_of(text)
    assert found is not None
    assert found[0] is kind


@pytest.mark.parametrize(
    "text", ["Beslut om taxa", "Överklagat länsrättsligt beslut", "Delegationsbeslut", "Nytt avtal"]
)
def test_a_decision_about_something_is_a_title_and_no_label(text: str) -> None:
    assert kind_of(text) is None


def test_what_stands_under_an_officers_title_is_that_officers_proposal() -> None:
    section = only(
        "# STST 4 § Understöd", "STADSDIREKTÖREN:", "Styrelsen avslår anhållan.", "BESLUT:", "Anhållan beviljas."
    )
    assert [point.stated.text for point in section.points] == ["Anhållan beviljas."]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Beslut (omedelbar justering)", PartKind.DECISION),
        ("Kommunstyrelsen för egen del", PartKind.DECISION),
        (
            "Kommunstyrelsens eget beslut, under förutsättning att kommunfullmäktige bifaller förslaget",
            PartKind.DECISION,
        ),
        ("Nämnden beslutar enligt följande", PartKind.DECISION),
        ("Yrkanden och propositionsordning", PartKind.MOTIONS),
        ("Reservationer och särskilda yttranden", PartKind.RESERVATION),
        ("Propositionsordning som godkänns", PartKind.PROCEDURE),
        ("Kommunstyrelsen föreslår att kommunfullmäktige beslutar följande", PartKind.PROPOSAL),
    ],
)
def test_labels_of_two_words_or_with_a_condition_are_known(text: str, kind: PartKind) -> None:
    found = label_of(Paragraph(1, text))
    assert found is not None
    assert found.kind is kind
