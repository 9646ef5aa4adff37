import math

import pytest

from assistant.engine.choices import partings, scores

ANSWERS = [[1, 2, 9], [1, 3, 9], [4, 5, 6, 9], [1, 2, 7, 9]]


def test_only_where_answers_part_has_to_be_looked_at() -> None:
    assert partings(ANSWERS) == {(): (1, 4), (1,): (2, 3), (1, 2): (9, 7)}


def test_an_answer_is_as_likely_as_its_way_through_the_tree() -> None:
    likely = {(): [math.log(3), math.log(1)], (1,): [0.0, 0.0], (1, 2): [math.log(1), math.log(4)]}
    found = [math.exp(score) for score in scores(ANSWERS, likely)]
    assert found == pytest.approx([0.75 * 0.5 * 0.2, 0.75 * 0.5, 0.25, 0.75 * 0.5 * 0.8])
    assert sum(found) == pytest.approx(1)


def test_a_constant_that_the_ways_share_does_not_matter() -> None:
    likely = {(): [1.0, 2.0], (1,): [0.5, 0.1], (1, 2): [3.0, 4.0]}
    moved = {run: [value - 700 for value in values] for run, values in likely.items()}
    assert scores(ANSWERS, moved) == pytest.approx(scores(ANSWERS, likely))


def test_a_list_of_one_is_certain() -> None:
    assert scores([[1, 2]], {}) == [0.0]
