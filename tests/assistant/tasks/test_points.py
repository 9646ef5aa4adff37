"""How statutes stand in what a model has worded."""

import pytest

from assistant.tasks.points import Point, as_cited
from assistant.tasks.task import Source

POINTS = (
    Point(
        "Gångsträckan behövs för bedömningen enligt 7 § och 12 a § lagen om färdtjänst.", Source("brev", 1, None, "")
    ),
    Point("Nämnden beslutade i § 45.", Source("brev", 2, None, "")),
)


@pytest.mark.parametrize(
    ("worded", "cited"),
    [
        ("Det krävs enligt §7.", "Det krävs enligt 7 §."),
        ("Det krävs enligt § 12 a lagen.", "Det krävs enligt 12 a § lagen."),
        ("Det krävs enligt 7 § lagen.", "Det krävs enligt 7 § lagen."),
        ("Nämnden beslutade i § 45.", "Nämnden beslutade i § 45."),
        ("Det står i § 70.", "Det står i § 70."),
    ],
)
def test_a_paragraph_of_a_statute_is_cited_as_the_point_cites_it(worded: str, cited: str) -> None:
    assert as_cited(worded, POINTS) == cited
