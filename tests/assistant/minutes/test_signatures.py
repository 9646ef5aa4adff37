from assistant.documents.build import Builder
from assistant.minutes.signatures import role_first, signature


def paired(*lines: str) -> list[str]:
    builder = Builder()
    for line in lines:
        builder.add(line)
    return [each.text for each in role_first(builder.finish("a.txt", "txt").paragraphs)]


def test_a_name_above_its_role_is_put_after_it() -> None:
    assert paired("Justeras den 6 maj", "Anna Berg", "Ordförande", "Bo Ek (M)", "Justerare") == [
        "Justeras den 6 maj", "Ordförande: Anna Berg", "Justerare: Bo Ek (M)",
    ]  # fmt: skip


def test_a_name_under_its_role_stays() -> None:
    lines = ["Sekreterare", "Eva Falk", "Ordförande", "Anna Berg", "Justerare", "Bo Ek"]
    assert paired(*lines) == lines


def test_a_line_says_who_signs_and_as_what() -> None:
    assert signature("Anna Berg (S), ordförande") == ("chair", "Anna Berg")
    assert signature("Eva Falk, sekreterare") == ("secretary", "Eva Falk")
    assert signature("Anna Berg, ekonom") == ("", "")
