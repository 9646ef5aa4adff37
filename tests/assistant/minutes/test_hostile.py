import pytest

from assistant.documents.document import Document, Paragraph
from assistant.tasks.minutes import minutes

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
    result = minutes(document)
    out = sum(run.last - run.first + 1 for run in result.coverage.left_out)
    assert result.coverage.read + out == len(lines)
