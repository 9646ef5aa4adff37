from assistant.documents.build import Builder
from assistant.minutes.pages import furniture
from tests.assistant.minutes.make import only, reading


def test_heads_of_several_lines_are_told_from_the_text_around_them() -> None:
    builder = Builder()
    lines = [
        "Regionstyrelsen", "2026-01-28", "§ 1 Taxa", "Beslut", "Taxan antas.", "Regionstyrelsen", "2026-01-28", "2 (3)",
        "§ 2 Val", "Beslut", "Bo Ek väljs.", "Skickas till", "Regionstyrelsen",
    ]  # fmt: skip
    for line in lines:
        builder.add(line)
    dropped = furniture(builder.finish("a.txt", "txt").paragraphs)
    assert [line for n, line in enumerate(lines, 1) if n not in dropped] == [*lines[:5], *lines[8:]]


def test_a_list_of_votes_after_the_last_paragraph_says_who_voted_there() -> None:
    found = reading(
        "# § 1 Taxa", "## Beslut", "Taxan antas.", "## Omröstning", "Det blir 2 ja-röster och 1 nej-röst.", "# § 2 Val", "## Beslut", "Bo Ek väljs.",
        "Omröstningslista nr 1", "§ 1 Taxa", "| Ledamot | Ja | Nej |", "| Anna Berg (S) | X | |", "| Bo Ek (M) | | X |", "| Cilla Dahl (C) | X | |",
    )  # fmt: skip
    first, second = found.meetings[0].sections
    assert [name for name, _ in first.ballots[0].names] == ["Anna Berg", "Bo Ek", "Cilla Dahl"]
    assert [point.stated.text for point in second.points] == ["Bo Ek väljs."]
    assert found.appendix == ()


def test_a_vote_is_counted_from_its_table_where_nothing_else_says_it() -> None:
    (ballot,) = only(
        "# § 1 Taxa", "## Beslut", "Taxan antas.", "## Omröstning",
        "| Ledamot | Ja | Nej |", "| Anna Berg (S) | X | |", "| Bo Ek (M) | | X |", "| Summa | 1 | 1 |",
    ).ballots  # fmt: skip
    assert (ballot.yes, ballot.no, ballot.abstained) == (1, 1, 0)
