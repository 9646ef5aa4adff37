import pytest

from assistant.documents.document import Document, Paragraph
from assistant.minutes.hearing import hear
from assistant.tasks.minutes import minutes
from assistant.tasks.options import Options

#: Words that patterns begin with, again and again in one paragraph: a pattern that goes back over all of it would take hours.
TOKENS = (
    "a-",
    "Anna Berg ",
    "noterar ",
    "nästa möte ",
    "lägger ",
    "7 ja ",
    "föreslår att ",
    "nämnden ",
    "§ 1 ",
    "Till valdes ",
    "- och a",
)


@pytest.mark.parametrize("token", TOKENS)
def test_no_text_makes_the_reader_go_round(token: str) -> None:
    """Ten times as much took under four seconds; without bounds in the patterns this would never end."""
    long = token * (10_000 // len(token))
    lines = (
        "Plats och tid: X",
        f"Beslutande: {long}",
        long,
        "§ 1 Taxa",
        "Beslut",
        long,
        "Omröstning",
        long,
        "Reservation",
        long,
    )
    document = Document("x.txt", "txt", tuple(Paragraph(number, text) for number, text in enumerate(lines, 1)))
    result = minutes(document, Options("minutes"), None, lambda _event: None)
    out = sum(run.last - run.first + 1 for run in result.coverage.left_out)
    assert result.coverage.read + out == len(lines)


#: The same for notes and talk, in both languages.
SAID = (
    "Vi beslutar ", "vi vi ", "Anna och Bo, ", "Anna Berg ska ", "kan du, Anna, ", "Beslut: ", "0:15 Anna: ", "nästa möte ", "den 3 maj ",
    "the new group ", "we agreed ", "could you, Tom, ", "Tom and Sara will ", "I propose that ", "next meeting ", "the end of the ",
)  # fmt: skip


@pytest.mark.parametrize("token", SAID)
@pytest.mark.parametrize("language", ["sv", "en"])
def test_no_text_makes_the_listener_go_round(token: str, language: str) -> None:
    long = token * (10_000 // len(token))
    lines = ("Närvarande: Anna Berg, Tom Ashe", long, f"Anna: {long}", f"0:01 Tom: {long}", f"{long}?")
    paragraphs = tuple(Paragraph(number, text) for number, text in enumerate(lines, 1))
    document = Document("x.txt", "txt", paragraphs)
    assert {each.paragraph for each in hear(document, paragraphs, language).said} == set(range(1, len(lines) + 1))
