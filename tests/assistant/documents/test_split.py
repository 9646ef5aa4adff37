import random

import pytest

from assistant.documents.split import line, split
from tests.assistant.documents.make import document


def count(text: str) -> int:
    return len(text.split()) + text.count("\n")


@pytest.mark.parametrize("seed", range(30))
def test_every_word_is_in_some_passage_in_order_and_none_is_too_long(seed: int) -> None:
    chance = random.Random(seed)
    texts = [
        ("# " if chance.random() < 0.2 else "")
        + " ".join(
            f"w{chance.randrange(999)}{'.' if chance.random() < 0.2 else ''}"
            for _ in range(chance.choice([3, 12, 60, 400]))
        )
        for _ in range(chance.randint(1, 40))
    ]
    source = document(*texts)
    room = chance.choice([30, 80, 300])
    passages = split(source.paragraphs, room, count)
    words = [word for passage in passages for paragraph in passage.paragraphs for word in paragraph.text.split()]
    assert words == [word for paragraph in source.paragraphs for word in paragraph.text.split()]
    assert all(sum(count(line(piece)) for piece in passage.paragraphs) <= room for passage in passages)
    numbers = [number for passage in passages for number in passage.numbers]
    assert set(numbers) == {paragraph.number for paragraph in source.paragraphs}


def test_parts_are_of_about_the_same_size() -> None:
    passages = split(document(*["word " * 10] * 21).paragraphs, 110, count)
    sizes = [len(passage.paragraphs) for passage in passages]
    assert max(sizes) - min(sizes) <= 3


def test_a_word_longer_than_the_room_is_cut_and_not_lost() -> None:
    passages = split(document("x" * 100).paragraphs, 30, len)
    assert "".join(paragraph.text for passage in passages for paragraph in passage.paragraphs) == "x" * 100


def test_nothing_gives_nothing() -> None:
    assert split((), 100, count) == ()
