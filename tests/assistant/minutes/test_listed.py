from tests.assistant.minutes.make import reading

HEADS = "| § | Ärende | Beslut |"


def test_each_row_of_a_table_of_decisions_is_a_section() -> None:
    (meeting,) = reading(
        HEADS, "| 4 | Taxa | Taxan antas. |", "| 5 | Avtal | Styrelsen föreslår fullmäktige att anta det. |"
    ).meetings
    assert [(each.number, each.title) for each in meeting.sections] == [(4, "Taxa"), (5, "Avtal")]
    assert [point.stated.text for point in meeting.sections[0].decisions] == ["Taxan antas."]
    assert not meeting.sections[1].decisions
    assert len(meeting.sections[1].proposals) == 1


def test_a_table_of_contents_is_none() -> None:
    (meeting,) = reading(
        "| § | Ärende | Beslut | Sida |", "| 4 | Taxa | Ja | 3 |", "# § 4 Taxa", "# Beslut", "Taxan antas."
    ).meetings
    assert [each.number for each in meeting.sections] == [4]
    assert len(meeting.sections[0].decisions) == 1
