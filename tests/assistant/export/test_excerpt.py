import io

import docx

from assistant.export import excerpt
from assistant.minutes.read import read
from assistant.wording import Words
from tests.assistant.minutes.make import document

LINES = (
    "# § 1 Dagordning", "## Beslut", "Dagordningen fastställs.",
    "# § 2 Taxa", "Dnr KS 2026/00002", "## Beslut", "- Taxan antas.", "- Den gäller från den 1 juli 2026.", "## Omröstning",
    "Det blir 2 ja-röster mot 1 nej-röst.", "| Ledamot | Ja | Nej |", "| Anna Berg (S) | Ja | |", "## Beslutet skickas till", "Ekonomiavdelningen",
)  # fmt: skip


def written() -> docx.document.Document:
    source = document(*LINES)
    (meeting,) = read(source).meetings
    data = excerpt.render(source, meeting, meeting.sections[1], Words("sv"), organisation="Region Exempel")
    return docx.Document(io.BytesIO(data))


def test_the_section_stands_whole_and_alone() -> None:
    texts = [each.text for each in written().paragraphs]
    start = texts.index("§ 2 Taxa")
    assert texts[start : start + 7] == [
        "§ 2 Taxa", "Dnr KS 2026/00002", "Beslut", "Taxan antas.", "Den gäller från den 1 juli 2026.", "Omröstning",
        "Det blir 2 ja-röster mot 1 nej-röst.",
    ]  # fmt: skip
    assert "Dagordningen fastställs." not in texts
    assert [cell.text for cell in written().tables[0].rows[1].cells][:2] == ["Anna Berg (S)", "Ja"]


def test_it_says_whose_it_is_who_decided_and_who_signs() -> None:
    texts = [each.text for each in written().paragraphs]
    assert texts[:2] == ["Region Exempel", "Kommunstyrelsen"]
    assert "Protokollsutdrag, § 2" in texts
    assert {"Anna Berg (S), ordförande", "Bo Ek (M)", "Cilla Dahl (C)"} <= set(texts)
    assert {"Sekreterare: Eva Falk", "Ordförande: Anna Berg", "Justerare: Bo Ek"} <= set(texts)
    assert any(text.startswith("Utdraget bestyrks av: ____") for text in texts)


def test_the_same_section_gives_the_same_bytes() -> None:
    source = document(*LINES)
    (meeting,) = read(source).meetings
    once, again = (excerpt.render(source, meeting, meeting.sections[0], Words("sv")) for _ in range(2))
    assert once == again
